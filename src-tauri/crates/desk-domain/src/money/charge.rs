//! What calls cost: prices a minute and sums of them, in ten-thousandths of a
//! yuan, so that 0.12 a minute is exact. Refuses negative prices.

use super::{Money, MoneyError, parse_scaled};
use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// No carrier asks a thousand yuan a minute.
const LIMIT_RATE: i64 = 10_000_000;
/// As much as [`Money`] can be.
const LIMIT_CHARGE: i64 = 1_000_000_000_000_000;

/// A price for one unit (a minute, or what the tariff counts by), in
/// ten-thousandths of a yuan; never negative, at most 1 000 yuan.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize, TS,
)]
#[serde(try_from = "i64", into = "i64")]
#[ts(type = "number")]
pub struct Rate(i64);

/// What calls cost before rounding, in ten-thousandths of a yuan.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize, TS,
)]
#[serde(try_from = "i64", into = "i64")]
#[ts(type = "number")]
pub struct Charge(i64);

impl Rate {
    /// That many ten-thousandths of a yuan.
    ///
    /// # Errors
    /// [`MoneyError::Negative`], [`MoneyError::OutOfBounds`] above 1 000 yuan.
    pub const fn from_ten_thousandths(units: i64) -> Result<Self, MoneyError> {
        if units < 0 {
            return Err(MoneyError::Negative);
        }
        if units > LIMIT_RATE {
            return Err(MoneyError::OutOfBounds);
        }
        Ok(Self(units))
    }

    /// Reads a price in yuan with up to four decimals: `0.12`.
    ///
    /// # Errors
    /// [`MoneyError`].
    pub fn parse(raw: &str) -> Result<Self, MoneyError> {
        parse_scaled(raw, 4).and_then(Self::from_ten_thousandths)
    }

    /// The price in ten-thousandths of a yuan.
    #[must_use]
    pub const fn ten_thousandths(self) -> i64 {
        self.0
    }

    /// The price of so many units.
    ///
    /// # Errors
    /// [`MoneyError::OutOfBounds`].
    pub fn times(self, units: u64) -> Result<Charge, MoneyError> {
        i64::try_from(units)
            .ok()
            .and_then(|units| self.0.checked_mul(units))
            .map_or(Err(MoneyError::OutOfBounds), Charge::from_ten_thousandths)
    }
}

impl Charge {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// That many ten-thousandths of a yuan.
    ///
    /// # Errors
    /// [`MoneyError::OutOfBounds`].
    pub const fn from_ten_thousandths(units: i64) -> Result<Self, MoneyError> {
        if units < -LIMIT_CHARGE || units > LIMIT_CHARGE {
            return Err(MoneyError::OutOfBounds);
        }
        Ok(Self(units))
    }

    /// The charge in ten-thousandths of a yuan.
    #[must_use]
    pub const fn ten_thousandths(self) -> i64 {
        self.0
    }

    /// The sum.
    ///
    /// # Errors
    /// [`MoneyError::OutOfBounds`].
    pub fn checked_add(self, other: Self) -> Result<Self, MoneyError> {
        Self::from_ten_thousandths(self.0 + other.0)
    }

    /// The one rounding of the house: half a fen goes up, away from zero. Used
    /// once for each total of a statement line, never for a single call.
    #[must_use]
    pub const fn round_half_up(self) -> Money {
        // Within LIMIT_CHARGE the quotient is within Money's own bounds.
        let rounded = (self.0.unsigned_abs() + 50) / 100;
        Money(if self.0 < 0 {
            -(rounded as i64)
        } else {
            rounded as i64
        })
    }
}

/// `0.12`; as many decimals as needed, at least two.
impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&shown(self.0))
    }
}

/// `0.1234`; as many decimals as needed, at least two.
impl fmt::Display for Charge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&shown(self.0))
    }
}

fn shown(units: i64) -> String {
    let sign = if units < 0 { "-" } else { "" };
    let (yuan, part) = (units.unsigned_abs() / 10_000, units.unsigned_abs() % 10_000);
    let part = format!("{part:04}");
    let kept = part.trim_end_matches('0').len().max(2);
    format!("{sign}{yuan}.{}", &part[..kept])
}

impl TryFrom<i64> for Rate {
    type Error = MoneyError;

    fn try_from(units: i64) -> Result<Self, MoneyError> {
        Self::from_ten_thousandths(units)
    }
}

impl From<Rate> for i64 {
    fn from(rate: Rate) -> Self {
        rate.0
    }
}

impl TryFrom<i64> for Charge {
    type Error = MoneyError;

    fn try_from(units: i64) -> Result<Self, MoneyError> {
        Self::from_ten_thousandths(units)
    }
}

impl From<Charge> for i64 {
    fn from(charge: Charge) -> Self {
        charge.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_rate_is_read_with_four_decimals() {
        assert_eq!(Rate::parse("0.12").map(Rate::ten_thousandths), Ok(1200));
        assert_eq!(
            Rate::parse("0.0875")
                .map(|rate| rate.to_string())
                .as_deref(),
            Ok("0.0875")
        );
        assert_eq!(
            Rate::parse("0.12345"),
            Err(MoneyError::Decimals { allowed: 4 })
        );
        assert_eq!(Rate::parse("-0.12"), Err(MoneyError::Negative));
        assert_eq!(Rate::parse("1001"), Err(MoneyError::OutOfBounds));
    }

    #[test]
    fn minutes_at_twelve_fen_cost_what_the_tariff_says() {
        let rate = Rate::parse("0.12").unwrap();
        for (minutes, fen) in [(0, 0), (1, 12), (2, 24), (61, 732)] {
            assert_eq!(rate.times(minutes).unwrap().round_half_up().fen(), fen);
        }
    }

    #[test]
    fn half_a_fen_goes_up_and_less_goes_down() {
        let rounded = |units| {
            Charge::from_ten_thousandths(units)
                .unwrap()
                .round_half_up()
                .fen()
        };
        assert_eq!(
            [rounded(49), rounded(50), rounded(149), rounded(150)],
            [0, 1, 1, 2]
        );
        assert_eq!([rounded(-49), rounded(-50), rounded(-150)], [0, -1, -2]);
    }

    #[test]
    fn a_sum_is_rounded_once_and_not_call_by_call() {
        let call = Charge::from_ten_thousandths(40).unwrap();
        let sum = (0..10)
            .try_fold(Charge::ZERO, |sum, _| sum.checked_add(call))
            .unwrap();
        assert_eq!(call.round_half_up().fen(), 0);
        assert_eq!(sum.round_half_up().fen(), 4);
    }

    proptest! {
        #[test]
        fn rounding_is_off_by_half_a_fen_at_most(units in -LIMIT_CHARGE..=LIMIT_CHARGE) {
            let rounded = Charge::from_ten_thousandths(units).unwrap().round_half_up();
            let off = rounded.fen() * 100 - units;
            prop_assert!((-50..=50).contains(&off));
            prop_assert!(Money::from_fen(rounded.fen()).is_ok());
        }

        #[test]
        fn every_rate_reads_back_as_shown(units in 0..=LIMIT_RATE) {
            let rate = Rate::from_ten_thousandths(units).unwrap();
            prop_assert_eq!(Rate::parse(&rate.to_string()), Ok(rate));
        }
    }
}
