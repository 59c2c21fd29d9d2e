//! Owns the calls: what the carrier said about each, word for word, and how
//! its charge was reached. Refuses the same call twice, to lose one, and to
//! change one whose month is closed.

mod keep;
pub(crate) mod sums;

pub use keep::{CallStream, CallsMut};
pub use sums::{CallKind, CallSum, MonthCalls};

use chrono::{DateTime, NaiveDateTime};
use rusqlite::{OptionalExtension, Row, params};

use desk_domain::call::CallRecord;
use desk_domain::money::{Charge, Rate};
use desk_domain::period::CalendarMonth;
use desk_domain::tariff::{CallerClass, Leg};

use crate::access::Reader;
use crate::column::record_id;
use crate::table::account::AccountId;
use crate::table::call_file::CallFileId;
use crate::table::tariff::TariffId;
use crate::{StoreError, StoreResult};

// Compact on purpose: there are millions. The key of a call is in the order in
// which files come and statements ask, so that one index serves for both; the
// other one answers every question about money without touching the rows.
pub(crate) const V3: &str = "
CREATE TABLE call (
    id INTEGER PRIMARY KEY,
    file INTEGER NOT NULL REFERENCES call_file (id),
    row_no INTEGER NOT NULL,
    raw TEXT NOT NULL,
    number400 INTEGER NOT NULL,
    started INTEGER NOT NULL,
    caller TEXT NOT NULL,
    delivered_to TEXT NOT NULL,
    seconds INTEGER NOT NULL CHECK (seconds >= 0),
    answered INTEGER NOT NULL,
    leg INTEGER NOT NULL,
    class INTEGER NOT NULL,
    month INTEGER NOT NULL,
    account INTEGER REFERENCES account (id),
    tariff INTEGER REFERENCES tariff (id),
    increments INTEGER NOT NULL DEFAULT 0,
    rate INTEGER NOT NULL DEFAULT 0,
    charge INTEGER NOT NULL DEFAULT 0,
    UNIQUE (number400, started, caller, delivered_to)
) STRICT;
CREATE INDEX call_unrated ON call (file) WHERE tariff IS NULL;
CREATE INDEX call_money ON call (month, account, leg, class, tariff, seconds, charge);
CREATE TRIGGER call_is_kept BEFORE DELETE ON call
BEGIN SELECT RAISE(ABORT, 'call'); END;
CREATE TRIGGER call_is_fixed BEFORE UPDATE ON call
WHEN EXISTS (SELECT 1 FROM month_closed WHERE month = OLD.month)
    OR NEW.raw IS NOT OLD.raw OR NEW.number400 IS NOT OLD.number400
    OR NEW.started IS NOT OLD.started OR NEW.seconds IS NOT OLD.seconds
BEGIN SELECT RAISE(ABORT, 'call'); END;
";

record_id! {
    /// A call's number in the store.
    CallId
}

/// How a call's charge was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CallRating {
    /// The tariff version in force when it started.
    pub tariff: TariffId,
    /// Started increments that were counted.
    pub increments: u32,
    /// Price a minute.
    pub rate: Rate,
    /// What it costs.
    pub charge: Charge,
}

/// A call about to be kept.
#[derive(Debug, Clone, PartialEq)]
pub struct NewCall<'a> {
    /// The file it came in.
    pub file: CallFileId,
    /// Its row there.
    pub row: u64,
    /// The row as it stood.
    pub raw: &'a str,
    /// What the row says.
    pub record: &'a CallRecord,
    /// Where it was delivered.
    pub leg: Leg,
    /// Where it came from.
    pub class: CallerClass,
    /// The month it is charged in.
    pub month: CalendarMonth,
    /// The account that pays, where there is one.
    pub account: Option<AccountId>,
    /// How its charge was reached, where a tariff rates it.
    pub rating: Option<CallRating>,
}

/// What became of a call that was to be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallKept {
    /// It is new.
    New(CallId),
    /// It was there already, and says the same.
    Known,
    /// It was there already, with another duration.
    Differs {
        /// Duration on record.
        seconds: u32,
    },
}

/// A call on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallRow {
    /// Its number.
    pub id: CallId,
    /// The file it came in.
    pub file: CallFileId,
    /// Its row there.
    pub row: u64,
    /// 400 number, ten digits.
    pub number400: String,
    /// When it started.
    pub started: NaiveDateTime,
    /// The caller.
    pub caller: String,
    /// Where it was delivered.
    pub delivered_to: String,
    /// How long it lasted.
    pub seconds: u32,
    /// Whether somebody answered.
    pub answered: bool,
    /// Kind of delivery.
    pub leg: Leg,
    /// Kind of caller.
    pub class: CallerClass,
    /// The month it is charged in.
    pub month: CalendarMonth,
    /// The account that pays.
    pub account: Option<AccountId>,
    /// How its charge was reached.
    pub rating: Option<CallRating>,
}

/// A month as the table counts it: 202603.
pub(crate) fn month_number(month: CalendarMonth) -> i64 {
    use chrono::Datelike;
    let first = month.first_day();
    i64::from(first.year()) * 100 + i64::from(first.month())
}

fn month_of(number: i64) -> rusqlite::Result<CalendarMonth> {
    CalendarMonth::parse(&format!("{:04}-{:02}", number / 100, number % 100))
        .map_err(|_| out_of_range(number))
}

fn out_of_range(value: i64) -> rusqlite::Error {
    rusqlite::Error::IntegralValueOutOfRange(0, value)
}

