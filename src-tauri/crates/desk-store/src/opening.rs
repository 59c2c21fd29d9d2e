//! Owns the ways into a store that is there: signing in, and the recovery
//! code. Refuses anybody the store itself does not know, whatever the keyring
//! says.

use std::path::Path;

use age::x25519;
use chrono::NaiveDateTime;
use rusqlite::{Connection, TransactionBehavior};
use serde_json::{Value, json};

use desk_domain::staff::{Role, StaffId};

use crate::door::{identity_of, recovery_identity};
use crate::folder::DeskFolder;
use crate::keyring::Keyring;
use crate::presence::{KeyringHold, Presence};
use crate::recovery_code::RecoveryCode;
use crate::store_key::StoreKey;
use crate::table::audit::{self, Subject};
use crate::table::secret;
use crate::table::staff::{self, StaffRow};
use crate::vault::Vault;
use crate::{Store, StoreError, StoreResult, connection, password, schema};

impl Store {
    /// Signs a member of staff in.
    ///
    /// # Errors
    /// `UnknownStaff`, `WrongPassword`, `TooManyAttempts`, `StaffRemoved`,
    /// `IdentityMismatch`; `NoStore`, `StoreTooNew`, `NotAStore`,
    /// `StoreDamaged`, `KeyringMissing`, `KeyringDamaged`, `KeyDamaged`,
    /// `StoreBusy`, `FolderNotWritable`, `DiskFull`.
    pub fn sign_in(
        dir: &Path,
        name: &str,
        password: &str,
        at: NaiveDateTime,
    ) -> StoreResult<(Self, StaffRow)> {
        let folder = DeskFolder::at(dir);
        folder.expect_store()?;
        let presence = Presence::enter(&folder)?;
        let (id, identity) = identity_of(&folder, name.trim(), password, at)?;
        let (conn, key) = open_database(&folder, &presence, &identity, at)?;
        let row = known(&conn, id, name)?;
        if staff::recipient(&conn, id)? != identity.to_public().to_string() {
            return Err(StoreError::IdentityMismatch);
        }
        let vault = Vault::open(&conn, folder.papers())?;
        let mut store = Self {
            folder,
            conn,
            key,
            vault,
            me: id,
            presence,
        };
        store.settle_keyring(at)?;
        store.finish_rotation(at)?;
        store.write::<(), StoreError>(at, |w| {
            w.audit_mut()
                .record("signed_in", &Subject::Staff(id), &Value::Null)
        })?;
        Ok((store, row))
    }

    /// Lets a manager in by the recovery code and sets their new password.
    ///
    /// # Errors
    /// `RecoveryCodeWrong`, `TooManyAttempts`, `UnknownStaff`, `NotAManager`;
    /// what [`crate::check_password`] says; as [`Store::sign_in`].
    pub fn recover(
        dir: &Path,
        code: &RecoveryCode,
        manager: &str,
        new_password: &str,
        at: NaiveDateTime,
    ) -> StoreResult<(Self, StaffRow)> {
        let name = password::staff_name(manager)?;
        password::check_password(&name, new_password)?;
        let folder = DeskFolder::at(dir);
        folder.expect_store()?;
        let presence = Presence::enter(&folder)?;
        let recovery = recovery_identity(&folder, code, at)?;
        let (conn, key) = open_database(&folder, &presence, &recovery, at)?;
        if secret::need(&conn, secret::RECOVERY)? != recovery.to_public().to_string() {
            return Err(StoreError::IdentityMismatch);
        }
        let row = staff::by_name(&conn, &name)?;
        if row.role != Role::Manager {
            return Err(StoreError::NotAManager);
        }
        let vault = Vault::open(&conn, folder.papers())?;
        let mut store = Self {
            folder,
            conn,
            key,
            vault,
            me: row.id,
            presence,
        };
        store.replace_identity(row.id, new_password, at, "recovered")?;
        store.settle_keyring(at)?;
        store.finish_rotation(at)?;
        Ok((store, row))
    }

