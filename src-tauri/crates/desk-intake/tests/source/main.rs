//! Where papers come from: scanners in the network and at this computer, a
//! folder, a telephone. Nothing leaves the loopback.

#![allow(missing_docs, reason = "tests")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot set itself up has failed"
)]

#[cfg(target_os = "linux")]
mod airscan;
mod escl;
mod faults;
mod folder;
mod frames;
mod phone;
mod profile;
mod running;
#[cfg(target_os = "linux")]
mod sane;
mod simulator;
mod wording;
mod xml;

use desk_intake::source::{
    Cancel, Event, ImageSource, Pace, ScanError, ScanLimits, ScanSettings, ScannedPage,
};
use std::time::Duration;

/// Limits under which nothing is waited for longer than a test may take.
fn hurried() -> ScanLimits {
    ScanLimits {
        max_pages: 12,
        pace: Pace {
            look: Duration::from_millis(300),
            connect: Duration::from_secs(2),
            silence: Duration::from_secs(10),
            busy_pause: Duration::from_millis(5),
            busy_tries: 4,
            page_pause: Duration::from_millis(1),
            grace: Duration::from_secs(2),
            folder_look: Duration::from_millis(15),
            folder_still: Duration::from_millis(60),
            phone_open: Duration::from_secs(30),
        },
        ..ScanLimits::default()
    }
}

/// All that a scan told.
#[derive(Debug, Default)]
struct Told {
    pages: Vec<ScannedPage>,
    waited: usize,
    progress: usize,
}

impl Told {
    fn take(&mut self, event: Event) {
        match event {
            Event::Page(page) => self.pages.push(page),
            Event::Waiting => self.waited += 1,
            Event::Progress { .. } => self.progress += 1,
            Event::Open(_) | Event::Refused { .. } => {}
        }
    }
}

/// Scans to the end on this thread.
fn scan(
    source: &dyn ImageSource,
    device: &str,
    settings: &ScanSettings,
) -> (Result<u32, ScanError>, Told) {
    let mut told = Told::default();
    let outcome = source.scan(device, settings, &Cancel::new(), &mut |event| {
        told.take(event);
    });
    (outcome, told)
}
