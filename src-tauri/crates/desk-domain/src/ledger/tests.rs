//! Signs, months, reversals, floors and the end of an account.

use super::*;
use crate::agreement::AgreementError;
use chrono::NaiveDate;
use proptest::prelude::*;

fn number() -> Number400 {
    Number400::parse("4001234567").unwrap()
}

fn at(text: &str) -> NaiveDateTime {
    format!("{text}T10:00:00").parse().unwrap()
}

fn month(text: &str) -> CalendarMonth {
    CalendarMonth::parse(text).unwrap()
}

fn fen(fen: i64) -> Money {
    Money::from_fen(fen).unwrap()
}

fn entry(id: i64, day: &str, kind: EntryKind, amount: i64) -> Entry {
    let charged = kind.charges_month().then(|| month("2026-03"));
    EntryDraft::new(number(), at(day), charged, kind, fen(amount), "说明")
        .unwrap()
        .written_as(EntryId(id))
}

fn reversal(id: i64, of: &Entry, others: &[Entry]) -> Result<Entry, LedgerError> {
    EntryDraft::reversal_of(of, others, at("2026-05-02"), "记错号码")
        .map(|draft| draft.written_as(EntryId(id)))
}

#[test]
fn clause_4_1_7_the_balance_is_the_sum_of_the_entries() {
    let entries = [
        entry(1, "2026-03-12", EntryKind::FirstPayment, 48_000),
        entry(2, "2026-04-01", EntryKind::Calls, -360),
        entry(3, "2026-04-01", EntryKind::FunctionFee, -1_000),
    ];
    assert_eq!(balance(&entries), Ok(fen(46_640)));
    let left: Vec<i64> = running(&entries).unwrap().iter().map(|m| m.fen()).collect();
    assert_eq!(left, [48_000, 47_640, 46_640]);
    assert_eq!(verify(&entries), []);
}

#[test]
fn what_comes_in_is_positive_and_what_is_taken_is_negative() {
    let draft = |kind: EntryKind, amount| {
        let charged = kind.charges_month().then(|| month("2026-03"));
        EntryDraft::new(
            number(),
            at("2026-04-01"),
            charged,
            kind,
            fen(amount),
            "说明",
        )
    };
    for kind in EntryKind::ALL
        .into_iter()
        .filter(|k| *k != EntryKind::Reversal)
    {
        let comes_in = kind.is_payment() || kind == EntryKind::Credit;
        assert_eq!(draft(kind, 1).is_ok(), comes_in, "{kind:?}");
        assert_eq!(draft(kind, -1).is_ok(), !comes_in, "{kind:?}");
        assert!(matches!(draft(kind, 0), Err(LedgerError::Zero { .. })));
    }
    assert_eq!(
        draft(EntryKind::Reversal, 1),
        Err(LedgerError::NothingReversed)
    );
}

#[test]
fn only_the_charges_of_a_month_name_it_and_belong_to_its_statement() {
    let charge = |charged| {
        let kind = EntryKind::Calls;
        EntryDraft::new(number(), at("2026-04-02"), charged, kind, fen(-1), "")
    };
    assert!(matches!(
        charge(None),
        Err(LedgerError::MonthMissing { .. })
    ));
    let march = charge(Some(month("2026-03"))).unwrap();
    assert_eq!(march.statement_month(), month("2026-03"));
    let payment = |charged| {
        let kind = EntryKind::OtherPayment;
        EntryDraft::new(number(), at("2026-04-02"), charged, kind, fen(1), "")
    };
    assert!(matches!(
        payment(Some(month("2026-03"))),
        Err(LedgerError::MonthUnwanted { .. })
    ));
    let april = payment(None).unwrap();
    assert_eq!(april.statement_month(), month("2026-04"));
}

#[test]
fn clause_4_2_2_nothing_is_booked_into_a_closed_month() {
    let draft = |day| {
        let kind = EntryKind::OtherPayment;
        EntryDraft::new(number(), at(day), None, kind, fen(1), "").unwrap()
    };
    let closed = Some(month("2026-03"));
    assert_eq!(
        draft("2026-03-31").check_open(closed),
        Err(LedgerError::MonthClosed {
            month: month("2026-03")
        })
    );
    assert_eq!(draft("2026-04-01").check_open(closed), Ok(()));
    assert_eq!(draft("2026-03-31").check_open(None), Ok(()));
}

