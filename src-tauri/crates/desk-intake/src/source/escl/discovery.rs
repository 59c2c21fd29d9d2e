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
    let found = listen(&daemon, at_most, cancel).map_err(trouble);
    // It ends by itself if it cannot be told to.
    let _ = daemon.shutdown();
    found
}

fn listen(
    daemon: &ServiceDaemon,
    at_most: Duration,
    cancel: &Cancel,
) -> Result<Vec<Found>, mdns_sd::Error> {
    let browsing = [
        ("https", daemon.browse("_uscans._tcp.local.")?),
        ("http", daemon.browse("_uscan._tcp.local.")?),
    ];
    Ok(collect(&browsing, Instant::now() + at_most, cancel))
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

#[cfg(test)]
mod tests {
    use super::*;
    use mdns_sd::{IfKind, ServiceInfo};
    use std::net::UdpSocket;

    /// Speaks over the loopback alone, and at a port where nobody else does.
    fn daemon(port: u16) -> ServiceDaemon {
        let daemon = ServiceDaemon::new_with_port(port).unwrap();
        daemon.disable_interface(IfKind::All).unwrap();
        daemon.enable_interface(IfKind::LoopbackV4).unwrap();
        daemon
    }

    fn announce(daemon: &ServiceDaemon, kind: &str, port: u16) {
        let facts = [
            ("ty", "Trial\u{7} Scanner"),
            ("uuid", "ABC-1"),
            ("rs", "/scan/"),
        ];
        let (name, host) = ("trial", "trial-scanner.local.");
        let service = ServiceInfo::new(kind, name, host, "127.0.0.1", port, &facts[..]);
        daemon.register(service.unwrap()).unwrap();
    }

    #[test]
    fn a_scanner_announced_twice_is_one_and_encrypted_first() {
        let free = UdpSocket::bind("127.0.0.1:0").unwrap();
        let port = free.local_addr().unwrap().port();
        drop(free);
        let scanner = daemon(port);
        announce(&scanner, "_uscan._tcp.local.", 8080);
        announce(&scanner, "_uscans._tcp.local.", 8443);
        let desk = daemon(port);
        let deadline = Instant::now() + Duration::from_secs(10);
        let mut found = Vec::new();
        while Instant::now() < deadline && found.iter().all(|f: &Found| f.addresses.len() < 2) {
            found = listen(&desk, Duration::from_millis(300), &Cancel::new()).unwrap();
        }
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].name.as_deref(), Some("Trial Scanner"));
        let addresses: Vec<String> = found[0].addresses.iter().map(Address::to_string).collect();
        assert_eq!(
            addresses,
            ["https://127.0.0.1:8443/scan", "http://127.0.0.1:8080/scan"]
        );
    }
}
