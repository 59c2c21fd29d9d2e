//! Landlines as imports bring them.

use super::*;
use proptest::prelude::*;

fn canonical(raw: &str) -> Result<String, LandlineError> {
    Landline::parse(raw).map(String::from)
}

#[test]
fn imports_are_read_whatever_they_put_around_the_number() {
    for raw in [
        "0371-65650000",
        "037165650000",
        "(0371) 6565 0000",
        "（０３７１）６５６５００００",
        "+86 371 6565 0000",
        "+86(0371)65650000",
        "0086-371-65650000",
    ] {
        assert_eq!(canonical(raw).as_deref(), Ok("0371-65650000"), "{raw}");
    }
}

#[test]
fn short_area_codes_have_eight_local_digits() {
    assert_eq!(canonical("01065650000").as_deref(), Ok("010-65650000"));
    assert_eq!(canonical("021 6565 0000").as_deref(), Ok("021-65650000"));
    let error = Landline::parse("010-6565000").unwrap_err();
    assert!(matches!(
        error,
        LandlineError::LocalLength {
            expected: "8",
            found: 7,
            ..
        }
    ));
}

#[test]
fn other_area_codes_have_seven_or_eight_but_zhengzhou_eight() {
    assert_eq!(canonical("0992-3650000").as_deref(), Ok("0992-3650000"));
    assert_eq!(canonical("0992-33650000").as_deref(), Ok("0992-33650000"));
    let error = Landline::parse("0371-6565000").unwrap_err();
    assert!(matches!(
        error,
        LandlineError::LocalLength {
            expected: "8",
            found: 7,
            ..
        }
    ));
}

#[test]
fn extensions_are_kept_apart() {
    for raw in [
        "0371-65650000-801",
        "0371-65650000转801",
        "037165650000 ext. 801",
        "0371 65650000 分机：801",
    ] {
        let landline = Landline::parse(raw).unwrap();
        assert_eq!(landline.as_str(), "0371-65650000-801", "{raw}");
        assert_eq!(
            (landline.local(), landline.extension()),
            ("65650000", Some("801"))
        );
        assert_eq!(landline.digits(), "037165650000");
    }
    assert_eq!(Landline::parse("0371-6565-0000").unwrap().extension(), None);
}

#[test]
fn numbers_of_other_fields_are_told_apart() {
    assert_eq!(Landline::parse("65650000"), Err(LandlineError::NoAreaCode));
    assert_eq!(Landline::parse("13800138000"), Err(LandlineError::Mobile));
    assert_eq!(
        Landline::parse("400-123-4567"),
        Err(LandlineError::ServiceNumber)
    );
    let error = LandlineError::AreaCode {
        area: "013".to_owned(),
    };
    assert_eq!(Landline::parse("013800138000"), Err(error));
}

#[test]
fn local_numbers_begin_with_two_or_more() {
    let error = LandlineError::LocalFirstDigit { found: '1' };
    assert_eq!(Landline::parse("0371-15650000"), Err(error));
    let landline = Landline::parse("0371-95650000").unwrap();
    assert_eq!(landline.warnings(), [Warning::LandlineFirstDigit]);
}

proptest! {
    #[test]
    fn the_canonical_form_reads_as_itself(
        text in "(010|02[0-57-9])-[2-8][0-9]{7}|0[3-9][1-9][2-9]-[2-8][0-9]{7}(-[1-9][0-9]{0,5})?",
    ) {
        prop_assert_eq!(canonical(&text), Ok(text.clone()));
        prop_assert_eq!(canonical(&text.replacen('-', "", 1)), Ok(text));
    }

    #[test]
    fn no_text_makes_it_panic(raw in "\\PC{0,30}|[-+0-9转# ]{0,30}") {
        let _ = Landline::parse(&raw).map(|l| (l.digits(), l.warnings(), l.extension().map(str::len)));
    }
}
