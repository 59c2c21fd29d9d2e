//! The properties of a device or a place, by their numbers.

use super::item::Item_Impl;
use super::value;
use windows::Win32::Devices::ImageAcquisition::{
    IWiaPropertyStorage_Impl, WIA_IPA_DATATYPE, WIA_IPS_XRES, WIA_PROP_LIST,
};
use windows::Win32::Foundation::{E_NOTIMPL, FILETIME, S_FALSE};
use windows::Win32::System::Com::IStream;
use windows::Win32::System::Com::StructuredStorage::{
    IEnumSTATPROPSTG, PROPSPEC, PROPVARIANT, STATPROPSETSTG,
};
use windows::core::{GUID, OutRef, PCWSTR, PWSTR, Ref, Result as ComResult};

impl IWiaPropertyStorage_Impl for Item_Impl {
    fn ReadMultiple(
        &self,
        _: u32,
        name: *const PROPSPEC,
        value: *mut PROPVARIANT,
    ) -> ComResult<()> {
        let found = self.read(value::id(name));
        let known = found.is_some();
        // SAFETY: the caller's own, with nothing in it that must be freed.
        unsafe { value.write(found.unwrap_or_default()) };
        if known { Ok(()) } else { Err(S_FALSE.into()) }
    }

    fn WriteMultiple(
        &self,
        _: u32,
        name: *const PROPSPEC,
        value: *const PROPVARIANT,
        _: u32,
    ) -> ComResult<()> {
        // SAFETY: the caller's own.
        let number = value::number(unsafe { &*value });
        self.write(value::id(name), number.expect("a number or a format"))
    }

    fn GetPropertyAttributes(
        &self,
        _: u32,
        name: *const PROPSPEC,
        flags: *mut u32,
        values: *mut PROPVARIANT,
    ) -> ComResult<()> {
        let numbers: &[i32] = match value::id(name) {
            WIA_IPS_XRES => &[3, 300, 150, 300, 600],
            WIA_IPA_DATATYPE => &[3, 3, 0, 2, 3],
            _ => return Err(E_NOTIMPL.into()),
        };
        // SAFETY: the caller's own.
        unsafe {
            flags.write(WIA_PROP_LIST);
            values.write(value::listed(numbers));
        }
        Ok(())
    }

    fn DeleteMultiple(&self, _: u32, _: *const PROPSPEC) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }

    fn ReadPropertyNames(&self, _: u32, _: *const u32, _: *mut PWSTR) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }

    fn WritePropertyNames(&self, _: u32, _: *const u32, _: *const PCWSTR) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }

    fn DeletePropertyNames(&self, _: u32, _: *const u32) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }

    fn Commit(&self, _: u32) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }

    fn Revert(&self) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }

    fn Enum(&self) -> ComResult<IEnumSTATPROPSTG> {
        Err(E_NOTIMPL.into())
    }

    fn SetTimes(
        &self,
        _: *const FILETIME,
        _: *const FILETIME,
        _: *const FILETIME,
    ) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }

    fn SetClass(&self, _: *const GUID) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }

    fn Stat(&self, _: *mut STATPROPSETSTG) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }

    fn GetCount(&self) -> ComResult<u32> {
        Err(E_NOTIMPL.into())
    }

    fn GetPropertyStream(&self, _: *mut GUID, _: OutRef<'_, IStream>) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }

    fn SetPropertyStream(&self, _: *mut GUID, _: Ref<'_, IStream>) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }
}
