//! Values of properties, as COM hands them about.

use windows::Win32::System::Com::CoTaskMemAlloc;
use windows::Win32::System::Com::StructuredStorage::{PROPSPEC, PROPVARIANT};
use windows::Win32::System::Variant::{VT_CLSID, VT_I4, VT_VECTOR};

/// A list of whole numbers.
pub(super) fn listed(numbers: &[i32]) -> PROPVARIANT {
    let mut value = PROPVARIANT::default();
    // SAFETY: the value owns memory of COM's, as large as the list, and frees it.
    unsafe {
        let memory = CoTaskMemAlloc(size_of_val(numbers)).cast::<i32>();
        assert!(!memory.is_null());
        memory.copy_from_nonoverlapping(numbers.as_ptr(), numbers.len());
        let inner = &mut *value.Anonymous.Anonymous;
        inner.vt.0 = VT_VECTOR.0 | VT_I4.0;
        inner.Anonymous.cal.cElems = u32::try_from(numbers.len()).unwrap();
        inner.Anonymous.cal.pElems = memory;
    }
    value
}

/// A whole number; nothing of any other kind, -1 for a name of a format.
pub(super) fn number(value: &PROPVARIANT) -> Option<i32> {
    // SAFETY: the type stands in every value.
    let kind = unsafe { value.Anonymous.Anonymous.vt };
    if kind == VT_CLSID {
        return Some(-1);
    }
    i32::try_from(value).ok()
}

/// The number of the property that is meant.
pub(super) fn id(name: *const PROPSPEC) -> u32 {
    // SAFETY: the caller's own, and by number, for WIA has no other names.
    unsafe { (*name).Anonymous.propid }
}
