//! COM, entered and left in order, and WIA's properties made safe.

#![allow(unsafe_code, reason = "calls the functions of a system library")]

use super::super::ScanError;
use super::code;
use super::measure::Choice;
use windows::Win32::Devices::ImageAcquisition::IWiaPropertyStorage;
use windows::Win32::Foundation::{E_OUTOFMEMORY, RPC_E_CHANGED_MODE};
use windows::Win32::System::Com::StructuredStorage::{
    PROPSPEC, PROPSPEC_0, PROPVARIANT, PRSPEC_PROPID,
};
use windows::Win32::System::Com::{
    COINIT_MULTITHREADED, CoInitializeEx, CoTaskMemAlloc, CoUninitialize,
};
use windows::Win32::System::Variant::{VT_BSTR, VT_CLSID, VT_I4, VT_VECTOR};
use windows::core::{Error, GUID};

/// Number of the first property that a driver may choose (`WIA_IPA_FIRST`).
const FIRST: u32 = 2;

/// COM for as long as this lives, on this thread alone.
pub(super) struct Com {
    entered: bool,
    _thread: std::marker::PhantomData<*const ()>,
}

impl Com {
    pub(super) fn enter() -> Result<Self, ScanError> {
        // SAFETY: left by the same thread, for this cannot be sent to another.
        let entered = unsafe { CoInitializeEx(None, COINIT_MULTITHREADED) };
        // Somebody entered it in another way, which does as well.
        if entered != RPC_E_CHANGED_MODE {
            entered.ok().map_err(|error| trouble(&error))?;
        }
        Ok(Self {
            entered: entered != RPC_E_CHANGED_MODE,
            _thread: std::marker::PhantomData,
        })
    }
}

impl Drop for Com {
    fn drop(&mut self) {
        if self.entered {
            // SAFETY: entered once, left once.
            unsafe { CoUninitialize() };
        }
    }
}

/// WIA's errors in the words of this house.
pub(super) fn trouble(error: &Error) -> ScanError {
    code::trouble(error.code().0)
}

/// The properties of a device or of a place where paper lies.
pub(super) struct Properties(pub(super) IWiaPropertyStorage);

fn named(id: u32) -> PROPSPEC {
    PROPSPEC {
        ulKind: PRSPEC_PROPID,
        Anonymous: PROPSPEC_0 { propid: id },
    }
}

impl Properties {
    fn get(&self, id: u32) -> Option<PROPVARIANT> {
        let (name, mut value) = (named(id), PROPVARIANT::default());
        // SAFETY: one property is named and there is room for one value.
        unsafe { self.0.ReadMultiple(1, &raw const name, &raw mut value) }.ok()?;
        Some(value)
    }

    pub(super) fn number(&self, id: u32) -> Option<i32> {
        i32::try_from(&self.get(id)?).ok()
    }

    pub(super) fn text(&self, id: u32) -> String {
        let Some(value) = self.get(id) else {
            return String::new();
        };
        // SAFETY: the type says that it holds a text, which the value owns.
        unsafe {
            let inner = &*value.Anonymous.Anonymous;
            if inner.vt == VT_BSTR {
                inner.Anonymous.bstrVal.to_string()
            } else {
                String::new()
            }
        }
    }

    pub(super) fn set_number(&self, id: u32, number: i32) -> Result<(), ScanError> {
        self.set(id, &PROPVARIANT::from(number))
    }

    pub(super) fn set_guid(&self, id: u32, guid: &GUID) -> Result<(), ScanError> {
        // SAFETY: the value owns memory of COM's and frees it when dropped, as
        // a value of type VT_CLSID must.
        let value = unsafe {
            let memory = CoTaskMemAlloc(size_of::<GUID>()).cast::<GUID>();
            if memory.is_null() {
                return Err(trouble(&E_OUTOFMEMORY.into()));
            }
            memory.write(*guid);
            let mut value = PROPVARIANT::default();
            let inner = &mut *value.Anonymous.Anonymous;
            inner.vt = VT_CLSID;
            inner.Anonymous.puuid = memory;
            value
        };
        self.set(id, &value)
    }

    fn set(&self, id: u32, value: &PROPVARIANT) -> Result<(), ScanError> {
        let name = named(id);
        // SAFETY: one property is named and one value given.
        unsafe { self.0.WriteMultiple(1, &raw const name, value, FIRST) }
            .map_err(|error| trouble(&error))
    }

    /// What a property of whole numbers can be set to.
    pub(super) fn choice(&self, id: u32) -> Choice {
        let (mut flags, mut value) = (0, PROPVARIANT::default());
        // SAFETY: one property is named, with room for its flags and values.
        let asked = unsafe {
            let name = named(id);
            self.0
                .GetPropertyAttributes(1, &raw const name, &raw mut flags, &raw mut value)
        };
        if asked.is_err() {
            return Choice::Unknown;
        }
        Choice::read(flags, &numbers(&value))
    }
}

/// The whole numbers in a value that holds many; none in any other.
fn numbers(value: &PROPVARIANT) -> Vec<i32> {
    // SAFETY: the type says that it holds a counted list of numbers, which the
    // value owns.
    unsafe {
        let inner = &*value.Anonymous.Anonymous;
        if inner.vt.0 != VT_VECTOR.0 | VT_I4.0 {
            return Vec::new();
        }
        let list = inner.Anonymous.cal;
        if list.pElems.is_null() {
            return Vec::new();
        }
        std::slice::from_raw_parts(list.pElems, list.cElems as usize).to_vec()
    }
}
