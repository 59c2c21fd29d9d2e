//! What the store promises, each promise a test.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test ends where its ground gives way"
)]

mod agreements;
mod backups;
mod checking;
mod customers_and_orders;
mod folders;
#[cfg(target_os = "linux")]
mod hard_places;
mod hostile_backups;
mod papers;
mod passwords;
#[cfg(unix)]
mod processes;
mod recovery;
mod searching;
mod small_tables;
mod staff;
mod support;
