//! The store's own speed: the same rows and the same statements with nothing
//! between, for benches to hold the use cases against. Owns no rule and leaves
//! no line in the log; refuses to ship, for the feature that switches it on is
//! asked for by benches alone.

use rusqlite::{Connection, Row, TransactionBehavior, params};

use desk_domain::period::CalendarMonth;

use crate::table::call::month_number;
use crate::table::call::sums::SUMS;
use crate::{Store, StoreResult, connection};

/// A row of the table of calls, column by column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BareCall {
    numbers: [i64; 12],
    account: Option<i64>,
    tariff: Option<i64>,
    raw: String,
    caller: String,
    delivered_to: String,
}

const COLUMNS: &str = "file, row_no, number400, started, seconds, answered, leg, class, month,
    increments, rate, charge, account, tariff, raw, caller, delivered_to";

fn from_row(row: &Row<'_>) -> rusqlite::Result<BareCall> {
    let mut numbers = [0; 12];
    for (at, number) in numbers.iter_mut().enumerate() {
        *number = row.get(at)?;
    }
    Ok(BareCall {
        numbers,
        account: row.get(12)?,
        tariff: row.get(13)?,
        raw: row.get(14)?,
        caller: row.get(15)?,
        delivered_to: row.get(16)?,
    })
}

impl Store {
    /// Every call, in the order of the rows of its file.
    ///
    /// # Errors
    /// Only of the database.
    pub fn bare_calls(&self) -> StoreResult<Vec<BareCall>> {
        let mut statement = self
            .conn
            .prepare(&format!("SELECT {COLUMNS} FROM call ORDER BY file, row_no"))?;
        let rows = statement.query_map([], from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Inserts rows by one prepared statement in one transaction.
    ///
    /// # Errors
    /// Only of the database, also when one of them is there.
    pub fn bare_insert(&mut self, calls: &[BareCall]) -> StoreResult<()> {
        // As much room as the use case has.
        let usual = connection::widen(&self.conn)?;
        self.insert_all(calls)?;
        connection::narrow(&self.conn, usual)
    }

    fn insert_all(&mut self, calls: &[BareCall]) -> StoreResult<()> {
        let tx = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        insert(&tx, calls)?;
        tx.commit()?;
        Ok(())
    }

    /// What the calls of a month come to, by account and kind: the rows of the
    /// one aggregate, counted.
    ///
    /// # Errors
    /// Only of the database.
    pub fn bare_sums(&self, month: CalendarMonth) -> StoreResult<usize> {
        let mut statement = self.conn.prepare(SUMS)?;
        let mut rows = statement.query([month_number(month)])?;
        let mut count = 0;
        while rows.next()?.is_some() {
            count += 1;
        }
        Ok(count)
    }
}

fn insert(conn: &Connection, calls: &[BareCall]) -> rusqlite::Result<()> {
    let mut insert = conn.prepare(&format!(
        "INSERT INTO call ({COLUMNS}) VALUES
             (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)"
    ))?;
    for call in calls {
        let [
            file,
            row,
            number,
            started,
            seconds,
            answered,
            leg,
            class,
            month,
            steps,
            rate,
            charge,
        ] = call.numbers;
        insert.execute(params![
            file,
            row,
            number,
            started,
            seconds,
            answered,
            leg,
            class,
            month,
            steps,
            rate,
            charge,
            call.account,
            call.tariff,
            call.raw,
            call.caller,
            call.delivered_to,
        ])?;
    }
    Ok(())
}
