//! The used part of a face: what printpdf is told of it, and its program, which
//! printpdf never sees. printpdf copies a program five times on its way into the
//! file; it gets the font's name in its place, and the program is put in when
//! the document is finished.

use super::glyphs::UsedGlyphs;
use super::stream::Deflater;
use crate::PaperError;
use crate::font::Face;
use flate2::Crc;
use lopdf::{Object, Stream, dictionary};
use printpdf::{FontMetrics, ParsedFont};

/// Units an em has in everything we hand to printpdf.
const EM: u16 = 1000;

/// The subset of a face.
pub(super) struct Embedded {
    /// As printpdf takes it: widths and characters, a name with the six capitals
    /// that mark a subset, and that name in the place of the program.
    pub font: ParsedFont,
    pub program: Program,
}

/// A font program as it stands in a file.
pub(super) struct Program {
    /// What stands in its place until then.
    pub stand_in: Vec<u8>,
    /// Bytes before they were compressed.
    length: usize,
    compressed: Vec<u8>,
}

impl Program {
    /// The program as an object of a document.
    pub fn object(&self) -> Object {
        let length = i64::try_from(self.length).unwrap_or(i64::MAX);
        let dictionary = dictionary! { "Length1" => length, "Filter" => "FlateDecode" };
        Stream::new(dictionary, self.compressed.clone()).into()
    }
}

/// The subset of a face.
///
/// # Errors
/// [`PaperError::FontUnusable`] when the font cannot be subset.
pub(super) fn embed(
    face: &Face,
    used: &UsedGlyphs,
    deflater: &mut Deflater,
) -> Result<Embedded, PaperError> {
    let bytes = subsetter::subset(face.data(), 0, &used.remapper).map_err(|_| {
        PaperError::FontUnusable {
            file: face.postscript().to_owned(),
        }
    })?;
    let name = format!("{}+{}", tag(&bytes), face.postscript());
    let program = Program {
        stand_in: name.clone().into_bytes(),
        length: bytes.len(),
        compressed: deflater.deflate(&bytes)?,
    };
    let (ascent, descent) = face.extent();
    let (ascent, descent) = (thousandths(ascent), thousandths(descent));
    let metrics = FontMetrics { ascent, descent };
    let mut font = ParsedFont::with_glyph_data(
        program.stand_in.clone(),
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
    Ok(Embedded { font, program })
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
