//! A telephone as a scanner: a page that is open for a few minutes, to be
//! reached by the QR code on the screen, through which photographs are sent to
//! this computer.
//!
//! Nothing listens unless somebody asked for it, then only on the one address
//! that was chosen, and nothing is answered to whoever lacks the token. The
//! token opens the page for one telephone: the next that comes with it is
//! turned away. **Nothing is encrypted** — a certificate that a telephone
//! trusts cannot be had for an address in an office — and both pages say so.

mod gate;
mod page;
mod server;

use super::{
    Cancel, Capabilities, Device, Event, ImageSource, ScanError, ScanLimits, ScanSettings,
    SourceKind, UploadPage,
};
use gate::Gate;
use if_addrs::{IfAddr, Interface};
use qrcode::QrCode;
use qrcode::render::svg;
use std::net::{IpAddr, Ipv4Addr};

/// Smallest QR code on the screen, in pixels.
const SMALLEST: u32 = 240;

/// The upload page for telephones; its devices are this computer's networks.
#[derive(Debug, Clone)]
pub struct Phone {
    limits: ScanLimits,
}

impl Phone {
    /// Opens nothing yet.
    #[must_use]
    pub fn new(limits: ScanLimits) -> Self {
        Self { limits }
    }
}

impl ImageSource for Phone {
    fn kind(&self) -> SourceKind {
        SourceKind::Phone
    }

    /// The networks through which a telephone may reach this computer. Offices
    /// have addresses of version 4.
    fn devices(&self, _: &Cancel) -> Result<Vec<Device>, ScanError> {
        let interfaces = if_addrs::get_if_addrs().map_err(|_| ScanError::NetworkAbsent)?;
        let mut found: Vec<(bool, Device)> = interfaces.iter().filter_map(network).collect();
        // Office networks use private addresses; anything else comes last.
        found.sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| one.id.cmp(&other.id)));
        Ok(found.into_iter().map(|(_, device)| device).collect())
    }

    fn capabilities(&self, _: &str) -> Result<Capabilities, ScanError> {
        Ok(Capabilities::default())
    }

    /// Opens the page on the address `device` and takes what is sent, until
    /// the telephone says that it is done, time is up or it is cancelled.
    fn scan(
        &self,
        device: &str,
        _: &ScanSettings,
        cancel: &Cancel,
        events: &mut dyn FnMut(Event),
    ) -> Result<u32, ScanError> {
        let ip: IpAddr = device.parse().map_err(|_| ScanError::DeviceUnknown)?;
        // Never all networks at once.
        if ip.is_unspecified() {
            return Err(ScanError::DeviceUnknown);
        }
        let gate = Gate::new(self.limits.pace.phone_open)?;
        let server = server::open(ip)?;
        let address = server::address(&server)?;
        let url = format!("http://{address}/{}", gate.token());
        events(Event::Open(UploadPage {
            svg: picture(&url)?,
            url,
            encrypted: false,
            seconds: self.limits.pace.phone_open.as_secs(),
        }));
        server::serve(server, gate, &self.limits, cancel, events)
    }
}

fn network(interface: &Interface) -> Option<(bool, Device)> {
    let IfAddr::V4(address) = &interface.addr else {
        return None;
    };
    let ip: Ipv4Addr = address.ip;
    if ip.is_loopback() || ip.is_link_local() || ip.is_unspecified() {
        return None;
    }
    let device = Device {
        kind: SourceKind::Phone,
        id: ip.to_string(),
        name: format!("{} {ip}", interface.name),
    };
    Some((ip.is_private(), device))
}

/// The address as a QR code in SVG.
fn picture(url: &str) -> Result<String, ScanError> {
    let code = QrCode::new(url).map_err(|error| ScanError::PageUnopened(error.to_string()))?;
    let mut drawing = code.render::<svg::Color<'_>>();
    Ok(drawing.min_dimensions(SMALLEST, SMALLEST).build())
}
