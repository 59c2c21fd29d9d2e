//! Owns 乙方: the companies the firm serves, as they are now. What they were
//! before stands in [`super::customer_revision`]. Refuses two customers under
//! one code, and to save over somebody else's change.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use serde_json::Value;

use desk_domain::staff::StaffId;

use crate::access::{Act, Reader};
use crate::column::{Json, record_id};
use crate::table::audit::{self, Subject};
use crate::table::customer_revision::{self, CustomerRevisionRow};
use crate::{StoreError, StoreResult};

pub(crate) const V1: &str = "
CREATE TABLE customer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 400),
    code TEXT,
    initials TEXT NOT NULL,
    pinyin TEXT NOT NULL,
    company TEXT NOT NULL CHECK (json_valid(company)),
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    created_by INTEGER NOT NULL REFERENCES staff (id),
    updated_at TEXT NOT NULL,
    updated_by INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE UNIQUE INDEX customer_code ON customer (code) WHERE code IS NOT NULL;
CREATE INDEX customer_name ON customer (name);
CREATE TRIGGER customer_is_kept BEFORE DELETE ON customer
BEGIN SELECT RAISE(ABORT, 'customer'); END;
";

record_id! {
    /// Number of a customer.
    CustomerId
}

/// What is known of a customer; what a caller saves.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CustomerContent {
    /// Full registered name.
    pub name: String,
    /// 统一社会信用代码 or legacy number in its canonical form; `None` while
    /// unknown. Unique.
    pub code: Option<String>,
    /// First letters of the name's pinyin, small (`hnhykj`).
    pub initials: String,
    /// The name's pinyin, small and joined (`henanhaiyankeji`).
    pub pinyin: String,
    /// Everything else about the company.
    pub company: Value,
}

/// A customer as they are now.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CustomerRow {
    /// Number.
    pub id: CustomerId,
    /// What is known of them.
    pub content: CustomerContent,
    /// Counts savings, from 1.
    pub revision: i64,
    /// First saved.
    pub created_at: NaiveDateTime,
    /// By whom.
    pub created_by: StaffId,
    /// Last saved.
    pub updated_at: NaiveDateTime,
    /// By whom.
    pub updated_by: StaffId,
}

const COLUMNS: &str = "id, name, code, initials, pinyin, company, revision,
    created_at, created_by, updated_at, updated_by";

impl CustomerRow {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            content: CustomerContent {
                name: row.get("name")?,
                code: row.get("code")?,
                initials: row.get("initials")?,
                pinyin: row.get("pinyin")?,
                company: row.get::<_, Json<Value>>("company")?.0,
            },
            revision: row.get("revision")?,
            created_at: row.get("created_at")?,
            created_by: StaffId(row.get("created_by")?),
            updated_at: row.get("updated_at")?,
            updated_by: StaffId(row.get("updated_by")?),
        })
    }
}

/// Reads customers.
pub struct Customers<'a> {
    pub(crate) reader: Reader<'a>,
}

impl Customers<'_> {
    /// The name of every customer.
    ///
    /// # Errors
    /// Only of the database.
    pub fn names(&self) -> StoreResult<BTreeMap<CustomerId, String>> {
        let mut statement = self
            .reader
            .conn
            .prepare_cached("SELECT id, name FROM customer")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// One customer.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn get(&self, id: CustomerId) -> StoreResult<CustomerRow> {
        get(self.reader.conn, id)
    }

    /// The customer with this code, if there is one.
    ///
    /// # Errors
    /// Only of the database.
    pub fn by_code(&self, code: &str) -> StoreResult<Option<CustomerRow>> {
        by_code(self.reader.conn, code)
    }

    /// The customers saved last, newest first.
    ///
    /// # Errors
    /// Only of the database.
    pub fn recent(&self, limit: u32) -> StoreResult<Vec<CustomerRow>> {
        let mut statement = self.reader.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM customer ORDER BY updated_at DESC, id DESC LIMIT ?1"
        ))?;
        let rows = statement.query_map([limit], CustomerRow::from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What a customer was before each correction, oldest first.
    ///
    /// # Errors
    /// Only of the database.
    pub fn history(&self, id: CustomerId) -> StoreResult<Vec<CustomerRevisionRow>> {
        customer_revision::of(self.reader.conn, id)
    }
}

