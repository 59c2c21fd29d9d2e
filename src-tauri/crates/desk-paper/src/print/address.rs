//! Where a printer is: in the system's list, or at an address in the office.

use super::PrintError;
use ipp::prelude::Uri;

/// A printer's whereabouts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// By its name in the system.
    System(String),
    /// By its address.
    Address(Uri),
}

impl Target {
    pub(super) fn parse(name: &str) -> Result<Self, PrintError> {
        if name.contains("://") {
            canonical_address(name)
                .and_then(|address| uri(&address))
                .map(Self::Address)
        } else {
            Ok(Self::System(name.to_owned()))
        }
    }
}

/// The full address of a printer from what a person typed: `192.168.1.9`,
/// `printer.local:631`, `ipp://192.168.1.9/ipp/print`. Without a path it is
/// `/ipp/print`, which every printer without a driver has (PWG 5100.14).
///
/// # Errors
/// `PrinterAddressInvalid`, also for `ipps://`: the certificates of office
/// printers prove nothing, and the desk does not pretend they do.
pub fn canonical_address(text: &str) -> Result<String, PrintError> {
    let text = text.trim();
    let invalid = || PrintError::PrinterAddressInvalid {
        address: text.to_owned(),
    };
    let (scheme, rest) = text.split_once("://").unwrap_or(("ipp", text));
    if !matches!(scheme, "ipp" | "http") || rest.contains('@') {
        return Err(invalid());
    }
    let (authority, path) = rest
        .split_once('/')
        .map_or((rest, ""), |(host, path)| (host, path));
    let path = if path.is_empty() { "ipp/print" } else { path };
    let address = format!("ipp://{authority}/{path}");
    let uri: Uri = address.parse().map_err(|_| invalid())?;
    let after_host = authority
        .rsplit_once(']')
        .map_or(authority, |(_, rest)| rest);
    let sound = uri.host().is_some_and(|host| !host.is_empty())
        && (uri.port_u16().is_some() || !after_host.contains(':'))
        && address.len() <= 255;
    // The plain scheme of the web has a port of its own.
    match (scheme, uri.port_u16()) {
        _ if !sound => Err(invalid()),
        ("http", None) => Ok(format!("ipp://{authority}:80/{path}")),
        _ => Ok(address),
    }
}

pub(super) fn uri(address: &str) -> Result<Uri, PrintError> {
    address
        .parse()
        .map_err(|_| PrintError::PrinterAddressInvalid {
            address: address.to_owned(),
        })
}
