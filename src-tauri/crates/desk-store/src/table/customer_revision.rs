//! Owns what customers were before each correction (协议第三条（一）: a
//! correction keeps the old value). Refuses to change or lose any of it.

use chrono::NaiveDateTime;
use rusqlite::{Connection, Row, params};
use serde::Serialize;
use serde_json::Value;

use desk_domain::staff::StaffId;

use crate::StoreResult;
use crate::access::Act;
use crate::column::Json;
use crate::table::customer::{CustomerId, CustomerRow};

pub(crate) const V1: &str = "
CREATE TABLE customer_revision (
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    revision INTEGER NOT NULL,
    name TEXT NOT NULL,
    code TEXT,
    company TEXT NOT NULL CHECK (json_valid(company)),
    saved_at TEXT NOT NULL,
    saved_by INTEGER NOT NULL REFERENCES staff (id),
    replaced_at TEXT NOT NULL,
    replaced_by INTEGER NOT NULL REFERENCES staff (id),
    PRIMARY KEY (customer_id, revision)
) STRICT;
CREATE TRIGGER customer_revision_is_kept BEFORE DELETE ON customer_revision
BEGIN SELECT RAISE(ABORT, 'customer_revision'); END;
CREATE TRIGGER customer_revision_is_fixed BEFORE UPDATE ON customer_revision
BEGIN SELECT RAISE(ABORT, 'customer_revision'); END;
";

/// A customer as they were until a correction.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CustomerRevisionRow {
    /// Number of the customer.
    pub customer: CustomerId,
    /// Which saving this was.
    pub revision: i64,
    /// Name then.
    pub name: String,
    /// Code then.
    pub code: Option<String>,
    /// Company then.
    pub company: Value,
    /// When it was saved.
    pub saved_at: NaiveDateTime,
    /// By whom.
    pub saved_by: StaffId,
    /// When it was replaced.
    pub replaced_at: NaiveDateTime,
    /// By whom.
    pub replaced_by: StaffId,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<CustomerRevisionRow> {
    Ok(CustomerRevisionRow {
        customer: row.get("customer_id")?,
        revision: row.get("revision")?,
        name: row.get("name")?,
        code: row.get("code")?,
        company: row.get::<_, Json<Value>>("company")?.0,
        saved_at: row.get("saved_at")?,
        saved_by: StaffId(row.get("saved_by")?),
        replaced_at: row.get("replaced_at")?,
        replaced_by: StaffId(row.get("replaced_by")?),
    })
}

/// All past revisions of a customer, oldest first.
pub(crate) fn of(conn: &Connection, id: CustomerId) -> StoreResult<Vec<CustomerRevisionRow>> {
    let mut statement = conn.prepare_cached(
        "SELECT customer_id, revision, name, code, company,
             saved_at, saved_by, replaced_at, replaced_by
         FROM customer_revision WHERE customer_id = ?1 ORDER BY revision",
    )?;
    let rows = statement.query_map([id], from_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Keeps `before`, which is about to be replaced.
pub(crate) fn keep(conn: &Connection, act: Act, before: &CustomerRow) -> StoreResult<()> {
    conn.prepare_cached(
        "INSERT INTO customer_revision (customer_id, revision, name, code, company,
             saved_at, saved_by, replaced_at, replaced_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![
        before.id,
        before.revision,
        before.content.name,
        before.content.code,
        Json(&before.content.company),
        before.updated_at,
        before.updated_by.0,
        act.at,
        act.by.0,
    ])?;
    Ok(())
}
