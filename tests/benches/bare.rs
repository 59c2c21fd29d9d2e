//! The peer of a paper: pages of the same words in the same fonts, written by
//! `pdf-writer` and `subsetter` with nothing between. Lines start where ours
//! do and end where their words end; nothing is justified, ruled or labelled.

use desk_paper::FontShelf;
use desk_paper::font::FaceId;
use desk_paper::layout::{Item, Page};
use flate2::{Compression, write::ZlibEncoder};
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Str};
use std::collections::BTreeMap;
use std::io::Write;
use subsetter::GlyphRemapper;

/// A line of words and where it starts, from the top left corner.
pub struct Line {
    face: FaceId,
    size: f32,
    at: (f32, f32),
    words: String,
}

const A4: (f32, f32) = (595.276, 841.89);
const FACES: [(FaceId, &str); 2] = [(FaceId::Regular, "F0"), (FaceId::Bold, "F1")];

/// The words of pages that are set already.
pub fn words(pages: &[Page]) -> Vec<Vec<Line>> {
    let line = |item: &Item| match item {
        Item::Run(run) => Some(Line {
            face: run.face,
            size: run.size,
            at: (run.glyphs.first()?.x, run.baseline),
            words: run.glyphs.iter().map(|glyph| glyph.character).collect(),
        }),
        _ => None,
    };
    let page = |page: &Page| page.items().filter_map(line).collect();
    pages.iter().map(page).collect()
}

/// Looks every glyph up, subsets the fonts, writes the pages.
pub fn write(shelf: &FontShelf, pages: &[Vec<Line>]) -> Vec<u8> {
    let mut pdf = Pdf::new();
    let mut next = Ref::new(1);
    let (catalog, tree) = (next.bump(), next.bump());
    let mut fonts = FACES.map(|(id, _)| Font::new(shelf, id, next.bump()));
    let ids: Vec<(Ref, Ref)> = pages.iter().map(|_| (next.bump(), next.bump())).collect();
    pdf.catalog(catalog).pages(tree);
    pdf.pages(tree)
        .count(i32::try_from(ids.len()).unwrap())
        .kids(ids.iter().map(|(page, _)| *page));
    for (lines, (page, contents)) in pages.iter().zip(&ids) {
        let mut object = pdf.page(*page);
        object.parent(tree).contents(*contents);
        object.media_box(Rect::new(0.0, 0.0, A4.0, A4.1));
        let mut resources = object.resources();
        let mut named = resources.fonts();
        for (font, (_, name)) in fonts.iter().zip(FACES) {
            named.pair(Name(name.as_bytes()), font.id);
        }
        named.finish();
        resources.finish();
        object.finish();
        let content = deflated(&content(lines, &mut fonts));
        pdf.stream(*contents, &content).filter(Filter::FlateDecode);
    }
    for font in fonts {
        font.write(&mut pdf, &mut next);
    }
    pdf.finish()
}

fn content(lines: &[Line], fonts: &mut [Font<'_>; 2]) -> Vec<u8> {
    let mut content = Content::new();
    content.begin_text();
    for line in lines {
        let at = usize::from(line.face == FaceId::Bold);
        content.set_font(Name(FACES[at].1.as_bytes()), line.size);
        content.set_text_matrix([1.0, 0.0, 0.0, 1.0, line.at.0, A4.1 - line.at.1]);
        content.show(Str(&fonts[at].codes(&line.words)));
    }
    content.end_text();
    content.finish().into_vec()
}

struct Font<'a> {
    face: &'a desk_paper::font::Face,
    id: Ref,
    remapper: GlyphRemapper,
    /// Character and width by number in the subset.
    used: BTreeMap<u16, (char, f32)>,
}

impl<'a> Font<'a> {
    fn new(shelf: &'a FontShelf, id: FaceId, reference: Ref) -> Self {
        Self {
            face: shelf.face(id).unwrap(),
            id: reference,
            remapper: GlyphRemapper::new(),
            used: BTreeMap::new(),
        }
    }

    fn codes(&mut self, words: &str) -> Vec<u8> {
        let mut codes = Vec::with_capacity(words.len());
        for character in words.chars() {
            let Some(glyph) = self.face.glyph(character) else {
                continue;
            };
            let code = self.remapper.remap(glyph.gid);
            self.used
                .entry(code)
                .or_insert((character, glyph.advance * 1000.0));
            codes.extend(code.to_be_bytes());
        }
        codes
    }

    fn write(self, pdf: &mut Pdf, next: &mut Ref) {
        let [cid, descriptor, unicode, file] = [(); 4].map(|()| next.bump());
        let program = subsetter::subset(self.face.data(), 0, &self.remapper).unwrap();
        let name = format!("BAREXX+{}", self.face.postscript());
        let name = Name(name.as_bytes());
        let system = SystemInfo {
            registry: Str(b"Adobe"),
            ordering: Str(b"Identity"),
            supplement: 0,
        };
        pdf.type0_font(self.id)
            .base_font(name)
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(cid)
            .to_unicode(unicode);
        let mut font = pdf.cid_font(cid);
        font.subtype(CidFontType::Type2).base_font(name);
        font.system_info(system).font_descriptor(descriptor);
        font.cid_to_gid_map_predefined(Name(b"Identity"));
        font.widths().consecutive(
            0,
            (0..self.remapper.num_gids()).map(|code| self.width(code)),
        );
        font.finish();
        let (ascent, descent) = self.face.extent();
        pdf.font_descriptor(descriptor)
            .name(name)
            .flags(FontFlags::NON_SYMBOLIC)
            .bbox(Rect::new(0.0, descent * 1000.0, 1000.0, ascent * 1000.0))
            .italic_angle(0.0)
            .ascent(ascent * 1000.0)
            .descent(descent * 1000.0)
            .cap_height(ascent * 1000.0)
            .stem_v(80.0)
            .font_file2(file);
        let mut map = UnicodeCmap::new(Name(b"Custom"), system);
        for (code, (character, _)) in &self.used {
            map.pair(*code, *character);
        }
        pdf.cmap(unicode, &deflated(&map.finish()))
            .filter(Filter::FlateDecode);
        pdf.stream(file, &deflated(&program))
            .filter(Filter::FlateDecode);
    }

    fn width(&self, code: u16) -> f32 {
        self.used.get(&code).map_or(1000.0, |(_, width)| *width)
    }
}

/// As hard as ours compresses what each file has of its own, and with the same
/// library: neither side is to win by packing worse.
const LEVEL: u32 = 2;

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(LEVEL));
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}
