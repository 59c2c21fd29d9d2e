//! From the archive to the printer.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A printer of this computer, or one added by address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PrinterView {
    /// Name or address to print to.
    pub name: String,
    /// What to call it.
    pub description: String,
    /// Whether it takes jobs now.
    pub ready: bool,
    /// What the printer says of itself, in its own words.
    pub message: String,
    /// Whether the system prints here unless told otherwise.
    pub default: bool,
    /// Whether it prints both sides.
    pub duplex: bool,
}

/// Prints an archived agreement.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AgreementSend {
    /// Agreement number.
    pub number: String,
    /// Printer's name.
    pub printer: String,
    /// How many sets; each has both copies.
    pub copies: u32,
    /// Both sides of the sheet.
    pub duplex: bool,
}

/// Names a print job.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PrintJobRef {
    /// Printer's name.
    pub printer: String,
    /// The printer's own number for the job.
    pub job: i32,
}

/// Where a print job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PrintJobState {
    /// Waits for the printer.
    Waiting,
    /// Paper is coming out.
    Printing,
    /// All paper is out.
    Done,
    /// Stopped: paper, cover, toner; the message says which.
    Stopped,
    /// Given up by the printer or by hand.
    Failed,
}

/// A print job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PrintJob {
    /// Printer's name.
    pub printer: String,
    /// The printer's own number for the job.
    pub job: i32,
    /// Where it stands.
    pub state: PrintJobState,
    /// What the printer says, in its own words.
    pub message: String,
}