#[test]
fn a_mistake_is_taken_back_exactly_once_and_in_the_month_it_was_found() {
    let wrong = entry(1, "2026-03-12", EntryKind::OtherPayment, 10_000);
    let back = reversal(2, &wrong, std::slice::from_ref(&wrong)).unwrap();
    assert_eq!(back.amount, fen(-10_000));
    assert_eq!(back.statement_month(), month("2026-05"));
    let entries = [wrong.clone(), back.clone()];
    assert_eq!(balance(&entries), Ok(Money::ZERO));
    assert_eq!(verify(&entries), []);
    assert_eq!(
        reversal(3, &wrong, &entries),
        Err(LedgerError::ReversedTwice)
    );
    assert_eq!(
        reversal(3, &back, &entries),
        Err(LedgerError::ReversalOfReversal)
    );
}

#[test]
fn a_decision_needs_its_reason() {
    let wrong = entry(1, "2026-03-12", EntryKind::OtherPayment, 1);
    let blank = EntryDraft::reversal_of(&wrong, &[], at("2026-05-02"), "  ");
    assert_eq!(blank, Err(LedgerError::NoteMissing));
    let kind = EntryKind::Forfeiture;
    let novel = "由".repeat(201);
    let draft = |note| EntryDraft::new(number(), at("2026-05-02"), None, kind, fen(-1), note);
    assert_eq!(draft(""), Err(LedgerError::NoteMissing));
    assert!(matches!(draft(&novel), Err(LedgerError::NoteLength { .. })));
}

#[test]
fn an_account_that_was_tampered_with_is_found_unsound() {
    let paid = entry(1, "2026-03-12", EntryKind::FirstPayment, 48_000);
    let charged = entry(2, "2026-04-01", EntryKind::Calls, -360);
    let back = reversal(3, &charged, &[]).unwrap();
    let spoil = |change: fn(&mut [Entry])| {
        let mut entries = [paid.clone(), charged.clone(), back.clone()];
        change(&mut entries);
        verify(&entries)
            .into_iter()
            .map(|(id, fault)| (id.0, fault))
            .collect::<Vec<_>>()
    };
    assert_eq!(spoil(|_| ()), []);
    assert_eq!(
        spoil(|e| e[2].amount = e[2].amount.negated()),
        [(3, LedgerError::ReversalAmount)]
    );
    assert_eq!(
        spoil(|e| e[2].reverses = Some(EntryId(9))),
        [(3, LedgerError::NothingReversed)]
    );
    assert_eq!(
        spoil(|e| e[0].amount = e[0].amount.negated()),
        [(
            1,
            LedgerError::Sign {
                kind: "首次预存"
            }
        )]
    );
    assert_eq!(
        spoil(|e| e[2].number = Number400::parse("4007654321").unwrap()),
        [(3, LedgerError::NothingReversed)]
    );
}

#[test]
fn clause_4_2_8_the_floor_follows_from_the_renewals_that_stand() {
    let contract = Money::yuan(480);
    let paid = entry(1, "2026-03-12", EntryKind::FirstPayment, 96_000);
    assert_eq!(floor_of(contract, std::slice::from_ref(&paid)), contract);
    let wrong = entry(2, "2026-04-01", EntryKind::Renewal, 90_000);
    let back = reversal(3, &wrong, &[]).unwrap();
    let first = entry(4, "2026-05-03", EntryKind::Renewal, 60_000);
    let later = entry(5, "2026-06-03", EntryKind::Renewal, 80_000);
    let entries = [paid, wrong, back, first, later];
    assert_eq!(floor_of(contract, &entries[..2]), Money::yuan(900));
    assert_eq!(floor_of(contract, &entries[..3]), contract, "taken back");
    assert_eq!(floor_of(contract, &entries), Money::yuan(600), "the first");
}

