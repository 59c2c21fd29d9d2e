//! Owns bringing a store back from a backup. A backup may come from anywhere:
//! nothing of it is put in place before all of it was read and agrees with its
//! list. Refuses a folder that holds something.

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;

use tar::{Archive, EntryType};

use crate::archive::{Entry, LIST, LIST_LIMIT, List, Measured, check, damaged, is_ours};
use crate::folder::DeskFolder;
use crate::progress::{Stage, Watch, tell};
use crate::{Store, StoreError, StoreResult, durable};

/// Longest single file taken out of a backup (the database of a large office).
const FILE_LIMIT: u64 = 64 << 30;
/// Most files taken out of a backup.
const FILES_LIMIT: usize = 2_000_000;
const PIECE: usize = 256 * 1024;

impl Store {
    /// Unpacks the backup `file` into the empty folder `dir`. No password is
    /// needed: what comes out is as locked as what went in, and everybody who
    /// could sign in when it was made can again.
    ///
    /// # Errors
    /// `BackupNotReadable`, `FolderNotEmpty`, `StoreAlreadyThere`, `BackupDamaged`, `BackupTooNew`,
    /// `DiskFull`, `FolderNotWritable`; `Cancelled`. After any of them the
    /// folder counts as empty again.
    pub fn restore(file: &Path, dir: &Path, watch: &mut Watch<'_>) -> StoreResult<()> {
        let source = File::open(file).map_err(|_| StoreError::BackupNotReadable)?;
        let length = source
            .metadata()
            .map_err(|_| StoreError::BackupNotReadable)?
            .len();
        let folder = DeskFolder::at(dir);
        let presence = folder.begin()?;
        let staging = folder.restoring();
        let unpacked = unpack(source, length, &staging, watch);
        if let Err(error) = unpacked {
            fs::remove_dir_all(&staging)?;
            folder.finish()?;
            return Err(error);
        }
        put_in_place(&folder, &staging)?;
        folder.finish()?;
        presence.let_others_in()
    }
}

fn unpack(source: File, length: u64, staging: &Path, watch: &mut Watch<'_>) -> StoreResult<()> {
    durable::private_folder(staging)?;
    let mut tar = Archive::new(BufReader::new(source));
    let mut found: Vec<Entry> = Vec::new();
    let mut done = 0;
    for entry in tar.entries().map_err(damaged)? {
        let mut entry = entry.map_err(damaged)?;
        let name = entry
            .path()
            .map_err(damaged)?
            .to_string_lossy()
            .into_owned();
        if entry.header().entry_type() != EntryType::Regular {
            return Err(damaged("something that is no file"));
        }
        if name == LIST {
            let list: List = read_list(&mut entry)?;
            return check(&list, &found);
        }
        if !is_ours(&name) || found.len() >= FILES_LIMIT || entry.size() > FILE_LIMIT {
            return Err(damaged("a file that no backup holds"));
        }
        tell(watch, Stage::Unpacking, done, length)?;
        done += entry.size();
        found.push(unpack_file(&mut entry, &name, staging)?);
    }
    Err(damaged("cut off"))
}

fn read_list(entry: &mut impl Read) -> StoreResult<List> {
    let mut bytes = Vec::new();
    entry
        .take(LIST_LIMIT)
        .read_to_end(&mut bytes)
        .map_err(damaged)?;
    serde_json::from_slice(&bytes).map_err(damaged)
}

fn unpack_file(entry: &mut impl Read, name: &str, staging: &Path) -> StoreResult<Entry> {
    let path = staging.join(name);
    if let Some(parent) = path.parent() {
        durable::private_folder(parent)?;
    }
    // `create_new`: the same name twice is refused, not overwritten.
    let file = durable::private_file(&path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => damaged("the same file twice"),
        _ => error.into(),
    })?;
    let mut target = Measured::new(BufWriter::with_capacity(PIECE, &file));
    copy(entry, &mut target)?;
    target.flush()?;
    let measured = target.entry(name);
    file.sync_all()?;
    Ok(measured)
}

/// Copies, telling faults of the backup from faults of the disk.
fn copy(source: &mut impl Read, target: &mut impl Write) -> StoreResult<()> {
    let mut piece = vec![0_u8; PIECE];
    loop {
        match source.read(&mut piece).map_err(damaged)? {
            0 => return Ok(()),
            n => target.write_all(&piece[..n])?,
        }
    }
}

/// Moves everything to where it belongs, the keyring last: it makes the folder
/// a store.
fn put_in_place(folder: &DeskFolder, staging: &Path) -> StoreResult<()> {
    let papers = staging.join("papers");
    if papers.exists() {
        durable::rename(&papers, &folder.papers())?;
    }
    durable::rename(&staging.join("desk.db"), &folder.database())?;
    durable::rename(&staging.join("store.key.age"), &folder.key())?;
    durable::sync_folder(folder.root())?;
    durable::rename(&staging.join("keyring.json"), &folder.keyring())?;
    fs::remove_dir_all(staging)?;
    durable::sync_folder(folder.root())
}
