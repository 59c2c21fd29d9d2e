//! Papers that are sound, papers that are broken, and files that mean harm.

#![allow(missing_docs, reason = "tests")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot set itself up has failed"
)]

mod clean;
mod damage;
mod make;
mod nasty;
mod reader;
mod reading;
mod signed;
mod sound;
mod view;
mod wording;
