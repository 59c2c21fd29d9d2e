//! A scanner that speaks WIA 2 and is none: Wine has no WIA 2 and no scanner, so
//! the interfaces of one are made here, in the way the drivers' kit describes them
//! (devices, items, properties, transfers), and fail on purpose.
#![allow(
    unsafe_code,
    non_snake_case,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the other side of a system library, in a test"
)]

mod item;
mod place;
mod properties;
mod value;

use item::Item;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use windows::Win32::Devices::ImageAcquisition::{
    IEnumWIA_DEV_INFO, IEnumWIA_DEV_INFO_Impl, IWiaDevMgr2, IWiaDevMgr2_Impl, IWiaEventCallback,
    IWiaItem2, IWiaPropertyStorage, WIA_S_NO_DEVICE_AVAILABLE,
};
use windows::Win32::Foundation::{E_INVALIDARG, E_NOTIMPL, HWND, S_FALSE};
use windows::core::{
    BSTR, ComObject, GUID, HRESULT, IUnknown, OutRef, Ref, Result as ComResult, implement,
};

/// Names as WIA gives them.
pub(super) const GLASS: &str = r"{6BDD1FC6-810F-11D0-BEC7-08002BE2092F}\0001";
pub(super) const STACK: &str = r"{6BDD1FC6-810F-11D0-BEC7-08002BE2092F}\0002";
pub(super) const UNPLUGGED: &str = r"{6BDD1FC6-810F-11D0-BEC7-08002BE2092F}\0009";

/// What a simulated device is like, and what it was told.
#[derive(Default)]
pub(super) struct Device {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    /// `HIWORD` of the device's type: 1 is a scanner, 2 a camera.
    pub(super) kind: i32,
    pub(super) feeder: bool,
    /// Pages lying in it.
    pub(super) pages: u32,
    /// What it says when the pages are out; nothing in the success of S_OK.
    pub(super) ends_with: HRESULT,
    /// Whether it tells where a page ends.
    pub(super) tells_ends: bool,
    /// Never ends.
    pub(super) hangs: bool,
    pub(super) written: Mutex<BTreeMap<u32, i32>>,
}

/// The list of devices.
#[implement(IWiaDevMgr2)]
pub(super) struct Registry {
    pub(super) devices: Vec<Arc<Device>>,
}

impl IWiaDevMgr2_Impl for Registry_Impl {
    fn EnumDeviceInfo(&self, _: i32) -> ComResult<IEnumWIA_DEV_INFO> {
        let devices = self.devices.iter().map(|device| {
            let item = ComObject::new(Item::root(Arc::clone(device)));
            item.to_interface()
        });
        let left = Mutex::new(devices.collect::<Vec<IWiaPropertyStorage>>());
        Ok(DeviceList { left }.into())
    }

    fn CreateDevice(&self, _: i32, id: &BSTR) -> ComResult<IWiaItem2> {
        if id == UNPLUGGED {
            return Err(WIA_S_NO_DEVICE_AVAILABLE.into());
        }
        let known = self.devices.iter().find(|device| id == device.id);
        let device = known.ok_or(E_INVALIDARG)?;
        Ok(ComObject::new(Item::root(Arc::clone(device))).to_interface())
    }

    fn SelectDeviceDlg(
        &self,
        _: HWND,
        _: i32,
        _: i32,
        _: *mut BSTR,
        _: OutRef<'_, IWiaItem2>,
    ) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }

    fn SelectDeviceDlgID(&self, _: HWND, _: i32, _: i32, _: *mut BSTR) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }

    fn RegisterEventCallbackInterface(
        &self,
        _: i32,
        _: &BSTR,
        _: *const GUID,
        _: Ref<'_, IWiaEventCallback>,
    ) -> ComResult<IUnknown> {
        Err(E_NOTIMPL.into())
    }

    fn RegisterEventCallbackProgram(
        &self,
        _: i32,
        _: &BSTR,
        _: *const GUID,
        _: &BSTR,
        _: &BSTR,
        _: &BSTR,
        _: &BSTR,
        _: &BSTR,
    ) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }

    fn RegisterEventCallbackCLSID(
        &self,
        _: i32,
        _: &BSTR,
        _: *const GUID,
        _: *const GUID,
        _: &BSTR,
        _: &BSTR,
        _: &BSTR,
    ) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }

    fn GetImageDlg(
        &self,
        _: i32,
        _: &BSTR,
        _: HWND,
        _: &BSTR,
        _: &BSTR,
        _: *mut i32,
        _: *mut *mut BSTR,
        _: OutRef<'_, IWiaItem2>,
    ) -> ComResult<()> {
        Err(E_NOTIMPL.into())
    }
}

#[implement(IEnumWIA_DEV_INFO)]
struct DeviceList {
    left: Mutex<Vec<IWiaPropertyStorage>>,
}

impl IEnumWIA_DEV_INFO_Impl for DeviceList_Impl {
    fn Next(
        &self,
        _: u32,
        into: OutRef<'_, IWiaPropertyStorage>,
        count: *mut u32,
    ) -> ComResult<()> {
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

    fn Clone(&self) -> ComResult<IEnumWIA_DEV_INFO> {
        Err(E_NOTIMPL.into())
    }

    fn GetCount(&self) -> ComResult<u32> {
        Err(E_NOTIMPL.into())
    }
}
