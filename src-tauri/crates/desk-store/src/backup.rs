//! Owns making a backup: one file that holds a consistent copy of the whole
//! store while other windows go on working. It is as encrypted as the store
//! itself and opens with the same passwords. Refuses to leave half a file.

use std::fs::{self, File};
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use serde::Serialize;
use serde_json::json;
use tar::{Builder, EntryType, Header};

use crate::archive::{Entry, FORMAT, LIST, List, Measured, damaged};
use crate::durable::Draft;
use crate::presence::KeyringHold;
use crate::progress::{Stage, Watch, tell};
use crate::table::audit::Subject;
use crate::vault::Blob;
use crate::{Store, StoreError, StoreResult, connection, snapshot, vault};

/// A backup that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BackupMade {
    /// Length of the file in bytes.
    pub bytes: u64,
    /// How many papers are in it.
    pub papers: u64,
}

impl Store {
    /// Writes a backup to `file`, replacing it only when the new one is whole.
    ///
    /// # Errors
    /// `BackupInsideStore`, `DiskFull`, `FolderNotWritable`; `PaperLost` when
    /// a paper is gone (see [`Store::verify`]); `Cancelled`.
    pub fn backup(
        &mut self,
        file: &Path,
        at: NaiveDateTime,
        watch: &mut Watch<'_>,
    ) -> StoreResult<BackupMade> {
        self.me()?;
        let file = self.outside(file)?;
        let mut draft = Draft::beside(&file).map_err(not_writable)?;
        let (list, papers) = self.pack(&mut draft.file, &file, at, watch)?;
        let bytes = draft.file.metadata()?.len();
        draft.keep_as(&file)?;
        let files = list.entries.len();
        self.write::<(), StoreError>(at, |w| {
            let detail = json!({ "bytes": bytes, "files": files });
            w.audit_mut()
                .record("backup_made", &Subject::Store, &detail)
        })?;
        Ok(BackupMade { bytes, papers })
    }

    /// Refuses a place inside the data folder: a backup belongs elsewhere.
    fn outside(&self, file: &Path) -> StoreResult<PathBuf> {
        let parent = match file.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        let parent = parent
            .canonicalize()
            .map_err(|_| StoreError::BackupNotWritable)?;
        if parent.starts_with(self.folder.root().canonicalize()?) {
            return Err(StoreError::BackupInsideStore);
        }
        let name = file.file_name().ok_or(StoreError::BackupNotWritable)?;
        Ok(parent.join(name))
    }

    fn pack(
        &self,
        target: &mut File,
        beside: &Path,
        at: NaiveDateTime,
        watch: &mut Watch<'_>,
    ) -> StoreResult<(List, u64)> {
        let mut pack = Pack {
            tar: Builder::new(BufWriter::new(target)),
            entries: Vec::new(),
        };
        let copy = Draft::beside(beside)?;
        // The keyring is held so that keyring, key file and database belong
        // together; papers only ever grow and may be copied afterwards.
        let blobs = {
            let _hold = KeyringHold::take(&self.folder)?;
            snapshot::copy_into(&self.conn, &self.key, copy.path(), &mut |done, total| {
                tell(watch, Stage::Database, done, total)
            })?;
            pack.file("keyring.json", &self.folder.keyring())?;
            pack.file("store.key.age", &self.folder.key())?;
            vault::named_blobs(&connection::open(copy.path(), &self.key)?)?
        };
        pack.file("desk.db", copy.path())?;
        drop_side_files(copy.path());
        drop(copy);
        self.pack_papers(&mut pack, &blobs, watch)?;
        let list = List {
            format: FORMAT,
            made_at: at,
            entries: pack.entries,
        };
        let bytes = serde_json::to_vec(&list).map_err(damaged)?;
        pack.tar
            .append_data(&mut header(bytes.len() as u64), LIST, bytes.as_slice())?;
        pack.tar.into_inner()?.flush()?;
        Ok((list, blobs.len() as u64))
    }

    fn pack_papers<W: Write>(
        &self,
        pack: &mut Pack<W>,
        blobs: &[Blob],
        watch: &mut Watch<'_>,
    ) -> StoreResult<()> {
        let total = blobs.len() as u64;
        for (done, blob) in blobs.iter().enumerate() {
            tell(watch, Stage::Papers, done as u64, total)?;
            let path = self.vault.path_of(&blob.name);
            if !path.exists() {
                return Err(StoreError::PaperLost {
                    paper: blob.name.clone(),
                });
            }
            let folder = blob.name.get(..2).unwrap_or_default();
            pack.file(&format!("papers/{folder}/{}.age", blob.name), &path)?;
        }
        tell(watch, Stage::Papers, total, total)
    }
}

struct Pack<W: Write> {
    tar: Builder<W>,
    entries: Vec<Entry>,
}

impl<W: Write> Pack<W> {
    fn file(&mut self, name: &str, path: &Path) -> StoreResult<()> {
        let file = File::open(path)?;
        let length = file.metadata()?.len();
        // Exactly as many bytes as the header says, whatever happens to the
        // file meanwhile.
        let mut measured = Measured::new(BufReader::new(file).take(length));
        self.tar
            .append_data(&mut header(length), name, &mut measured)?;
        self.entries.push(measured.entry(name));
        Ok(())
    }
}

/// Tells the disk of the backup from that of the store.
fn not_writable(error: StoreError) -> StoreError {
    match error {
        StoreError::FolderNotWritable | StoreError::DiskFailed(_) => StoreError::BackupNotWritable,
        other => other,
    }
}

/// A header that says nothing about the computer it was made on.
fn header(length: u64) -> Header {
    let mut header = Header::new_ustar();
    header.set_size(length);
    header.set_mode(0o600);
    header.set_entry_type(EntryType::Regular);
    header
}

/// Reading the copy may have left journals beside it.
fn drop_side_files(copy: &Path) {
    for ending in ["-wal", "-shm", "-journal"] {
        let mut name = copy.as_os_str().to_owned();
        name.push(ending);
        let _ = fs::remove_file(name);
    }
}
