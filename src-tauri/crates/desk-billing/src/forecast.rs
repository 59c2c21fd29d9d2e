//! Who runs dry and when, and who is in arrears (协议四（二）3). The use of the
//! recent months is taken to go on; a month counts as thirty days. Proposes
//! only: a person decides about every suspension.

use chrono::{Days, NaiveDate};
use desk_domain::Money;
use desk_domain::money::MoneyError;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Days of a month, for estimates alone.
const DAYS: i128 = 30;
/// Nobody plans ten years ahead.
const HORIZON: i128 = 3_650;

/// What is known of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use<'a> {
    /// The balance today.
    pub balance: Money,
    /// What recent months were charged in all, in any order; empty when new.
    pub months: &'a [Money],
    /// What a month costs at the least: minimum and function fees.
    pub least: Money,
    /// What is under dispute and frozen: it counts as if it were not charged.
    pub disputed: Money,
}

/// How an account stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "standing", rename_all = "snake_case")]
pub enum Standing {
    /// The balance covers the month ahead and more.
    Covered,
    /// It does not cover the month ahead: a reminder is due.
    Low {
        /// What the month ahead lacks.
        short: Money,
    },
    /// It covers nothing any more: on the arrears list, suspension proposed.
    Arrears {
        /// What is owed; nothing where the balance is just used up.
        owed: Money,
    },
}

/// How long an account lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Forecast {
    /// What a month is expected to cost: the average of the recent ones, at
    /// least what it costs without a call.
    pub monthly: Money,
    /// The last day the balance covers; `None` when it is not used up within
    /// ten years, or is already.
    #[ts(type = "string | null")]
    pub dry_on: Option<NaiveDate>,
    /// How it stands today.
    pub standing: Standing,
}

/// When the account runs dry, and how it stands.
///
/// # Errors
/// [`MoneyError::OutOfBounds`].
pub fn forecast(account: &Use<'_>, today: NaiveDate) -> Result<Forecast, MoneyError> {
    let monthly = expected(account)?;
    let balance = account.balance.checked_add(account.disputed)?;
    Ok(Forecast {
        monthly,
        dry_on: dry_on(balance, monthly, today),
        standing: standing(balance, monthly)?,
    })
}

/// The average of the recent months, half a fen up, at least `least`.
fn expected(account: &Use<'_>) -> Result<Money, MoneyError> {
    let Ok(count @ 1..) = i64::try_from(account.months.len()) else {
        return Ok(account.least);
    };
    let sum = Money::sum(account.months.iter().copied())?.fen();
    let average = Money::from_fen((2 * sum + count).div_euclid(2 * count))?;
    Ok(average.max(account.least))
}

fn dry_on(balance: Money, monthly: Money, today: NaiveDate) -> Option<NaiveDate> {
    if balance <= Money::ZERO || monthly <= Money::ZERO {
        return None;
    }
    let days = i128::from(balance.fen()) * DAYS / i128::from(monthly.fen());
    if days > HORIZON {
        return None;
    }
    today.checked_add_days(Days::new(u64::try_from(days).ok()?))
}

/// A balance that is just used up is in arrears only where something is due.
fn standing(balance: Money, monthly: Money) -> Result<Standing, MoneyError> {
    if balance.is_negative() || (balance.is_zero() && !monthly.is_zero()) {
        let owed = balance.negated();
        return Ok(Standing::Arrears { owed });
    }
    if balance < monthly {
        let short = monthly.checked_sub(balance)?;
        return Ok(Standing::Low { short });
    }
    Ok(Standing::Covered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{day, fen};

    fn look(balance: i64, months: &[i64]) -> Forecast {
        let months: Vec<Money> = months.iter().map(|month| fen(*month)).collect();
        let account = Use {
            balance: fen(balance),
            months: &months,
            least: Money::yuan(40),
            disputed: Money::ZERO,
        };
        forecast(&account, day("2026-06-01")).unwrap()
    }

    #[test]
    fn clause_4_2_3_it_runs_dry_when_the_average_of_recent_months_has_used_it_up() {
        let seen = look(38_432, &[4_000, 5_208, 6_792]);
        assert_eq!(seen.monthly, fen(5_333), "160.00 ÷ 3 = 53.333…");
        // 384.32 × 30 ÷ 53.33 = 216.19… days.
        assert_eq!(seen.dry_on, Some(day("2027-01-03")));
        assert_eq!(seen.standing, Standing::Covered);
    }

    #[test]
    fn clause_4_2_3_a_month_is_never_expected_below_its_minimum() {
        assert_eq!(look(48_000, &[360]).monthly, Money::yuan(40));
        assert_eq!(look(48_000, &[]).dry_on, Some(day("2027-05-27")));
    }

    #[test]
    fn clause_4_2_3_a_balance_that_covers_nothing_is_in_arrears() {
        let short = fen(1);
        assert_eq!(look(4_000, &[]).standing, Standing::Covered);
        assert_eq!(look(3_999, &[]).standing, Standing::Low { short });
        let owed = Money::ZERO;
        assert_eq!(look(0, &[]).standing, Standing::Arrears { owed });
        let owed = fen(1);
        let behind = look(-1, &[]);
        assert_eq!(behind.standing, Standing::Arrears { owed });
        assert_eq!(behind.dry_on, None);
    }

    #[test]
    fn clause_4_1_6_what_is_under_dispute_suspends_nobody() {
        let account = Use {
            balance: fen(-500),
            months: &[],
            least: Money::yuan(40),
            disputed: fen(5_000),
        };
        let seen = forecast(&account, day("2026-06-01")).unwrap();
        assert_eq!(seen.standing, Standing::Covered);
    }

    #[test]
    fn an_account_that_nothing_is_charged_to_lasts() {
        let account = Use {
            balance: Money::ZERO,
            months: &[],
            least: Money::ZERO,
            disputed: Money::ZERO,
        };
        let seen = forecast(&account, day("2026-06-01")).unwrap();
        assert_eq!((seen.standing, seen.dry_on), (Standing::Covered, None));
        assert_eq!(look(i64::from(u32::MAX), &[]).dry_on, None, "the horizon");
    }
}
