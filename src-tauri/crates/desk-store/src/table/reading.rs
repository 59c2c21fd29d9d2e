//! Owns what was read off papers: each time one was read, what the reader
//! said, word for word. Refuses to change it; a second look is another row.

use chrono::NaiveDateTime;
use rusqlite::{OptionalExtension, Row, params};
use serde_json::{Value, json};

use desk_domain::staff::StaffId;

use crate::access::{Act, Reader};
use crate::column::{Json, record_id};
use crate::table::audit::{self, Subject};
use crate::table::order::OrderId;
use crate::table::paper::PaperId;
use crate::{StoreError, StoreResult};

pub(crate) const V2: &str = "
CREATE TABLE reading (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper INTEGER NOT NULL REFERENCES paper (id),
    documents TEXT NOT NULL CHECK (json_valid(documents)),
    at TEXT NOT NULL,
    by_staff INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX reading_paper ON reading (paper);
CREATE TRIGGER reading_is_kept BEFORE DELETE ON reading
BEGIN SELECT RAISE(ABORT, 'reading'); END;
CREATE TRIGGER reading_is_fixed BEFORE UPDATE ON reading
BEGIN SELECT RAISE(ABORT, 'reading'); END;
";

record_id! {
    /// A reading's number in the store.
    ReadingId
}

/// What was read off one paper at one time.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadingRow {
    /// Its number.
    pub id: ReadingId,
    /// The paper.
    pub paper: PaperId,
    /// What the reader said, as JSON that the store does not look into.
    pub documents: Value,
    /// When.
    pub at: NaiveDateTime,
    /// Who had it read.
    pub by: StaffId,
}

const COLUMNS: &str = "id, paper, documents, at, by_staff";

fn from_row(row: &Row<'_>) -> rusqlite::Result<ReadingRow> {
    Ok(ReadingRow {
        id: row.get("id")?,
        paper: row.get("paper")?,
        documents: row.get::<_, Json<Value>>("documents")?.0,
        at: row.get("at")?,
        by: StaffId(row.get("by_staff")?),
    })
}

/// Reads what was read.
pub struct Readings<'a> {
    pub(crate) reader: Reader<'a>,
}

impl Readings<'_> {
    /// One reading.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn get(&self, id: ReadingId) -> StoreResult<ReadingRow> {
        self.reader
            .conn
            .prepare_cached(&format!("SELECT {COLUMNS} FROM reading WHERE id = ?1"))?
            .query_row([id], from_row)
            .optional()?
            .ok_or_else(|| StoreError::not_found("reading", id))
    }

    /// The last reading of each paper of an order that was not taken off, in
    /// the order the papers came.
    ///
    /// # Errors
    /// Only of the database.
    pub fn of_order(&self, order: OrderId) -> StoreResult<Vec<ReadingRow>> {
        let mut statement = self.reader.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM reading
             WHERE id IN (
                 SELECT max(reading.id) FROM reading
                 JOIN paper ON paper.id = reading.paper
                 WHERE paper.order_id = ?1 AND paper.removed_at IS NULL
                 GROUP BY reading.paper)
             ORDER BY paper"
        ))?;
        let rows = statement.query_map([order], from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Keeps what was read.
pub struct ReadingsMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl ReadingsMut<'_> {
    /// Keeps what a paper was found to say. The log has the fact, not the
    /// words.
    ///
    /// # Errors
    /// Only of the database.
    pub fn add(&mut self, paper: PaperId, documents: &Value) -> StoreResult<ReadingId> {
        let conn = self.reader.conn;
        conn.prepare_cached(
            "INSERT INTO reading (paper, documents, at, by_staff) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![paper, Json(documents), self.act.at, self.act.by.0])?;
        let id = ReadingId(conn.last_insert_rowid());
        let found = documents.as_array().map_or(0, Vec::len);
        let detail = json!({ "documents": found });
        audit::record(
            conn,
            self.act,
            "paper_read",
            &Subject::Paper(paper),
            &detail,
        )?;
        Ok(id)
    }
}
