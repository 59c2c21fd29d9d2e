//! Scanners that WIA 2 drives, on Windows.
//!
//! WIA runs the makers' drivers in a process of its own, so one that crashes
//! is an error and not the end of this program; one that hangs is left behind
//! with the thread that waits for it. Owns the translation between WIA's
//! properties and the settings of a scan.

mod com;
mod item;
mod transfer;

use super::{
    Cancel, Capabilities, Device, Event, ImageSource, ScanError, ScanLimits, ScanSettings,
    ScannedPage, SourceKind,
};
use crate::Media;
use com::Com;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ImageFormat, ImageReader};
use std::io::Cursor;
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread::Builder;
use std::time::{Duration, Instant};
use transfer::Told;

/// How often it is looked whether somebody cancelled.
const STEP: Duration = Duration::from_millis(50);

/// Pages waiting to be taken; each has tens of megabytes.
const WAITING: usize = 1;

/// All scanners that WIA knows.
#[derive(Debug, Clone)]
pub struct Wia {
    limits: ScanLimits,
}

impl Wia {
    /// Drives WIA.
    #[must_use]
    pub fn new(limits: ScanLimits) -> Self {
        Self { limits }
    }
}

impl ImageSource for Wia {
    fn kind(&self) -> SourceKind {
        SourceKind::Wia
    }

    fn devices(&self, _: &Cancel) -> Result<Vec<Device>, ScanError> {
        let _com = Com::enter()?;
        item::devices()
    }

    fn capabilities(&self, device: &str) -> Result<Capabilities, ScanError> {
        let _com = Com::enter()?;
        item::describe(device)
    }

    fn scan(
        &self,
        device: &str,
        settings: &ScanSettings,
        cancel: &Cancel,
        events: &mut dyn FnMut(Event),
    ) -> Result<u32, ScanError> {
        let (tell, told) = sync_channel(WAITING);
        let (device, wish, stop) = (device.to_owned(), *settings, cancel.clone());
        Builder::new()
            .name("wia".to_owned())
            .spawn(move || {
                let outcome = transfer::run(&device, &wish, &stop, &tell);
                // Nobody waits any more for one that hung.
                let _ = tell.send(Told::Ended(outcome));
            })
            .map_err(|error| ScanError::Io(error.kind().to_string()))?;
        let mut tray = Tray {
            limits: &self.limits,
            settings,
            delivered: 0,
            events,
        };
        tray.fill(&told, cancel)
    }
}

struct Tray<'a> {
    limits: &'a ScanLimits,
    settings: &'a ScanSettings,
    delivered: u32,
    events: &'a mut dyn FnMut(Event),
}

impl Tray<'_> {
    fn fill(&mut self, told: &Receiver<Told>, cancel: &Cancel) -> Result<u32, ScanError> {
        let pace = &self.limits.pace;
        let mut heard = Instant::now();
        let mut stopped = None;
        loop {
            if cancel.is_cancelled() && stopped.is_none() {
                stopped = Some(Instant::now());
            }
            match told.recv_timeout(STEP) {
                Ok(Told::Ended(_)) if stopped.is_some() => return Err(ScanError::Cancelled),
                Ok(Told::Ended(outcome)) => return self.end(outcome),
                Ok(Told::Progress { bytes, percent }) => (self.events)(Event::Progress {
                    page: self.delivered.saturating_add(1),
                    bytes,
                    total: bytes.saturating_mul(100).checked_div(percent),
                }),
                Ok(Told::Page(bytes)) => self.page(&bytes)?,
                Err(RecvTimeoutError::Disconnected) => return Err(ScanError::DriverCrashed),
                Err(RecvTimeoutError::Timeout) => {
                    if stopped.is_some_and(|since| since.elapsed() > pace.grace) {
                        return Err(ScanError::Cancelled);
                    }
                    if heard.elapsed() > pace.silence {
                        let seconds = pace.silence.as_secs();
                        return Err(ScanError::DriverSilent { seconds });
                    }
                    continue;
                }
            }
            heard = Instant::now();
        }
    }

    /// An empty feeder is the end of a stack, and a fault at its beginning.
    fn end(&self, outcome: Result<(), ScanError>) -> Result<u32, ScanError> {
        match outcome {
            Ok(()) | Err(ScanError::NoPaper) if self.delivered > 0 => Ok(self.delivered),
            Ok(()) => Err(ScanError::NoPaper),
            Err(error) => Err(error),
        }
    }

    fn page(&mut self, bitmap: &[u8]) -> Result<(), ScanError> {
        let limit = self.limits.max_pages;
        if self.delivered >= limit {
            return Err(ScanError::TooManyPages { limit });
        }
        let bytes = png(bitmap)?;
        let limit = self.limits.max_page_bytes;
        if bytes.len() as u64 > limit {
            return Err(ScanError::PageTooLarge { limit });
        }
        self.delivered += 1;
        (self.events)(Event::Page(ScannedPage {
            number: self.delivered,
            name: format!("scan-{:03}.png", self.delivered),
            media: Media::Png,
            dpi: Some(self.settings.dpi),
            bytes,
        }));
        Ok(())
    }
}

/// Every driver makes bitmaps, which are large; as PNG nothing is lost.
fn png(bitmap: &[u8]) -> Result<Vec<u8>, ScanError> {
    let bounds = crate::Limits::default();
    let mut reader = ImageReader::with_format(Cursor::new(bitmap), ImageFormat::Bmp);
    let mut limits = image::Limits::default();
    limits.max_image_width = Some(bounds.max_side);
    limits.max_image_height = Some(bounds.max_side);
    limits.max_alloc = Some(bounds.max_memory);
    reader.limits(limits);
    let picture = reader.decode().map_err(ScanError::unclear)?;
    let mut file = Vec::new();
    let encoder =
        PngEncoder::new_with_quality(&mut file, CompressionType::Fast, FilterType::Adaptive);
    picture
        .write_with_encoder(encoder)
        .map_err(ScanError::unclear)?;
    Ok(file)
}
