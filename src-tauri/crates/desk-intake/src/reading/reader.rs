//! The reader: a page goes in, documents with their fields come out, one after
//! another. Joins finding, turning, reading and understanding; each of them is
//! someone else's.

use super::seal_hint::SealHint;
use super::sheet::Work;
use super::{Corners, DocumentKind, DocumentReading, FieldReader, TextLine};
use crate::clean::placement::{Placement, pixels};
use crate::clean::warp::Pyramid;
use crate::clean::{content, find, on_paper, prints_beside, shown};
use crate::colour::tone;
use crate::ocr::{Cancel, Ocr};
use crate::{IntakeError, PageImage};
use std::path::Path;

/// Reads fields off pages, offline. Opened once, then shared by all threads.
#[derive(Debug)]
pub struct Reader {
    ocr: Ocr,
}

/// What happens while a page is read.
#[derive(Debug, Clone, PartialEq)]
pub enum ReadEvent {
    /// Where documents seem to lie; reading them may show better.
    Found(Vec<Corners>),
    /// One document has been read.
    Read(Box<ReadDocument>),
}

/// A document with all that was seen on it.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadDocument {
    /// Its fields.
    pub reading: DocumentReading,
    /// Round red seals: a hint that 已盖公章, for a person to confirm.
    pub seals: Vec<SealHint>,
    /// Texts of its two-dimensional codes, to be shown and never opened.
    pub codes: Vec<String>,
    /// All its print, from top to bottom, in pixels of the upright document:
    /// what a letter of authorisation says stands here and in no field.
    pub lines: Vec<TextLine>,
}

impl Reader {
    /// Opens the networks in a folder, `assets/models`.
    ///
    /// # Errors
    /// `ModelMissing`, `ModelDamaged`.
    pub fn open(models: &Path) -> Result<Self, IntakeError> {
        Ok(Self {
            ocr: Ocr::open(models)?,
        })
    }

    /// Finds and reads the documents on one page and tells each as soon as it
    /// is read.
    ///
    /// # Errors
    /// `ReadingCancelled`, `ReadingFailed`. Documents told before stay true.
    pub fn read_page_with(
        &self,
        page: &PageImage,
        tell: &mut dyn FnMut(ReadEvent),
        cancel: &Cancel,
    ) -> Result<Vec<ReadDocument>, IntakeError> {
        let pyramid = Pyramid::new(page.pixels());
        let work = Work {
            ocr: &self.ocr,
            page: &pyramid,
            tone: tone(page.pixels()),
            cancel,
        };
        let found = find(&pyramid);
        cancel.check()?;
        let corners = found.iter().map(|found| pixels(found.sheet.corners()));
        tell(ReadEvent::Found(corners.collect()));
        let sheets: Vec<Placement> = found.iter().map(|found| found.sheet).collect();
        let mut told = !is_lonely(&pyramid, &sheets);
        let mut read = Vec::new();
        for sheet in &sheets {
            for document in work.edged(sheet)? {
                if told && is_known(&document) {
                    tell(ReadEvent::Read(Box::new(document.clone())));
                }
                read.push(document);
            }
        }
        let known = |read: &[ReadDocument]| read.iter().filter(|one| is_known(one)).count();
        if known(&read) == 0 || !told && !has_both_sides(&read) {
            // No edges, or edges around nothing known: a picture frame, a
            // stack of paper, a frame printed on a page that fills the scan.
            let whole = content(&pyramid).map(|whole| work.bare(&whole));
            let whole = whole.transpose()?.unwrap_or_default();
            if known(&whole) > known(&read) || read.is_empty() {
                (read, told) = (whole, false);
            }
        }
        read.sort_by_key(|one| !is_known(one));
        for document in read.iter().filter(|one| !told || !is_known(one)) {
            tell(ReadEvent::Read(Box::new(document.clone())));
        }
        Ok(read)
    }

    /// Reads what lies within four corners that a person showed, for a page on
    /// which the edges were not found.
    ///
    /// # Errors
    /// `CropEmpty` when the corners enclose nothing; else as for a page.
    pub fn read_within(
        &self,
        page: &PageImage,
        corners: &Corners,
        cancel: &Cancel,
    ) -> Result<Vec<ReadDocument>, IntakeError> {
        let sheet = shown(page, corners)?;
        let pyramid = Pyramid::new(page.pixels());
        let work = Work {
            ocr: &self.ocr,
            page: &pyramid,
            tone: tone(page.pixels()),
            cancel,
        };
        work.edged(&sheet)
    }
}

impl FieldReader for Reader {
    fn read_page(&self, page: &PageImage) -> Result<Vec<DocumentReading>, IntakeError> {
        let documents = self.read_page_with(page, &mut |_| {}, &Cancel::default())?;
        Ok(documents.into_iter().map(|read| read.reading).collect())
    }
}

fn is_known(document: &ReadDocument) -> bool {
    document.reading.kind != DocumentKind::Other
}

/// Whether cards lie on a sheet of paper that shows more print: perhaps another
/// card, whose edges are too pale to be seen. Nothing is told of them before
/// the whole page has been read.
fn is_lonely(page: &Pyramid<'_>, sheets: &[Placement]) -> bool {
    !sheets.is_empty()
        && sheets.iter().all(Placement::is_card)
        && on_paper(page)
        && prints_beside(page, sheets)
}

/// Whether both sides of a card were read.
fn has_both_sides(read: &[ReadDocument]) -> bool {
    [DocumentKind::IdPortrait, DocumentKind::IdEmblem]
        .iter()
        .all(|side| read.iter().any(|one| one.reading.kind == *side))
}
