//! An edition as the window shows it while it is edited: lines of runs, blanks
//! as chips by name, each line with its place in the markup. Refuses to set
//! type: this is for the eye beside the editor; the paper itself is `set`'s.

use super::edition::{Block, Inline, Words};
use super::parse;
use serde::Serialize;
use ts_rs::TS;

/// A text for the screen. Lines that cannot be read are left out here and told
/// by [`super::check`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
// The window knows another `Preview`, of an order's pages.
#[ts(rename = "TextPreview")]
pub struct Preview {
    /// Title; empty where the head is at fault.
    pub title: String,
    /// Words over every page; may be empty.
    pub motto: String,
    /// Name of the edition.
    pub name: String,
    /// First day, `YYYY-MM-DD`.
    pub effective: String,
    /// The lines, in order.
    pub lines: Vec<PreviewLine>,
}

/// What kind of line it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PreviewKind {
    /// From the left edge.
    Flush,
    /// To the right edge.
    Right,
    /// Head of an article.
    Article,
    /// Head of a part.
    Section,
    /// A paragraph.
    Paragraph,
    /// What the customer confirms, in a frame.
    Confirm,
    /// A label and a line to sign on, in the same frame.
    Sign,
    /// A row of the signature block; `right` is there.
    Signature,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PreviewLine {
    /// Line of the markup, from 1.
    pub line: usize,
    /// What kind of line it is.
    pub kind: PreviewKind,
    /// Its runs; those of the left side in a signature row.
    pub runs: Vec<PreviewRun>,
    /// The right side of a signature row; empty otherwise.
    pub right: Vec<PreviewRun>,
}

/// A stretch of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PreviewRun {
    /// Words.
    Text {
        /// The words.
        text: String,
        /// Whether they are bold.
        bold: bool,
    },
    /// A blank that the order fills: a chip.
    Blank {
        /// Its name in the markup.
        name: String,
        /// What people call it.
        label: String,
    },
    /// A blank of an imported text that somebody must still name: a red chip.
    Unnamed {
        /// What stood before it.
        hint: String,
    },
    /// A line to write on.
    Hand {
        /// Its width in characters.
        width: u8,
    },
}

/// Shows a text in the markup, however far it is written.
#[must_use]
pub fn preview(text: &str) -> Preview {
    let parsed = parse::read(text);
    let lines = parsed
        .blocks
        .iter()
        .zip(&parsed.lines)
        .flat_map(|(block, line)| lines(block, *line))
        .collect();
    match parsed.edition {
        Some(edition) => Preview {
            title: edition.title,
            motto: edition.motto,
            name: edition.name,
            effective: edition.effective.format("%Y-%m-%d").to_string(),
            lines,
        },
        None => Preview {
            lines,
            ..Preview::default()
        },
    }
}

fn lines(block: &Block, line: usize) -> Vec<PreviewLine> {
    let one = |kind, words, bold| {
        vec![PreviewLine {
            line,
            kind,
            runs: runs(words, bold),
            right: Vec::new(),
        }]
    };
    match block {
        Block::Flush(words) => one(PreviewKind::Flush, words, false),
        Block::Right(words) => one(PreviewKind::Right, words, false),
        Block::Article(words) => one(PreviewKind::Article, words, true),
        Block::Section(words) => one(PreviewKind::Section, words, true),
        Block::Paragraph { words, weighs, .. } => one(PreviewKind::Paragraph, words, *weighs),
        Block::Confirm(words) => one(PreviewKind::Confirm, words, false),
        Block::Sign(words) => one(PreviewKind::Sign, words, false),
        Block::Signatures(rows) => (line + 1..)
            .zip(rows)
            .map(|(line, (left, right))| PreviewLine {
                line,
                kind: PreviewKind::Signature,
                runs: runs(left, false),
                right: runs(right, false),
            })
            .collect(),
    }
}

fn runs(words: &Words, bold: bool) -> Vec<PreviewRun> {
    let text = |text: &String, bold| PreviewRun::Text {
        text: text.clone(),
        bold,
    };
    words
        .iter()
        .map(|inline| match inline {
            Inline::Words(words) => text(words, bold),
            Inline::Strong(words) => text(words, true),
            Inline::Blank(blank) => PreviewRun::Blank {
                name: blank.name().to_owned(),
                label: blank.label().to_owned(),
            },
            Inline::Unnamed(hint) => PreviewRun::Unnamed { hint: hint.clone() },
            Inline::Hand(width) => PreviewRun::Hand { width: *width },
        })
        .collect()
}
