//! The driver process: started for one request, watched, and ended in every
//! case.

use super::super::{Cancel, ScanError, ScanLimits};
use super::frame::{Frame, Request, read_frame};
use std::cell::Cell;
use std::io::{BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::Builder;
use std::time::{Duration, Instant};

/// How often it is looked whether somebody cancelled.
const STEP: Duration = Duration::from_millis(25);

/// How often it is looked whether the process has ended.
const ENDING: Duration = Duration::from_millis(2);

/// A frame, or what came instead; nothing when the process ended.
type Said = Result<Option<Frame>, ScanError>;

/// A running driver process. Dropped, it is ended.
pub(super) struct Driver {
    child: Child,
    orders: Arc<Mutex<Option<ChildStdin>>>,
    frames: Receiver<Said>,
    silence: Duration,
    grace: Duration,
    hangs: Cell<bool>,
}

impl Driver {
    pub(super) fn start(
        program: &Path,
        configuration: Option<&Path>,
        request: &Request,
        limits: &ScanLimits,
    ) -> Result<Self, ScanError> {
        let mut command = Command::new(program);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        if let Some(folder) = configuration {
            command.env("SANE_CONFIG_DIR", folder);
        }
        let absent = |error: std::io::Error| ScanError::DriverAbsent(error.kind().to_string());
        let mut child = command.spawn().map_err(absent)?;
        let (orders, answers) = (child.stdin.take(), child.stdout.take());
        let answers = answers.ok_or(ScanError::DriverCrashed)?;
        let frames = listen(answers, limits.clone()).map_err(absent)?;
        let driver = Self {
            child,
            orders: Arc::new(Mutex::new(orders)),
            frames,
            silence: limits.pace.silence,
            grace: limits.pace.grace,
            hangs: Cell::new(false),
        };
        let mut line = serde_json::to_vec(request).map_err(ScanError::unclear)?;
        line.push(b'\n');
        order(&driver.orders, &line);
        Ok(driver)
    }

    /// What tells the driver to stop. It closes the line of orders besides:
    /// there will be no other.
    pub(super) fn stopper(&self) -> impl FnOnce() + Send + use<> {
        let orders = Arc::clone(&self.orders);
        move || {
            order(&orders, b"cancel\n");
            orders.lock().unwrap_or_else(PoisonError::into_inner).take();
        }
    }

    /// What it says next. One that hangs is given up, sooner if it was told to
    /// stop.
    pub(super) fn next(&self, cancel: &Cancel) -> Result<Frame, ScanError> {
        let mut end = Instant::now() + self.silence;
        let mut told = false;
        loop {
            if cancel.is_cancelled() && !told {
                told = true;
                end = end.min(Instant::now() + self.grace);
            }
            match self.frames.recv_timeout(STEP) {
                Ok(Ok(Some(frame))) => return Ok(frame),
                Ok(Err(error)) if !told => return Err(error),
                Err(RecvTimeoutError::Timeout) if Instant::now() < end => {}
                Err(RecvTimeoutError::Timeout) if told => {
                    self.hangs.set(true);
                    return Err(ScanError::Cancelled);
                }
                _ if told => return Err(ScanError::Cancelled),
                Err(RecvTimeoutError::Timeout) => {
                    self.hangs.set(true);
                    return Err(ScanError::DriverSilent {
                        seconds: self.silence.as_secs(),
                    });
                }
                Ok(_) | Err(RecvTimeoutError::Disconnected) => {
                    return Err(ScanError::DriverCrashed);
                }
            }
        }
    }
}

/// Hears what it says, frame by frame, on a thread of its own.
fn listen(answers: ChildStdout, limits: ScanLimits) -> std::io::Result<Receiver<Said>> {
    let (tell, frames) = sync_channel(1);
    Builder::new().name("sane".to_owned()).spawn(move || {
        let mut answers = BufReader::new(answers);
        loop {
            let said = read_frame(&mut answers, &limits);
            let last = !matches!(said, Ok(Some(_)));
            if tell.send(said).is_err() || last {
                return;
            }
        }
    })?;
    Ok(frames)
}

/// A driver that no longer listens has ended, which is noticed elsewhere.
fn order(orders: &Mutex<Option<ChildStdin>>, line: &[u8]) {
    let mut orders = orders.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(pipe) = orders.as_mut() {
        let _ = pipe.write_all(line);
    }
}

impl Drop for Driver {
    /// One that is asked ends in order, leaving its device ready for the next;
    /// one that hangs is ended.
    fn drop(&mut self) {
        self.stopper()();
        let end = Instant::now() + self.grace;
        while !self.hangs.get() && Instant::now() < end && self.is_alive() {
            // What it still says would otherwise keep it waiting.
            let _ = self.frames.recv_timeout(ENDING);
        }
        // Either fails only if it ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Driver {
    fn is_alive(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }
}
