//! The used part of a face as printpdf takes it: subset bytes, widths, a name
//! with the six capitals that mark a subset.

use super::glyphs::UsedGlyphs;
use crate::PaperError;
use crate::font::Face;
use flate2::Crc;
use printpdf::{FontMetrics, ParsedFont};
use std::collections::BTreeMap;

/// Units an em has in everything we hand to printpdf.
const EM: u16 = 1000;

/// The subset of a face.
///
/// # Errors
/// [`PaperError::FontUnusable`] when the font cannot be subset.
pub(super) fn embed(face: &Face, used: &UsedGlyphs) -> Result<ParsedFont, PaperError> {
    let program = subsetter::subset(face.data(), 0, &used.remapper).map_err(|_| {
        PaperError::FontUnusable {
            file: face.postscript().to_owned(),
        }
    })?;
    let name = format!("{}+{}", tag(&program), face.postscript());
    let (ascent, descent) = face.extent();
    let metrics = FontMetrics {
        ascent: thousandths(ascent),
        descent: thousandths(descent),
    };
    // The characters behind the glyphs go with the text itself, so that text
    // copied out is right; the map from characters to glyphs stays empty.
    let characters = BTreeMap::new();
    let widths = used.widths.clone();
    Ok(ParsedFont::with_glyph_data(
        program,
        0,
        Some(name),
        characters,
        widths,
        EM,
        metrics,
    ))
}

#[allow(clippy::cast_possible_truncation, reason = "an extent is about one em")]
fn thousandths(length: f32) -> i16 {
    (length * f32::from(EM)).round() as i16
}

/// Six capitals, the same for the same glyphs. They only tell subsets apart, for
/// which a check sum does.
fn tag(program: &[u8]) -> String {
    let mut sum = Crc::new();
    sum.update(program);
    let letters = (0..6).scan(sum.sum(), |rest, _| {
        let letter = (b'A'..=b'Z').nth((*rest % 26) as usize);
        *rest /= 26;
        letter
    });
    letters.map(char::from).collect()
}
