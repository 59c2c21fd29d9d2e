//! The used part of a face in a PDF: subset outlines, widths, the characters
//! behind the glyphs, a name with the six capitals that mark a subset.

use super::glyphs::UsedGlyphs;
use super::stream::{Identity, deflated};
use crate::PaperError;
use crate::font::Face;
use flate2::Crc;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Finish, Name, Pdf, Rect, Ref, Str};

const SYSTEM: SystemInfo<'_> = SystemInfo {
    registry: Str(b"Adobe"),
    ordering: Str(b"Identity"),
    supplement: 0,
};

/// Writes the font as object `id`.
///
/// # Errors
/// [`PaperError::FontUnusable`] when the font cannot be subset.
pub(super) fn embed(
    pdf: &mut Pdf,
    id: Ref,
    next: &mut Ref,
    (face, used): (&Face, &UsedGlyphs),
    identity: &mut Identity,
) -> Result<(), PaperError> {
    let program = subsetter::subset(face.data(), 0, &used.remapper).map_err(|_| {
        PaperError::FontUnusable {
            file: face.postscript().to_owned(),
        }
    })?;
    identity.count(&program);
    let name = format!("{}+{}", tag(&program), face.postscript());
    let name = Name(name.as_bytes());
    let [cid, descriptor, unicode, file] = [(); 4].map(|()| next.bump());
    pdf.type0_font(id)
        .base_font(name)
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(cid)
        .to_unicode(unicode);
    let mut font = pdf.cid_font(cid);
    font.subtype(CidFontType::Type2).base_font(name);
    font.system_info(SYSTEM).font_descriptor(descriptor);
    font.cid_to_gid_map_predefined(Name(b"Identity"));
    font.widths()
        .consecutive(0, used.widths.iter().copied().map(f32::from));
    font.finish();
    describe(pdf, descriptor, name, face, file);
    let mut map = UnicodeCmap::new(Name(b"Characters"), SYSTEM);
    for (number, character) in used.characters() {
        map.pair(number, character);
    }
    pdf.cmap(unicode, &deflated(&map.finish())?)
        .filter(Filter::FlateDecode);
    let length = i32::try_from(program.len()).unwrap_or(i32::MAX);
    pdf.stream(file, &deflated(&program)?)
        .filter(Filter::FlateDecode)
        .pair(Name(b"Length1"), length);
    Ok(())
}

fn describe(pdf: &mut Pdf, id: Ref, name: Name<'_>, face: &Face, file: Ref) {
    let (ascent, descent) = face.extent();
    let (ascent, descent) = ((ascent * 1000.0).round(), (descent * 1000.0).round());
    pdf.font_descriptor(id)
        .name(name)
        .flags(FontFlags::SERIF | FontFlags::SYMBOLIC)
        .bbox(Rect::new(0.0, descent, 1000.0, ascent))
        .italic_angle(0.0)
        .ascent(ascent)
        .descent(descent)
        .cap_height(ascent)
        .stem_v(80.0)
        .font_file2(file);
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
