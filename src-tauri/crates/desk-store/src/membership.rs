//! Owns who may open the store: adding, removing, passwords, and changing the
//! key when somebody leaves. Refuses to lock everybody out: whatever moment a
//! crash comes at, those who should still get in do.

use age::x25519;
use chrono::NaiveDateTime;
use rusqlite::{Connection, TransactionBehavior};
use serde_json::{Value, json};

use desk_domain::staff::{Role, StaffId};

use crate::access::Act;
use crate::column::word;
use crate::hardness::Hardness;
use crate::keyring::EventKind;
use crate::keyring::Keyring;
use crate::presence::KeyringHold;
use crate::recovery_code::RecoveryCode;
use crate::sealed::SealedIdentity;
use crate::store_key::StoreKey;
use crate::table::audit::{self, Subject};
use crate::table::staff;
use crate::table::{paper_key, secret};
use crate::vault::Vault;
use crate::{Store, StoreError, StoreResult, connection, door, durable, password};

/// How far removing somebody has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Removal {
    /// The store is under a new key.
    Complete,
    /// They are out, but another window has the store open, so the key is
    /// changed when next somebody signs in while no other window is open.
    KeyChangeDue,
}

impl Store {
    /// Sets a new password for the signed-in member.
    ///
    /// # Errors
    /// `WrongPassword`, `TooManyAttempts` for the old one; what
    /// [`crate::check_password`] says of the new one; `StaffRemoved`.
    pub fn change_password(&mut self, old: &str, new: &str, at: NaiveDateTime) -> StoreResult<()> {
        let me = self.me()?;
        password::check_password(&me.name, new)?;
        let (id, identity) = door::identity_of(&self.folder, &me.name, old, at)?;
        let sealed = SealedIdentity::seal(&identity, new, self.hardness()?)?;
        // One rename of the keyring is the whole change; the event goes into
        // the log with it or not at all.
        self.change_keyring(|keyring| {
            keyring.put(id.0, &me.name, sealed);
            keyring.note(at, Some(id.0), EventKind::PasswordChanged);
            Ok(())
        })?;
        self.settle_keyring(at)
    }

    /// Adds a member of staff with a first password.
    ///
    /// # Errors
    /// `NotAManager`, `StaffNameRefused`, `StaffNameTaken`; what
    /// [`crate::check_password`] says.
    pub fn add_staff(
        &mut self,
        name: &str,
        role: Role,
        first_password: &str,
        at: NaiveDateTime,
    ) -> StoreResult<StaffId> {
        let name = password::staff_name(name)?;
        password::check_password(&name, first_password)?;
        let identity = x25519::Identity::generate();
        let sealed = SealedIdentity::seal(&identity, first_password, self.hardness()?)?;
        let act = Act { by: self.me, at };
        self.change_keys(|tx, keyring| {
            expect_manager(tx, act.by)?;
            let id = staff::add(tx, Some(act.by), at, &name, role, &sealed.recipient)?;
            let detail = json!({ "role": word(&role) });
            audit::record(tx, act, "staff_added", &Subject::Staff(id), &detail)?;
            keyring.put(id.0, &name, sealed);
            Ok((id, all_recipients(tx)?))
        })
    }

    /// Gives another member a new password, for one who forgot theirs.
    ///
    /// # Errors
    /// `NotAManager`, `NotFound`, `StaffRemoved`; what
    /// [`crate::check_password`] says.
    pub fn reset_password_of(
        &mut self,
        id: StaffId,
        new_password: &str,
        at: NaiveDateTime,
    ) -> StoreResult<()> {
        expect_manager(&self.conn, self.me)?;
        self.replace_identity(id, new_password, at, "password_reset")
    }

    /// Gives `id` a fresh identity under a new password.
    pub(crate) fn replace_identity(
        &mut self,
        id: StaffId,
        new_password: &str,
        at: NaiveDateTime,
        action: &str,
    ) -> StoreResult<()> {
        let name = staff::active(&self.conn, id)?.name;
        password::check_password(&name, new_password)?;
        let identity = x25519::Identity::generate();
        let sealed = SealedIdentity::seal(&identity, new_password, self.hardness()?)?;
        let act = Act { by: self.me, at };
        self.change_keys(|tx, keyring| {
            staff::active(tx, id)?;
            let mut recipients = all_recipients(tx)?;
            recipients.push(sealed.recipient.clone());
            staff::set_recipient(tx, id, &sealed.recipient)?;
            audit::record(tx, act, action, &Subject::Staff(id), &Value::Null)?;
            keyring.put(id.0, &name, sealed);
            Ok(((), recipients))
        })
    }

    /// Removes a member of staff: they cannot sign in from now on, open
    /// windows of theirs refuse everything, and the store goes under a new
    /// key that they never knew.
    ///
    /// # Errors
    /// `NotAManager`, `NotFound`, `StaffRemoved`, `LastManager`.
    pub fn remove_staff(&mut self, id: StaffId, at: NaiveDateTime) -> StoreResult<Removal> {
        let act = Act { by: self.me, at };
        {
            let _hold = KeyringHold::take(&self.folder)?;
            let tx = self
                .conn
                .transaction_with_behavior(TransactionBehavior::Immediate)?;
            expect_manager(&tx, act.by)?;
            staff::active(&tx, id)?;
            staff::another_manager(&tx, id)?;
            staff::remove(&tx, act, id)?;
            secret::set(&tx, secret::ROTATION_DUE, "1")?;
            audit::record(&tx, act, "staff_removed", &Subject::Staff(id), &Value::Null)?;
            tx.commit()?;
            let mut keyring = Keyring::load(&self.folder.keyring())?;
            keyring.staff.retain(|entry| entry.id != id.0);
            keyring.save(&self.folder.keyring())?;
        }
        self.finish_rotation(at)
    }

