//! 四（一）2 通信秘密, and who may do what: ID copies are seen only by roles that
//! need them, and every viewing is logged.

use crate::desk::{self, log, print_because, void};
use crate::office::Office;
use desk_app::flow::audit::{self, AuditList};
use desk_app::flow::firm;
use desk_app::flow::number::{self, NumberAdd};
use desk_app::flow::order::{self, OrderNew};
use desk_app::flow::session;
use desk_app::flow::staff::{self, StaffRef};
use desk_app::flow::{backup, paper};
use desk_app::{Desk, Failure};
use desk_domain::paper::PaperKind;
use desk_tests::sample;

fn refused<T: std::fmt::Debug>(result: Result<T, Failure>) -> String {
    result.unwrap_err().code
}

#[test]
fn the_front_desk_may_not_let_findings_through() {
    let office = Office::open();
    let front = office.front_desk();
    let id = desk::complete_but(&front, sample::form(), &[PaperKind::Licence]);
    let refusal = print_because(&front, id, Some("客户明天补交")).unwrap_err();
    assert_eq!(refusal.code, "OverrideNeeded");
    assert!(
        print_because(&office.desk, id, Some("客户明天补交")).is_ok(),
        "a manager may"
    );
}

#[test]
fn the_front_desk_may_not_void_an_agreement() {
    let office = Office::open();
    let view = office.printed();
    let front = office.front_desk();
    assert_eq!(
        refused(void(&front, &view.line.number, "客户放弃办理")),
        "NotPermitted"
    );
}

#[test]
fn the_front_desk_keeps_neither_stock_nor_firm_nor_staff_nor_log() {
    let office = Office::open();
    let front = office.front_desk();
    let list = NumberAdd {
        text: "4000000999".to_owned(),
    };
    assert_eq!(refused(number::add(&front, list)), "NotPermitted");
    assert_eq!(refused(firm::save(&front, sample::firm())), "NotPermitted");
    assert_eq!(refused(staff::list(&front, ())), "NotPermitted");
    assert_eq!(
        refused(audit::list(&front, AuditList::default())),
        "NotPermitted"
    );
}

#[test]
fn accounts_neither_take_orders_nor_see_copies_of_papers() {
    let office = Office::open();
    let id = desk::complete(&office.desk, sample::form());
    let accounts = office.accounts();
    assert_eq!(
        refused(order::begin(&accounts, OrderNew::default())),
        "NotPermitted"
    );
    for page in desk::show(&office.desk, id).papers {
        assert_eq!(
            refused(look(&accounts, page.id)),
            "NotPermitted",
            "{:?}",
            page.kind
        );
    }
}

fn look(desk: &Desk, id: i64) -> Result<usize, Failure> {
    paper::picture(desk, id, 400, false).map(|picture| picture.bytes.len())
}

#[test]
fn every_viewing_of_an_identity_copy_is_logged() {
    let office = Office::open();
    let id = desk::complete(&office.desk, sample::form());
    let front = office.front_desk();
    let viewings = |office: &Office| {
        log(&office.desk)
            .into_iter()
            .filter(|line| line.starts_with("paper_view"))
            .count()
    };
    let before = viewings(&office);
    let papers = desk::show(&office.desk, id).papers;
    let copies = papers
        .iter()
        .filter(|p| matches!(p.kind, PaperKind::IdPortrait | PaperKind::IdEmblem));
    for (seen, copy) in copies.enumerate() {
        assert!(look(&front, copy.id).unwrap() > 0);
        assert_eq!(viewings(&office), before + seen + 1);
        look(&front, copy.id).unwrap();
        assert_eq!(
            viewings(&office),
            before + seen + 1,
            "the same sitting is one viewing"
        );
    }
    look(
        &office.desk,
        papers
            .iter()
            .find(|p| p.kind == PaperKind::IdPortrait)
            .unwrap()
            .id,
    )
    .unwrap();
    assert_eq!(
        viewings(&office),
        before + 3,
        "another person's look is another viewing"
    );
    look(
        &front,
        papers
            .iter()
            .find(|p| p.kind == PaperKind::Licence)
            .unwrap()
            .id,
    )
    .unwrap();
    assert_eq!(viewings(&office), before + 3, "a licence is public");
}

#[test]
fn nobody_does_anything_at_a_locked_desk() {
    let office = Office::open();
    let view = office.printed();
    session::close(&office.desk, ()).unwrap();
    assert_eq!(
        refused(order::begin(&office.desk, OrderNew::default())),
        "SessionLocked"
    );
    assert_eq!(refused(firm::show(&office.desk, ())), "SessionLocked");
    assert_eq!(refused(backup::verify(&office.desk, ())), "SessionLocked");
    let pdf = desk_app::flow::agreement::pdf(&office.desk, &view.line.number);
    assert_eq!(refused(pdf), "SessionLocked");
}

#[test]
fn a_member_of_staff_who_left_no_longer_signs_in() {
    let office = Office::open();
    let everyone = staff::list(&office.desk, ()).unwrap();
    let left = everyone
        .iter()
        .find(|person| person.name == sample::FRONT_DESK)
        .unwrap();
    staff::remove(&office.desk, StaffRef { id: left.id }).unwrap();
    let (name, password) = (sample::FRONT_DESK, sample::FRONT_DESK_PASSWORD);
    assert!(office.try_window(desk::today(), name, password).is_err());
}

#[test]
fn the_last_manager_stays() {
    let office = Office::open();
    let everyone = staff::list(&office.desk, ()).unwrap();
    let manager = everyone
        .iter()
        .find(|person| person.name == sample::MANAGER)
        .unwrap();
    assert!(staff::remove(&office.desk, StaffRef { id: manager.id }).is_err());
    assert!(
        office
            .try_window(desk::today(), sample::MANAGER, sample::MANAGER_PASSWORD)
            .is_ok()
    );
}

#[test]
fn the_log_tells_who_did_what() {
    let office = Office::open();
    let view = office.printed();
    let lines = audit::list(
        &office.desk,
        AuditList {
            before: None,
            limit: 1000,
        },
    )
    .unwrap();
    let about = lines
        .iter()
        .find(|line| line.subject.contains(&view.line.number))
        .unwrap();
    assert_eq!(about.staff, sample::MANAGER);
    assert!(about.at.starts_with("2026-11-22 10:00"));
}
