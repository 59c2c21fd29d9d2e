//! An edition of the agreement's text, read from its markup. The parser is
//! small and strict: what it does not know it refuses, with the line.

use super::{Blank, TextFault};
use crate::PaperError;
use chrono::NaiveDate;

/// A stretch of a line.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Words.
    Words(String),
    /// Data of the order.
    Blank(Blank),
    /// A line to write on by hand, this many characters wide: `{_8}`.
    Hand(f32),
}

/// Words and blanks in their order.
pub type Words = Vec<Inline>;

/// A line of the text.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// `>`: from the left edge, without indent (the parties).
    Flush(Words),
    /// `>>`: to the right edge (the agreement's number).
    Right(Words),
    /// `#`: the head of an article.
    Article(Words),
    /// `##`: the head of a part of an article.
    Section(Words),
    /// A paragraph. `weighs` (`!`) sets it bold, because it weighs on the
    /// customer (民法典第四百九十六条); `leads` (`!!`) also keeps it with the next.
    Paragraph {
        /// Its words.
        words: Words,
        /// Whether it is set bold.
        weighs: bool,
        /// Whether it stays on the page of the next paragraph.
        leads: bool,
    },
    /// `@confirm`: what the customer confirms, in a frame of its own.
    Confirm(Words),
    /// `@sign`: a label and a line to sign on.
    Sign(Words),
    /// `@signatures`: rows of two sides, 甲方 and 乙方.
    Signatures(Vec<(Words, Words)>),
}

/// A text with its dates.
#[derive(Debug, Clone, PartialEq)]
pub struct Edition {
    /// Name of the edition, for example `2026-01`.
    pub name: String,
    /// First day on which it may be printed.
    pub effective: NaiveDate,
    /// Title of the agreement.
    pub title: String,
    /// Words over every page.
    pub motto: String,
    /// The text.
    pub blocks: Vec<Block>,
}

const BUILT_IN: &str = include_str!("../../../../../assets/agreement/2026-01.txt");

impl Edition {
    /// The edition that comes with the program.
    ///
    /// # Errors
    /// None in a released program: a test reads it.
    pub fn built_in() -> Result<Self, PaperError> {
        Self::parse(BUILT_IN)
    }

    /// Reads the markup described in `assets/agreement/README.md`.
    ///
    /// # Errors
    /// [`PaperError::AgreementText`] with the first line at fault.
    pub fn parse(text: &str) -> Result<Self, PaperError> {
        let mut lines = text
            .lines()
            .enumerate()
            .map(|(i, line)| (i + 1, line.trim_end()));
        let head = Head::read(&mut lines)?;
        let mut blocks = Vec::new();
        let mut last = 0;
        while let Some((number, line)) = lines.next() {
            last = number;
            let line = line.trim_start_matches(['\u{feff}', ' ', '\u{3000}']);
            if line.is_empty() {
                continue;
            }
            let block = if line == "@signatures" {
                signatures(&mut lines)
            } else {
                block(line).map_err(|fault| (number, fault))
            };
            blocks.push(block.map_err(at)?);
        }
        let signed = blocks
            .iter()
            .filter(|b| matches!(b, Block::Signatures(_)))
            .count();
        if !blocks.iter().any(|b| matches!(b, Block::Article(_))) {
            return Err(at((last, TextFault::NoArticle)));
        }
        if signed != 1 {
            return Err(at((last, TextFault::NoSignatures)));
        }
        Ok(Self {
            name: head.name,
            effective: head.effective,
            title: head.title,
            motto: head.motto,
            blocks,
        })
    }

    /// Every blank of the text, in its order.
    pub fn blanks(&self) -> impl Iterator<Item = Blank> {
        self.words().flatten().filter_map(|inline| match inline {
            Inline::Blank(blank) => Some(*blank),
            _ => None,
        })
    }

    fn words(&self) -> impl Iterator<Item = &Words> {
        self.blocks.iter().flat_map(|block| match block {
            Block::Flush(words)
            | Block::Right(words)
            | Block::Article(words)
            | Block::Section(words)
            | Block::Paragraph { words, .. }
            | Block::Confirm(words)
            | Block::Sign(words) => vec![words],
            Block::Signatures(rows) => rows.iter().flat_map(|(a, b)| [a, b]).collect(),
        })
    }
}

