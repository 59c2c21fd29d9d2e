//! What comes out of a file: calls, rows set aside, and totals.

use super::{Reason, TotalCheck};
use desk_domain::call::CallRecord;
use serde::{Deserialize, Serialize};

/// Where a row stands, as a person finds it again.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
pub struct Place {
    /// Sheet of a workbook or table of a page, from 1; 1 for text.
    pub sheet: u32,
    /// Row of the sheet, or line of the text, from 1.
    pub row: u64,
}

/// One row of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A call.
    Call {
        /// Where it stands.
        place: Place,
        /// The row as it came: the line of a text file, or the cells of a
        /// sheet parted by tabs.
        raw: String,
        /// What it says.
        call: CallRecord,
    },
    /// A row that cannot be read for certain.
    Quarantined {
        /// Where it stands.
        place: Place,
        /// The row as it came.
        raw: String,
        /// Its cells, to be mended one by one.
        cells: Vec<String>,
        /// What is wrong.
        reason: Reason,
    },
    /// A row of sums; no call.
    Total {
        /// Where it stands.
        place: Place,
        /// The row as it came.
        raw: String,
        /// How it compares with the rows above it.
        check: TotalCheck,
    },
}
