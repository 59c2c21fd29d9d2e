//! Owns the form of a backup: a plain tar of files that are encrypted already,
//! closed by a list with the length and hash of each. Refuses names that are
//! not ours, so that a backup of somebody else cannot write where it likes.
//!
//! The list comes last, so a backup that was cut off has none.

use std::io::{self, Read, Write};

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{StoreError, StoreResult};

/// Version of the form of backups.
pub(crate) const FORMAT: u32 = 1;
/// Name of the closing list.
pub(crate) const LIST: &str = "backup.json";
/// Largest list read: some 700,000 papers.
pub(crate) const LIST_LIMIT: u64 = 128 << 20;

/// The closing list.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct List {
    pub(crate) format: u32,
    pub(crate) made_at: chrono::NaiveDateTime,
    pub(crate) entries: Vec<Entry>,
}

/// One file of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) bytes: u64,
    pub(crate) sha256: String,
}

/// What a file of a backup may be called.
pub(crate) fn is_ours(name: &str) -> bool {
    if matches!(name, "desk.db" | "store.key.age" | "keyring.json") {
        return true;
    }
    let hex = |text: &str| {
        text.bytes()
            .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
    };
    let parts: Vec<&str> = name.split('/').collect();
    match parts.as_slice() {
        ["papers", folder, file] => file
            .strip_suffix(".age")
            .is_some_and(|name| name.len() == 64 && hex(name) && name.get(..2) == Some(folder)),
        _ => false,
    }
}

/// Counts and hashes what passes through.
pub(crate) struct Measured<T> {
    inner: T,
    hash: Sha256,
    bytes: u64,
}

impl<T> Measured<T> {
    pub(crate) fn new(inner: T) -> Self {
        Self {
            inner,
            hash: Sha256::new(),
            bytes: 0,
        }
    }

    pub(crate) fn entry(self, name: &str) -> Entry {
        let sha256 = HEXLOWER.encode(&self.hash.finalize());
        Entry {
            name: name.to_owned(),
            bytes: self.bytes,
            sha256,
        }
    }
}

impl<T: Read> Read for Measured<T> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.hash.update(&buffer[..n]);
        self.bytes += n as u64;
        Ok(n)
    }
}

impl<T: Write> Write for Measured<T> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let n = self.inner.write(buffer)?;
        self.hash.update(&buffer[..n]);
        self.bytes += n as u64;
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

pub(crate) fn damaged(what: impl ToString) -> StoreError {
    StoreError::BackupDamaged {
        what: what.to_string(),
    }
}

/// Checks a list against the files that came before it.
pub(crate) fn check(list: &List, found: &[Entry]) -> StoreResult<()> {
    if list.format > FORMAT {
        return Err(StoreError::BackupTooNew {
            found: list.format,
            known: FORMAT,
        });
    }
    if list.entries != found {
        return Err(damaged("files differ from the list"));
    }
    for needed in ["desk.db", "store.key.age", "keyring.json"] {
        if !found.iter().any(|entry| entry.name == needed) {
            return Err(damaged(format!("{needed} is missing")));
        }
    }
    Ok(())
}
