//! Owns the `age` identities that paper files are encrypted to. A new one is
//! made whenever the store's key changes; old ones stay, for the old papers.

use age::secrecy::ExposeSecret;
use age::x25519;
use chrono::NaiveDateTime;
use rusqlite::{Connection, params};

use crate::{StoreError, StoreResult};

pub(crate) const V1: &str = "
CREATE TABLE paper_key (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    identity TEXT NOT NULL,
    made_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER paper_key_is_kept BEFORE DELETE ON paper_key
BEGIN SELECT RAISE(ABORT, 'paper_key'); END;
CREATE TRIGGER paper_key_is_fixed BEFORE UPDATE ON paper_key
BEGIN SELECT RAISE(ABORT, 'paper_key'); END;
";

/// Makes the identity that papers are encrypted to from now on.
pub(crate) fn add(conn: &Connection, at: NaiveDateTime) -> StoreResult<()> {
    let identity = x25519::Identity::generate().to_string();
    conn.execute(
        "INSERT INTO paper_key (identity, made_at) VALUES (?1, ?2)",
        params![identity.expose_secret(), at],
    )?;
    Ok(())
}

/// All identities, newest first: the first one encrypts, all decrypt.
pub(crate) fn all(conn: &Connection) -> StoreResult<Vec<x25519::Identity>> {
    let mut statement = conn.prepare("SELECT identity FROM paper_key ORDER BY id DESC")?;
    let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
    rows.map(|text| text?.parse().map_err(|_| StoreError::damaged("paper key")))
        .collect()
}
