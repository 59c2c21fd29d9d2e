//! Whole flows in the real window, on a real store, as a person at the desk
//! would go through them. `cargo xtask test --only window` runs them; they need
//! a screen and `tauri-driver`. Each test leaves pictures in `target/shots`.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "in a test, what must not be wrong is asserted by unwrapping it"
)]

mod acceptance;
mod billing;
mod by_hand;
mod corners;
mod draft_survives;
mod firm_seal;
mod first_run;
mod later;
mod missing_paper;
mod office;
mod opening;
mod papers_in;
mod reading;
mod reprint;
mod scanning;
mod screens;
mod signed_pages;
mod signing_in;
mod typing;
