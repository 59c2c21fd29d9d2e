//! 八（二）变更、补充协议: whatever comes later is a paper of its own that cites
//! the first agreement, prints the same way, and is listed under it; and what
//! it says takes effect when it is signed (四（二）3, 五).

use crate::billing::{accounts, close, pay, worked_form};
use crate::desk::{self, archived, blocked, complete, print, sign, stock, today};
use crate::office::Office;
use crate::pdf;
use desk_app::Desk;
use desk_app::flow::agreement::{self, AgreementRef, AgreementView};
use desk_app::flow::billing::{self, AccountClose, AccountRef, EntryAdd};
use desk_app::flow::order::{self, OrderNew};
use desk_domain::agreement::AgreementState;
use desk_domain::form::{Business, Form};
use desk_domain::ledger::{EntryKind, PaymentKind};
use desk_domain::stock::NumberState;
use desk_domain::suspension::SuspensionReason;

fn in_force() -> (Office, AgreementView) {
    let office = Office::open();
    let first = office.printed();
    let first = sign(&office.desk, &first, "2026-11-22").unwrap();
    (office, first)
}

/// The form of a later business as the desk begins it.
fn begun(desk: &Desk, first: &AgreementView, business: Business) -> (i64, Form) {
    let view = order::begin(
        desk,
        OrderNew {
            business,
            cites: Some(first.line.number.clone()),
            ..OrderNew::default()
        },
    )
    .unwrap();
    (view.id, view.form)
}

/// Prints a later business after its form was filled in by `fill`.
fn printed(
    desk: &Desk,
    first: &AgreementView,
    business: Business,
    fill: impl FnOnce(&mut Form),
) -> AgreementView {
    let (_, mut form) = begun(desk, first, business);
    form.confirmations = desk_tests::sample::form().confirmations;
    fill(&mut form);
    print(desk, complete(desk, form)).unwrap()
}

fn listed(desk: &Desk, first: &AgreementView) -> Vec<String> {
    let number = first.line.number.clone();
    let view = agreement::show(desk, AgreementRef { number }).unwrap();
    view.cited_by.into_iter().map(|line| line.number).collect()
}

#[test]
fn a_change_prints_what_changed_cites_the_first_and_is_listed_under_it() {
    let (office, first) = in_force();
    let desk = &office.desk;
    let view = printed(desk, &first, Business::Change, |form| {
        form.company.address = "郑州市二七区航海路九号".to_owned();
    });
    let text = pdf::text(&archived(desk, &view));
    assert!(text.contains(&first.line.number), "cites the first");
    assert!(text.contains("郑州市二七区航海路九号"));
    assert!(!text.contains("第五条"), "no second agreement text");
    assert!(view.pages_per_copy <= 4, "{}", view.pages_per_copy);
    assert_eq!(view.cites.as_deref(), Some(first.line.number.as_str()));
    assert_eq!(listed(desk, &first), [view.line.number.as_str()]);
}

#[test]
fn a_change_that_changes_nothing_is_not_printed() {
    let (office, first) = in_force();
    let (id, _) = begun(&office.desk, &first, Business::Change);
    assert!(blocked(&office.desk, id).contains(&"later".to_owned()));
}

#[test]
fn the_next_change_starts_from_the_last_one_and_cites_the_first() {
    let (office, first) = in_force();
    let desk = &office.desk;
    let moved = printed(desk, &first, Business::Change, |form| {
        form.company.address = "郑州市二七区航海路九号".to_owned();
    });
    let moved = sign(desk, &moved, "2026-11-22").unwrap();
    let (_, form) = begun(desk, &moved, Business::Change);
    assert_eq!(form.company.address, "郑州市二七区航海路九号");
    assert_eq!(form.cites, first.line.number);
}

#[test]
fn a_supplement_prints_its_clauses_and_leaves_the_rest_in_force() {
    let (office, first) = in_force();
    let desk = &office.desk;
    let (id, _) = begun(desk, &first, Business::Supplement);
    assert!(blocked(desk, id).contains(&"later.clauses".to_owned()));
    let view = printed(desk, &first, Business::Supplement, |form| {
        form.later.clauses = "甲方每月五日前送达对账单。\n乙方指定王芳为对账联系人。".to_owned();
    });
    let text = pdf::text(&archived(desk, &view));
    assert!(text.contains("补充协议") && text.contains("乙方指定王芳为对账联系人"));
    assert!(text.contains(&first.line.number));
}