/// Changes customers.
pub struct CustomersMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl CustomersMut<'_> {
    /// Adds a customer.
    ///
    /// # Errors
    /// `CustomerCodeTaken`.
    pub fn add(&mut self, content: &CustomerContent) -> StoreResult<CustomerId> {
        let conn = self.reader.conn;
        self.code_free_for(None, content)?;
        conn.prepare_cached(
            "INSERT INTO customer (name, code, initials, pinyin, company,
                 created_at, created_by, updated_at, updated_by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?6, ?7)",
        )?
        .execute(params![
            content.name,
            content.code,
            content.initials,
            content.pinyin,
            Json(&content.company),
            self.act.at,
            self.act.by.0,
        ])?;
        let id = CustomerId(conn.last_insert_rowid());
        audit::record(
            conn,
            self.act,
            "customer_added",
            &Subject::Customer(id),
            &Value::Null,
        )?;
        Ok(id)
    }

    /// Saves a customer over the revision the caller read, keeping the old
    /// values; returns the new revision. Saving what is there already changes
    /// nothing.
    ///
    /// # Errors
    /// `NotFound`, `Stale`, `CustomerCodeTaken`.
    pub fn save(
        &mut self,
        id: CustomerId,
        expected_revision: i64,
        content: &CustomerContent,
    ) -> StoreResult<i64> {
        let conn = self.reader.conn;
        let before = get(conn, id)?;
        if before.revision != expected_revision {
            return Err(StoreError::Stale {
                found: before.revision,
                expected: expected_revision,
            });
        }
        if before.content == *content {
            return Ok(before.revision);
        }
        self.code_free_for(Some(id), content)?;
        customer_revision::keep(conn, self.act, &before)?;
        conn.prepare_cached(
            "UPDATE customer SET name = ?2, code = ?3, initials = ?4, pinyin = ?5, company = ?6,
                 revision = revision + 1, updated_at = ?7, updated_by = ?8
             WHERE id = ?1",
        )?
        .execute(params![
            id,
            content.name,
            content.code,
            content.initials,
            content.pinyin,
            Json(&content.company),
            self.act.at,
            self.act.by.0,
        ])?;
        let revision = before.revision + 1;
        let detail = serde_json::json!({ "revision": revision });
        audit::record(
            conn,
            self.act,
            "customer_corrected",
            &Subject::Customer(id),
            &detail,
        )?;
        Ok(revision)
    }

    fn code_free_for(&self, id: Option<CustomerId>, content: &CustomerContent) -> StoreResult<()> {
        let Some(code) = &content.code else {
            return Ok(());
        };
        match by_code(self.reader.conn, code)? {
            Some(other) if Some(other.id) != id => {
                Err(StoreError::CustomerCodeTaken { id: other.id.0 })
            }
            _ => Ok(()),
        }
    }
}

fn get(conn: &Connection, id: CustomerId) -> StoreResult<CustomerRow> {
    conn.prepare_cached(&format!("SELECT {COLUMNS} FROM customer WHERE id = ?1"))?
        .query_row([id], CustomerRow::from_row)
        .optional()?
        .ok_or_else(|| StoreError::not_found("customer", id))
}

fn by_code(conn: &Connection, code: &str) -> StoreResult<Option<CustomerRow>> {
    Ok(conn
        .prepare_cached(&format!("SELECT {COLUMNS} FROM customer WHERE code = ?1"))?
        .query_row([code], CustomerRow::from_row)
        .optional()?)
}
