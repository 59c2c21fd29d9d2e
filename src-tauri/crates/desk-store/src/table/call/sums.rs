//! Sums over calls: what months, statements and forecasts are made of.

use rusqlite::{Row, params};

use desk_domain::money::Charge;
use desk_domain::period::CalendarMonth;
use desk_domain::tariff::{CallerClass, Leg};

use super::{Calls, charge, class_of, leg_of, month_number};
use crate::StoreResult;
use crate::table::account::AccountId;
use crate::table::call_file::CallFileId;

/// Leg and class of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CallKind {
    /// Where it was delivered.
    pub leg: Leg,
    /// Where it came from.
    pub class: CallerClass,
}

/// What calls of one kind and one tariff version come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CallSum {
    /// The account that pays; `None` for calls that belong to none.
    pub account: Option<AccountId>,
    /// Their kind.
    pub kind: CallKind,
    /// Whether a tariff rated them.
    pub rated: bool,
    /// How many.
    pub calls: u64,
    /// Started minutes.
    pub minutes: u64,
    /// What they cost.
    pub charge: Charge,
}

/// How many calls a month has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthCalls {
    /// The month.
    pub month: CalendarMonth,
    /// How many.
    pub calls: u64,
}

// In the order of the index that answers it, so that millions of calls are
// summed up as they are read and nothing is sorted.
macro_rules! sums {
    ($filter:literal) => {
        concat!(
            "SELECT account, leg, class, tariff IS NOT NULL AS rated, count(*) AS calls,
                 sum((seconds + 59) / 60) AS minutes, sum(charge) AS charge
             FROM call WHERE ",
            $filter,
            " GROUP BY account, leg, class, tariff"
        )
    };
}

/// The sums of a month.
pub(crate) const SUMS: &str = sums!("month = ?1");
const SUMS_OF: &str = sums!("month = ?1 AND account = ?2");

fn from_row(row: &Row<'_>) -> rusqlite::Result<CallSum> {
    Ok(CallSum {
        account: row.get("account")?,
        kind: CallKind {
            leg: leg_of(row.get("leg")?)?,
            class: class_of(row.get("class")?)?,
        },
        rated: row.get("rated")?,
        calls: row.get("calls")?,
        minutes: row.get("minutes")?,
        charge: charge(row)?,
    })
}

impl Calls<'_> {
    /// What the calls of a month come to, by account, kind and tariff version;
    /// of one account when it is named.
    ///
    /// # Errors
    /// Only of the database.
    pub fn sums(
        &self,
        month: CalendarMonth,
        account: Option<AccountId>,
    ) -> StoreResult<Vec<CallSum>> {
        let (conn, month) = (self.reader.conn, month_number(month));
        let mut statement = conn.prepare_cached(account.map_or(SUMS, |_| SUMS_OF))?;
        let rows = match account {
            None => statement.query_map(params![month], from_row)?,
            Some(account) => statement.query_map(params![month, account], from_row)?,
        };
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many calls of a month no tariff rates.
    ///
    /// # Errors
    /// Only of the database.
    pub fn unrated(&self, month: CalendarMonth) -> StoreResult<u64> {
        Ok(self
            .reader
            .conn
            .prepare_cached(
                "SELECT count(*) FROM call INDEXED BY call_unrated
                 WHERE tariff IS NULL AND month = ?1",
            )?
            .query_row([month_number(month)], |row| row.get(0))?)
    }

    /// How many calls of a file no tariff rates.
    ///
    /// # Errors
    /// Only of the database.
    pub fn not_rated(&self, file: CallFileId) -> StoreResult<u64> {
        Ok(self
            .reader
            .conn
            .prepare_cached(
                "SELECT count(*) FROM call
                 WHERE file = ?1 AND tariff IS NULL AND month > (
                     SELECT coalesce(max(month), 0) FROM month_closed)",
            )?
            .query_row([file], |row| row.get(0))?)
    }

    /// Months that are open and have calls, oldest first.
    ///
    /// # Errors
    /// Only of the database.
    pub fn open_months(&self) -> StoreResult<Vec<MonthCalls>> {
        let mut statement = self.reader.conn.prepare_cached(
            "SELECT month, count(*) FROM call
             WHERE month > (SELECT coalesce(max(month), 0) FROM month_closed)
             GROUP BY month ORDER BY month",
        )?;
        let rows = statement.query_map([], |row| {
            Ok(MonthCalls {
                month: super::month_of(row.get(0)?)?,
                calls: row.get(1)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
