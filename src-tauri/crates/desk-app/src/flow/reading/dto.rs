//! What the window and the desk say to each other about what was read.

use desk_intake::reading::{DocumentKind, Doubt, FieldName, Witness};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Four corners clockwise from a document's own top left, in pixels of the
/// whole page, before it is turned or cropped.
pub type Corners = [[i32; 2]; 4];

/// Has a paper read.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PaperRead {
    /// Paper's number in the store.
    pub id: i64,
    /// Where the document lies, when a person showed it; otherwise it is
    /// looked for.
    pub corners: Option<Corners>,
    /// Which document of the page the corners are of, from 0; the others keep
    /// what was read off them. Without it the page bears this document alone.
    #[serde(default)]
    pub document: Option<u32>,
}

/// Everything that was read off the papers of an order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct OrderReadings {
    /// Papers that were read, each by its last reading.
    pub papers: Vec<PaperReading>,
    /// Values for the form, in the order of the papers.
    pub proposals: Vec<Proposal>,
}

/// One paper that was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PaperReading {
    /// Paper's number in the store.
    pub paper: i64,
    /// The reading's number in the store.
    pub reading: i64,
    /// When, `YYYY-MM-DD HH:MM`.
    pub at: String,
    /// Width of the whole page, in the pixels that corners count in.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// What lies on the page; empty when nothing was recognised.
    pub documents: Vec<DocumentFound>,
}

/// A document on a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentFound {
    /// What it is.
    #[ts(type = "\"licence\" | \"id-portrait\" | \"id-emblem\" | \"other\"")]
    pub kind: DocumentKind,
    /// Where it lies.
    pub corners: Corners,
    /// Degrees clockwise by which it must be turned to stand upright.
    pub rotation: u16,
    /// Where red seals were seen: a hint that 已盖公章, for a person to confirm.
    pub seals: Vec<Corners>,
}

/// A value read off a paper, for one field of the form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Proposal {
    /// The field of the form, as a path: `company.code`.
    pub place: String,
    /// The paper.
    pub paper: i64,
    /// The reading.
    pub reading: i64,
    /// The document within the reading, from 0.
    pub document: u32,
    /// The field on the document.
    #[ts(type = "string")]
    pub field: FieldName,
    /// As printed.
    pub text: String,
    /// As the form takes it.
    pub value: String,
    /// How sure the reader is, 0 … 1.
    pub confidence: f32,
    /// Who says so.
    #[ts(type = "(\"ocr\" | \"qr\" | \"checksum\")[]")]
    pub witnesses: Vec<Witness>,
    /// Where it stands on the page.
    pub corners: Corners,
    /// Whether a person must look before it is used.
    pub verify: bool,
    /// Why, the best told first; empty for readings of earlier versions.
    #[ts(
        type = "(\"contradicted\" | \"unproven\" | \"repaired\" | \"incomplete\" | \"overlaid\" | \"shape\" | \"displaced\" | \"unsure_letter\")[]"
    )]
    pub doubts: Vec<Doubt>,
    /// What a person last stood by, having looked.
    pub settled: Option<String>,
}

/// A person looked and stands by a value.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReadingSettle {
    /// The reading that raised the question.
    pub reading: i64,
    /// The document within the reading.
    pub document: u32,
    /// The field on the document.
    #[ts(type = "string")]
    pub field: FieldName,
    /// What the person stands by, as it stands in the form.
    pub value: String,
}
