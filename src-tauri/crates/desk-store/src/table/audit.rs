//! Owns the audit log: who did what to which record, and when; each line is
//! chained to the one before by its hash. Refuses to change or lose a line.
//!
//! Details carry no identity number, telephone or password.

use chrono::NaiveDateTime;
use data_encoding::HEXLOWER;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use desk_domain::staff::StaffId;

use crate::StoreResult;
use crate::access::{Act, Reader};
use crate::column::Json;
use crate::table::account::AccountId;
use crate::table::call_file::CallFileId;
use crate::table::customer::CustomerId;
use crate::table::dispute::DisputeId;
use crate::table::order::OrderId;
use crate::table::paper::PaperId;

pub(crate) const V1: &str = "
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    staff INTEGER REFERENCES staff (id),
    action TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    detail TEXT NOT NULL CHECK (json_valid(detail)),
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_subject ON audit (subject_kind, subject_id);
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'audit'); END;
CREATE TRIGGER audit_is_fixed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'audit'); END;
CREATE TRIGGER audit_grows_at_its_end BEFORE INSERT ON audit
WHEN NEW.prev_hash IS NOT coalesce((SELECT hash FROM audit ORDER BY seq DESC LIMIT 1), '')
BEGIN SELECT RAISE(ABORT, 'audit'); END;
";

/// What a line of the log is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The store as a whole.
    Store,
    /// A member of staff.
    Staff(StaffId),
    /// The firm's profile.
    Firm,
    /// A customer.
    Customer(CustomerId),
    /// An order.
    Order(OrderId),
    /// A paper.
    Paper(PaperId),
    /// A 400 number.
    Number(String),
    /// A printed agreement, by its number.
    Agreement(String),
    /// A setting, by its key.
    Setting(String),
    /// An edition of the agreement's text, by its name.
    Edition(String),
    /// A tariff plan, by its name.
    Tariff(String),
    /// A prepaid account.
    Account(AccountId),
    /// A file of call records.
    CallFile(CallFileId),
    /// An accounting month, `YYYY-MM`.
    Month(String),
    /// A dispute over calls.
    Dispute(DisputeId),
}

impl Subject {
    /// Kind and id as the log keeps them.
    #[must_use]
    pub fn columns(&self) -> (&'static str, String) {
        match self {
            Self::Store => ("store", String::new()),
            Self::Staff(id) => ("staff", id.0.to_string()),
            Self::Firm => ("firm", String::new()),
            Self::Customer(id) => ("customer", id.to_string()),
            Self::Order(id) => ("order", id.to_string()),
            Self::Paper(id) => ("paper", id.to_string()),
            Self::Number(number) => ("number", number.clone()),
            Self::Agreement(number) => ("agreement", number.clone()),
            Self::Setting(key) => ("setting", key.clone()),
            Self::Edition(name) => ("edition", name.clone()),
            Self::Tariff(plan) => ("tariff", plan.clone()),
            Self::Account(id) => ("account", id.to_string()),
            Self::CallFile(id) => ("call_file", id.to_string()),
            Self::Month(month) => ("month", month.clone()),
            Self::Dispute(id) => ("dispute", id.to_string()),
        }
    }
}

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AuditRow {
    /// Its place, from 1.
    pub seq: i64,
    /// When, local time.
    pub at: NaiveDateTime,
    /// Who; nobody while nobody was signed in.
    pub staff: Option<StaffId>,
    /// What was done, a `snake_case` word.
    pub action: String,
    /// Kind of record, see [`Subject::columns`].
    pub subject_kind: String,
    /// Key of the record.
    pub subject_id: String,
    /// More about it.
    pub detail: Value,
    /// Hash of the line, hex.
    pub hash: String,
}

impl AuditRow {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            seq: row.get("seq")?,
            at: row.get("at")?,
            staff: row.get::<_, Option<i64>>("staff")?.map(StaffId),
            action: row.get("action")?,
            subject_kind: row.get("subject_kind")?,
            subject_id: row.get("subject_id")?,
            detail: row.get::<_, Json<Value>>("detail")?.0,
            hash: row.get("hash")?,
        })
    }
}

/// Reads the log.
pub struct Audit<'a> {
    pub(crate) reader: Reader<'a>,
}

const COLUMNS: &str = "seq, at, staff, action, subject_kind, subject_id, detail, hash";

