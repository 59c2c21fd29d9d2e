//! One transfer: sets a place up, and takes its pages as they come.

#![allow(unsafe_code, reason = "calls the functions of a system library")]

use super::super::{Cancel, Feed, ScanError, ScanSettings};
use super::com::{Com, Properties, trouble};
use super::item::{data_type, open, place, properties};
use std::sync::mpsc::SyncSender;
use std::sync::{Mutex, PoisonError};
use windows::Win32::Devices::ImageAcquisition::{
    ALL_PAGES, DUPLEX, FRONT_ONLY, IWiaTransfer, IWiaTransferCallback, IWiaTransferCallback_Impl,
    WIA_IPA_DATATYPE, WIA_IPA_FORMAT, WIA_IPS_DOCUMENT_HANDLING_SELECT, WIA_IPS_PAGES,
    WIA_IPS_XEXTENT, WIA_IPS_XPOS, WIA_IPS_XRES, WIA_IPS_YEXTENT, WIA_IPS_YPOS, WIA_IPS_YRES,
    WIA_TRANSFER_MSG_END_OF_STREAM, WIA_TRANSFER_MSG_STATUS, WiaImgFmt_BMP, WiaTransferParams,
};
use windows::Win32::Foundation::{E_ABORT, E_OUTOFMEMORY, E_POINTER, S_FALSE};
use windows::Win32::System::Com::{IStream, STATFLAG_NONAME, STATSTG, STREAM_SEEK_SET};
use windows::Win32::UI::Shell::SHCreateMemStream;
use windows::core::{BSTR, Interface, Result as ComResult, implement};

/// Largest bitmap of a page, in bytes: A3 in colour at 600 dpi.
const MOST: u64 = 256 * 1024 * 1024;

/// What a transfer tells.
pub(super) enum Told {
    /// How much of a page has come.
    Progress {
        /// Bytes of it.
        bytes: u64,
        /// Part of the whole, 0 to 100.
        percent: u64,
    },
    /// A page as a bitmap file.
    Page(Vec<u8>),
    /// It is over.
    Ended(Result<(), ScanError>),
}

/// Scans on this thread.
pub(super) fn run(
    device: &str,
    settings: &ScanSettings,
    cancel: &Cancel,
    tell: &SyncSender<Told>,
) -> Result<(), ScanError> {
    let _com = Com::enter()?;
    let item = place(&open(device)?, settings.feed)?;
    set_up(&properties(&item)?, settings)?;
    let listener: IWiaTransferCallback = Listener {
        cancel: cancel.clone(),
        tell: tell.clone(),
        stream: Mutex::new(None),
    }
    .into();
    let transfer = item
        .cast::<IWiaTransfer>()
        .map_err(|error| trouble(&error))?;
    // SAFETY: COM was entered on this thread; the listener outlives the call.
    unsafe { transfer.Download(0, &listener) }.map_err(|error| trouble(&error))
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
    let pixels = |tenths: u32| {
        let pixels = u64::from(tenths) * u64::from(settings.dpi) / 254;
        i32::try_from(pixels).unwrap_or(i32::MAX)
    };
    for (edge, at) in [
        (WIA_IPS_XPOS, 0),
        (WIA_IPS_YPOS, 0),
        (WIA_IPS_XEXTENT, pixels(settings.size.width)),
        (WIA_IPS_YEXTENT, pixels(settings.size.height)),
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

impl IWiaTransferCallback_Impl for Listener_Impl {
    fn TransferCallback(&self, _: i32, told: *const WiaTransferParams) -> ComResult<()> {
        // SAFETY: WIA's own, valid for the call.
        let told = unsafe { told.as_ref() }.ok_or(E_POINTER)?;
        // The one way to stop a transfer from within.
        let stop = || Err(S_FALSE.into());
        if self.cancel.is_cancelled() {
            return stop();
        }
        let news = match told.lMessage.cast_unsigned() {
            WIA_TRANSFER_MSG_STATUS => Some(Told::Progress {
                bytes: told.ulTransferredBytes,
                percent: u64::try_from(told.lPercentComplete).unwrap_or(0),
            }),
            WIA_TRANSFER_MSG_END_OF_STREAM => {
                let mut stream = self.stream.lock().unwrap_or_else(PoisonError::into_inner);
                match stream.take() {
                    Some(stream) => Some(Told::Page(bytes(&stream)?)),
                    None => None,
                }
            }
            _ => None,
        };
        match news.map(|news| self.tell.send(news)) {
            Some(Err(_)) => stop(),
            Some(Ok(())) | None => Ok(()),
        }
    }

    fn GetNextStream(&self, _: i32, _: &BSTR, _: &BSTR) -> ComResult<IStream> {
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
