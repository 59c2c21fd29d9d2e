//! Looks whether a signed file is still the one that was signed.
//!
//! Reads the bytes, not the PDF: what a signature is of is told by byte counts,
//! and a reader of PDF could be led to another place than the one that was
//! signed. Only a signature over everything before its end counts, with nothing
//! left out but its own hexadecimal digits.

use super::cms::{Found, check, from_hex, to_hex};
use super::key::{Fingerprint, common_name};
use super::update::digest;
use super::within_limit;
use crate::PaperError;
use chrono::NaiveDateTime;
use der::{Encode, Header, Reader, SliceReader};
use memchr::memmem;

/// Digits of a signature, at most.
const LONGEST: usize = 128 * 1024;
/// Where in front of a signature's lengths its date may stand, and behind it.
const NEAR: usize = 2048;

/// What is found of a file's signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignatureState {
    /// There is none.
    Unsigned,
    /// The file is, bit by bit, the one that was signed. By whom, the caller
    /// must ask the fingerprint: anyone can make a key with the firm's name.
    Intact(Signed),
    /// What was signed is intact, but something was put behind it.
    Appended(Signed),
    /// The file or its signature was changed.
    Altered,
    /// Signed in a way that is not checked here, by another program.
    Foreign,
}

/// Who signed a file, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// The name in the certificate.
    pub by: String,
    /// The certificate.
    pub fingerprint: Fingerprint,
    /// The signer's own clock, China's time; `None` where the file tells none.
    pub at: Option<NaiveDateTime>,
}

impl SignatureState {
    /// Whether the file is intact and was signed with this key.
    #[must_use]
    pub fn is_intact_by(&self, key: Fingerprint) -> bool {
        matches!(self, Self::Intact(signed) if signed.fingerprint == key)
    }
}

/// Checks the last signature of a PDF.
///
/// # Errors
/// [`PaperError::PdfTooLarge`].
pub fn verify(pdf: &[u8]) -> Result<SignatureState, PaperError> {
    within_limit(pdf)?;
    let Some(range) = memmem::rfind(pdf, b"/ByteRange") else {
        let named = memmem::find(pdf, b"ETSI.CAdES.detached").is_some();
        return Ok(if named {
            SignatureState::Altered
        } else {
            SignatureState::Unsigned
        });
    };
    Ok(state(pdf, range).unwrap_or(SignatureState::Altered))
}

/// `None` for a signature that is not where its byte counts say.
fn state(pdf: &[u8], range: usize) -> Option<SignatureState> {
    let [first, start, end, rest] = lengths(pdf.get(range + b"/ByteRange".len()..)?)?;
    let covered = end.checked_add(rest)?;
    if first != 0 || range >= covered || covered > pdf.len() {
        return None;
    }
    let signed = pdf.get(..covered)?;
    let head = signed.get(..start)?.trim_ascii_end();
    let digits = signed.get(start..end)?;
    let digits = digits.strip_prefix(b"<")?.strip_suffix(b">")?;
    if !head.ends_with(b"/Contents") || digits.len() > LONGEST {
        return None;
    }
    let filled = from_hex(digits)?;
    let encoded = filled.get(..length(&filled)?)?;
    let digest = digest(signed, (start, end))?;
    let certificate = match check(encoded, &digest) {
        Found::Right(certificate) => certificate,
        Found::Wrong => return None,
        Found::Foreign => return Some(SignatureState::Foreign),
    };
    // In one form only, so that no bit of the gap can be changed either.
    let mut again = to_hex(encoded);
    again.resize(digits.len(), b'0');
    if again != digits {
        return None;
    }
    let found = Signed {
        by: common_name(&certificate),
        fingerprint: Fingerprint::of(&certificate.to_der().ok()?),
        at: moment(signed, range, end),
    };
    Some(if covered == pdf.len() {
        SignatureState::Intact(found)
    } else {
        SignatureState::Appended(found)
    })
}

/// `[0 1234 5678 90]`.
fn lengths(text: &[u8]) -> Option<[usize; 4]> {
    let text = text.get(..text.len().min(128))?.trim_ascii_start();
    let end = memchr::memchr(b']', text)?;
    let inner = std::str::from_utf8(text.get(..end)?.strip_prefix(b"[")?).ok()?;
    let numbers: Vec<usize> = inner
        .split_ascii_whitespace()
        .map(|number| number.parse().ok())
        .collect::<Option<_>>()?;
    numbers.try_into().ok()
}

/// How long the DER at the start of these bytes is.
fn length(filled: &[u8]) -> Option<usize> {
    let mut reader = SliceReader::new(filled).ok()?;
    let header: Header = der::Decode::decode(&mut reader).ok()?;
    let whole = (reader.position() + header.length).ok()?;
    usize::try_from(whole).ok()
}

/// The date in the signature's dictionary, which is signed with all the rest.
fn moment(signed: &[u8], range: usize, end: usize) -> Option<NaiveDateTime> {
    let near = [
        signed.get(end..(end + NEAR).min(signed.len()))?,
        signed.get(range.saturating_sub(NEAR)..range)?,
    ];
    near.into_iter().find_map(|bytes| {
        let at = memmem::find(bytes, b"/M(D:").or_else(|| memmem::find(bytes, b"/M (D:"))?;
        let digits = bytes.get(at..)?.split(|byte| *byte == b':').nth(1)?;
        let digits = std::str::from_utf8(digits.get(..14)?).ok()?;
        NaiveDateTime::parse_from_str(digits, "%Y%m%d%H%M%S").ok()
    })
}
