//! Owns the data folder: what lies where, what state it is in, and the locks
//! by which windows keep out of each other's way. Refuses to touch a folder
//! that holds something else.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Serialize;

use desk_domain::Refusal;

use crate::keyring::Keyring;
use crate::presence::Presence;
use crate::schema::SCHEMA_VERSION;
use crate::{StoreError, StoreResult, durable};

const KEYRING: &str = "keyring.json";
const KEYRING_LOCK: &str = "keyring.lock";
const STORE_LOCK: &str = "store.lock";
const DATABASE: &str = "desk.db";
const KEY: &str = "store.key.age";
const NEXT_KEY: &str = "store.key.next.age";
const PAPERS: &str = "papers";
const BACKUPS: &str = "backups";
const RESTORING: &str = "restoring";
/// Stands in the folder while a store is being founded or restored, so that
/// leftovers of a crash are told from a store whose keyring was lost.
const UNFINISHED: &str = "unfinished";

/// What a data folder holds, as far as can be seen without a password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FolderState {
    /// Nothing yet (or no folder): a store can be founded or restored here.
    Empty,
    /// A store, waiting for somebody to sign in.
    Locked {
        /// Name of the firm, if the manager lets it be shown.
        firm: Option<String>,
        /// Names to choose from, in the order they were added.
        staff: Vec<String>,
    },
    /// Other people's files: nothing will be put here.
    Foreign,
    /// A store that cannot be opened as it is.
    Damaged {
        /// Code of the refusal that opening it would meet.
        code: &'static str,
    },
    /// A store of a newer version of the program.
    TooNew {
        /// Version found.
        found: u32,
        /// Newest version this program understands.
        known: u32,
    },
}

/// A folder that holds, or will hold, a store.
#[derive(Debug, Clone)]
pub struct DeskFolder {
    root: PathBuf,
}

