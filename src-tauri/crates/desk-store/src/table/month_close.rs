//! Owns the closed months and each account's line in them. Refuses to close a
//! month twice, and to change one that is closed.

use chrono::NaiveDateTime;
use rusqlite::{OptionalExtension, Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use desk_domain::period::CalendarMonth;
use desk_domain::staff::StaffId;

use crate::StoreResult;
use crate::access::{Act, Reader};
use crate::column::{Json, Word};
use crate::table::account::AccountId;
use crate::table::audit::{self, Subject};
use crate::table::call::month_number;

// `month` is a number here (202603) as in the calls, which are held against it.
pub(crate) const V3: &str = "
CREATE TABLE month_closed (
    month INTEGER PRIMARY KEY,
    shown TEXT NOT NULL,
    total TEXT NOT NULL CHECK (json_valid(total)),
    at TEXT NOT NULL,
    by_staff INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE TABLE month_line (
    month INTEGER NOT NULL REFERENCES month_closed (month),
    account INTEGER NOT NULL REFERENCES account (id),
    figures TEXT NOT NULL CHECK (json_valid(figures)),
    PRIMARY KEY (month, account)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER month_closed_is_kept BEFORE DELETE ON month_closed
BEGIN SELECT RAISE(ABORT, 'month_closed'); END;
CREATE TRIGGER month_closed_is_fixed BEFORE UPDATE ON month_closed
BEGIN SELECT RAISE(ABORT, 'month_closed'); END;
CREATE TRIGGER month_closed_in_order BEFORE INSERT ON month_closed
WHEN EXISTS (SELECT 1 FROM month_closed WHERE month >= NEW.month)
BEGIN SELECT RAISE(ABORT, 'month_closed'); END;
CREATE TRIGGER month_line_is_kept BEFORE DELETE ON month_line
BEGIN SELECT RAISE(ABORT, 'month_line'); END;
CREATE TRIGGER month_line_is_fixed BEFORE UPDATE ON month_line
BEGIN SELECT RAISE(ABORT, 'month_line'); END;
";

/// A closed month.
#[derive(Debug, Clone, PartialEq)]
pub struct ClosedMonth {
    /// The month.
    pub month: CalendarMonth,
    /// Sums over its lines, as JSON that the store does not look into: a list
    /// of months must not add up every account of every year.
    pub total: Value,
    /// When it was closed.
    pub at: NaiveDateTime,
    /// By whom.
    pub by: StaffId,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<ClosedMonth> {
    Ok(ClosedMonth {
        month: row.get::<_, Word<CalendarMonth>>("shown")?.0,
        total: row.get::<_, Json<Value>>("total")?.0,
        at: row.get("at")?,
        by: StaffId(row.get("by_staff")?),
    })
}

/// Reads closed months.
pub struct Months<'a> {
    pub(crate) reader: Reader<'a>,
}

impl Months<'_> {
    /// Every closed month, oldest first.
    ///
    /// # Errors
    /// Only of the database.
    pub fn closed(&self) -> StoreResult<Vec<ClosedMonth>> {
        let mut statement = self
            .reader
            .conn
            .prepare_cached("SELECT shown, total, at, by_staff FROM month_closed ORDER BY month")?;
        let rows = statement.query_map([], from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The month closed last.
    ///
    /// # Errors
    /// Only of the database.
    pub fn last(&self) -> StoreResult<Option<ClosedMonth>> {
        let conn = self.reader.conn;
        Ok(conn
            .prepare_cached(
                "SELECT shown, total, at, by_staff FROM month_closed ORDER BY month DESC LIMIT 1",
            )?
            .query_row([], from_row)
            .optional()?)
    }

    /// The lines of a closed month, by account.
    ///
    /// # Errors
    /// Of the database, or a line that is no `T`.
    pub fn lines<T: DeserializeOwned>(
        &self,
        month: CalendarMonth,
    ) -> StoreResult<Vec<(AccountId, T)>> {
        let mut statement = self.reader.conn.prepare_cached(
            "SELECT account, figures FROM month_line WHERE month = ?1 ORDER BY account",
        )?;
        let rows = statement.query_map([month_number(month)], |row| {
            Ok((row.get(0)?, row.get::<_, Json<T>>(1)?.0))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Accounts charged in a closed month.
    ///
    /// # Errors
    /// Only of the database.
    pub fn accounts(&self, month: CalendarMonth) -> StoreResult<Vec<AccountId>> {
        let mut statement = self
            .reader
            .conn
            .prepare_cached("SELECT account FROM month_line WHERE month = ?1 ORDER BY account")?;
        let rows = statement.query_map([month_number(month)], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// One account's line in a closed month.
    ///
    /// # Errors
    /// Of the database, or a line that is no `T`.
    pub fn line<T: DeserializeOwned>(
        &self,
        month: CalendarMonth,
        account: AccountId,
    ) -> StoreResult<Option<T>> {
        let conn = self.reader.conn;
        Ok(conn
            .prepare_cached("SELECT figures FROM month_line WHERE month = ?1 AND account = ?2")?
            .query_row(params![month_number(month), account], |row| {
                Ok(row.get::<_, Json<T>>(0)?.0)
            })
            .optional()?)
    }

    /// Every account's lines in the latest closed months, newest first.
    ///
    /// # Errors
    /// Of the database, or a line that is no `T`.
    pub fn recent<T: DeserializeOwned>(
        &self,
        months: u32,
    ) -> StoreResult<Vec<(AccountId, CalendarMonth, T)>> {
        let mut statement = self.reader.conn.prepare_cached(
            "SELECT account, shown, figures FROM month_line
             JOIN month_closed ON month_closed.month = month_line.month
             WHERE month_line.month IN (
                 SELECT month FROM month_closed ORDER BY month DESC LIMIT ?1)
             ORDER BY month_line.month DESC, account",
        )?;
        let rows = statement.query_map([months], |row| {
            let Word(month) = row.get::<_, Word<CalendarMonth>>(1)?;
            Ok((row.get(0)?, month, row.get::<_, Json<T>>(2)?.0))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// An account's lines in closed months, oldest first.
    ///
    /// # Errors
    /// Only of the database.
    pub fn lines_of(&self, account: AccountId) -> StoreResult<Vec<(CalendarMonth, Value)>> {
        let mut statement = self.reader.conn.prepare_cached(
            "SELECT shown, figures FROM month_line
             JOIN month_closed ON month_closed.month = month_line.month
             WHERE account = ?1 ORDER BY month_line.month",
        )?;
        let rows = statement.query_map([account], |row| {
            let Word(month) = row.get::<_, Word<CalendarMonth>>(0)?;
            Ok((month, row.get::<_, Json<Value>>(1)?.0))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Closes months.
pub struct MonthsMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl MonthsMut<'_> {
    /// Closes a month with all its lines and what they come to.
    ///
    /// # Errors
    /// `AppendOnly` when it or a later one is closed already.
    pub fn close(
        &mut self,
        month: CalendarMonth,
        total: &Value,
        lines: impl IntoIterator<Item = (AccountId, impl Serialize)>,
    ) -> StoreResult<()> {
        let conn = self.reader.conn;
        conn.prepare_cached(
            "INSERT INTO month_closed (month, shown, total, at, by_staff)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            month_number(month),
            Word(month),
            Json(total),
            self.act.at,
            self.act.by.0
        ])?;
        let mut keep = conn.prepare_cached(
            "INSERT INTO month_line (month, account, figures) VALUES (?1, ?2, ?3)",
        )?;
        let mut count = 0_u32;
        for (account, figures) in lines {
            keep.execute(params![month_number(month), account, Json(figures)])?;
            count += 1;
        }
        let subject = Subject::Month(month.to_string());
        audit::record(
            conn,
            self.act,
            "month_closed",
            &subject,
            &json!({ "lines": count }),
        )
    }
}
