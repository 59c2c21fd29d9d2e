//! A printer reached by its address, without a driver.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot set itself up has failed"
)]

use super::super::{
    A4, Duplex, Job, JobId, JobState, PrintError, PrinterState, Trouble, cancel, job_state,
    printer, printers, send,
};
use super::office::{OfficePrinter, free_port, pdf, until};

fn job<'a>(printer: &'a str, pdf: &'a [u8]) -> Job<'a> {
    Job {
        printer,
        title: "协议 400-888-1234 甲方存",
        copies: 2,
        duplex: Duplex::LongEdge,
        pdf,
    }
}

#[test]
fn the_printer_gets_the_very_bytes_and_every_wish() {
    let office = OfficePrinter::new();
    let (address, document) = (office.address(), pdf("two copies"));
    let id = send(&job(&address, &document)).unwrap();
    let (received, attributes) = office.printed();
    assert_eq!(received, document, "not one byte is altered");
    assert_eq!(attributes["COPIES"], "2");
    assert_eq!(attributes["SIDES"], "two-sided-long-edge");
    assert_eq!(attributes["MEDIA"], A4);
    assert_eq!(attributes["JOB_NAME"], "协议 400-888-1234 甲方存");
    assert_eq!(
        attributes["MULTIPLE_DOCUMENT_HANDLING"],
        "separate-documents-collated-copies"
    );
    until("the job is done", || {
        (job_state(&address, id).unwrap().state == JobState::Done).then_some(())
    });
}

#[test]
fn one_side_is_asked_for_as_such() {
    let office = OfficePrinter::new();
    let (address, document) = (office.address(), pdf("one side"));
    send(&Job {
        copies: 1,
        duplex: Duplex::Simplex,
        ..job(&address, &document)
    })
    .unwrap();
    let (_, attributes) = office.printed();
    assert_eq!(
        (attributes["COPIES"].as_str(), attributes["SIDES"].as_str()),
        ("1", "one-sided")
    );
}

#[test]
fn a_title_of_any_length_is_cut_between_characters() {
    let office = OfficePrinter::new();
    let (address, document, title) = (office.address(), pdf("long"), "协议".repeat(200));
    send(&Job {
        title: &title,
        ..job(&address, &document)
    })
    .unwrap();
    let (_, attributes) = office.printed();
    assert_eq!(
        attributes["JOB_NAME"],
        "协议".repeat(42) + "协",
        "255 bytes hold 85 characters"
    );
}

#[test]
fn a_printer_says_what_it_is_and_can() {
    let office = OfficePrinter::new();
    let found = printer(&office.address()).unwrap();
    assert_eq!(found.description, "三楼打印机");
    assert_eq!(
        (found.state, found.accepting, found.duplex),
        (PrinterState::Idle, true, true)
    );
    assert!(found.is_ready() && found.troubles.is_empty(), "{found:?}");
    assert!(found.media.iter().any(|media| media == A4));
}

#[test]
fn nobody_at_the_address_is_told_as_such() {
    let address = format!("ipp://127.0.0.1:{}/ipp/print", free_port());
    let document = pdf("nobody");
    let unreachable = PrintError::PrinterUnreachable {
        printer: address.clone(),
    };
    assert_eq!(send(&job(&address, &document)), Err(unreachable.clone()));
    assert_eq!(job_state(&address, JobId(1)), Err(unreachable));
    let listed = printer(&address).unwrap();
    assert_eq!(
        (listed.state, listed.is_ready()),
        (PrinterState::Unreachable, false)
    );
    let name = "ipp://printer.invalid/ipp/print";
    let unknown = PrintError::PrinterUnreachable {
        printer: name.to_owned(),
    };
    assert_eq!(
        send(&job(name, &document)),
        Err(unknown),
        "nor at a name nobody knows"
    );
}

#[test]
fn an_address_without_a_printer_behind_it_is_told_as_such() {
    let office = OfficePrinter::new();
    let elsewhere = office.address().replace("/ipp/print", "/ipp/elsewhere");
    let unknown = PrintError::PrinterUnknown {
        printer: elsewhere.clone(),
    };
    assert_eq!(send(&job(&elsewhere, &pdf("lost"))), Err(unknown));
}

#[test]
fn one_printer_switched_off_does_not_hide_the_others() {
    let office = OfficePrinter::new();
    let off = format!("ipp://127.0.0.1:{}/ipp/print", free_port());
    let all = printers(&[off.clone(), office.address()]).unwrap();
    let state = |address: &str| {
        all.iter()
            .find(|one| one.name == address)
            .map(|one| one.state)
    };
    assert_eq!(state(&off), Some(PrinterState::Unreachable));
    assert_eq!(state(&office.address()), Some(PrinterState::Idle));
}

