//! A statement as a spreadsheet: XLSX for people who calculate, CSV for
//! programs. Telephone numbers are text in both, never numbers, for `1.38E+10`
//! is how carriers lose their digits. Text from outside (callers, places,
//! notes) can never become a formula. The same statement gives the same bytes.

mod cell;
mod csv;
mod sheet;
mod xlsx;

pub use csv::csv;
pub use xlsx::xlsx;

use desk_domain::Refusal;
use thiserror::Error;

/// Why there is no spreadsheet.
#[derive(Debug, Error)]
pub enum ExportError {
    /// The workbook could not be put together.
    #[error("workbook: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The rows could not be written.
    #[error("rows: {0}")]
    Rows(String),
}

impl Refusal for ExportError {
    fn code(&self) -> &'static str {
        match self {
            Self::Workbook(_) | Self::Rows(_) => "SpreadsheetFailed",
        }
    }
}

#[cfg(test)]
mod tests;
