//! One job on one scanner: order it, take its pages until there are none, and
//! end it in every case.

use super::super::tail::{Ending, ending};
use super::super::{Cancel, Event, Feed, ScanError, ScanLimits, ScanSettings, ScannedPage};
use super::ticket;
use super::wire::Wire;
use super::xml::ScannerState;
use crate::Media;
use std::io::Read;
use std::thread::Builder;
use ureq::Body;
use ureq::http::Response;

/// Bytes taken at once.
const BITE: usize = 64 * 1024;

/// A page may take longer to come than a scanner to get ready.
const PAGE_PATIENCE: u32 = 4;

/// Runs a whole job.
pub(super) fn run(
    wire: &Wire,
    settings: &ScanSettings,
    limits: &ScanLimits,
    cancel: &Cancel,
    events: &mut dyn FnMut(Event),
) -> Result<u32, ScanError> {
    let described = wire.describe()?;
    if described.capabilities.of(settings.feed).is_none() {
        return Err(ScanError::Refused(format!("no {:?}", settings.feed)));
    }
    let order = ticket::write(settings, &described.version, described.format);
    let mut job = Job {
        wire,
        settings,
        limits,
        cancel,
        events,
        delivered: 0,
    };
    let at = job.order(&order)?;
    // While a page is waited for, only another thread can stop the scanner.
    let _hook = cancel.when_cancelled(ender(wire, &at));
    let outcome = job.pages(&at);
    if cancel.is_cancelled() {
        return Err(ScanError::Cancelled);
    }
    if outcome.is_err() {
        wire.end(&at);
    }
    outcome
}

/// Ends the job on a thread of its own, so that whoever cancels need not wait.
fn ender(wire: &Wire, job: &str) -> impl FnOnce() + Send + use<> {
    let (wire, job) = (wire.clone(), job.to_owned());
    move || {
        // Without a thread the scanner ends the job by itself, later.
        let _ = Builder::new()
            .name("scan-end".to_owned())
            .spawn(move || wire.end(&job));
    }
}

struct Job<'a> {
    wire: &'a Wire,
    settings: &'a ScanSettings,
    limits: &'a ScanLimits,
    cancel: &'a Cancel,
    events: &'a mut dyn FnMut(Event),
    delivered: u32,
}

/// What asking for a page led to.
enum Step {
    Delivered,
    NotYet,
    End,
}