/// Legs and classes by their place in the domain's lists, which only grow.
fn place<T: PartialEq + Copy>(all: &[T], one: T) -> i64 {
    all.iter()
        .position(|other| *other == one)
        .and_then(|place| i64::try_from(place).ok())
        .unwrap_or(-1)
}

fn at_place<T: Copy>(all: &[T], place: i64) -> rusqlite::Result<T> {
    usize::try_from(place)
        .ok()
        .and_then(|place| all.get(place).copied())
        .ok_or_else(|| out_of_range(place))
}

pub(crate) fn leg_of(place: i64) -> rusqlite::Result<Leg> {
    at_place(&Leg::ALL, place)
}

pub(crate) fn class_of(place: i64) -> rusqlite::Result<CallerClass> {
    at_place(&CallerClass::ALL, place)
}

const COLUMNS: &str = "id, file, row_no, number400, started, caller, delivered_to, seconds,
    answered, leg, class, month, account, tariff, increments, rate, charge";

fn from_row(row: &Row<'_>) -> rusqlite::Result<CallRow> {
    let started: i64 = row.get("started")?;
    let rate: i64 = row.get("rate")?;
    let rating = match row.get::<_, Option<TariffId>>("tariff")? {
        Some(tariff) => Some(CallRating {
            tariff,
            increments: row.get("increments")?,
            rate: Rate::from_ten_thousandths(rate).map_err(|_| out_of_range(rate))?,
            charge: charge(row)?,
        }),
        None => None,
    };
    Ok(CallRow {
        id: row.get("id")?,
        file: row.get("file")?,
        row: row.get("row_no")?,
        number400: row.get::<_, i64>("number400")?.to_string(),
        started: DateTime::from_timestamp(started, 0)
            .ok_or_else(|| out_of_range(started))?
            .naive_utc(),
        caller: row.get("caller")?,
        delivered_to: row.get("delivered_to")?,
        seconds: row.get("seconds")?,
        answered: row.get("answered")?,
        leg: leg_of(row.get("leg")?)?,
        class: class_of(row.get("class")?)?,
        month: month_of(row.get("month")?)?,
        account: row.get("account")?,
        rating,
    })
}

/// A column of ten-thousandths of a yuan.
pub(crate) fn charge(row: &Row<'_>) -> rusqlite::Result<Charge> {
    let units: i64 = row.get("charge")?;
    Charge::from_ten_thousandths(units).map_err(|_| out_of_range(units))
}

/// Which calls are asked for.
#[derive(Debug, Clone, Copy)]
pub struct CallsOf {
    /// Charged to this account.
    pub account: AccountId,
    /// In this month.
    pub month: CalendarMonth,
    /// Only this kind of delivery.
    pub leg: Option<Leg>,
    /// Only this kind of caller.
    pub class: Option<CallerClass>,
}

/// Reads calls.
pub struct Calls<'a> {
    pub(crate) reader: Reader<'a>,
}

impl Calls<'_> {
    /// One call.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn get(&self, id: CallId) -> StoreResult<CallRow> {
        self.reader
            .conn
            .prepare_cached(&format!("SELECT {COLUMNS} FROM call WHERE id = ?1"))?
            .query_row([id], from_row)
            .optional()?
            .ok_or_else(|| StoreError::not_found("call", id))
    }

    /// A call's row as it stood in the carrier's file.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn raw(&self, id: CallId) -> StoreResult<String> {
        self.reader
            .conn
            .prepare_cached("SELECT raw FROM call WHERE id = ?1")?
            .query_row([id], |row| row.get(0))
            .optional()?
            .ok_or_else(|| StoreError::not_found("call", id))
    }

    /// Calls of an account in a month, oldest first; how many there are in all
    /// is told as well.
    ///
    /// # Errors
    /// Only of the database.
    pub fn list(&self, of: CallsOf, offset: u32, limit: u32) -> StoreResult<(Vec<CallRow>, u32)> {
        const FILTER: &str = "month = ?1 AND account = ?2
            AND (?3 IS NULL OR leg = ?3) AND (?4 IS NULL OR class = ?4)";
        let conn = self.reader.conn;
        let month = month_number(of.month);
        let leg = of.leg.map(|leg| place(&Leg::ALL, leg));
        let class = of.class.map(|class| place(&CallerClass::ALL, class));
        let total = conn
            .prepare_cached(&format!("SELECT count(*) FROM call WHERE {FILTER}"))?
            .query_row(params![month, of.account, leg, class], |row| row.get(0))?;
        let mut statement = conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM call WHERE {FILTER}
             ORDER BY started, id LIMIT ?6 OFFSET ?5"
        ))?;
        let rows = statement.query_map(
            params![month, of.account, leg, class, offset, limit],
            from_row,
        )?;
        Ok((rows.collect::<Result<_, _>>()?, total))
    }

    /// Calls of the months from `month` on that have no charge yet, for
    /// `each` to look at.
    ///
    /// # Errors
    /// Of the database, or what `each` says.
    pub fn of_open_months<E: From<StoreError>>(
        &self,
        month: CalendarMonth,
        mut each: impl FnMut(CallRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut statement = self
            .reader
            .conn
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM call WHERE month >= ?1 ORDER BY id"
            ))
            .map_err(StoreError::from)?;
        let mut rows = statement
            .query([month_number(month)])
            .map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            each(from_row(row).map_err(StoreError::from)?)?;
        }
        Ok(())
    }
}
