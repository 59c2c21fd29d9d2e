//! A scan under way on a thread of its own.

use super::{Cancel, Event, ImageSource, ScanError, ScanSettings};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::thread::Builder;
use std::time::Duration;

/// News waiting to be taken. A page of 300 dpi may have tens of megabytes, so
/// a device that is faster than its taker waits.
const WAITING: usize = 3;

/// How long a full queue is left alone before it is tried again.
const PAUSE: Duration = Duration::from_millis(10);

/// How long a cancelled source may take to end. One that hangs on a device is
/// then left behind with its thread.
const PATIENCE: Duration = Duration::from_secs(5);

/// What is heard of a scan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// Something happened.
    Event(Event),
    /// It is over: how many pages were delivered, or what stopped it. Nothing
    /// comes after it.
    Ended(Result<u32, ScanError>),
}

/// A running scan. Dropping it cancels it; the thread then ends by itself.
#[derive(Debug)]
pub struct Scan {
    news: Receiver<News>,
    cancel: Cancel,
}

impl Scan {
    /// Starts scanning.
    ///
    /// # Errors
    /// `ScannerFault` if the system gives no thread.
    pub fn start(
        source: Arc<dyn ImageSource>,
        device: &str,
        settings: ScanSettings,
    ) -> Result<Self, ScanError> {
        let (tell, news) = sync_channel(WAITING);
        let cancel = Cancel::new();
        let (device, stop) = (device.to_owned(), cancel.clone());
        Builder::new()
            .name("scan".to_owned())
            .spawn(move || {
                let mut on = |event| deliver(&tell, &stop, event);
                let outcome = source.scan(&device, &settings, &stop, &mut on);
                // Nobody listens any more: nobody needs to know.
                let _ = tell.send(News::Ended(outcome));
            })
            .map_err(|error| ScanError::Io(error.kind().to_string()))?;
        Ok(Self { news, cancel })
    }

    /// The next news, waiting at most so long; nothing if none came.
    ///
    /// A scan whose thread died tells `ScanDriverCrashed`, now and every time
    /// it is asked after the end.
    #[must_use]
    pub fn next(&self, at_most: Duration) -> Option<News> {
        match self.news.recv_timeout(at_most) {
            Ok(news) => Some(news),
            Err(RecvTimeoutError::Timeout) => {
                let hangs = self.cancel.elapsed().is_some_and(|since| since > PATIENCE);
                hangs.then_some(News::Ended(Err(ScanError::Cancelled)))
            }
            Err(RecvTimeoutError::Disconnected) => Some(News::Ended(Err(ScanError::DriverCrashed))),
        }
    }

    /// Stops it. Its end is still told, after a few seconds even if it hangs.
    pub fn cancel(&self) {
        self.cancel.cancel();
    }

    /// What stops it, for whoever holds no scan.
    #[must_use]
    pub fn canceller(&self) -> Cancel {
        self.cancel.clone()
    }
}

impl Drop for Scan {
    fn drop(&mut self) {
        self.cancel.cancel();
    }
}

/// Progress is worth nothing later, so it is let go when the queue is full;
/// all else waits for its place, until nobody takes it any more.
fn deliver(tell: &SyncSender<News>, cancel: &Cancel, event: Event) {
    let passing = matches!(event, Event::Progress { .. } | Event::Waiting);
    let mut news = News::Event(event);
    loop {
        news = match tell.try_send(news) {
            Ok(()) | Err(TrySendError::Disconnected(_)) => return,
            Err(TrySendError::Full(_)) if passing => return,
            Err(TrySendError::Full(news)) => news,
        };
        if cancel.wait(PAUSE) {
            // Cancelled, but a page that came is still worth its place.
            std::thread::sleep(PAUSE);
        }
    }
}