impl DeskFolder {
    /// Names the folder; touches nothing.
    #[must_use]
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// Looks at a folder without a password and without changing anything.
    ///
    /// # Errors
    /// Only when the folder cannot be looked at (`FolderNotWritable` for
    /// missing rights, `DiskFailed`).
    pub fn inspect(path: &Path) -> StoreResult<FolderState> {
        let folder = Self::at(path);
        let names = match folder.names() {
            Ok(names) => names,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(FolderState::Empty),
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
                return Ok(FolderState::Foreign);
            }
            Err(error) => return Err(error.into()),
        };
        folder.judge(&names)
    }

    fn judge(&self, names: &BTreeSet<String>) -> StoreResult<FolderState> {
        if names.contains(KEYRING) {
            return self.judge_keyring(names);
        }
        if names.contains(UNFINISHED) {
            return Ok(FolderState::Empty);
        }
        if names.contains(DATABASE) {
            return Ok(FolderState::Damaged {
                code: StoreError::KeyringMissing.code(),
            });
        }
        let harmless = |name: &String| name == STORE_LOCK || name == KEYRING_LOCK;
        Ok(if names.iter().all(harmless) {
            FolderState::Empty
        } else {
            FolderState::Foreign
        })
    }

    fn judge_keyring(&self, names: &BTreeSet<String>) -> StoreResult<FolderState> {
        let keyring = match Keyring::load(&self.keyring()) {
            Ok(keyring) => keyring,
            Err(StoreError::StoreTooNew { found, known }) => {
                return Ok(FolderState::TooNew { found, known });
            }
            Err(error @ StoreError::KeyringDamaged { .. }) => {
                return Ok(FolderState::Damaged { code: error.code() });
            }
            Err(error) => return Err(error),
        };
        if keyring.schema > SCHEMA_VERSION {
            return Ok(FolderState::TooNew {
                found: keyring.schema,
                known: SCHEMA_VERSION,
            });
        }
        if !names.contains(DATABASE) {
            return Ok(FolderState::Damaged {
                code: StoreError::NotAStore.code(),
            });
        }
        if !names.contains(KEY) && !names.contains(NEXT_KEY) {
            return Ok(FolderState::Damaged {
                code: StoreError::KeyDamaged.code(),
            });
        }
        let staff = keyring.staff.into_iter().map(|entry| entry.name).collect();
        Ok(FolderState::Locked {
            firm: keyring.firm,
            staff,
        })
    }

    /// Refuses unless a store could be opened here.
    pub(crate) fn expect_store(&self) -> StoreResult<()> {
        match Self::inspect(&self.root)? {
            FolderState::Locked { .. } => Ok(()),
            FolderState::Empty | FolderState::Foreign => Err(StoreError::NoStore),
            FolderState::TooNew { found, known } => Err(StoreError::StoreTooNew { found, known }),
            FolderState::Damaged { .. } => {
                Keyring::load(&self.keyring())?;
                let missing = if self.database().exists() {
                    StoreError::KeyDamaged
                } else {
                    StoreError::NotAStore
                };
                Err(missing)
            }
        }
    }

    /// Makes the folder ready for a new store and enters it alone: refuses any
    /// other content, clears what an unfinished founding or restoring left.
    pub(crate) fn begin(&self) -> StoreResult<Presence> {
        // Looked at twice: before anything is created, and again once no
        // other window can be founding a store here.
        self.expect_empty()?;
        durable::private_folder(&self.root)?;
        let presence = Presence::enter_alone(self)?;
        self.expect_empty()?;
        if self.unfinished().exists() {
            self.clear_leftovers()?;
        } else {
            durable::private_file(&self.unfinished())?;
        }
        durable::sync_folder(&self.root)?;
        Ok(presence)
    }

    fn expect_empty(&self) -> StoreResult<()> {
        match Self::inspect(&self.root)? {
            FolderState::Empty => Ok(()),
            FolderState::Foreign => Err(StoreError::FolderNotEmpty),
            _ => Err(StoreError::StoreAlreadyThere),
        }
    }

    /// Ends what [`Self::begin`] began, once the keyring is in place or
    /// everything else is gone again.
    pub(crate) fn finish(&self) -> StoreResult<()> {
        fs::remove_file(self.unfinished())?;
        durable::sync_folder(&self.root)
    }

    fn clear_leftovers(&self) -> StoreResult<()> {
        for name in self.names()? {
            let path = self.root.join(&name);
            if [PAPERS, BACKUPS, RESTORING].contains(&name.as_str()) {
                fs::remove_dir_all(path)?;
            } else if name.starts_with(DATABASE)
                || name.starts_with("store.key")
                || name.ends_with(durable::DRAFT_ENDING)
            {
                fs::remove_file(path)?;
            }
        }
        Ok(())
    }

    fn names(&self) -> io::Result<BTreeSet<String>> {
        fs::read_dir(&self.root)?
            .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
            .collect()
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }
    pub(crate) fn keyring(&self) -> PathBuf {
        self.root.join(KEYRING)
    }
    pub(crate) fn keyring_lock(&self) -> PathBuf {
        self.root.join(KEYRING_LOCK)
    }
    pub(crate) fn store_lock(&self) -> PathBuf {
        self.root.join(STORE_LOCK)
    }
    pub(crate) fn database(&self) -> PathBuf {
        self.root.join(DATABASE)
    }
    pub(crate) fn key(&self) -> PathBuf {
        self.root.join(KEY)
    }
    pub(crate) fn next_key(&self) -> PathBuf {
        self.root.join(NEXT_KEY)
    }
    pub(crate) fn papers(&self) -> PathBuf {
        self.root.join(PAPERS)
    }
    pub(crate) fn backups(&self) -> PathBuf {
        self.root.join(BACKUPS)
    }
    pub(crate) fn restoring(&self) -> PathBuf {
        self.root.join(RESTORING)
    }
    fn unfinished(&self) -> PathBuf {
        self.root.join(UNFINISHED)
    }
}
