//! Holds the refusals of this crate against their sentences.

use chrono::NaiveDate;
use desk_billing::{ExportError, RatingError, StatementError};
use desk_domain::identifier::Number400;
use desk_domain::period::CalendarMonth;
use desk_domain::{Money, Refusal};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn every_refusal_of_rating_and_statements_has_its_sentence() {
    let json = include_str!("../../../../../assets/wording/statement.json");
    let sentences: BTreeMap<String, String> = serde_json::from_str(json).unwrap();
    let mut used = BTreeSet::new();
    for refusal in refusals() {
        let code = refusal.code();
        let sentence = sentences
            .get(code)
            .unwrap_or_else(|| panic!("no sentence for {code}"));
        assert!(sentence.ends_with('。'), "{code} ends with a full stop");
        let filled = refusal
            .details()
            .into_iter()
            .fold(sentence.clone(), |text, (name, value)| {
                text.replace(&format!("{{{name}}}"), &value)
            });
        assert!(!filled.contains('{'), "{code}: {filled}");
        used.insert(code);
    }
    let unused: Vec<_> = sentences
        .keys()
        .filter(|code| !used.contains(code.as_str()))
        .collect();
    assert!(unused.is_empty(), "sentences without a refusal: {unused:?}");
}

fn refusals() -> Vec<Box<dyn Refusal>> {
    let number = Number400::parse("4001234567").unwrap();
    let amount = Money::yuan(1);
    vec![
        Box::new(RatingError::RateNotDivisible),
        Box::new(RatingError::NoVersion {
            day: NaiveDate::MIN,
        }),
        Box::new(RatingError::NoRate {
            leg: "国际",
            class: "长途",
        }),
        Box::new(StatementError::EntryElsewhere {
            number: number.clone(),
            month: CalendarMonth::parse("2026-03").unwrap(),
        }),
        Box::new(StatementError::CallsDiffer {
            number: number.clone(),
            lines: amount,
            charged: amount,
        }),
        Box::new(StatementError::BalanceDiffers {
            number,
            computed: amount,
            recorded: amount,
        }),
        Box::new(ExportError::Rows(String::new())),
    ]
}
