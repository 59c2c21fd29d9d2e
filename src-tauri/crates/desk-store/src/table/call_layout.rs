//! Owns how each carrier lays out its files, as people have confirmed it.
//! Refuses to forget a layout; a new one stands beside it.

use rusqlite::{OptionalExtension, params};
use serde_json::Value;

use crate::StoreResult;
use crate::access::{Act, Reader};
use crate::column::Json;

pub(crate) const V3: &str = "
CREATE TABLE call_layout (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fingerprint TEXT NOT NULL,
    carrier TEXT NOT NULL,
    layout TEXT NOT NULL CHECK (json_valid(layout)),
    at TEXT NOT NULL,
    by_staff INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX call_layout_fingerprint ON call_layout (fingerprint);
CREATE TRIGGER call_layout_is_kept BEFORE DELETE ON call_layout
BEGIN SELECT RAISE(ABORT, 'call_layout'); END;
CREATE TRIGGER call_layout_is_fixed BEFORE UPDATE ON call_layout
BEGIN SELECT RAISE(ABORT, 'call_layout'); END;
";

/// Reads layouts.
pub struct CallLayouts<'a> {
    pub(crate) reader: Reader<'a>,
}

impl CallLayouts<'_> {
    /// The carrier's name and the layout confirmed last for files whose heads
    /// look like this.
    ///
    /// # Errors
    /// Only of the database.
    pub fn recognised(&self, fingerprint: &str) -> StoreResult<Option<(String, Value)>> {
        Ok(self
            .reader
            .conn
            .prepare_cached(
                "SELECT carrier, layout FROM call_layout
                 WHERE fingerprint = ?1 ORDER BY id DESC LIMIT 1",
            )?
            .query_row([fingerprint], |row| {
                Ok((row.get(0)?, row.get::<_, Json<Value>>(1)?.0))
            })
            .optional()?)
    }
}

/// Keeps layouts.
pub struct CallLayoutsMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl CallLayoutsMut<'_> {
    /// Remembers a layout under the carrier's name.
    ///
    /// # Errors
    /// Only of the database.
    pub fn remember(
        &mut self,
        fingerprint: &str,
        carrier: &str,
        layout: &Value,
    ) -> StoreResult<()> {
        self.reader
            .conn
            .prepare_cached(
                "INSERT INTO call_layout (fingerprint, carrier, layout, at, by_staff)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![
                fingerprint,
                carrier,
                Json(layout),
                self.act.at,
                self.act.by.0
            ])?;
        Ok(())
    }
}
