//! Owns the program's settings: one JSON value under each key. Refuses
//! nothing but what is no JSON; what keys mean is known to their users.

use rusqlite::{OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::access::{Act, Reader};
use crate::column::Json;
use crate::table::audit::{self, Subject};
use crate::{StoreError, StoreResult};

pub(crate) const V1: &str = "
CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 100),
    value TEXT NOT NULL CHECK (json_valid(value)),
    set_at TEXT NOT NULL,
    set_by INTEGER NOT NULL REFERENCES staff (id)
) STRICT, WITHOUT ROWID;
";

/// Reads settings.
pub struct Settings<'a> {
    pub(crate) reader: Reader<'a>,
}

impl Settings<'_> {
    /// The value under `key`; `None` when it was never set or is not (any
    /// more) of the type asked for.
    ///
    /// # Errors
    /// Only of the database.
    pub fn get<T: DeserializeOwned>(&self, key: &str) -> StoreResult<Option<T>> {
        let value: Option<Json<Value>> = self
            .reader
            .conn
            .prepare_cached("SELECT value FROM setting WHERE key = ?1")?
            .query_row([key], |row| row.get(0))
            .optional()?;
        Ok(value.and_then(|Json(value)| serde_json::from_value(value).ok()))
    }
}

/// Changes settings.
pub struct SettingsMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl SettingsMut<'_> {
    /// Puts a value under `key`. The log keeps the key, not the value.
    ///
    /// # Errors
    /// `TooLarge`.
    pub fn set<T: Serialize>(&mut self, key: &str, value: &T) -> StoreResult<()> {
        let json = serde_json::to_string(value).map_err(|_| StoreError::TooLarge)?;
        let conn = self.reader.conn;
        let changed = conn
            .prepare_cached(
                "INSERT INTO setting (key, value, set_at, set_by) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (key) DO UPDATE
                 SET value = excluded.value, set_at = excluded.set_at, set_by = excluded.set_by
                 WHERE value <> excluded.value",
            )?
            .execute(params![key, json, self.act.at, self.act.by.0])?;
        if changed == 0 {
            return Ok(());
        }
        let subject = Subject::Setting(key.to_owned());
        audit::record(conn, self.act, "setting_changed", &subject, &Value::Null)
    }
}
