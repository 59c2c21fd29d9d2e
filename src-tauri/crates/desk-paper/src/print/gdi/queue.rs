//! The spooler's queues (winspool): their names, their state, their jobs.

#![allow(
    unsafe_code,
    reason = "the spooler is a C library; every call states what it relies on"
)]

use super::super::{JobId, PrintError};
use super::fault::{fresh, is_unknown_job, refused};
use super::wide;
use std::rc::Rc;
use windows::Win32::Graphics::Gdi::{DMPAPER_A4, DMPAPER_A4SMALL};
use windows::Win32::Graphics::Printing::{
    ClosePrinter, EnumPrintersW, GetDefaultPrinterW, GetJobW, GetPrinterW, JOB_CONTROL_DELETE,
    JOB_INFO_1W, OpenPrinterW, PRINTER_ENUM_CONNECTIONS, PRINTER_ENUM_LOCAL, PRINTER_HANDLE,
    PRINTER_INFO_2W, PRINTER_INFO_4W, SetJobW,
};
use windows::Win32::Storage::Xps::{
    DC_COPIES, DC_DUPLEX, DC_PAPERS, DeviceCapabilitiesW, PRINTER_DEVICE_CAPABILITIES,
};
use windows::core::{Error, PCWSTR, PWSTR};

/// Longest list of papers any driver has.
const MOST_PAPERS: usize = 4096;

/// The names of all printers, local and connected.
pub(super) fn names() -> Result<Vec<String>, PrintError> {
    const LEVEL: u32 = 4;
    let which = PRINTER_ENUM_LOCAL | PRINTER_ENUM_CONNECTIONS;
    let (mut needed, mut count) = (0, 0);
    // SAFETY: without a buffer it only tells how large one must be.
    let _ = unsafe { EnumPrintersW(which, None, LEVEL, None, &mut needed, &mut count) };
    if needed == 0 {
        return Ok(Vec::new());
    }
    let mut buffer = Buffer::of(needed);
    // SAFETY: the buffer has the size asked for and is aligned for the records.
    unsafe {
        EnumPrintersW(
            which,
            None,
            LEVEL,
            Some(buffer.bytes()),
            &mut needed,
            &mut count,
        )
    }
    .map_err(|error| refused("", &error))?;
    // SAFETY: it filled in `count` records of this level at the start.
    let records =
        unsafe { std::slice::from_raw_parts(buffer.start::<PRINTER_INFO_4W>(), count as usize) };
    // SAFETY: the names point into the buffer, which is still there.
    Ok(records
        .iter()
        .filter_map(|record| unsafe { record.pPrinterName.to_string() }.ok())
        .collect())
}

/// The printer the system uses unless told otherwise.
pub(super) fn usual() -> Option<String> {
    let mut length = 0;
    // SAFETY: without a buffer it only tells how long the name is.
    let _ = unsafe { GetDefaultPrinterW(None, &mut length) };
    let mut name = vec![0_u16; length as usize + 1];
    // SAFETY: the buffer has the length asked for.
    let found = unsafe { GetDefaultPrinterW(Some(PWSTR(name.as_mut_ptr())), &mut length) };
    let end = name.iter().position(|unit| *unit == 0)?;
    found
        .as_bool()
        .then(|| String::from_utf16_lossy(&name[..end]))
}

/// What the spooler knows of a printer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) status: u32,
    pub(super) attributes: u32,
    /// Where it is plugged in, for questions to its driver.
    pub(super) port: Vec<u16>,
}

/// What the spooler knows of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct JobFacts {
    pub(super) status: u32,
    /// What the driver or the port says, if anything.
    pub(super) words: String,
}

/// An open queue.
#[derive(Debug, Clone)]
pub(super) struct Queue {
    name: String,
    handle: Rc<Handle>,
}

#[derive(Debug)]
struct Handle(PRINTER_HANDLE);

impl Drop for Handle {
    fn drop(&mut self) {
        // SAFETY: the handle was opened and is closed once.
        let _ = unsafe { ClosePrinter(self.0) };
    }
}

