//! One sheet of a page: its lines and codes, the documents on it, and what each
//! of them says. Refuses to look for sheets.

use super::again::Again;
use super::blocks::{Block, blocks};
use super::cards::{cards_on, on_card, on_edges};
use super::frame::{framed, slant_of};
use super::lined::Lined;
use super::reader::ReadDocument;
use super::seal_hint::SealHint;
use super::{DocumentKind, DocumentReading, Seal, Sheet, SheetReading, TextLine, Tone};
use crate::clean::glimpse;
use crate::clean::placement::{Placement, pixels};
use crate::clean::warp::Pyramid;
use crate::codes::codes_on;
use crate::colour::seals;
use crate::geometry::Corners4;
use crate::ocr::{Cancel, Ocr};
use crate::{IntakeError, fields};

/// A sheet that takes this part of its page is a scan that the paper fills,
const FILLS: f64 = 0.75;
/// if its lines are this straight, in radians.
const STRAIGHT: f64 = 0.01;
/// Longest side at which seals are looked for.
const SEALS: u32 = 800;

/// Reading one page.
pub(super) struct Work<'a> {
    pub(super) ocr: &'a Ocr,
    pub(super) page: &'a Pyramid<'a>,
    pub(super) tone: Tone,
    pub(super) cancel: &'a Cancel,
}

impl Work<'_> {
    /// Documents within four edges: one as a rule, several on a copy.
    pub(super) fn edged(&self, sheet: &Placement) -> Result<Vec<ReadDocument>, IntakeError> {
        let (mut lined, codes) = self.lined_and_codes(sheet, false)?;
        let on_paper = !lined.sheet.is_card();
        let mut blocks = blocks(std::mem::take(&mut lined.lines));
        if blocks.len() > 1 || on_paper && blocks.iter().any(|block| is_of_card(block)) {
            let cards = if on_paper {
                cards_on(self.page, &lined.sheet)
            } else {
                Vec::new()
            };
            return Ok(self.documents(&lined.sheet, &cards, blocks));
        }
        lined.lines = blocks.pop().unwrap_or_default();
        Ok(vec![self.document(lined, codes)])
    }

    /// Documents of which only the print is to be seen.
    pub(super) fn bare(&self, sheet: &Placement) -> Result<Vec<ReadDocument>, IntakeError> {
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
        Ok(self.documents(&lined.sheet, &[], blocks))
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

    /// The documents of a sheet's blocks of print: within the edges of the cards
    /// that they stand on, as far as those are seen.
    fn documents(
        &self,
        sheet: &Placement,
        cards: &[Corners4],
        blocks: Vec<Vec<TextLine>>,
    ) -> Vec<ReadDocument> {
        let framed = blocks
            .into_iter()
            .filter_map(|block| on_card(sheet, cards, &block).or_else(|| self.framed(sheet, block)))
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

    /// A block within the frame that its print tells, a card within its edges
    /// where these are seen near by.
    fn framed(&self, sheet: &Placement, block: Block) -> Option<(Placement, Block)> {
        let of_card = is_of_card(&block);
        let (sheet, lines) = framed(sheet, block)?;
        Some(if of_card {
            on_edges(self.page, sheet, lines)
        } else {
            (sheet, lines)
        })
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
        let picture = glimpse(self.page, sheet, SEALS);
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

/// Whether the lines are those of one side of a card.
fn is_of_card(lines: &[TextLine]) -> bool {
    let kind = fields::kind_of(lines);
    matches!(kind, DocumentKind::IdPortrait | DocumentKind::IdEmblem)
}