    /// Makes a new recovery code; the old one opens nothing any more once the
    /// key has changed.
    ///
    /// # Errors
    /// `NotAManager`.
    pub fn renew_recovery_code(&mut self, at: NaiveDateTime) -> StoreResult<RecoveryCode> {
        let identity = x25519::Identity::generate();
        let code = RecoveryCode::generate()?;
        let sealed = SealedIdentity::seal(&identity, code.secret(), self.hardness()?)?;
        let act = Act { by: self.me, at };
        self.change_keys(|tx, keyring| {
            expect_manager(tx, act.by)?;
            let mut recipients = all_recipients(tx)?;
            recipients.push(sealed.recipient.clone());
            secret::set(tx, secret::RECOVERY, &sealed.recipient)?;
            secret::set(tx, secret::ROTATION_DUE, "1")?;
            audit::record(
                tx,
                act,
                "recovery_code_renewed",
                &Subject::Store,
                &Value::Null,
            )?;
            keyring.recovery.sealed = sealed;
            Ok(((), recipients))
        })?;
        self.finish_rotation(at)?;
        Ok(code)
    }

    /// Changes rows and keyring together. `work` also says whom the key is for
    /// until the rows are committed: everybody from before and after, so that
    /// a crash shuts nobody out. Files first, rows last: what a crash leaves
    /// in the files is not known to the store and counts for nothing.
    fn change_keys<T>(
        &mut self,
        work: impl FnOnce(&Connection, &mut Keyring) -> StoreResult<(T, Vec<String>)>,
    ) -> StoreResult<T> {
        let _hold = KeyringHold::take(&self.folder)?;
        let path = self.folder.keyring();
        let before = std::fs::read(&path)?;
        let mut keyring = Keyring::load(&path)?;
        let tx = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (done, recipients) = work(&tx, &mut keyring)?;
        self.key.write_for(&recipients, &self.folder.key())?;
        keyring.save(&path)?;
        if let Err(error) = tx.commit() {
            durable::write(&path, &before)?;
            return Err(error.into());
        }
        let exactly = all_recipients(&self.conn)?;
        if exactly != recipients {
            self.key.write_for(&exactly, &self.folder.key())?;
        }
        Ok(done)
    }

    /// Puts the store under a new key if that is due and no other window is
    /// open. Survives a crash at any moment: the next key's file is there
    /// before the database changes, and sign-in tries both.
    pub(crate) fn finish_rotation(&mut self, at: NaiveDateTime) -> StoreResult<Removal> {
        if secret::get(&self.conn, secret::ROTATION_DUE)?.as_deref() != Some("1") {
            return Ok(Removal::Complete);
        }
        // Only one window at a time tries to be alone, so none can slip a key
        // change into the moment in which another has let go of its presence.
        let _hold = KeyringHold::take(&self.folder)?;
        let Some(_alone) = self.presence.alone()? else {
            return Ok(Removal::KeyChangeDue);
        };
        let next = StoreKey::generate()?;
        next.write_for(&all_recipients(&self.conn)?, &self.folder.next_key())?;
        rekey(&self.conn, &next)?;
        self.key = next;
        durable::rename(&self.folder.next_key(), &self.folder.key())?;
        durable::sync_folder(self.folder.root())?;
        let tx = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        secret::set(&tx, secret::ROTATION_DUE, "0")?;
        paper_key::add(&tx, at)?;
        let act = Act { by: self.me, at };
        audit::record(&tx, act, "store_key_changed", &Subject::Store, &Value::Null)?;
        tx.commit()?;
        self.vault = Vault::open(&self.conn, self.folder.papers())?;
        Ok(Removal::Complete)
    }

    fn hardness(&self) -> StoreResult<Hardness> {
        serde_json::from_str(&secret::need(&self.conn, secret::HARDNESS)?)
            .map_err(|_| StoreError::damaged("hardness"))
    }
}

/// Changes the key of the database in one transaction, with a rollback journal
/// instead of the write-ahead log, whose pages would be under two keys.
fn rekey(conn: &Connection, next: &StoreKey) -> StoreResult<()> {
    conn.execute_batch("PRAGMA journal_mode = DELETE")?;
    connection::set_key(conn, "rekey", next)?;
    conn.execute_batch("PRAGMA journal_mode = WAL")?;
    Ok(())
}

/// Everybody the key is for: active staff and the recovery code.
fn all_recipients(conn: &Connection) -> StoreResult<Vec<String>> {
    let mut recipients = staff::recipients(conn)?;
    recipients.push(secret::need(conn, secret::RECOVERY)?);
    Ok(recipients)
}

fn expect_manager(conn: &Connection, id: StaffId) -> StoreResult<()> {
    match staff::active(conn, id)?.role {
        Role::Manager => Ok(()),
        _ => Err(StoreError::NotAManager),
    }
}
