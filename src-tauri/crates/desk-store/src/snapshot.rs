//! Owns copies of the whole database: consistent although other windows write,
//! under the same key as the original. Refuses to leave half a copy.

use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use crate::store_key::StoreKey;
use crate::{StoreError, StoreResult, connection, durable};

const PAGES_AT_ONCE: i32 = 512;
const PAUSE: Duration = Duration::from_millis(20);

/// Copies the store to `target`, durable when this returns.
pub(crate) fn copy_to(conn: &Connection, key: &StoreKey, target: &Path) -> StoreResult<()> {
    let draft = durable::Draft::beside(target)?;
    copy_into(conn, key, draft.path(), &mut |_, _| Ok(()))?;
    draft.keep_as(target)
}

/// Copies the store into the existing empty file `path`, telling how many
/// pages of how many are done; stops when `tell` refuses.
pub(crate) fn copy_into(
    conn: &Connection,
    key: &StoreKey,
    path: &Path,
    tell: &mut dyn FnMut(u64, u64) -> StoreResult<()>,
) -> StoreResult<()> {
    let mut copy = connection::for_copy(path, key)?;
    let backup = Backup::new(conn, &mut copy)?;
    loop {
        let step = backup.step(PAGES_AT_ONCE)?;
        let progress = backup.progress();
        let total = u64::try_from(progress.pagecount).unwrap_or(0);
        let left = u64::try_from(progress.remaining).unwrap_or(0);
        tell(total - left.min(total), total)?;
        match step {
            StepResult::Done => return Ok(()),
            StepResult::More => {}
            StepResult::Busy | StepResult::Locked => std::thread::sleep(PAUSE),
            _ => return Err(StoreError::StoreBusy),
        }
    }
}
