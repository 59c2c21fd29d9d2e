//! Paper, copies and sides, in the form the driver wants them (`DEVMODE`).

#![allow(
    unsafe_code,
    reason = "the spooler is a C library; every call states what it relies on"
)]

use super::super::{Duplex, PrintError};
use super::fault::refused;
use super::queue::{Buffer, Queue};
use super::wide;
use windows::Win32::Graphics::Gdi::{
    DEVMODEW, DM_COLLATE, DM_COPIES, DM_DUPLEX, DM_IN_BUFFER, DM_ORIENTATION, DM_OUT_BUFFER,
    DM_PAPERSIZE, DMCOLLATE_TRUE, DMDUP_SIMPLEX, DMDUP_VERTICAL, DMORIENT_PORTRAIT, DMPAPER_A4,
};
use windows::Win32::Graphics::Printing::DocumentPropertiesW;
use windows::core::{Error, PCWSTR};

/// A driver's settings, with its own part behind the common one.
pub(super) struct Settings(Buffer);

impl Settings {
    /// The user's settings of the printer, changed where the job says so.
    pub(super) fn of(queue: &Queue, copies: u32, duplex: Duplex) -> Result<Self, PrintError> {
        let failed = || refused(queue.name(), &Error::from_thread());
        let name = wide(queue.name());
        let name = PCWSTR(name.as_ptr());
        // SAFETY: without buffers it only tells how large one must be.
        let size = unsafe { DocumentPropertiesW(None, queue.handle(), name, None, None, 0) };
        let size = u32::try_from(size)
            .ok()
            .filter(|size| *size > 0)
            .ok_or_else(failed)?;
        let mut buffer = Buffer::of(size);
        let mode = buffer.start_mut::<DEVMODEW>();
        // SAFETY: the buffer has the size asked for and is aligned for the record.
        let filled = unsafe {
            DocumentPropertiesW(
                None,
                queue.handle(),
                name,
                Some(mode),
                None,
                DM_OUT_BUFFER.0,
            )
        };
        if filled < 0 {
            return Err(failed());
        }
        // SAFETY: the driver filled the record in.
        change(unsafe { &mut *mode }, copies, duplex);
        let both = (DM_OUT_BUFFER | DM_IN_BUFFER).0;
        // SAFETY: the record is whole; the driver checks it and merges it into itself.
        let merged = unsafe {
            DocumentPropertiesW(
                None,
                queue.handle(),
                name,
                Some(mode),
                Some(mode.cast_const()),
                both,
            )
        };
        if merged < 0 {
            Err(failed())
        } else {
            Ok(Self(buffer))
        }
    }

    pub(super) fn record(&self) -> *const DEVMODEW {
        self.0.start()
    }
}

fn change(mode: &mut DEVMODEW, copies: u32, duplex: Duplex) {
    mode.dmFields |= DM_COPIES | DM_DUPLEX | DM_COLLATE | DM_PAPERSIZE | DM_ORIENTATION;
    mode.dmDuplex = match duplex {
        Duplex::Simplex => DMDUP_SIMPLEX,
        Duplex::LongEdge => DMDUP_VERTICAL,
    };
    mode.dmCollate = DMCOLLATE_TRUE;
    mode.Anonymous1.Anonymous1.dmCopies = i16::try_from(copies).unwrap_or(i16::MAX);
    mode.Anonymous1.Anonymous1.dmPaperSize = i16::try_from(DMPAPER_A4).unwrap_or_default();
    mode.Anonymous1.Anonymous1.dmOrientation = i16::try_from(DMORIENT_PORTRAIT).unwrap_or_default();
}
