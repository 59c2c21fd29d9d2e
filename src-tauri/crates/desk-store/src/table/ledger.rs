//! Owns the entries of the prepaid accounts. A balance is the sum of its
//! entries and stands nowhere else. Refuses to change or lose an entry; a
//! mistake is taken back by its opposite, once.

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::{Value, json};

use desk_domain::ledger::EntryKind;
use desk_domain::money::Money;
use desk_domain::period::CalendarMonth;
use desk_domain::staff::StaffId;

use crate::access::{Act, Reader};
use crate::column::{Json, Word, record_id};
use crate::table::account::{AccountId, amount};
use crate::table::audit::{self, Subject};
use crate::table::call::month_number;
use crate::{StoreError, StoreResult};

pub(crate) const V3: &str = "
CREATE TABLE ledger (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account INTEGER NOT NULL REFERENCES account (id),
    on_day TEXT NOT NULL,
    month TEXT,
    statement_month INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind <> ''),
    amount INTEGER NOT NULL,
    reverses INTEGER UNIQUE REFERENCES ledger (id),
    receipt TEXT UNIQUE,
    note TEXT NOT NULL,
    source TEXT NOT NULL CHECK (json_valid(source)),
    at TEXT NOT NULL,
    by_staff INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX ledger_account ON ledger (account, statement_month, amount);
CREATE INDEX ledger_month ON ledger (statement_month);
CREATE TRIGGER ledger_is_kept BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'ledger'); END;
CREATE TRIGGER ledger_is_fixed BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, 'ledger'); END;
CREATE TRIGGER ledger_takes_back_the_opposite BEFORE INSERT ON ledger
WHEN NEW.reverses IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM ledger
    WHERE id = NEW.reverses AND account = NEW.account AND amount = -NEW.amount)
BEGIN SELECT RAISE(ABORT, 'ledger'); END;
";

record_id! {
    /// A ledger entry's number in the store.
    EntryId
}

/// An entry about to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEntry {
    /// The account.
    pub account: AccountId,
    /// The day it counts for.
    pub on: NaiveDate,
    /// The accounting month it belongs to, if any.
    pub month: Option<CalendarMonth>,
    /// What it is.
    pub kind: EntryKind,
    /// The amount with its sign.
    pub amount: Money,
    /// The entry it takes back.
    pub reverses: Option<EntryId>,
    /// Whether a receipt is due, which gets the next number.
    pub receipt: bool,
    /// What a person noted.
    pub note: String,
    /// How the amount was reached, as JSON that the store does not look into.
    pub source: Value,
}

/// An entry.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryRow {
    /// Its number.
    pub id: EntryId,
    /// The account.
    pub account: AccountId,
    /// The day it counts for.
    pub on: NaiveDate,
    /// The accounting month it belongs to, if any.
    pub month: Option<CalendarMonth>,
    /// What it is.
    pub kind: EntryKind,
    /// The amount with its sign.
    pub amount: Money,
    /// The entry it takes back.
    pub reverses: Option<EntryId>,
    /// Number of its receipt.
    pub receipt: Option<String>,
    /// What a person noted.
    pub note: String,
    /// How the amount was reached.
    pub source: Value,
    /// When it was made.
    pub at: NaiveDateTime,
    /// By whom.
    pub by: StaffId,
}

const COLUMNS: &str =
    "id, account, on_day, month, kind, amount, reverses, receipt, note, source, at, by_staff";

fn from_row(row: &Row<'_>) -> rusqlite::Result<EntryRow> {
    Ok(EntryRow {
        id: row.get("id")?,
        account: row.get("account")?,
        on: row.get("on_day")?,
        month: row
            .get::<_, Option<Word<CalendarMonth>>>("month")?
            .map(|Word(month)| month),
        kind: row.get::<_, Word<EntryKind>>("kind")?.0,
        amount: amount(row, "amount")?,
        reverses: row.get("reverses")?,
        receipt: row.get("receipt")?,
        note: row.get("note")?,
        source: row.get::<_, Json<Value>>("source")?.0,
        at: row.get("at")?,
        by: StaffId(row.get("by_staff")?),
    })
}

/// Reads entries.
pub struct Ledger<'a> {
    pub(crate) reader: Reader<'a>,
}

