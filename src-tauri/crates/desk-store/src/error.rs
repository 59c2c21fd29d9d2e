//! Owns every reason for which the store says no. Refuses to carry anything
//! about a person beyond the name a member of staff signs in with: no
//! password, identity number or telephone ever enters a message.

use std::io;

mod cause;
mod refusal;
#[cfg(test)]
mod wording_test;

/// What a call into the store returns.
pub type StoreResult<T> = Result<T, StoreError>;

/// Why the store refused. `Display` speaks to developers; people read the
/// sentence for [`desk_domain::Refusal::code`] in `assets/wording/store.json`.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The folder cannot be written to (read-only disk, missing rights).
    #[error("the data folder is not writable")]
    FolderNotWritable,
    /// A new store was asked for in a folder that already holds other files.
    #[error("the folder is not empty and holds no store")]
    FolderNotEmpty,
    /// A new store was asked for where one already is.
    #[error("there already is a store in this folder")]
    StoreAlreadyThere,
    /// A store was to be opened in a folder that holds none.
    #[error("there is no store in this folder")]
    NoStore,
    /// The disk is full (or a quota reached); nothing was half-written.
    #[error("the disk is full")]
    DiskFull,
    /// The disk failed to read or write.
    #[error("reading or writing a file failed: {0}")]
    DiskFailed(#[source] io::Error),
    /// `desk.db` is no store of this program, or not under this key.
    #[error("the database file is not a store under this key")]
    NotAStore,
    /// The database is a store but its content is broken.
    #[error("the store is damaged: {what}")]
    StoreDamaged {
        /// What was found broken, for the log.
        what: String,
    },
    /// The store was written by a newer version of the program.
    #[error("the store has schema {found}, this program knows {known}")]
    StoreTooNew {
        /// Schema version of the store.
        found: u32,
        /// Newest version this program understands.
        known: u32,
    },
    /// `keyring.json` is missing beside a database.
    #[error("the keyring is missing")]
    KeyringMissing,
    /// `keyring.json` cannot be understood.
    #[error("the keyring is damaged: {what}")]
    KeyringDamaged {
        /// What was found broken, for the log.
        what: String,
    },
    /// `store.key.age` is missing or cannot be opened by a member's identity.
    #[error("the store's key file is missing or damaged")]
    KeyDamaged,
    /// Another window holds the store for longer than the patience of 10 s.
    #[error("the store is busy in another window")]
    StoreBusy,
    /// No active member of staff has this name.
    #[error("no member of staff has this name")]
    UnknownStaff {
        /// The name as asked for.
        name: String,
    },
    /// The password is not right; the failure has been recorded.
    #[error("wrong password; next try in {seconds} s")]
    WrongPassword {
        /// Seconds until the next try will be looked at; 0 for at once.
        seconds: u64,
    },
    /// Too many wrong passwords: this try was not looked at.
    #[error("too many attempts; next try in {seconds} s")]
    TooManyAttempts {
        /// Seconds until the next try will be looked at.
        seconds: u64,
    },
    /// The member of staff has been removed (perhaps while signed in).
    #[error("this member of staff has been removed")]
    StaffRemoved,
    /// The keyring names another identity for this person than the store
    /// does: somebody edited the keyring, or a reset was cut off.
    #[error("the keyring's identity is not the one the store knows")]
    IdentityMismatch,
    /// Another active member of staff has this name.
    #[error("another member of staff has this name")]
    StaffNameTaken {
        /// The name.
        name: String,
    },
    /// The name is empty, too long or has control characters.
    #[error("a staff name has 1 to {maximum} visible characters")]
    StaffNameRefused {
        /// Longest name in characters.
        maximum: usize,
    },
    /// The last active manager cannot be removed or given another role.
    #[error("the last manager must stay")]
    LastManager,
    /// Only a manager may do this.
    #[error("only a manager may do this")]
    NotAManager,
    /// The password is too short.
    #[error("a password has at least {minimum} characters")]
    PasswordTooShort {
        /// Fewest characters.
        minimum: usize,
    },
    /// The password is too long to be a password.
    #[error("a password has at most {maximum} characters")]
    PasswordTooLong {
        /// Most characters.
        maximum: usize,
    },
    /// The password is, or holds, the name of its owner.
    #[error("the password repeats the name")]
    PasswordIsName,
    /// The password is one everyone tries first (`12345678`, `aaaaaaaa` …).
    #[error("the password is trivial")]
    PasswordTrivial,
    /// The recovery code has too many or too few characters.
    #[error("the recovery code has {found} characters, not {expected}")]
    RecoveryCodeLength {
        /// Characters typed, separators not counted.
        found: usize,
        /// Characters a code has.
        expected: usize,
    },
    /// A group of the recovery code was mistyped.
    #[error("group {group} of the recovery code is mistyped")]
    RecoveryCodeTypo {
        /// Which group, from 1.
        group: usize,
    },
    /// The recovery code is well formed but not this store's.
    #[error("the recovery code is not this store's; next try in {seconds} s")]
    RecoveryCodeWrong {
        /// Seconds until the next try will be looked at; 0 for at once.
        seconds: u64,
    },
    /// The record changed since it was read.
    #[error("revision {found} is stored, {expected} was expected")]
    Stale {
        /// Revision in the store.
        found: i64,
        /// Revision the caller had read.
        expected: i64,
    },
    /// There is no such record.
    #[error("no {kind} {id}")]
    NotFound {
        /// Table, in the singular.
        kind: &'static str,
        /// Its key.
        id: String,
    },
    /// Another customer already has this code.
    #[error("customer {id} already has this code")]
    CustomerCodeTaken {
        /// The customer that has it.
        id: i64,
    },
    /// The 400 number is not (any more) in the state it was seen in.
    #[error("number {number} is {found}, not {expected}")]
    NumberStateChanged {
        /// The 400 number.
        number: String,
        /// State in the store.
        found: String,
        /// State the caller had seen.
        expected: String,
    },
    /// A live agreement already holds the 400 number.
    #[error("agreement {agreement} already holds number {number}")]
    NumberAlreadyTaken {
        /// The 400 number.
        number: String,
        /// The agreement that holds it.
        agreement: String,
    },
    /// The agreement is not in a state that allows this step.
    #[error("agreement {agreement} is {found}")]
    AgreementStateChanged {
        /// Its number.
        agreement: String,
        /// Its state in the store.
        found: String,
    },
    /// The prefix cannot stand before an agreement number.
    #[error("an agreement prefix is 1 to 8 of A-Z and 0-9")]
    AgreementPrefixRefused,
    /// All 999,999 numbers of a year are used.
    #[error("the year {year} has no agreement number left")]
    AgreementYearFull {
        /// The year.
        year: i32,
    },
    /// Something that happened was to be changed or deleted.
    #[error("append-only: {what}")]
    AppendOnly {
        /// Table, as its trigger names it.
        what: String,
    },
    /// A paper's file is not what was put in.
    #[error("paper {paper} is damaged")]
    PaperDamaged {
        /// Name of its blob.
        paper: String,
    },
    /// A paper's file is gone.
    #[error("paper {paper} is missing from the folder")]
    PaperLost {
        /// Name of its blob.
        paper: String,
    },
    /// A paper is larger than the store takes.
    #[error("a paper has at most {limit} bytes")]
    PaperTooLarge {
        /// Most bytes.
        limit: u64,
    },
    /// A paper has no bytes.
    #[error("the paper is empty")]
    PaperEmpty,
    /// The customer has no service password.
    #[error("no service password is set")]
    ServicePasswordNotSet,
    /// The service password is not right.
    #[error("wrong service password, {left} tries left")]
    ServicePasswordWrong {
        /// Tries left before it locks.
        left: u32,
    },
    /// Too many wrong service passwords.
    #[error("the service password is locked until {until}")]
    ServicePasswordLocked {
        /// Local time at which it opens again.
        until: chrono::NaiveDateTime,
    },
    /// The backup file is no backup, cut off, or changed.
    #[error("the backup is damaged: {what}")]
    BackupDamaged {
        /// What was found broken, for the log.
        what: String,
    },
    /// The backup was made by a newer version of the program.
    #[error("the backup has format {found}, this program knows {known}")]
    BackupTooNew {
        /// Format of the backup.
        found: u32,
        /// Newest format this program understands.
        known: u32,
    },
    /// The backup's file lies in the folder it saves.
    #[error("the backup file lies inside the data folder")]
    BackupInsideStore,
    /// The place for the backup's file is not there or not writable.
    #[error("the backup file cannot be written there")]
    BackupNotWritable,
    /// The backup's file is not there or not readable.
    #[error("the backup file cannot be read")]
    BackupNotReadable,
    /// The person stopped it; nothing was left behind.
    #[error("cancelled")]
    Cancelled,
    /// A value is larger than the store takes.
    #[error("a value is too large")]
    TooLarge,
    /// A fault of the database engine that no situation above names.
    #[error("the database failed: {0}")]
    Database(#[source] rusqlite::Error),
    /// The system gave no randomness.
    #[error("the system gave no random bytes")]
    NoRandomness,
}

impl StoreError {
    pub(crate) fn damaged(what: impl ToString) -> Self {
        Self::StoreDamaged {
            what: what.to_string(),
        }
    }

    pub(crate) fn not_found(kind: &'static str, id: impl ToString) -> Self {
        Self::NotFound {
            kind,
            id: id.to_string(),
        }
    }
}
