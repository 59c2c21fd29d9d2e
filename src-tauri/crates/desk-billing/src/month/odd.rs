//! What is odd about a number's month: shown before the month is closed, so
//! that a person looks; never in the way of closing it.

use super::{AccountMonth, MonthLine};
use desk_domain::Money;
use desk_domain::money::MoneyError;
use desk_domain::period::CalendarMonth;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How many times the average is too much.
const TIMES: u32 = 5;

/// A month that was charged before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PastMonth {
    /// Which.
    pub month: CalendarMonth,
    /// How many calls there were.
    #[ts(type = "number")]
    pub calls: u64,
    /// What the calls cost, without top-up and fees.
    pub charge: Money,
}

/// Something a person should look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Oddity {
    /// Answered calls that no tariff covers.
    NotBilled {
        /// How many.
        #[ts(type = "number")]
        calls: u64,
    },
    /// No calls this month and the one before, though it was not suspended all
    /// the time: perhaps its records are missing.
    NoCallsForTwoMonths,
    /// The calls cost more than five times the average of the three months before.
    FiveTimesAverageOfThreeMonths {
        /// That average, rounded.
        average: Money,
    },
    /// The balance is below nothing once the month is charged.
    NegativeBalance {
        /// By how much, as a positive amount.
        owed: Money,
    },
}

pub(super) fn look(
    account: &AccountMonth<'_>,
    line: &MonthLine,
) -> Result<Vec<Oddity>, MoneyError> {
    let mut found = Vec::new();
    if account.unrated > 0 {
        let calls = account.unrated;
        found.push(Oddity::NotBilled { calls });
    }
    let silent = account.calls.calls == 0 && account.unrated == 0;
    let before = past(account, 1);
    if silent && before.is_some_and(|past| past.calls == 0) && line.suspended_days < line.days {
        found.push(Oddity::NoCallsForTwoMonths);
    }
    if let (Some(one), Some(two), Some(three)) = (before, past(account, 2), past(account, 3)) {
        let three_months = Money::sum([one.charge, two.charge, three.charge])?;
        // In thirds, so that the comparison is exact.
        if line.calls.times(3)? > three_months.times(TIMES)? {
            let average = Money::from_fen((2 * three_months.fen() + 3) / 6)?;
            found.push(Oddity::FiveTimesAverageOfThreeMonths { average });
        }
    }
    if line.closing.is_negative() {
        let owed = line.closing.negated();
        found.push(Oddity::NegativeBalance { owed });
    }
    Ok(found)
}

/// The month so many months before, if it was charged.
fn past(account: &AccountMonth<'_>, back: u32) -> Option<PastMonth> {
    let month = (0..back).fold(account.month, |month, _| month.previous());
    account
        .earlier
        .iter()
        .find(|past| past.month == month)
        .copied()
}
