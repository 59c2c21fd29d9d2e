//! Owns the rows of carriers' files that could not be taken as calls, and
//! what became of each. Refuses to lose a row, and to decide one twice.

use rusqlite::{OptionalExtension, Row, params};
use serde_json::{Value, json};

use crate::access::{Act, Reader};
use crate::column::{Json, Word, record_id};
use crate::table::audit::{self, Subject};
use crate::table::call::CallId;
use crate::table::call_file::CallFileId;
use crate::{StoreError, StoreResult};

pub(crate) const V3: &str = "
CREATE TABLE quarantine (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file INTEGER NOT NULL REFERENCES call_file (id),
    row_no INTEGER NOT NULL,
    cells TEXT NOT NULL CHECK (json_valid(cells)),
    reason TEXT NOT NULL CHECK (reason <> ''),
    details TEXT NOT NULL CHECK (json_valid(details))
) STRICT;
CREATE INDEX quarantine_file ON quarantine (file);
CREATE TABLE quarantine_outcome (
    quarantine INTEGER PRIMARY KEY REFERENCES quarantine (id),
    state TEXT NOT NULL CHECK (state IN ('mended', 'given_up')),
    call INTEGER REFERENCES call (id),
    cells TEXT NOT NULL CHECK (json_valid(cells)),
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    by_staff INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE TRIGGER quarantine_is_kept BEFORE DELETE ON quarantine
BEGIN SELECT RAISE(ABORT, 'quarantine'); END;
CREATE TRIGGER quarantine_is_fixed BEFORE UPDATE ON quarantine
BEGIN SELECT RAISE(ABORT, 'quarantine'); END;
CREATE TRIGGER quarantine_outcome_is_kept BEFORE DELETE ON quarantine_outcome
BEGIN SELECT RAISE(ABORT, 'quarantine_outcome'); END;
CREATE TRIGGER quarantine_outcome_is_fixed BEFORE UPDATE ON quarantine_outcome
BEGIN SELECT RAISE(ABORT, 'quarantine_outcome'); END;
";

record_id! {
    /// Number of a row set aside.
    QuarantineId
}

/// What became of a row set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuarantineState {
    /// It waits for a person.
    Waiting,
    /// It was set right and is a call now.
    Mended,
    /// It cannot be set right.
    GivenUp,
}

/// A row set aside.
#[derive(Debug, Clone, PartialEq)]
pub struct QuarantineRow {
    /// Its number.
    pub id: QuarantineId,
    /// The file.
    pub file: CallFileId,
    /// Row in the file.
    pub row: u64,
    /// The row, cell by cell, as it stood.
    pub cells: Vec<String>,
    /// Why, as a code.
    pub reason: String,
    /// Values that stand in the reason's sentence.
    pub details: Value,
    /// What became of it.
    pub state: QuarantineState,
}

const SELECT: &str = "SELECT id, file, row_no, quarantine.cells AS cells,
    quarantine.reason AS reason, details, coalesce(state, 'waiting') AS state
    FROM quarantine LEFT JOIN quarantine_outcome ON quarantine_outcome.quarantine = quarantine.id";

fn from_row(row: &Row<'_>) -> rusqlite::Result<QuarantineRow> {
    Ok(QuarantineRow {
        id: row.get("id")?,
        file: row.get("file")?,
        row: row.get("row_no")?,
        cells: row.get::<_, Json<Vec<String>>>("cells")?.0,
        reason: row.get("reason")?,
        details: row.get::<_, Json<Value>>("details")?.0,
        state: row.get::<_, Word<QuarantineState>>("state")?.0,
    })
}

/// Reads rows set aside.
pub struct Quarantine<'a> {
    pub(crate) reader: Reader<'a>,
}

impl Quarantine<'_> {
    /// One row.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn get(&self, id: QuarantineId) -> StoreResult<QuarantineRow> {
        self.reader
            .conn
            .prepare_cached(&format!("{SELECT} WHERE id = ?1"))?
            .query_row([id], from_row)
            .optional()?
            .ok_or_else(|| StoreError::not_found("row set aside", id))
    }

    /// Rows of a file, or of all; those that wait only, unless `all`.
    ///
    /// # Errors
    /// Only of the database.
    pub fn list(
        &self,
        file: Option<CallFileId>,
        all: bool,
        limit: u32,
    ) -> StoreResult<Vec<QuarantineRow>> {
        let mut statement = self.reader.conn.prepare_cached(&format!(
            "{SELECT} WHERE (?1 IS NULL OR file = ?1) AND (?2 OR state IS NULL)
             ORDER BY file DESC, row_no LIMIT ?3"
        ))?;
        let rows = statement.query_map(params![file, all, limit], from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many rows wait for a person; of one file when it is named.
    ///
    /// # Errors
    /// Only of the database.
    pub fn waiting(&self, file: Option<CallFileId>) -> StoreResult<u64> {
        Ok(self
            .reader
            .conn
            .prepare_cached(
                "SELECT count(*) FROM quarantine
                 WHERE (?1 IS NULL OR file = ?1) AND NOT EXISTS (
                     SELECT 1 FROM quarantine_outcome WHERE quarantine = quarantine.id)",
            )?
            .query_row([file], |row| row.get(0))?)
    }
}

/// Sets rows aside and decides them.
pub struct QuarantineMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl QuarantineMut<'_> {
    /// Sets a row aside.
    ///
    /// # Errors
    /// Only of the database.
    pub fn add(
        &mut self,
        file: CallFileId,
        row: u64,
        cells: &[String],
        reason: &str,
        details: &Value,
    ) -> StoreResult<()> {
        self.reader
            .conn
            .prepare_cached(
                "INSERT INTO quarantine (file, row_no, cells, reason, details)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![file, row, Json(cells), reason, Json(details)])?;
        Ok(())
    }

    /// Decides a row: set right as `call` (none when that call was there), or
    /// given up for a reason.
    ///
    /// # Errors
    /// Of the database, also when it is decided already.
    pub fn decide(
        &mut self,
        id: QuarantineId,
        state: QuarantineState,
        call: Option<CallId>,
        cells: &[String],
        reason: &str,
    ) -> StoreResult<()> {
        let conn = self.reader.conn;
        conn.prepare_cached(
            "INSERT INTO quarantine_outcome (quarantine, state, call, cells, reason, at, by_staff)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            id,
            Word(state),
            call,
            Json(cells),
            reason,
            self.act.at,
            self.act.by.0
        ])?;
        let row = Quarantine {
            reader: self.reader,
        }
        .get(id)?;
        let detail = json!({ "row": row.row, "state": state, "reason": reason });
        let subject = Subject::CallFile(row.file);
        audit::record(conn, self.act, "row_decided", &subject, &detail)
    }
}
