//! Scanning over the network when all goes well.

use crate::simulator::{Location, Plan, Simulator, bars};
use crate::{hurried, scan};
use desk_intake::source::escl::Escl;
use desk_intake::source::{
    Cancel, Colour, Feed, ImageSource, Resolutions, ScanSettings, SheetSize, SourceKind,
};
use desk_intake::{Limits, Media, admit};

pub fn source(scanner: &Simulator) -> Escl {
    Escl::new(false, &[scanner.address()], hurried()).unwrap()
}

pub fn settings(feed: Feed) -> ScanSettings {
    ScanSettings {
        feed,
        dpi: 75,
        colour: Colour::Grey,
        size: SheetSize::A4,
    }
}

#[test]
fn a_scanner_at_a_typed_address_is_listed_under_its_own_name() {
    let scanner = Simulator::start(Plan::default());
    let devices = source(&scanner).devices(&Cancel::new()).unwrap();
    assert_eq!(devices.len(), 1);
    assert_eq!(devices[0].kind, SourceKind::Escl);
    assert_eq!(devices[0].name, "Trial Scanner 400");
    assert_eq!(devices[0].id, format!("http://{}/eSCL", scanner.address()));
}

#[test]
fn a_scanner_that_is_off_is_listed_under_its_address() {
    let address = Simulator::start(Plan::default()).address();
    let source = Escl::new(false, &[address], hurried()).unwrap();
    let devices = source.devices(&Cancel::new()).unwrap();
    assert_eq!(devices[0].name, "127.0.0.1");
}

#[test]
fn a_scanner_says_what_it_can_do() {
    let scanner = Simulator::start(Plan::default());
    let source = source(&scanner);
    let can = source.capabilities(&scanner.address()).unwrap();
    let feeds: Vec<Feed> = can.feeds.iter().map(|each| each.feed).collect();
    assert_eq!(feeds, [Feed::Flatbed, Feed::Feeder, Feed::Duplex]);
    let glass = can.of(Feed::Flatbed).unwrap();
    assert_eq!(glass.resolutions, Resolutions::Listed(vec![75, 200, 300]));
    assert_eq!(glass.colours, [Colour::Colour, Colour::Grey]);
    let largest = glass.largest.unwrap();
    assert_eq!((largest.width, largest.height), (2159, 2970));
}

#[test]
fn one_page_comes_from_the_glass() {
    let scanner = Simulator::start(Plan::default());
    let (outcome, told) = scan(
        &source(&scanner),
        &scanner.address(),
        &settings(Feed::Flatbed),
    );
    assert_eq!(outcome, Ok(1));
    let page = &told.pages[0];
    assert_eq!(
        (page.media, page.number, page.dpi),
        (Media::Jpeg, 1, Some(75))
    );
    assert_eq!(page.name, "scan-001.jpg");
    let admitted = admit(&page.name, &page.bytes, &Limits::default()).unwrap();
    assert_eq!(
        (admitted.pages[0].width, admitted.pages[0].height),
        (620, 876)
    );
    assert!(told.progress > 0);
    assert!(scanner.order().contains("<pwg:Version>2.63</pwg:Version>"));
}

#[test]
fn the_feeder_delivers_all_sheets_in_their_order() {
    let scanner = Simulator::start(Plan::default());
    let (outcome, told) = scan(
        &source(&scanner),
        &scanner.address(),
        &settings(Feed::Feeder),
    );
    assert_eq!(outcome, Ok(3));
    let seen: Vec<usize> = told.pages.iter().map(|page| bars(&page.bytes)).collect();
    assert_eq!(seen, [1, 2, 3]);
    assert!(
        scanner.ended().is_empty(),
        "a job that is over is not ended again"
    );
}

#[test]
fn both_sides_of_every_sheet_are_read() {
    let scanner = Simulator::start(Plan::default());
    let (outcome, told) = scan(
        &source(&scanner),
        &scanner.address(),
        &settings(Feed::Duplex),
    );
    assert_eq!(outcome, Ok(6));
    let seen: Vec<usize> = told.pages.iter().map(|page| bars(&page.bytes)).collect();
    assert_eq!(seen, [1, 2, 3, 4, 5, 6]);
    assert!(scanner.order().contains("<scan:Duplex>true</scan:Duplex>"));
}

#[test]
fn the_job_is_followed_whatever_host_its_location_names() {
    for location in [Location::WrongHost, Location::PathOnly] {
        let scanner = Simulator::start(Plan {
            location,
            ..Plan::default()
        });
        let (outcome, _) = scan(
            &source(&scanner),
            &scanner.address(),
            &settings(Feed::Feeder),
        );
        assert_eq!(outcome, Ok(3), "{location:?}");
    }
}

#[test]
fn an_empty_feeder_ends_a_stack_by_409_as_well() {
    let scanner = Simulator::start(Plan {
        end_by_409: true,
        ..Plan::default()
    });
    let (outcome, _) = scan(
        &source(&scanner),
        &scanner.address(),
        &settings(Feed::Feeder),
    );
    assert_eq!(outcome, Ok(3));
}

#[test]
fn a_scanner_that_is_busy_and_then_warms_up_is_waited_for() {
    let scanner = Simulator::start(Plan {
        busy_orders: 2,
        warming: 3,
        ..Plan::default()
    });
    let (outcome, told) = scan(
        &source(&scanner),
        &scanner.address(),
        &settings(Feed::Flatbed),
    );
    assert_eq!((outcome, told.waited), (Ok(1), 5));
}

#[test]
fn an_encrypted_scanner_is_reached_whoever_signed_its_certificate() {
    let scanner = Simulator::start(Plan {
        encrypted: true,
        ..Plan::default()
    });
    let source = Escl::new(false, &[], hurried()).unwrap();
    let address = format!("https://{}", scanner.address());
    let (outcome, _) = scan(&source, &address, &settings(Feed::Feeder));
    assert_eq!(outcome, Ok(3));
}
