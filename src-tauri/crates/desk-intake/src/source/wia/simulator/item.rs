//! A device or a place where paper lies in it: its properties, what it holds, and
//! the transfer of pages.

use super::Device;
use std::sync::Arc;
use std::time::Duration;
use windows::Win32::Devices::ImageAcquisition::{
    DUP, DUPLEX, IEnumWIA_FORMAT_INFO, IWiaItem2, IWiaPropertyStorage, IWiaTransfer,
    IWiaTransfer_Impl, IWiaTransferCallback, WIA_CATEGORY_FEEDER, WIA_CATEGORY_FLATBED,
    WIA_CATEGORY_ROOT, WIA_DIP_DEV_ID, WIA_DIP_DEV_NAME, WIA_DIP_DEV_TYPE,
    WIA_DPS_DOCUMENT_HANDLING_CAPABILITIES, WIA_IPS_DOCUMENT_HANDLING_SELECT,
    WIA_IPS_MAX_HORIZONTAL_SIZE, WIA_IPS_MAX_VERTICAL_SIZE, WIA_IPS_PAGES, WIA_IPS_XEXTENT,
    WIA_IPS_XRES, WIA_IPS_YEXTENT, WIA_TRANSFER_MSG_END_OF_STREAM,
    WIA_TRANSFER_MSG_END_OF_TRANSFER, WIA_TRANSFER_MSG_STATUS, WiaTransferParams,
};
use windows::Win32::Foundation::{E_INVALIDARG, E_NOTIMPL, S_FALSE, S_OK};
use windows::Win32::System::Com::IStream;
use windows::Win32::System::Com::StructuredStorage::PROPVARIANT;
use windows::core::{BSTR, ComObject, GUID, Interface, Ref, Result as ComResult, implement};

/// A device itself, or a place of it.
#[implement(IWiaItem2, IWiaPropertyStorage, IWiaTransfer)]
pub(super) struct Item {
    device: Arc<Device>,
    pub(super) category: GUID,
}

impl Item {
    pub(super) fn root(device: Arc<Device>) -> Self {
        Self {
            device,
            category: WIA_CATEGORY_ROOT,
        }
    }

    /// Where paper lies in it.
    pub(super) fn places(&self) -> Vec<IWiaItem2> {
        let feeder = self.device.feeder.then_some(WIA_CATEGORY_FEEDER);
        // The feeder first: who wants the glass must look on.
        let places = feeder.into_iter().chain([WIA_CATEGORY_FLATBED]);
        let device = || Arc::clone(&self.device);
        places
            .map(|category| {
                let device = device();
                ComObject::new(Self { device, category }).to_interface()
            })
            .collect()
    }

    /// What a property is.
    pub(super) fn read(&self, id: u32) -> Option<PROPVARIANT> {
        let device = &self.device;
        Some(match id {
            WIA_DIP_DEV_ID => PROPVARIANT::from(device.id),
            WIA_DIP_DEV_NAME => PROPVARIANT::from(device.name),
            WIA_DIP_DEV_TYPE => PROPVARIANT::from(device.kind << 16 | 5),
            WIA_DPS_DOCUMENT_HANDLING_CAPABILITIES if device.feeder => {
                PROPVARIANT::from((DUP | 1).cast_signed())
            }
            WIA_IPS_MAX_HORIZONTAL_SIZE => PROPVARIANT::from(8500),
            WIA_IPS_MAX_VERTICAL_SIZE => PROPVARIANT::from(11700),
            _ => return None,
        })
    }

    /// Sets a property.
    pub(super) fn write(&self, id: u32, number: i32) -> ComResult<()> {
        let fits = match id {
            WIA_IPS_XRES => [150, 300, 600].contains(&number),
            // A sheet of one size, which refuses to be told.
            WIA_IPS_XEXTENT | WIA_IPS_YEXTENT => self.category == WIA_CATEGORY_FLATBED,
            WIA_IPS_DOCUMENT_HANDLING_SELECT | WIA_IPS_PAGES => {
                self.category == WIA_CATEGORY_FEEDER
            }
            _ => true,
        };
        if !fits {
            return Err(E_INVALIDARG.into());
        }
        self.device.written.lock().unwrap().insert(id, number);
        Ok(())
    }

