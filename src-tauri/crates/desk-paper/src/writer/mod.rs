//! Pages into PDF, by printpdf. Owns everything PDF: fonts, operators,
//! metadata. The bytes depend on the pages and the metadata alone, never on a
//! clock, a counter or a random number, so that a reprint is the same file.
//!
//! Does not encrypt, sign or claim PDF/A.

mod embed;
mod finish;
mod glyphs;
mod layers;
mod ops;
mod pages;

use crate::PaperError;
use crate::font::{FaceId, FontShelf};
use crate::layout::Page;
use chrono::NaiveDateTime;
use glyphs::Used;
use layers::Layers;
use printpdf::{
    CustomPdfConformance, FontId, Mm, PdfConformance, PdfDocument, PdfFont, PdfPage,
    PdfSaveOptions, Pt,
};

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
    let mut used = Used::of(layers.items());
    let mut document = PdfDocument::new(&meta.title);
    for id in FaceId::ALL {
        let glyphs = used.face_mut(id);
        if let (false, Some(face)) = (glyphs.is_empty(), shelf.face(id)) {
            let font = PdfFont::new(embed::embed(face, glyphs)?);
            document.resources.fonts.map.insert(resource(id), font);
        }
    }
    let info = &mut document.metadata.info;
    info.author.clone_from(&meta.author);
    info.subject.clone_from(&meta.subject);
    info.creator = "400受理台".to_owned();
    info.producer = "desk-paper".to_owned();
    // Otherwise printpdf claims PDF/X-3 and embeds a colour profile for it.
    info.conformance = PdfConformance::Custom(CustomPdfConformance::default());
    document.pages = layers
        .all
        .iter()
        .map(|layer| {
            let (width, height) = (Mm::from(Pt(layer.width)), Mm::from(Pt(layer.height)));
            PdfPage::new(width, height, ops::ops(layer, &used))
        })
        .collect();
    // Subsetting is done already, and better for Chinese than printpdf's own.
    let options = PdfSaveOptions {
        subset_fonts: false,
        ..PdfSaveOptions::default()
    };
    let mut written = document.to_lopdf_document(&options, &mut Vec::new());
    pages::assemble(&mut written, &layers).map_err(|_| PaperError::Unwritable)?;
    finish::finish(written, pages, meta)
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