#[test]
fn what_a_printer_cannot_do_is_refused_before_anything_is_sent() {
    let document = pdf("cannot");
    let raster = OfficePrinter::with(&["-f", "image/pwg-raster,image/jpeg"], "");
    let printer = raster.address();
    let refused = send(&job(&printer, &document));
    assert_eq!(
        refused,
        Err(PrintError::PdfNotAccepted {
            printer: printer.clone()
        })
    );
    let simple = OfficePrinter::with(&["-f", "application/pdf"], "");
    let printer = simple.address();
    let refused = send(&job(&printer, &document));
    assert_eq!(
        refused,
        Err(PrintError::DuplexNotSupported {
            printer: printer.clone()
        })
    );
    let many = Job {
        copies: 5000,
        duplex: Duplex::Simplex,
        ..job(&printer, &document)
    };
    assert_eq!(
        send(&many),
        Err(PrintError::CopiesImpossible { limit: 999 })
    );
    assert_eq!(
        send(&Job { copies: 0, ..many }),
        Err(PrintError::CopiesImpossible { limit: 1 })
    );
    assert_eq!(
        send(&job(&printer, b"<html>")),
        Err(PrintError::DocumentNotPdf)
    );
    assert!(!simple.folder().join("env").exists(), "nothing was printed");
}

#[test]
fn a_printer_without_a4_is_refused_rather_than_shrunk_to() {
    let folder = tempfile::TempDir::new().unwrap();
    let american = folder.path().join("printer.conf");
    let facts = "ATTR keyword media-supported na_letter_8.5x11in,na_legal_8.5x14in\n\
                 ATTR mimeMediaType document-format-supported application/pdf\n";
    std::fs::write(&american, facts).unwrap();
    let options = ["-a", american.to_str().unwrap()];
    let office = OfficePrinter::with(&options, "");
    let (printer, document) = (office.address(), pdf("letter"));
    let refused = send(&job(&printer, &document));
    assert_eq!(
        refused,
        Err(PrintError::A4NotSupported {
            printer: printer.clone()
        })
    );
}

#[test]
fn a_printer_without_paper_says_so_while_the_job_waits() {
    let empty = "echo 'STATE: +media-empty-error,toner-low-warning' >&2\n\
                 while [ ! -e \"$folder/refilled\" ]; do sleep 0.1; done\n\
                 echo 'STATE: -media-empty-error,toner-low-warning' >&2";
    let office = OfficePrinter::with(&["-2", "-f", "application/pdf"], empty);
    let (address, document) = (office.address(), pdf("no paper"));
    let id = send(&job(&address, &document)).unwrap();
    let report = until("the printer misses its paper", || {
        job_state(&address, id)
            .ok()
            .filter(|report| !report.troubles.is_empty())
    });
    assert_eq!(report.troubles, [Trouble::OutOfPaper, Trouble::TonerLow]);
    assert_eq!(report.state, JobState::Printing);
    assert!(!printer(&address).unwrap().is_ready());
    std::fs::write(office.folder().join("refilled"), "").unwrap();
    assert_eq!(office.printed().0, document, "nothing is lost by waiting");
    let done = until("the job is done", || {
        job_state(&address, id)
            .ok()
            .filter(|report| report.state == JobState::Done)
    });
    assert_eq!(done.troubles, [], "a finished job has no trouble");
}

#[test]
fn a_job_can_be_taken_back_until_it_is_done() {
    let slow = "while [ ! -e \"$folder/go\" ]; do sleep 0.1; done";
    let office = OfficePrinter::with(&["-2", "-f", "application/pdf"], slow);
    let (address, document) = (office.address(), pdf("taken back"));
    let first = send(&job(&address, &document)).unwrap();
    // A job taken back in the instant it arrives is printed all the same by
    // some printers, this one among them.
    until("the job has begun", || {
        (job_state(&address, first).ok()?.state == JobState::Printing).then_some(())
    });
    cancel(&address, first).unwrap();
    std::fs::write(office.folder().join("go"), "").unwrap();
    let state = until("the job is given up", || {
        let state = job_state(&address, first).unwrap().state;
        matches!(state, JobState::Cancelled | JobState::Failed).then_some(state)
    });
    assert_eq!(state, JobState::Cancelled);
    assert_eq!(
        cancel(&address, first),
        Err(PrintError::PrintJobUnknown),
        "only once"
    );
    assert_eq!(
        job_state(&address, JobId(4711)),
        Err(PrintError::PrintJobUnknown)
    );
}
