//! Words of a line and back: blanks in braces, bold between `**`, and signs of
//! the markup that stand for themselves behind a backslash.

use super::edition::{Inline, Words};
use super::{Blank, TextFault};

/// Signs that mean something inside a line.
const SIGNS: [char; 5] = ['\\', '{', '}', '*', '|'];
/// Signs that mean something at the start of a line.
const MARKS: [char; 4] = ['#', '>', '!', '@'];
/// The widest line to write on, in characters.
const WIDEST: u8 = 40;

/// Reads the words of a line.
pub(super) fn words(text: &str) -> Result<Words, TextFault> {
    let text = text.trim();
    if text.is_empty() {
        return Err(TextFault::Empty);
    }
    let mut reading = Reading::default();
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let after = &rest[character.len_utf8()..];
        rest = match character {
            '\\' => reading.escaped(after),
            '{' => reading.braced(after)?,
            '}' => return Err(TextFault::BraceAlone),
            '*' if after.starts_with('*') => {
                reading.turn()?;
                &after[1..]
            }
            _ => {
                reading.text.push(character);
                after
            }
        };
    }
    if reading.strong {
        return Err(TextFault::StrongAlone);
    }
    reading.end_text();
    Ok(reading.words)
}

#[derive(Default)]
struct Reading {
    words: Words,
    text: String,
    strong: bool,
    /// How many words there were when bold last started or ended.
    opened: usize,
}

impl Reading {
    fn escaped<'a>(&mut self, after: &'a str) -> &'a str {
        match after.chars().next().filter(char::is_ascii_punctuation) {
            Some(sign) => {
                self.text.push(sign);
                &after[1..]
            }
            None => {
                self.text.push('\\');
                after
            }
        }
    }

    fn braced<'a>(&mut self, after: &'a str) -> Result<&'a str, TextFault> {
        let close = after.find('}').ok_or(TextFault::BraceAlone)?;
        let inline = blank(&after[..close])?;
        self.end_text();
        self.words.push(inline);
        Ok(&after[close + 1..])
    }

    /// `**`: bold starts or ends. Bold of nothing is a slip of the keyboard.
    fn turn(&mut self) -> Result<(), TextFault> {
        if self.strong && self.text.is_empty() && self.words.len() == self.opened {
            return Err(TextFault::StrongAlone);
        }
        self.end_text();
        self.strong = !self.strong;
        self.opened = self.words.len();
        Ok(())
    }

    fn end_text(&mut self) {
        if self.text.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.text);
        self.words.push(if self.strong {
            Inline::Strong(text)
        } else {
            Inline::Words(text)
        });
    }
}

fn blank(name: &str) -> Result<Inline, TextFault> {
    if name.contains('{') {
        return Err(TextFault::BraceAlone);
    }
    let unknown = || TextFault::BlankUnknown(name.to_owned());
    if let Some(width) = name.strip_prefix('_') {
        let width: u8 = width.parse().map_err(|_| unknown())?;
        (1..=WIDEST)
            .contains(&width)
            .then_some(Inline::Hand(width))
            .ok_or_else(unknown)
    } else if let Some(hint) = name.strip_prefix('?') {
        Ok(Inline::Unnamed(hint.trim().to_owned()))
    } else {
        Blank::named(name).map(Inline::Blank).ok_or_else(unknown)
    }
}

/// Writes words so that [`words`] reads them back.
pub(super) fn print(words: &Words) -> String {
    let mut out = String::new();
    for (i, inline) in words.iter().enumerate() {
        match inline {
            Inline::Words(text) => escape(&mut out, text, i == 0),
            Inline::Strong(text) => {
                out.push_str("**");
                escape(&mut out, text, false);
                out.push_str("**");
            }
            Inline::Blank(blank) => out.push_str(&format!("{{{}}}", blank.name())),
            Inline::Unnamed(hint) => {
                // A hint is for people: signs of the markup are left out of it.
                let hint = hint.replace(['{', '}', '|', '\\'], "");
                out.push_str(&format!("{{?{}}}", hint.trim()));
            }
            Inline::Hand(width) => out.push_str(&format!("{{_{}}}", (*width).clamp(1, WIDEST))),
        }
    }
    out
}

fn escape(out: &mut String, text: &str, first: bool) {
    for (i, character) in text.chars().enumerate() {
        let mark = first && i == 0 && MARKS.contains(&character);
        if mark || SIGNS.contains(&character) {
            out.push('\\');
        }
        out.push(character);
    }
}
