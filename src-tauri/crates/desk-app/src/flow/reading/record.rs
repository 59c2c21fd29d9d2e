//! What is kept of one reading: the page's size and its documents, as JSON in
//! the store. Owns how a document tells what its paper is.

use super::dto::Corners;
use crate::failure::Failure;
use desk_domain::paper::{PaperKind, Rotation};
use desk_intake::reading::{DocumentKind, DocumentReading, FieldName, FieldReading, ReadDocument};
use desk_store::ReadingRow;
use serde::{Deserialize, Serialize};

/// One page as it was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct PageRecord {
    /// Width in pixels.
    pub(super) width: u32,
    /// Height in pixels.
    pub(super) height: u32,
    /// What was found.
    pub(super) documents: Vec<Kept>,
}

/// One document as it was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Kept {
    /// Its fields.
    pub(super) reading: DocumentReading,
    /// Where red seals were seen on it.
    pub(super) seals: Vec<Corners>,
}

impl From<ReadDocument> for Kept {
    fn from(read: ReadDocument) -> Self {
        Self {
            reading: read.reading,
            seals: read.seals.iter().map(|seal| seal.corners).collect(),
        }
    }
}

impl PageRecord {
    pub(super) fn of(row: &ReadingRow) -> Result<Self, Failure> {
        serde_json::from_value(row.documents.clone()).map_err(|_| Failure::internal())
    }

    pub(super) fn as_json(&self) -> Result<serde_json::Value, Failure> {
        serde_json::to_value(self).map_err(|_| Failure::internal())
    }

    /// This page with one document as it was read anew; the others stay as they
    /// were. A page of another size is another page, and `anew` counts alone.
    pub(super) fn with(mut self, document: u32, anew: Self) -> Self {
        let there = (document as usize) < self.documents.len();
        if !there || (self.width, self.height) != (anew.width, anew.height) {
            return anew;
        }
        let at = document as usize;
        self.documents.splice(at..=at, anew.documents);
        self
    }

    /// One field of one document.
    pub(super) fn field(&self, document: u32, key: &str) -> Option<&FieldReading> {
        let fields = &self.documents.get(document as usize)?.reading.fields;
        let mut named = fields.iter();
        named.find_map(|(name, read)| (field_key(*name) == key).then_some(read))
    }

    /// The quarter turn that sets the page upright, when its one document
    /// stands askew by a quarter or more.
    pub(super) fn turn(&self) -> Option<Rotation> {
        let [document] = self.documents.as_slice() else {
            return None;
        };
        match (document.reading.rotation + 45) % 360 / 90 {
            1 => Some(Rotation::Right),
            2 => Some(Rotation::Upsidedown),
            3 => Some(Rotation::Left),
            _ => None,
        }
    }
}

/// What a paper is that bears a document of `seen`, when staff filed it as
/// `filed`. A page with both sides of a card is filed as one and is both.
pub(super) fn paper_kind(filed: PaperKind, seen: DocumentKind) -> Option<PaperKind> {
    let legal = matches!(filed, PaperKind::LegalIdPortrait | PaperKind::LegalIdEmblem);
    Some(match (seen, legal) {
        (DocumentKind::Licence, _) => PaperKind::Licence,
        (DocumentKind::IdPortrait, false) => PaperKind::IdPortrait,
        (DocumentKind::IdPortrait, true) => PaperKind::LegalIdPortrait,
        (DocumentKind::IdEmblem, false) => PaperKind::IdEmblem,
        (DocumentKind::IdEmblem, true) => PaperKind::LegalIdEmblem,
        (DocumentKind::Other, _) => return None,
    })
}

/// A field's name as JSON has it.
pub(super) fn field_key(field: FieldName) -> String {
    match serde_json::to_value(field) {
        Ok(serde_json::Value::String(key)) => key,
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(kinds: &[DocumentKind]) -> PageRecord {
        let kept = |kind: &DocumentKind| Kept {
            reading: DocumentReading {
                kind: *kind,
                corners: Default::default(),
                rotation: 0,
                fields: Default::default(),
            },
            seals: Vec::new(),
        };
        PageRecord {
            width: 100,
            height: 200,
            documents: kinds.iter().map(kept).collect(),
        }
    }

    fn kinds(page: &PageRecord) -> Vec<DocumentKind> {
        let documents = page.documents.iter();
        documents.map(|document| document.reading.kind).collect()
    }

    #[test]
    fn one_document_read_anew_leaves_the_others_as_they_were() {
        use DocumentKind::{IdEmblem, IdPortrait, Licence};
        let before = page(&[IdPortrait, Licence]);
        let after = before.clone().with(1, page(&[IdEmblem]));
        assert_eq!(kinds(&after), [IdPortrait, IdEmblem]);
        assert_eq!(
            kinds(&before.clone().with(5, page(&[IdEmblem]))),
            [IdEmblem]
        );
        let mut other = page(&[IdEmblem]);
        other.width = 300;
        assert_eq!(kinds(&before.with(0, other)), [IdEmblem]);
    }
}
