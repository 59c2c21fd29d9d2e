//! Scanners that WIA 2 drives, on Windows.
//!
//! WIA runs the makers' drivers in a process of its own, so one that crashes
//! is an error and not the end of this program; one that hangs is left behind
//! with the thread that waits for it. Owns the translation between WIA's
//! properties and the settings of a scan. What of it needs no Windows is tried on
//! every system.

mod code;
#[cfg(windows)]
mod com;
#[cfg(windows)]
mod device;
#[cfg(windows)]
mod item;
mod measure;
#[cfg(all(test, windows))]
mod simulator;
#[cfg(all(test, windows))]
mod tests;
#[cfg(windows)]
mod transfer;
mod tray;

#[cfg(windows)]
pub use device::Wia;
