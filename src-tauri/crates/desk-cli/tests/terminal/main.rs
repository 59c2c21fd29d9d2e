//! The terminal contract, tried on the real program as scripts use it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "in a test, what must not be wrong is asserted by unwrapping it"
)]

mod first_run;
mod lines;
mod office;
mod orders;
mod refusals;
mod usage;
