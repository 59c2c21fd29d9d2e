//! What printpdf leaves to be said: language, page labels, dates, an identity
//! that is the hash of the content, and nothing that differs between two runs.

use super::stock::Stock;
use super::stream::deflated;
use crate::PaperError;
use crate::layout::Page;
use crate::writer::Meta;
use flate2::Crc;
use lopdf::{Document, Object, StringFormat, dictionary, text_string};
use sha2::{Digest, Sha256};

/// Completes and compresses the document.
///
/// # Errors
/// [`PaperError::Unwritable`] when the document cannot be put into bytes.
pub(super) fn finish(
    mut document: Document,
    pages: &[Page],
    meta: &Meta,
    stock: Option<&Stock>,
) -> Result<Vec<u8>, PaperError> {
    document.version = "1.7".to_owned();
    catalog(&mut document, pages)?;
    info(&mut document, meta)?;
    let id = Object::String(identity(&document, meta), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
    let size = compress(&mut document, stock)?;
    let mut bytes = Vec::with_capacity(size + size / 8);
    document
        .save_to(&mut bytes)
        .map_err(|_| PaperError::Unwritable)?;
    Ok(bytes)
}

fn catalog(document: &mut Document, pages: &[Page]) -> Result<(), PaperError> {
    let mut numbers = Vec::with_capacity(pages.len() * 2);
    for (index, page) in (0_i64..).zip(pages) {
        numbers.push(Object::Integer(index));
        numbers.push(dictionary! { "P" => text_string(&page.label) }.into());
    }
    let catalog = document.catalog_mut().map_err(|_| PaperError::Unwritable)?;
    catalog.set("Lang", Object::string_literal("zh-CN"));
    catalog.set(
        "ViewerPreferences",
        dictionary! { "DisplayDocTitle" => true },
    );
    catalog.set("PageLabels", dictionary! { "Nums" => numbers });
    Ok(())
}

/// Only what is true: no PDF/X version, no trapping, the paper's own date.
fn info(document: &mut Document, meta: &Meta) -> Result<(), PaperError> {
    let reference = document.trailer.get(b"Info").and_then(Object::as_reference);
    let info = reference
        .and_then(|id| document.get_object_mut(id))
        .and_then(Object::as_dict_mut)
        .map_err(|_| PaperError::Unwritable)?;
    for entry in [
        &b"GTS_PDFXVersion"[..],
        b"Trapped",
        b"Identifier",
        b"Keywords",
    ] {
        info.remove(entry);
    }
    let date = meta.created.format("D:%Y%m%d%H%M%S+08'00'").to_string();
    info.set("CreationDate", Object::string_literal(date.clone()));
    info.set("ModDate", Object::string_literal(date));
    Ok(())
}

/// As lopdf's own compression, which asks for the last percents of size at
/// several times the time. Pictures and the stock's fonts are compressed already. Gives the bytes of
/// all streams together.
fn compress(document: &mut Document, stock: Option<&Stock>) -> Result<usize, PaperError> {
    let mut size = 0;
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else {
            continue;
        };
        if !stream.dict.has(b"Filter") {
            let kept = stock.and_then(|stock| stock.compressed(&stream.content));
            let compressed = match kept {
                Some(kept) => kept.to_vec(),
                None => deflated(&stream.content)?,
            };
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(compressed);
        }
        size += stream.content.len();
    }
    Ok(size)
}

/// SHA-256 over everything in the document, cut to the 16 bytes an identity has.
/// Streams count by length and check sum: an identity tells files apart, and the
/// hash that proves a file is taken of the finished one.
fn identity(document: &Document, meta: &Meta) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(format!("{meta:?}"));
    for object in document.objects.values() {
        match object {
            Object::Stream(stream) => {
                let mut sum = Crc::new();
                sum.update(&stream.content);
                hash.update((stream.content.len() as u64).to_be_bytes());
                hash.update(sum.sum().to_be_bytes());
            }
            other => hash.update(format!("{other:?}")),
        }
    }
    hash.finalize()[..16].to_vec()
}
