//! Citizen numbers against ISO 7064 by its recursion.

use super::*;
use proptest::prelude::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn the_example_of_the_standard_is_valid() {
    let id = CitizenId::parse("11010519491231002x").unwrap();
    assert_eq!(id.as_str(), "11010519491231002X");
    assert_eq!((id.birth(), id.sex()), (day(1949, 12, 31), Sex::Female));
    assert!(id.warnings().is_empty());
}

#[test]
fn a_day_that_never_was_is_refused_although_the_sum_fits() {
    let error = CitizenIdError::BirthDate {
        date: "19000229".to_owned(),
    };
    assert_eq!(CitizenId::parse("110101190002290011"), Err(error));
}

#[test]
fn a_wrong_check_digit_says_which_one_is_right() {
    let error = CitizenIdError::CheckDigit {
        expected: 'X',
        found: '1',
    };
    assert_eq!(CitizenId::parse("110105194912310021"), Err(error));
}

#[test]
fn x_stands_only_at_the_end() {
    let error = CitizenIdError::Character {
        position: 17,
        found: 'X',
    };
    assert_eq!(CitizenId::parse("1101051949123100X2"), Err(error));
}

#[test]
fn numbers_of_other_cards_are_told_apart() {
    assert_eq!(
        CitizenId::parse("110105491231002"),
        Err(CitizenIdError::FirstGeneration)
    );
    let foreign = CitizenId::parse("932682198501010017");
    assert_eq!(foreign, Err(CitizenIdError::PermanentResident));
    let permit = CitizenId::parse("810000199408230021").unwrap();
    assert_eq!(permit.warnings(), [Warning::CitizenOnPermit]);
}

#[test]
fn age_counts_whole_years_and_is_none_before_birth() {
    let id = CitizenId::parse("11010519491231002X").unwrap();
    assert_eq!(id.age_at(day(1965, 12, 30)), Some(15));
    assert_eq!(id.age_at(day(1965, 12, 31)), Some(16));
    assert_eq!(id.age_at(day(1949, 12, 30)), None);
}

#[test]
fn debug_output_is_masked() {
    let shown = format!("{:?}", CitizenId::parse("11010519491231002X").unwrap());
    assert_eq!(shown, r#"CitizenId("1101**********002X")"#);
}

#[test]
fn an_unknown_region_warns_and_does_not_refuse() {
    let id = CitizenId::parse(&with_check("66010519900307001")).unwrap();
    assert_eq!(
        id.warnings(),
        [Warning::Region {
            region: "66".to_owned()
        }]
    );
}

/// ISO 7064 MOD 11-2 by its own recursion instead of the weight table:
/// add each digit, double, and look for the last digit that leaves 1.
fn with_check(first_seventeen: &str) -> String {
    let carried = first_seventeen.bytes().fold(0_u32, |carried, digit| {
        (carried + u32::from(digit - b'0')) * 2 % 11
    });
    let check = (0..11).find(|last| (carried + last) % 11 == 1).unwrap();
    let check = if check == 10 {
        "X".to_owned()
    } else {
        check.to_string()
    };
    format!("{first_seventeen}{check}")
}

prop_compose! {
    fn body()(
        region in "[1-6][1-5][0-9]{4}", days in 0_i64..40_000, sequence in "[0-9]{3}",
    ) -> String {
        let birth = day(1900, 1, 1) + chrono::TimeDelta::days(days);
        format!("{region}{}{sequence}", birth.format("%Y%m%d"))
    }
}

proptest! {
    #[test]
    fn exactly_one_check_digit_fits(body in body()) {
        let valid: Vec<String> = "0123456789X"
            .chars()
            .map(|last| format!("{body}{last}"))
            .filter(|text| CitizenId::parse(text).is_ok())
            .collect();
        prop_assert_eq!(valid, [with_check(&body)]);
    }

    #[test]
    fn one_wrong_digit_never_passes(body in body(), at in 0_usize..18, other in "[0-9X]") {
        let right = with_check(&body);
        let mut wrong = right.clone();
        wrong.replace_range(at..=at, &other);
        prop_assume!(wrong != right);
        prop_assert!(CitizenId::parse(&wrong).is_err());
    }

    #[test]
    fn two_neighbours_swapped_never_pass(body in body(), at in 0_usize..17) {
        let right = with_check(&body);
        let mut places: Vec<char> = right.chars().collect();
        places.swap(at, at + 1);
        let wrong: String = places.into_iter().collect();
        prop_assume!(wrong != right);
        prop_assert!(CitizenId::parse(&wrong).is_err());
    }

    #[test]
    fn errors_never_carry_the_number(body in body()) {
        let right = with_check(&body);
        for text in [format!("{right}0"), format!("{body}A"), format!("{body}5")] {
            if let Err(error) = CitizenId::parse(&text) {
                prop_assert!(!error.to_string().contains(&body[..10]));
            }
        }
    }
}
