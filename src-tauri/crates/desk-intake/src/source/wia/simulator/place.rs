//! The places where paper lies, one after another.

use super::item::Item_Impl;
use std::sync::Mutex;
use windows::Win32::Devices::ImageAcquisition::{
    IEnumWIA_DEV_CAPS, IEnumWiaItem2, IEnumWiaItem2_Impl, IWiaItem2, IWiaItem2_Impl, IWiaPreview,
};
use windows::Win32::Foundation::{E_NOTIMPL, HWND, S_FALSE};
use windows::core::{BOOL, BSTR, GUID, OutRef, Result as ComResult, implement};

impl IWiaItem2_Impl for Item_Impl {
    fn EnumChildItems(&self, _: *const GUID) -> ComResult<IEnumWiaItem2> {
        let left = Mutex::new(self.places());
        Ok(PlaceList { left }.into())
    }

    fn GetItemCategory(&self) -> ComResult<GUID> {
        Ok(self.category)
    }

    fn CreateChildItem(&self, _: i32, _: i32, _: &BSTR) -> ComResult<IWiaItem2> {
        Err(E_NOTIMPL.into())
    }

    fn DeleteItem(&self, _: i32) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }

    fn FindItemByName(&self, _: i32, _: &BSTR) -> ComResult<IWiaItem2> {
        Err(E_NOTIMPL.into())
    }

    fn GetItemType(&self) -> ComResult<i32> {
        Err(E_NOTIMPL.into())
    }

    fn DeviceDlg(
        &self,
        _: i32,
        _: HWND,
        _: &BSTR,
        _: &BSTR,
        _: *mut i32,
        _: *mut *mut BSTR,
        _: OutRef<'_, IWiaItem2>,
    ) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }

    fn DeviceCommand(&self, _: i32, _: *const GUID, _: OutRef<'_, IWiaItem2>) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }

    fn EnumDeviceCapabilities(&self, _: i32) -> ComResult<IEnumWIA_DEV_CAPS> {
        Err(E_NOTIMPL.into())
    }

    fn CheckExtension(&self, _: i32, _: &BSTR, _: *const GUID, _: *mut BOOL) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }

    fn GetExtension(
        &self,
        _: i32,
        _: &BSTR,
        _: *const GUID,
        _: *mut *mut core::ffi::c_void,
    ) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }

    fn GetParentItem(&self) -> ComResult<IWiaItem2> {
        Err(E_NOTIMPL.into())
    }

    fn GetRootItem(&self) -> ComResult<IWiaItem2> {
        Err(E_NOTIMPL.into())
    }

    fn GetPreviewComponent(&self, _: i32) -> ComResult<IWiaPreview> {
        Err(E_NOTIMPL.into())
    }

    fn EnumRegisterEventInfo(&self, _: i32, _: *const GUID) -> ComResult<IEnumWIA_DEV_CAPS> {
        Err(E_NOTIMPL.into())
    }

    fn Diagnostic(&self, _: u32, _: *const u8) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }
}

#[implement(IEnumWiaItem2)]
struct PlaceList {
    left: Mutex<Vec<IWiaItem2>>,
}

impl IEnumWiaItem2_Impl for PlaceList_Impl {
    fn Next(&self, _: u32, into: OutRef<'_, IWiaItem2>, count: *mut u32) -> ComResult<()> {
        let mut left = self.left.lock().unwrap();
        let one = (!left.is_empty()).then(|| left.remove(0));
        let found = u32::from(one.is_some());
        // SAFETY: the caller's own.
        unsafe { count.write(found) };
        into.write(one)?;
        if found == 1 {
            Ok(())
        } else {
            Err(S_FALSE.into())
        }
    }

    fn Skip(&self, _: u32) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }

    fn Reset(&self) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }

    fn Clone(&self) -> ComResult<IEnumWiaItem2> {
        Err(E_NOTIMPL.into())
    }

    fn GetCount(&self) -> ComResult<u32> {
        Err(E_NOTIMPL.into())
    }
}
