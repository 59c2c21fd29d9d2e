//! Credit codes against a check derived another way.

use super::*;
use proptest::prelude::*;

#[test]
fn the_examples_of_the_standard_are_valid() {
    for code in ["91350100M000100Y43", "914403001922038216"] {
        assert_eq!(Uscc::parse(code).map(String::from).as_deref(), Ok(code));
    }
}

#[test]
fn a_letter_outside_the_set_is_named_with_its_place() {
    let error = UsccError::Character {
        position: 18,
        found: 'Z',
    };
    assert_eq!(Uscc::parse("91350100M000100Y4Z"), Err(error));
}

#[test]
fn a_wrong_check_character_says_which_one_is_right() {
    let error = UsccError::CheckDigit {
        expected: '3',
        found: '4',
    };
    assert_eq!(Uscc::parse("91350100M000100Y44"), Err(error));
}

#[test]
fn the_first_character_is_not_always_nine() {
    let public_body = with_check("1210000040000624X");
    assert!(Uscc::parse(&public_body).is_ok_and(|code| code.region() == "100000"));
}

#[test]
fn zeros_pass_the_sum_and_are_refused() {
    assert_eq!(Uscc::parse("000000000000000000"), Err(UsccError::FirstZero));
}

#[test]
fn letters_in_the_region_are_refused() {
    let error = UsccError::RegionDigit {
        position: 3,
        found: 'A',
    };
    assert_eq!(Uscc::parse("91A50100M000100Y43"), Err(error));
}

#[test]
fn typing_habits_are_forgiven() {
    for raw in [
        " 91350100m000100y43 ",
        "９１３５０１００Ｍ０００１００Ｙ４３",
        "91350100-M000100Y4-3",
    ] {
        assert!(Uscc::parse(raw).is_ok_and(|code| code.as_str() == "91350100M000100Y43"));
    }
}

#[test]
fn the_older_organisation_check_is_a_second_signal_only() {
    assert!(Uscc::parse("91350100M000100Y43").is_ok_and(|code| code.warnings().is_empty()));
    let odd = with_check("91350100M000100Y5");
    let expected = vec![Warning::UsccOrganisation {
        expected: '4',
        found: '5',
    }];
    assert_eq!(Uscc::parse(&odd).map(|code| code.warnings()), Ok(expected));
}

#[test]
fn an_unknown_region_warns_and_does_not_refuse() {
    let code = with_check("91990100M000100Y4");
    let warnings = Uscc::parse(&code)
        .map(|code| code.warnings())
        .unwrap_or_default();
    assert_eq!(
        warnings,
        [Warning::Region {
            region: "99".to_owned()
        }]
    );
}

/// The check character by the definition read backwards: the one that
/// makes the weighted sum, taken exactly and by Horner's rule, divisible by 31.
fn with_check(first_seventeen: &str) -> String {
    let sum = first_seventeen.chars().rev().fold(0_u128, |sum, c| {
        sum * 3 + CHARACTERS.find(c).map_or(0, |at| at as u128)
    });
    let check = (0..31)
        .find(|v| (sum + *v as u128).is_multiple_of(31))
        .unwrap_or(0);
    format!("{first_seventeen}{}", &CHARACTERS[check..=check])
}

prop_compose! {
    fn body()(
        head in "[1-9ANY][1-9]", region in "[0-9]{6}", rest in "[0-9A-HJ-NP-RTUWXY]{9}",
    ) -> String {
        head + &region + &rest
    }
}

proptest! {
    #[test]
    fn exactly_one_check_character_fits(body in body()) {
        let valid: Vec<String> = CHARACTERS
            .chars()
            .map(|c| format!("{body}{c}"))
            .filter(|code| Uscc::parse(code).is_ok())
            .collect();
        prop_assert_eq!(valid, [with_check(&body)]);
    }

    #[test]
    fn one_wrong_character_never_passes(
        body in body(), at in 0_usize..18, other in "[0-9A-HJ-NP-RTUWXY]",
    ) {
        let right = with_check(&body);
        let mut wrong = right.clone();
        wrong.replace_range(at..=at, &other);
        prop_assume!(wrong != right);
        prop_assert!(Uscc::parse(&wrong).is_err());
    }

    #[test]
    fn two_neighbours_swapped_never_pass(body in body(), at in 0_usize..17) {
        let right = with_check(&body);
        let mut places: Vec<char> = right.chars().collect();
        places.swap(at, at + 1);
        let wrong: String = places.into_iter().collect();
        prop_assume!(wrong != right);
        prop_assert!(Uscc::parse(&wrong).is_err());
    }

    #[test]
    fn no_text_makes_it_panic(raw in "\\PC{0,40}") {
        let _ = Uscc::parse(&raw);
    }
}
