//! Owns how faults of the disk and of the database engine become situations
//! that a person can act on.

use std::io;

use rusqlite::ErrorCode;

use super::StoreError;

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind::{
            FileTooLarge, PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull,
        };
        match error.kind() {
            StorageFull | QuotaExceeded | FileTooLarge => Self::DiskFull,
            PermissionDenied | ReadOnlyFilesystem => Self::FolderNotWritable,
            _ => Self::DiskFailed(error),
        }
    }
}

/// `SQLITE_IOERR_WRITE`: what SQLite says when a file may not grow (quota,
/// size limit) without the disk being full.
const IOERR_WRITE: i32 = 778;
/// `SQLITE_CONSTRAINT_TRIGGER`: only our append-only triggers raise it.
const CONSTRAINT_TRIGGER: i32 = 1811;

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error as Sql;
        match &error {
            Sql::SqliteFailure(failure, text) => match failure.code {
                ErrorCode::DiskFull => Self::DiskFull,
                _ if failure.extended_code == IOERR_WRITE => Self::DiskFull,
                ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied => {
                    Self::FolderNotWritable
                }
                ErrorCode::NotADatabase => Self::NotAStore,
                ErrorCode::DatabaseCorrupt => Self::damaged("malformed database"),
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::StoreBusy,
                ErrorCode::TooBig => Self::TooLarge,
                _ if failure.extended_code == CONSTRAINT_TRIGGER => Self::AppendOnly {
                    what: text.clone().unwrap_or_default(),
                },
                _ => Self::Database(error),
            },
            Sql::FromSqlConversionFailure(..)
            | Sql::IntegralValueOutOfRange(..)
            | Sql::InvalidColumnType(..)
            | Sql::Utf8Error(..) => Self::damaged(&error),
            _ => Self::Database(error),
        }
    }
}
