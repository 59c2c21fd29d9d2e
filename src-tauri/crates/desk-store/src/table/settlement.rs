//! Owns what people decided about values that were read off papers: what was
//! read, and what the person stands by. Refuses to change a decision; another
//! one follows it.

use chrono::NaiveDateTime;
use rusqlite::{Row, params};
use serde_json::json;

use desk_domain::staff::StaffId;

use crate::StoreResult;
use crate::access::{Act, Reader};
use crate::table::audit::{self, Subject};
use crate::table::order::OrderId;
use crate::table::reading::ReadingId;

pub(crate) const V2: &str = "
CREATE TABLE settlement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    reading INTEGER NOT NULL REFERENCES reading (id),
    document INTEGER NOT NULL CHECK (document >= 0),
    field TEXT NOT NULL CHECK (length(field) > 0),
    was_read TEXT NOT NULL,
    settled TEXT NOT NULL,
    at TEXT NOT NULL,
    by_staff INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX settlement_order ON settlement (order_id);
CREATE TRIGGER settlement_is_kept BEFORE DELETE ON settlement
BEGIN SELECT RAISE(ABORT, 'settlement'); END;
CREATE TRIGGER settlement_is_fixed BEFORE UPDATE ON settlement
BEGIN SELECT RAISE(ABORT, 'settlement'); END;
";

/// What a person is asked to decide about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Question {
    /// The reading that raised it.
    pub reading: ReadingId,
    /// The document within the reading, from 0.
    pub document: u32,
    /// The field within the document.
    pub field: String,
}

/// One decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettlementRow {
    /// What it is about.
    pub question: Question,
    /// What was read.
    pub was_read: String,
    /// What the person stands by.
    pub settled: String,
    /// When.
    pub at: NaiveDateTime,
    /// Who.
    pub by: StaffId,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<SettlementRow> {
    Ok(SettlementRow {
        question: Question {
            reading: row.get("reading")?,
            document: row.get("document")?,
            field: row.get("field")?,
        },
        was_read: row.get("was_read")?,
        settled: row.get("settled")?,
        at: row.get("at")?,
        by: StaffId(row.get("by_staff")?),
    })
}

/// Reads decisions.
pub struct Settlements<'a> {
    pub(crate) reader: Reader<'a>,
}

impl Settlements<'_> {
    /// Every decision about an order's papers, oldest first.
    ///
    /// # Errors
    /// Only of the database.
    pub fn of_order(&self, order: OrderId) -> StoreResult<Vec<SettlementRow>> {
        let mut statement = self.reader.conn.prepare_cached(
            "SELECT reading, document, field, was_read, settled, at, by_staff
             FROM settlement WHERE order_id = ?1 ORDER BY id",
        )?;
        let rows = statement.query_map([order], from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Keeps decisions.
pub struct SettlementsMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl SettlementsMut<'_> {
    /// Keeps what the acting person decided. The log tells of which field and
    /// whether it was corrected; the values stand here only, since they may
    /// be a person's identity number.
    ///
    /// # Errors
    /// Only of the database.
    pub fn add(
        &mut self,
        order: OrderId,
        question: &Question,
        was_read: &str,
        settled: &str,
    ) -> StoreResult<()> {
        let conn = self.reader.conn;
        conn.prepare_cached(
            "INSERT INTO settlement
                 (order_id, reading, document, field, was_read, settled, at, by_staff)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            order,
            question.reading,
            question.document,
            question.field,
            was_read,
            settled,
            self.act.at,
            self.act.by.0,
        ])?;
        let detail = json!({ "field": question.field, "corrected": was_read != settled });
        let subject = Subject::Order(order);
        audit::record(conn, self.act, "reading_settled", &subject, &detail)
    }
}
