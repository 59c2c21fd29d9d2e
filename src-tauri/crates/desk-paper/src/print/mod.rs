//! From a finished PDF to paper: which printers there are, what keeps them from
//! printing, sending a document and following it.
//!
//! Printers of the system are known by name; a printer in the office may also
//! be reached directly by its address (`ipp://…`), without a driver. Refuses to
//! alter a document: the bytes that are archived are the bytes that are sent.
//! Refuses to guess: a printer that cannot take PDF, A4 or both sides is told
//! before anything is sent, for some print systems accept all and print half.

mod address;
mod answer;
#[cfg(unix)]
mod cups;
mod error;
mod fitness;
#[cfg(windows)]
mod gdi;
#[cfg(unix)]
mod lp;
mod protocol;
#[cfg(test)]
mod tests;
mod trouble;

pub use address::canonical_address;
pub use error::PrintError;
pub use trouble::Trouble;

use address::Target;

/// The paper every document of the desk is made for (PWG 5101.1).
const A4: &str = "iso_a4_210x297mm";

/// A printer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printer {
    /// Name in the system, or address; what [`send`] is given.
    pub name: String,
    /// What people call it.
    pub description: String,
    /// Whether it works.
    pub state: PrinterState,
    /// What keeps it from printing, or soon will; each has its sentence.
    pub troubles: Vec<Trouble>,
    /// What it says of itself, in its own words.
    pub message: String,
    /// Whether it takes new jobs.
    pub accepting: bool,
    /// Whether the system prints here unless told otherwise.
    pub is_default: bool,
    /// Whether it prints both sides by itself.
    pub duplex: bool,
    /// Papers it can be loaded with, by their standard names; empty if it does not say.
    pub media: Vec<String>,
}

impl Printer {
    /// Whether a document sent now would come out now.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.accepting
            && matches!(self.state, PrinterState::Idle | PrinterState::Printing)
            && !self.troubles.iter().any(|trouble| trouble.stops_printing())
    }
}

/// Whether a printer works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PrinterState {
    /// Waits for a job.
    Idle,
    /// Prints.
    Printing,
    /// Stands still until someone does something about it.
    Stopped,
    /// Does not answer.
    Unreachable,
}

/// Sides of the sheet that are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Duplex {
    /// One side.
    #[default]
    Simplex,
    /// Both sides, turned like the pages of a book.
    LongEdge,
}

/// A document to print.
#[derive(Debug, Clone, Copy)]
pub struct Job<'a> {
    /// Name or address of the printer.
    pub printer: &'a str,
    /// Name of the document, as it stands in the printer's list.
    pub title: &'a str,
    /// How many times, at least once; each is put out whole before the next.
    pub copies: u32,
    /// Sides.
    pub duplex: Duplex,
    /// The document; A4 pages.
    pub pdf: &'a [u8],
}

/// The printer's own number for a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct JobId(pub i32);

/// Where a job stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobReport {
    /// Where it stands.
    pub state: JobState,
    /// What keeps the printer from printing it; each has its sentence.
    pub troubles: Vec<Trouble>,
    /// What the printer says, in its own words.
    pub message: String,
}

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum JobState {
    /// Waits for its turn, or for the printer to be switched on.
    Waiting,
    /// Paper is coming out.
    Printing,
    /// Stands still: paper, cover, toner.
    Stopped,
    /// All paper is out.
    Done,
    /// Taken back by hand.
    Cancelled,
    /// Given up by the printer.
    Failed,
}

/// All printers of the system, and those at the given addresses. A printer
/// that does not answer is in the list as such; a system without printing has
/// no printers.
///
/// # Errors
/// The system's list cannot be read although there is one.
pub fn printers(addresses: &[String]) -> Result<Vec<Printer>, PrintError> {
    let mut all = system_printers()?;
    for address in addresses {
        all.push(match Target::parse(address) {
            Ok(Target::Address(uri)) => protocol::printer(&uri, address),
            Ok(Target::System(_)) | Err(_) => unreachable_printer(address),
        });
    }
    Ok(all)
}

