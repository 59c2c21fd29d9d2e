//! Streams of a PDF: compressed, and counted for the file's identity.

use crate::PaperError;
use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};
use sha2::{Digest, Sha256};
use std::io::Write;

/// How hard streams are compressed. Most of a file is outlines of glyphs, which
/// more pains make hardly smaller.
const LEVEL: u32 = 3;

/// Compresses with deflate.
///
/// # Errors
/// [`PaperError::Unwritable`], never seen in memory.
pub(crate) fn deflated(bytes: &[u8]) -> Result<Vec<u8>, PaperError> {
    let out = Vec::with_capacity(bytes.len() / 2);
    let mut encoder = ZlibEncoder::new(out, Compression::new(LEVEL));
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .map_err(|_| PaperError::Unwritable)
}

/// SHA-256 over what the document says of itself and over length and check sum
/// of its streams, cut to the 16 bytes an identity has. It tells files apart;
/// the hash that proves a file is taken of the finished one.
pub(super) struct Identity(Sha256);

impl Identity {
    /// Begins with the document's metadata.
    pub fn new(meta: &super::Meta) -> Self {
        let mut hash = Sha256::new();
        hash.update(format!("{meta:?}"));
        Self(hash)
    }

    /// Counts a stream.
    pub fn count(&mut self, bytes: &[u8]) {
        let mut sum = Crc::new();
        sum.update(bytes);
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(sum.sum().to_be_bytes());
    }

    /// The identity.
    pub fn finish(self) -> Vec<u8> {
        self.0.finalize()[..16].to_vec()
    }
}
