//! How much of this computer a stranger's file may use.

use crate::IntakeError;
use std::time::Duration;

/// Bounds for one file. The default is what the desk uses; tests tighten it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Largest file, in bytes.
    pub max_bytes: u64,
    /// Longest side of a picture, in pixels.
    pub max_side: u32,
    /// Most memory that decoding one page may be expected to need, in bytes.
    pub max_memory: u64,
    /// Most pages in a file.
    pub max_pages: u32,
    /// Most bytes that one compressed part of a PDF may unpack to.
    pub max_unpacked: u64,
    /// How long one page may take.
    pub max_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_bytes: 64 * 1024 * 1024,
            max_side: 12_000,
            max_memory: 1024 * 1024 * 1024,
            max_pages: 200,
            max_unpacked: 256 * 1024 * 1024,
            max_time: Duration::from_secs(10),
        }
    }
}

impl Limits {
    /// Refuses sides beyond the limit, and pictures without pixels.
    pub(crate) fn check_size(&self, size: (u32, u32)) -> Result<(), IntakeError> {
        if size.0 == 0 || size.1 == 0 {
            return Err(IntakeError::damaged("no pixels"));
        }
        if size.0.max(size.1) > self.max_side {
            Err(self.too_large(size))
        } else {
            Ok(())
        }
    }

    /// Refuses a picture whose decoding is expected to need too many bytes.
    pub(crate) fn check_memory(&self, size: (u32, u32), bytes: u64) -> Result<(), IntakeError> {
        if bytes > self.max_memory {
            Err(self.too_large(size))
        } else {
            Ok(())
        }
    }

    pub(crate) fn too_large(&self, (width, height): (u32, u32)) -> IntakeError {
        IntakeError::PictureTooLarge {
            width: width.into(),
            height: height.into(),
            limit: self.max_side,
        }
    }
}

/// Pixels of a picture of this size.
pub(crate) fn area(size: (u32, u32)) -> u64 {
    u64::from(size.0) * u64::from(size.1)
}
