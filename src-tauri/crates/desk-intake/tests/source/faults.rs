//! Every way in which a scanner in the network says no, and that the pages it
//! delivered before are kept.

use crate::escl::{settings, source};
use crate::simulator::{Location, Plan, Simulator};
use crate::{Told, hurried, scan};
use desk_intake::source::escl::Escl;
use desk_intake::source::{Cancel, Event, Feed, ImageSource, ScanError, ScanLimits};
use std::net::TcpListener;
use std::time::{Duration, Instant};

/// What a scan from the feeder comes to, how many pages came before, and
/// whether the job was ended.
fn fault(plan: Plan) -> (ScanError, usize, usize) {
    let scanner = Simulator::start(plan);
    let (outcome, told) = scan(
        &source(&scanner),
        &scanner.address(),
        &settings(Feed::Feeder),
    );
    (
        outcome.unwrap_err(),
        told.pages.len(),
        scanner.ended().len(),
    )
}

#[test]
fn a_scanner_that_stays_busy_is_given_up() {
    let plan = Plan {
        busy_orders: 100,
        ..Plan::default()
    };
    assert_eq!(fault(plan), (ScanError::Busy, 0, 0));
    let plan = Plan {
        warming: 100,
        ..Plan::default()
    };
    assert_eq!(fault(plan), (ScanError::Busy, 0, 1));
}

#[test]
fn an_empty_feeder_is_told_from_refused_settings() {
    let plan = Plan {
        sheets: 0,
        ..Plan::default()
    };
    assert_eq!(fault(plan), (ScanError::NoPaper, 0, 0));
    let plan = Plan {
        refuses: true,
        ..Plan::default()
    };
    assert!(matches!(fault(plan), (ScanError::Refused(_), 0, 0)));
}

#[test]
fn an_empty_feeder_does_not_keep_the_glass_from_scanning() {
    let scanner = Simulator::start(Plan {
        sheets: 0,
        ..Plan::default()
    });
    let (outcome, _) = scan(
        &source(&scanner),
        &scanner.address(),
        &settings(Feed::Flatbed),
    );
    assert_eq!(outcome, Ok(1));
}

#[test]
fn pages_before_a_jam_are_kept() {
    let plan = Plan {
        jam_at: Some(3),
        ..Plan::default()
    };
    assert_eq!(fault(plan), (ScanError::Jam, 2, 1));
}

#[test]
fn pages_before_a_cover_was_opened_are_kept() {
    let plan = Plan {
        cover_open_at: Some(2),
        ..Plan::default()
    };
    assert_eq!(fault(plan), (ScanError::CoverOpen, 1, 1));
}

#[test]
fn a_job_dropped_at_the_scanner_is_no_empty_feeder() {
    let plan = Plan {
        gone_at: Some(2),
        ..Plan::default()
    };
    assert_eq!(fault(plan), (ScanError::Aborted, 1, 1));
}

#[test]
fn a_page_cut_short_is_not_delivered() {
    for plan in [
        Plan {
            truncated_at: Some(2),
            ..Plan::default()
        },
        Plan {
            hang_up_at: Some(2),
            ..Plan::default()
        },
    ] {
        assert_eq!(fault(plan), (ScanError::BrokenOff, 1, 1));
    }
}

#[test]
fn a_job_without_an_address_is_given_up() {
    let plan = Plan {
        location: Location::Missing,
        ..Plan::default()
    };
    assert!(matches!(fault(plan), (ScanError::AnswerUnclear(_), 0, 0)));
}

#[test]
fn a_feeder_without_end_is_stopped() {
    let plan = Plan {
        endless: true,
        ..Plan::default()
    };
    assert_eq!(fault(plan), (ScanError::TooManyPages { limit: 12 }, 12, 1));
}

#[test]
fn glass_without_end_gives_one_page() {
    let scanner = Simulator::start(Plan {
        endless: true,
        ..Plan::default()
    });
    let (outcome, told) = scan(
        &source(&scanner),
        &scanner.address(),
        &settings(Feed::Flatbed),
    );
    assert_eq!((outcome, told.pages.len()), (Ok(1), 1));
    assert_eq!(scanner.ended(), [1]);
}

