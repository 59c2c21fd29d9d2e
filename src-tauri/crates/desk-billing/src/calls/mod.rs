//! From the bytes of a carrier's file to call records. Owns what a file is
//! (found by its content, never by its name), how its columns are understood
//! ([`survey`]), and the reading of every row ([`read`]). The formats
//! themselves are read by well-kept crates; here stand only the bounds around
//! them ([`Limits`]) and what carriers write into their cells.
//!
//! Refuses to guess at a row: what cannot be read for certain is handed over
//! as [`Row::Quarantined`] with its reason, for a person to mend ([`mend`]).
//! Refuses to hold a file in memory where its format allows a stream; an
//! `.xls` workbook is the exception, and bounded. Knows no store: which
//! numbers are the office's own is asked of the caller, and so is what to do
//! with a row.

mod cell;
mod error;
mod heads;
mod interpret;
mod layout;
mod limits;
mod read;
mod reason;
mod record;
mod rows;
mod run;
mod sniff;
mod survey;
mod totals;
mod value;

#[cfg(test)]
mod wording_test;

pub use error::CallsError;
pub use layout::{DurationUnit, Encoding, FeeUnit, Format, Layout, Meaning, Separator, Source};
pub use limits::Limits;
pub use read::{Mismatch, Progress, Summary, Watch, mend, read, sha256};
pub use reason::Reason;
pub use record::{Place, Row};
pub use survey::{ColumnSeen, Doubt, Proposal, SampleRow, SheetSeen, survey};
pub use totals::{Compared, TotalCheck, TotalKind};
