//! Owns the carrier's files that came in: which bytes, when, by whom, and
//! what became of their rows. Refuses to forget one.

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{OptionalExtension, Row, params};
use serde_json::{Value, json};

use desk_domain::staff::StaffId;

use crate::access::{Act, Reader};
use crate::column::{Json, record_id};
use crate::table::audit::{self, Subject};
use crate::{StoreError, StoreResult};

pub(crate) const V3: &str = "
CREATE TABLE call_file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    carrier TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    heads TEXT NOT NULL CHECK (json_valid(heads)),
    layout TEXT NOT NULL CHECK (json_valid(layout)),
    at TEXT NOT NULL,
    by_staff INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX call_file_sha256 ON call_file (sha256);
CREATE TABLE call_file_outcome (
    file INTEGER PRIMARY KEY REFERENCES call_file (id),
    row_count INTEGER NOT NULL,
    imported INTEGER NOT NULL,
    duplicate INTEGER NOT NULL,
    quarantined INTEGER NOT NULL,
    skipped_totals INTEGER NOT NULL,
    sums TEXT NOT NULL CHECK (json_valid(sums)),
    from_day TEXT,
    until_day TEXT
) STRICT;
CREATE TRIGGER call_file_is_kept BEFORE DELETE ON call_file
BEGIN SELECT RAISE(ABORT, 'call_file'); END;
CREATE TRIGGER call_file_is_fixed BEFORE UPDATE ON call_file
BEGIN SELECT RAISE(ABORT, 'call_file'); END;
CREATE TRIGGER call_file_outcome_is_kept BEFORE DELETE ON call_file_outcome
BEGIN SELECT RAISE(ABORT, 'call_file_outcome'); END;
CREATE TRIGGER call_file_outcome_is_fixed BEFORE UPDATE ON call_file_outcome
BEGIN SELECT RAISE(ABORT, 'call_file_outcome'); END;
";

record_id! {
    /// An imported file's number in the store.
    CallFileId
}

/// A file about to be taken in.
#[derive(Debug, Clone, PartialEq)]
pub struct NewCallFile {
    /// Its name.
    pub name: String,
    /// The carrier.
    pub carrier: String,
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
    /// Heads of its columns.
    pub heads: Vec<String>,
    /// The layout it was read by, as JSON that the store does not look into.
    pub layout: Value,
}

/// What became of a file's rows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CallFileOutcome {
    /// Rows, heads left out.
    pub rows: u64,
    /// Calls that were new.
    pub imported: u64,
    /// Calls that were there.
    pub duplicate: u64,
    /// Rows set aside.
    pub quarantined: u64,
    /// Rows of sums.
    pub skipped_totals: u64,
    /// Sums that the rows do not come to, as JSON.
    pub sums: Value,
    /// First day of a call.
    pub from: Option<NaiveDate>,
    /// Last day of a call.
    pub until: Option<NaiveDate>,
}

/// A file that was taken in.
#[derive(Debug, Clone, PartialEq)]
pub struct CallFileRow {
    /// Its number.
    pub id: CallFileId,
    /// What it is.
    pub file: NewCallFile,
    /// What became of it.
    pub outcome: CallFileOutcome,
    /// When.
    pub at: NaiveDateTime,
    /// By whom.
    pub by: StaffId,
}

const SELECT: &str = "SELECT id, name, carrier, sha256, heads, layout, at, by_staff, row_count,
    imported, duplicate, quarantined, skipped_totals, sums, from_day, until_day
    FROM call_file JOIN call_file_outcome ON call_file_outcome.file = call_file.id";

fn from_row(row: &Row<'_>) -> rusqlite::Result<CallFileRow> {
    Ok(CallFileRow {
        id: row.get("id")?,
        file: NewCallFile {
            name: row.get("name")?,
            carrier: row.get("carrier")?,
            sha256: row.get("sha256")?,
            heads: row.get::<_, Json<Vec<String>>>("heads")?.0,
            layout: row.get::<_, Json<Value>>("layout")?.0,
        },
        outcome: CallFileOutcome {
            rows: row.get("row_count")?,
            imported: row.get("imported")?,
            duplicate: row.get("duplicate")?,
            quarantined: row.get("quarantined")?,
            skipped_totals: row.get("skipped_totals")?,
            sums: row.get::<_, Json<Value>>("sums")?.0,
            from: row.get("from_day")?,
            until: row.get("until_day")?,
        },
        at: row.get("at")?,
        by: StaffId(row.get("by_staff")?),
    })
}

/// Reads which files came in.
pub struct CallFiles<'a> {
    pub(crate) reader: Reader<'a>,
}

impl CallFiles<'_> {
    /// One file.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn get(&self, id: CallFileId) -> StoreResult<CallFileRow> {
        self.reader
            .conn
            .prepare_cached(&format!("{SELECT} WHERE id = ?1"))?
            .query_row([id], from_row)
            .optional()?
            .ok_or_else(|| StoreError::not_found("call file", id))
    }

    /// All files, newest first.
    ///
    /// # Errors
    /// Only of the database.
    pub fn all(&self) -> StoreResult<Vec<CallFileRow>> {
        let mut statement = self
            .reader
            .conn
            .prepare_cached(&format!("{SELECT} ORDER BY id DESC"))?;
        let rows = statement.query_map([], from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Whether these bytes were taken in before.
    ///
    /// # Errors
    /// Only of the database.
    pub fn knows(&self, sha256: &str) -> StoreResult<bool> {
        Ok(self
            .reader
            .conn
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM call_file WHERE sha256 = ?1)")?
            .query_row([sha256], |row| row.get(0))?)
    }
}

/// Takes files in.
pub struct CallFilesMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl CallFilesMut<'_> {
    /// Begins a file, so that its rows can name it.
    ///
    /// # Errors
    /// Only of the database.
    pub fn begin(&mut self, file: &NewCallFile) -> StoreResult<CallFileId> {
        let conn = self.reader.conn;
        conn.prepare_cached(
            "INSERT INTO call_file (name, carrier, sha256, heads, layout, at, by_staff)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            file.name,
            file.carrier,
            file.sha256,
            Json(&file.heads),
            Json(&file.layout),
            self.act.at,
            self.act.by.0,
        ])?;
        Ok(CallFileId(conn.last_insert_rowid()))
    }

    /// Ends a file with what became of its rows.
    ///
    /// # Errors
    /// Only of the database.
    pub fn end(&mut self, id: CallFileId, outcome: &CallFileOutcome) -> StoreResult<()> {
        let conn = self.reader.conn;
        conn.prepare_cached(
            "INSERT INTO call_file_outcome (file, row_count, imported, duplicate, quarantined,
                 skipped_totals, sums, from_day, until_day)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            id,
            outcome.rows,
            outcome.imported,
            outcome.duplicate,
            outcome.quarantined,
            outcome.skipped_totals,
            Json(&outcome.sums),
            outcome.from,
            outcome.until,
        ])?;
        let detail = json!({
            "rows": outcome.rows, "imported": outcome.imported,
            "duplicate": outcome.duplicate, "quarantined": outcome.quarantined,
        });
        audit::record(
            conn,
            self.act,
            "calls_imported",
            &Subject::CallFile(id),
            &detail,
        )
    }
}
