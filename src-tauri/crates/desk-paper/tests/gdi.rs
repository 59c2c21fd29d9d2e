//! Printing as it is on Windows, from the agreement to the spooler. What needs a
//! printer is told its name by the environment, and is run by a program of the
//! other side that looks at what came out (`print::tests::windows`).
#![cfg(windows)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot set itself up has failed"
)]

mod sample;

use desk_paper::print::{
    Duplex, Job, JobId, JobReport, JobState, PrintError, Printer, PrinterState, Trouble, cancel,
    job_state, printer, printers, send,
};
use desk_paper::{Edition, compose};
use std::time::{Duration, Instant};

const ABSENT: &str = "没有这台打印机";

fn agreement() -> Vec<u8> {
    let edition = Edition::built_in().unwrap();
    compose(sample::shelf(), &edition, &sample::usual())
        .unwrap()
        .pdf
}

fn job<'a>(printer: &'a str, pdf: &'a [u8]) -> Job<'a> {
    Job {
        printer,
        title: "协议 QF-2026-000001",
        copies: 2,
        duplex: Duplex::LongEdge,
        pdf,
    }
}

fn told(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set"))
}

/// The printer under test.
fn queue() -> (String, Printer) {
    let name = told("DESK400_QUEUE");
    let found = printer(&name).unwrap();
    (name, found)
}

/// Follows a job to its end.
fn followed(printer: &str, job: JobId) -> JobReport {
    let started = Instant::now();
    loop {
        let report = job_state(printer, job).unwrap();
        let over = matches!(
            report.state,
            JobState::Done | JobState::Failed | JobState::Cancelled
        );
        if over {
            return report;
        }
        assert!(started.elapsed() < Duration::from_secs(60), "{report:?}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn a_printer_that_is_not_there_is_told_by_its_name() {
    let unknown = PrintError::PrinterUnknown {
        printer: ABSENT.to_owned(),
    };
    assert_eq!(printer(ABSENT), Err(unknown.clone()));
    let pdf = agreement();
    assert_eq!(send(&job(ABSENT, &pdf)), Err(unknown.clone()));
    assert_eq!(job_state(ABSENT, JobId(1)), Err(unknown.clone()));
    assert_eq!(cancel(ABSENT, JobId(1)), Err(unknown));
}

#[test]
fn what_is_no_pdf_is_sent_to_no_printer() {
    let sent = send(&job(ABSENT, b"PK\x03\x04"));
    assert_eq!(sent, Err(PrintError::DocumentNotPdf));
}

#[test]
fn printers_are_listed_even_if_there_are_none() {
    let all = printers(&["ipp://127.0.0.1:9/ipp/print".to_owned()]).unwrap();
    let off = all.last().unwrap();
    assert_eq!(
        (off.state, off.troubles.as_slice()),
        (PrinterState::Unreachable, [Trouble::Offline].as_slice())
    );
    let usual = all.iter().filter(|one| one.is_default).count();
    assert!(usual <= 1, "{all:?}");
}

#[test]
#[ignore = "prints; run from print::tests::windows"]
fn the_agreement_is_printed() {
    let (name, found) = queue();
    assert!(
        found.is_ready() && found.duplex && found.is_default,
        "{found:?}"
    );
    assert_eq!(found.media, ["iso_a4_210x297mm"]);
    let pdf = agreement();
    std::fs::write(told("DESK400_SENT"), &pdf).unwrap();
    let started = Instant::now();
    let id = send(&job(&name, &pdf)).unwrap();
    println!("job {} sent in {:?}", id.0, started.elapsed());
    assert_eq!(followed(&name, id).state, JobState::Done);
    assert_eq!(cancel(&name, id), Err(PrintError::PrintJobUnknown));
}

#[test]
#[ignore = "prints; run from print::tests::windows"]
fn one_side_is_printed_where_the_printer_has_no_other() {
    let (name, found) = queue();
    assert!(!found.duplex, "{found:?}");
    let pdf = agreement();
    let refused = PrintError::DuplexNotSupported {
        printer: name.clone(),
    };
    assert_eq!(send(&job(&name, &pdf)), Err(refused));
    let simplex = Job {
        copies: 1,
        duplex: Duplex::Simplex,
        ..job(&name, &pdf)
    };
    let id = send(&simplex).unwrap();
    assert_eq!(followed(&name, id).state, JobState::Done);
}

#[test]
#[ignore = "prints; run from print::tests::windows"]
fn a_printer_without_a4_is_not_sent_an_agreement() {
    let (name, found) = queue();
    assert_eq!(found.media, Vec::<String>::new());
    let pdf = agreement();
    let refused = PrintError::A4NotSupported {
        printer: name.clone(),
    };
    assert_eq!(send(&job(&name, &pdf)), Err(refused));
}
