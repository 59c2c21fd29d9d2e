//! The encrypted store of the desk: who works here, customers, orders, papers,
//! 400 numbers, printed agreements, and the log of everything that was done.
//!
//! # What it owns
//! One folder: `keyring.json` (who may try to sign in), `store.key.age` (the
//! database's key, encrypted by `age` to every member of staff and to the
//! recovery code), `desk.db` (SQLCipher), `papers/` (scans and produced PDFs,
//! encrypted by `age`), `backups/` (copies made before an upgrade).
//!
//! Signing in stretches a password with Argon2id, which opens that member's
//! X25519 identity, which opens the store's key, which opens the database. No
//! password and no key is ever kept. What the keyring says is believed only
//! where the database confirms it.
//!
//! # What it refuses
//! SQL anywhere else; to change or delete what happened (triggers, not good
//! will); to write without a member of staff who answers for it; to leave a
//! half-written file or half a transaction, whatever moment the power fails;
//! to read the clock: every moment is passed in, in local civil time.
//!
//! # Use
//! ```no_run
//! # use desk_store::{Store, StoreError};
//! # fn main() -> Result<(), StoreError> {
//! # let at = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap().and_hms_opt(9, 0, 0).unwrap();
//! # let dir = std::path::Path::new("desk");
//! let founded = Store::found(dir, "王敏", "correct horse battery", at)?;
//! println!("{}", founded.recovery_code); // once, on paper
//! let mut store = founded.store;
//! store.write::<_, StoreError>(at, |w| w.settings_mut().set("idle_minutes", &10))?;
//! let idle: Option<u32> = store.read::<_, StoreError>(|r| r.settings().get("idle_minutes"))?;
//! # let _ = idle;
//! # Ok(())
//! # }
//! ```

mod access;
#[cfg(test)]
mod append_only_test;
mod archive;
mod backup;
#[cfg(feature = "bare")]
pub mod bare;
mod column;
mod connection;
mod door;
mod durable;
mod error;
mod folder;
mod founding;
mod hardness;
mod keyring;
mod membership;
mod opening;
mod password;
mod patience;
mod presence;
mod progress;
mod random;
mod recovery_code;
#[cfg(test)]
mod rekey_test;
mod restore;
mod schema;
mod sealed;
mod search;
mod snapshot;
mod store;
mod store_key;
pub mod table;
mod vault;
mod verify;

pub use access::{Act, Reader, Writer};
pub use backup::BackupMade;
pub use error::{StoreError, StoreResult};
pub use folder::{DeskFolder, FolderState};
pub use founding::Founded;
pub use hardness::Hardness;
pub use membership::Removal;

pub use password::{PASSWORD_MAXIMUM, PASSWORD_MINIMUM, STAFF_NAME_MAXIMUM, check_password};
pub use progress::{Progress, Stage, Watch};
pub use recovery_code::RecoveryCode;
pub use schema::SCHEMA_VERSION;
pub use search::Hit;
pub use store::Store;
pub use vault::Blob;
pub use verify::VerifyReport;

pub use random::random_32;
pub use table::account::{AccountId, AccountRow, NewAccount};
pub use table::account_holder::{AccountHolder, HolderRow};
pub use table::account_terms::AccountTerms;
pub use table::agreement::{AgreementRow, NewAgreement};
pub use table::audit::{AuditRow, Subject};
pub use table::call::{
    CallId, CallKept, CallKind, CallRating, CallRow, CallStream, CallSum, CallsOf, MonthCalls,
    NewCall,
};
pub use table::call_file::{CallFileId, CallFileOutcome, CallFileRow, NewCallFile};
pub use table::customer::{CustomerContent, CustomerId, CustomerRow};
pub use table::customer_revision::CustomerRevisionRow;
pub use table::dispute::{DisputeId, DisputeOutcome, DisputeRow};
pub use table::firm::FirmRow;
pub use table::firm_key::FirmKeyRow;
pub use table::firm_mark::{FirmMarkKind, FirmMarkRow};
pub use table::ledger::{EntryId, EntryRow, NewEntry};
pub use table::month_close::ClosedMonth;
pub use table::number::{Holder, NewNumber, NumberRow, StockAdded};
pub use table::number_history::NumberHistoryRow;
pub use table::order::{OrderContent, OrderId, OrderRow};
pub use table::paper::{NewPaper, PAPER_LIMIT, PaperId, PaperMarks, PaperRow};
pub use table::quarantine::{QuarantineId, QuarantineRow, QuarantineState};
pub use table::reading::{ReadingId, ReadingRow};
pub use table::returned_page::{ReturnedRow, ReturnedSight};
pub use table::screen_signature::ScreenSignature;
pub use table::service_password::{Knock, ServicePasswordRow};
pub use table::settlement::{Question, SettlementRow};
pub use table::staff::StaffRow;
pub use table::suspension::SuspensionRow;
pub use table::tariff::{TariffId, TariffRow};
