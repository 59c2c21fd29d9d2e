//! Scanners that SANE drives, on Linux.
//!
//! Drivers come from many makers and crash and hang, so they run in a process
//! of their own, `desk400-sane`, which opens SANE at run time: this program
//! starts without SANE and outlives whatever a driver does. Owns that process
//! and believes nothing it says: its answers are bytes from outside.

mod driver;
mod frame;

pub use frame::{Fault, Frame, Request, SaneDevice, read_frame, write_frame};

use super::tail::{Ending, ending};
use super::trouble::short;
use super::{
    Cancel, Capabilities, Device, Event, ImageSource, ScanError, ScanLimits, ScanSettings,
    ScannedPage, SourceKind,
};
use crate::Media;
use driver::Driver;
use std::path::{Path, PathBuf};

/// Drivers whose devices are better reached otherwise: the first two speak
/// eSCL, as this program does itself, the last is the camera's.
const LEFT_OUT: [&str; 3] = ["escl:", "airscan:e", "v4l:"];

/// The driver program installed beside a program of this house.
#[must_use]
pub fn driver_beside(program: &Path) -> PathBuf {
    program.with_file_name(if cfg!(windows) {
        "desk400-sane.exe"
    } else {
        "desk400-sane"
    })
}

/// All scanners that SANE knows.
#[derive(Debug, Clone)]
pub struct Sane {
    driver: PathBuf,
    configuration: Option<PathBuf>,
    limits: ScanLimits,
}

impl Sane {
    /// Drives SANE through this program.
    #[must_use]
    pub fn new(driver: PathBuf, limits: ScanLimits) -> Self {
        Self {
            driver,
            configuration: None,
            limits,
        }
    }

    /// Uses another folder of SANE's configuration than the system's.
    #[must_use]
    pub fn configured_in(mut self, folder: PathBuf) -> Self {
        self.configuration = Some(folder);
        self
    }

    /// Lets the driver do one thing; `on` is given what it says until it is
    /// done.
    fn ask(
        &self,
        request: &Request,
        cancel: &Cancel,
        on: &mut dyn FnMut(Frame) -> Result<(), ScanError>,
    ) -> Result<(), ScanError> {
        let folder = self.configuration.as_deref();
        let driver = Driver::start(&self.driver, folder, request, &self.limits)?;
        // The driver may hang in the midst of a page; it is told all the same.
        let _hook = cancel.when_cancelled(driver.stopper());
        loop {
            match driver.next(cancel)? {
                Frame::Done => return Ok(()),
                Frame::Failed(fault) if !cancel.is_cancelled() => return Err(fault.into()),
                Frame::Failed(_) => return Err(ScanError::Cancelled),
                other => on(other)?,
            }
        }
    }
}

impl From<Fault> for ScanError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Busy => Self::Busy,
            Fault::NoPaper => Self::NoPaper,
            Fault::Jam => Self::Jam,
            Fault::CoverOpen => Self::CoverOpen,
            Fault::Denied => Self::Denied,
            Fault::Refused => Self::Refused("by the driver".to_owned()),
            Fault::Aborted => Self::Aborted,
            Fault::BrokenOff => Self::BrokenOff,
            Fault::DeviceUnknown => Self::DeviceUnknown,
            Fault::Io(words) => Self::Io(short(&words)),
            Fault::LibraryAbsent => Self::DriverAbsent("SANE".to_owned()),
        }
    }
}

impl ImageSource for Sane {
    fn kind(&self) -> SourceKind {
        SourceKind::Sane
    }

    /// None where SANE is not installed.
    fn devices(&self, cancel: &Cancel) -> Result<Vec<Device>, ScanError> {
        let mut devices = Vec::new();
        let asked = self.ask(&Request::Devices, cancel, &mut |frame| {
            if let Frame::Device(found) = frame {
                devices.extend(found.into_device());
            }
            Ok(())
        });
        match asked {
            Err(ScanError::DriverAbsent(what)) if what == "SANE" => Ok(Vec::new()),
            asked => asked.map(|()| devices),
        }
    }

    fn capabilities(&self, device: &str) -> Result<Capabilities, ScanError> {
        let request = Request::Describe {
            device: device.to_owned(),
        };
        let mut described = None;
        self.ask(&request, &Cancel::new(), &mut |frame| {
            if let Frame::Capabilities(capabilities) = frame {
                described = Some(capabilities);
            }
            Ok(())
        })?;
        described.ok_or_else(|| ScanError::unclear("nothing described"))
    }

    fn scan(
        &self,
        device: &str,
        settings: &ScanSettings,
        cancel: &Cancel,
        events: &mut dyn FnMut(Event),
    ) -> Result<u32, ScanError> {
        let request = Request::Scan {
            device: device.to_owned(),
            settings: *settings,
        };
        let mut tray = Tray {
            dpi: settings.dpi,
            most: self.limits.max_pages,
            delivered: 0,
            events,
        };
        self.ask(&request, cancel, &mut |frame| tray.take(frame))?;
        match tray.delivered {
            0 => Err(ScanError::unclear("no page")),
            delivered => Ok(delivered),
        }
    }
}

/// Takes what the driver delivers.
struct Tray<'a> {
    dpi: u32,
    most: u32,
    delivered: u32,
    events: &'a mut dyn FnMut(Event),
}

impl Tray<'_> {
    fn take(&mut self, frame: Frame) -> Result<(), ScanError> {
        match frame {
            // Devices round; what was really scanned counts.
            Frame::Settled { dpi } => self.dpi = dpi,
            Frame::Progress { bytes, total } => (self.events)(Event::Progress {
                page: self.delivered.saturating_add(1),
                bytes,
                total,
            }),
            Frame::Page(bytes) => self.page(bytes)?,
            _ => return Err(ScanError::unclear("not asked for")),
        }
        Ok(())
    }

    fn page(&mut self, bytes: Vec<u8>) -> Result<(), ScanError> {
        if self.delivered >= self.most {
            return Err(ScanError::TooManyPages { limit: self.most });
        }
        if Media::sniff(&bytes) != Ok(Media::Png) {
            return Err(ScanError::unclear("no PNG"));
        }
        if ending(Media::Png, &bytes) == Ending::BrokenOff {
            return Err(ScanError::BrokenOff);
        }
        self.delivered += 1;
        (self.events)(Event::Page(ScannedPage {
            number: self.delivered,
            name: format!("scan-{:03}.png", self.delivered),
            media: Media::Png,
            dpi: Some(self.dpi),
            bytes,
        }));
        Ok(())
    }
}

impl SaneDevice {
    fn into_device(self) -> Option<Device> {
        let left_out = LEFT_OUT.iter().any(|driver| self.id.starts_with(driver));
        let name = short(format!("{} {}", self.vendor, self.model).trim());
        (!left_out && !self.id.is_empty()).then_some(Device {
            kind: SourceKind::Sane,
            id: self.id,
            name,
        })
    }
}