/// One printer, by name or address.
///
/// # Errors
/// `PrinterUnknown`, `PrinterAddressInvalid`; one that does not answer is no
/// error but says so.
pub fn printer(name: &str) -> Result<Printer, PrintError> {
    match Target::parse(name)? {
        Target::Address(uri) => Ok(protocol::printer(&uri, name)),
        Target::System(name) => system_printers()?
            .into_iter()
            .find(|printer| printer.name == name)
            .ok_or(PrintError::PrinterUnknown { printer: name }),
    }
}

/// Hands a document to a printer. It is then the printer's: a printer without
/// paper keeps it and prints it later; see [`job_state`].
///
/// # Errors
/// What the printer cannot do, or that it does not answer.
pub fn send(job: &Job<'_>) -> Result<JobId, PrintError> {
    if !job.pdf.starts_with(b"%PDF-") {
        return Err(PrintError::DocumentNotPdf);
    }
    if job.copies == 0 {
        return Err(PrintError::CopiesImpossible { limit: 1 });
    }
    match Target::parse(job.printer)? {
        Target::Address(uri) => protocol::send(&uri, job),
        Target::System(name) => system_send(&name, job),
    }
}

/// Where a job stands.
///
/// # Errors
/// `PrintJobUnknown` once the printer has forgotten it; `PrinterUnreachable`.
pub fn job_state(printer: &str, job: JobId) -> Result<JobReport, PrintError> {
    match Target::parse(printer)? {
        Target::Address(uri) => protocol::job_state(&uri, printer, job),
        Target::System(name) => system_job_state(&name, job),
    }
}

/// Takes a job back.
///
/// # Errors
/// `PrintJobUnknown`, also when all its paper is out; `PrinterUnreachable`.
pub fn cancel(printer: &str, job: JobId) -> Result<(), PrintError> {
    match Target::parse(printer)? {
        Target::Address(uri) => protocol::cancel(&uri, printer, job),
        Target::System(name) => system_cancel(&name, job),
    }
}

#[cfg(windows)]
use gdi::{
    cancel as system_cancel, job_state as system_job_state, printers as system_printers,
    send as system_send,
};
#[cfg(unix)]
use unix::{system_cancel, system_job_state, system_printers, system_send};

/// CUPS over its own protocol; where that door is closed, by its commands.
#[cfg(unix)]
mod unix {
    use super::cups::Server;
    use super::{Job, JobId, JobReport, PrintError, Printer, lp};

    fn either<T>(
        by_protocol: impl FnOnce(&Server) -> Result<T, PrintError>,
        by_command: impl FnOnce() -> Result<T, PrintError>,
    ) -> Result<T, PrintError> {
        match Server::from_environment().map(|server| by_protocol(&server)) {
            None | Some(Err(PrintError::PrintSystemAbsent)) => by_command(),
            Some(outcome) => outcome,
        }
    }

    pub(super) fn system_printers() -> Result<Vec<Printer>, PrintError> {
        match either(super::cups::printers, lp::printers) {
            Err(PrintError::PrintSystemAbsent) => Ok(Vec::new()),
            outcome => outcome,
        }
    }

    pub(super) fn system_send(name: &str, job: &Job<'_>) -> Result<JobId, PrintError> {
        either(
            |server| super::cups::send(server, name, job),
            || lp::send(name, job),
        )
    }

    pub(super) fn system_job_state(name: &str, job: JobId) -> Result<JobReport, PrintError> {
        either(
            |server| super::cups::job_state(server, name, job),
            || lp::job_state(name, job),
        )
    }

    pub(super) fn system_cancel(name: &str, job: JobId) -> Result<(), PrintError> {
        either(
            |server| super::cups::cancel(server, name, job),
            || lp::cancel(name, job),
        )
    }
}

/// What is known of a printer that does not answer.
fn unreachable_printer(name: &str) -> Printer {
    Printer {
        name: name.to_owned(),
        description: name.to_owned(),
        state: PrinterState::Unreachable,
        troubles: vec![Trouble::Offline],
        message: String::new(),
        accepting: false,
        is_default: false,
        duplex: false,
        media: Vec::new(),
    }
}
