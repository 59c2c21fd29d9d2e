//! The source: every call to WIA on a thread of its own, which may be left behind.

use super::super::{
    Cancel, Capabilities, Device, Event, ImageSource, ScanError, ScanLimits, ScanSettings,
    SourceKind,
};
use super::com::Com;
use super::tray::{Told, Tray};
use super::{item, transfer};
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::thread::Builder;
use windows::Win32::Devices::ImageAcquisition::IWiaDevMgr2;

/// Pages waiting to be taken; each has tens of megabytes.
const WAITING: usize = 1;

/// Where the list of devices comes from, on the thread that asks for it.
pub(super) type Registry = fn() -> Result<IWiaDevMgr2, ScanError>;

/// All scanners that WIA knows.
#[derive(Debug, Clone)]
pub struct Wia {
    limits: ScanLimits,
    registry: Registry,
}

impl Wia {
    /// Drives WIA.
    #[must_use]
    pub fn new(limits: ScanLimits) -> Self {
        Self {
            limits,
            registry: item::registry,
        }
    }

    /// Drives devices that stand in for those of WIA.
    #[cfg(test)]
    pub(super) fn of(registry: Registry, limits: ScanLimits) -> Self {
        Self { limits, registry }
    }

    /// Asks on a thread of its own, as patiently as a device is waited for.
    fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&IWiaDevMgr2) -> Result<T, ScanError> + Send + 'static,
    ) -> Result<T, ScanError> {
        let (tell, told) = sync_channel(1);
        let registry = self.registry;
        apart(move || {
            let answer = entered(registry, question);
            // Nobody waits any more for one that hung.
            let _ = tell.send(answer);
        })?;
        match told.recv_timeout(self.limits.pace.silence) {
            Ok(answer) => answer,
            Err(RecvTimeoutError::Timeout) => Err(ScanError::DriverSilent {
                seconds: self.limits.pace.silence.as_secs(),
            }),
            Err(RecvTimeoutError::Disconnected) => Err(ScanError::DriverCrashed),
        }
    }
}

impl ImageSource for Wia {
    fn kind(&self) -> SourceKind {
        SourceKind::Wia
    }

    fn devices(&self, _: &Cancel) -> Result<Vec<Device>, ScanError> {
        self.ask(item::devices)
    }

    fn capabilities(&self, device: &str) -> Result<Capabilities, ScanError> {
        let device = device.to_owned();
        self.ask(move |registry| item::describe(registry, &device))
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
        let registry = self.registry;
        apart(move || {
            let outcome = entered(registry, |registry| {
                transfer::run(registry, &device, &wish, &stop, &tell)
            });
            // Nobody waits any more for one that hung.
            let _ = tell.send(Told::Ended(outcome));
        })?;
        let mut tray = Tray {
            limits: &self.limits,
            settings,
            delivered: 0,
            events,
        };
        tray.fill(&told, cancel)
    }
}

fn entered<T>(
    registry: Registry,
    question: impl FnOnce(&IWiaDevMgr2) -> Result<T, ScanError>,
) -> Result<T, ScanError> {
    let _com = Com::enter()?;
    question(&registry()?)
}

fn apart(work: impl FnOnce() + Send + 'static) -> Result<(), ScanError> {
    let thread = Builder::new().name("wia".to_owned()).spawn(work);
    thread
        .map(|_| ())
        .map_err(|error| ScanError::Io(error.kind().to_string()))
}
