//! Scanners in the network that speak eSCL (Mopria's eSCL Technical
//! Specification; Apple calls it AirScan), found by mDNS or by address.
//!
//! Owns the protocol: what a scanner says of itself, the job, its pages, and
//! every way in which a scanner says no. All that a scanner sends is material
//! from outside: every answer has a limit, XML without document types, no
//! redirect is followed and no other host is ever asked than the one chosen.
//!
//! Scanners identify themselves with certificates that nobody signed, so
//! https is used for its encryption and proves nobody's identity: a scanner is
//! trusted because it stands in the office's own network, as with http. Where
//! a scanner offers both, https is tried first.

mod address;
mod discovery;
mod job;
mod ticket;
mod wire;
mod xml;

pub use address::Address;
pub use xml::{Describes, ScannerState, describe, state};

use super::{
    Cancel, Capabilities, Device, Event, ImageSource, ScanError, ScanLimits, ScanSettings,
    SourceKind,
};
use discovery::Found;
use std::thread;
use wire::Wire;

/// All scanners in the network that speak eSCL.
#[derive(Debug, Clone)]
pub struct Escl {
    discover: bool,
    addresses: Vec<Address>,
    limits: ScanLimits,
}

impl Escl {
    /// Scanners found by themselves, if `discover`, and those at addresses
    /// that were typed.
    ///
    /// # Errors
    /// `ScannerAddressInvalid`.
    pub fn new(
        discover: bool,
        addresses: &[String],
        limits: ScanLimits,
    ) -> Result<Self, ScanError> {
        let addresses = addresses.iter().map(|typed| typed.parse());
        Ok(Self {
            discover,
            addresses: addresses.collect::<Result<_, _>>()?,
            limits,
        })
    }

    fn wire(&self, device: &str) -> Result<Wire, ScanError> {
        let address: Address = device.parse()?;
        Ok(Wire::new(address, &self.limits))
    }

    /// What a scanner says of itself, from the first of its addresses that
    /// answers.
    /// One that is asleep is not waited for.
    fn first_answering(&self, found: &Found) -> Option<(Address, Describes)> {
        let mut limits = self.limits.clone();
        limits.pace.silence = limits.pace.silence.min(limits.pace.connect);
        found.addresses.iter().find_map(|address| {
            let described = Wire::new(address.clone(), &limits).describe();
            described.ok().map(|described| (address.clone(), described))
        })
    }

    /// The device of something that was found. One that does not answer is
    /// shown all the same: it may only be asleep.
    fn device(&self, found: &Found) -> Option<Device> {
        let answer = self.first_answering(found);
        let address = match &answer {
            Some((address, _)) => address,
            None => found.addresses.first()?,
        };
        let said = answer.as_ref().map(|(_, said)| said.name.clone());
        let name = found.name.clone().or(said).filter(|name| !name.is_empty());
        Some(Device {
            kind: SourceKind::Escl,
            id: address.to_string(),
            name: name.unwrap_or_else(|| address.host().to_owned()),
        })
    }
}

impl ImageSource for Escl {
    fn kind(&self) -> SourceKind {
        SourceKind::Escl
    }

    fn devices(&self, cancel: &Cancel) -> Result<Vec<Device>, ScanError> {
        let typed = self.addresses.iter().cloned().map(Found::at);
        let mut found: Vec<Found> = typed.collect();
        if self.discover {
            found.extend(discovery::look(self.limits.pace.look, cancel)?);
        }
        // Asked all at once: one that is off costs the time of one.
        let devices: Vec<Device> = thread::scope(|scope| {
            let asked: Vec<_> = found
                .iter()
                .map(|each| scope.spawn(|| self.device(each)))
                .collect();
            asked
                .into_iter()
                .filter_map(|thread| thread.join().ok().flatten())
                .collect()
        });
        let mut single: Vec<Device> = Vec::new();
        for device in devices {
            if !single.iter().any(|known| known.id == device.id) {
                single.push(device);
            }
        }
        Ok(single)
    }

    fn capabilities(&self, device: &str) -> Result<Capabilities, ScanError> {
        Ok(self.wire(device)?.describe()?.capabilities)
    }

    fn scan(
        &self,
        device: &str,
        settings: &ScanSettings,
        cancel: &Cancel,
        events: &mut dyn FnMut(Event),
    ) -> Result<u32, ScanError> {
        job::run(&self.wire(device)?, settings, &self.limits, cancel, events)
    }
}
