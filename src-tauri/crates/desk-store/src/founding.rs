//! Owns founding a store: everything secret it begins with, and the order in
//! which its files come to be. Refuses a folder that holds anything.

use std::path::Path;

use age::x25519;
use chrono::NaiveDateTime;
use data_encoding::HEXLOWER;
use rusqlite::{Connection, TransactionBehavior};
use serde_json::Value;

use desk_domain::staff::{Role, StaffId};

use crate::folder::DeskFolder;
use crate::hardness::Hardness;
use crate::keyring::Keyring;
use crate::recovery_code::RecoveryCode;
use crate::sealed::SealedIdentity;
use crate::store_key::StoreKey;
use crate::table::audit::{self, Subject};
use crate::table::{paper_key, secret, staff};
use crate::vault::Vault;
use crate::{Store, StoreError, StoreResult, connection, password, random, schema};

/// A store that has just been founded.
#[derive(Debug)]
pub struct Founded {
    /// The store, its first manager signed in.
    pub store: Store,
    /// The first manager.
    pub manager: StaffId,
    /// To be printed now and never shown again.
    pub recovery_code: RecoveryCode,
}

impl Store {
    /// Founds a store in an empty (or not yet existing) folder, with its first
    /// manager. A crash on the way leaves a folder that counts as empty.
    ///
    /// # Errors
    /// `FolderNotEmpty`, `StoreAlreadyThere`, `FolderNotWritable`, `DiskFull`;
    /// `StaffNameRefused` and what [`crate::check_password`] says.
    pub fn found(
        dir: &Path,
        manager: &str,
        password: &str,
        at: NaiveDateTime,
    ) -> StoreResult<Founded> {
        Self::found_with(dir, manager, password, at, Hardness::STANDARD)
    }

    /// As [`Store::found`], with passwords of another hardness.
    ///
    /// # Errors
    /// As [`Store::found`].
    pub fn found_with(
        dir: &Path,
        manager: &str,
        password: &str,
        at: NaiveDateTime,
        hardness: Hardness,
    ) -> StoreResult<Founded> {
        let name = password::staff_name(manager)?;
        password::check_password(&name, password)?;
        let folder = DeskFolder::at(dir);
        let presence = folder.begin()?;
        let fresh = Fresh::generate(hardness)?;
        let (conn, me) = fresh.create_database(&folder, &name, at)?;
        fresh.write_keys(&folder, me, &name, password)?;
        folder.finish()?;
        presence.let_others_in()?;
        let vault = Vault::open(&conn, folder.papers())?;
        let store = Self {
            folder,
            conn,
            key: fresh.key,
            vault,
            me,
            presence,
        };
        Ok(Founded {
            store,
            manager: me,
            recovery_code: fresh.recovery_code,
        })
    }
}

/// Everything secret that a new store begins with.
struct Fresh {
    name: String,
    hardness: Hardness,
    key: StoreKey,
    manager: x25519::Identity,
    recovery: x25519::Identity,
    recovery_code: RecoveryCode,
}

impl Fresh {
    fn generate(hardness: Hardness) -> StoreResult<Self> {
        Ok(Self {
            name: random::file_tag()?,
            hardness,
            key: StoreKey::generate()?,
            manager: x25519::Identity::generate(),
            recovery: x25519::Identity::generate(),
            recovery_code: RecoveryCode::generate()?,
        })
    }

    fn create_database(
        &self,
        folder: &DeskFolder,
        manager: &str,
        at: NaiveDateTime,
    ) -> StoreResult<(Connection, StaffId)> {
        let mut conn = connection::create(&folder.database(), &self.key)?;
        schema::create(&mut conn)?;
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let hardness = serde_json::to_string(&self.hardness).map_err(|_| StoreError::TooLarge)?;
        secret::set(&tx, secret::STORE, &self.name)?;
        secret::set(
            &tx,
            secret::NAME_KEY,
            &HEXLOWER.encode(&*random::secret::<32>()?),
        )?;
        secret::set(
            &tx,
            secret::RECOVERY,
            &self.recovery.to_public().to_string(),
        )?;
        secret::set(&tx, secret::HARDNESS, &hardness)?;
        secret::set(&tx, secret::LAST_EVENT, "0")?;
        paper_key::add(&tx, at)?;
        let recipient = self.manager.to_public().to_string();
        let me = staff::add(&tx, None, at, manager, Role::Manager, &recipient)?;
        audit::record_for(
            &tx,
            Some(me),
            at,
            "store_founded",
            &Subject::Store,
            &Value::Null,
        )?;
        tx.commit()?;
        Ok((conn, me))
    }

    /// Key file first, keyring last: it makes the folder a store.
    fn write_keys(
        &self,
        folder: &DeskFolder,
        me: StaffId,
        manager: &str,
        password: &str,
    ) -> StoreResult<()> {
        let recipients = [
            self.manager.to_public().to_string(),
            self.recovery.to_public().to_string(),
        ];
        self.key.write_for(&recipients, &folder.key())?;
        let code = self.recovery_code.secret();
        let recovery = SealedIdentity::seal(&self.recovery, code, self.hardness)?;
        let mut keyring = Keyring::new(schema::SCHEMA_VERSION, self.name.clone(), recovery);
        keyring.put(
            me.0,
            manager,
            SealedIdentity::seal(&self.manager, password, self.hardness)?,
        );
        keyring.save(&folder.keyring())
    }
}
