//! Owns everything that ever happened to a 400 number. Refuses to change or
//! lose any of it.

use chrono::NaiveDateTime;
use rusqlite::{Connection, Row, params};
use serde::Serialize;

use desk_domain::staff::StaffId;
use desk_domain::stock::NumberState;

use crate::StoreResult;
use crate::access::Act;
use crate::column::Word;
use crate::table::number::Holder;

pub(crate) const V1: &str = "
CREATE TABLE number_history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    number400 TEXT NOT NULL REFERENCES number (number400),
    from_state TEXT,
    to_state TEXT NOT NULL,
    order_id INTEGER REFERENCES orders (id),
    agreement TEXT REFERENCES agreement (number),
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    by_staff INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX number_history_number ON number_history (number400);
CREATE TRIGGER number_history_is_kept BEFORE DELETE ON number_history
BEGIN SELECT RAISE(ABORT, 'number_history'); END;
CREATE TRIGGER number_history_is_fixed BEFORE UPDATE ON number_history
BEGIN SELECT RAISE(ABORT, 'number_history'); END;
";

/// One step in the life of a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NumberHistoryRow {
    /// State before; `None` when it came into stock.
    pub from: Option<NumberState>,
    /// State after.
    pub to: NumberState,
    /// Who held it after.
    pub holder: Holder,
    /// Why.
    pub reason: String,
    /// When.
    pub at: NaiveDateTime,
    /// By whom.
    pub by: StaffId,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<NumberHistoryRow> {
    Ok(NumberHistoryRow {
        from: row
            .get::<_, Option<Word<NumberState>>>("from_state")?
            .map(|Word(state)| state),
        to: row.get::<_, Word<NumberState>>("to_state")?.0,
        holder: Holder {
            order: row.get("order_id")?,
            agreement: row.get("agreement")?,
        },
        reason: row.get("reason")?,
        at: row.get("at")?,
        by: StaffId(row.get("by_staff")?),
    })
}

/// A step about to be kept.
pub(crate) struct Step<'a> {
    pub(crate) from: Option<NumberState>,
    pub(crate) to: NumberState,
    pub(crate) holder: &'a Holder,
    pub(crate) reason: &'a str,
}

pub(crate) fn keep(
    conn: &Connection,
    act: Act,
    number400: &str,
    step: &Step<'_>,
) -> StoreResult<()> {
    conn.prepare_cached(
        "INSERT INTO number_history (number400, from_state, to_state, order_id, agreement,
             reason, at, by_staff)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        number400,
        step.from.map(Word),
        Word(step.to),
        step.holder.order,
        step.holder.agreement,
        step.reason,
        act.at,
        act.by.0,
    ])?;
    Ok(())
}

pub(crate) fn of(conn: &Connection, number400: &str) -> StoreResult<Vec<NumberHistoryRow>> {
    let mut statement = conn.prepare_cached(
        "SELECT from_state, to_state, order_id, agreement, reason, at, by_staff
         FROM number_history WHERE number400 = ?1 ORDER BY id",
    )?;
    let rows = statement.query_map([number400], from_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}
