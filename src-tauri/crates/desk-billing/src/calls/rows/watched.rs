//! A reader that can be stopped from outside and tells how far it is.

use super::Input;
use crate::calls::CallsError;
use std::cell::Cell;
use std::io::{Read, Result, Seek, SeekFrom};
use std::sync::atomic::{AtomicBool, Ordering};

/// Passes on what it reads, until somebody asks to stop.
pub(crate) struct Watched<'a> {
    input: &'a mut dyn Input,
    cancel: &'a AtomicBool,
    at: u64,
    farthest: &'a Cell<u64>,
}

impl<'a> Watched<'a> {
    /// Watches `input`; `farthest` is kept at the last byte reached.
    pub(crate) fn new(
        input: &'a mut dyn Input,
        cancel: &'a AtomicBool,
        farthest: &'a Cell<u64>,
    ) -> Self {
        Self {
            input,
            cancel,
            at: 0,
            farthest,
        }
    }
}

impl Read for Watched<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        if self.cancel.load(Ordering::Relaxed) {
            return Err(CallsError::Cancelled.into());
        }
        let read = self.input.read(buffer)?;
        self.at += read as u64;
        self.farthest.set(self.at);
        Ok(read)
    }
}

impl Seek for Watched<'_> {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        self.at = self.input.seek(to)?;
        Ok(self.at)
    }
}
