//! 四（二）8 合同金额、续费: each renewal is at least the first renewal's amount,
//! and the first renewal at least the contract's; a lower one is refused; a
//! manager may override with a reason. 八（二）: it cites the first agreement and
//! is listed under it.

use crate::desk::{self, blocked, day, print, print_because};
use crate::office::Office;
use desk_app::Desk;
use desk_app::flow::agreement::{self, AgreementRef, AgreementView};
use desk_domain::form::{Business, Form};
use desk_tests::sample;

const FLOOR_FIELD: &str = "tariff.contract_amount";

/// An office with an agreement over 1200.00 in force, and the manager's window
/// a year later.
fn a_year_later() -> (Office, AgreementView, Desk) {
    let office = Office::open();
    let first = office.printed();
    desk::sign(&office.desk, &first, "2026-11-22").unwrap();
    let later = office.manager_at(day(2027, 11, 20));
    (office, first, later)
}

fn renewal(first: &AgreementView, amount: &str, year: i32) -> Form {
    let mut form = sample::form();
    form.business = Business::Renewal;
    form.cites.clone_from(&first.line.number);
    amount.clone_into(&mut form.tariff.contract_amount);
    amount.clone_into(&mut form.tariff.first_payment);
    form.tariff.start = format!("{year}-12-01");
    form.tariff.end = format!("{}-11-30", year + 1);
    form
}

#[test]
fn a_renewal_of_the_contracts_amount_is_printed_and_cites_the_first() {
    let (_office, first, later) = a_year_later();
    let view = print(
        &later,
        desk::complete(&later, renewal(&first, "1200.00", 2027)),
    )
    .unwrap();
    assert_eq!(view.cites.as_deref(), Some(first.line.number.as_str()));
    let first = agreement::show(
        &later,
        AgreementRef {
            number: first.line.number,
        },
    )
    .unwrap();
    let under: Vec<_> = first
        .cited_by
        .iter()
        .map(|line| line.number.as_str())
        .collect();
    assert_eq!(under, [view.line.number.as_str()]);
}

#[test]
fn a_first_renewal_below_the_contract_is_refused() {
    let (_office, first, later) = a_year_later();
    let id = desk::complete(&later, renewal(&first, "1199.99", 2027));
    assert_eq!(blocked(&later, id), [FLOOR_FIELD]);
    assert!(desk::told(&later, id, FLOOR_FIELD).contains("1,200.00"));
    assert_eq!(print(&later, id).unwrap_err().code, "OverrideNeeded");
}

#[test]
fn a_manager_lets_a_lower_renewal_through_with_a_reason() {
    let (_office, first, later) = a_year_later();
    let id = desk::complete(&later, renewal(&first, "1000.00", 2027));
    let view = print_because(&later, id, Some("老客户优惠，总经理同意")).unwrap();
    assert_eq!(
        view.override_reason.as_deref(),
        Some("老客户优惠，总经理同意")
    );
}

#[test]
fn the_front_desk_may_not_let_a_lower_renewal_through() {
    let (office, first, _later) = a_year_later();
    let (name, password) = (sample::FRONT_DESK, sample::FRONT_DESK_PASSWORD);
    let front = office
        .try_window(day(2027, 11, 20), name, password)
        .unwrap();
    let id = desk::complete(&front, renewal(&first, "1000.00", 2027));
    assert_eq!(
        print_because(&front, id, Some("老客户优惠"))
            .unwrap_err()
            .code,
        "OverrideNeeded"
    );
}

#[test]
fn a_second_renewal_is_held_to_the_first_renewals_amount() {
    let (office, first, later) = a_year_later();
    let raised = print(
        &later,
        desk::complete(&later, renewal(&first, "1500.00", 2027)),
    )
    .unwrap();
    desk::sign(&later, &raised, "2027-11-20").unwrap();

    let still_later = office.manager_at(day(2028, 11, 20));
    let low = desk::complete(&still_later, renewal(&first, "1400.00", 2028));
    assert_eq!(blocked(&still_later, low), [FLOOR_FIELD]);
    assert!(desk::told(&still_later, low, FLOOR_FIELD).contains("1,500.00"));

    desk::save(&still_later, low, renewal(&first, "1500.00", 2028)).unwrap();
    assert!(print(&still_later, low).is_ok());
}
