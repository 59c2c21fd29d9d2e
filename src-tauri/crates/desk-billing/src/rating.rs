//! What one call costs and what one month costs. A call is counted in started
//! increments; an unanswered call is free; a month is never less than its
//! minimum (协议四（二）9).

use desk_domain::money::MoneyError;
use desk_domain::tariff::Increment;
use desk_domain::{Charge, Money, Rate};

/// Why something cannot be rated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RatingError {
    /// An amount beyond what the ledger holds.
    #[error("the amount is out of range")]
    OutOfRange(#[from] MoneyError),
    /// The rate a minute cannot be divided by the increment without loss.
    #[error("the rate has no exact value for one increment")]
    RateNotDivisible,
}

/// Charge of one call of `seconds` at `rate` a minute, counted in `increment`s.
///
/// # Errors
/// [`RatingError::RateNotDivisible`] when a rate a minute has no exact value
/// for one increment; [`RatingError::OutOfRange`] beyond the ledger's bounds.
pub fn charge(seconds: u32, rate: Rate, increment: Increment) -> Result<Charge, RatingError> {
    increment
        .charge(rate, seconds)?
        .ok_or(RatingError::RateNotDivisible)
}

/// What a month is charged: the calls, or the minimum where they stay below it.
/// Returns the charge and the top-up it contains, both in fen.
///
/// # Errors
/// [`RatingError::OutOfRange`] beyond the ledger's bounds.
pub fn monthly_charge(calls: Charge, minimum: Money) -> Result<(Money, Money), RatingError> {
    let rated = calls.round_half_up();
    if rated >= minimum {
        return Ok((rated, Money::ZERO));
    }
    Ok((minimum, minimum.checked_sub(rated)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at_twelve_fen(seconds: u32) -> i64 {
        let rate = Rate::parse("0.12").unwrap();
        charge(seconds, rate, Increment::Minute)
            .unwrap()
            .round_half_up()
            .fen()
    }

    #[test]
    fn a_started_minute_counts_as_whole_and_an_unanswered_call_is_free() {
        let worked = [(0, 0), (1, 12), (60, 12), (61, 24), (3601, 732)];
        for (seconds, fen) in worked {
            assert_eq!(at_twelve_fen(seconds), fen, "{seconds} s");
        }
    }

    #[test]
    fn six_second_increments_split_a_minute_exactly() {
        let rate = Rate::parse("0.12").unwrap();
        let units = charge(7, rate, Increment::SixSeconds)
            .unwrap()
            .ten_thousandths();
        assert_eq!(units, 240, "two started increments of 0.012 yuan");
    }

    #[test]
    fn a_rate_that_has_no_exact_increment_is_refused() {
        let rate = Rate::from_ten_thousandths(1_201).unwrap();
        let refused = charge(1, rate, Increment::SixSeconds);
        assert_eq!(refused, Err(RatingError::RateNotDivisible));
    }

    /// 协议四（二）9: the worked account of March, April and May.
    #[test]
    fn a_month_is_charged_its_calls_or_its_minimum() {
        let minimum = Money::yuan(40);
        let month = |minutes: i64| {
            let calls = Charge::from_ten_thousandths(minutes * 1_200).unwrap();
            let (charged, top_up) = monthly_charge(calls, minimum).unwrap();
            (charged.fen(), top_up.fen())
        };
        assert_eq!(month(280), (4000, 640), "33.60 and a top-up of 6.40");
        assert_eq!(month(434), (5208, 0), "52.08");
    }
}
