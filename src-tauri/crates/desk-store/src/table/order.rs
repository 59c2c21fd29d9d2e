//! Owns the orders at the desk, from the first keystroke of a draft on.
//! Refuses to save over what another window saved in the meantime.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use serde_json::Value;

use desk_domain::form::Business;
use desk_domain::order::OrderState;
use desk_domain::staff::StaffId;

use crate::access::{Act, Reader};
use crate::column::{Json, Word, record_id, word};
use crate::table::audit::{self, Subject};
use crate::table::customer::CustomerId;
use crate::{StoreError, StoreResult};

pub(crate) const V1: &str = "
CREATE TABLE orders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id INTEGER REFERENCES customer (id),
    business TEXT NOT NULL CHECK (length(business) > 0),
    state TEXT NOT NULL
        CHECK (state IN ('draft', 'ready', 'printed', 'signed', 'in_force', 'void')),
    number400 TEXT,
    form TEXT NOT NULL CHECK (json_valid(form)),
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    created_by INTEGER NOT NULL REFERENCES staff (id),
    updated_at TEXT NOT NULL,
    updated_by INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX orders_state ON orders (state, updated_at);
CREATE INDEX orders_customer ON orders (customer_id);
CREATE INDEX orders_number ON orders (number400) WHERE number400 IS NOT NULL;
CREATE TRIGGER orders_are_kept BEFORE DELETE ON orders
BEGIN SELECT RAISE(ABORT, 'orders'); END;
CREATE TRIGGER orders_stay_void BEFORE UPDATE ON orders WHEN OLD.state = 'void'
BEGIN SELECT RAISE(ABORT, 'orders'); END;
";

record_id! {
    /// Number of an order.
    OrderId
}

/// What an order says; what a caller saves.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OrderContent {
    /// Whose it is, once known.
    pub customer: Option<CustomerId>,
    /// What the customer came for.
    pub business: Business,
    /// Where it stands.
    pub state: OrderState,
    /// The 400 number picked, ten digits.
    pub number400: Option<String>,
    /// The acceptance form as typed.
    pub form: Value,
}

/// An order.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OrderRow {
    /// Number.
    pub id: OrderId,
    /// What it says.
    pub content: OrderContent,
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

const COLUMNS: &str = "id, customer_id, business, state, number400, form, revision,
    created_at, created_by, updated_at, updated_by";

impl OrderRow {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            content: OrderContent {
                customer: row.get("customer_id")?,
                business: row.get::<_, Word<Business>>("business")?.0,
                state: row.get::<_, Word<OrderState>>("state")?.0,
                number400: row.get("number400")?,
                form: row.get::<_, Json<Value>>("form")?.0,
            },
            revision: row.get("revision")?,
            created_at: row.get("created_at")?,
            created_by: StaffId(row.get("created_by")?),
            updated_at: row.get("updated_at")?,
            updated_by: StaffId(row.get("updated_by")?),
        })
    }
}

/// Reads orders.
pub struct Orders<'a> {
    pub(crate) reader: Reader<'a>,
}

impl Orders<'_> {
    /// One order.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn get(&self, id: OrderId) -> StoreResult<OrderRow> {
        get(self.reader.conn, id)
    }

    /// Orders in one of `states` (in any when empty), last saved first.
    ///
    /// # Errors
    /// Only of the database.
    pub fn list(&self, states: &[OrderState], limit: u32) -> StoreResult<Vec<OrderRow>> {
        let words: Vec<String> = states.iter().map(word).collect();
        let mut statement = self.reader.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM orders
             WHERE ?1 = '[]' OR state IN (SELECT value FROM json_each(?1))
             ORDER BY updated_at DESC, id DESC LIMIT ?2"
        ))?;
        let rows = statement.query_map(params![Json(words), limit], OrderRow::from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// All orders of a customer, newest first.
    ///
    /// # Errors
    /// Only of the database.
    pub fn of_customer(&self, customer: CustomerId) -> StoreResult<Vec<OrderRow>> {
        let mut statement = self.reader.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM orders WHERE customer_id = ?1 ORDER BY id DESC"
        ))?;
        let rows = statement.query_map([customer], OrderRow::from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Changes orders.
pub struct OrdersMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl OrdersMut<'_> {
    /// Opens an order; its revision is 1.
    ///
    /// # Errors
    /// Only of the database.
    pub fn add(&mut self, content: &OrderContent) -> StoreResult<OrderId> {
        let conn = self.reader.conn;
        conn.prepare_cached(
            "INSERT INTO orders (customer_id, business, state, number400, form,
                 created_at, created_by, updated_at, updated_by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?6, ?7)",
        )?
        .execute(params![
            content.customer,
            Word(content.business),
            Word(content.state),
            content.number400,
            Json(&content.form),
            self.act.at,
            self.act.by.0,
        ])?;
        let id = OrderId(conn.last_insert_rowid());
        let detail = serde_json::json!({ "business": word(&content.business) });
        audit::record(conn, self.act, "order_opened", &Subject::Order(id), &detail)?;
        Ok(id)
    }

    /// Saves an order over the revision the caller read; returns the new
    /// revision. Saving what is there already changes nothing. The log keeps
    /// which sections of the form changed, not their content.
    ///
    /// # Errors
    /// `NotFound`, `Stale`; `AppendOnly` for an order that is void.
    pub fn save(
        &mut self,
        id: OrderId,
        expected_revision: i64,
        content: &OrderContent,
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
        conn.prepare_cached(
            "UPDATE orders SET customer_id = ?2, business = ?3, state = ?4, number400 = ?5,
                 form = ?6, revision = revision + 1, updated_at = ?7, updated_by = ?8
             WHERE id = ?1",
        )?
        .execute(params![
            id,
            content.customer,
            Word(content.business),
            Word(content.state),
            content.number400,
            Json(&content.form),
            self.act.at,
            self.act.by.0,
        ])?;
        let detail = what_changed(&before.content, content, before.revision + 1);
        audit::record(conn, self.act, "order_saved", &Subject::Order(id), &detail)?;
        Ok(before.revision + 1)
    }
}

/// The parts that changed, by name.
fn what_changed(before: &OrderContent, after: &OrderContent, revision: i64) -> Value {
    let empty = serde_json::Map::new();
    let old = before.form.as_object().unwrap_or(&empty);
    let new = after.form.as_object().unwrap_or(&empty);
    let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let form: Vec<&String> = names
        .into_iter()
        .filter(|n| old.get(*n) != new.get(*n))
        .collect();
    let mut detail = serde_json::json!({ "revision": revision, "form": form });
    if before.state != after.state {
        detail["state"] = word(&after.state).into();
    }
    if before.number400 != after.number400 {
        detail["number400"] = after.number400.clone().into();
    }
    if before.customer != after.customer {
        detail["customer"] = after.customer.map(|c| c.0).into();
    }
    detail
}

fn get(conn: &Connection, id: OrderId) -> StoreResult<OrderRow> {
    conn.prepare_cached(&format!("SELECT {COLUMNS} FROM orders WHERE id = ?1"))?
        .query_row([id], OrderRow::from_row)
        .optional()?
        .ok_or_else(|| StoreError::not_found("order", id))
}
