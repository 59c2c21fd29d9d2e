//! Owns the door: trying a password or the recovery code against the keyring.
//! Refuses tries that come too early, and counts the wrong ones.

use age::x25519;
use chrono::NaiveDateTime;

use desk_domain::staff::StaffId;

use crate::folder::DeskFolder;
use crate::keyring::{EventKind, Keyring};
use crate::presence::KeyringHold;
use crate::recovery_code::RecoveryCode;
use crate::{StoreError, StoreResult};

/// The identity behind a name and password. The keyring is held all the
/// while, so that tries in several windows are looked at one after another.
pub(crate) fn identity_of(
    folder: &DeskFolder,
    name: &str,
    password: &str,
    at: NaiveDateTime,
) -> StoreResult<(StaffId, x25519::Identity)> {
    let _hold = KeyringHold::take(folder)?;
    let mut keyring = Keyring::load(&folder.keyring())?;
    let entry = keyring.entry_mut(name)?;
    let admission = entry.attempts.admit(at);
    if admission.changed() {
        keyring.save(&folder.keyring())?;
        return Err(admission
            .into_result()
            .err()
            .unwrap_or(StoreError::StoreBusy));
    }
    admission.into_result()?;
    let id = entry.id;
    if let Some(identity) = entry.sealed.open(password)? {
        if entry.attempts.succeed() {
            keyring.save(&folder.keyring())?;
        }
        return Ok((StaffId(id), identity));
    }
    let seconds = entry.attempts.fail(at);
    keyring.note(at, Some(id), EventKind::WrongPassword);
    keyring.save(&folder.keyring())?;
    Err(StoreError::WrongPassword { seconds })
}

pub(crate) fn recovery_identity(
    folder: &DeskFolder,
    code: &RecoveryCode,
    at: NaiveDateTime,
) -> StoreResult<x25519::Identity> {
    let _hold = KeyringHold::take(folder)?;
    let mut keyring = Keyring::load(&folder.keyring())?;
    let admission = keyring.recovery.attempts.admit(at);
    if admission.changed() {
        keyring.save(&folder.keyring())?;
    }
    admission.into_result()?;
    if let Some(identity) = keyring.recovery.sealed.open(code.secret())? {
        if keyring.recovery.attempts.succeed() {
            keyring.save(&folder.keyring())?;
        }
        return Ok(identity);
    }
    let seconds = keyring.recovery.attempts.fail(at);
    keyring.note(at, None, EventKind::WrongRecoveryCode);
    keyring.save(&folder.keyring())?;
    Err(StoreError::RecoveryCodeWrong { seconds })
}
