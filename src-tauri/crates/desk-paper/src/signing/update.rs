//! Signs by adding to the end of a file and never touching what was there (an
//! incremental update, ISO 32000-1, 7.5.6): so the file as it was printed can
//! always be cut out again, bit by bit.

use super::cms::{attributes, build, to_hex};
use super::key::SigningKey;
use super::within_limit;
use crate::PaperError;
use chrono::NaiveDateTime;
use lopdf::{
    Dictionary, Document, IncrementalDocument, Object, ObjectId, StringFormat, dictionary,
    text_string,
};
use memchr::memmem;
use sha2::{Digest, Sha256};

/// Stands where lengths will, as wide as any of them.
const LATER: i64 = 9_999_999_999;
/// The longest DER form of a P-256 signature.
const LONGEST_SIGNATURE: usize = 72;
/// Annotation flags: printed (as nothing, having no size) and locked.
const LOCKED: i64 = 132;

/// Signs a PDF at this moment of China's time; the same call gives the same
/// bytes, and they begin with those of `pdf`.
///
/// # Errors
/// [`PaperError::PdfUnreadable`], [`PaperError::PdfEncrypted`],
/// [`PaperError::PdfTooLarge`]; [`PaperError::PdfSigned`] when it bears a
/// signature already, which this one would leave looking changed.
pub fn sign(
    pdf: &[u8],
    key: &SigningKey,
    at: NaiveDateTime,
    reason: &str,
) -> Result<Vec<u8>, PaperError> {
    within_limit(pdf)?;
    if memmem::find(pdf, b"/ByteRange").is_some() {
        return Err(PaperError::PdfSigned);
    }
    let document = Document::load_mem(pdf).map_err(|_| PaperError::PdfUnreadable)?;
    if document.is_encrypted() {
        return Err(PaperError::PdfEncrypted);
    }
    let longest = signature(key, &[0; 32], &[0; LONGEST_SIGNATURE])?.len();
    let mut update = IncrementalDocument::create_from(pdf.to_vec(), document);
    let value = dictionary! {
        "Type" => "Sig",
        "Filter" => "Adobe.PPKLite",
        "SubFilter" => "ETSI.CAdES.detached",
        "ByteRange" => vec![0.into(), LATER.into(), LATER.into(), LATER.into()],
        "Contents" => Object::String(vec![0; longest], StringFormat::Hexadecimal),
        "M" => Object::string_literal(at.format("D:%Y%m%d%H%M%S+08'00'").to_string()),
        "Name" => text_string(&key.firm()),
        "Reason" => text_string(reason.trim()),
    };
    add_field(&mut update, value).map_err(|_| PaperError::PdfUnreadable)?;
    identify(&mut update, pdf, at);
    let mut signed = Vec::with_capacity(pdf.len() + 16 * 1024);
    update
        .save_to(&mut signed)
        .map_err(|_| PaperError::Unwritable)?;
    signed.push(b'\n');
    fill(&mut signed, pdf.len(), longest, key)?;
    Ok(signed)
}

fn signature(key: &SigningKey, digest: &[u8; 32], made: &[u8]) -> Result<Vec<u8>, PaperError> {
    attributes(digest, key.certificate())
        .and_then(|attributes| build(&key.certificate, attributes, made))
        .map_err(|_| PaperError::Unwritable)
}

/// The field without size on the first page, and the form that lists it.
fn add_field(update: &mut IncrementalDocument, value: Dictionary) -> lopdf::Result<()> {
    let (root, page) = {
        let before = update.get_prev_documents();
        let root = before.trailer.get(b"Root")?.as_reference()?;
        let pages = before.get_pages();
        let page = pages.values().next().copied();
        (root, page.ok_or(lopdf::Error::PageNumberNotFound(1))?)
    };
    let value = update.new_document.add_object(value);
    let field = update.new_document.add_object(dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "FT" => "Sig",
        "T" => Object::string_literal("Signature1"),
        "V" => value,
        "P" => page,
        "F" => LOCKED,
        "Rect" => vec![0.into(), 0.into(), 0.into(), 0.into()],
    });
    list(update, page, b"Annots", field)?;
    update.opt_clone_object_to_new_document(root)?;
    let form = form_of(update, root)?;
    match form {
        Some(form) => {
            update.opt_clone_object_to_new_document(form)?;
            list(update, form, b"Fields", field)?;
            let form = update.new_document.get_object_mut(form)?.as_dict_mut()?;
            form.set("SigFlags", 3);
        }
        None => {
            let catalog = update.new_document.get_object_mut(root)?.as_dict_mut()?;
            let form = dictionary! { "Fields" => vec![field.into()], "SigFlags" => 3 };
            catalog.set("AcroForm", form);
        }
    }
    Ok(())
}

