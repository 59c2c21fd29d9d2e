//! Owns the paper files: encrypted by `age` to a recipient whose identity only
//! the database knows, named by a keyed hash so that names tell nothing, equal
//! papers kept once. Refuses to give out a byte string that does not hash to
//! what was put in.

use std::fs::{self, File};
use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};

use age::{Decryptor, Encryptor, x25519};
use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use rusqlite::{Connection, Row};
use serde::Serialize;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::table::{paper_key, secret};
use crate::{StoreError, StoreResult, durable};

/// Bytes handled at once.
const PIECE: usize = 64 * 1024;

/// Bytes in the vault, as a row names them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Blob {
    /// Name of the file: a keyed hash, 64 hex digits.
    pub name: String,
    /// SHA-256 of the plain bytes, hex.
    pub sha256: String,
    /// How many plain bytes.
    pub bytes: u64,
}

impl Blob {
    pub(crate) fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            name: row.get("blob")?,
            sha256: row.get("sha256")?,
            bytes: row.get("bytes")?,
        })
    }
}

/// The paper files of an open store.
pub(crate) struct Vault {
    root: PathBuf,
    name_key: Zeroizing<Vec<u8>>,
    /// Newest first.
    identities: Vec<x25519::Identity>,
}

impl Vault {
    /// Reads from the database what opens the files under `root`.
    pub(crate) fn open(conn: &Connection, root: PathBuf) -> StoreResult<Self> {
        let name_key = HEXLOWER
            .decode(secret::need(conn, secret::NAME_KEY)?.as_bytes())
            .map_err(|_| StoreError::damaged("name key"))?;
        let identities = paper_key::all(conn)?;
        if identities.is_empty() {
            return Err(StoreError::damaged("no paper key"));
        }
        Ok(Self {
            root,
            name_key: Zeroizing::new(name_key),
            identities,
        })
    }

    /// Puts bytes in; durable when this returns. Reads `source` piece by
    /// piece. An equal paper that is there and sound is kept as it is; a
    /// damaged one is replaced.
    pub(crate) fn put(&self, source: &mut dyn Read, limit: u64) -> StoreResult<Blob> {
        durable::private_folder(&self.root)?;
        let mut draft = durable::Draft::in_folder(&self.root)?;
        let (sha256, bytes) = self.encrypt(source, &mut draft.file, limit)?;
        let name = self.name_of(&sha256);
        let blob = Blob {
            name,
            sha256: HEXLOWER.encode(&sha256),
            bytes,
        };
        let target = self.path_of(&blob.name);
        if target.exists() && self.copy_to(&blob, &mut io::sink()).is_ok() {
            return Ok(blob);
        }
        if let Some(folder) = target.parent()
            && !folder.exists()
        {
            durable::private_folder(folder)?;
            durable::sync_folder(&self.root)?;
        }
        draft.keep_as(&target)?;
        Ok(blob)
    }

    fn encrypt(
        &self,
        source: &mut dyn Read,
        target: &mut File,
        limit: u64,
    ) -> StoreResult<([u8; 32], u64)> {
        let recipient = self.identities[0].to_public();
        let encryptor = Encryptor::with_recipients(std::iter::once(&recipient as _))
            .map_err(|_| StoreError::damaged("paper key"))?;
        let mut writer = encryptor.wrap_output(target)?;
        let (mut hash, mut bytes) = (Sha256::new(), 0_u64);
        let mut piece = Zeroizing::new(vec![0_u8; PIECE]);
        loop {
            let n = match source.read(&mut piece) {
                Ok(0) => break,
                Ok(n) => n,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error.into()),
            };
            bytes += n as u64;
            if bytes > limit {
                return Err(StoreError::PaperTooLarge { limit });
            }
            hash.update(&piece[..n]);
            writer.write_all(&piece[..n])?;
        }
        if bytes == 0 {
            return Err(StoreError::PaperEmpty);
        }
        writer.finish()?;
        Ok((hash.finalize().into(), bytes))
    }

    /// The plain bytes, checked.
    pub(crate) fn read(&self, blob: &Blob) -> StoreResult<Vec<u8>> {
        let mut bytes = Vec::with_capacity(usize::try_from(blob.bytes).unwrap_or(0));
        self.copy_to(blob, &mut bytes)?;
        Ok(bytes)
    }

    /// Writes the plain bytes to `target`; an error at the end means that
    /// they were not what was put in.
    pub(crate) fn copy_to(&self, blob: &Blob, target: &mut dyn Write) -> StoreResult<()> {
        let damaged = || StoreError::PaperDamaged {
            paper: blob.name.clone(),
        };
        let file = File::open(self.path_of(&blob.name)).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => StoreError::PaperLost {
                paper: blob.name.clone(),
            },
            _ => error.into(),
        })?;
        let decryptor = Decryptor::new_buffered(BufReader::new(file)).map_err(|_| damaged())?;
        let keys = self
            .identities
            .iter()
            .map(|identity| identity as &dyn age::Identity);
        let mut reader = decryptor.decrypt(keys).map_err(|_| damaged())?;
        let (mut hash, mut bytes) = (Sha256::new(), 0_u64);
        let mut piece = Zeroizing::new(vec![0_u8; PIECE]);
        loop {
            // A file that was cut off or changed shows as a read error here.
            let n = reader.read(&mut piece).map_err(|_| damaged())?;
            if n == 0 {
                break;
            }
            bytes += n as u64;
            if bytes > blob.bytes {
                return Err(damaged());
            }
            hash.update(&piece[..n]);
            target.write_all(&piece[..n])?;
        }
        let right = bytes == blob.bytes && HEXLOWER.encode(&hash.finalize()) == blob.sha256;
        if right { Ok(()) } else { Err(damaged()) }
    }

    fn name_of(&self, sha256: &[u8; 32]) -> String {
        let mut mac = match Hmac::<Sha256>::new_from_slice(&self.name_key) {
            Ok(mac) => mac,
            // HMAC takes keys of any length.
            Err(_) => unreachable!("HMAC takes keys of any length"),
        };
        mac.update(sha256);
        HEXLOWER.encode(&mac.finalize().into_bytes())
    }

    /// `papers/ab/abcd….age`.
    pub(crate) fn path_of(&self, name: &str) -> PathBuf {
        let folder = name.get(..2).unwrap_or("__");
        self.root.join(folder).join(format!("{name}.age"))
    }

    /// Every file under the root, as (path, name of its blob); `None` for
    /// what is no finished blob.
    pub(crate) fn files(&self) -> io::Result<Vec<(PathBuf, Option<String>)>> {
        let mut found = Vec::new();
        if self.root.exists() {
            collect(&self.root, &mut found)?;
        }
        Ok(found)
    }
}

fn collect(folder: &Path, found: &mut Vec<(PathBuf, Option<String>)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, found)?;
            continue;
        }
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .and_then(|name| name.strip_suffix(".age"))
            .filter(|name| name.len() == 64)
            .map(str::to_owned);
        found.push((path, name));
    }
    Ok(())
}

/// Names of all blobs that rows of an open store name, each once.
pub(crate) fn named_blobs(conn: &Connection) -> StoreResult<Vec<Blob>> {
    let mut statement = conn.prepare(
        "SELECT blob, sha256, bytes FROM paper
         UNION SELECT blob, sha256, bytes FROM agreement ORDER BY blob",
    )?;
    let rows = statement.query_map([], Blob::from_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}
