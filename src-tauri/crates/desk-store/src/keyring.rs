//! Owns `keyring.json`: who may try to sign in, each one's identity under
//! their password, and how often passwords have been wrong of late. It is
//! read before anybody is signed in, so nothing in it is believed that the
//! store itself does not confirm afterwards. Refuses newer and broken files.

use std::path::Path;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::patience::Attempts;
use crate::sealed::SealedIdentity;
use crate::{StoreError, StoreResult, durable};

/// Version of the keyring's own format.
const FORMAT: u32 = 1;
/// Largest keyring read.
const LIMIT: u64 = 4 << 20;
/// Most events kept until somebody signs in; older ones are dropped.
const EVENTS_LIMIT: usize = 500;

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Keyring {
    format: u32,
    /// Schema of `desk.db` when last opened: lets an old program refuse
    /// before anybody has typed a password.
    pub(crate) schema: u32,
    /// Which store this keyring belongs to.
    pub(crate) store: String,
    /// Shown on the sign-in screen, if the manager wants it shown.
    pub(crate) firm: Option<String>,
    pub(crate) staff: Vec<StaffEntry>,
    pub(crate) recovery: RecoveryEntry,
    /// What happened before the audit log could be reached.
    events: Vec<KeyringEvent>,
    next_event: u64,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct StaffEntry {
    pub(crate) id: i64,
    pub(crate) name: String,
    #[serde(flatten)]
    pub(crate) sealed: SealedIdentity,
    #[serde(flatten)]
    pub(crate) attempts: Attempts,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct RecoveryEntry {
    #[serde(flatten)]
    pub(crate) sealed: SealedIdentity,
    #[serde(flatten)]
    pub(crate) attempts: Attempts,
}

/// Something to be written into the audit log by whoever opens the store next.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct KeyringEvent {
    pub(crate) number: u64,
    pub(crate) at: NaiveDateTime,
    /// Whose password or entry it was; none for the recovery code.
    pub(crate) staff: Option<i64>,
    pub(crate) kind: EventKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum EventKind {
    WrongPassword,
    WrongRecoveryCode,
    PasswordChanged,
}

impl EventKind {
    /// The action under which the audit log keeps it.
    pub(crate) fn action(self) -> &'static str {
        match self {
            Self::WrongPassword => "wrong_password",
            Self::WrongRecoveryCode => "wrong_recovery_code",
            Self::PasswordChanged => "password_changed",
        }
    }
}

#[derive(Deserialize)]
struct FormatOnly {
    format: u32,
}

impl Keyring {
    pub(crate) fn new(schema: u32, store: String, recovery: SealedIdentity) -> Self {
        Self {
            format: FORMAT,
            schema,
            store,
            firm: None,
            staff: Vec::new(),
            recovery: RecoveryEntry {
                sealed: recovery,
                attempts: Attempts::default(),
            },
            events: Vec::new(),
            next_event: 1,
        }
    }

    pub(crate) fn load(path: &Path) -> StoreResult<Self> {
        let bytes = durable::read_small(path, LIMIT).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => StoreError::KeyringMissing,
            std::io::ErrorKind::InvalidData => damaged("too large"),
            _ => error.into(),
        })?;
        let FormatOnly { format } = serde_json::from_slice(&bytes).map_err(damaged)?;
        if format > FORMAT {
            return Err(StoreError::StoreTooNew {
                found: format,
                known: FORMAT,
            });
        }
        serde_json::from_slice(&bytes).map_err(damaged)
    }

    pub(crate) fn save(&self, path: &Path) -> StoreResult<()> {
        let bytes = serde_json::to_vec_pretty(self).map_err(damaged)?;
        durable::write(path, &bytes)
    }

    pub(crate) fn entry_mut(&mut self, name: &str) -> StoreResult<&mut StaffEntry> {
        self.staff
            .iter_mut()
            .find(|entry| entry.name == name)
            .ok_or_else(|| StoreError::UnknownStaff {
                name: name.to_owned(),
            })
    }

    /// Puts in, or replaces, the entry of one member of staff.
    pub(crate) fn put(&mut self, id: i64, name: &str, sealed: SealedIdentity) {
        self.staff.retain(|entry| entry.id != id);
        let entry = StaffEntry {
            id,
            name: name.to_owned(),
            sealed,
            attempts: Attempts::default(),
        };
        self.staff.push(entry);
        self.staff.sort_by_key(|entry| entry.id);
    }

    pub(crate) fn note(&mut self, at: NaiveDateTime, staff: Option<i64>, kind: EventKind) {
        if self.events.len() >= EVENTS_LIMIT {
            self.events.remove(0);
        }
        self.events.push(KeyringEvent {
            number: self.next_event,
            at,
            staff,
            kind,
        });
        self.next_event += 1;
    }

    /// Events that the store has not written into its audit log yet.
    pub(crate) fn events_after(&self, number: u64) -> Vec<KeyringEvent> {
        self.events
            .iter()
            .filter(|event| event.number > number)
            .cloned()
            .collect()
    }

    /// Forgets events that are in the audit log now; says whether any were.
    pub(crate) fn forget_events(&mut self, up_to: u64) -> bool {
        let before = self.events.len();
        self.events.retain(|event| event.number > up_to);
        self.events.len() != before
    }
}

fn damaged(what: impl ToString) -> StoreError {
    // serde_json names line and column, never the value it stumbled over;
    // the keyring holds nothing secret in plain anyway.
    StoreError::KeyringDamaged {
        what: what.to_string(),
    }
}