#[test]
fn a_page_beyond_all_measure_is_not_taken() {
    let scanner = Simulator::start(Plan::default());
    let limits = ScanLimits {
        max_page_bytes: 1000,
        ..hurried()
    };
    let source = Escl::new(false, &[], limits).unwrap();
    let (outcome, _) = scan(&source, &scanner.address(), &settings(Feed::Feeder));
    assert_eq!(outcome, Err(ScanError::PageTooLarge { limit: 1000 }));
}

#[test]
fn a_scanner_may_forbid_scanning() {
    let plan = Plan {
        denies: true,
        ..Plan::default()
    };
    assert_eq!(fault(plan), (ScanError::Denied, 0, 0));
}

#[test]
fn a_scanner_without_a_feeder_refuses_to_feed() {
    let plan = Plan {
        has_feeder: false,
        ..Plan::default()
    };
    assert!(matches!(fault(plan), (ScanError::Refused(_), 0, 0)));
}

#[test]
fn nobody_at_the_address_is_offline() {
    let address = Simulator::start(Plan::default()).address();
    let source = Escl::new(false, &[], hurried()).unwrap();
    let (outcome, _) = scan(&source, &address, &settings(Feed::Flatbed));
    assert_eq!(outcome, Err(ScanError::Offline));
}

#[test]
fn a_scanner_that_never_answers_is_offline() {
    // Accepts, for the system does, and says nothing.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut limits = hurried();
    limits.pace.silence = Duration::from_millis(100);
    let source = Escl::new(false, &[], limits).unwrap();
    let address = silent.local_addr().unwrap().to_string();
    let (outcome, _) = scan(&source, &address, &settings(Feed::Flatbed));
    assert_eq!(outcome, Err(ScanError::Offline));
}

#[test]
fn a_scanner_that_stops_in_a_page_is_given_up() {
    let scanner = Simulator::start(Plan {
        slow: Duration::from_secs(2),
        ..Plan::default()
    });
    let mut limits = hurried();
    limits.pace.silence = Duration::from_millis(200);
    let source = Escl::new(false, &[], limits).unwrap();
    let (outcome, _) = scan(&source, &scanner.address(), &settings(Feed::Feeder));
    assert_eq!(outcome, Err(ScanError::BrokenOff));
}

#[test]
fn an_answer_that_is_no_description_is_unclear() {
    for text in ["", "<html>router</html>", "<a", &"<a>".repeat(50_000)] {
        let scanner = Simulator::start(Plan {
            capabilities: Some(text.to_owned()),
            ..Plan::default()
        });
        let answer = source(&scanner).capabilities(&scanner.address());
        assert!(
            matches!(answer, Err(ScanError::AnswerUnclear(_))),
            "{answer:?}"
        );
    }
}

#[test]
fn an_endless_description_is_not_read_to_its_end() {
    let scanner = Simulator::start(Plan {
        capabilities: Some(" ".repeat(2 * 1024 * 1024)),
        ..Plan::default()
    });
    let answer = source(&scanner).capabilities(&scanner.address());
    assert!(
        matches!(answer, Err(ScanError::AnswerUnclear(_))),
        "{answer:?}"
    );
}

#[test]
fn cancelling_ends_the_job_and_keeps_the_pages() {
    let scanner = Simulator::start(Plan {
        sheets: 15,
        slow: Duration::from_millis(30),
        ..Plan::default()
    });
    let (cancel, mut told) = (Cancel::new(), Told::default());
    let started = Instant::now();
    let outcome = source(&scanner).scan(
        &scanner.address(),
        &settings(Feed::Feeder),
        &cancel,
        &mut |event| {
            if matches!(&event, Event::Page(page) if page.number == 2) {
                cancel.cancel();
            }
            told.take(event);
        },
    );
    assert_eq!((outcome, told.pages.len()), (Err(ScanError::Cancelled), 2));
    assert!(started.elapsed() < Duration::from_secs(1));
    // The job is ended beside the scan, so a moment later.
    while scanner.ended().is_empty() {
        assert!(started.elapsed() < Duration::from_secs(5), "not ended");
        std::thread::sleep(Duration::from_millis(2));
    }
    assert_eq!(scanner.ended(), [1]);
}
