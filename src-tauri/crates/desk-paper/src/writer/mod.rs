//! Pages into PDF, by pdf-writer. Owns everything PDF: fonts, operators,
//! pictures, metadata. The bytes depend on the pages and the metadata alone,
//! never on a clock, a counter or a random number, so that a reprint is the
//! same file.
//!
//! Does not encrypt, sign or claim PDF/A.

mod content;
mod font;
mod glyphs;
mod layers;
mod shared;
pub(crate) mod stream;

use crate::PaperError;
use crate::font::{FaceId, FontShelf};
use crate::layout::Page;
use chrono::{Datelike, NaiveDateTime, Timelike};
use glyphs::Used;
use layers::Layers;
use pdf_writer::{Date, Filter, Finish, Name, Pdf, Rect, Ref, Settings, TextStr};
use shared::Shared;
use stream::{Identity, deflated};

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
    let used = Used::of(layers.items());
    let mut pdf = Pdf::with_settings_and_capacity(Settings { pretty: false }, 256 * 1024);
    let mut identity = Identity::new(meta);
    let mut next = Ref::new(1);
    let [catalog, info, tree, resources] = [(); 4].map(|()| next.bump());
    let mut shared = Shared::default();
    let mut contents = Vec::with_capacity(layers.all.len());
    for layer in &layers.all {
        let id = next.bump();
        let operators = content::draw(layer, &used, &mut shared);
        identity.count(&operators);
        pdf.stream(id, &deflated(&operators)?)
            .filter(Filter::FlateDecode);
        contents.push(id);
    }
    let mut fonts: Vec<(&[u8], Ref)> = Vec::new();
    for id in FaceId::ALL {
        let glyphs = used.face(id);
        if let (false, Some(face)) = (glyphs.is_empty(), shelf.face(id)) {
            let object = next.bump();
            fonts.push((font_name(id), object));
            font::embed(&mut pdf, object, &mut next, (face, glyphs), &mut identity)?;
        }
    }
    shared.write(&mut pdf, resources, &fonts, &mut next, &mut identity)?;
    let kids: Vec<Ref> = pages.iter().map(|_| next.bump()).collect();
    pdf.pages(tree)
        .count(i32::try_from(kids.len()).unwrap_or(i32::MAX))
        .kids(kids.iter().copied());
    for ((page, id), numbers) in pages.iter().zip(kids).zip(&layers.of_page) {
        let shown = numbers.iter().filter_map(|number| contents.get(*number));
        self::page(&mut pdf, id, (tree, resources), page, shown.copied());
    }
    self::catalog(&mut pdf, catalog, tree, pages);
    self::info(&mut pdf, info, meta);
    let identity = identity.finish();
    pdf.set_file_id((identity.clone(), identity));
    Ok(pdf.finish())
}

fn page(
    pdf: &mut Pdf,
    id: Ref,
    (tree, resources): (Ref, Ref),
    page: &Page,
    contents: impl Iterator<Item = Ref>,
) {
    let mut object = pdf.page(id);
    object.parent(tree);
    object.media_box(Rect::new(0.0, 0.0, page.width, page.height));
    object.pair(Name(b"Resources"), resources);
    object.contents_array(contents);
}

fn catalog(pdf: &mut Pdf, id: Ref, tree: Ref, pages: &[Page]) {
    let mut catalog = pdf.catalog(id);
    catalog.pages(tree).lang(TextStr("zh-CN"));
    catalog.viewer_preferences().display_doc_title(true);
    let mut labels = catalog.insert(Name(b"PageLabels")).dict();
    let mut numbers = labels.insert(Name(b"Nums")).array();
    for (index, page) in (0_i32..).zip(pages) {
        numbers.item(index);
        let mut label = numbers.push().dict();
        label.pair(Name(b"P"), TextStr(&page.label));
    }
    numbers.finish();
    labels.finish();
}

/// Only what is true, with the paper's own date.
fn info(pdf: &mut Pdf, id: Ref, meta: &Meta) {
    let created = meta.created;
    let small = |value: u32| u8::try_from(value).unwrap_or(0);
    let date = Date::new(u16::try_from(created.year()).unwrap_or(0))
        .month(small(created.month()))
        .day(small(created.day()))
        .hour(small(created.hour()))
        .minute(small(created.minute()))
        .second(small(created.second()))
        .utc_offset_hour(8)
        .utc_offset_minute(0);
    let mut info = pdf.document_info(id);
    info.title(TextStr(&meta.title))
        .author(TextStr(&meta.author))
        .subject(TextStr(&meta.subject))
        .creator(TextStr("400受理台"))
        .producer(TextStr("desk-paper"));
    info.creation_date(date).modified_date(date);
}

/// Name of a face in the pages' resources.
fn font_name(face: FaceId) -> &'static [u8] {
    match face {
        FaceId::Regular => b"F0",
        FaceId::Bold => b"F1",
        FaceId::Fallback => b"F2",
    }
}
