//! From the archive to the printer. Refuses to print anything but what is
//! archived, so that every printing of an agreement is the same.

use super::{agreement, setting};
use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::wording;
use desk_domain::Refusal;
use desk_paper::print::{self, Duplex, Job, JobState, Trouble};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
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
    /// What keeps it from printing, in a sentence; else what it says of itself,
    /// in its own words.
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
    /// What keeps it, in a sentence; else what the printer says, in its own words.
    pub message: String,
}

/// Sets of copies a person may order at once.
const MOST_COPIES: u32 = 20;

/// Printers of this computer, then those added by address.
///
/// # Errors
/// Nobody is signed in, or the print system cannot be asked.
pub fn printers(desk: &Desk, (): ()) -> Result<Vec<PrinterView>, Failure> {
    let settings = setting::show(desk, ())?;
    let found = print::printers(&settings.printer_addresses)?;
    Ok(found
        .into_iter()
        .map(|printer| PrinterView {
            ready: printer.is_ready(),
            message: said(&printer.troubles, printer.message),
            default: printer.is_default,
            duplex: printer.duplex,
            description: printer.description,
            name: printer.name,
        })
        .collect())
}

/// Sends an archived agreement to a printer and remembers the printer.
///
/// # Errors
/// The printer cannot be reached or does not take the paper.
pub fn send(desk: &Desk, request: AgreementSend) -> Result<PrintJob, Failure> {
    if !(1..=MOST_COPIES).contains(&request.copies) {
        return Err(Failure::because(&Situation::CopiesOutOfRange).at("copies"));
    }
    let pdf = agreement::pdf(desk, &request.number)?;
    let duplex = if request.duplex {
        Duplex::LongEdge
    } else {
        Duplex::Simplex
    };
    let job = print::send(&Job {
        printer: &request.printer,
        title: &request.number,
        copies: request.copies,
        duplex,
        pdf: &pdf,
    })?;
    agreement::note(desk, "agreement_sent_to_printer", &request.number)?;
    remember(desk, &request)?;
    state(
        desk,
        PrintJobRef {
            printer: request.printer,
            job: job.0,
        },
    )
}

/// How a job stands.
///
/// # Errors
/// The printer cannot be reached.
pub fn state(_desk: &Desk, request: PrintJobRef) -> Result<PrintJob, Failure> {
    let report = print::job_state(&request.printer, print::JobId(request.job))?;
    let state = match report.state {
        JobState::Waiting => PrintJobState::Waiting,
        JobState::Printing => PrintJobState::Printing,
        JobState::Done => PrintJobState::Done,
        JobState::Stopped => PrintJobState::Stopped,
        JobState::Failed | JobState::Cancelled => PrintJobState::Failed,
    };
    Ok(PrintJob {
        printer: request.printer,
        job: request.job,
        state,
        message: said(&report.troubles, report.message),
    })
}

/// Printers speak as they like, in English mostly, and those of Windows not at
/// all; their troubles have sentences.
fn said(troubles: &[Trouble], words: String) -> String {
    if troubles.is_empty() {
        return words;
    }
    let nothing = BTreeMap::new();
    troubles
        .iter()
        .map(|trouble| wording::sentence(trouble.code(), &nothing))
        .collect()
}

fn remember(desk: &Desk, request: &AgreementSend) -> Result<(), Failure> {
    let settings = setting::show(desk, ())?;
    let (printer, duplex) = (request.printer.clone(), request.duplex);
    setting::save(
        desk,
        setting::Settings {
            printer,
            duplex,
            ..settings
        },
    )
    .map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_keeps_a_printer_is_told_in_a_sentence_and_not_in_its_own_words() {
        let words = || "The printer is not responding.".to_owned();
        let off = said(&[Trouble::Offline], words());
        assert!(
            off.contains("没有开机") && !off.contains("responding"),
            "{off}"
        );
        let both = said(&[Trouble::OutOfPaper, Trouble::CoverOpen], String::new());
        assert!(both.contains("没纸") && both.contains("盖子"), "{both}");
        assert_eq!(said(&[], words()), words());
    }
}
