//! Printers of the system, through its own print service.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot set itself up has failed"
)]

use super::super::cups::{self, Server};
use super::super::{A4, Duplex, Job, JobState, PrintError, PrinterState, Trouble, lp};
use super::office::{OfficePrinter, PrintSystem, free_port, pdf, until};
use std::process::Command;

const QUEUE: &str = "office-3F";
/// A queue whose printer is switched off.
const OFF: &str = "office-2F";

fn job(pdf: &[u8]) -> Job<'_> {
    Job {
        printer: QUEUE,
        title: "受理单 乙方存",
        copies: 2,
        duplex: Duplex::LongEdge,
        pdf,
    }
}

#[test]
fn a_queue_prints_as_its_printer_does() {
    let (office, system) = (OfficePrinter::new(), PrintSystem::new());
    let server = Server::at(&system.host());
    assert_eq!(cups::printers(&server), Ok(Vec::new()), "no printers yet");
    system.add("spare", "ipp://localhost:9/ipp/print", false);
    system.add(QUEUE, &office.address(), true);
    let all = cups::printers(&server).unwrap();
    let known: Vec<_> = all
        .iter()
        .map(|one| (one.name.as_str(), one.is_default))
        .collect();
    assert_eq!(known, [(QUEUE, true), ("spare", false)]);
    let document = pdf("queued");
    let id = cups::send(&server, QUEUE, &job(&document)).unwrap();
    let (received, attributes) = office.printed();
    assert_eq!(received, document);
    assert_eq!(attributes["COPIES"], "2");
    assert_eq!(attributes["SIDES"], "two-sided-long-edge");
    assert_eq!(attributes["MEDIA"], A4);
    assert_eq!(attributes["JOB_NAME"], "受理单 乙方存");
    until("the job is done", || {
        let report = cups::job_state(&server, QUEUE, id).unwrap();
        (report.state == JobState::Done).then_some(())
    });
}

#[test]
fn a_queue_whose_printer_is_off_keeps_the_job_and_says_why() {
    let system = PrintSystem::new();
    let server = Server::at(&system.host());
    system.add(
        QUEUE,
        &format!("ipp://localhost:{}/ipp/print", free_port()),
        true,
    );
    let document = pdf("off");
    let id = cups::send(&server, QUEUE, &job(&document)).unwrap();
    let report = until("the queue misses its printer", || {
        cups::job_state(&server, QUEUE, id)
            .ok()
            .filter(|report| !report.troubles.is_empty())
    });
    assert_eq!(report.troubles, [Trouble::Offline]);
    assert!(
        !report.message.is_empty(),
        "it says so in its own words too"
    );
    cups::cancel(&server, QUEUE, id).unwrap();
    until("the job is taken back", || {
        let report = cups::job_state(&server, QUEUE, id).unwrap();
        (report.state == JobState::Cancelled).then_some(())
    });
}

#[test]
fn a_queue_that_is_closed_or_gone_is_told_as_such() {
    let system = PrintSystem::new();
    let server = Server::at(&system.host());
    system.add(QUEUE, "ipp://localhost:9/ipp/print", true);
    system.run("cupsreject", &[QUEUE]);
    system.run("cupsdisable", &[QUEUE]);
    let document = pdf("closed");
    let printer = || QUEUE.to_owned();
    let refused = cups::send(&server, QUEUE, &job(&document));
    assert_eq!(
        refused,
        Err(PrintError::PrinterNotAccepting { printer: printer() })
    );
    let listed = &cups::printers(&server).unwrap()[0];
    assert_eq!(
        (listed.state, listed.accepting),
        (PrinterState::Stopped, false)
    );
    assert_eq!(listed.troubles, [Trouble::Paused]);
    system.run("lpadmin", &["-x", QUEUE]);
    let refused = cups::send(&server, QUEUE, &job(&document));
    assert_eq!(
        refused,
        Err(PrintError::PrinterUnknown { printer: printer() })
    );
}

#[test]
fn a_computer_without_a_print_system_has_no_printers() {
    let nobody = Server::at(&format!("localhost:{}", free_port()));
    assert_eq!(cups::printers(&nobody), Err(PrintError::PrintSystemAbsent));
}

/// The commands find their server by the environment, which a test may not
/// change for itself: it runs this test again as a program of its own.
#[test]
fn where_only_a_socket_is_open_the_commands_print() {
    const SOCKET: &str = "DESK_TEST_SOCKET";
    if std::env::var_os(SOCKET).is_some() {
        return by_command();
    }
    let (office, system) = (OfficePrinter::new(), PrintSystem::new());
    system.add(QUEUE, &office.address(), true);
    let nowhere = format!("ipp://localhost:{}/ipp/print", free_port());
    system.add(OFF, &nowhere, false);
    let this = std::env::current_exe().unwrap();
    let name = "print::tests::queue::where_only_a_socket_is_open_the_commands_print";
    let output = Command::new(this)
        .args([name, "--exact", "--nocapture"])
        .env(SOCKET, "1")
        .env("CUPS_SERVER", system.socket())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let (received, attributes) = office.printed();
    assert_eq!(received, pdf("by command"));
    assert_eq!(attributes["COPIES"], "2");
    assert_eq!(attributes["SIDES"], "two-sided-long-edge");
    assert_eq!(attributes["JOB_NAME"], "受理单 乙方存");
}

fn by_command() {
    use super::super::{job_state, printers, send};
    assert_eq!(
        Server::from_environment(),
        None,
        "a socket is left to the commands"
    );
    let all = printers(&[]).unwrap();
    let usual: Vec<_> = all.iter().filter(|one| one.is_default).collect();
    assert_eq!((all.len(), usual.len()), (2, 1));
    assert_eq!((usual[0].name.as_str(), usual[0].is_ready()), (QUEUE, true));
    let id = send(&job(&pdf("by command"))).unwrap();
    until("the job is done", || {
        (job_state(QUEUE, id).unwrap().state == JobState::Done).then_some(())
    });
    let kept = lp::send(OFF, &job(&pdf("taken back"))).unwrap();
    assert_ne!(job_state(OFF, kept).unwrap().state, JobState::Done);
    lp::cancel(OFF, kept).unwrap();
    until("the job is taken back", || {
        (job_state(OFF, kept).unwrap().state == JobState::Cancelled).then_some(())
    });
    let unknown = lp::send("no-such-queue", &job(&pdf("nowhere")));
    assert_eq!(
        unknown,
        Err(PrintError::PrinterUnknown {
            printer: "no-such-queue".to_owned()
        })
    );
}