type Fault = (usize, TextFault);

fn at((line, fault): Fault) -> PaperError {
    PaperError::AgreementText { line, fault }
}

struct Head {
    name: String,
    effective: NaiveDate,
    title: String,
    motto: String,
}

impl Head {
    /// Reads `key: value` lines up to the first empty line.
    fn read<'a>(lines: &mut impl Iterator<Item = (usize, &'a str)>) -> Result<Self, PaperError> {
        const KEYS: [&str; 4] = ["edition", "effective", "title", "motto"];
        let mut values: [Option<(usize, &str)>; 4] = [None; 4];
        let mut last = 1;
        for (number, line) in lines.by_ref() {
            last = number;
            let line = line.trim_start_matches('\u{feff}').trim();
            if line.is_empty() {
                break;
            }
            let unknown = || at((number, TextFault::HeadUnknown(line.to_owned())));
            let (key, value) = line.split_once(':').ok_or_else(unknown)?;
            let slot = KEYS.iter().position(|k| *k == key).ok_or_else(unknown)?;
            if values[slot].replace((number, value.trim())).is_some() {
                return Err(unknown());
            }
        }
        let value = |slot: usize| match values[slot] {
            Some((number, value)) if !value.is_empty() => Ok((number, value)),
            _ => Err(at((last, TextFault::HeadLacks(KEYS[slot])))),
        };
        let (number, date) = value(1)?;
        let effective = NaiveDate::parse_from_str(date, "%Y-%m-%d")
            .map_err(|_| at((number, TextFault::HeadDate(date.to_owned()))))?;
        Ok(Self {
            name: value(0)?.1.to_owned(),
            effective,
            title: value(2)?.1.to_owned(),
            motto: value(3)?.1.to_owned(),
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
        words(line).map(|words| Block::Paragraph {
            words,
            weighs: false,
            leads: false,
        })
    }
}

/// Reads the rows of the signature block up to the first empty line.
fn signatures<'a>(lines: &mut impl Iterator<Item = (usize, &'a str)>) -> Result<Block, Fault> {
    let mut rows = Vec::new();
    let mut last = 0;
    for (number, line) in lines.by_ref() {
        last = number;
        if line.trim().is_empty() {
            break;
        }
        let sides: Vec<&str> = line.split('|').collect();
        let [left, right] = sides[..] else {
            return Err((number, TextFault::SignatureSides));
        };
        let side = |text| words(text).map_err(|fault| (number, fault));
        rows.push((side(left)?, side(right)?));
    }
    if rows.is_empty() {
        Err((last, TextFault::SignatureSides))
    } else {
        Ok(Block::Signatures(rows))
    }
}

fn words(text: &str) -> Result<Words, TextFault> {
    let mut rest = text.trim_matches(' ');
    let mut words = Vec::new();
    if rest.is_empty() {
        return Err(TextFault::Empty);
    }
    while let Some(open) = rest.find(['{', '}']) {
        let (before, from) = rest.split_at(open);
        let close = from
            .find('}')
            .filter(|&close| close > 0)
            .ok_or(TextFault::BraceAlone)?;
        let name = &from[1..close];
        if !before.is_empty() {
            words.push(Inline::Words(before.to_owned()));
        }
        words.push(blank(name)?);
        rest = &from[close + 1..];
    }
    if !rest.is_empty() {
        words.push(Inline::Words(rest.to_owned()));
    }
    Ok(words)
}

fn blank(name: &str) -> Result<Inline, TextFault> {
    if name.contains('{') {
        return Err(TextFault::BraceAlone);
    }
    let unknown = || TextFault::BlankUnknown(name.to_owned());
    match name.strip_prefix('_') {
        Some(width) => {
            let width: u8 = width.parse().map_err(|_| unknown())?;
            (1..=40)
                .contains(&width)
                .then(|| Inline::Hand(f32::from(width)))
                .ok_or_else(unknown)
        }
        None => Blank::named(name).map(Inline::Blank).ok_or_else(unknown),
    }
}
