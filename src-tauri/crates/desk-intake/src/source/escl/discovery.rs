//! Looking for scanners by mDNS and DNS-SD (RFC 6762, 6763): `_uscan._tcp`
//! and, encrypted, `_uscans._tcp`. The loopback counts as a network, for
//! `ipp-usb` announces scanners on the wire of this very computer there.

use super::super::{Cancel, ScanError};
use super::address::Address;
use mdns_sd::{Receiver, ResolvedService, ServiceDaemon, ServiceEvent};
use std::collections::BTreeMap;
use std::net::IpAddr;
use std::time::{Duration, Instant};

/// Most scanners listed. Anybody in the network may announce thousands.
const MOST: usize = 64;

/// Longest name shown, in characters.
const LONGEST_NAME: usize = 80;

/// How long one look into the mailbox takes.
const STEP: Duration = Duration::from_millis(50);

/// A scanner that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// What it calls itself; unknown for an address that was typed.
    pub(super) name: Option<String>,
    /// Where it answers, the best first; at least one.
    pub(super) addresses: Vec<Address>,
}

impl Found {
    pub(super) fn at(address: Address) -> Self {
        Self {
            name: None,
            addresses: vec![address],
        }
    }
}

/// Listens so long.
pub(super) fn look(at_most: Duration, cancel: &Cancel) -> Result<Vec<Found>, ScanError> {
    let trouble = |error: mdns_sd::Error| ScanError::Io(error.to_string());
    let daemon = ServiceDaemon::new().map_err(trouble)?;
    let browsing = [
        (
            "https",
            daemon.browse("_uscans._tcp.local.").map_err(trouble)?,
        ),
        (
            "http",
            daemon.browse("_uscan._tcp.local.").map_err(trouble)?,
        ),
    ];
    let found = collect(&browsing, Instant::now() + at_most, cancel);
    // It ends by itself if it cannot be told to.
    let _ = daemon.shutdown();
    Ok(found)
}

/// One entry for each scanner, which may be announced twice, over several
/// networks and under both names: told apart by their UUID.
fn collect(
    browsing: &[(&'static str, Receiver<ServiceEvent>)],
    end: Instant,
    cancel: &Cancel,
) -> Vec<Found> {
    let mut found: BTreeMap<String, Found> = BTreeMap::new();
    while Instant::now() < end && !cancel.is_cancelled() {
        for (scheme, mailbox) in browsing {
            let Ok(ServiceEvent::ServiceResolved(service)) = mailbox.recv_timeout(STEP) else {
                continue;
            };
            let Some(address) = address(scheme, &service) else {
                continue;
            };
            let key = key(&service);
            if found.len() >= MOST && !found.contains_key(&key) {
                continue;
            }
            let entry = found.entry(key).or_insert_with(|| Found {
                name: Some(name(&service)),
                addresses: Vec::new(),
            });
            if !entry.addresses.contains(&address) {
                entry.addresses.push(address);
            }
        }
    }
    let mut found: Vec<Found> = found.into_values().collect();
    for each in &mut found {
        each.addresses
            .sort_by_key(|address| !address.is_encrypted());
    }
    found
}

fn key(service: &ResolvedService) -> String {
    let uuid = service.get_property_val_str("uuid").unwrap_or_default();
    if uuid.is_empty() {
        service.get_hostname().to_owned()
    } else {
        uuid.to_ascii_lowercase()
    }
}

/// Version 4 first: link-local addresses of version 6 need a zone besides.
fn address(scheme: &'static str, service: &ResolvedService) -> Option<Address> {
    let ip = service
        .get_addresses()
        .iter()
        .map(mdns_sd::ScopedIp::to_ip_addr)
        .min_by_key(|ip| (ip.is_ipv6(), *ip))?;
    let host = match ip {
        IpAddr::V4(ip) => ip.to_string(),
        IpAddr::V6(ip) => format!("[{ip}]"),
    };
    let path = service.get_property_val_str("rs").unwrap_or("eSCL");
    Address::new(scheme, &format!("{host}:{}", service.get_port()), path)
}

fn name(service: &ResolvedService) -> String {
    let said = service.get_property_val_str("ty").unwrap_or_default();
    let instance = service.get_fullname().split("._uscan").next();
    let name = if said.is_empty() {
        instance.unwrap_or_default()
    } else {
        said
    };
    name.chars()
        .filter(|sign| !sign.is_control())
        .take(LONGEST_NAME)
        .collect()
}