    /// Writes what happened at the door into the audit log, and drops entries
    /// from the keyring that the store does not know (left by a crash while
    /// somebody was being added, or put in by hand).
    pub(crate) fn settle_keyring(&mut self, at: NaiveDateTime) -> StoreResult<()> {
        let _hold = KeyringHold::take(&self.folder)?;
        let mut keyring = Keyring::load(&self.folder.keyring())?;
        if keyring.store != secret::need(&self.conn, secret::STORE)? {
            return Err(StoreError::KeyringDamaged {
                what: "keyring of another store".into(),
            });
        }
        let last = record_events(&mut self.conn, &keyring)?;
        let mut changed = keyring.forget_events(last);
        let before = keyring.staff.len();
        keyring
            .staff
            .retain(|entry| staff::active(&self.conn, StaffId(entry.id)).is_ok());
        changed |= keyring.staff.len() != before;
        if keyring.schema != schema::SCHEMA_VERSION {
            keyring.schema = schema::SCHEMA_VERSION;
            changed = true;
            let detail = json!({ "schema": schema::SCHEMA_VERSION });
            self.write::<(), StoreError>(at, |w| {
                w.audit_mut()
                    .record("store_upgraded", &Subject::Store, &detail)
            })?;
        }
        if changed {
            keyring.save(&self.folder.keyring())?;
        }
        Ok(())
    }
}

/// The member behind an entry of the keyring, which may have been left by a
/// crash while they were being added.
fn known(conn: &Connection, id: StaffId, name: &str) -> StoreResult<StaffRow> {
    staff::active(conn, id).map_err(|error| match error {
        StoreError::NotFound { .. } => StoreError::UnknownStaff {
            name: name.trim().to_owned(),
        },
        other => other,
    })
}

/// Opens the database with the key that works. Two key files exist only if
/// changing the key was cut off: the database then is under one of them, and
/// that one is kept.
fn open_database(
    folder: &DeskFolder,
    presence: &Presence,
    identity: &x25519::Identity,
    at: NaiveDateTime,
) -> StoreResult<(Connection, StoreKey)> {
    let (mut conn, key) = match open_under(folder, identity, &folder.key()) {
        Ok(opened) => {
            if folder.next_key().exists() {
                std::fs::remove_file(folder.next_key())?;
            }
            opened
        }
        Err(StoreError::NotAStore | StoreError::KeyDamaged) if folder.next_key().exists() => {
            let opened = open_under(folder, identity, &folder.next_key())?;
            crate::durable::rename(&folder.next_key(), &folder.key())?;
            crate::durable::sync_folder(folder.root())?;
            opened
        }
        Err(error) => return Err(error),
    };
    if !schema::is_newest(&conn)? {
        // A window of the older program would go on writing by its old rules.
        let _hold = KeyringHold::take(folder)?;
        let Some(_alone) = presence.alone()? else {
            return Err(StoreError::StoreBusy);
        };
        schema::upgrade(&mut conn, &key, &folder.backups(), at)?;
    }
    Ok((conn, key))
}

fn open_under(
    folder: &DeskFolder,
    identity: &x25519::Identity,
    path: &Path,
) -> StoreResult<(Connection, StoreKey)> {
    let key = StoreKey::read_with(identity, path)?;
    Ok((connection::open(&folder.database(), &key)?, key))
}

/// Writes the keyring's events into the audit log, each exactly once: the
/// number of the last one is kept in the same transaction.
fn record_events(conn: &mut Connection, keyring: &Keyring) -> StoreResult<u64> {
    let mut last = last_event(conn)?;
    if keyring.events_after(last).is_empty() {
        return Ok(last);
    }
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Read again inside: another window may have been quicker.
    last = last_event(&tx)?;
    for event in keyring.events_after(last) {
        // Somebody can have been put into the keyring by hand.
        let staff = event
            .staff
            .map(StaffId)
            .filter(|id| staff::get(&tx, *id).is_ok());
        let subject = staff.map_or(Subject::Store, Subject::Staff);
        audit::record_for(
            &tx,
            None,
            event.at,
            event.kind.action(),
            &subject,
            &Value::Null,
        )?;
        last = event.number;
    }
    secret::set(&tx, secret::LAST_EVENT, &last.to_string())?;
    tx.commit()?;
    Ok(last)
}

fn last_event(conn: &Connection) -> StoreResult<u64> {
    secret::need(conn, secret::LAST_EVENT)?
        .parse()
        .map_err(|_| StoreError::damaged("number of the last keyring event"))
}
