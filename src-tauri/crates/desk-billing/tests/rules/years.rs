//! Properties of whole years: the statements are a chain, the chain is the
//! ledger, and the order in which calls were read makes no difference.

use crate::year::{Account, Event, calls, plan, run};
use desk_billing::{CallSum, by_type, rate};
use desk_domain::Money;
use desk_domain::ledger::{balance, verify};
use desk_domain::tariff::{Increment, PartMonth};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn events() -> impl Strategy<Value = (u32, Event)> {
    let event = prop_oneof![
        6 => (0..86_400_u32, 0..7_200_u32, any::<bool>()).prop_map(|(second, seconds, mobile)| {
            Event::Call { second, seconds, mobile }
        }),
        2 => (1..100_000_i64).prop_map(Event::Payment),
        1 => (1..10_000_i64).prop_map(Event::Credit),
        1 => Just(Event::Mistake),
    ];
    (0..365_u32, event)
}

fn accounts() -> impl Strategy<Value = Account> {
    let opened = (0..730_i64).prop_map(|days| {
        chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::TimeDelta::days(days)
    });
    (
        opened,
        1..=12_u32,
        0..10_000_i64,
        prop::sample::select(PartMonth::ALL.to_vec()),
        prop::sample::select(Increment::ALL.to_vec()),
        prop::collection::vec(events(), 0..60),
    )
        .prop_map(
            |(opened, months, minimum, policy, increment, events)| Account {
                opened,
                months,
                minimum,
                policy,
                increment,
                events,
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn clause_4_1_7_the_chain_of_statements_is_the_ledger(account in accounts()) {
        let year = run(&account);
        let mut opening = Money::ZERO;
        for statement in &year.statements {
            prop_assert_eq!(statement.total.opening, opening, "no gap between months");
            prop_assert_eq!(statement.total.holds(), Ok(true));
            opening = statement.total.closing;
        }
        prop_assert_eq!(balance(&year.ledger), Ok(opening));
        prop_assert_eq!(verify(&year.ledger), Vec::new());
    }

    #[test]
    fn clause_4_2_9_no_whole_month_is_charged_less_than_its_minimum(account in accounts()) {
        let year = run(&account);
        let minimum = Money::from_fen(account.minimum).unwrap();
        for statement in year.statements.iter().skip(1) {
            let total = statement.total;
            prop_assert!(total.calls.checked_add(total.top_up).unwrap() >= minimum);
            prop_assert!(total.top_up.is_zero() || total.calls < minimum);
        }
    }

    #[test]
    fn any_order_and_overlap_of_the_same_calls_gives_the_same_charges(
        account in accounts(),
        shift in 0..60_usize,
        again in 0..60_usize,
    ) {
        let plan = plan(&account);
        let first = calls(&account);
        // A second export: in another order, and some calls once more.
        let mut second = first.clone();
        second.extend(first.iter().take(again).cloned());
        let shift = shift % second.len().max(1);
        second.rotate_left(shift);
        second.reverse();
        let charged = |records: &[desk_domain::call::CallRecord]| {
            let mut seen = BTreeSet::new();
            let rated: Vec<_> = records
                .iter()
                .filter(|call| seen.insert(call.identity()))
                .map(|call| rate(call, &plan).unwrap())
                .collect();
            (CallSum::of(&rated), by_type(&rated))
        };
        // Two different calls of one second are one by identity: only the
        // first export decides which, so it is made free of them beforehand.
        let mut seen = BTreeSet::new();
        prop_assume!(first.iter().all(|call| seen.insert(call.identity())));
        prop_assert_eq!(charged(&first), charged(&second));
    }

    #[test]
    fn the_same_year_run_again_gives_the_same_statements(account in accounts()) {
        prop_assert_eq!(run(&account).statements, run(&account).statements);
    }
}