    /// How many sides come out.
    fn sides(&self) -> u32 {
        let written = self.device.written.lock().unwrap();
        let select = written.get(&WIA_IPS_DOCUMENT_HANDLING_SELECT);
        let both = select.is_some_and(|select| select.cast_unsigned() & DUPLEX != 0);
        self.device.pages * if both { 2 } else { 1 }
    }
}

/// A page of its own grey.
fn page(number: u32) -> Vec<u8> {
    let grey = u8::try_from(number * 10).unwrap();
    let picture = image::RgbImage::from_pixel(40, 60, image::Rgb([grey; 3]));
    let mut file = std::io::Cursor::new(Vec::new());
    picture
        .write_to(&mut file, image::ImageFormat::Bmp)
        .unwrap();
    file.into_inner()
}

/// Tells the listener; whether the transfer goes on.
fn tell(ear: &IWiaTransferCallback, message: u32, percent: i32, bytes: usize) -> bool {
    let told = WiaTransferParams {
        lMessage: message.cast_signed(),
        lPercentComplete: percent,
        ulTransferredBytes: bytes as u64,
        hrErrorStatus: S_OK,
    };
    // SAFETY: a living listener. Its plain answer counts: S_FALSE is a success
    // to whoever looks for failures only.
    let answer = unsafe {
        (Interface::vtable(ear).TransferCallback)(Interface::as_raw(ear), 0, &raw const told)
    };
    assert!(answer == S_OK || answer == S_FALSE, "{answer:?}");
    answer == S_OK
}

fn transfer(ear: &IWiaTransferCallback, bitmap: &[u8], tells_end: bool) -> ComResult<bool> {
    let name = BSTR::from("0001\\Root\\Feeder");
    // SAFETY: a living listener, and what it gave.
    let stream: IStream = unsafe { ear.GetNextStream(0, &name, &name) }?;
    let mut sent = 0;
    for piece in bitmap.chunks(1000) {
        let length = u32::try_from(piece.len()).unwrap();
        // SAFETY: as many bytes as there are.
        unsafe { stream.Write(piece.as_ptr().cast(), length, None) }.ok()?;
        sent += piece.len();
        let percent = i32::try_from(sent * 100 / bitmap.len()).unwrap();
        if !tell(ear, WIA_TRANSFER_MSG_STATUS, percent, sent) {
            return Ok(false);
        }
    }
    Ok(!tells_end || tell(ear, WIA_TRANSFER_MSG_END_OF_STREAM, 100, sent))
}

impl IWiaTransfer_Impl for Item_Impl {
    fn Download(&self, _: i32, ear: Ref<'_, IWiaTransferCallback>) -> ComResult<()> {
        let ear = ear.ok()?;
        let is_feeder = self.category == WIA_CATEGORY_FEEDER;
        let pages = if is_feeder { self.sides() } else { 1 };
        for number in 1..=pages {
            if !transfer(ear, &page(number), self.device.tells_ends)? {
                return Err(S_FALSE.into());
            }
        }
        while self.device.hangs {
            std::thread::sleep(Duration::from_millis(20));
        }
        if is_feeder && self.device.ends_with != S_OK {
            return Err(self.device.ends_with.into());
        }
        tell(ear, WIA_TRANSFER_MSG_END_OF_TRANSFER, 100, 0);
        Ok(())
    }

    fn Upload(
        &self,
        _: i32,
        _: Ref<'_, IStream>,
        _: Ref<'_, IWiaTransferCallback>,
    ) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }

    fn Cancel(&self) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }

    fn EnumWIA_FORMAT_INFO(&self) -> ComResult<IEnumWIA_FORMAT_INFO> {
        Err(E_NOTIMPL.into())
    }
}
