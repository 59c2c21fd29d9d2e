//! Reads the markup. Owns the grammar; small and strict: what it does not know
//! it refuses, each fault with its line, all faults of a text at once, so that
//! a manager mends them in one go.
//!
//! ```text
//! text       = head empty-line { line }
//! head       = { key ":" value }             edition, effective, title, motto
//! line       = ">>" words                    to the right edge
//!            | ">"  words                    from the left edge
//!            | "##" words | "#" words        head of a part, head of an article
//!            | "!!" words | "!" words        bold, "!!" kept with the next line
//!            | "@confirm" words | "@sign" words
//!            | "@signatures" row { row } empty-line
//!            | words                         a paragraph
//! row        = words "|" words
//! words      = { "**" text "**" | "{" blank "}" | text }
//! blank      = name | "_" width | "?" hint
//! text       = any sign; \ { } * | and a mark at the start of a line stand for
//!              themselves behind a "\"
//! ```

use super::edition::{Block, Edition};
use super::inline::words;
use super::{TextFault, numeral};
use chrono::NaiveDate;

/// A fault with its line, from 1.
pub(super) type Fault = (usize, TextFault);

/// More than this is no agreement.
pub(super) const LONGEST: usize = 400_000;

/// What reading a text gave: whatever could be read, and everything wrong.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    /// `None` where the head is at fault.
    pub edition: Option<Edition>,
    /// The line on which each block starts.
    pub lines: Vec<usize>,
    /// The blocks that could be read, also where the head is at fault.
    pub blocks: Vec<Block>,
    pub faults: Vec<Fault>,
}

/// Reads a whole text.
pub(super) fn read(text: &str) -> Parsed {
    let mut parsed = Parsed::default();
    if text.len() > LONGEST {
        parsed.faults.push((1, TextFault::TooLong));
        return parsed;
    }
    let mut lines = text
        .lines()
        .enumerate()
        .map(|(i, line)| (i + 1, line.trim_end()));
    let head = Head::read(&mut lines, &mut parsed.faults);
    let body = Body::read(&mut lines, &mut parsed);
    if !body.article {
        parsed.faults.push((body.last, TextFault::NoArticle));
    }
    if body.signed != 1 {
        parsed.faults.push((body.last, TextFault::NoSignatures));
    }
    parsed.edition = head.map(|head| Edition {
        name: head.name,
        effective: head.effective,
        title: head.title,
        motto: head.motto,
        blocks: parsed.blocks.clone(),
    });
    parsed
}

struct Body {
    article: bool,
    signed: usize,
    last: usize,
}

impl Body {
    fn read<'a>(lines: &mut impl Iterator<Item = (usize, &'a str)>, parsed: &mut Parsed) -> Self {
        let (mut article, mut signed, mut last) = (false, 0, 1);
        while let Some((number, line)) = lines.next() {
            last = number;
            let line = line.trim_start_matches(['\u{feff}', ' ', '\u{3000}']);
            if line.is_empty() {
                continue;
            }
            article |= line.starts_with('#') || numeral::is_article(line);
            let read = if line == "@signatures" {
                signed += 1;
                signatures(lines, number)
            } else {
                block(line).map_err(|fault| (number, fault))
            };
            match read {
                Ok(block) => {
                    parsed.blocks.push(block);
                    parsed.lines.push(number);
                }
                Err(fault) => parsed.faults.push(fault),
            }
        }
        Self {
            article,
            signed,
            last,
        }
    }
}

struct Head {
    name: String,
    effective: NaiveDate,
    title: String,
    motto: String,
}

/// The keys of the head; the last one may be left out.
const KEYS: [&str; 4] = ["edition", "effective", "title", "motto"];

