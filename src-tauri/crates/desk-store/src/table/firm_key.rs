//! Owns the firm's own key, with which archived papers are signed so that a
//! later change of a file shows. Refuses a second key while there is one.

use rusqlite::{OptionalExtension, params};
use serde_json::json;
use zeroize::Zeroizing;

use crate::StoreResult;
use crate::access::{Act, Reader};
use crate::table::audit::{self, Subject};

pub(crate) const V4: &str = "
CREATE TABLE firm_key (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    key BLOB NOT NULL CHECK (length(key) > 0),
    certificate BLOB NOT NULL CHECK (length(certificate) > 0),
    at TEXT NOT NULL,
    by_staff INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE TRIGGER firm_key_is_kept BEFORE DELETE ON firm_key
BEGIN SELECT RAISE(ABORT, 'firm_key'); END;
CREATE TRIGGER firm_key_is_fixed BEFORE UPDATE ON firm_key
BEGIN SELECT RAISE(ABORT, 'firm_key'); END;
";

/// The key and its certificate, both in DER.
pub struct FirmKeyRow {
    /// PKCS #8.
    pub key: Zeroizing<Vec<u8>>,
    /// X.509.
    pub certificate: Vec<u8>,
}

/// Reads the firm's key.
pub struct FirmKeys<'a> {
    pub(crate) reader: Reader<'a>,
}

impl FirmKeys<'_> {
    /// The key, once there is one.
    ///
    /// # Errors
    /// Only of the database.
    pub fn get(&self) -> StoreResult<Option<FirmKeyRow>> {
        let mut statement = self
            .reader
            .conn
            .prepare_cached("SELECT key, certificate FROM firm_key")?;
        let row = statement.query_row([], |row| {
            Ok(FirmKeyRow {
                key: Zeroizing::new(row.get("key")?),
                certificate: row.get("certificate")?,
            })
        });
        Ok(row.optional()?)
    }
}

/// Writes the firm's key.
pub struct FirmKeysMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl FirmKeysMut<'_> {
    /// Keeps the key.
    ///
    /// # Errors
    /// Of the database, also when there is one already.
    pub fn keep(&mut self, row: &FirmKeyRow) -> StoreResult<()> {
        self.reader.conn.execute(
            "INSERT INTO firm_key (id, key, certificate, at, by_staff) VALUES (1, ?1, ?2, ?3, ?4)",
            params![*row.key, row.certificate, self.act.at, self.act.by.0],
        )?;
        audit::record(
            self.reader.conn,
            self.act,
            "firm_key_made",
            &Subject::Firm,
            &json!({}),
        )
    }
}
