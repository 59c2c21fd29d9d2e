//! Pages into PDF, by printpdf. Owns everything PDF: fonts, operators,
//! pictures, metadata. The bytes depend on the pages and the metadata alone,
//! never on a clock, a counter or a random number, so that a reprint is the
//! same file.
//!
//! printpdf writes fonts, operators, pictures and states; what it has no way to
//! say (pages that share a layer, language, page labels, an identity) is
//! completed in the document it hands over, and font programs, which it would
//! copy many times, are put in there too.
//!
//! Does not encrypt, sign or claim PDF/A.

mod embed;
mod finish;
mod glyphs;
mod layers;
mod ops;
mod pages;
mod programs;
mod shared;
mod stock;
pub(crate) mod stream;
mod text;

use crate::PaperError;
use crate::font::{FaceId, FontShelf};
use crate::layout::Page;
use chrono::NaiveDateTime;
use embed::Program;
use glyphs::{Slot, Used};
use layers::{Layer, Layers};
use lopdf::Document;
use printpdf::{
    CustomPdfConformance, FontId, PdfConformance, PdfDocument, PdfFont, PdfPage, PdfSaveOptions,
    Pt, Rect,
};
use shared::Shared;
pub(crate) use stock::{Stock, Stocks};
use stream::Deflater;

/// What a PDF says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meta {
    /// Shown in the title bar of a viewer.
    pub title: String,
    /// The firm.
    pub author: String,
    /// What it is about, for example the agreement's number.
    pub subject: String,
    /// Date of creation, in China's time.
    pub created: NaiveDateTime,
}

/// A finished file.
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// Its SHA-256.
    pub sha256: [u8; 32],
}

/// Writes the pages.
///
/// # Errors
/// [`PaperError::FontUnusable`] when a font cannot be subset.
pub fn write(shelf: &FontShelf, pages: &[Page], meta: &Meta) -> Result<Written, PaperError> {
    write_from(shelf, None, pages, meta)
}

/// As [`write`], with the fonts of a stock where it has what the pages use.
///
/// # Errors
/// As [`write`].
pub(crate) fn write_from(
    shelf: &FontShelf,
    stock: Option<&Stock>,
    pages: &[Page],
    meta: &Meta,
) -> Result<Written, PaperError> {
    let layers = Layers::of(pages);
    let used = Used::of(layers.items(), stock);
    let mut deflater = Deflater::new();
    let (mut written, programs) = printed(shelf, &layers, &used, meta, &mut deflater)?;
    pages::assemble(&mut written, &layers).map_err(|_| PaperError::Unwritable)?;
    programs::put_in(&mut written, &used.stock_programs(), &programs)?;
    finish::finish(
        written,
        pages,
        meta,
        &mut deflater,
        stock.map(Stock::beginning),
    )
}

/// The document as printpdf writes it, with a page for each layer, and the
/// programs of the fonts that are its own.
fn printed(
    shelf: &FontShelf,
    layers: &Layers<'_>,
    used: &Used<'_>,
    meta: &Meta,
    deflater: &mut Deflater,
) -> Result<(Document, Vec<Program>), PaperError> {
    let mut programs = Vec::new();
    let mut document = PdfDocument::new(&meta.title);
    let fonts = &mut document.resources.fonts.map;
    for face in FaceId::ALL {
        let slot = |stocked| resource(Slot { face, stocked });
        let glyphs = used.face(face);
        if let (false, Some(found)) = (glyphs.is_empty(), shelf.face(face)) {
            let embedded = embed::embed(found, glyphs, deflater)?;
            fonts.insert(slot(false), PdfFont::new(embedded.font));
            programs.push(embedded.program);
        }
        if let Some(font) = used.stock_font(face) {
            fonts.insert(slot(true), PdfFont::new(font.clone()));
        }
    }
    let info = &mut document.metadata.info;
    info.author.clone_from(&meta.author);
    info.subject.clone_from(&meta.subject);
    "400受理台".clone_into(&mut info.creator);
    "desk-paper".clone_into(&mut info.producer);
    // Otherwise printpdf claims PDF/X-3 and embeds a colour profile for it.
    info.conformance = PdfConformance::Custom(CustomPdfConformance::default());
    let mut shared = Shared::default();
    let sheets = layers.all.iter().map(|layer| PdfPage {
        media_box: sheet(layer),
        trim_box: sheet(layer),
        crop_box: sheet(layer),
        ops: ops::ops(layer, used, &mut shared),
    });
    document.pages = sheets.collect();
    shared.name(&mut document.resources);
    // Subsetting is done already, and better for Chinese than printpdf's own.
    // It lets operators through that it does not know, for there are only ours.
    let options = PdfSaveOptions {
        subset_fonts: false,
        secure: false,
        ..PdfSaveOptions::default()
    };
    let written = document.to_lopdf_document(&options, &mut Vec::new());
    Ok((written, programs))
}

fn sheet(layer: &Layer<'_>) -> Rect {
    Rect::from_wh(Pt(layer.width), Pt(layer.height))
}

/// Name of a font in the pages' resources.
fn resource(slot: Slot) -> FontId {
    FontId(
        match (slot.face, slot.stocked) {
            (FaceId::Regular, false) => "F0",
            (FaceId::Bold, false) => "F1",
            (FaceId::Fallback, _) => "F2",
            (FaceId::Regular, true) => "S0",
            (FaceId::Bold, true) => "S1",
        }
        .to_owned(),
    )
}
