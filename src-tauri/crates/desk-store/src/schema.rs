//! Owns the versions of the schema. A version that has shipped is never
//! changed, only followed by another; all that are missing are applied in one
//! transaction, after a copy of the store was put aside. Refuses a store of a
//! newer program.

use std::path::Path;

use chrono::NaiveDateTime;
use rusqlite::{Connection, TransactionBehavior};

use crate::store_key::StoreKey;
use crate::{StoreError, StoreResult, snapshot, table};

/// The newest schema this program understands.
pub const SCHEMA_VERSION: u32 = 5;

/// What each version adds, in order: one entry per table it touches.
const VERSIONS: [&[&str]; SCHEMA_VERSION as usize] = [
    &[
        table::secret::V1,
        table::paper_key::V1,
        table::staff::V1,
        table::audit::V1,
        table::setting::V1,
        table::customer::V1,
        table::customer_revision::V1,
        table::order::V1,
        table::paper::V1,
        table::firm::V1,
        table::agreement::V1,
        table::agreement_sequence::V1,
        table::number::V1,
        table::number_history::V1,
        table::service_password::V1,
    ],
    &[table::reading::V2, table::settlement::V2],
    &[
        table::tariff::V3,
        table::account::V3,
        table::suspension::V3,
        table::ledger::V3,
        table::call_layout::V3,
        table::call_file::V3,
        table::month_close::V3,
        table::call::V3,
        table::quarantine::V3,
        table::dispute::V3,
        table::edition::V3,
    ],
    &[
        table::returned_page::V4,
        table::firm_mark::V4,
        table::firm_key::V4,
        table::screen_signature::V4,
    ],
    &[table::account_holder::V5, table::returned_page::V5],
];

/// Version of the schema of an open store.
pub(crate) fn version(conn: &Connection) -> StoreResult<u32> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Brings a new store to the newest schema.
pub(crate) fn create(conn: &mut Connection) -> StoreResult<()> {
    apply_missing(conn, &VERSIONS)
}

/// Whether there is nothing to upgrade.
pub(crate) fn is_newest(conn: &Connection) -> StoreResult<bool> {
    Ok(version(conn)? == SCHEMA_VERSION)
}

/// Brings an existing store to the newest schema, putting a copy of it into
/// `backups` first. Does nothing when it is there already.
pub(crate) fn upgrade(
    conn: &mut Connection,
    key: &StoreKey,
    backups: &Path,
    at: NaiveDateTime,
) -> StoreResult<()> {
    upgrade_to(conn, key, backups, at, &VERSIONS)
}

fn upgrade_to(
    conn: &mut Connection,
    key: &StoreKey,
    backups: &Path,
    at: NaiveDateTime,
    versions: &[&[&str]],
) -> StoreResult<()> {
    let (found, known) = (version(conn)?, newest(versions));
    if found == known {
        return Ok(());
    }
    if found == 0 {
        return Err(StoreError::NotAStore);
    }
    if found > known {
        return Err(StoreError::StoreTooNew { found, known });
    }
    crate::durable::private_folder(backups)?;
    let name = format!("before-{known}-{}.db", at.format("%Y%m%d-%H%M%S"));
    snapshot::copy_to(conn, key, &backups.join(name))?;
    apply_missing(conn, versions)
}

fn apply_missing(conn: &mut Connection, versions: &[&[&str]]) -> StoreResult<()> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Read again inside: another window may have been quicker.
    let found = version(&tx)?;
    for steps in versions.iter().skip(found as usize) {
        for step in *steps {
            tx.execute_batch(step)?;
        }
    }
    tx.pragma_update(None, "user_version", newest(versions))?;
    tx.commit()?;
    Ok(())
}

fn newest(versions: &[&[&str]]) -> u32 {
    u32::try_from(versions.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
