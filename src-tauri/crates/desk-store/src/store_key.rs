//! Owns the key of the database and the file in which it travels to those
//! who may open it. Refuses to write it anywhere else.

use std::path::Path;

use age::x25519;
use data_encoding::HEXLOWER;
use zeroize::Zeroizing;

use crate::{StoreError, StoreResult, durable, random, sealed};

/// Largest key file read: room for hundreds of members of staff.
const KEY_FILE_LIMIT: u64 = 1 << 20;

/// The 256-bit key of `desk.db`.
#[derive(Clone)]
pub(crate) struct StoreKey(Zeroizing<[u8; 32]>);

impl StoreKey {
    pub(crate) fn generate() -> StoreResult<Self> {
        Ok(Self(random::secret()?))
    }

    /// The key as SQLCipher's raw-key literal.
    pub(crate) fn pragma_literal(&self) -> Zeroizing<String> {
        let hex = Zeroizing::new(HEXLOWER.encode(&*self.0));
        Zeroizing::new(format!("\"x'{}'\"", *hex))
    }

    /// Writes the key file so that every one of `recipients` can open it.
    pub(crate) fn write_for(&self, recipients: &[String], path: &Path) -> StoreResult<()> {
        let parsed: Vec<x25519::Recipient> = recipients
            .iter()
            .map(|r| {
                r.parse()
                    .map_err(|_| StoreError::damaged("recipient of a member of staff"))
            })
            .collect::<StoreResult<_>>()?;
        let all: Vec<&dyn age::Recipient> = parsed.iter().map(|r| r as _).collect();
        durable::write(path, &sealed::encrypt(&all, &*self.0)?)
    }

    /// Reads the key with one member's identity.
    pub(crate) fn read_with(identity: &x25519::Identity, path: &Path) -> StoreResult<Self> {
        let file =
            durable::read_small(path, KEY_FILE_LIMIT).map_err(|error| match error.kind() {
                std::io::ErrorKind::NotFound | std::io::ErrorKind::InvalidData => {
                    StoreError::KeyDamaged
                }
                _ => error.into(),
            })?;
        let plain = sealed::decrypt(identity, &file).map_err(|_| StoreError::KeyDamaged)?;
        let bytes: [u8; 32] = plain
            .as_slice()
            .try_into()
            .map_err(|_| StoreError::KeyDamaged)?;
        Ok(Self(Zeroizing::new(bytes)))
    }
}
