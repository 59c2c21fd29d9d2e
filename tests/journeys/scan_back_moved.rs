//! Signed pages that went astray: one filed under the wrong agreement is moved
//! or taken out while that is possible; the forms of later businesses come
//! back as the agreement does.

use crate::desk::{complete, log, print, sign, today};
use crate::office::Office;
use crate::scan_back::{look, of, original, put};
use desk_app::Desk;
use desk_app::flow::agreement::{AgreementRef, AgreementView};
use desk_app::flow::order::{self, OrderNew};
use desk_app::flow::returned::{self, ReturnedDrop, ReturnedPage, ReturnedPlacing, WhyUnplaced};
use desk_domain::form::{Business, Form};
use desk_domain::page_mark::Original;
use desk_domain::returned::CopyState;
use desk_domain::suspension::SuspensionReason;

fn pages(desk: &Desk, view: &AgreementView) -> Vec<ReturnedPage> {
    let number = view.line.number.clone();
    returned::copies(desk, AgreementRef { number })
        .unwrap()
        .pages
}

fn placing(page: &ReturnedPage, under: &AgreementView, reason: Option<&str>) -> ReturnedPlacing {
    ReturnedPlacing {
        paper: page.paper.id,
        agreement: under.line.number.clone(),
        original: Original::Firm,
        page: 1,
        reason: reason.map(str::to_owned),
    }
}

#[test]
fn a_page_under_the_wrong_agreement_is_moved_with_a_reason() {
    let office = Office::open();
    let desk = &office.desk;
    let (one, other) = (office.printed(), office.printed_on("4008000199"));
    put(desk, &original(desk, &one, Original::Firm)[..1], &[]);
    look(desk);
    let page = pages(desk, &one).remove(0);
    let refused = returned::place(desk, placing(&page, &other, None)).unwrap_err();
    assert_eq!(refused.code, "ReasonMissing");
    let stands = returned::place(desk, placing(&page, &other, Some("归错协议"))).unwrap();
    assert_eq!(of(&stands, &one).copies[0].back, 0);
    assert_eq!(of(&stands, &other).copies[0].back, 1);
    assert!(pages(desk, &one).is_empty());
    let log = log(desk);
    assert!(log[0].starts_with("page_filed") && log[1].starts_with("page_taken_out"));
}

#[test]
fn a_page_taken_out_waits_for_a_person_and_says_why() {
    let office = Office::open();
    let desk = &office.desk;
    let view = office.printed();
    put(desk, &original(desk, &view, Original::Firm)[..1], &[]);
    look(desk);
    let paper = pages(desk, &view).remove(0).paper.id;
    let take_out = |reason: &str| {
        let reason = reason.to_owned();
        returned::take_out(desk, ReturnedDrop { paper, reason })
    };
    assert_eq!(take_out(" ").unwrap_err().code, "ReasonMissing");
    let stands = take_out("这一页看不清").unwrap();
    assert_eq!(of(&stands, &view).copies[0].back, 0);
    assert_eq!(stands.unplaced[0].why, Some(WhyUnplaced::TakenOut));
    assert_eq!(
        stands.unplaced[0].taken_out.as_deref(),
        Some("这一页看不清")
    );
    assert_eq!(look(desk).unplaced.len(), 1, "not filed again by itself");
    assert_eq!(take_out("再取一次").unwrap_err().code, "PageNotFiled");
    let page = stands.unplaced[0].clone();
    let stands = returned::place(desk, placing(&page, &view, None)).unwrap();
    assert_eq!(of(&stands, &view).copies[0].back, 1);
}

#[test]
fn clause_8_3_what_carries_an_agreement_in_force_stays_with_it() {
    let office = Office::open();
    let desk = &office.desk;
    let (one, other) = (office.printed(), office.printed_on("4008000199"));
    put(desk, &original(desk, &one, Original::Firm), &[]);
    look(desk);
    sign(desk, &one, "2026-11-22").unwrap();
    let page = pages(desk, &one).remove(0);
    let moved = returned::place(desk, placing(&page, &other, Some("归错协议")));
    assert_eq!(moved.unwrap_err().code, "AgreementStateForbids");
    let out = ReturnedDrop {
        paper: page.paper.id,
        reason: "归错协议".to_owned(),
    };
    let out = returned::take_out(desk, out).unwrap_err();
    assert_eq!(out.code, "AgreementStateForbids");
}

#[test]
fn clause_8_2_the_forms_of_later_businesses_file_themselves_by_their_marks() {
    let office = Office::open();
    let desk = &office.desk;
    let first = sign(desk, &office.printed(), "2026-11-22").unwrap();
    let change = later(desk, &first, Business::Change, |form| {
        form.company.address = "郑州市二七区航海路九号".to_owned();
    });
    let stop = later(desk, &first, Business::Suspension, |form| {
        form.later.day = today().date().to_string();
        form.later.reason = Some(SuspensionReason::Arrears);
    });
    let mut scans = original(desk, &change, Original::Firm);
    scans.extend(original(desk, &stop, Original::Customer));
    scans.reverse();
    put(desk, &scans, &[]);
    let stands = look(desk);
    assert!(stands.unplaced.is_empty(), "{:?}", stands.unplaced);
    assert!(of(&stands, &change).copies[0].is_complete());
    assert!(of(&stands, &stop).copies[1].is_complete());
    let untouched = [
        &of(&stands, &change).copies[1],
        &of(&stands, &stop).copies[0],
    ];
    assert!(!untouched.into_iter().any(CopyState::begun));
}

fn later(
    desk: &Desk,
    first: &AgreementView,
    business: Business,
    fill: impl FnOnce(&mut Form),
) -> AgreementView {
    let cites = Some(first.line.number.clone());
    let request = OrderNew {
        business,
        cites,
        ..OrderNew::default()
    };
    let mut form = order::begin(desk, request).unwrap().form;
    form.confirmations = desk_tests::sample::form().confirmations;
    fill(&mut form);
    print(desk, complete(desk, form)).unwrap()
}
