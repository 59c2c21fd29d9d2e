//! Owns how files come to be: whole or not at all, private to their owner.
//! Refuses to leave a half-written file under a name that anything reads.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use crate::{StoreResult, random};

/// Writes `bytes` under `path` so that after a crash at any moment either the
/// old file or the new one stands there: temporary file, fsync, rename, fsync
/// of the folder.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> StoreResult<()> {
    let mut draft = Draft::beside(path)?;
    draft.file.write_all(bytes)?;
    draft.keep_as(path)
}

/// A file being written under a name nobody reads; gone again unless kept.
pub(crate) struct Draft {
    pub(crate) file: File,
    path: PathBuf,
    kept: bool,
}

/// Ending of unfinished files, by which the sweep finds them.
pub(crate) const DRAFT_ENDING: &str = "part";

impl Draft {
    /// Opens a draft in the folder of `target`.
    pub(crate) fn beside(target: &Path) -> StoreResult<Self> {
        Self::in_folder(target.parent().unwrap_or(Path::new(".")))
    }

    /// Opens a draft in `folder`.
    pub(crate) fn in_folder(folder: &Path) -> StoreResult<Self> {
        let path = folder.join(format!(".{}.{DRAFT_ENDING}", random::file_tag()?));
        let file = private_file(&path)?;
        Ok(Self {
            file,
            path,
            kept: false,
        })
    }

    /// Where the draft lies, for readers that take a path.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Makes the draft durable and gives it its name.
    pub(crate) fn keep_as(mut self, target: &Path) -> StoreResult<()> {
        self.file.sync_all()?;
        rename(&self.path, target)?;
        self.kept = true;
        sync_folder(target.parent().unwrap_or(Path::new(".")))
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.kept {
            // Best effort: what stays is found by its ending and swept later.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// How long a file that somebody looks at is tried again, and how often.
const PATIENCE: Duration = Duration::from_secs(2);
const PAUSE: Duration = Duration::from_millis(20);

/// Gives a file or folder another name, in place of what has it. On Windows
/// whoever looks at one of the two (another window, a virus scanner, an indexer)
/// may keep it from going for a moment.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    let start = Instant::now();
    loop {
        match fs::rename(from, to) {
            Err(error) if is_held(&error) && start.elapsed() < PATIENCE => thread::sleep(PAUSE),
            outcome => return outcome,
        }
    }
}

/// Whether Windows says that somebody else has it (`ERROR_ACCESS_DENIED`,
/// `ERROR_SHARING_VIOLATION`); a missing right sounds the same and only lasts.
fn is_held(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32))
}

/// Creates a new file that only its owner may read.
pub(crate) fn private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Opens or creates a file that carries nothing but a lock.
pub(crate) fn lock_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Makes a folder (and those above it) that only its owner may enter.
pub(crate) fn private_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Makes renames in a folder durable. Windows has no such call; NTFS journals
/// its folders.
pub(crate) fn sync_folder(path: &Path) -> StoreResult<()> {
    #[cfg(unix)]
    File::open(path)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// Reads a whole small file, refusing more than `limit` bytes.
pub(crate) fn read_small(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(io::Error::new(
            io::ErrorKind::InvalidData,
            "file is too large",
        ));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_somebody_reads_is_replaced_when_they_are_done() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keyring.json");
        write(&path, b"old").unwrap();
        let reader = File::open(&path).unwrap();
        let reading = thread::spawn(move || {
            thread::sleep(Duration::from_millis(200));
            drop(reader);
        });
        write(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        reading.join().unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