impl Ledger<'_> {
    /// One entry.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn get(&self, id: EntryId) -> StoreResult<EntryRow> {
        self.reader
            .conn
            .prepare_cached(&format!("SELECT {COLUMNS} FROM ledger WHERE id = ?1"))?
            .query_row([id], from_row)
            .optional()?
            .ok_or_else(|| StoreError::not_found("entry", id))
    }

    /// All entries of an account, in the order they were made.
    ///
    /// # Errors
    /// Only of the database.
    pub fn of_account(&self, account: AccountId) -> StoreResult<Vec<EntryRow>> {
        let mut statement = self.reader.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM ledger WHERE account = ?1 ORDER BY id"
        ))?;
        let rows = statement.query_map([account], from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Balance of every account that has entries, up to and with the statement
    /// of a month; over all entries when none is named.
    ///
    /// # Errors
    /// Only of the database.
    pub fn balances(&self, until: Option<CalendarMonth>) -> StoreResult<Vec<(AccountId, Money)>> {
        let mut statement = self.reader.conn.prepare_cached(
            "SELECT account, sum(amount) AS amount FROM ledger
             WHERE statement_month <= ?1 GROUP BY account ORDER BY account",
        )?;
        let until = until.map_or(i64::MAX, month_number);
        let rows = statement.query_map([until], |row| Ok((row.get(0)?, amount(row, "amount")?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Balance of one account over all its entries.
    ///
    /// # Errors
    /// Only of the database.
    pub fn balance(&self, account: AccountId) -> StoreResult<Money> {
        Ok(self
            .reader
            .conn
            .prepare_cached(
                "SELECT coalesce(sum(amount), 0) AS amount FROM ledger WHERE account = ?1",
            )?
            .query_row([account], |row| amount(row, "amount"))?)
    }

    /// Every entry that the statements of a month show, by account.
    ///
    /// # Errors
    /// Only of the database.
    pub fn of_month(&self, month: CalendarMonth) -> StoreResult<Vec<EntryRow>> {
        let mut statement = self.reader.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM ledger WHERE statement_month = ?1 ORDER BY account, id"
        ))?;
        let rows = statement.query_map([month_number(month)], from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Makes entries.
pub struct LedgerMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl LedgerMut<'_> {
    /// Makes an entry; the log has it too.
    ///
    /// # Errors
    /// `AppendOnly` when what it takes back is not its opposite.
    pub fn add(&mut self, new: &NewEntry) -> StoreResult<EntryId> {
        let id = self.enter(new)?;
        let detail = json!({ "kind": new.kind, "fen": new.amount.fen(), "note": new.note });
        let subject = Subject::Account(new.account);
        audit::record(self.reader.conn, self.act, "entry_made", &subject, &detail)?;
        Ok(id)
    }

    /// Makes an entry that is one of many, such as a month's; whoever makes
    /// them leaves one line in the log for all.
    ///
    /// # Errors
    /// As [`LedgerMut::add`].
    pub fn enter(&mut self, new: &NewEntry) -> StoreResult<EntryId> {
        let receipt = match new.receipt {
            true => Some(self.next_receipt()?),
            false => None,
        };
        let conn = self.reader.conn;
        conn.prepare_cached(
            "INSERT INTO ledger (account, on_day, month, kind, amount, reverses, receipt, note,
                 source, at, by_staff, statement_month)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?
        .execute(params![
            new.account,
            new.on,
            new.month.map(Word),
            Word(new.kind),
            new.amount.fen(),
            new.reverses,
            receipt,
            new.note,
            Json(&new.source),
            self.act.at,
            self.act.by.0,
            month_number(new.month.unwrap_or_else(|| CalendarMonth::of(new.on))),
        ])?;
        Ok(EntryId(conn.last_insert_rowid()))
    }

    /// `SJ-2026-000001`: in sequence within the year, no gap, since entries
    /// are never deleted.
    fn next_receipt(&self) -> StoreResult<String> {
        let year = self.act.at.year();
        let count: i64 = self
            .reader
            .conn
            .prepare_cached("SELECT count(*) FROM ledger WHERE receipt GLOB ?1")?
            .query_row([format!("SJ-{year}-*")], |row| row.get(0))?;
        Ok(format!("SJ-{year}-{:06}", count + 1))
    }
}

/// Accounts whose ledger contradicts itself: a closed month whose closing
/// balance is not the sum of the entries up to it, or an entry that takes
/// another back without being its opposite in the same account.
pub(crate) fn uneven(conn: &Connection) -> StoreResult<Vec<String>> {
    let mut statement = conn.prepare(
        "SELECT DISTINCT number400 FROM account WHERE id IN (
             SELECT line.account FROM month_line AS line
             WHERE json_extract(line.figures, '$.closing') IS NOT (
                 SELECT coalesce(sum(amount), 0) FROM ledger
                 WHERE account = line.account AND statement_month <= line.month)
             UNION
             SELECT back.account FROM ledger AS back
             JOIN ledger AS taken ON taken.id = back.reverses
             WHERE back.amount <> -taken.amount OR back.account <> taken.account)
         ORDER BY number400",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
