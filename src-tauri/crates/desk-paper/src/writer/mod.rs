//! Pages into PDF. Owns everything PDF: fonts, streams, metadata. The bytes
//! depend on the pages and the metadata alone, never on a clock, a counter or
//! a random number, so that a reprint is the same file.
//!
//! Does not encrypt, sign or claim PDF/A.

mod content;
mod embed;
mod glyphs;

use crate::PaperError;
use crate::font::{FaceId, FontShelf};
use crate::layout::{Item, Page};
use chrono::{Datelike, NaiveDateTime, Timelike};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use glyphs::Used;
use pdf_writer::{Date, Filter, Name, Pdf, Rect, Ref, TextStr};
use sha2::{Digest, Sha256};
use std::io::Write;
use std::sync::Arc;

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

/// Hands out object numbers.
pub(crate) struct Refs(i32);

impl Refs {
    pub(crate) fn next(&mut self) -> Ref {
        self.0 += 1;
        Ref::new(self.0)
    }
}

/// Level 6 is a third smaller than 1 and no slower to read back.
const LEVEL: Compression = Compression::new(6);

/// Writes a compressed stream of `data`; `lengths` goes into its dictionary.
pub(crate) fn packed(pdf: &mut Pdf, id: Ref, data: &[u8], lengths: &[(&[u8], usize)]) {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(data.len() / 2), LEVEL);
    // Writing into memory cannot fail.
    let _ = encoder.write_all(data);
    let bytes = encoder.finish().unwrap_or_default();
    let mut stream = pdf.stream(id, &bytes);
    stream.filter(Filter::FlateDecode);
    for &(key, length) in lengths {
        stream.pair(Name(key), i32::try_from(length).unwrap_or(i32::MAX));
    }
}

/// Writes the pages.
///
/// # Errors
/// [`PaperError::FontUnusable`] when a font cannot be subset.
pub fn write(shelf: &FontShelf, pages: &[Page], meta: &Meta) -> Result<Vec<u8>, PaperError> {
    let mut pdf = Pdf::new();
    let mut refs = Refs(0);
    let used = Used::of(pages);
    let (catalog, tree, info) = (refs.next(), refs.next(), refs.next());
    let mut fonts = Vec::new();
    for id in FaceId::ALL {
        let glyphs = used.face(id);
        if let (false, Some(face)) = (glyphs.list.is_empty(), shelf.face(id)) {
            fonts.push((id, embed::embed(&mut pdf, &mut refs, face, glyphs)?));
        }
    }
    let mut streams = Layers {
        used: &used,
        written: Vec::new(),
        hash: Sha256::new(),
    };
    let mut kids = Vec::with_capacity(pages.len());
    for page in pages {
        let layers = streams.write(&mut pdf, &mut refs, page);
        let id = refs.next();
        kids.push(id);
        write_page(&mut pdf, id, tree, page, &layers, &fonts);
    }
    pdf.pages(tree)
        .kids(kids.iter().copied())
        .count(kids.len() as i32);
    write_catalog(&mut pdf, &mut refs, catalog, tree, pages);
    write_info(&mut pdf, info, meta);
    let mut hash = streams.hash;
    hash.update(format!("{meta:?}"));
    let id = hash.finalize()[..16].to_vec();
    pdf.set_file_id((id.clone(), id));
    Ok(pdf.finish())
}

/// The content streams written so far; a layer shared by pages is written once.
struct Layers<'a> {
    used: &'a Used,
    written: Vec<(Arc<Vec<Item>>, Ref)>,
    hash: Sha256,
}

impl Layers<'_> {
    fn write(&mut self, pdf: &mut Pdf, refs: &mut Refs, page: &Page) -> Vec<Ref> {
        let mut ids = Vec::with_capacity(page.layers.len());
        for layer in &page.layers {
            let known = self
                .written
                .iter()
                .find(|(other, _)| Arc::ptr_eq(other, layer));
            let id = match known {
                Some(&(_, id)) => id,
                None => {
                    let bytes = content::content(layer, self.used, page.height);
                    self.hash.update(&bytes);
                    let id = refs.next();
                    packed(pdf, id, &bytes, &[]);
                    self.written.push((Arc::clone(layer), id));
                    id
                }
            };
            ids.push(id);
        }
        ids
    }
}

fn write_page(
    pdf: &mut Pdf,
    id: Ref,
    tree: Ref,
    page: &Page,
    layers: &[Ref],
    fonts: &[(FaceId, Ref)],
) {
    let mut object = pdf.page(id);
    object
        .parent(tree)
        .media_box(Rect::new(0.0, 0.0, page.width, page.height));
    object.contents_array(layers.iter().copied());
    let mut resources = object.resources();
    let mut dictionary = resources.fonts();
    for &(face, font) in fonts {
        dictionary.pair(content::resource(face), font);
    }
}

fn write_catalog(pdf: &mut Pdf, refs: &mut Refs, id: Ref, tree: Ref, pages: &[Page]) {
    let labels: Vec<(i32, Ref)> = pages
        .iter()
        .enumerate()
        .map(|(i, _)| (i as i32, refs.next()))
        .collect();
    for (&(_, label), page) in labels.iter().zip(pages) {
        let mut dictionary = pdf.indirect(label).dict();
        dictionary.pair(Name(b"P"), TextStr(&page.label));
    }
    let mut catalog = pdf.catalog(id);
    catalog.pages(tree).lang(TextStr("zh-CN"));
    catalog.viewer_preferences().display_doc_title(true);
    let mut tree = catalog.page_labels();
    let mut nums = tree.nums();
    for (page, label) in labels {
        nums.insert(page, label);
    }
}

fn write_info(pdf: &mut Pdf, id: Ref, meta: &Meta) {
    let clamp = |value: u32| u8::try_from(value).unwrap_or(0);
    let at = meta.created;
    let date = Date::new(u16::try_from(at.year()).unwrap_or(0))
        .month(clamp(at.month()))
        .day(clamp(at.day()))
        .hour(clamp(at.hour()))
        .minute(clamp(at.minute()))
        .second(clamp(at.second()))
        .utc_offset_hour(8)
        .utc_offset_minute(0);
    let mut info = pdf.document_info(id);
    info.title(TextStr(&meta.title))
        .author(TextStr(&meta.author));
    info.subject(TextStr(&meta.subject));
    info.creator(TextStr("400受理台"))
        .producer(TextStr("desk-paper"));
    info.creation_date(date).modified_date(date);
}
