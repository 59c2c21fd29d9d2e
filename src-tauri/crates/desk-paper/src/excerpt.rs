//! Some pages of a PDF as a file of their own. What was signed or filled in over
//! the whole file does not hold for a part of it and is left out. Refuses pages
//! that are not there.

use crate::PaperError;
use lopdf::Document;
use std::ops::RangeInclusive;

/// The pages `wanted` of a PDF, counted from 1.
///
/// # Errors
/// [`PaperError::PdfUnreadable`], also when none of the pages is there.
pub fn excerpt(pdf: &[u8], wanted: RangeInclusive<u32>) -> Result<Vec<u8>, PaperError> {
    let mut document = Document::load_mem(pdf).map_err(|_| PaperError::PdfUnreadable)?;
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let (kept, rest): (Vec<u32>, Vec<u32>) =
        pages.into_iter().partition(|page| wanted.contains(page));
    if kept.is_empty() {
        return Err(PaperError::PdfUnreadable);
    }
    document.delete_pages(&rest);
    if let Ok(catalogue) = document.catalog_mut() {
        for entry in [b"AcroForm".as_slice(), b"PageLabels", b"Outlines", b"Perms"] {
            catalogue.remove(entry);
        }
    }
    document.prune_objects();
    document.renumber_objects();
    let mut written = Vec::new();
    document
        .save_to(&mut written)
        .map_err(|_| PaperError::PdfUnreadable)?;
    Ok(written)
}
