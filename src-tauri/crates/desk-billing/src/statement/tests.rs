//! The equation, and the statements that must not be.

use super::*;
use crate::sample::{call, day, fen, month, number, plan, statement_input};
use desk_domain::ledger::{EntryDraft, EntryId};

fn addressee() -> Addressee {
    Addressee {
        name: "郑州示例商贸有限公司".to_owned(),
        code: "91350100M000100Y43".to_owned(),
    }
}

fn build(accounts: Vec<AccountInput>) -> Result<Statement, StatementError> {
    Statement::build(addressee(), month("2026-04"), accounts)
}

#[test]
fn clause_4_2_9_a_statement_shows_calls_minimum_and_top_up() {
    let statement = build(vec![statement_input()]).unwrap();
    let account = &statement.accounts[0];
    let Equation {
        opening,
        payments,
        calls,
        top_up,
        fees,
        corrections,
        closing,
    } = account.equation;
    assert_eq!((opening, payments), (fen(47_640), fen(50_000)));
    assert_eq!((calls, top_up, fees), (fen(36), fen(3_964), fen(1_000)));
    assert_eq!((corrections, closing), (fen(500), fen(93_140)));
    assert_eq!(account.minimum, Money::yuan(40));
    assert_eq!(account.equation.holds(), Ok(true));
    assert_eq!(statement.total, account.equation);
    assert_eq!(account.shown, "400-123-4567");
}

#[test]
fn the_calls_of_a_statement_are_summed_by_type_and_sorted_by_their_start() {
    let statement = build(vec![statement_input()]).unwrap();
    let account = &statement.accounts[0];
    let started: Vec<_> = account.calls.iter().map(|line| line.call.started).collect();
    assert!(started.is_sorted());
    let types: Vec<_> = account
        .types
        .iter()
        .map(|t| {
            (
                t.leg.chinese(),
                t.class.chinese(),
                t.sum.calls,
                t.sum.minutes,
            )
        })
        .collect();
    assert_eq!(
        types,
        [("固话", "市话", 2, 2), ("手机", "市话", 1, 1)],
        "an unanswered call is a call of no minutes"
    );
}

#[test]
fn clause_4_1_6_each_call_has_its_own_last_day_for_a_dispute() {
    let statement = build(vec![statement_input()]).unwrap();
    let days = statement.disputes.unwrap();
    assert_eq!(days.first, day("2026-07-03"));
    assert_eq!(days.last, day("2026-07-30"));
    let mut silent = statement_input();
    silent.calls.clear();
    silent
        .entries
        .retain(|entry| entry.kind != EntryKind::Calls);
    silent.closing = fen(93_176);
    assert_eq!(build(vec![silent]).unwrap().disputes, None);
}

#[test]
fn a_statement_whose_calls_are_not_what_was_charged_is_refused() {
    let mut short = statement_input();
    short.calls.remove(0);
    assert!(matches!(
        build(vec![short]),
        Err(StatementError::CallsDiffer { .. })
    ));
}

#[test]
fn a_statement_that_does_not_lead_to_the_ledgers_balance_is_refused() {
    let mut off = statement_input();
    off.closing = fen(93_141);
    assert_eq!(
        build(vec![off]),
        Err(StatementError::BalanceDiffers {
            number: number(),
            computed: fen(93_140),
            recorded: fen(93_141),
        })
    );
}

#[test]
fn clause_4_2_2_an_entry_of_another_month_is_not_shown_in_this_one() {
    let mut foreign = statement_input();
    let on = "2026-05-01T00:00:00".parse().unwrap();
    let draft = EntryDraft::new(number(), on, None, EntryKind::OtherPayment, fen(1), "");
    foreign.entries.push(draft.unwrap().written_as(EntryId(9)));
    assert!(matches!(
        build(vec![foreign]),
        Err(StatementError::EntryElsewhere { .. })
    ));
}

#[test]
fn several_numbers_of_a_customer_are_summed_term_by_term() {
    let mut other = statement_input();
    other.number = Number400::parse("4007654321").unwrap();
    for entry in &mut other.entries {
        entry.number = other.number.clone();
    }
    let statement = build(vec![statement_input(), other]).unwrap();
    assert_eq!(statement.total.closing, fen(2 * 93_140));
    assert_eq!(statement.total.holds(), Ok(true));
}

#[test]
fn a_line_says_how_its_charge_was_reached() {
    let call = call("2026-04-02T09:00:00", 61);
    let rated = crate::rate(&call, &plan()).unwrap();
    let json = serde_json::to_value(CallLine { call, rated }).unwrap();
    assert_eq!(json["rated"]["version"], "2026-01-01");
    assert_eq!(json["rated"]["increments"], 2);
    assert_eq!(json["rated"]["charge"], 2_400);
}
