//! Owns the pictures that the firm signs with: its seal and its
//! representative's signature, each change another line, the last one in force.
//! Refuses to forget which picture was in force when.

use rusqlite::{OptionalExtension, Row, params};
use serde_json::json;

use crate::StoreResult;
use crate::access::{Act, Reader};
use crate::column::Word;
use crate::table::audit::{self, Subject};
use crate::table::paper::PaperId;

pub(crate) const V4: &str = "
CREATE TABLE firm_mark (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('seal', 'signature')),
    paper INTEGER REFERENCES paper (id),
    millimetres INTEGER NOT NULL CHECK (millimetres BETWEEN 0 AND 200),
    at TEXT NOT NULL,
    by_staff INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX firm_mark_kind ON firm_mark (kind);
CREATE TRIGGER firm_mark_is_kept BEFORE DELETE ON firm_mark
BEGIN SELECT RAISE(ABORT, 'firm_mark'); END;
CREATE TRIGGER firm_mark_is_fixed BEFORE UPDATE ON firm_mark
BEGIN SELECT RAISE(ABORT, 'firm_mark'); END;
";

/// Which picture it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirmMarkKind {
    /// 公章 or 合同专用章.
    Seal,
    /// 代表人签名.
    Signature,
}

/// A picture in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FirmMarkRow {
    /// The picture.
    pub paper: PaperId,
    /// Its width on paper in millimetres.
    pub millimetres: u32,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Option<FirmMarkRow>> {
    let paper: Option<PaperId> = row.get("paper")?;
    let millimetres = row.get("millimetres")?;
    Ok(paper.map(|paper| FirmMarkRow { paper, millimetres }))
}

/// Reads the firm's pictures.
pub struct FirmMarks<'a> {
    pub(crate) reader: Reader<'a>,
}

impl FirmMarks<'_> {
    /// The picture in force, if there is one.
    ///
    /// # Errors
    /// Only of the database.
    pub fn now(&self, kind: FirmMarkKind) -> StoreResult<Option<FirmMarkRow>> {
        let mut statement = self.reader.conn.prepare_cached(
            "SELECT paper, millimetres FROM firm_mark WHERE kind = ?1 ORDER BY id DESC LIMIT 1",
        )?;
        let row = statement.query_row([Word(kind)], from_row).optional()?;
        Ok(row.flatten())
    }
}

/// Writes the firm's pictures.
pub struct FirmMarksMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl FirmMarksMut<'_> {
    /// Puts another picture in force, or none.
    ///
    /// # Errors
    /// Of the database.
    pub fn set(&mut self, kind: FirmMarkKind, mark: Option<FirmMarkRow>) -> StoreResult<()> {
        self.reader
            .conn
            .prepare_cached(
                "INSERT INTO firm_mark (kind, paper, millimetres, at, by_staff)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![
                Word(kind),
                mark.map(|mark| mark.paper),
                mark.map_or(0, |mark| mark.millimetres),
                self.act.at,
                self.act.by.0
            ])?;
        let detail = json!({ "kind": kind, "paper": mark.map(|mark| mark.paper) });
        audit::record(
            self.reader.conn,
            self.act,
            "firm_mark_set",
            &Subject::Firm,
            &detail,
        )
    }
}
