//! Owns the times a number was out of service: from which day to which, and
//! why. Refuses two at once for one account, and to forget one.

use chrono::NaiveDate;
use rusqlite::{Row, params};
use serde_json::json;

use desk_domain::suspension::SuspensionReason;

use crate::StoreResult;
use crate::access::{Act, Reader};
use crate::column::Word;
use crate::table::account::AccountId;
use crate::table::audit::{self, Subject};

pub(crate) const V3: &str = "
CREATE TABLE suspension (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account INTEGER NOT NULL REFERENCES account (id),
    from_day TEXT NOT NULL,
    until_day TEXT,
    reason TEXT NOT NULL CHECK (reason <> ''),
    note TEXT NOT NULL,
    at TEXT NOT NULL,
    by_staff INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE UNIQUE INDEX suspension_now ON suspension (account) WHERE until_day IS NULL;
CREATE INDEX suspension_account ON suspension (account);
CREATE TRIGGER suspension_is_kept BEFORE DELETE ON suspension
BEGIN SELECT RAISE(ABORT, 'suspension'); END;
CREATE TRIGGER suspension_is_fixed BEFORE UPDATE ON suspension
WHEN OLD.until_day IS NOT NULL
    OR NEW.account IS NOT OLD.account
    OR NEW.from_day IS NOT OLD.from_day
    OR NEW.reason IS NOT OLD.reason
    OR NEW.note IS NOT OLD.note
BEGIN SELECT RAISE(ABORT, 'suspension'); END;
";

/// A time out of service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuspensionRow {
    /// The account.
    pub account: AccountId,
    /// First day.
    pub from: NaiveDate,
    /// Last day, once over.
    pub until: Option<NaiveDate>,
    /// Why.
    pub reason: SuspensionReason,
    /// What was noted.
    pub note: String,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<SuspensionRow> {
    Ok(SuspensionRow {
        account: row.get("account")?,
        from: row.get("from_day")?,
        until: row.get("until_day")?,
        reason: row.get::<_, Word<SuspensionReason>>("reason")?.0,
        note: row.get("note")?,
    })
}

/// Reads suspensions.
pub struct Suspensions<'a> {
    pub(crate) reader: Reader<'a>,
}

impl Suspensions<'_> {
    /// All of one account, oldest first.
    ///
    /// # Errors
    /// Only of the database.
    pub fn of_account(&self, account: AccountId) -> StoreResult<Vec<SuspensionRow>> {
        let mut statement = self.reader.conn.prepare_cached(
            "SELECT account, from_day, until_day, reason, note FROM suspension
             WHERE account = ?1 ORDER BY id",
        )?;
        let rows = statement.query_map([account], from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Those of every account, oldest first.
    ///
    /// # Errors
    /// Only of the database.
    pub fn all(&self) -> StoreResult<Vec<SuspensionRow>> {
        let mut statement = self.reader.conn.prepare_cached(
            "SELECT account, from_day, until_day, reason, note FROM suspension ORDER BY id",
        )?;
        let rows = statement.query_map([], from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Those that last.
    ///
    /// # Errors
    /// Only of the database.
    pub fn now(&self) -> StoreResult<Vec<SuspensionRow>> {
        let mut statement = self.reader.conn.prepare_cached(
            "SELECT account, from_day, until_day, reason, note FROM suspension
             WHERE until_day IS NULL ORDER BY from_day, id",
        )?;
        let rows = statement.query_map([], from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Begins and ends suspensions.
pub struct SuspensionsMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl SuspensionsMut<'_> {
    /// Takes an account out of service from a day on.
    ///
    /// # Errors
    /// Of the database, also when it is out of service.
    pub fn begin(
        &mut self,
        account: AccountId,
        from: NaiveDate,
        reason: SuspensionReason,
        note: &str,
    ) -> StoreResult<()> {
        let conn = self.reader.conn;
        conn.prepare_cached(
            "INSERT INTO suspension (account, from_day, reason, note, at, by_staff)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            account,
            from,
            Word(reason),
            note,
            self.act.at,
            self.act.by.0
        ])?;
        let detail = json!({ "from": from, "reason": reason, "note": note });
        let subject = Subject::Account(account);
        audit::record(conn, self.act, "account_suspended", &subject, &detail)
    }

    /// Puts an account back into service; `until` is its last day out of it.
    ///
    /// # Errors
    /// Only of the database.
    pub fn end(&mut self, account: AccountId, until: NaiveDate, note: &str) -> StoreResult<()> {
        let conn = self.reader.conn;
        conn.prepare_cached(
            "UPDATE suspension SET until_day = ?2 WHERE account = ?1 AND until_day IS NULL",
        )?
        .execute(params![account, until])?;
        let detail = json!({ "until": until, "note": note });
        let subject = Subject::Account(account);
        audit::record(conn, self.act, "account_resumed", &subject, &detail)
    }
}
