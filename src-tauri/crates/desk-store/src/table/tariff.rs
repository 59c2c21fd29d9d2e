//! Owns the tariff plans: every version of each, from its first day on.
//! Refuses to change a version; a new price is a new version.

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{Row, params};
use serde_json::{Value, json};

use desk_domain::staff::StaffId;

use crate::StoreResult;
use crate::access::{Act, Reader};
use crate::column::{Json, record_id};
use crate::table::audit::{self, Subject};

pub(crate) const V3: &str = "
CREATE TABLE tariff (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan TEXT NOT NULL CHECK (plan <> ''),
    effective TEXT NOT NULL,
    terms TEXT NOT NULL CHECK (json_valid(terms)),
    at TEXT NOT NULL,
    by_staff INTEGER NOT NULL REFERENCES staff (id),
    UNIQUE (plan, effective)
) STRICT;
CREATE TRIGGER tariff_is_kept BEFORE DELETE ON tariff
BEGIN SELECT RAISE(ABORT, 'tariff'); END;
CREATE TRIGGER tariff_is_fixed BEFORE UPDATE ON tariff
BEGIN SELECT RAISE(ABORT, 'tariff'); END;
";

record_id! {
    /// A tariff version's number in the store.
    TariffId
}

/// One version of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct TariffRow {
    /// Its number.
    pub id: TariffId,
    /// Name of the plan.
    pub plan: String,
    /// First day in force.
    pub effective: NaiveDate,
    /// What it says, as JSON that the store does not look into.
    pub terms: Value,
    /// When it was set.
    pub at: NaiveDateTime,
    /// By whom.
    pub by: StaffId,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<TariffRow> {
    Ok(TariffRow {
        id: row.get("id")?,
        plan: row.get("plan")?,
        effective: row.get("effective")?,
        terms: row.get::<_, Json<Value>>("terms")?.0,
        at: row.get("at")?,
        by: StaffId(row.get("by_staff")?),
    })
}

/// Reads tariffs.
pub struct Tariffs<'a> {
    pub(crate) reader: Reader<'a>,
}

impl Tariffs<'_> {
    /// Every version of every plan, by plan and first day.
    ///
    /// # Errors
    /// Only of the database.
    pub fn all(&self) -> StoreResult<Vec<TariffRow>> {
        let mut statement = self.reader.conn.prepare_cached(
            "SELECT id, plan, effective, terms, at, by_staff FROM tariff ORDER BY plan, effective",
        )?;
        let rows = statement.query_map([], from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Sets tariffs.
pub struct TariffsMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl TariffsMut<'_> {
    /// Adds a version.
    ///
    /// # Errors
    /// Of the database, also when the plan has a version of that day.
    pub fn add(
        &mut self,
        plan: &str,
        effective: NaiveDate,
        terms: &Value,
    ) -> StoreResult<TariffId> {
        let conn = self.reader.conn;
        conn.prepare_cached(
            "INSERT INTO tariff (plan, effective, terms, at, by_staff)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            plan,
            effective,
            Json(terms),
            self.act.at,
            self.act.by.0
        ])?;
        let id = TariffId(conn.last_insert_rowid());
        let detail = json!({ "effective": effective, "terms": terms });
        let subject = Subject::Tariff(plan.to_owned());
        audit::record(conn, self.act, "tariff_set", &subject, &detail)?;
        Ok(id)
    }
}
