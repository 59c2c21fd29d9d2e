//! Whole flows in the real window, on a real store, as a person at the desk
//! would go through them. `cargo xtask test --only window` runs them; they need
//! a screen and `tauri-driver`.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "in a test, stopping with the reason is the right answer"
)]

mod opening;
mod window;
