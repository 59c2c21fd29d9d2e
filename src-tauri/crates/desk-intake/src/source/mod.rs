//! Where papers come from when they do not come as files: scanners in the
//! network ([`escl`]), at this computer ([`sane`], and WIA on Windows), a
//! folder that another program scans into ([`folder`]) and a telephone
//! ([`phone`]).
//!
//! Owns: finding devices, what each can do, the settings of a scan, and
//! delivering pages one by one while the rest still comes. Refuses to keep
//! pages: each is the caller's the moment it is delivered, so a jam at page
//! nine costs page nine only. Refuses to judge pages: whether the bytes are a
//! sound paper is [`crate::admit`]'s to say.
//!
//! A file picked in the window and the clipboard are no sources of this kind:
//! there is nothing to find, to set or to wait for, and their bytes go straight
//! to [`crate::admit`]. The camera lives in the window and hands over pictures
//! in the same way.

mod cancel;
mod device;
pub mod escl;
mod event;
pub mod folder;
mod limits;
pub mod phone;
mod profile;
pub mod sane;
mod scan;
mod tail;
mod trouble;
#[cfg(any(windows, test))]
pub mod wia;

pub use cancel::{Cancel, Hook};
pub use device::{
    Capabilities, Colour, Device, Feed, FeedCapabilities, Resolutions, ScanSettings, SheetSize,
    SourceKind,
};
pub use event::{Event, ScannedPage, UploadPage};
pub use limits::{Pace, ScanLimits};
pub use profile::{Compromise, Fitted, Profile};
pub use scan::{News, Scan};
pub use trouble::ScanError;

use std::path::PathBuf;
use std::sync::Arc;

/// A place that pages come from. Every call may take seconds and blocks: call
/// it on a thread of its own, for a scan with [`Scan::start`].
pub trait ImageSource: Send + Sync {
    /// What kind of place this is.
    fn kind(&self) -> SourceKind;

    /// The devices that can be seen now; none is no error.
    ///
    /// # Errors
    /// Only when looking itself fails, such as a driver that crashes.
    fn devices(&self, cancel: &Cancel) -> Result<Vec<Device>, ScanError>;

    /// What the device of this id can do. A place without settings (folder,
    /// telephone) answers with no feeds at all.
    ///
    /// # Errors
    /// The device cannot be reached or answers nonsense.
    fn capabilities(&self, device: &str) -> Result<Capabilities, ScanError>;

    /// Scans, calling `events` on this thread, and returns how many pages were
    /// delivered. A folder and a telephone go on until they are cancelled or,
    /// for the telephone, time is up: for them that is success.
    ///
    /// # Errors
    /// What stopped the device; pages delivered before are the caller's.
    fn scan(
        &self,
        device: &str,
        settings: &ScanSettings,
        cancel: &Cancel,
        events: &mut dyn FnMut(Event),
    ) -> Result<u32, ScanError>;
}

/// Which sources this desk uses. The default uses none.
#[derive(Debug, Clone, Default)]
pub struct SourceConfig {
    /// Look for scanners in the network by mDNS.
    pub discover: bool,
    /// Addresses of scanners that are not found by themselves, as typed:
    /// `192.168.1.20`, with `:port` and `/path` where they differ.
    pub addresses: Vec<String>,
    /// The program through which SANE is driven; see [`sane::driver_beside`].
    pub sane_driver: Option<PathBuf>,
    /// Drive scanners by WIA; of use on Windows only.
    pub wia: bool,
    /// Folder that another program scans into.
    pub folder: Option<PathBuf>,
    /// Offer the upload page for telephones. Nothing listens until a scan is
    /// started from it.
    pub phone: bool,
    /// Bounds and patience.
    pub limits: ScanLimits,
}

/// The sources of a configuration, in the order in which to offer them.
///
/// # Errors
/// `ScannerAddressInvalid` for an address that is none.
pub fn sources(config: &SourceConfig) -> Result<Vec<Arc<dyn ImageSource>>, ScanError> {
    let mut found: Vec<Arc<dyn ImageSource>> = Vec::new();
    let limits = &config.limits;
    if config.discover || !config.addresses.is_empty() {
        let escl = escl::Escl::new(config.discover, &config.addresses, limits.clone())?;
        found.push(Arc::new(escl));
    }
    if let Some(driver) = &config.sane_driver {
        found.push(Arc::new(sane::Sane::new(driver.clone(), limits.clone())));
    }
    #[cfg(windows)]
    if config.wia {
        found.push(Arc::new(wia::Wia::new(limits.clone())));
    }
    if let Some(path) = &config.folder {
        let folder = folder::WatchedFolder::new(path.clone(), limits.clone());
        found.push(Arc::new(folder));
    }
    if config.phone {
        found.push(Arc::new(phone::Phone::new(limits.clone())));
    }
    Ok(found)
}