impl Job<'_> {
    /// Orders it, waiting for a scanner that is busy or warms up.
    fn order(&mut self, order: &str) -> Result<String, ScanError> {
        let pace = &self.limits.pace;
        for _ in 0..=pace.busy_tries {
            if self.cancel.is_cancelled() {
                return Err(ScanError::Cancelled);
            }
            match self.wire.order(order)? {
                (201, Some(job)) => return Ok(job),
                (201, None) => return Err(ScanError::unclear("a job without an address")),
                (503, _) => self.obstacle()?,
                (409, _) => {
                    self.obstacle()?;
                    return Err(ScanError::Refused("status 409".to_owned()));
                }
                (401 | 403, _) => return Err(ScanError::Denied),
                (status @ (400 | 415), _) => {
                    return Err(ScanError::Refused(format!("status {status}")));
                }
                (status, _) => return Err(ScanError::unclear(format_args!("status {status}"))),
            }
            (self.events)(Event::Waiting);
            if self.cancel.wait(pace.busy_pause) {
                return Err(ScanError::Cancelled);
            }
        }
        Err(ScanError::Busy)
    }

    /// Takes pages until the scanner has none, from the glass as well: some
    /// scanners only end the job when asked once more.
    fn pages(&mut self, job: &str) -> Result<u32, ScanError> {
        let pace = &self.limits.pace;
        let (mut waited, patience) = (0, pace.busy_tries.saturating_mul(PAGE_PATIENCE));
        loop {
            if self.cancel.wait(pace.page_pause) {
                return Err(ScanError::Cancelled);
            }
            let step = match self.wire.next_page(job) {
                Ok(answer) => self.step(answer),
                // It hung up after the pages, or in their midst.
                Err(ScanError::Offline) if self.delivered > 0 => Err(ScanError::BrokenOff),
                Err(error) => Err(error),
            };
            match step {
                Ok(Step::Delivered) => waited = 0,
                Ok(Step::NotYet) if waited < patience => {
                    waited += 1;
                    (self.events)(Event::Waiting);
                    if self.cancel.wait(pace.busy_pause) {
                        return Err(ScanError::Cancelled);
                    }
                }
                Ok(Step::NotYet) => return Err(ScanError::Busy),
                Ok(Step::End) => return Ok(self.delivered),
                // What was asked for once too often may fail as it likes.
                Err(_) if self.is_glass() && self.delivered > 0 => {
                    self.wire.end(job);
                    return Ok(self.delivered);
                }
                Err(error) => return Err(error),
            }
        }
    }

    fn step(&mut self, answer: Response<Body>) -> Result<Step, ScanError> {
        match answer.status().as_u16() {
            200 => self.page(answer),
            503 => {
                self.obstacle()?;
                Ok(Step::NotYet)
            }
            status @ (404 | 409 | 410) => self.no_more(status),
            401 | 403 => Err(ScanError::Denied),
            status => Err(ScanError::Io(format!("status {status}"))),
        }
    }

    /// The end is 404 by the specification; some scanners say 409 or 410 and
    /// tell by the feeder's state that it is only empty.
    fn no_more(&self, status: u16) -> Result<Step, ScanError> {
        match self.obstacle() {
            Ok(()) | Err(ScanError::NoPaper) if self.delivered > 0 && status == 404 => {
                Ok(Step::End)
            }
            Err(ScanError::NoPaper) if self.delivered > 0 => Ok(Step::End),
            Err(error) => Err(error),
            Ok(()) if status == 404 && !self.is_glass() => Err(ScanError::NoPaper),
            Ok(()) => Err(ScanError::Aborted),
        }
    }

    /// Asks what stands in the way; nothing, as far as the scanner knows or
    /// tells. An empty feeder does not stand in the way of the glass.
    fn obstacle(&self) -> Result<(), ScanError> {
        match self.wire.state() {
            Ok(ScannerState::NoPaper) if !self.is_glass() => Err(ScanError::NoPaper),
            Ok(ScannerState::Jam) => Err(ScanError::Jam),
            Ok(ScannerState::CoverOpen) => Err(ScanError::CoverOpen),
            Ok(ScannerState::Fault) => Err(ScanError::Io("stopped".to_owned())),
            Err(ScanError::Denied) => Err(ScanError::Denied),
            Ok(_) | Err(_) => Ok(()),
        }
    }

    fn page(&mut self, answer: Response<Body>) -> Result<Step, ScanError> {
        let most = if self.is_glass() {
            1
        } else {
            self.limits.max_pages
        };
        if self.delivered >= most {
            return Err(ScanError::TooManyPages { limit: most });
        }
        let bytes = self.take(answer)?;
        let media = Media::sniff(&bytes).map_err(ScanError::unclear)?;
        if ending(media, &bytes) == Ending::BrokenOff {
            return Err(ScanError::BrokenOff);
        }
        self.delivered += 1;
        (self.events)(Event::Page(ScannedPage {
            number: self.delivered,
            name: format!("scan-{:03}.{}", self.delivered, media.ending()),
            media,
            dpi: Some(self.settings.dpi),
            bytes,
        }));
        Ok(Step::Delivered)
    }

    /// Reads a page's bytes, no more than allowed whatever is announced.
    fn take(&mut self, answer: Response<Body>) -> Result<Vec<u8>, ScanError> {
        let limit = self.limits.max_page_bytes;
        let total = answer.body().content_length();
        if total.is_some_and(|total| total > limit) {
            return Err(ScanError::PageTooLarge { limit });
        }
        let (mut reader, mut bytes) = (answer.into_body().into_reader(), Vec::new());
        let mut bite = vec![0; BITE];
        loop {
            let read = reader.read(&mut bite).map_err(|_| ScanError::BrokenOff)?;
            if self.cancel.is_cancelled() {
                return Err(ScanError::Cancelled);
            }
            if read == 0 {
                break;
            }
            bytes.extend_from_slice(&bite[..read]);
            if bytes.len() as u64 > limit {
                return Err(ScanError::PageTooLarge { limit });
            }
            (self.events)(Event::Progress {
                page: self.delivered + 1,
                bytes: bytes.len() as u64,
                total,
            });
        }
        if bytes.is_empty() || total.is_some_and(|total| total != bytes.len() as u64) {
            return Err(ScanError::BrokenOff);
        }
        Ok(bytes)
    }

    fn is_glass(&self) -> bool {
        self.settings.feed == Feed::Flatbed
    }
}
