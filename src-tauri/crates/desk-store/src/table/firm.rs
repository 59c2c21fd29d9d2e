//! Owns 甲方: every version of the firm's own profile. Refuses to change a
//! version; a correction is another version.

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{OptionalExtension, Row, params};
use serde::Serialize;

use desk_domain::party::Firm;
use desk_domain::staff::StaffId;

use crate::StoreResult;
use crate::access::{Act, Reader};
use crate::column::Json;
use crate::table::audit::{self, Subject};
use crate::table::paper::PaperId;

pub(crate) const V1: &str = "
CREATE TABLE firm (
    version INTEGER PRIMARY KEY AUTOINCREMENT,
    profile TEXT NOT NULL CHECK (json_valid(profile)),
    effective_from TEXT NOT NULL,
    seal INTEGER REFERENCES paper (id),
    saved_at TEXT NOT NULL,
    saved_by INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE TRIGGER firm_is_kept BEFORE DELETE ON firm
BEGIN SELECT RAISE(ABORT, 'firm'); END;
CREATE TRIGGER firm_is_fixed BEFORE UPDATE ON firm
BEGIN SELECT RAISE(ABORT, 'firm'); END;
";

/// One version of the firm's profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FirmRow {
    /// Its number, from 1.
    pub version: i64,
    /// The profile.
    pub profile: Firm,
    /// First day on which it goes onto new papers.
    pub effective_from: NaiveDate,
    /// Image of the seal.
    pub seal: Option<PaperId>,
    /// When it was saved.
    pub saved_at: NaiveDateTime,
    /// Who saved it.
    pub saved_by: StaffId,
}

const COLUMNS: &str = "version, profile, effective_from, seal, saved_at, saved_by";

impl FirmRow {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            version: row.get("version")?,
            profile: row.get::<_, Json<Firm>>("profile")?.0,
            effective_from: row.get("effective_from")?,
            seal: row.get("seal")?,
            saved_at: row.get("saved_at")?,
            saved_by: StaffId(row.get("saved_by")?),
        })
    }
}

/// Reads the firm's profile.
pub struct Firms<'a> {
    pub(crate) reader: Reader<'a>,
}

impl Firms<'_> {
    /// The profile in force on a day: of those effective by then, the one
    /// saved last.
    ///
    /// # Errors
    /// Only of the database.
    pub fn on(&self, day: NaiveDate) -> StoreResult<Option<FirmRow>> {
        Ok(self
            .reader
            .conn
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM firm WHERE effective_from <= ?1
                 ORDER BY version DESC LIMIT 1"
            ))?
            .query_row([day], FirmRow::from_row)
            .optional()?)
    }

    /// Every version, newest first.
    ///
    /// # Errors
    /// Only of the database.
    pub fn versions(&self) -> StoreResult<Vec<FirmRow>> {
        let mut statement = self
            .reader
            .conn
            .prepare(&format!("SELECT {COLUMNS} FROM firm ORDER BY version DESC"))?;
        let rows = statement.query_map([], FirmRow::from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Adds versions of the firm's profile.
pub struct FirmsMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl FirmsMut<'_> {
    /// Saves another version; returns its number.
    ///
    /// # Errors
    /// Only of the database.
    pub fn save(
        &mut self,
        profile: &Firm,
        effective_from: NaiveDate,
        seal: Option<PaperId>,
    ) -> StoreResult<i64> {
        let conn = self.reader.conn;
        conn.execute(
            "INSERT INTO firm (profile, effective_from, seal, saved_at, saved_by)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                Json(profile),
                effective_from,
                seal,
                self.act.at,
                self.act.by.0
            ],
        )?;
        let version = conn.last_insert_rowid();
        let detail = serde_json::json!({ "version": version, "effective_from": effective_from });
        audit::record(conn, self.act, "firm_saved", &Subject::Firm, &detail)?;
        Ok(version)
    }
}
