//! What lines of print mean: sheets made up line by line, as real papers lay
//! them out, with the slips that readers make.

#![allow(missing_docs, reason = "tests")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot set itself up has failed"
)]

mod card;
mod codes;
mod cross;
mod licence;
mod lost;
mod paper;
mod properties;
mod second;
mod wording;
