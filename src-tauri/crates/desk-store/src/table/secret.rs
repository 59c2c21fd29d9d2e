//! Owns what the store must remember about itself and nobody else may see:
//! its name, the key that names paper files, the recovery recipient.

use rusqlite::{Connection, OptionalExtension, params};

use crate::{StoreError, StoreResult};

pub(crate) const V1: &str = "
CREATE TABLE secret (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
";

/// Random name of the store, also in its keyring.
pub(crate) const STORE: &str = "store";
/// Hex key under which paper files are named.
pub(crate) const NAME_KEY: &str = "name_key";
/// Recipient of the recovery code's identity.
pub(crate) const RECOVERY: &str = "recovery_recipient";
/// Hardness of passwords, JSON.
pub(crate) const HARDNESS: &str = "hardness";
/// Last keyring event written into the audit log.
pub(crate) const LAST_EVENT: &str = "last_keyring_event";
/// `1` while somebody was removed and the key is still the one they knew.
pub(crate) const ROTATION_DUE: &str = "rotation_due";

pub(crate) fn get(conn: &Connection, name: &str) -> StoreResult<Option<String>> {
    Ok(conn
        .prepare_cached("SELECT value FROM secret WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()?)
}

pub(crate) fn need(conn: &Connection, name: &str) -> StoreResult<String> {
    get(conn, name)?.ok_or_else(|| StoreError::damaged(format!("secret {name} is missing")))
}

pub(crate) fn set(conn: &Connection, name: &str, value: &str) -> StoreResult<()> {
    conn.prepare_cached(
        "INSERT INTO secret (name, value) VALUES (?1, ?2)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    )?
    .execute(params![name, value])?;
    Ok(())
}
