//! Owns the locks between windows. Every open store is *present* (a shared
//! lock); changing the key needs to be *alone* (an exclusive one); the keyring
//! is changed by one window at a time. The system drops a lock when its
//! process dies, so a crash never leaves one behind.

use std::fs::{File, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

use crate::folder::DeskFolder;
use crate::{StoreError, StoreResult, durable};

/// How long to wait for another window before giving up.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(20);

/// "A window has this store open."
pub(crate) struct Presence(File);

impl Presence {
    /// Enters beside others; waits while somebody is alone inside.
    pub(crate) fn enter(folder: &DeskFolder) -> StoreResult<Self> {
        let file = durable::lock_file(&folder.store_lock())?;
        wait_for(|| file.try_lock_shared())?;
        Ok(Self(file))
    }

    /// Enters alone, or not at all.
    pub(crate) fn enter_alone(folder: &DeskFolder) -> StoreResult<Self> {
        let file = durable::lock_file(&folder.store_lock())?;
        wait_for(|| file.try_lock())?;
        Ok(Self(file))
    }

    /// Sends nobody away: `None` when another window is open. The guard gives
    /// back the shared lock when dropped.
    pub(crate) fn alone(&self) -> StoreResult<Option<Alone<'_>>> {
        // A lock cannot be traded up in place on every system, so it is let
        // go and taken anew; nothing is touched in between.
        let_go(&self.0)?;
        match self.0.try_lock() {
            Ok(()) => Ok(Some(Alone(self))),
            Err(TryLockError::WouldBlock) => {
                wait_for(|| self.0.try_lock_shared())?;
                Ok(None)
            }
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// Lets others in after having entered alone.
    pub(crate) fn let_others_in(&self) -> StoreResult<()> {
        let_go(&self.0)?;
        wait_for(|| self.0.try_lock_shared())
    }
}

/// "No other window has this store open."
pub(crate) struct Alone<'a>(&'a Presence);

impl Drop for Alone<'_> {
    fn drop(&mut self) {
        // Failing here would leave the lock exclusive: other windows wait
        // until this one closes, nothing is lost.
        let _ = self.0.let_others_in();
    }
}

/// "This window is changing the keyring."
pub(crate) struct KeyringHold(#[expect(dead_code, reason = "holds the lock")] File);

impl KeyringHold {
    pub(crate) fn take(folder: &DeskFolder) -> StoreResult<Self> {
        let file = durable::lock_file(&folder.keyring_lock())?;
        wait_for(|| file.try_lock())?;
        Ok(Self(file))
    }
}

/// `ERROR_LOCK_VIOLATION`.
const LOCK_VIOLATION: i32 = 33;

/// Lets a lock go. Wine does so and then complains, in the words for a lock that
/// somebody else holds, that there is no second one to let go; Windows never does.
fn let_go(file: &File) -> StoreResult<()> {
    match file.unlock() {
        Err(error) if cfg!(windows) && error.raw_os_error() == Some(LOCK_VIOLATION) => Ok(()),
        outcome => Ok(outcome?),
    }
}

fn wait_for(mut attempt: impl FnMut() -> Result<(), TryLockError>) -> StoreResult<()> {
    let start = Instant::now();
    loop {
        match attempt() {
            Ok(()) => return Ok(()),
            Err(TryLockError::Error(error)) => return Err(error.into()),
            Err(TryLockError::WouldBlock) if start.elapsed() > PATIENCE => {
                return Err(StoreError::StoreBusy);
            }
            Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
        }
    }
}
