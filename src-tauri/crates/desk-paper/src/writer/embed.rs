//! Puts the used part of a face into a PDF: subset, widths, the map from our
//! numbers to its glyphs, and the map back to text.

use super::glyphs::UsedGlyphs;
use super::{Refs, packed};
use crate::PaperError;
use crate::font::Face;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Finish, Name, Pdf, Rect, Ref, Str};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

const IDENTITY: SystemInfo<'static> = SystemInfo {
    registry: Str(b"Adobe"),
    ordering: Str(b"Identity"),
    supplement: 0,
};

/// Writes the face and returns the reference of the font.
///
/// # Errors
/// [`PaperError::FontUnusable`] when the font cannot be subset.
pub(super) fn embed(
    pdf: &mut Pdf,
    refs: &mut Refs,
    face: &Face,
    used: &UsedGlyphs,
) -> Result<Ref, PaperError> {
    let mut remapper = GlyphRemapper::new();
    for &(gid, ..) in &used.list {
        remapper.remap(gid);
    }
    let program =
        subsetter::subset(face.data(), 0, &remapper).map_err(|_| PaperError::FontUnusable {
            file: face.postscript().to_owned(),
        })?;
    let name = format!("{}+{}", tag(&program), face.postscript());
    let (font, cid, descriptor) = (refs.next(), refs.next(), refs.next());
    let (file, map, unicode) = (refs.next(), refs.next(), refs.next());

    let mut composite = pdf.type0_font(font);
    composite
        .base_font(Name(name.as_bytes()))
        .encoding_predefined(Name(b"Identity-H"));
    composite.descendant_font(cid).to_unicode(unicode);
    composite.finish();

    let mut cid_font = pdf.cid_font(cid);
    cid_font
        .subtype(CidFontType::Type2)
        .base_font(Name(name.as_bytes()));
    cid_font
        .system_info(IDENTITY)
        .font_descriptor(descriptor)
        .default_width(1000.0);
    cid_font.cid_to_gid_map_stream(map);
    let widths = used
        .list
        .iter()
        .map(|&(_, _, width)| (width * 1000.0).round());
    cid_font.widths().consecutive(1, widths);
    cid_font.finish();

    describe(pdf, descriptor, &name, face, file);
    packed(pdf, file, &program, &[(b"Length1", program.len())]);
    let glyphs = used
        .list
        .iter()
        .map(|&(gid, ..)| remapper.get(gid).unwrap_or(0));
    let table: Vec<u8> = std::iter::once(0)
        .chain(glyphs)
        .flat_map(u16::to_be_bytes)
        .collect();
    packed(pdf, map, &table, &[]);
    packed(pdf, unicode, &to_unicode(used), &[]);
    Ok(font)
}

fn describe(pdf: &mut Pdf, id: Ref, name: &str, face: &Face, file: Ref) {
    let (ascent, descent) = face.extent();
    let bbox = Rect::new(-1000.0, descent * 1000.0, 3000.0, ascent * 1000.0);
    let mut descriptor = pdf.font_descriptor(id);
    descriptor
        .name(Name(name.as_bytes()))
        .flags(FontFlags::SYMBOLIC | FontFlags::SERIF)
        .bbox(bbox)
        .italic_angle(0.0)
        .ascent((ascent * 1000.0).round())
        .descent((descent * 1000.0).round())
        .cap_height(733.0)
        .stem_v(if name.ends_with("Bold") { 140.0 } else { 80.0 })
        .font_file2(file);
}

fn to_unicode(used: &UsedGlyphs) -> Vec<u8> {
    let mut cmap = UnicodeCmap::new(Name(b"Desk400-Unicode"), IDENTITY);
    for (i, &(_, character, _)) in used.list.iter().enumerate() {
        cmap.pair(i as u16 + 1, character);
    }
    cmap.finish().into_vec()
}

/// The six capitals that mark a subset, the same for the same glyphs.
fn tag(program: &[u8]) -> String {
    Sha256::digest(program)
        .iter()
        .take(6)
        .map(|byte| char::from(b'A' + byte % 26))
        .collect()
}