#[test]
fn clause_4_2_8_a_manager_lets_a_lower_renewal_through_with_a_reason() {
    let (floor, offered) = (Money::yuan(480), Money::yuan(400));
    let refused = Err(AgreementError::RenewalBelowFloor { floor, offered });
    assert_eq!(check_renewal_payment(floor, offered, None), refused);
    assert_eq!(check_renewal_payment(floor, offered, Some(" ")), refused);
    assert_eq!(
        check_renewal_payment(floor, offered, Some("老客户")),
        Ok(())
    );
    assert_eq!(check_renewal_payment(floor, floor, None), Ok(()));
}

#[test]
fn clause_5_1_a_number_is_closed_when_everything_is_settled() {
    let account = |charged: &str, balance: i64| {
        check_closing(&Settlement {
            closed: NaiveDate::from_ymd_opt(2026, 5, 12).unwrap(),
            charged_through: Some(month(charged)),
            balance: fen(balance),
        })
    };
    assert_eq!(
        account("2026-04", 0),
        Err(LedgerError::LastMonthOpen {
            month: month("2026-05")
        })
    );
    assert_eq!(
        account("2026-05", -1),
        Err(LedgerError::StillOwed { owed: fen(1) })
    );
    let balance = fen(1);
    assert_eq!(
        account("2026-05", 1),
        Err(LedgerError::RestUndecided { balance })
    );
    assert_eq!(account("2026-05", 0), Ok(()));
}

#[test]
fn an_account_is_handed_over_when_nothing_is_owed_frozen_or_uncharged() {
    let account = Handover {
        day: "2026-12-01".parse().unwrap(),
        charged_through: Some(month("2026-11")),
        balance: fen(100),
        frozen: false,
        refunded: true,
    };
    assert_eq!(check_handover(&account), []);
    let late = Handover {
        day: "2026-11-30".parse().unwrap(),
        ..account
    };
    let november = month("2026-11");
    assert_eq!(
        check_handover(&late),
        [LedgerError::HandoverMonthClosed { month: november }]
    );
    let early = Handover {
        charged_through: Some(month("2026-10")),
        ..account
    };
    assert_eq!(
        check_handover(&early),
        [LedgerError::HandoverNotCharged { month: november }]
    );
    let moved = Handover {
        refunded: false,
        frozen: true,
        balance: fen(-1),
        ..early
    };
    let owed = LedgerError::HandoverOwed { owed: fen(1) };
    assert_eq!(
        check_handover(&moved),
        [LedgerError::HandoverFrozen, owed],
        "the debt goes along, the frozen money to nobody"
    );
}

#[test]
fn clause_4_1_4_a_frozen_balance_is_forfeited_but_not_refunded() {
    let (balance, all) = (fen(500), fen(500));
    assert_eq!(
        check_withdrawal(balance, all, true, true),
        Err(LedgerError::Frozen)
    );
    assert_eq!(check_withdrawal(balance, all, true, false), Ok(()));
    assert_eq!(check_withdrawal(balance, all, false, true), Ok(()));
    let amount = fen(501);
    assert_eq!(
        check_withdrawal(balance, amount, false, true),
        Err(LedgerError::AboveBalance { amount, balance })
    );
}

proptest! {
    #[test]
    fn the_balance_does_not_depend_on_the_order(
        amounts in prop::collection::vec(1..1_000_000_i64, 1..40),
        shift in 0..40_usize,
    ) {
        let mut entries: Vec<Entry> = amounts
            .iter()
            .zip(1..)
            .map(|(amount, id)| match amount % 3 {
                0 => entry(id, "2026-03-12", EntryKind::OtherPayment, *amount),
                1 => entry(id, "2026-04-01", EntryKind::Calls, -amount),
                _ => entry(id, "2026-04-02", EntryKind::Credit, *amount),
            })
            .collect();
        let sum = balance(&entries);
        prop_assert_eq!(running(&entries).unwrap().last().copied(), sum.clone().ok());
        let shift = shift % entries.len();
        entries.rotate_left(shift);
        prop_assert_eq!(balance(&entries), sum);
    }
}
