//! Devices and the places where paper lies in them.

#![allow(unsafe_code, reason = "calls the functions of a system library")]

use super::super::{Capabilities, Device, Feed, FeedCapabilities, ScanError, SourceKind};
use super::code;
use super::com::{Properties, trouble};
use super::measure::Place;
use windows::Win32::Devices::ImageAcquisition::{
    DUP, IWiaDevMgr2, IWiaItem2, IWiaPropertyStorage, WIA_CATEGORY_FEEDER, WIA_CATEGORY_FLATBED,
    WIA_DEVINFO_ENUM_LOCAL, WIA_DIP_DEV_ID, WIA_DIP_DEV_NAME, WIA_DIP_DEV_TYPE,
    WIA_DPS_DOCUMENT_HANDLING_CAPABILITIES, WIA_IPA_DATATYPE, WIA_IPS_MAX_HORIZONTAL_SIZE,
    WIA_IPS_MAX_VERTICAL_SIZE, WIA_IPS_XRES, WiaDevMgr2,
};
use windows::Win32::System::Com::{CLSCTX_LOCAL_SERVER, CoCreateInstance};
use windows::core::{BSTR, Interface};

/// `StiDeviceTypeScanner`, in the upper half of a device's type.
const SCANNER: i32 = 1;

/// Most devices and places that are looked at.
const MOST: usize = 256;

/// WIA's own list of devices.
pub(super) fn registry() -> Result<IWiaDevMgr2, ScanError> {
    // SAFETY: COM was entered on this thread.
    unsafe { CoCreateInstance(&WiaDevMgr2, None, CLSCTX_LOCAL_SERVER) }
        .map_err(|error| ScanError::DriverAbsent(format!("{:#010x}", error.code().0)))
}

/// Every scanner that is connected.
pub(super) fn devices(registry: &IWiaDevMgr2) -> Result<Vec<Device>, ScanError> {
    let flags = WIA_DEVINFO_ENUM_LOCAL.cast_signed();
    // SAFETY: COM was entered on this thread.
    let list = unsafe { registry.EnumDeviceInfo(flags) }.map_err(|error| trouble(&error))?;
    let mut found = Vec::new();
    for _ in 0..MOST {
        let (mut properties, mut count) = (None, 0);
        // SAFETY: there is room for one.
        unsafe { list.Next(1, &raw mut properties, &raw mut count) }
            .map_err(|error| trouble(&error))?;
        let Some(properties) = properties.filter(|_| count == 1) else {
            break;
        };
        let properties = Properties(properties);
        let kind = properties.number(WIA_DIP_DEV_TYPE).unwrap_or(0);
        if kind >> 16 & 0xffff == SCANNER {
            found.push(Device {
                kind: SourceKind::Wia,
                id: properties.text(WIA_DIP_DEV_ID),
                name: properties.text(WIA_DIP_DEV_NAME),
            });
        }
    }
    Ok(found)
}

/// Opens a device.
pub(super) fn open(registry: &IWiaDevMgr2, device: &str) -> Result<IWiaItem2, ScanError> {
    // SAFETY: COM was entered on this thread.
    unsafe { registry.CreateDevice(0, &BSTR::from(device)) }
        .map_err(|error| code::unopened(error.code().0))
}

/// The properties of a device or a place.
pub(super) fn properties(item: &IWiaItem2) -> Result<Properties, ScanError> {
    let properties = item.cast::<IWiaPropertyStorage>();
    properties.map(Properties).map_err(|error| trouble(&error))
}

/// The place of a device where paper lies so.
pub(super) fn place(root: &IWiaItem2, feed: Feed) -> Result<IWiaItem2, ScanError> {
    let wanted = match feed {
        Feed::Flatbed => WIA_CATEGORY_FLATBED,
        Feed::Feeder | Feed::Duplex => WIA_CATEGORY_FEEDER,
    };
    // SAFETY: COM was entered on this thread.
    let list = unsafe { root.EnumChildItems(None) }.map_err(|error| trouble(&error))?;
    for _ in 0..MOST {
        let (mut item, mut count) = (None, 0);
        // SAFETY: there is room for one.
        unsafe { list.Next(1, &raw mut item, &raw mut count) }.map_err(|error| trouble(&error))?;
        let Some(item) = item.filter(|_| count == 1) else {
            break;
        };
        // SAFETY: a living item.
        let category = unsafe { item.GetItemCategory() }.map_err(|error| trouble(&error))?;
        if category == wanted {
            return Ok(item);
        }
    }
    Err(ScanError::Refused(format!("no {feed:?}")))
}

/// What a device can do.
pub(super) fn describe(registry: &IWiaDevMgr2, device: &str) -> Result<Capabilities, ScanError> {
    let root = open(registry, device)?;
    let handling = properties(&root)?.number(WIA_DPS_DOCUMENT_HANDLING_CAPABILITIES);
    let both_sides = handling.unwrap_or(0).cast_unsigned() & DUP != 0;
    let mut feeds = Vec::new();
    for feed in [Feed::Flatbed, Feed::Feeder, Feed::Duplex] {
        if feed == Feed::Duplex && !both_sides {
            continue;
        }
        match place(&root, feed) {
            Ok(item) => feeds.push(capabilities(&properties(&item)?, feed)),
            Err(ScanError::Refused(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Capabilities { feeds })
}

fn capabilities(properties: &Properties, feed: Feed) -> FeedCapabilities {
    let place = Place {
        feed,
        resolutions: properties.choice(WIA_IPS_XRES),
        colours: properties.choice(WIA_IPA_DATATYPE),
        largest: [WIA_IPS_MAX_HORIZONTAL_SIZE, WIA_IPS_MAX_VERTICAL_SIZE]
            .map(|id| properties.number(id)),
    };
    place.capabilities()
}