/// The form the file has already, as an object of its own.
fn form_of(update: &mut IncrementalDocument, root: ObjectId) -> lopdf::Result<Option<ObjectId>> {
    let catalog = update.new_document.get_object(root)?.as_dict()?;
    match catalog.get(b"AcroForm") {
        Ok(Object::Reference(form)) => Ok(Some(*form)),
        Ok(Object::Dictionary(form)) => {
            let form = form.clone();
            let form = update.new_document.add_object(form);
            let catalog = update.new_document.get_object_mut(root)?.as_dict_mut()?;
            catalog.set("AcroForm", form);
            Ok(Some(form))
        }
        _ => Ok(None),
    }
}

/// Adds the field to a list of `owner`'s, which may stand by itself.
fn list(
    update: &mut IncrementalDocument,
    owner: ObjectId,
    key: &[u8],
    field: ObjectId,
) -> lopdf::Result<()> {
    update.opt_clone_object_to_new_document(owner)?;
    let dictionary = update.new_document.get_object_mut(owner)?.as_dict_mut()?;
    match dictionary.get_mut(key) {
        Ok(Object::Array(list)) => list.push(field.into()),
        Ok(Object::Reference(list)) => {
            let list = *list;
            update.opt_clone_object_to_new_document(list)?;
            let list = update.new_document.get_object_mut(list)?;
            list.as_array_mut()?.push(field.into());
        }
        _ => dictionary.set(key, vec![field.into()]),
    }
    Ok(())
}

/// The second half of the identity tells the states of one file apart.
fn identify(update: &mut IncrementalDocument, pdf: &[u8], at: NaiveDateTime) {
    let trailer = &mut update.new_document.trailer;
    if let Ok(Object::Array(id)) = trailer.get_mut(b"ID")
        && let Some(second) = id.get_mut(1)
    {
        let mut hash = Sha256::new();
        hash.update(Sha256::digest(pdf));
        hash.update(at.to_string());
        *second = Object::String(hash.finalize()[..16].to_vec(), StringFormat::Hexadecimal);
    }
}

/// Writes the lengths and the signature into the places kept for them.
fn fill(
    signed: &mut [u8],
    before: usize,
    longest: usize,
    key: &SigningKey,
) -> Result<(), PaperError> {
    let find = |words: &str, signed: &[u8]| {
        let at = memmem::find(signed.get(before..)?, words.as_bytes())?;
        Some(before + at)
    };
    let kept = format!("/ByteRange[0 {LATER} {LATER} {LATER}]");
    let range = find(&kept, signed).ok_or(PaperError::Unwritable)?;
    let start = find("/Contents<", signed).ok_or(PaperError::Unwritable)? + "/Contents".len();
    let end = start + 2 * longest + 2;
    let lengths = format!("/ByteRange[0 {start} {end} {}]", signed.len() - end);
    let place = signed.get_mut(range..range + kept.len());
    let place = place.ok_or(PaperError::Unwritable)?;
    place.fill(b' ');
    place[..lengths.len()].copy_from_slice(lengths.as_bytes());
    let digest = digest(signed, (start, end)).ok_or(PaperError::Unwritable)?;
    let told = attributes(&digest, key.certificate())
        .and_then(|attributes| der::Encode::to_der(&attributes))
        .map_err(|_| PaperError::Unwritable)?;
    let hex = to_hex(&signature(key, &digest, &key.sign(&told))?);
    let place = signed.get_mut(start + 1..start + 1 + hex.len());
    place.ok_or(PaperError::Unwritable)?.copy_from_slice(&hex);
    Ok(())
}

/// SHA-256 of all but the gap in which the signature stands.
pub(super) fn digest(signed: &[u8], (start, end): (usize, usize)) -> Option<[u8; 32]> {
    let mut hash = Sha256::new();
    hash.update(signed.get(..start)?);
    hash.update(signed.get(end..)?);
    Some(hash.finalize().into())
}