#[test]
fn a_suspension_and_a_resumption_print_their_forms_and_move_the_number() {
    let (office, first) = in_force();
    let desk = &office.desk;
    let number = first.line.number_400.clone();
    let stop = printed(desk, &first, Business::Suspension, |form| {
        form.later.day = "2026-11-22".to_owned();
        form.later.reason = Some(SuspensionReason::Arrears);
    });
    let text = pdf::text(&archived(desk, &stop));
    assert!(text.contains("停机") && text.contains(SuspensionReason::Arrears.chinese()));
    assert_eq!(
        stock(desk, &number).state,
        NumberState::InUse,
        "not before it is signed"
    );
    sign(desk, &stop, "2026-11-22").unwrap();
    assert_eq!(stock(desk, &number).state, NumberState::Suspended);
    let back = printed(desk, &first, Business::Resumption, |form| {
        form.later.day = "2026-11-22".to_owned();
    });
    assert!(pdf::text(&archived(desk, &back)).contains("复机"));
    sign(desk, &back, "2026-11-22").unwrap();
    assert_eq!(stock(desk, &number).state, NumberState::InUse);
    assert_eq!(listed(desk, &first).len(), 2);
}

#[test]
fn a_transfer_needs_another_owner_and_prints_the_whole_agreement_for_it() {
    let (office, first) = in_force();
    let desk = &office.desk;
    let (_, form) = begun(desk, &first, Business::Transfer);
    assert!(
        form.company.name.is_empty(),
        "the new owner is asked for anew"
    );
    assert_eq!(form.number.number, desk_tests::sample::form().number.number);
    let (_, mut same) = begun(desk, &first, Business::Transfer);
    same.company = desk_tests::sample::form().company;
    let id = desk::draft(desk, same);
    assert!(blocked(desk, id).contains(&"company.code".to_owned()));
}

#[test]
fn a_number_is_closed_only_when_everything_is_settled() {
    let office = Office::open();
    let desk = &office.desk;
    let mut form = worked_form();
    form.tariff.start = "2026-11-10".to_owned();
    form.tariff.end = "2027-11-09".to_owned();
    let signed = print(desk, complete(desk, form)).unwrap();
    sign(desk, &signed, "2026-11-22").unwrap();
    let line = accounts(desk).remove(0);
    let number = line.agreement.clone();
    let first = agreement::show(desk, AgreementRef { number }).unwrap();
    let (id, _) = begun(desk, &first, Business::Closing);
    let open = blocked(desk, id);
    assert!(open.contains(&"later.day".to_owned()), "{open:?}");
    assert!(open.contains(&"later".to_owned()), "not settled: {open:?}");
    let account = line.account;
    pay(desk, account, PaymentKind::First, "100").unwrap();
    let close_account = AccountClose {
        account,
        last_day: today().date().to_string(),
        reason: "客户不再使用".to_owned(),
    };
    billing::account::close(desk, close_account).unwrap();
    let later = office.manager_at(desk::day(2026, 12, 5));
    close(&later, "2026-11").unwrap();
    let (id, _) = begun(&later, &first, Business::Closing);
    assert!(
        blocked(&later, id).contains(&"later".to_owned()),
        "a rest is undecided"
    );
    let rest = billing::account::show(&later, AccountRef { account }).unwrap();
    let refund = EntryAdd {
        account,
        kind: EntryKind::Refund,
        amount: rest.line.balance.to_string(),
        reason: "销户退余额".to_owned(),
    };
    billing::entry::add(&later, refund).unwrap();
    let form = printed(&later, &first, Business::Closing, |form| {
        form.later.day = today().date().to_string();
    });
    let text = pdf::text(&archived(&later, &form));
    assert!(
        text.contains("销户") && text.contains(&rest.line.balance.to_string()),
        "{text}"
    );
    sign(&later, &form, "2026-12-05").unwrap();
    let ended = agreement::show(
        &later,
        AgreementRef {
            number: first.line.number.clone(),
        },
    )
    .unwrap();
    assert_eq!(ended.line.state, AgreementState::Ended);
    assert_eq!(
        stock(&later, &first.line.number_400).state,
        NumberState::Closed
    );
}
