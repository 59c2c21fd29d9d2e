//! What the spooler's flags mean.

use super::super::{JobState, PrinterState, Trouble};
use super::queue::Facts;
use windows::Win32::Graphics::Printing::{
    JOB_STATUS_BLOCKED_DEVQ, JOB_STATUS_COMPLETE, JOB_STATUS_DELETED, JOB_STATUS_DELETING,
    JOB_STATUS_ERROR, JOB_STATUS_OFFLINE, JOB_STATUS_PAPEROUT, JOB_STATUS_PAUSED,
    JOB_STATUS_PRINTED, JOB_STATUS_PRINTING, JOB_STATUS_USER_INTERVENTION,
    PRINTER_ATTRIBUTE_WORK_OFFLINE, PRINTER_STATUS_DOOR_OPEN, PRINTER_STATUS_ERROR,
    PRINTER_STATUS_NO_TONER, PRINTER_STATUS_NOT_AVAILABLE, PRINTER_STATUS_OFFLINE,
    PRINTER_STATUS_OUTPUT_BIN_FULL, PRINTER_STATUS_PAPER_JAM, PRINTER_STATUS_PAPER_OUT,
    PRINTER_STATUS_PAPER_PROBLEM, PRINTER_STATUS_PAUSED, PRINTER_STATUS_PRINTING,
    PRINTER_STATUS_TONER_LOW, PRINTER_STATUS_USER_INTERVENTION,
};

const PRINTER_TROUBLES: [(u32, Trouble); 12] = [
    (PRINTER_STATUS_PAPER_OUT, Trouble::OutOfPaper),
    (PRINTER_STATUS_PAPER_JAM, Trouble::Jam),
    (PRINTER_STATUS_PAPER_PROBLEM, Trouble::Other),
    (PRINTER_STATUS_DOOR_OPEN, Trouble::CoverOpen),
    (PRINTER_STATUS_NO_TONER, Trouble::OutOfToner),
    (PRINTER_STATUS_TONER_LOW, Trouble::TonerLow),
    (PRINTER_STATUS_OUTPUT_BIN_FULL, Trouble::OutputFull),
    (PRINTER_STATUS_OFFLINE, Trouble::Offline),
    (PRINTER_STATUS_NOT_AVAILABLE, Trouble::Offline),
    (PRINTER_STATUS_PAUSED, Trouble::Paused),
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
