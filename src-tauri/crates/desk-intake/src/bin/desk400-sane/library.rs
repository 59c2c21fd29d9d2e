//! SANE made safe: one library, at most one open device, values copied out of
//! the driver's memory at once. All that is unsafe of it stands here.

#![allow(unsafe_code, reason = "calls the functions of a C library")]

use crate::abi::{self, Functions, Parameters, RawHandle, RawOption, RawRange, RawStatus};
use crate::options::{Limit, Setting, Unit, Value};
use desk_intake::source::sane::{Fault, SaneDevice};
use std::ffi::{CStr, CString, c_char, c_int};
use std::ptr;
use std::sync::{Arc, Mutex, PoisonError};

/// Bits of an option's capabilities.
const SETTABLE: c_int = 1;
const INACTIVE: c_int = 32;

/// Most devices, options and words of a list that are read: a driver that
/// forgets to end its list would otherwise lead anywhere.
const MOST: usize = 1024;

/// SANE, opened and initialised.
pub struct Sane {
    functions: Arc<Functions>,
}

/// An open device.
pub struct Handle {
    functions: Arc<Functions>,
    raw: RawHandle,
    shared: Canceller,
}

/// Stops a device from another thread, which SANE allows for this one call.
#[derive(Clone)]
pub struct Canceller {
    open: Arc<Mutex<Open>>,
}

/// The device to stop, while there is one.
struct Open(Option<(Arc<Functions>, RawHandle)>);

// SAFETY: the handle is used on other threads for `sane_cancel` alone, which
// the standard (4.3.11) allows at any time while the device is open; closing
// takes it away under the lock first.
unsafe impl Send for Open {}

impl Canceller {
    /// For a device that is still to be opened.
    pub fn new() -> Self {
        Self {
            open: Arc::new(Mutex::new(Open(None))),
        }
    }

    /// Stops the device, if one is open.
    pub fn cancel(&self) {
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Open(Some((functions, raw))) = &*open {
            // SAFETY: open, for closing it waits for this lock.
            unsafe { (functions.sane_cancel)(*raw) };
        }
    }

    fn set(&self, device: Option<(Arc<Functions>, RawHandle)>) {
        *self.open.lock().unwrap_or_else(PoisonError::into_inner) = Open(device);
    }
}

impl Sane {
    /// Opens SANE and lets it read its configuration.
    pub fn open() -> Result<Self, Fault> {
        let functions = Arc::new(abi::open().ok_or(Fault::LibraryAbsent)?);
        let mut version = 0;
        // SAFETY: no callback for passwords; the version goes to our memory.
        check(unsafe { (functions.sane_init)(&raw mut version, ptr::null()) })?;
        Ok(Self { functions })
    }

    /// The devices SANE sees, in the network as well.
    pub fn devices(&self) -> Result<Vec<SaneDevice>, Fault> {
        let mut list = ptr::null();
        // SAFETY: the list stays SANE's and is valid until the next call.
        check(unsafe { (self.functions.sane_get_devices)(&raw mut list, 0) })?;
        let mut found = Vec::new();
        for at in 0..MOST {
            // SAFETY: the list ends with a null pointer, not passed here.
            let Some(device) = (unsafe { (*list.add(at)).as_ref() }) else {
                break;
            };
            // SAFETY: SANE's strings end with a zero.
            found.push(unsafe {
                SaneDevice {
                    id: text(device.name),
                    vendor: text(device.vendor),
                    model: text(device.model),
                }
            });
        }
        Ok(found)
    }

    /// Opens a device; the canceller may stop it from now on.
    pub fn device(&self, name: &str, shared: &Canceller) -> Result<Handle, Fault> {
        let name = CString::new(name).map_err(|_| Fault::DeviceUnknown)?;
        let mut raw = ptr::null_mut();
        // SAFETY: the name ends with a zero; the handle goes to our memory.
        let status = unsafe { (self.functions.sane_open)(name.as_ptr(), &raw mut raw) };
        check(status).map_err(|fault| match fault {
            // The standard's answer to a name that is none.
            Fault::Refused => Fault::DeviceUnknown,
            other => other,
        })?;
        shared.set(Some((Arc::clone(&self.functions), raw)));
        Ok(Handle {
            functions: Arc::clone(&self.functions),
            raw,
            shared: shared.clone(),
        })
    }
}

impl Drop for Sane {
    fn drop(&mut self) {
        // SAFETY: every device is closed, for handles are dropped before.
        unsafe { (self.functions.sane_exit)() };
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.shared.set(None);
        // SAFETY: open until here, and nobody else knows it any more.
        unsafe {
            (self.functions.sane_cancel)(self.raw);
            (self.functions.sane_close)(self.raw);
        }
    }
}

impl Handle {
    /// The options that can be set now. Setting one may change the others.
    pub fn options(&self) -> Vec<Setting> {
        (1..MOST)
            .map_while(|at| {
                let at = c_int::try_from(at).ok()?;
                // SAFETY: open; beyond the last option the answer is null.
                unsafe { (self.functions.sane_get_option_descriptor)(self.raw, at).as_ref() }
                    .map(|option| (at, option))
            })
            .filter(|(_, option)| {
                option.capabilities & SETTABLE != 0 && option.capabilities & INACTIVE == 0
            })
            // SAFETY: descriptors are valid until an option is set.
            .map(|(at, option)| unsafe { setting(at, option) })
            .collect()
    }

