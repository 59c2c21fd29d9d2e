//! The import of a firm's own text, word for word: plain text of any usual
//! encoding, and Word's .docx. Owns what is found in it by itself (title,
//! articles, items, blanks, signature block) and how sure that is; a person
//! confirms it in the window. Refuses to change, add or drop a word; what it
//! cannot tell it marks and leaves to the person.

mod build;
mod decode;
mod document;
mod docx;
mod error;
mod lines;
mod name;
mod numbering;
mod signatures;
mod source;
mod words;

pub use decode::Encoding;
pub use error::ImportError;

use super::edition::Edition;
use super::{Blank, markup};
use chrono::NaiveDate;
use serde::Serialize;
use source::Source;
use ts_rs::TS;

/// The largest file that is looked at, in bytes.
pub const LARGEST: usize = 8 * 1024 * 1024;

/// What an import is told from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportOptions {
    /// Name of the edition it becomes.
    pub name: String,
    /// First day of the edition it becomes.
    pub effective: NaiveDate,
}

/// What kind of thing was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FoundKind {
    /// Words over every page.
    Motto,
    /// The title.
    Title,
    /// The line of the agreement's number.
    Number,
    /// A party's line at the head.
    Party,
    /// A paragraph before the first article.
    Preamble,
    /// Head of an article.
    Article,
    /// Head of a part of an article.
    Section,
    /// A paragraph that starts with a number.
    Item,
    /// A blank, and what fills it.
    Blank,
    /// A blank that a person must name.
    UnnamedBlank,
    /// The signature block.
    Signatures,
    /// Sides that stood one below the other and were put side by side.
    SidesMoved,
    /// Lines that were one paragraph broken by hand.
    Joined,
    /// What stands after the signatures.
    Attachment,
    /// No signature block was found; one must be written.
    SignaturesLacking,
}

/// How sure a find is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// A person should look.
    Unsure,
    /// Most probably right.
    Likely,
    /// Written so plainly that it can hardly be otherwise.
    Certain,
}

/// Something found, to be confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Found {
    /// What it is.
    pub kind: FoundKind,
    /// Line of the file (paragraph of the .docx), from 1.
    pub source_line: usize,
    /// Line of the markup, from 1.
    pub line: usize,
    /// Its words, shortened; for a blank what stands before it.
    pub text: String,
    /// What fills the blank, by its name in the markup.
    pub blank: Option<Blank>,
    /// How sure that is.
    pub confidence: Confidence,
}

/// How the file was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Plain text of this encoding.
    Text(Encoding),
    /// Word's .docx.
    Docx,
}

/// An imported text, to be confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Imported {
    /// How the file was written.
    pub format: Format,
    /// The text in the markup. Readable even where it is not complete.
    pub markup: String,
    /// What was found, by line.
    pub found: Vec<Found>,
}

/// Imports a file.
///
/// # Errors
/// [`ImportError`] for what is neither text nor .docx, is broken, empty or too
/// large.
pub fn import(file: &[u8], options: &ImportOptions) -> Result<Imported, ImportError> {
    if file.len() > LARGEST {
        return Err(ImportError::TooLarge {
            limit: LARGEST / 1024 / 1024,
        });
    }
    let (format, source) = if file.starts_with(b"PK\x03\x04") {
        (Format::Docx, docx::read(file)?)
    } else {
        let (text, encoding) = decode::decode(file)?;
        (Format::Text(encoding), Source::of_text(&text))
    };
    if source.lines.is_empty() {
        return Err(ImportError::Empty);
    }
    if source.size() > super::parse::LONGEST / 2 {
        return Err(ImportError::TextTooLong);
    }
    Ok(finished(format, build::build(source), options))
}

fn finished(format: Format, built: build::Built, options: &ImportOptions) -> Imported {
    let edition = Edition {
        name: options.name.clone(),
        effective: options.effective,
        title: built.title,
        motto: built.motto,
        blocks: built.blocks,
    };
    let printed = markup::print(&edition);
    let found = built
        .notes
        .into_iter()
        .map(|note| Found {
            kind: note.kind,
            source_line: note.source_line,
            line: note.place.line(&edition, &printed.lines),
            text: shortened(&note.text),
            blank: note.blank,
            confidence: note.confidence,
        })
        .collect();
    Imported {
        format,
        markup: printed.text,
        found,
    }
}

/// As much of a line as a list shows.
fn shortened(text: &str) -> String {
    const SHOWN: usize = 40;
    if text.chars().count() <= SHOWN {
        text.to_owned()
    } else {
        text.chars().take(SHOWN - 1).chain(['…']).collect()
    }
}
