//! Reading papers: what they say fills the form, what they contradict is
//! settled by a person before anything is printed.

use crate::desk::{self, blocked, draft};
use crate::office::Office;
use desk_app::flow::order::OrderRef;
use desk_app::flow::paper::{self, PaperAdd, PaperView};
use desk_app::flow::reading::{self, OrderReadings, PaperRead, Proposal, ReadingSettle};
use desk_app::flow::scan::{self, ScanAt, ScanStart};
use desk_app::flow::setting;
use desk_domain::form::Form;
use desk_domain::paper::{Arrival, PaperKind};
use desk_tests::sample;
use std::time::Duration;

/// Hands a sample paper in without saying what it is.
fn hand_in(office: &Office, order: i64, kind: PaperKind) -> PaperView {
    let add = PaperAdd {
        order,
        file_name: sample::paper_name(kind),
        arrival: Arrival::Scan,
        kind: None,
        bytes: sample::paper(kind),
    };
    paper::add(&office.desk, add).unwrap().remove(0)
}

fn read(office: &Office, paper: &PaperView) -> OrderReadings {
    let (id, corners) = (paper.id, None);
    reading::read(
        &office.desk,
        PaperRead {
            id,
            corners,
            document: None,
        },
    )
    .unwrap()
}

fn proposed<'a>(readings: &'a OrderReadings, place: &str) -> &'a Proposal {
    let mut proposals = readings.proposals.iter();
    proposals
        .find(|proposal| proposal.place == place)
        .unwrap_or_else(|| panic!("nothing was read for {place}"))
}

#[test]
fn a_licence_and_a_card_tell_what_they_are_and_fill_the_form() {
    let office = Office::open();
    let order = draft(&office.desk, Form::default());
    for kind in [
        PaperKind::Licence,
        PaperKind::IdPortrait,
        PaperKind::IdEmblem,
    ] {
        read(&office, &hand_in(&office, order, kind));
    }
    let kinds: Vec<_> = desk::show(&office.desk, order)
        .papers
        .iter()
        .map(|paper| paper.kind)
        .collect();
    assert_eq!(
        kinds,
        [
            PaperKind::Licence,
            PaperKind::IdPortrait,
            PaperKind::IdEmblem
        ]
    );
    reading::fill_order(&office.desk, OrderRef { id: order }).unwrap();
    let (filled, sample) = (desk::show(&office.desk, order).form, sample::form());
    assert_eq!(filled.company.name, sample.company.name);
    assert_eq!(filled.company.code, sample.company.code);
    assert_eq!(filled.company.founded, sample.company.founded);
    assert_eq!(filled.handler.name, sample.handler.name);
    assert_eq!(filled.handler.id_number, sample.handler.id_number);
    assert_eq!(filled.handler.id_expiry, sample.handler.id_expiry);
}

#[test]
fn what_a_paper_contradicts_is_not_printed_until_a_person_settled_it() {
    let office = Office::open();
    let mut form = sample::form();
    form.company.name.push_str("分公司");
    let order = desk::complete(&office.desk, form.clone());
    let licence = desk::show(&office.desk, order)
        .papers
        .into_iter()
        .find(|paper| paper.kind == PaperKind::Licence)
        .unwrap();
    let readings = read(&office, &licence);
    let name = proposed(&readings, "company.name");
    assert!(blocked(&office.desk, order).contains(&"company.name".to_owned()));

    let settle = ReadingSettle {
        reading: name.reading,
        document: name.document,
        field: name.field,
        value: form.company.name.clone(),
    };
    reading::settle(&office.desk, settle).unwrap();
    assert!(!blocked(&office.desk, order).contains(&"company.name".to_owned()));
    let log = desk::log(&office.desk);
    assert!(log.iter().any(|line| line.starts_with("reading_settled")));

    form.company.name = "另一家示例有限公司".to_owned();
    desk::save(&office.desk, order, form).unwrap();
    assert!(
        blocked(&office.desk, order).contains(&"company.name".to_owned()),
        "another name was not settled"
    );
}

#[test]
fn pages_that_another_program_scans_into_a_folder_come_into_the_tray() {
    let office = Office::open();
    let folder = tempfile::tempdir().unwrap();
    let mut settings = setting::show(&office.desk, ()).unwrap();
    settings.scan_folder = folder.path().display().to_string();
    setting::save(&office.desk, settings).unwrap();
    let order = draft(&office.desk, Form::default());
    let seen = scan::devices(&office.desk, ()).unwrap();
    let device = seen
        .devices
        .iter()
        .find(|device| device.id == folder.path().display().to_string())
        .unwrap();
    let start = ScanStart {
        order: Some(order),
        kind: device.kind,
        device: device.id.clone(),
        profile: seen.profile,
    };
    scan::start(&office.desk, start.clone()).unwrap();
    let again = scan::start(&office.desk, start).unwrap_err();
    assert_eq!(again.code, "ScanRuns");
    let licence = sample::paper(PaperKind::Licence);
    std::fs::write(folder.path().join("扫描0001.jpg"), licence).unwrap();
    for _ in 0..200 {
        let view = scan::state(&office.desk, ()).unwrap().unwrap();
        if !view.papers.is_empty() {
            break;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    let stopped = scan::cancel(&office.desk, ()).unwrap().unwrap();
    assert_eq!(stopped.papers.len(), 1, "{:?}", stopped.refused);
    assert!(matches!(
        stopped.at,
        ScanAt::Cancelling | ScanAt::Stopped | ScanAt::Done
    ));
    assert_eq!(desk::show(&office.desk, order).papers.len(), 1);
}
