//! Whole flows in the real window, on a real store, as a person at the desk
//! would go through them. `cargo xtask test --only window` runs them; they need
//! a screen and `tauri-driver`.
#![cfg(target_os = "linux")]

mod opening;
