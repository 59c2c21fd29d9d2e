//! A scan on a thread of its own, and the list of sources.

use crate::escl::{settings, source};
use crate::hurried;
use crate::simulator::{Plan, Simulator};
use desk_intake::source::{Event, Feed, News, Scan, ScanError, SourceConfig, SourceKind, sources};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

const LONG: Duration = Duration::from_secs(5);

#[test]
fn every_page_reaches_even_a_slow_taker() {
    let scanner = Simulator::start(Plan {
        sheets: 12,
        ..Plan::default()
    });
    let source = Arc::new(source(&scanner));
    let scan = Scan::start(source, &scanner.address(), settings(Feed::Feeder)).unwrap();
    let mut pages = Vec::new();
    let ended = loop {
        match scan.next(LONG).unwrap() {
            News::Event(Event::Page(page)) => {
                pages.push(page.number);
                std::thread::sleep(Duration::from_millis(5));
            }
            News::Event(_) => {}
            News::Ended(outcome) => break outcome,
        }
    };
    assert_eq!((ended, pages), (Ok(12), (1..=12).collect()));
}

#[test]
fn a_scan_that_nobody_wants_any_more_is_cancelled() {
    let scanner = Simulator::start(Plan {
        slow: Duration::from_millis(20),
        endless: true,
        ..Plan::default()
    });
    let source = Arc::new(source(&scanner));
    let scan = Scan::start(source, &scanner.address(), settings(Feed::Feeder)).unwrap();
    assert!(scan.next(LONG).is_some());
    drop(scan);
    let deadline = Instant::now() + LONG;
    while scanner.ended().is_empty() {
        assert!(Instant::now() < deadline, "the scanner was not told");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn only_what_was_asked_for_is_a_source() {
    assert_eq!(sources(&SourceConfig::default()).unwrap().len(), 0);
    let config = SourceConfig {
        addresses: vec!["192.0.2.7".to_owned()],
        sane_driver: Some(PathBuf::from("/nowhere/desk400-sane")),
        folder: Some(PathBuf::from("/nowhere")),
        phone: true,
        limits: hurried(),
        ..SourceConfig::default()
    };
    let kinds: Vec<SourceKind> = sources(&config)
        .unwrap()
        .iter()
        .map(|each| each.kind())
        .collect();
    let expected = [
        SourceKind::Escl,
        SourceKind::Sane,
        SourceKind::Folder,
        SourceKind::Phone,
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn an_address_that_is_none_is_told_before_anything_starts() {
    let config = SourceConfig {
        addresses: vec!["not an address".to_owned()],
        ..SourceConfig::default()
    };
    assert!(matches!(
        sources(&config),
        Err(ScanError::AddressInvalid { .. })
    ));
}

#[test]
fn a_cancelled_scan_ends_even_if_the_scanner_hangs() {
    let scanner = Simulator::start(Plan {
        slow: Duration::from_secs(30),
        ..Plan::default()
    });
    let source = Arc::new(source(&scanner));
    let scan = Scan::start(source, &scanner.address(), settings(Feed::Feeder)).unwrap();
    while !matches!(scan.next(LONG), Some(News::Event(Event::Progress { .. }))) {}
    scan.cancel();
    let started = Instant::now();
    let ended = std::iter::from_fn(|| Some(scan.next(Duration::from_millis(100))))
        .flatten()
        .find(|news| matches!(news, News::Ended(_)));
    assert_eq!(ended, Some(News::Ended(Err(ScanError::Cancelled))));
    assert!(started.elapsed() < Duration::from_secs(7));
}
