//! Streams of a PDF, compressed.

use crate::PaperError;
use flate2::{Compress, Compression, FlushCompress, Status};

/// How hard streams are compressed. Most of a file is outlines of glyphs, which
/// more pains make hardly smaller: one level up saves 3 % of a file at 7 % of
/// the time an agreement takes; one level down makes it a fifth larger.
const LEVEL: u32 = 2;

/// Compresses one stream after the other with deflate. What it needs for that,
/// a quarter of a megabyte, is asked for once.
pub(crate) struct Deflater(Compress);

impl Deflater {
    /// For what one file has of its own.
    pub fn new() -> Self {
        Self(Compress::new(Compression::new(LEVEL), true))
    }

    /// With all pains: for what is compressed once and written often.
    pub fn thorough() -> Self {
        Self(Compress::new(Compression::best(), true))
    }

    /// The bytes, compressed as one stream.
    ///
    /// # Errors
    /// [`PaperError::Unwritable`], never seen in memory.
    pub fn deflate(&mut self, bytes: &[u8]) -> Result<Vec<u8>, PaperError> {
        self.0.reset();
        // Enough for what cannot be compressed at all.
        let mut out = Vec::with_capacity(bytes.len() + bytes.len() / 1000 + 64);
        match self.0.compress_vec(bytes, &mut out, FlushCompress::Finish) {
            Ok(Status::StreamEnd) => {
                out.shrink_to_fit();
                Ok(out)
            }
            Ok(Status::Ok | Status::BufError) | Err(_) => Err(PaperError::Unwritable),
        }
    }
}
