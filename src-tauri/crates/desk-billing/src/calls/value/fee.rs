//! Amounts as carriers write them, in 元, 分 or 厘. Owns their conversion to
//! ten-thousandths of a yuan. A carrier's fee is there to be compared, never
//! charged on; what a float adds beyond the fourth decimal is rounded away.

use super::{is_digits, without_thousands};
use crate::calls::FeeUnit;
use crate::calls::cell::bare;
use desk_domain::Charge;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

/// Reads a cell; a plain number counts `unit`s. `None` when it is no amount,
/// or a negative one: a reversal is no call.
pub(crate) fn fee(raw: &str, unit: FeeUnit) -> Option<Charge> {
    if let (FeeUnit::Yuan, Some(parts)) = (unit, usual(raw)) {
        return Charge::from_ten_thousandths(parts).ok();
    }
    let text = bare(raw);
    let text = text.trim_start_matches(['¥', '￥']).trim();
    let (text, unit) = match text.chars().next_back() {
        Some('元') => (text.trim_end_matches('元'), FeeUnit::Yuan),
        Some('分') => (text.trim_end_matches('分'), FeeUnit::Fen),
        Some('厘') => (text.trim_end_matches('厘'), FeeUnit::Li),
        _ => (text, unit),
    };
    let text = without_thousands(text.trim())?;
    if text.is_empty() || text.len() > 30 {
        return None;
    }
    let amount = text
        .parse::<Decimal>()
        .or_else(|_| Decimal::from_scientific(&text))
        .ok()?;
    if amount.is_sign_negative() && !amount.is_zero() {
        return None;
    }
    let parts = match unit {
        FeeUnit::Yuan => 10_000,
        FeeUnit::Fen => 100,
        FeeUnit::Li => 10,
    };
    let parts = amount
        .checked_mul(Decimal::from(parts))?
        .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    Charge::from_ten_thousandths(parts.to_i64()?).ok()
}

/// Yuan with up to four decimals, which most files write; `None` for
/// everything else.
fn usual(text: &str) -> Option<i64> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let sound = whole.len() <= 9 && decimals.len() <= 4 && is_digits(whole) && is_digits(decimals);
    let number = |digits: &str| digits.parse::<i64>().ok().filter(|_| sound);
    let scale = 10_i64.pow(4 - u32::try_from(decimals.len()).ok().filter(|_| sound)?);
    Some(number(whole)? * 10_000 + number(decimals)? * scale)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parts(raw: &str, unit: FeeUnit) -> Option<i64> {
        fee(raw, unit).map(|charge| charge.ten_thousandths())
    }

    #[test]
    fn one_amount_is_the_same_in_yuan_fen_and_li() {
        assert_eq!(parts("0.24", FeeUnit::Yuan), Some(2400));
        assert_eq!(parts("24", FeeUnit::Fen), Some(2400));
        assert_eq!(parts("240", FeeUnit::Li), Some(2400));
        assert_eq!(parts("24分", FeeUnit::Yuan), Some(2400));
        assert_eq!(parts("¥1,234.50", FeeUnit::Yuan), Some(12_345_000));
        assert_eq!(
            parts("0.30000000000000004", FeeUnit::Yuan),
            Some(3000),
            "a float's tail"
        );
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for raw in ["", "-0.24", "abc", "1.2.3", "#REF!", "1,2", "元"] {
            assert_eq!(fee(raw, FeeUnit::Yuan), None, "{raw}");
        }
    }

    proptest! {
        #[test]
        fn whatever_stands_in_a_cell_is_read_or_refused(raw in "\\PC*|[0-9.,E元+-]{0,32}") {
            if let Some(found) = fee(&raw, FeeUnit::Li) {
                prop_assert!(found.ten_thousandths() >= 0);
            }
        }
    }
}
