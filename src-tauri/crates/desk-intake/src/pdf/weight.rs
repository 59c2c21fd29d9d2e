//! Weighs a PDF before it is drawn: a few kilobytes may unpack to gigabytes,
//! and the decoder unpacks whatever it is given. Every compressed part is
//! unpacked here once, into nothing, and counted.

use super::unpack;
use crate::limits::area;
use crate::{IntakeError, Limits};
use flate2::{Decompress, FlushDecompress, Status};
use hayro::hayro_syntax::Filter;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Object, Stream};
use memchr::memmem;
use std::borrow::Cow;

/// Deflate turns one byte into at most this many (RFC 1951: 258 bytes for two bits).
const DEFLATE_RATIO: u64 = 1032;

/// Refuses a file in which a deflated part unpacks beyond the limit. Looks for
/// parts by their bytes rather than by the file's own directory, since that
/// directory may be such a part itself.
pub(super) fn check_packed(bytes: &[u8], limits: &Limits) -> Result<(), IntakeError> {
    let mut rest = bytes;
    while let Some(at) = memmem::find(rest, b"stream") {
        rest = &rest[at + b"stream".len()..];
        let body = rest
            .strip_prefix(b"\r\n")
            .or_else(|| rest.strip_prefix(b"\n"))
            .unwrap_or(rest);
        if is_deflated(body) {
            let end = memmem::find(body, b"endstream").unwrap_or(body.len());
            inflate(&body[..end], limits.max_unpacked)?;
        }
    }
    Ok(())
}

/// Refuses pictures with more pixels than memory is planned for, and parts in
/// codings that may unpack beyond the limit.
pub(super) fn check_objects(pdf: &Pdf, limits: &Limits) -> Result<(), IntakeError> {
    for object in pdf.objects() {
        if let Object::Stream(stream) = object {
            check_picture(&stream, limits)?;
            check_filters(&stream, limits)?;
        }
    }
    Ok(())
}

fn check_picture(stream: &Stream<'_>, limits: &Limits) -> Result<(), IntakeError> {
    let side = |name: &[u8]| stream.dict().get::<u32>(name).unwrap_or(0);
    check_size((side(b"Width"), side(b"Height")), limits)
}

/// Scans of A3 at 600 dpi pass: four bytes a pixel and a copy are planned.
fn check_size(size: (u32, u32), limits: &Limits) -> Result<(), IntakeError> {
    if size.0.max(size.1) > limits.max_side.saturating_mul(2) {
        return Err(limits.too_large(size));
    }
    limits.check_memory(size, area(size) * 8)
}

/// Deflated streams were counted before, unless a password that everyone knows
/// covered them; all others are unpacked as far as they must be to know.
fn check_filters(stream: &Stream<'_>, limits: &Limits) -> Result<(), IntakeError> {
    let filters = stream.filters();
    let packed = stream.raw_data();
    if matches!(
        (&packed, filters.as_slice()),
        (_, []) | (Cow::Borrowed(_), [Filter::FlateDecode])
    ) {
        return Ok(());
    }
    let picture = unpack::through(packed, &filters, limits.max_unpacked)?;
    // These two carry a size of their own, which their decoders believe.
    let size = match filters.last() {
        Some(Filter::JpxDecode) => jpx_size(&picture),
        Some(Filter::Jbig2Decode) => jbig2_size(&picture),
        _ => None,
    };
    size.map_or(Ok(()), |size| check_size(size, limits))
}

fn jpx_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let settings = hayro_jpeg2000::DecodeSettings::default();
    let picture = hayro_jpeg2000::Image::new(bytes, &settings).ok()?;
    Some((picture.width(), picture.height()))
}

fn jbig2_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let settings = hayro_jbig2::DecodeSettings { strict: false };
    let page = hayro_jbig2::Page::new_embedded(bytes, None, &settings).ok()?;
    Some((page.width(), page.height()))
}

/// Unpacks into a scratch buffer until the end, an error or the limit.
fn inflate(packed: &[u8], limit: u64) -> Result<(), IntakeError> {
    if packed.len() as u64 * DEFLATE_RATIO <= limit {
        return Ok(());
    }
    let mut scratch = [0; 64 * 1024];
    let mut inflater = Decompress::new(true);
    loop {
        let (read, written) = (inflater.total_in(), inflater.total_out());
        let rest = usize::try_from(read)
            .ok()
            .and_then(|read| packed.get(read..))
            .unwrap_or_default();
        let status = inflater.decompress(rest, &mut scratch, FlushDecompress::None);
        if inflater.total_out() > limit {
            return Err(too_heavy(limit));
        }
        let moved = (inflater.total_in(), inflater.total_out()) != (read, written);
        if !moved || !matches!(status, Ok(Status::Ok | Status::BufError)) {
            return Ok(());
        }
    }
}

/// RFC 1950: method 8, and the first two bytes a multiple of 31.
fn is_deflated(body: &[u8]) -> bool {
    matches!(body, [first, second, ..]
        if first & 15 == 8 && u16::from_be_bytes([*first, *second]) % 31 == 0)
}

pub(super) const fn too_heavy(limit: u64) -> IntakeError {
    IntakeError::FileTooHeavy { limit }
}
