//! Owns an open store: one signed-in member of staff, one connection, one
//! presence in the folder. Dropping it signs out; the key is wiped.

use std::fmt;

use chrono::NaiveDateTime;
use rusqlite::{Connection, TransactionBehavior};

use desk_domain::staff::StaffId;

use crate::access::{Act, Reader, Writer};
use crate::folder::DeskFolder;
use crate::keyring::Keyring;
use crate::presence::{KeyringHold, Presence};
use crate::store_key::StoreKey;
use crate::table::staff::{self, StaffRow};
use crate::vault::Vault;
use crate::{StoreError, StoreResult, connection};

/// An open store. `Send`, not `Sync`: put it behind a mutex.
pub struct Store {
    pub(crate) folder: DeskFolder,
    pub(crate) conn: Connection,
    pub(crate) key: StoreKey,
    pub(crate) vault: Vault,
    pub(crate) me: StaffId,
    pub(crate) presence: Presence,
}

impl Store {
    /// Who is signed in.
    #[must_use]
    pub fn staff(&self) -> StaffId {
        self.me
    }

    /// The folder the store lies in.
    #[must_use]
    pub fn folder(&self) -> &std::path::Path {
        self.folder.root()
    }

    /// A second way into the same store for the same person, so that long work
    /// on another thread holds up neither reading nor this handle.
    ///
    /// # Errors
    /// `StaffRemoved`; as opening a store.
    pub fn beside(&self) -> StoreResult<Self> {
        self.still_member()?;
        let conn = connection::open(&self.folder.database(), &self.key)?;
        let vault = Vault::open(&conn, self.folder.papers())?;
        Ok(Self {
            presence: Presence::enter(&self.folder)?,
            folder: self.folder.clone(),
            key: self.key.clone(),
            me: self.me,
            conn,
            vault,
        })
    }

    /// Reads from one consistent view, whatever other windows write.
    ///
    /// # Errors
    /// `StaffRemoved` when the signed-in member has been removed meanwhile;
    /// whatever `work` returns.
    pub fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Reader<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let tx = self
            .conn
            .unchecked_transaction()
            .map_err(StoreError::from)?;
        self.still_member()?;
        let done = work(&Reader {
            conn: &tx,
            vault: &self.vault,
        })?;
        // Nothing was written; ending the view cannot lose anything.
        tx.finish().map_err(StoreError::from)?;
        Ok(done)
    }

    /// Writes in one transaction (`BEGIN IMMEDIATE`): either everything that
    /// `work` did is kept, durably, or nothing.
    ///
    /// # Errors
    /// `StaffRemoved`; `StoreBusy` when another window writes for more than
    /// 10 s; `DiskFull`; whatever `work` returns.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        at: NaiveDateTime,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let act = Act { by: self.me, at };
        let tx = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        staff::active(&tx, act.by)?;
        let reader = Reader {
            conn: &tx,
            vault: &self.vault,
        };
        let done = work(&mut Writer { reader, act })?;
        tx.commit().map_err(StoreError::from)?;
        Ok(done)
    }

    /// As [`Store::write`], for a million rows: with room for the pages that
    /// indexes come back to again and again, given back afterwards.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub fn write_much<T, E: From<StoreError>>(
        &mut self,
        at: NaiveDateTime,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let usual = connection::widen(&self.conn)?;
        let done = self.write(at, work);
        // A connection that keeps more at hand than usual is no reason to call
        // failed what is committed.
        let _ = connection::narrow(&self.conn, usual);
        done
    }

    fn still_member(&self) -> StoreResult<StaffRow> {
        staff::active(&self.conn, self.me)
    }

    /// The signed-in member, as they stand now.
    ///
    /// # Errors
    /// `StaffRemoved`.
    pub fn me(&self) -> StoreResult<StaffRow> {
        self.still_member()
    }

    /// Lets the sign-in screen show the firm's name, or no longer.
    ///
    /// # Errors
    /// `FolderNotWritable`, `DiskFull`, `StoreBusy`.
    pub fn show_firm_at_sign_in(&mut self, name: Option<&str>) -> StoreResult<()> {
        self.still_member()?;
        self.change_keyring(|keyring| {
            keyring.firm = name.map(str::to_owned);
            Ok(())
        })
    }

    /// Changes the keyring while no other window does.
    pub(crate) fn change_keyring<T>(
        &self,
        change: impl FnOnce(&mut Keyring) -> StoreResult<T>,
    ) -> StoreResult<T> {
        let _hold = KeyringHold::take(&self.folder)?;
        let mut keyring = Keyring::load(&self.folder.keyring())?;
        let done = change(&mut keyring)?;
        keyring.save(&self.folder.keyring())?;
        Ok(done)
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store")
            .field("folder", &self.folder)
            .field("me", &self.me)
            .finish()
    }
}
