//! What needs no printer: addresses, reasons, the words of commands.

use super::super::address::Target;
use super::super::{JobState, PrintError, PrinterState, Trouble, canonical_address, lp};

#[test]
fn an_address_may_be_typed_in_short() {
    let full = |text: &str| canonical_address(text).unwrap();
    assert_eq!(full(" 192.168.1.20 "), "ipp://192.168.1.20/ipp/print");
    assert_eq!(
        full("printer.local:8631"),
        "ipp://printer.local:8631/ipp/print"
    );
    assert_eq!(full("ipp://10.0.0.9/ipp/print"), "ipp://10.0.0.9/ipp/print");
    assert_eq!(
        full("http://10.0.0.9/printers/a"),
        "ipp://10.0.0.9:80/printers/a"
    );
    assert_eq!(
        full("ipp://[fe80::1]:631/"),
        "ipp://[fe80::1]:631/ipp/print"
    );
    assert_eq!(
        full(&full("192.168.1.20")),
        "ipp://192.168.1.20/ipp/print",
        "twice is once"
    );
}

#[test]
fn what_is_no_address_is_refused() {
    for text in [
        "",
        "ipp://",
        "ftp://a/b",
        "ipps://a",
        "ipp://a b/c",
        "a:",
        "a:70000",
        "三楼",
        "ipp://user@a/b",
    ] {
        let refused = canonical_address(text);
        assert!(
            matches!(refused, Err(PrintError::PrinterAddressInvalid { .. })),
            "{text}: {refused:?}"
        );
    }
}

#[test]
fn a_name_of_the_system_is_no_address() {
    let name = "HP LaserJet (三楼)".to_owned();
    assert_eq!(Target::parse(&name), Ok(Target::System(name)));
}

#[test]
fn reasons_become_troubles_once_each_and_reports_do_not() {
    let told = |reasons: &[&str]| Trouble::from_reasons(reasons.iter().copied());
    assert_eq!(told(&["none"]), []);
    assert_eq!(
        told(&["media-empty", "media-needed-error"]),
        [Trouble::OutOfPaper]
    );
    assert_eq!(
        told(&["cups-waiting-for-job-completed", "media-low-warning"]),
        []
    );
    assert_eq!(told(&["door-open-report"]), [Trouble::CoverOpen]);
    assert_eq!(told(&["fuser-over-temp-error"]), [Trouble::Other]);
    assert_eq!(
        told(&["toner-low-warning", "media-jam-error"]),
        [Trouble::Jam, Trouble::TonerLow]
    );
}

#[test]
fn a_list_of_finished_jobs_tells_those_taken_back_from_those_printed() {
    let list = "office-12  root  1024  Sun Nov 22 17:33:46 2026\n\
                \tStatus: The printer may not exist or is unavailable at this time.\n\
                \tAlerts: job-canceled-by-user\n\tqueued for office\n\
                office-1  root  1024  Sun Nov 22 17:30:00 2026\n\
                \tStatus: \n\tAlerts: job-completed-successfully\n\tqueued for office\n\
                office-3  root  1024  Sun Nov 22 17:30:00 2026\n\
                \tAlerts: aborted-by-system\n\
                office-4  root  1024  Sun Nov 22 17:30:00 2026\n";
    let became = |id| lp::outcome(list, id);
    assert_eq!(became("office-12"), Some(JobState::Cancelled));
    assert_eq!(became("office-1"), Some(JobState::Done));
    assert_eq!(became("office-3"), Some(JobState::Failed));
    assert_eq!(became("office-4"), Some(JobState::Done), "no reasons given");
    assert_eq!(became("office-2"), None);
}

#[test]
fn the_words_of_the_commands_are_understood() {
    assert_eq!(
        lp::number("request id is office-3F-12 (1 file(s))", "office-3F").map(|id| id.0),
        Some(12)
    );
    assert_eq!(lp::number("lp: Error", "office-3F"), None);
    let taken = "office-3F accepting requests since Sun Nov 22 2026";
    let idle = lp::described(
        "office-3F",
        "printer office-3F is idle.  enabled since Sun",
        taken,
    );
    assert!(idle.is_ready());
    let paused = "printer office-3F disabled since Sun Nov 22 2026 -\n\tPaused";
    let paused = lp::described(
        "office-3F",
        paused,
        "office-3F not accepting requests since Sun -",
    );
    assert_eq!(
        (paused.state, paused.accepting),
        (PrinterState::Stopped, false)
    );
    assert_eq!(paused.message, "Paused");
}
