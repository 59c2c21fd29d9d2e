//! Does the one thing that was asked for, while another thread listens for the
//! word to stop.

use crate::choice;
use crate::library::{Canceller, Handle, Sane};
use crate::page;
use desk_intake::source::sane::{Fault, Frame, Request, write_frame};
use desk_intake::source::{Feed, ScanSettings};
use std::io::{self, BufRead, Read, Stdin, Stdout};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::Builder;

/// Longest order, in bytes.
const LONGEST: u64 = 64 * 1024;

/// How often progress is told: once in so many bytes.
const TELL_EVERY: usize = 512 * 1024;

/// Serves one request from standard input on standard output.
pub fn serve() {
    let mut said = io::stdout();
    if let Err(fault) = answer(&mut said) {
        last(&mut said, Err(fault));
    }
}

/// Reads the request and does it. The last word is said while the device is
/// still held: drivers have hung as they let go, and what happened before is
/// not to be lost by it.
fn answer(said: &mut Stdout) -> Result<(), Fault> {
    let orders = io::stdin();
    let request = request(&orders)?;
    let (cancelled, canceller) = (Arc::new(AtomicBool::new(false)), Canceller::new());
    listen(orders, Arc::clone(&cancelled), canceller.clone())?;
    let sane = Sane::open()?;
    let mut device = None;
    let outcome = match &request {
        Request::Devices => devices(&sane, said),
        Request::Describe { device: name } => sane
            .device(name, &canceller)
            .and_then(|opened| describe(device.insert(opened), said)),
        Request::Scan {
            device: name,
            settings,
        } => sane
            .device(name, &canceller)
            .and_then(|opened| scan(device.insert(opened), *settings, &cancelled, said)),
    };
    last(said, outcome);
    Ok(())
}

/// The last word. When nobody reads any more, nobody needs to know.
fn last(said: &mut Stdout, outcome: Result<(), Fault>) {
    let frame = match outcome {
        Ok(()) => Frame::Done,
        Err(fault) => Frame::Failed(fault),
    };
    let _ = write_frame(said, &frame);
}

fn devices(sane: &Sane, said: &mut Stdout) -> Result<(), Fault> {
    for device in sane.devices()? {
        tell(said, &Frame::Device(device))?;
    }
    Ok(())
}

fn describe(device: &Handle, said: &mut Stdout) -> Result<(), Fault> {
    tell(said, &Frame::Capabilities(choice::describe(device)))
}

fn scan(
    device: &Handle,
    settings: ScanSettings,
    cancelled: &AtomicBool,
    said: &mut Stdout,
) -> Result<(), Fault> {
    let dpi = choice::settle(device, &settings)?;
    tell(said, &Frame::Settled { dpi })?;
    let mut pages = Pages {
        settings,
        dpi,
        cancelled,
        said,
    };
    pages.scan(device)
}

fn request(orders: &Stdin) -> Result<Request, Fault> {
    let mut line = String::new();
    let read = orders.lock().take(LONGEST).read_line(&mut line);
    read.map_err(|error| Fault::Io(error.to_string()))?;
    serde_json::from_str(&line).map_err(|_| Fault::Io("no request".to_owned()))
}

/// Anything that is said after the request, and the end of orders, means stop.
fn listen(orders: Stdin, cancelled: Arc<AtomicBool>, canceller: Canceller) -> Result<(), Fault> {
    Builder::new()
        .name("orders".to_owned())
        .spawn(move || {
            let mut line = [0; 1];
            // An error is an end as well.
            let _ = orders.lock().read(&mut line);
            cancelled.store(true, Ordering::SeqCst);
            canceller.cancel();
        })
        .map(|_| ())
        .map_err(|error| Fault::Io(error.to_string()))
}

/// Nobody listening is as good as being told to stop.
fn tell(said: &mut Stdout, frame: &Frame) -> Result<(), Fault> {
    write_frame(said, frame).map_err(|_| Fault::Aborted)
}

struct Pages<'a> {
    settings: ScanSettings,
    dpi: u32,
    cancelled: &'a AtomicBool,
    said: &'a mut Stdout,
}

impl Pages<'_> {
    /// One page from the glass; from the feeder, all until it is empty.
    fn scan(&mut self, device: &Handle) -> Result<(), Fault> {
        let mut delivered = 0_u32;
        loop {
            let raster = match self.page(device) {
                Err(Fault::NoPaper) if delivered > 0 => return Ok(()),
                outcome => outcome?,
            };
            let page = raster.png(self.dpi)?;
            drop(raster);
            tell(self.said, &Frame::Page(page))?;
            delivered += 1;
            if self.settings.feed == Feed::Flatbed {
                return Ok(());
            }
        }
    }

    fn page(&mut self, device: &Handle) -> Result<crate::picture::Raster, Fault> {
        if self.cancelled.load(Ordering::SeqCst) {
            return Err(Fault::Aborted);
        }
        let mut told = 0;
        page::read(device, self.cancelled, &mut |bytes, total| {
            if bytes >= told + TELL_EVERY || bytes < told {
                told = bytes;
                let (bytes, total) = (bytes as u64, total.map(|total| total as u64));
                // A reader that is gone is noticed when the page is sent.
                let _ = write_frame(self.said, &Frame::Progress { bytes, total });
            }
        })
    }
}
