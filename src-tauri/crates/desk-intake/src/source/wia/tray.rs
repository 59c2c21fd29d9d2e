//! What a transfer tells, and the pages made of it. Owns when a scan has ended
//! and how; knows nothing of COM.

use super::super::{Cancel, Event, ScanError, ScanLimits, ScanSettings, ScannedPage};
use crate::Media;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ImageFormat, ImageReader};
use std::io::Cursor;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// How often it is looked whether somebody cancelled.
const STEP: Duration = Duration::from_millis(50);

/// What a transfer tells.
#[derive(Debug)]
pub(super) enum Told {
    /// How much of a page has come.
    Progress {
        /// Bytes of it.
        bytes: u64,
        /// Part of the whole, 0 to 100.
        percent: u64,
    },
    /// A page as a bitmap file.
    Page(Vec<u8>),
    /// It is over.
    Ended(Result<(), ScanError>),
}

/// Where the pages of one scan are put.
pub(super) struct Tray<'a> {
    pub(super) limits: &'a ScanLimits,
    pub(super) settings: &'a ScanSettings,
    pub(super) delivered: u32,
    pub(super) events: &'a mut dyn FnMut(Event),
}

impl Tray<'_> {
    /// Takes pages until the transfer ends, and answers how many came.
    pub(super) fn fill(
        &mut self,
        told: &Receiver<Told>,
        cancel: &Cancel,
    ) -> Result<u32, ScanError> {
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

#[cfg(test)]
mod tests {
    use super::super::super::{Colour, Feed, SheetSize};
    use super::*;
    use std::sync::mpsc::sync_channel;

    fn bitmap(grey: u8) -> Vec<u8> {
        let picture = image::RgbImage::from_pixel(9, 7, image::Rgb([grey; 3]));
        let mut file = Cursor::new(Vec::new());
        picture.write_to(&mut file, ImageFormat::Bmp).unwrap();
        file.into_inner()
    }

    /// What comes of a transfer that tells all this and then says no more.
    fn filled(
        told: Vec<Told>,
        limits: &ScanLimits,
        cancel: &Cancel,
    ) -> (Result<u32, ScanError>, Vec<Event>) {
        let (tell, hear) = sync_channel(told.len());
        told.into_iter().for_each(|one| tell.send(one).unwrap());
        drop(tell);
        let settings = ScanSettings {
            feed: Feed::Feeder,
            dpi: 300,
            colour: Colour::Colour,
            size: SheetSize::A4,
        };
        let mut events = Vec::new();
        let mut tray = Tray {
            limits,
            settings: &settings,
            delivered: 0,
            events: &mut |event| events.push(event),
        };
        (tray.fill(&hear, cancel), events)
    }

    #[test]
    fn bitmaps_become_pages_that_lose_nothing() {
        let told = vec![
            Told::Progress {
                bytes: 50,
                percent: 25,
            },
            Told::Page(bitmap(10)),
            Told::Page(bitmap(20)),
            Told::Ended(Err(ScanError::NoPaper)),
        ];
        let (outcome, events) = filled(told, &ScanLimits::default(), &Cancel::new());
        assert_eq!(outcome, Ok(2), "an empty feeder is the end of a stack");
        let progress = Event::Progress {
            page: 1,
            bytes: 50,
            total: Some(200),
        };
        assert_eq!(events[0], progress);
        let Event::Page(page) = &events[2] else {
            panic!("{events:?}");
        };
        assert_eq!(
            (page.number, page.media, page.dpi),
            (2, Media::Png, Some(300))
        );
        let picture = image::load_from_memory(&page.bytes).unwrap().to_rgb8();
        assert_eq!((picture.dimensions(), picture[(3, 3)].0), ((9, 7), [20; 3]));
    }

    #[test]
    fn what_is_no_bitmap_or_too_much_stops_the_scan() {
        let cancel = Cancel::new();
        let usual = ScanLimits::default();
        let (outcome, _) = filled(vec![Told::Page(b"BM no bitmap".to_vec())], &usual, &cancel);
        assert!(matches!(outcome, Err(ScanError::AnswerUnclear(_))));
        let pages = || vec![Told::Page(bitmap(1)), Told::Page(bitmap(2))];
        let one = ScanLimits {
            max_pages: 1,
            ..usual.clone()
        };
        let (outcome, events) = filled(pages(), &one, &cancel);
        assert_eq!(outcome, Err(ScanError::TooManyPages { limit: 1 }));
        assert_eq!(events.len(), 1);
        let small = ScanLimits {
            max_page_bytes: 10,
            ..usual
        };
        let (outcome, _) = filled(pages(), &small, &cancel);
        assert_eq!(outcome, Err(ScanError::PageTooLarge { limit: 10 }));
    }

    #[test]
    fn a_transfer_that_breaks_off_is_a_crash_and_one_without_pages_has_no_paper() {
        let (limits, cancel) = (ScanLimits::default(), Cancel::new());
        let (outcome, events) = filled(vec![Told::Page(bitmap(1))], &limits, &cancel);
        assert_eq!((outcome, events.len()), (Err(ScanError::DriverCrashed), 1));
        let (outcome, _) = filled(vec![Told::Ended(Ok(()))], &limits, &cancel);
        assert_eq!(outcome, Err(ScanError::NoPaper));
        cancel.cancel();
        let told = vec![Told::Page(bitmap(1)), Told::Ended(Ok(()))];
        let (outcome, events) = filled(told, &limits, &cancel);
        assert_eq!((outcome, events.len()), (Err(ScanError::Cancelled), 1));
    }
}
