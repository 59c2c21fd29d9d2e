//! The used part of a face as printpdf takes it: subset bytes, widths, a name
//! with the six capitals that mark a subset.

use super::glyphs::UsedGlyphs;
use crate::PaperError;
use crate::font::Face;
use flate2::Crc;
use printpdf::{FontMetrics, ParsedFont};

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
    let (ascent, descent) = (thousandths(ascent), thousandths(descent));
    let metrics = FontMetrics { ascent, descent };
    let mut font = ParsedFont::with_glyph_data(
        program,
        0,
        Some(name),
        used.found.clone(),
        used.widths().collect(),
        EM,
        metrics,
    );
    // Everything we set stands between the ascent and the descent of an em.
    let outline = &mut font.pdf_font_metrics;
    (outline.y_min, outline.y_max) = (descent, ascent);
    outline.x_max = 1000;
    Ok(font)
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