impl Queue {
    pub(super) fn open(name: &str) -> Result<Self, PrintError> {
        let mut handle = PRINTER_HANDLE::default();
        let text = wide(name);
        // SAFETY: the name ends with a zero; the handle is written on success.
        unsafe { OpenPrinterW(PCWSTR(text.as_ptr()), &mut handle, None) }
            .map_err(|error| refused(name, &error))?;
        Ok(Self {
            name: name.to_owned(),
            handle: Rc::new(Handle(handle)),
        })
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn handle(&self) -> PRINTER_HANDLE {
        self.handle.0
    }

    pub(super) fn facts(&self) -> Result<Facts, PrintError> {
        const LEVEL: u32 = 2;
        let mut needed = 0;
        // SAFETY: without a buffer it only tells how large one must be.
        let _ = unsafe { GetPrinterW(self.handle.0, LEVEL, None, &mut needed) };
        let mut buffer = Buffer::of(needed.max(size::<PRINTER_INFO_2W>()));
        // SAFETY: the buffer has the size asked for and is aligned for the record.
        unsafe { GetPrinterW(self.handle.0, LEVEL, Some(buffer.bytes()), &mut needed) }
            .map_err(|error| refused(&self.name, &error))?;
        // SAFETY: it filled in one record of this level at the start; the port
        // points into the buffer and ends with a zero.
        let (status, attributes, port) = unsafe {
            let record = &*buffer.start::<PRINTER_INFO_2W>();
            let port = if record.pPortName.is_null() {
                &[]
            } else {
                record.pPortName.as_wide()
            };
            (record.Status, record.Attributes, port.to_vec())
        };
        Ok(Facts {
            status,
            attributes,
            port: port.into_iter().chain([0]).collect(),
        })
    }

    /// What the spooler says of a job; none if it does not know it.
    pub(super) fn job(&self, job: JobId) -> Result<Option<JobFacts>, PrintError> {
        const LEVEL: u32 = 1;
        let (number, mut needed) = (job.0.cast_unsigned(), 0);
        // SAFETY: without a buffer it only tells how large one must be.
        let _ = unsafe { GetJobW(self.handle.0, number, LEVEL, None, &mut needed) };
        let mut buffer = Buffer::of(needed.max(size::<JOB_INFO_1W>()));
        // SAFETY: the buffer has the size asked for and is aligned for the record.
        let found = fresh(|| unsafe {
            GetJobW(
                self.handle.0,
                number,
                LEVEL,
                Some(buffer.bytes()),
                &mut needed,
            )
        });
        if !found.as_bool() {
            let error = Error::from_thread();
            return if is_unknown_job(&error) {
                Ok(None)
            } else {
                Err(refused(&self.name, &error))
            };
        }
        // SAFETY: on success it filled in one record of this level at the start;
        // the words point into the buffer and end with a zero.
        let (status, words) = unsafe {
            let record = &*buffer.start::<JOB_INFO_1W>();
            let words = (!record.pStatus.is_null()).then(|| record.pStatus.to_string().ok());
            (record.Status, words.flatten().unwrap_or_default())
        };
        Ok(Some(JobFacts { status, words }))
    }

    /// Whether the spooler knew the job and deletes it.
    pub(super) fn delete(&self, job: JobId) -> bool {
        // SAFETY: this command takes no buffer.
        unsafe {
            SetJobW(
                self.handle.0,
                job.0.cast_unsigned(),
                0,
                None,
                JOB_CONTROL_DELETE,
            )
        }
        .as_bool()
    }

    pub(super) fn prints_both_sides(&self, facts: &Facts) -> bool {
        self.capability(facts, DC_DUPLEX) == 1
    }

    pub(super) fn most_copies(&self, facts: &Facts) -> u32 {
        u32::try_from(self.capability(facts, DC_COPIES))
            .unwrap_or(1)
            .max(1)
    }

    /// Whether it can be loaded with A4; none if its driver does not say.
    pub(super) fn has_a4(&self, facts: &Facts) -> Option<bool> {
        let count = usize::try_from(self.capability(facts, DC_PAPERS)).ok()?;
        let mut papers = vec![0_u16; count.clamp(1, MOST_PAPERS)];
        if count == 0 || count > MOST_PAPERS {
            return None;
        }
        let name = wide(&self.name);
        // SAFETY: names end with a zero; the driver writes as many papers as it counted.
        let written = unsafe {
            DeviceCapabilitiesW(
                PCWSTR(name.as_ptr()),
                PCWSTR(facts.port.as_ptr()),
                DC_PAPERS,
                Some(PWSTR(papers.as_mut_ptr())),
                None,
            )
        };
        let a4 = |paper: &u16| matches!(u32::from(*paper), DMPAPER_A4 | DMPAPER_A4SMALL);
        (written > 0).then(|| papers.iter().any(a4))
    }

    fn capability(&self, facts: &Facts, which: PRINTER_DEVICE_CAPABILITIES) -> i32 {
        let name = wide(&self.name);
        // SAFETY: names end with a zero; without a buffer it only answers a number.
        unsafe {
            DeviceCapabilitiesW(
                PCWSTR(name.as_ptr()),
                PCWSTR(facts.port.as_ptr()),
                which,
                None,
                None,
            )
        }
    }
}

fn size<T>() -> u32 {
    u32::try_from(size_of::<T>()).unwrap_or(u32::MAX)
}

/// Bytes that C writes records into, aligned for any of them.
pub(super) struct Buffer(Vec<u64>);

impl Buffer {
    pub(super) fn of(bytes: u32) -> Self {
        Self(vec![0; bytes as usize / 8 + 1])
    }

    fn bytes(&mut self) -> &mut [u8] {
        // SAFETY: the words are initialised, and bytes need no alignment.
        unsafe { std::slice::from_raw_parts_mut(self.0.as_mut_ptr().cast(), self.0.len() * 8) }
    }

    pub(super) fn start<T>(&self) -> *const T {
        self.0.as_ptr().cast()
    }

    pub(super) fn start_mut<T>(&mut self) -> *mut T {
        self.0.as_mut_ptr().cast()
    }
}
