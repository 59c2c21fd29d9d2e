//! What the spooler's flags mean.

use super::super::{JobId, JobState, PrinterState, Trouble};
use super::queue::Facts;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use windows::Win32::Graphics::Printing::{
    JOB_STATUS_BLOCKED_DEVQ, JOB_STATUS_COMPLETE, JOB_STATUS_DELETED, JOB_STATUS_DELETING,
    JOB_STATUS_ERROR, JOB_STATUS_OFFLINE, JOB_STATUS_PAPEROUT, JOB_STATUS_PAUSED,
    JOB_STATUS_PRINTED, JOB_STATUS_PRINTING, JOB_STATUS_USER_INTERVENTION,
    PRINTER_ATTRIBUTE_WORK_OFFLINE, PRINTER_STATUS_DOOR_OPEN, PRINTER_STATUS_ERROR,
    PRINTER_STATUS_MANUAL_FEED, PRINTER_STATUS_NO_TONER, PRINTER_STATUS_NOT_AVAILABLE,
    PRINTER_STATUS_OFFLINE, PRINTER_STATUS_OUTPUT_BIN_FULL, PRINTER_STATUS_PAPER_JAM,
    PRINTER_STATUS_PAPER_OUT, PRINTER_STATUS_PAPER_PROBLEM, PRINTER_STATUS_PAUSED,
    PRINTER_STATUS_PRINTING, PRINTER_STATUS_SERVER_OFFLINE, PRINTER_STATUS_TONER_LOW,
    PRINTER_STATUS_USER_INTERVENTION,
};

const PRINTER_TROUBLES: [(u32, Trouble); 14] = [
    (PRINTER_STATUS_PAPER_OUT, Trouble::OutOfPaper),
    (PRINTER_STATUS_PAPER_JAM, Trouble::Jam),
    (PRINTER_STATUS_PAPER_PROBLEM, Trouble::Other),
    (PRINTER_STATUS_DOOR_OPEN, Trouble::CoverOpen),
    (PRINTER_STATUS_NO_TONER, Trouble::OutOfToner),
    (PRINTER_STATUS_TONER_LOW, Trouble::TonerLow),
    (PRINTER_STATUS_OUTPUT_BIN_FULL, Trouble::OutputFull),
    (PRINTER_STATUS_OFFLINE, Trouble::Offline),
    (PRINTER_STATUS_NOT_AVAILABLE, Trouble::Offline),
    (PRINTER_STATUS_SERVER_OFFLINE, Trouble::Offline),
    (PRINTER_STATUS_PAUSED, Trouble::Paused),
    (PRINTER_STATUS_MANUAL_FEED, Trouble::Other),
    (PRINTER_STATUS_ERROR, Trouble::Other),
    (PRINTER_STATUS_USER_INTERVENTION, Trouble::Other),
];

const JOB_TROUBLES: [(u32, Trouble); 6] = [
    (JOB_STATUS_PAPEROUT, Trouble::OutOfPaper),
    (JOB_STATUS_OFFLINE, Trouble::Offline),
    (JOB_STATUS_PAUSED, Trouble::Paused),
    (JOB_STATUS_BLOCKED_DEVQ, Trouble::Other),
    (JOB_STATUS_ERROR, Trouble::Other),
    (JOB_STATUS_USER_INTERVENTION, Trouble::Other),
];

/// Whether a printer works, and what keeps it.
pub(super) fn of_printer(facts: &Facts) -> (PrinterState, Vec<Trouble>) {
    let mut troubles = told(&PRINTER_TROUBLES, facts.status);
    if facts.attributes & PRINTER_ATTRIBUTE_WORK_OFFLINE != 0 {
        troubles.push(Trouble::Offline);
    }
    troubles.sort_unstable();
    troubles.dedup();
    let state = if troubles.iter().any(|trouble| trouble.stops_printing()) {
        PrinterState::Stopped
    } else if facts.status & PRINTER_STATUS_PRINTING != 0 {
        PrinterState::Printing
    } else {
        PrinterState::Idle
    };
    (state, troubles)
}

