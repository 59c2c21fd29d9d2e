//! 编号: every agreement gets a number when it is first printed: unique, in
//! sequence within its year, no gap, never reused.

use crate::desk::{self, day, on_number, print, void};
use crate::office::Office;
use crate::pdf;
use desk_app::flow::agreement::{self, AgreementList};
use desk_app::flow::order::{self, OrderRef};
use desk_domain::agreement::AgreementState;
use desk_domain::paper::PaperKind;
use desk_tests::sample;
use std::collections::BTreeSet;

#[test]
fn an_agreement_is_numbered_when_it_is_printed_and_not_before() {
    let office = Office::open();
    let id = desk::complete(&office.desk, sample::form());
    assert_eq!(desk::show(&office.desk, id).agreement, None);
    let draft = order::preview_pdf(&office.desk, OrderRef { id }).unwrap();
    assert!(
        !pdf::text(&draft).contains("QM-2026-000001"),
        "a look spends no number"
    );

    let view = print(&office.desk, id).unwrap();
    assert_eq!(view.line.number, "QM-2026-000001");
    assert_eq!(
        desk::show(&office.desk, id).agreement.as_deref(),
        Some("QM-2026-000001")
    );
}

#[test]
fn two_windows_printing_at_once_leave_no_gap_and_no_double() {
    let office = Office::open();
    let (left, right) = (office.front_desk(), office.manager_at(desk::today()));
    let numbers = [
        "4000000101",
        "4000000102",
        "4006000103",
        "4001000104",
        "4001000188",
        "4007000105",
    ];
    let print_each = |window: &desk_app::Desk, numbers: &[&str]| -> Vec<String> {
        let print_on = |number: &&str| print(window, desk::complete(window, on_number(number)));
        numbers
            .iter()
            .map(|number| print_on(number).unwrap().line.number)
            .collect()
    };
    let (ours, theirs) = std::thread::scope(|scope| {
        let theirs = scope.spawn(|| print_each(&right, &numbers[3..]));
        (print_each(&left, &numbers[..3]), theirs.join().unwrap())
    });
    let allotted: BTreeSet<String> = ours.into_iter().chain(theirs).collect();
    let expected: BTreeSet<String> = (1..=6).map(|n| format!("QM-2026-{n:06}")).collect();
    assert_eq!(allotted, expected);
}

#[test]
fn a_refused_printing_spends_no_number() {
    let office = Office::open();
    let short = desk::complete_but(&office.desk, sample::form(), &[PaperKind::Licence]);
    print(&office.desk, short).unwrap_err();
    assert_eq!(
        office.printed_on("4000000101").line.number,
        "QM-2026-000001"
    );
}

#[test]
fn a_voided_agreement_keeps_its_number_and_its_reason() {
    let office = Office::open();
    let first = office.printed();
    let voided = void(&office.desk, &first.line.number, "客户改了套餐，重新打印").unwrap();
    assert_eq!(voided.line.state, AgreementState::Void);
    assert_eq!(
        voided.void_reason.as_deref(),
        Some("客户改了套餐，重新打印")
    );

    let second = office.printed();
    assert_eq!(
        second.line.number, "QM-2026-000002",
        "the voided number is not reused"
    );
    let all = agreement::list(&office.desk, AgreementList::default()).unwrap();
    let numbers: Vec<_> = all.iter().map(|line| line.number.as_str()).collect();
    assert_eq!(
        numbers,
        ["QM-2026-000002", "QM-2026-000001"],
        "the voided one stays listed"
    );
}

#[test]
fn voiding_without_a_reason_is_refused() {
    let office = Office::open();
    let view = office.printed();
    assert_eq!(
        void(&office.desk, &view.line.number, "").unwrap_err().code,
        "ReasonMissing"
    );
    let still = desk::archived(&office.desk, &view);
    assert!(!still.is_empty());
}

#[test]
fn numbers_begin_anew_each_year() {
    let office = Office::open();
    office.printed();
    let january = office.manager_at(day(2027, 1, 4));
    let mut form = on_number("4000000101");
    "2027-01-05".clone_into(&mut form.tariff.start);
    "2028-01-04".clone_into(&mut form.tariff.end);
    let view = print(&january, desk::complete(&january, form)).unwrap();
    assert_eq!(view.line.number, "QM-2027-000001");
}

#[test]
fn printing_an_order_twice_is_refused() {
    let office = Office::open();
    let view = office.printed();
    assert_eq!(
        print(&office.desk, view.order).unwrap_err().code,
        "OrderClosed"
    );
}