    /// Sets an option.
    pub fn set(&self, setting: &Setting, value: &Value) -> Result<(), Fault> {
        let mut words = setting.words(value).ok_or(Fault::Refused)?;
        let mut info = 0;
        // SAFETY: the words are at least as long as the option says it is, and
        // aligned as SANE's words are.
        check(unsafe {
            (self.functions.sane_control_option)(
                self.raw,
                setting.at,
                1,
                words.as_mut_ptr().cast(),
                &raw mut info,
            )
        })
    }

    /// The number an option has.
    pub fn number(&self, setting: &Setting) -> Option<f64> {
        let mut words = vec![0_i32; setting.room()];
        // SAFETY: as above; reading needs no info.
        let status = unsafe {
            (self.functions.sane_control_option)(
                self.raw,
                setting.at,
                0,
                words.as_mut_ptr().cast(),
                ptr::null_mut(),
            )
        };
        check(status).ok()?;
        words.first().map(|word| setting.number(*word))
    }

    /// Starts the next frame and tells its shape.
    pub fn start(&self) -> Result<Parameters, Fault> {
        let mut shape = Parameters::default();
        // SAFETY: open; the shape goes to our memory.
        unsafe {
            check((self.functions.sane_start)(self.raw))?;
            check((self.functions.sane_get_parameters)(
                self.raw,
                &raw mut shape,
            ))?;
        }
        Ok(shape)
    }

    /// Reads on; nothing at the end of the frame.
    pub fn read(&self, buffer: &mut [u8]) -> Result<Option<usize>, Fault> {
        const END: RawStatus = 5;
        let room = c_int::try_from(buffer.len()).unwrap_or(c_int::MAX);
        let mut read = 0;
        // SAFETY: open; no more than `room` bytes go to our memory.
        let status = unsafe {
            (self.functions.sane_read)(self.raw, buffer.as_mut_ptr(), room, &raw mut read)
        };
        if status == END {
            return Ok(None);
        }
        check(status)?;
        Ok(Some(usize::try_from(read).unwrap_or(0).min(buffer.len())))
    }
}

/// `SANE_Status` in words.
fn check(status: RawStatus) -> Result<(), Fault> {
    Err(match status {
        0 => return Ok(()),
        1 | 4 => Fault::Refused,
        2 => Fault::Aborted,
        3 => Fault::Busy,
        5 => Fault::BrokenOff,
        6 => Fault::Jam,
        7 => Fault::NoPaper,
        8 => Fault::CoverOpen,
        11 => Fault::Denied,
        other => Fault::Io(format!("status {other}")),
    })
}

/// # Safety
/// Null, or the beginning of a string that ends with a zero.
unsafe fn text(start: *const c_char) -> String {
    if start.is_null() {
        return String::new();
    }
    // SAFETY: as the caller says.
    unsafe { CStr::from_ptr(start) }
        .to_string_lossy()
        .into_owned()
}

/// # Safety
/// The option is as the driver made it, its constraint of the type it says.
unsafe fn setting(at: c_int, option: &RawOption) -> Setting {
    Setting {
        at,
        // SAFETY: SANE's strings end with a zero.
        name: unsafe { text(option.name) },
        kind: option.value_type,
        size: usize::try_from(option.size).unwrap_or(0),
        unit: match option.unit {
            1 => Unit::Pixel,
            3 => Unit::Millimetre,
            _ => Unit::Other,
        },
        // SAFETY: as the caller says.
        limit: unsafe { limit(option) },
    }
}

/// # Safety
/// As for [`setting`].
unsafe fn limit(option: &RawOption) -> Limit {
    let number = |word: c_int| crate::options::number(option.value_type, word);
    let start = option.constraint;
    match option.constraint_type {
        _ if start.is_null() => Limit::Free,
        1 => {
            // SAFETY: constraint type 1 is a range.
            let range = unsafe { &*start.cast::<RawRange>() };
            Limit::Range(number(range.min), number(range.max))
        }
        2 => {
            let words = start.cast::<c_int>();
            // SAFETY: a list of words begins with their count.
            let count = usize::try_from(unsafe { *words }).unwrap_or(0).min(MOST);
            // SAFETY: so many words follow.
            Limit::Numbers(
                (1..=count)
                    .map(|k| number(unsafe { *words.add(k) }))
                    .collect(),
            )
        }
        3 => {
            let words = start.cast::<*const c_char>();
            let list = (0..MOST).map_while(|k| {
                // SAFETY: the list ends with a null pointer, not passed here.
                let word = unsafe { *words.add(k) };
                // SAFETY: its strings end with a zero.
                (!word.is_null()).then(|| unsafe { text(word) })
            });
            Limit::Words(list.collect())
        }
        _ => Limit::Free,
    }
}
