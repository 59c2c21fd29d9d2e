//! Rules that hold for the crate as a whole: whatever a year brings, its
//! statements are the ledger; every refusal has its sentence.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should say so at once"
)]

mod wording;
mod year;
mod years;
