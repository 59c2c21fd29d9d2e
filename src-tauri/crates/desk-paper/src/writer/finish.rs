//! What printpdf leaves to be said: language, page labels, dates, an identity
//! that is the hash of the content, and nothing that differs between two runs.

use super::programs::{Beginning, VERSION};
use super::stream::Deflater;
use crate::PaperError;
use crate::layout::Page;
use crate::writer::{Meta, Written};
use lopdf::{Document, Object, StringFormat, dictionary, text_string};
use sha2::Digest;

/// Completes and compresses the document.
///
/// # Errors
/// [`PaperError::Unwritable`] when the document cannot be put into bytes.
pub(super) fn finish(
    mut document: Document,
    pages: &[Page],
    meta: &Meta,
    deflater: &mut Deflater,
    beginning: Option<&Beginning>,
) -> Result<Written, PaperError> {
    document.version = VERSION.to_owned();
    catalog(&mut document, pages)?;
    info(&mut document, meta)?;
    let blank = Object::String(vec![0; IDENTITY], StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![blank.clone(), blank]);
    let size = compress(&mut document, deflater)?;
    let mut bytes = Vec::with_capacity(size + size / 8);
    document
        .save_to(&mut bytes)
        .map_err(|_| PaperError::Unwritable)?;
    let sha256 = identify(&mut bytes, beginning)?;
    Ok(Written { bytes, sha256 })
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
/// several times the time. Pictures and fonts are compressed already. Gives the
/// bytes of all streams together.
fn compress(document: &mut Document, deflater: &mut Deflater) -> Result<usize, PaperError> {
    let mut size = 0;
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else {
            continue;
        };
        if !stream.dict.has(b"Filter") {
            let compressed = deflater.deflate(&stream.content)?;
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(compressed);
        }
        size += stream.content.len();
    }
    Ok(size)
}

/// Bytes of an identity.
const IDENTITY: usize = 16;

/// Puts the identity into the file's trailer, the hash of everything before it,
/// cut to its length; and gives the hash of the whole file, which goes through
/// the same bytes.
///
/// # Errors
/// [`PaperError::Unwritable`] for a file without a place for it.
fn identify(bytes: &mut [u8], beginning: Option<&Beginning>) -> Result<[u8; 32], PaperError> {
    let blank = "00".repeat(IDENTITY);
    let key = format!("/ID[<{blank}><{blank}>]");
    let at = memchr::memmem::rfind(bytes, key.as_bytes()).ok_or(PaperError::Unwritable)?;
    let begun = beginning.and_then(|beginning| beginning.hashed(bytes));
    let (mut hash, done) = begun.unwrap_or_default();
    hash.update(&bytes[done..at]);
    let before = hash.clone().finalize();
    let digits = before.iter().take(IDENTITY);
    let identity: String = digits.map(|byte| format!("{byte:02X}")).collect();
    let key = format!("/ID[<{identity}><{identity}>]");
    bytes[at..at + key.len()].copy_from_slice(key.as_bytes());
    hash.update(&bytes[at..]);
    Ok(hash.finalize().into())
}
