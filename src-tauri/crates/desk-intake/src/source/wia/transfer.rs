//! One transfer: sets a place up, and takes its pages as they come.

#![allow(unsafe_code, reason = "calls the functions of a system library")]

use super::super::{Cancel, Feed, ScanError, ScanSettings};
use super::com::{Properties, trouble};
use super::item::{open, place, properties};
use super::measure::{data_type, extents};
use super::tray::Told;
use std::sync::mpsc::SyncSender;
use std::sync::{Mutex, PoisonError};
use windows::Win32::Devices::ImageAcquisition::{
    ALL_PAGES, DUPLEX, FRONT_ONLY, IWiaDevMgr2, IWiaTransfer, IWiaTransferCallback,
    IWiaTransferCallback_Impl, WIA_IPA_DATATYPE, WIA_IPA_FORMAT, WIA_IPS_DOCUMENT_HANDLING_SELECT,
    WIA_IPS_PAGES, WIA_IPS_XEXTENT, WIA_IPS_XPOS, WIA_IPS_XRES, WIA_IPS_YEXTENT, WIA_IPS_YPOS,
    WIA_IPS_YRES, WIA_TRANSFER_MSG_END_OF_STREAM, WIA_TRANSFER_MSG_STATUS, WiaImgFmt_BMP,
    WiaTransferParams,
};
use windows::Win32::Foundation::{E_ABORT, E_OUTOFMEMORY, E_POINTER, S_FALSE};
use windows::Win32::System::Com::{IStream, STATFLAG_NONAME, STATSTG, STREAM_SEEK_SET};
use windows::Win32::UI::Shell::SHCreateMemStream;
use windows::core::{BSTR, ComObject, Interface, Result as ComResult, implement};

/// Largest bitmap of a page, in bytes: A3 in colour at 600 dpi.
const MOST: u64 = 256 * 1024 * 1024;

/// Scans on this thread, where COM was entered.
pub(super) fn run(
    registry: &IWiaDevMgr2,
    device: &str,
    settings: &ScanSettings,
    cancel: &Cancel,
    tell: &SyncSender<Told>,
) -> Result<(), ScanError> {
    let item = place(&open(registry, device)?, settings.feed)?;
    set_up(&properties(&item)?, settings)?;
    let listener = ComObject::new(Listener {
        cancel: cancel.clone(),
        tell: tell.clone(),
        stream: Mutex::new(None),
    });
    let ear: IWiaTransferCallback = listener.to_interface();
    let transfer = item
        .cast::<IWiaTransfer>()
        .map_err(|error| trouble(&error))?;
    // SAFETY: COM was entered on this thread; the listener outlives the call.
    let outcome = unsafe { transfer.Download(0, &ear) };
    // A driver that says of no page that it ended has ended it all the same.
    if outcome.is_ok() && !cancel.is_cancelled() {
        listener.page_ended().map_err(|error| trouble(&error))?;
    }
    outcome.map_err(|error| trouble(&error))
}

/// Resolution first, for extents are pixels.
fn set_up(place: &Properties, settings: &ScanSettings) -> Result<(), ScanError> {
    let dpi = i32::try_from(settings.dpi).unwrap_or(i32::MAX);
    place.set_guid(WIA_IPA_FORMAT, &WiaImgFmt_BMP)?;
    place.set_number(WIA_IPA_DATATYPE, data_type(settings.colour))?;
    place.set_number(WIA_IPS_XRES, dpi)?;
    place.set_number(WIA_IPS_YRES, dpi)?;
    let sides = match settings.feed {
        Feed::Flatbed => None,
        Feed::Feeder => Some(FRONT_ONLY),
        Feed::Duplex => Some(DUPLEX),
    };
    if let Some(sides) = sides {
        place.set_number(WIA_IPS_DOCUMENT_HANDLING_SELECT, sides.cast_signed())?;
        place.set_number(WIA_IPS_PAGES, ALL_PAGES.cast_signed())?;
    }
    let [width, height] = extents(settings);
    for (edge, at) in [
        (WIA_IPS_XPOS, 0),
        (WIA_IPS_YPOS, 0),
        (WIA_IPS_XEXTENT, width),
        (WIA_IPS_YEXTENT, height),
    ] {
        // Some feeders take paper of one size only and refuse to be told.
        let _ = place.set_number(edge, at);
    }
    Ok(())
}

/// Hears from WIA, on whatever thread it calls.
#[implement(IWiaTransferCallback)]
struct Listener {
    cancel: Cancel,
    tell: SyncSender<Told>,
    /// Where the present page is written to.
    stream: Mutex<Option<IStream>>,
}

impl Listener {
    /// Hands over the page that was being written, if any; whether somebody
    /// took it.
    fn page_ended(&self) -> ComResult<bool> {
        let stream = self
            .stream
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        let page = match stream {
            Some(stream) => bytes(&stream)?,
            None => return Ok(true),
        };
        Ok(page.is_empty() || self.tell.send(Told::Page(page)).is_ok())
    }

    fn progress(&self, told: &WiaTransferParams) -> bool {
        let progress = Told::Progress {
            bytes: told.ulTransferredBytes,
            percent: u64::try_from(told.lPercentComplete).unwrap_or(0),
        };
        self.tell.send(progress).is_ok()
    }
}

/// The one way to stop a transfer from within.
fn go_on(wanted: bool) -> ComResult<()> {
    if wanted { Ok(()) } else { Err(S_FALSE.into()) }
}

impl IWiaTransferCallback_Impl for Listener_Impl {
    fn TransferCallback(&self, _: i32, told: *const WiaTransferParams) -> ComResult<()> {
        // SAFETY: WIA's own, valid for the call.
        let told = unsafe { told.as_ref() }.ok_or(E_POINTER)?;
        go_on(!self.cancel.is_cancelled())?;
        go_on(match told.lMessage.cast_unsigned() {
            WIA_TRANSFER_MSG_STATUS => self.progress(told),
            WIA_TRANSFER_MSG_END_OF_STREAM => self.page_ended()?,
            _ => true,
        })
    }

    fn GetNextStream(&self, _: i32, _: &BSTR, _: &BSTR) -> ComResult<IStream> {
        if !self.page_ended()? {
            return Err(E_ABORT.into());
        }
        // SAFETY: empty, and grows by itself.
        let stream = unsafe { SHCreateMemStream(None) }.ok_or(E_OUTOFMEMORY)?;
        *self.stream.lock().unwrap_or_else(PoisonError::into_inner) = Some(stream.clone());
        Ok(stream)
    }
}

/// All that was written into a stream.
fn bytes(stream: &IStream) -> ComResult<Vec<u8>> {
    let mut state = STATSTG::default();
    // SAFETY: a living stream; the state goes to our memory.
    unsafe {
        stream.Stat(&raw mut state, STATFLAG_NONAME)?;
        stream.Seek(0, STREAM_SEEK_SET, None)?;
    }
    if state.cbSize > MOST {
        return Err(E_ABORT.into());
    }
    let length = u32::try_from(state.cbSize).map_err(|_| E_ABORT)?;
    let mut bytes = vec![0; length as usize];
    let mut read = 0;
    // SAFETY: there is room for as many bytes as are asked for.
    unsafe { stream.Read(bytes.as_mut_ptr().cast(), length, Some(&raw mut read)) }.ok()?;
    bytes.truncate(read as usize);
    Ok(bytes)
}
