//! SANE's interface as C sees it (SANE Standard 1.06, chapter 4), opened at
//! run time.

#![allow(unsafe_code, reason = "looks up the functions of a C library")]

use libloading::{Error, Library};
use std::ffi::{c_char, c_int, c_void};

/// A driver's own handle of an open device.
pub type RawHandle = *mut c_void;

/// `SANE_Status`.
pub type RawStatus = c_int;

/// `SANE_Device`.
#[repr(C)]
pub struct RawDevice {
    pub name: *const c_char,
    pub vendor: *const c_char,
    pub model: *const c_char,
    pub kind: *const c_char,
}

/// `SANE_Range`.
#[repr(C)]
pub struct RawRange {
    pub min: c_int,
    pub max: c_int,
    pub quant: c_int,
}

/// `SANE_Option_Descriptor`.
#[repr(C)]
pub struct RawOption {
    pub name: *const c_char,
    pub title: *const c_char,
    pub description: *const c_char,
    pub value_type: c_int,
    pub unit: c_int,
    pub size: c_int,
    pub capabilities: c_int,
    pub constraint_type: c_int,
    pub constraint: *const c_void,
}

/// `SANE_Parameters`.
#[repr(C)]
#[derive(Debug, Clone, Copy, Default)]
pub struct Parameters {
    pub format: c_int,
    pub last_frame: c_int,
    pub bytes_per_line: c_int,
    pub pixels_per_line: c_int,
    pub lines: c_int,
    pub depth: c_int,
}

/// Names under which the library is installed.
const NAMES: [&str; 3] = [
    "libsane.so.1",
    "libsane.1.dylib",
    "/opt/homebrew/lib/libsane.1.dylib",
];

macro_rules! functions {
    ($($name:ident: fn($($argument:ty),*) $(-> $result:ty)?;)*) => {
        /// The functions of the library, which stays open as long as they.
        pub struct Functions {
            $(pub $name: unsafe extern "C" fn($($argument),*) $(-> $result)?,)*
            _library: Library,
        }

        impl Functions {
            /// # Safety
            /// The library must be SANE's.
            unsafe fn find(library: Library) -> Result<Self, Error> {
                $(
                    // SAFETY: the type is the function's, from SANE's header.
                    let $name = *unsafe {
                        library.get::<unsafe extern "C" fn($($argument),*) $(-> $result)?>(
                            stringify!($name),
                        )?
                    };
                )*
                Ok(Self { $($name,)* _library: library })
            }
        }
    };
}

functions! {
    sane_init: fn(*mut c_int, *const c_void) -> RawStatus;
    sane_exit: fn();
    sane_get_devices: fn(*mut *const *const RawDevice, c_int) -> RawStatus;
    sane_open: fn(*const c_char, *mut RawHandle) -> RawStatus;
    sane_close: fn(RawHandle);
    sane_get_option_descriptor: fn(RawHandle, c_int) -> *const RawOption;
    sane_control_option: fn(RawHandle, c_int, c_int, *mut c_void, *mut c_int) -> RawStatus;
    sane_get_parameters: fn(RawHandle, *mut Parameters) -> RawStatus;
    sane_start: fn(RawHandle) -> RawStatus;
    sane_read: fn(RawHandle, *mut u8, c_int, *mut c_int) -> RawStatus;
    sane_cancel: fn(RawHandle);
}

/// Opens the library; nothing if it is not installed.
pub fn open() -> Option<Functions> {
    NAMES.iter().find_map(|name| {
        // SAFETY: SANE's library does nothing when it is loaded but load.
        let library = unsafe { Library::new(*name) }.ok()?;
        // SAFETY: a library of this name is SANE's.
        unsafe { Functions::find(library) }.ok()
    })
}
