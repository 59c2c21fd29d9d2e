//! Amounts as people write them, their bounds, and what is refused.

use super::*;
use proptest::prelude::*;

fn fen(raw: &str) -> Result<i64, MoneyError> {
    Money::parse(raw).map(Money::fen)
}

#[test]
fn amounts_are_read_as_people_write_them() {
    for (raw, expected) in [
        ("1409.5", 140_950),
        ("1,409.50", 140_950),
        ("￥1409.5", 140_950),
        ("¥ 1,409.50 元", 140_950),
        ("１，４０９．５０", 140_950),
        ("1409。5", 140_950),
        ("人民币1409.50元", 140_950),
        ("0", 0),
        ("0.05", 5),
        ("1409.500", 140_950),
        ("007", 700),
        ("100,000,000,000", 10_000_000_000_000),
    ] {
        assert_eq!(fen(raw), Ok(expected), "{raw}");
    }
}

#[test]
fn parts_of_a_fen_are_refused() {
    assert_eq!(fen("1.005"), Err(MoneyError::Decimals { allowed: 2 }));
}

#[test]
fn doubtful_forms_are_refused() {
    for raw in [
        "1,5", "1,40,9", "1409,500", ",100", "1..5", "1.", ".5", "1.2.3", "--5", "1-2",
    ] {
        assert_eq!(Money::parse_signed(raw), Err(MoneyError::Form), "{raw}");
    }
    assert_eq!(fen("12e3"), Err(MoneyError::Character { found: 'e' }));
    assert_eq!(fen("壹佰"), Err(MoneyError::Character { found: '壹' }));
    assert_eq!(fen(" "), Err(MoneyError::Empty));
    assert_eq!(fen("￥"), Err(MoneyError::Empty));
}

#[test]
fn negative_amounts_come_only_by_their_own_constructors() {
    assert_eq!(Money::parse("-5"), Err(MoneyError::Negative));
    assert_eq!(Money::parse_signed("-5").map(Money::fen), Ok(-500));
    assert_eq!(
        Money::parse_signed("−1,000.50").map(Money::fen),
        Ok(-100_050)
    );
    assert_eq!(Money::yuan(5).negated().fen(), -500);
}

#[test]
fn no_amount_leaves_the_bounds() {
    assert_eq!(fen("100,000,000,000.01"), Err(MoneyError::OutOfBounds));
    assert_eq!(fen(&"9".repeat(60)), Err(MoneyError::OutOfBounds));
    let most = Money::from_fen(LIMIT_FEN).unwrap();
    let one = Money::from_fen(1).unwrap();
    assert_eq!(most.checked_add(one), Err(MoneyError::OutOfBounds));
    assert_eq!(
        most.negated().checked_sub(one),
        Err(MoneyError::OutOfBounds)
    );
    assert_eq!(most.times(u32::MAX), Err(MoneyError::OutOfBounds));
    assert_eq!(Money::from_fen(i64::MIN), Err(MoneyError::OutOfBounds));
}

#[test]
fn it_is_shown_with_separators_and_two_decimals() {
    assert_eq!(Money::from_fen(140_950).unwrap().to_string(), "1,409.50");
    assert_eq!(
        Money::from_fen(-100_000_005).unwrap().to_string(),
        "-1,000,000.05"
    );
    assert_eq!(format!("{:>8}", Money::ZERO), "    0.00");
}

#[test]
fn decimals_are_exact_or_refused() {
    assert_eq!(
        Money::from_decimal(Decimal::new(14_095, 1)).map(Money::fen),
        Ok(140_950)
    );
    let error = MoneyError::Decimals { allowed: 2 };
    assert_eq!(Money::from_decimal(Decimal::new(5, 3)), Err(error));
    assert_eq!(Money::yuan(3).to_decimal(), Decimal::new(300, 2));
    assert_eq!(
        Money::from_decimal(Decimal::MAX),
        Err(MoneyError::OutOfBounds)
    );
}

proptest! {
    #[test]
    fn every_amount_reads_back_as_shown(fen in -LIMIT_FEN..=LIMIT_FEN) {
        let amount = Money::from_fen(fen).unwrap();
        prop_assert_eq!(Money::parse_signed(&amount.to_string()), Ok(amount));
        prop_assert_eq!(Money::from_decimal(amount.to_decimal()), Ok(amount));
    }

    #[test]
    fn what_is_added_can_be_taken_off(a in -LIMIT_FEN / 2..LIMIT_FEN / 2, b in -LIMIT_FEN / 2..LIMIT_FEN / 2) {
        let (a, b) = (Money::from_fen(a).unwrap(), Money::from_fen(b).unwrap());
        prop_assert_eq!(a.checked_add(b).and_then(|sum| sum.checked_sub(b)), Ok(a));
    }

    #[test]
    fn no_text_makes_it_panic(raw in "\\PC{0,40}|[-0-9.,元¥]{0,30}") {
        let _ = Money::parse_signed(&raw);
    }
}
