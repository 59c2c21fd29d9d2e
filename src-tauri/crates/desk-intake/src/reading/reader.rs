//! The reader: a page goes in, documents with their fields come out, one after
//! another. Joins finding, turning, reading and understanding; each of them is
//! someone else's.

use super::again::Again;
use super::blocks::blocks;
use super::frame::{framed, slant_of};
use super::lined::Lined;
use super::seal_hint::SealHint;
use super::{
    Corners, DocumentKind, DocumentReading, FieldReader, Seal, Sheet, SheetReading, TextLine, Tone,
};
use crate::clean::placement::{Placement, pixels};
use crate::clean::warp::Pyramid;
use crate::clean::{content, find, look, on_paper, prints_beside, shown};
use crate::codes::codes_on;
use crate::colour::{seals, tone};
use crate::ocr::{Cancel, Ocr};
use crate::{IntakeError, PageImage, fields};
use std::path::Path;

/// A sheet that takes this part of its page is a scan that the paper fills,
const FILLS: f64 = 0.75;
/// if its lines are this straight, in radians.
const STRAIGHT: f64 = 0.01;
/// Longest side at which seals are looked for.
const SEALS: u32 = 800;

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

/// Reading one page.
pub(super) struct Work<'a> {
    pub(super) ocr: &'a Ocr,
    pub(super) page: &'a Pyramid<'a>,
    pub(super) tone: Tone,
    pub(super) cancel: &'a Cancel,
}

impl Work<'_> {
    /// Documents within four edges: one as a rule, several on a copy.
    fn edged(&self, sheet: &Placement) -> Result<Vec<ReadDocument>, IntakeError> {
        let (mut lined, codes) = self.lined_and_codes(sheet, false)?;
        let mut blocks = blocks(std::mem::take(&mut lined.lines));
        if blocks.len() > 1 {
            return Ok(self.documents(&lined.sheet, blocks));
        }
        lined.lines = blocks.pop().unwrap_or_default();
        Ok(vec![self.document(lined, codes)])
    }

    /// Documents of which only the print is to be seen.
    fn bare(&self, sheet: &Placement) -> Result<Vec<ReadDocument>, IntakeError> {
        let page = self.page.page();
        let page = f64::from(page.width()) * f64::from(page.height());
        let fills = sheet.width() * sheet.height() > FILLS * page;
        let (mut lined, codes) = self.lined_and_codes(sheet, !fills)?;
        let mut blocks = blocks(std::mem::take(&mut lined.lines));
        if let [lines] = blocks.as_mut_slice()
            && fills
            && slant_of(lines).abs() < STRAIGHT
        {
            lined.lines = std::mem::take(lines);
            return Ok(vec![self.document(lined, codes)]);
        }
        Ok(self.documents(&lined.sheet, blocks))
    }

    /// A sheet set upright with its lines, and its codes. Which way up a code
    /// stands does not matter: it is looked for while the lines are.
    fn lined_and_codes(
        &self,
        sheet: &Placement,
        all: bool,
    ) -> Result<(Lined, Vec<String>), IntakeError> {
        std::thread::scope(|scope| {
            let codes = scope.spawn(|| self.codes(sheet));
            let lined = self.lined(sheet, all)?;
            let codes = if sheet.is_card() == lined.sheet.is_card() {
                codes.join().unwrap_or_default()
            } else {
                self.codes(&lined.sheet)
            };
            Ok((lined, codes))
        })
    }

    fn documents(&self, sheet: &Placement, blocks: Vec<Vec<TextLine>>) -> Vec<ReadDocument> {
        let framed = blocks
            .into_iter()
            .filter_map(|block| framed(sheet, block))
            .map(|(sheet, lines)| Lined {
                sheet,
                lines,
                foot: None,
            });
        framed
            .map(|lined| {
                let codes = self.codes(&lined.sheet);
                self.document(lined, codes)
            })
            .collect()
    }

    /// Understands one sheet.
    fn document(&self, lined: Lined, codes: Vec<String>) -> ReadDocument {
        let Lined { sheet, lines, foot } = lined;
        let again = Again {
            ocr: self.ocr,
            page: self.page,
            sheet,
            cancel: self.cancel,
        };
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a sheet is as large as its page at most"
        )]
        let upright = Sheet {
            width: sheet.width() as u32,
            height: sheet.height() as u32,
            lines,
            foot: foot.map(|foot| foot as f32),
            codes,
            tone: self.tone,
            seals: self.seals(&sheet),
            again: Some(&again),
        };
        let read = fields::read_sheet(&upright);
        ReadDocument {
            seals: upright
                .seals
                .iter()
                .map(|seal| SealHint::of(&sheet, seal))
                .collect(),
            reading: on_page(&sheet, read),
            codes: upright.codes,
            lines: upright.lines,
        }
    }

    /// Texts of its two-dimensional codes; a card has none.
    fn codes(&self, sheet: &Placement) -> Vec<String> {
        if sheet.is_card() {
            return Vec::new();
        }
        codes_on(self.page, sheet)
    }

    /// Seals in pixels of the sheet.
    fn seals(&self, sheet: &Placement) -> Vec<Seal> {
        // A card carries none: red on it is the national emblem.
        if self.tone != Tone::Colour || sheet.is_card() {
            return Vec::new();
        }
        let picture = look(self.page, sheet, SEALS);
        #[allow(clippy::cast_possible_truncation, reason = "a ratio")]
        let scale = (sheet.width() / f64::from(picture.width())) as f32;
        seals(&picture)
            .into_iter()
            .map(|seal| seal.scaled(scale))
            .collect()
    }
}

/// A reading in pixels of the page.
fn on_page(sheet: &Placement, read: SheetReading) -> DocumentReading {
    #[allow(clippy::cast_precision_loss, reason = "pixels of a page")]
    let fields = read
        .fields
        .into_iter()
        .map(|(name, mut field)| {
            field.corners =
                sheet.quad_on_page(&field.corners.map(|point| point.map(|value| value as f32)));
            (name, field)
        })
        .collect();
    DocumentReading {
        kind: read.kind,
        corners: pixels(sheet.corners()),
        rotation: sheet.rotation(),
        fields,
    }
}
