//! Pages into PDF, by printpdf. Owns everything PDF: fonts, operators,
//! pictures, metadata. The bytes depend on the pages and the metadata alone,
//! never on a clock, a counter or a random number, so that a reprint is the
//! same file.
//!
//! printpdf writes fonts, operators, pictures and states; what it has no way to
//! say (pages that share a layer, language, page labels, an identity) is
//! completed in the document it hands over.
//!
//! Does not encrypt, sign or claim PDF/A.

mod embed;
mod finish;
mod glyphs;
mod layers;
mod ops;
mod pages;
mod shared;
pub(crate) mod stream;
mod text;

use crate::PaperError;
use crate::font::{FaceId, FontShelf};
use crate::layout::Page;
use chrono::NaiveDateTime;
use glyphs::Used;
use layers::{Layer, Layers};
use lopdf::Document;
use printpdf::{
    CustomPdfConformance, FontId, PdfConformance, PdfDocument, PdfFont, PdfPage, PdfSaveOptions,
    Pt, Rect,
};
use shared::Shared;

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

/// Writes the pages.
///
/// # Errors
/// [`PaperError::FontUnusable`] when a font cannot be subset.
pub fn write(shelf: &FontShelf, pages: &[Page], meta: &Meta) -> Result<Vec<u8>, PaperError> {
    let layers = Layers::of(pages);
    let mut written = printed(shelf, &layers, meta)?;
    pages::assemble(&mut written, &layers).map_err(|_| PaperError::Unwritable)?;
    finish::finish(written, pages, meta)
}

/// The document as printpdf writes it, with a page for each layer.
fn printed(shelf: &FontShelf, layers: &Layers<'_>, meta: &Meta) -> Result<Document, PaperError> {
    let used = Used::of(layers.items());
    let mut document = PdfDocument::new(&meta.title);
    for id in FaceId::ALL {
        let glyphs = used.face(id);
        if let (false, Some(face)) = (glyphs.is_empty(), shelf.face(id)) {
            let font = PdfFont::new(embed::embed(face, glyphs)?);
            document.resources.fonts.map.insert(resource(id), font);
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
        ops: ops::ops(layer, &used, &mut shared),
    });
    document.pages = sheets.collect();
    shared.name(&mut document.resources);
    // Subsetting is done already, and better for Chinese than printpdf's own.
    let options = PdfSaveOptions {
        subset_fonts: false,
        ..PdfSaveOptions::default()
    };
    Ok(document.to_lopdf_document(&options, &mut Vec::new()))
}

fn sheet(layer: &Layer<'_>) -> Rect {
    Rect::from_wh(Pt(layer.width), Pt(layer.height))
}

/// Name of a face in the pages' resources.
fn resource(face: FaceId) -> FontId {
    FontId(
        match face {
            FaceId::Regular => "F0",
            FaceId::Bold => "F1",
            FaceId::Fallback => "F2",
        }
        .to_owned(),
    )
}
