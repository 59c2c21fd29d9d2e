//! Carriers by prefix, and the ways of a number between its states.

use super::NumberState::{Closed, Free, InUse, Reserved, Returned, Suspended};
use super::*;
use proptest::prelude::*;

fn number(text: &str) -> Number400 {
    Number400::parse(text).unwrap()
}

#[test]
fn clause_1_the_carrier_follows_from_the_prefix() {
    let table = CarrierTable::default();
    for (text, carrier) in [
        ("4000123456", Some(Carrier::Unicom)),
        ("4006123456", Some(Carrier::Unicom)),
        ("4001123456", Some(Carrier::Mobile)),
        ("4007123456", Some(Carrier::Mobile)),
        ("4008123456", Some(Carrier::Telecom)),
        ("4009123456", Some(Carrier::Telecom)),
        ("4005123456", None),
    ] {
        assert_eq!(table.carrier_of(&number(text)), carrier, "{text}");
    }
    let expected = [Warning::Number400Carrier {
        prefix: "4005".to_owned(),
    }];
    assert_eq!(table.warnings(&number("4005123456")), expected);
}

#[test]
fn a_longer_prefix_in_the_table_wins() {
    let mut rows: BTreeMap<String, Carrier> = CarrierTable::default().into();
    rows.insert("40088".to_owned(), Carrier::Mobile);
    let table = CarrierTable::new(rows).unwrap();
    assert_eq!(
        table.carrier_of(&number("4008812345")),
        Some(Carrier::Mobile)
    );
    assert_eq!(
        table.carrier_of(&number("4008712345")),
        Some(Carrier::Telecom)
    );
}

#[test]
fn a_table_of_other_prefixes_is_refused() {
    for prefix in ["400", "8008", "4008x", "40081234567"] {
        let rows = BTreeMap::from([(prefix.to_owned(), Carrier::Mobile)]);
        assert!(CarrierTable::new(rows).is_err(), "{prefix}");
    }
}

#[test]
fn a_number_in_use_is_freed_only_by_closing() {
    for held in [InUse, Suspended] {
        assert!(held.into_state(Free).is_err());
        assert!(held.into_state(Reserved).is_err());
        assert!(held.into_state(Returned).is_err());
        assert_eq!(held.into_state(Closed), Ok(Closed));
    }
    let error = StockError::Step {
        from: "空闲",
        to: "在用",
    };
    assert_eq!(Free.into_state(InUse), Err(error));
}

#[test]
fn a_closed_number_cools_before_it_is_sold_again() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let error = StockError::Cooling {
        until: day("2026-11-30"),
    };
    assert_eq!(cooled(day("2026-08-31"), 3, day("2026-11-29")), Err(error));
    assert_eq!(cooled(day("2026-08-31"), 3, day("2026-11-30")), Ok(()));
}

proptest! {
    #[test]
    fn every_path_into_use_passes_a_reservation(steps in prop::collection::vec(0_usize..6, 0..40)) {
        let mut state = Free;
        let mut reserved = false;
        for next in steps.into_iter().map(|i| NumberState::ALL[i]) {
            if let Ok(entered) = state.into_state(next) {
                prop_assert!(!(state == Free && entered == InUse));
                reserved = match entered {
                    Reserved => true,
                    InUse | Suspended => reserved,
                    Free | Closed | Returned => false,
                };
                prop_assert!(reserved || !matches!(entered, InUse | Suspended));
                state = entered;
            }
        }
    }
}