impl Audit<'_> {
    /// The newest lines before `before` (all when `None`), newest first, at
    /// most `limit`.
    ///
    /// # Errors
    /// Only of the database.
    pub fn page(&self, before: Option<i64>, limit: u32) -> StoreResult<Vec<AuditRow>> {
        let mut statement = self.reader.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM audit WHERE seq < ?1 ORDER BY seq DESC LIMIT ?2"
        ))?;
        let rows = statement.query_map(
            params![before.unwrap_or(i64::MAX), limit],
            AuditRow::from_row,
        )?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// All lines about one record, oldest first.
    ///
    /// # Errors
    /// Only of the database.
    pub fn about(&self, subject: &Subject) -> StoreResult<Vec<AuditRow>> {
        let (kind, id) = subject.columns();
        let mut statement = self.reader.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM audit WHERE subject_kind = ?1 AND subject_id = ?2 ORDER BY seq"
        ))?;
        let rows = statement.query_map(params![kind, id], AuditRow::from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Adds to the log what no table's own write says: overrides, viewings,
/// prints, exports.
pub struct AuditMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl AuditMut<'_> {
    /// Adds a line.
    ///
    /// # Errors
    /// Only of the database.
    pub fn record(&mut self, action: &str, subject: &Subject, detail: &Value) -> StoreResult<()> {
        record(self.reader.conn, self.act, action, subject, detail)
    }
}

/// Adds a line for a member of staff.
pub(crate) fn record(
    conn: &Connection,
    act: Act,
    action: &str,
    subject: &Subject,
    detail: &Value,
) -> StoreResult<()> {
    record_for(conn, Some(act.by), act.at, action, subject, detail)
}

/// Adds a line, also for nobody.
pub(crate) fn record_for(
    conn: &Connection,
    staff: Option<StaffId>,
    at: NaiveDateTime,
    action: &str,
    subject: &Subject,
    detail: &Value,
) -> StoreResult<()> {
    let (kind, id) = subject.columns();
    let (last, prev_hash): (i64, String) = conn
        .prepare_cached("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
        .unwrap_or_default();
    let line = Line {
        seq: last + 1,
        at: at.format("%F %T%.f").to_string(),
        staff: staff.map(|s| s.0),
        action: action.to_owned(),
        kind: kind.to_owned(),
        id,
        detail: detail.to_string(),
    };
    conn.prepare_cached(
        "INSERT INTO audit (seq, at, staff, action, subject_kind, subject_id, detail, prev_hash, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![
        line.seq,
        line.at,
        line.staff,
        line.action,
        line.kind,
        line.id,
        line.detail,
        prev_hash,
        line.hash_after(&prev_hash),
    ])?;
    Ok(())
}

/// A line exactly as it stands in its columns.
struct Line {
    seq: i64,
    at: String,
    staff: Option<i64>,
    action: String,
    kind: String,
    id: String,
    detail: String,
}

impl Line {
    /// SHA-256 over the previous hash and every column, each with its length
    /// before it so that no two lines read alike.
    fn hash_after(&self, prev_hash: &str) -> String {
        let staff = self.staff.map(|id| id.to_string()).unwrap_or_default();
        let seq = self.seq.to_string();
        let parts = [
            prev_hash,
            &seq,
            &self.at,
            &staff,
            &self.action,
            &self.kind,
            &self.id,
            &self.detail,
        ];
        let mut hash = Sha256::new();
        for part in parts {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        HEXLOWER.encode(&hash.finalize())
    }
}

/// Follows the chain from its first line; `Some(seq)` names the first line
/// that does not fit, or the one after the last when lines are missing there.
pub(crate) fn first_broken_line(conn: &Connection) -> StoreResult<Option<i64>> {
    let mut statement = conn.prepare(
        "SELECT seq, at, staff, action, subject_kind, subject_id, detail, prev_hash, hash
         FROM audit ORDER BY seq",
    )?;
    let mut rows = statement.query([])?;
    let (mut expected_seq, mut expected_prev) = (1_i64, String::new());
    while let Some(row) = rows.next()? {
        let line = Line {
            seq: row.get(0)?,
            at: row.get(1)?,
            staff: row.get(2)?,
            action: row.get(3)?,
            kind: row.get(4)?,
            id: row.get(5)?,
            detail: row.get(6)?,
        };
        let (prev, hash): (String, String) = (row.get(7)?, row.get(8)?);
        if line.seq != expected_seq || prev != expected_prev || line.hash_after(&prev) != hash {
            return Ok(Some(expected_seq));
        }
        expected_seq += 1;
        expected_prev = hash;
    }
    let issued: i64 = conn
        .query_row(
            "SELECT seq FROM sqlite_sequence WHERE name = 'audit'",
            [],
            |row| row.get(0),
        )
        .optional()?
        .unwrap_or(0);
    Ok((issued != expected_seq - 1).then_some(expected_seq))
}
