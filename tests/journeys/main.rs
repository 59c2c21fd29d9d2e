//! Whole flows through `desk-app` on a real encrypted store, without a window.
//! Files are named after the clause of the agreement or the journey they walk.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "in a test, what must not be wrong is asserted by unwrapping it"
)]

mod acceptance;
mod billing;
mod clause_accounts;
mod clause_copies;
mod clause_duties;
mod clause_enrolment;
mod clause_later;
mod clause_number;
mod clause_parties;
mod clause_renewal;
mod clause_stock;
mod desk;
mod filing_pack;
mod killed;
mod killed_closing;
mod office;
mod pdf;
mod reading;
mod roles;
mod scan_back;
mod scan_back_moved;
mod scans;
mod signatures;
mod signing_in;
mod spreadsheets;
mod texts;
mod transfer;
