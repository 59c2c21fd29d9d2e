//! Holds the codes of this module against the wording.

use super::{CallsError, Doubt, Meaning, Reason};
use desk_domain::Refusal;
use std::collections::{BTreeMap, BTreeSet};

fn every() -> Vec<Box<dyn Refusal>> {
    let column = String::new;
    let files = [
        CallsError::Unreadable(std::io::ErrorKind::NotFound),
        CallsError::Empty,
        CallsError::TooLarge { bytes: 1, limit: 1 },
        CallsError::KindRefused(""),
        CallsError::NotATable,
        CallsError::Damaged(String::new()),
        CallsError::NeedsPassword,
        CallsError::TooHeavy,
        CallsError::RowTooLong { row: 1, limit: 1 },
        CallsError::TooManyColumns { row: 1, limit: 1 },
        CallsError::CellTooLong { row: 1, limit: 1 },
        CallsError::TooManyRows { limit: 1 },
        CallsError::TooManySheets { limit: 1 },
        CallsError::TooDeep { limit: 1 },
        CallsError::NoTable,
        CallsError::HeadsNotFound,
        CallsError::LayoutLacks(Meaning::Start),
        CallsError::LayoutDoubles(Meaning::Start),
        CallsError::Cancelled,
    ];
    let rows = [
        Reason::TooFewCells {
            found: 1,
            expected: 1,
        },
        Reason::TooManyCells {
            found: 1,
            expected: 1,
        },
        Reason::UnclosedQuote,
        Reason::NumberMissing { column: column() },
        Reason::DigitsLost { column: column() },
        Reason::MissingDigits { column: column() },
        Reason::BadNumber { column: column() },
        Reason::NotA400 { column: column() },
        Reason::UnknownNumber,
        Reason::TimeMissing { column: column() },
        Reason::BadTime { column: column() },
        Reason::DurationMissing { column: column() },
        Reason::BadDuration { column: column() },
        Reason::DurationTooLong,
        Reason::EndBeforeStart,
        Reason::DurationContradicts {
            seconds: 1,
            span: 1,
        },
        Reason::UnansweredWithDuration { seconds: 1 },
        Reason::BadFee { column: column() },
    ];
    let doubts = [
        Doubt::NoHeads,
        Doubt::ColumnMissing {
            meaning: Meaning::Start,
        },
        Doubt::ColumnUnsure {
            column: column(),
            meaning: Meaning::Start,
        },
        Doubt::DurationUnitAssumed,
        Doubt::FeeUnitAssumed,
        Doubt::OnlyBilledDuration,
        Doubt::RowsUnread { rows: 1, of: 1 },
        Doubt::OtherSheets { count: 1 },
        Doubt::TextDamaged,
        Doubt::TimesWithoutSeconds,
        Doubt::AllAtMidnight,
    ];
    let mut all: Vec<Box<dyn Refusal>> = Vec::new();
    all.extend(files.map(|refusal| Box::new(refusal) as Box<dyn Refusal>));
    all.extend(rows.map(|reason| Box::new(reason) as Box<dyn Refusal>));
    all.extend(doubts.map(|doubt| Box::new(doubt) as Box<dyn Refusal>));
    all
}

#[test]
fn every_code_has_its_sentence_and_every_sentence_its_code() {
    let json = include_str!("../../../../../assets/wording/calls.json");
    let sentences: BTreeMap<String, String> = serde_json::from_str(json).unwrap();
    let mut codes = BTreeSet::new();
    for refusal in every() {
        let code = refusal.code();
        assert!(codes.insert(code), "{code} is used twice");
        let sentence = sentences
            .get(code)
            .unwrap_or_else(|| panic!("no sentence for {code}"));
        assert!(sentence.ends_with('。'), "{code} ends with a full stop");
        let given: BTreeSet<&str> = refusal.details().iter().map(|(name, _)| *name).collect();
        for part in sentence.split('{').skip(1) {
            let name = part.split('}').next().unwrap_or_default();
            assert!(given.contains(name), "{code}: nothing is given for {name}");
        }
    }
    let unused: Vec<_> = sentences
        .keys()
        .filter(|key| !codes.contains(key.as_str()))
        .collect();
    assert!(unused.is_empty(), "sentences without a code: {unused:?}");
}
