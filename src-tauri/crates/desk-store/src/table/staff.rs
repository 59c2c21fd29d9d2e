//! Owns who works at the desk. The row, not the keyring, says who is a member
//! and under which identity. Refuses to lose the last manager and to forget
//! anybody: a removed member keeps their row and number.

use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;

use desk_domain::staff::{Role, StaffId};

use crate::access::{Act, Reader};
use crate::column::{Word, word};
use crate::table::audit::{self, Subject};
use crate::{StoreError, StoreResult};

pub(crate) const V1: &str = "
CREATE TABLE staff (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
    role TEXT NOT NULL CHECK (role IN ('front_desk', 'manager', 'accounts')),
    recipient TEXT NOT NULL,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    added_at TEXT NOT NULL,
    added_by INTEGER REFERENCES staff (id),
    removed_at TEXT,
    removed_by INTEGER REFERENCES staff (id),
    CHECK ((active = 1) = (removed_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX staff_active_name ON staff (name) WHERE active = 1;
CREATE TRIGGER staff_is_kept BEFORE DELETE ON staff
BEGIN SELECT RAISE(ABORT, 'staff'); END;
CREATE TRIGGER staff_stays_removed BEFORE UPDATE ON staff WHEN OLD.active = 0
BEGIN SELECT RAISE(ABORT, 'staff'); END;
";

/// A member of staff, present or past.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StaffRow {
    /// Staff number.
    pub id: StaffId,
    /// Name, unique among the active.
    pub name: String,
    /// Kind of work.
    pub role: Role,
    /// Whether they may sign in.
    pub active: bool,
    /// When they were added.
    pub added_at: NaiveDateTime,
    /// When they were removed.
    pub removed_at: Option<NaiveDateTime>,
}

const COLUMNS: &str = "id, name, role, active, added_at, removed_at";

impl StaffRow {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: StaffId(row.get("id")?),
            name: row.get("name")?,
            role: row.get::<_, Word<Role>>("role")?.0,
            active: row.get("active")?,
            added_at: row.get("added_at")?,
            removed_at: row.get("removed_at")?,
        })
    }
}

/// Reads members of staff.
pub struct Staff<'a> {
    pub(crate) reader: Reader<'a>,
}

impl Staff<'_> {
    /// One member, also a past one.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn get(&self, id: StaffId) -> StoreResult<StaffRow> {
        get(self.reader.conn, id)
    }

    /// Everybody, past members included, by number.
    ///
    /// # Errors
    /// Only of the database.
    pub fn all(&self) -> StoreResult<Vec<StaffRow>> {
        let mut statement = self
            .reader
            .conn
            .prepare(&format!("SELECT {COLUMNS} FROM staff ORDER BY id"))?;
        let rows = statement.query_map([], StaffRow::from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Changes members of staff. Adding, removing and passwords also concern the
/// keyring and are therefore methods of [`crate::Store`].
pub struct StaffMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl StaffMut<'_> {
    /// Gives a member another kind of work.
    ///
    /// # Errors
    /// `NotFound`, `StaffRemoved`, `LastManager`.
    pub fn set_role(&mut self, id: StaffId, role: Role) -> StoreResult<()> {
        let conn = self.reader.conn;
        let before = active(conn, id)?;
        if before.role == role {
            return Ok(());
        }
        if before.role == Role::Manager {
            another_manager(conn, id)?;
        }
        conn.execute(
            "UPDATE staff SET role = ?2 WHERE id = ?1",
            params![id.0, Word(role)],
        )?;
        let detail = serde_json::json!({ "from": word(&before.role), "to": word(&role) });
        audit::record(
            conn,
            self.act,
            "staff_role_changed",
            &Subject::Staff(id),
            &detail,
        )
    }
}

pub(crate) fn get(conn: &Connection, id: StaffId) -> StoreResult<StaffRow> {
    conn.prepare_cached(&format!("SELECT {COLUMNS} FROM staff WHERE id = ?1"))?
        .query_row([id.0], StaffRow::from_row)
        .optional()?
        .ok_or_else(|| StoreError::not_found("staff", id.0))
}

/// The member, if they still are one.
pub(crate) fn active(conn: &Connection, id: StaffId) -> StoreResult<StaffRow> {
    let row = get(conn, id)?;
    if row.active {
        Ok(row)
    } else {
        Err(StoreError::StaffRemoved)
    }
}

/// Refuses unless an active manager other than `id` is there.
pub(crate) fn another_manager(conn: &Connection, id: StaffId) -> StoreResult<()> {
    let others: i64 = conn.query_row(
        "SELECT count(*) FROM staff WHERE active = 1 AND role = 'manager' AND id <> ?1",
        [id.0],
        |row| row.get(0),
    )?;
    if others == 0 {
        Err(StoreError::LastManager)
    } else {
        Ok(())
    }
}

/// Adds a member; the caller writes key file and keyring before committing.
pub(crate) fn add(
    conn: &Connection,
    by: Option<StaffId>,
    at: NaiveDateTime,
    name: &str,
    role: Role,
    recipient: &str,
) -> StoreResult<StaffId> {
    let taken: bool = conn.query_row(
        "SELECT EXISTS (SELECT 1 FROM staff WHERE active = 1 AND name = ?1)",
        [name],
        |row| row.get(0),
    )?;
    if taken {
        return Err(StoreError::StaffNameTaken {
            name: name.to_owned(),
        });
    }
    conn.execute(
        "INSERT INTO staff (name, role, recipient, added_at, added_by)
         VALUES (?1, ?2, ?3, ?4, ?5)",
        params![name, Word(role), recipient, at, by.map(|id| id.0)],
    )?;
    Ok(StaffId(conn.last_insert_rowid()))
}

pub(crate) fn remove(conn: &Connection, act: Act, id: StaffId) -> StoreResult<()> {
    conn.execute(
        "UPDATE staff SET active = 0, removed_at = ?2, removed_by = ?3 WHERE id = ?1",
        params![id.0, act.at, act.by.0],
    )?;
    Ok(())
}

pub(crate) fn set_recipient(conn: &Connection, id: StaffId, recipient: &str) -> StoreResult<()> {
    conn.execute(
        "UPDATE staff SET recipient = ?2 WHERE id = ?1",
        params![id.0, recipient],
    )?;
    Ok(())
}

pub(crate) fn recipient(conn: &Connection, id: StaffId) -> StoreResult<String> {
    Ok(
        conn.query_row("SELECT recipient FROM staff WHERE id = ?1", [id.0], |row| {
            row.get(0)
        })?,
    )
}

/// Recipients of all active members.
pub(crate) fn recipients(conn: &Connection) -> StoreResult<Vec<String>> {
    let mut statement = conn.prepare("SELECT recipient FROM staff WHERE active = 1 ORDER BY id")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Active member by name.
pub(crate) fn by_name(conn: &Connection, name: &str) -> StoreResult<StaffRow> {
    conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM staff WHERE active = 1 AND name = ?1"
    ))?
    .query_row([name], StaffRow::from_row)
    .optional()?
    .ok_or_else(|| StoreError::UnknownStaff {
        name: name.to_owned(),
    })
}
