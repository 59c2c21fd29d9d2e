//! Devices and the places where paper lies in them.

#![allow(unsafe_code, reason = "calls the functions of a system library")]

use super::super::{
    Capabilities, Colour, Device, Feed, FeedCapabilities, Resolutions, ScanError, SheetSize,
    SourceKind,
};
use super::com::{Choice, Properties, trouble};
use windows::Win32::Devices::ImageAcquisition::{
    DUP, IWiaDevMgr2, IWiaItem2, IWiaPropertyStorage, WIA_CATEGORY_FEEDER, WIA_CATEGORY_FLATBED,
    WIA_DATA_COLOR, WIA_DATA_GRAYSCALE, WIA_DATA_THRESHOLD, WIA_DEVINFO_ENUM_LOCAL, WIA_DIP_DEV_ID,
    WIA_DIP_DEV_NAME, WIA_DIP_DEV_TYPE, WIA_DPS_DOCUMENT_HANDLING_CAPABILITIES, WIA_IPA_DATATYPE,
    WIA_IPS_MAX_HORIZONTAL_SIZE, WIA_IPS_MAX_VERTICAL_SIZE, WIA_IPS_XRES, WiaDevMgr2,
};
use windows::Win32::System::Com::{CLSCTX_LOCAL_SERVER, CoCreateInstance};
use windows::core::{BSTR, Interface};

/// `StiDeviceTypeScanner`, in the upper half of a device's type.
const SCANNER: i32 = 1;

/// Most devices and places that are looked at.
const MOST: usize = 256;

fn registry() -> Result<IWiaDevMgr2, ScanError> {
    // SAFETY: COM was entered on this thread.
    unsafe { CoCreateInstance(&WiaDevMgr2, None, CLSCTX_LOCAL_SERVER) }
        .map_err(|error| ScanError::DriverAbsent(format!("{:#010x}", error.code().0)))
}

/// Every scanner that is connected.
pub(super) fn devices() -> Result<Vec<Device>, ScanError> {
    let flags = WIA_DEVINFO_ENUM_LOCAL.cast_signed();
    // SAFETY: COM was entered on this thread.
    let list = unsafe { registry()?.EnumDeviceInfo(flags) }.map_err(|error| trouble(&error))?;
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
pub(super) fn open(device: &str) -> Result<IWiaItem2, ScanError> {
    // SAFETY: COM was entered on this thread.
    unsafe { registry()?.CreateDevice(0, &BSTR::from(device)) }.map_err(|error| trouble(&error))
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
pub(super) fn describe(device: &str) -> Result<Capabilities, ScanError> {
    let root = open(device)?;
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

fn capabilities(place: &Properties, feed: Feed) -> FeedCapabilities {
    let whole = |number: i32| u32::try_from(number).ok().filter(|number| *number > 0);
    let resolutions = match place.choice(WIA_IPS_XRES) {
        Choice::Between(least, most) => {
            Resolutions::Between(whole(least).unwrap_or(1), whole(most).unwrap_or(1))
        }
        Choice::Listed(mut listed) => {
            listed.sort_unstable();
            Resolutions::Listed(listed.into_iter().filter_map(whole).collect())
        }
        Choice::Unknown => Resolutions::Listed(Vec::new()),
    };
    let offered = match place.choice(WIA_IPA_DATATYPE) {
        Choice::Listed(listed) => listed,
        Choice::Between(..) | Choice::Unknown => Vec::new(),
    };
    // WIA measures in thousandths of an inch.
    let tenths = |id| Some(whole(place.number(id)?)? * 254 / 1000);
    FeedCapabilities {
        feed,
        resolutions,
        colours: [Colour::Colour, Colour::Grey, Colour::BlackWhite]
            .into_iter()
            .filter(|colour| offered.contains(&data_type(*colour)))
            .collect(),
        largest: tenths(WIA_IPS_MAX_HORIZONTAL_SIZE)
            .zip(tenths(WIA_IPS_MAX_VERTICAL_SIZE))
            .map(|(width, height)| SheetSize { width, height }),
    }
}

/// WIA's number for colours.
pub(super) fn data_type(colour: Colour) -> i32 {
    let number = match colour {
        Colour::Colour => WIA_DATA_COLOR,
        Colour::Grey => WIA_DATA_GRAYSCALE,
        Colour::BlackWhite => WIA_DATA_THRESHOLD,
    };
    number.cast_signed()
}