impl Head {
    /// Reads `key: value` lines up to the first empty line.
    fn read<'a>(
        lines: &mut impl Iterator<Item = (usize, &'a str)>,
        faults: &mut Vec<Fault>,
    ) -> Option<Self> {
        let mut values: [Option<(usize, &str)>; 4] = [None; 4];
        let mut last = 1;
        for (number, line) in lines.by_ref() {
            last = number;
            let line = line.trim_start_matches('\u{feff}').trim();
            if line.is_empty() {
                break;
            }
            let pair = line.split_once(':').and_then(|(key, value)| {
                let slot = KEYS.iter().position(|k| *k == key)?;
                values[slot].is_none().then_some((slot, value.trim()))
            });
            match pair {
                Some((slot, value)) => values[slot] = Some((number, value)),
                None => faults.push((number, TextFault::HeadUnknown(line.to_owned()))),
            }
        }
        let mut value = |slot: usize| {
            let found = values[slot].filter(|(_, value)| !value.is_empty());
            if found.is_none() {
                faults.push((last, TextFault::HeadLacks(KEYS[slot])));
            }
            found
        };
        let (effective, name, title) = (value(1), value(0), value(2));
        let (number, date) = effective?;
        let Ok(effective) = NaiveDate::parse_from_str(date, "%Y-%m-%d") else {
            faults.push((number, TextFault::HeadDate(date.to_owned())));
            return None;
        };
        Some(Self {
            name: name?.1.to_owned(),
            effective,
            title: title?.1.to_owned(),
            motto: values[3].map_or("", |(_, motto)| motto).to_owned(),
        })
    }
}

fn block(line: &str) -> Result<Block, TextFault> {
    if let Some(command) = line.strip_prefix('@') {
        let (name, rest) = command.split_once(' ').unwrap_or((command, ""));
        return match name {
            "confirm" => Ok(Block::Confirm(words(rest)?)),
            "sign" => Ok(Block::Sign(words(rest)?)),
            _ => Err(TextFault::CommandUnknown(format!("@{name}"))),
        };
    }
    let heavy = |leads| {
        move |words| Block::Paragraph {
            words,
            weighs: true,
            leads,
        }
    };
    let marked = |mark| line.strip_prefix(mark).map(words);
    if let Some(words) = marked(">>") {
        words.map(Block::Right)
    } else if let Some(words) = marked(">") {
        words.map(Block::Flush)
    } else if let Some(words) = marked("##") {
        words.map(Block::Section)
    } else if let Some(words) = marked("#") {
        words.map(Block::Article)
    } else if let Some(words) = marked("!!") {
        words.map(heavy(true))
    } else if let Some(words) = marked("!") {
        words.map(heavy(false))
    } else {
        words(line).map(Block::paragraph)
    }
}

/// Reads the rows of the signature block up to the first empty line, also
/// behind one at fault, so that what follows is not taken for clauses.
fn signatures<'a>(
    lines: &mut impl Iterator<Item = (usize, &'a str)>,
    command: usize,
) -> Result<Block, Fault> {
    let mut rows = Vec::new();
    let (mut fault, mut last) = (None, command);
    for (number, line) in lines.by_ref() {
        last = number;
        if line.trim().is_empty() {
            break;
        }
        match row(line) {
            Ok(row) => rows.push(row),
            Err(wrong) => fault = fault.or(Some((number, wrong))),
        }
    }
    match fault {
        Some(fault) => Err(fault),
        None if rows.is_empty() => Err((last, TextFault::SignatureSides)),
        None => Ok(Block::Signatures(rows)),
    }
}

type Row = (super::Words, super::Words);

fn row(line: &str) -> Result<Row, TextFault> {
    let mut bars = Vec::new();
    let mut escaped = false;
    for (at, character) in line.char_indices() {
        match character {
            '|' if !escaped => bars.push(at),
            _ => {}
        }
        escaped = character == '\\' && !escaped;
    }
    let [bar] = bars[..] else {
        return Err(TextFault::SignatureSides);
    };
    // One side may have less to say than the other; a row of nothing is a slip.
    let (left, right) = (line[..bar].trim(), line[bar + 1..].trim());
    if left.is_empty() && right.is_empty() {
        return Err(TextFault::SignatureSides);
    }
    let side = |text: &str| {
        if text.is_empty() {
            Ok(Vec::new())
        } else {
            words(text)
        }
    };
    Ok((side(left)?, side(right)?))
}