/// Where a job stands, and what keeps it.
pub(super) fn of_job(flags: u32) -> (JobState, Vec<Trouble>) {
    let troubles = told(&JOB_TROUBLES, flags);
    let is = |flag: u32| flags & flag != 0;
    let state = if is(JOB_STATUS_DELETED | JOB_STATUS_DELETING) {
        JobState::Cancelled
    } else if is(JOB_STATUS_PRINTED | JOB_STATUS_COMPLETE) {
        JobState::Done
    } else if !troubles.is_empty() {
        JobState::Stopped
    } else if is(JOB_STATUS_PRINTING) {
        JobState::Printing
    } else {
        JobState::Waiting
    };
    (state, troubles)
}

/// The flags each job was last seen with, by printer and number.
static SEEN: Mutex<BTreeMap<(String, i32), u32>> = Mutex::new(BTreeMap::new());

/// Keeps the flags of a job while it is there; answers those it was last seen
/// with. That it is on its way out of the queue is never taken back.
pub(super) fn remember(printer: &str, job: JobId, flags: Option<u32>) -> Option<u32> {
    let key = (printer.to_owned(), job.0);
    let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    let before = seen.get(&key).copied();
    if let Some(flags) = flags {
        seen.insert(key, flags | before.unwrap_or(0) & JOB_STATUS_DELETING);
    }
    before
}

/// A new job, which may have the number of an older one.
pub(super) fn begin(printer: &str, job: JobId) {
    let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    seen.remove(&(printer.to_owned(), job.0));
}

/// A job that was taken back from here.
pub(super) fn taken_back(printer: &str, job: JobId) {
    remember(printer, job, Some(JOB_STATUS_DELETING));
}

/// Where a job stands that the spooler does not know any more.
pub(super) fn of_forgotten(last: Option<u32>) -> JobState {
    match last.map(|flags| of_job(flags).0) {
        Some(JobState::Cancelled) => JobState::Cancelled,
        _ => JobState::Done,
    }
}

fn told(table: &[(u32, Trouble)], flags: u32) -> Vec<Trouble> {
    table
        .iter()
        .filter(|(flag, _)| flags & flag != 0)
        .map(|(_, trouble)| *trouble)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_that_was_being_deleted_is_not_called_printed() {
        let (printer, job) = ("flags", JobId(7));
        let forgotten = || of_forgotten(remember(printer, job, None));
        assert_eq!(forgotten(), JobState::Done);
        remember(printer, job, Some(JOB_STATUS_PRINTING));
        assert_eq!(forgotten(), JobState::Done);
        remember(
            printer,
            job,
            Some(JOB_STATUS_PRINTING | JOB_STATUS_DELETING),
        );
        assert_eq!(forgotten(), JobState::Cancelled);
        assert_eq!(forgotten(), JobState::Cancelled, "asked again");
        begin(printer, job);
        assert_eq!(
            forgotten(),
            JobState::Done,
            "another job of the same number"
        );
        taken_back(printer, job);
        remember(printer, job, Some(JOB_STATUS_PRINTING));
        assert_eq!(forgotten(), JobState::Cancelled);
    }

    #[test]
    fn flags_become_troubles_and_states() {
        let facts = |status, attributes| Facts {
            status,
            attributes,
            port: Vec::new(),
        };
        let out = facts(PRINTER_STATUS_PAPER_OUT | PRINTER_STATUS_ERROR, 0);
        assert_eq!(
            of_printer(&out),
            (
                PrinterState::Stopped,
                vec![Trouble::OutOfPaper, Trouble::Other]
            )
        );
        let low = facts(PRINTER_STATUS_TONER_LOW | PRINTER_STATUS_PRINTING, 0);
        assert_eq!(
            of_printer(&low),
            (PrinterState::Printing, vec![Trouble::TonerLow])
        );
        let off = facts(0, PRINTER_ATTRIBUTE_WORK_OFFLINE);
        assert_eq!(
            of_printer(&off),
            (PrinterState::Stopped, vec![Trouble::Offline])
        );
        assert_eq!(of_job(JOB_STATUS_PRINTING).0, JobState::Printing);
        assert_eq!(of_job(JOB_STATUS_PRINTED).0, JobState::Done);
        assert_eq!(of_job(0).0, JobState::Waiting);
        assert_eq!(
            of_job(JOB_STATUS_PAPEROUT),
            (JobState::Stopped, vec![Trouble::OutOfPaper])
        );
    }
}
