//! Streams of a PDF, compressed.

use crate::PaperError;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::io::Write;

/// How hard streams are compressed. Most of a file is outlines of glyphs, which
/// more pains make hardly smaller: one level up saves 3 % of a file at 7 % of
/// the time an agreement takes; one level down makes it a fifth larger.
const LEVEL: u32 = 2;

/// Compresses with deflate.
///
/// # Errors
/// [`PaperError::Unwritable`], never seen in memory.
pub(crate) fn deflated(bytes: &[u8]) -> Result<Vec<u8>, PaperError> {
    compressed(bytes, Compression::new(LEVEL))
}

/// As [`deflated`], with all pains: for what is compressed once and written often.
///
/// # Errors
/// As [`deflated`].
pub(super) fn deflated_small(bytes: &[u8]) -> Result<Vec<u8>, PaperError> {
    compressed(bytes, Compression::best())
}

fn compressed(bytes: &[u8], level: Compression) -> Result<Vec<u8>, PaperError> {
    let out = Vec::with_capacity(bytes.len() / 2);
    let mut encoder = ZlibEncoder::new(out, level);
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .map_err(|_| PaperError::Unwritable)
}
