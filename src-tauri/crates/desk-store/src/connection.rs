//! Owns how the database file is opened: key first, then every setting that
//! the rest of the crate relies on. Refuses a file that is not ours.

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use crate::presence::PATIENCE;
use crate::store_key::StoreKey;
use crate::{StoreError, StoreResult, durable};

/// `D400`: says that a database is ours (`PRAGMA application_id`).
const APPLICATION_ID: i32 = 0x4434_3030;
/// Longest value: a form or a snapshot in JSON is thousands of bytes, papers
/// are not kept in the database.
const VALUE_LIMIT: i32 = 16 << 20;
/// Pages kept at hand by a connection that writes much, in KiB.
const MUCH: i64 = 48 << 10;

/// Creates a new database under `key`.
pub(crate) fn create(path: &Path, key: &StoreKey) -> StoreResult<Connection> {
    // SQLite gives its journals the rights of the database file.
    durable::private_file(path)?;
    let conn = keyed(path, key)?;
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    settle(&conn)?;
    Ok(conn)
}

/// Opens an empty file that a copy of the database goes into.
pub(crate) fn for_copy(path: &Path, key: &StoreKey) -> StoreResult<Connection> {
    keyed(path, key)
}

/// Opens an existing database under `key`.
pub(crate) fn open(path: &Path, key: &StoreKey) -> StoreResult<Connection> {
    if !path.is_file() {
        return Err(StoreError::NotAStore);
    }
    let conn = keyed(path, key)?;
    let id: i32 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if id != APPLICATION_ID {
        return Err(StoreError::NotAStore);
    }
    settle(&conn)?;
    Ok(conn)
}

fn keyed(path: &Path, key: &StoreKey) -> StoreResult<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    conn.busy_timeout(PATIENCE)?;
    set_key(&conn, "key", key)?;
    // SQLCipher would tell a wrong key on stderr; the caller is told anyway.
    conn.execute_batch("PRAGMA cipher_log_level = NONE")?;
    Ok(conn)
}

/// `PRAGMA key` or `PRAGMA rekey`.
pub(crate) fn set_key(conn: &Connection, pragma: &str, key: &StoreKey) -> StoreResult<()> {
    let statement = zeroize::Zeroizing::new(format!("PRAGMA {pragma} = {}", *key.pragma_literal()));
    conn.execute_batch(&statement)?;
    Ok(())
}

/// Lets a connection keep many pages at hand; how many it kept before.
pub(crate) fn widen(conn: &Connection) -> StoreResult<i64> {
    let usual = conn.pragma_query_value(None, "cache_size", |row| row.get(0))?;
    conn.pragma_update(None, "cache_size", -MUCH)?;
    Ok(usual)
}

/// Lets a connection keep as many pages as `usual`; gives the others back.
pub(crate) fn narrow(conn: &Connection, usual: i64) -> StoreResult<()> {
    conn.pragma_update(None, "cache_size", usual)?;
    conn.execute_batch("PRAGMA shrink_memory")?;
    Ok(())
}

fn settle(conn: &Connection) -> StoreResult<()> {
    // FULL: a commit survives a power cut. secure_delete: what is deleted is
    // overwritten. recursive_triggers: REPLACE cannot sneak past a delete
    // trigger. cipher_memory_security stays off: it wipes SQLite's own memory
    // at several times the cost, while the same data pass through ours.
    conn.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON;
         PRAGMA secure_delete = ON;
         PRAGMA recursive_triggers = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA cipher_memory_security = OFF;",
    )?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_limit(Limit::SQLITE_LIMIT_LENGTH, VALUE_LIMIT)?;
    conn.set_limit(Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000)?;
    conn.set_limit(Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1_000)?;
    conn.set_limit(Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 100)?;
    conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    conn.set_prepared_statement_cache_capacity(64);
    Ok(())
}
