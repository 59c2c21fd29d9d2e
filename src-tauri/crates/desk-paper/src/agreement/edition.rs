//! An edition of the agreement's text as it is held in memory. Owns its shape
//! and its outline of blocks; reading it is `parse`'s, writing it `markup`'s.
//! Refuses nothing itself: an edition that came out of [`Edition::parse`] is
//! sound.

use super::{Blank, TextFault, markup, parse};
use crate::PaperError;
use chrono::NaiveDate;

/// A stretch of a line.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Inline {
    /// Words.
    Words(String),
    /// Words set bold inside a line: `**…**`.
    Strong(String),
    /// Data of the order.
    Blank(Blank),
    /// A blank that came with an imported text and that nobody has named yet,
    /// with what stood before it: `{?服务期限}`. It prints as a line to write
    /// on; the checker refuses to publish it.
    Unnamed(String),
    /// A line to write on by hand, this many characters wide: `{_8}`.
    Hand(u8),
}

/// Words and blanks in their order.
pub type Words = Vec<Inline>;

/// A line of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// `>`: from the left edge, without indent (the parties).
    Flush(Words),
    /// `>>`: to the right edge (the agreement's number).
    Right(Words),
    /// `#`: the head of an article.
    Article(Words),
    /// `##`: the head of a part of an article.
    Section(Words),
    /// A paragraph: preamble, clause, item, sub-item. `weighs` (`!`) sets it
    /// bold, because it weighs on the customer (民法典第四百九十六条); `leads`
    /// (`!!`) also keeps it with the next.
    Paragraph {
        /// Its words.
        words: Words,
        /// Whether it is set bold.
        weighs: bool,
        /// Whether it stays on the page of the next paragraph. Always bold.
        leads: bool,
    },
    /// `@confirm`: what the customer confirms, in a frame of its own.
    Confirm(Words),
    /// `@sign`: a label and a line to sign on.
    Sign(Words),
    /// `@signatures`: rows of two sides, 甲方 and 乙方.
    Signatures(Vec<(Words, Words)>),
}

impl Block {
    /// A plain paragraph.
    #[must_use]
    pub fn paragraph(words: Words) -> Self {
        Self::Paragraph {
            words,
            weighs: false,
            leads: false,
        }
    }

    /// All its words, for the signature block those of every side.
    #[must_use]
    pub fn words(&self) -> Vec<&Words> {
        match self {
            Self::Flush(words)
            | Self::Right(words)
            | Self::Article(words)
            | Self::Section(words)
            | Self::Paragraph { words, .. }
            | Self::Confirm(words)
            | Self::Sign(words) => vec![words],
            Self::Signatures(rows) => rows.iter().flat_map(|(a, b)| [a, b]).collect(),
        }
    }

    /// Its words as plain text; a blank is `〔name〕`, a line to write on `＿`.
    #[must_use]
    pub fn text(&self) -> String {
        self.words()
            .into_iter()
            .map(plain)
            .collect::<Vec<_>>()
            .join("　")
    }
}

/// Words as plain text; a blank is `〔label〕`, a line to write on `＿`.
#[must_use]
pub fn plain(words: &Words) -> String {
    words
        .iter()
        .map(|inline| match inline {
            Inline::Words(words) | Inline::Strong(words) => words.clone(),
            Inline::Blank(blank) => format!("〔{}〕", blank.label()),
            Inline::Unnamed(hint) => format!("〔？{hint}〕"),
            Inline::Hand(_) => "＿".to_owned(),
        })
        .collect()
}

/// A text with its dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// Name of the edition, for example `2026-01`.
    pub name: String,
    /// First day on which it may be printed.
    pub effective: NaiveDate,
    /// Title of the agreement.
    pub title: String,
    /// Words over every page; may be empty.
    pub motto: String,
    /// The text.
    pub blocks: Vec<Block>,
}

/// The markup of the edition that comes with the program.
pub const BUILT_IN: &str = include_str!("../../../../../assets/agreement/2026-01.txt");

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
    /// [`PaperError::AgreementText`] with the first line at fault; all of them
    /// come from [`super::check`].
    pub fn parse(text: &str) -> Result<Self, PaperError> {
        let parsed = parse::read(text);
        match (parsed.faults.into_iter().next(), parsed.edition) {
            (None, Some(edition)) => Ok(edition),
            (Some((line, fault)), _) => Err(PaperError::AgreementText { line, fault }),
            (None, None) => Err(PaperError::AgreementText {
                line: 1,
                fault: TextFault::HeadLacks("title"),
            }),
        }
    }

    /// Writes the markup that reads back as this edition.
    #[must_use]
    pub fn markup(&self) -> String {
        markup::print(self).text
    }

    /// Every blank of the text, in its order.
    pub fn blanks(&self) -> impl Iterator<Item = Blank> {
        self.blocks
            .iter()
            .flat_map(Block::words)
            .flatten()
            .filter_map(|inline| match inline {
                Inline::Blank(blank) => Some(*blank),
                _ => None,
            })
    }
}
