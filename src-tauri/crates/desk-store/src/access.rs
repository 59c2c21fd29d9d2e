//! Owns the two ways into an open store: a [`Reader`] over one consistent
//! view, and a [`Writer`] inside one transaction, acting for one member of
//! staff at one moment. Refuses writes that nobody answers for.

use std::ops::Deref;

use chrono::NaiveDateTime;
use rusqlite::Connection;

use desk_domain::staff::StaffId;

use crate::table::account::{Accounts, AccountsMut};
use crate::table::agreement::{Agreements, AgreementsMut};
use crate::table::audit::{Audit, AuditMut};
use crate::table::call::{Calls, CallsMut};
use crate::table::call_file::{CallFiles, CallFilesMut};
use crate::table::call_layout::{CallLayouts, CallLayoutsMut};
use crate::table::customer::{Customers, CustomersMut};
use crate::table::dispute::{Disputes, DisputesMut};
use crate::table::edition::{Editions, EditionsMut};
use crate::table::firm::{Firms, FirmsMut};
use crate::table::firm_key::{FirmKeys, FirmKeysMut};
use crate::table::firm_mark::{FirmMarks, FirmMarksMut};
use crate::table::ledger::{Ledger, LedgerMut};
use crate::table::month_close::{Months, MonthsMut};
use crate::table::number::{Numbers, NumbersMut};
use crate::table::order::{Orders, OrdersMut};
use crate::table::paper::{Papers, PapersMut};
use crate::table::quarantine::{Quarantine, QuarantineMut};
use crate::table::reading::{Readings, ReadingsMut};
use crate::table::returned_page::{ReturnedPages, ReturnedPagesMut};
use crate::table::screen_signature::{ScreenSignatures, ScreenSignaturesMut};
use crate::table::service_password::{ServicePasswords, ServicePasswordsMut};
use crate::table::setting::{Settings, SettingsMut};
use crate::table::settlement::{Settlements, SettlementsMut};
use crate::table::staff::{Staff, StaffMut};
use crate::table::suspension::{Suspensions, SuspensionsMut};
use crate::table::tariff::{Tariffs, TariffsMut};
use crate::vault::Vault;

/// Who does something, and when (local civil time of the office).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Act {
    /// The member of staff who answers for it.
    pub by: StaffId,
    /// The moment, from the caller's clock.
    pub at: NaiveDateTime,
}

/// Reads from one consistent view of the store.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub(crate) conn: &'a Connection,
    pub(crate) vault: &'a Vault,
}

/// Writes inside one transaction; whatever it reads is read inside it too.
pub struct Writer<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl<'a> Deref for Writer<'a> {
    type Target = Reader<'a>;

    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

macro_rules! handles {
    ($($(#[$doc:meta])* $read:ident / $write:ident: $reader:ident / $writer:ident;)+) => {
        impl<'a> Reader<'a> {
            $($(#[$doc])*
            #[must_use]
            pub fn $read(&self) -> $reader<'a> {
                $reader { reader: *self }
            })+
        }

        impl<'a> Writer<'a> {
            $($(#[$doc])*
            #[must_use]
            pub fn $write(&mut self) -> $writer<'a> {
                $writer { reader: self.reader, act: self.act }
            })+

            /// Who acts, and when.
            #[must_use]
            pub fn act(&self) -> Act {
                self.act
            }
        }
    };
}

handles! {
    /// Members of staff, present and past.
    staff / staff_mut: Staff / StaffMut;
    /// The firm's profile, all its versions.
    firm / firm_mut: Firms / FirmsMut;
    /// The pictures that the firm signs with.
    firm_marks / firm_marks_mut: FirmMarks / FirmMarksMut;
    /// The key that archived papers are signed with.
    firm_keys / firm_keys_mut: FirmKeys / FirmKeysMut;
    /// Customers.
    customers / customers_mut: Customers / CustomersMut;
    /// The stock of 400 numbers.
    numbers / numbers_mut: Numbers / NumbersMut;
    /// Orders at the desk, drafts included.
    orders / orders_mut: Orders / OrdersMut;
    /// Papers: scans, copies, proofs.
    papers / papers_mut: Papers / PapersMut;
    /// What was read off papers.
    readings / readings_mut: Readings / ReadingsMut;
    /// What people decided about values read off papers.
    settlements / settlements_mut: Settlements / SettlementsMut;
    /// Printed agreements.
    agreements / agreements_mut: Agreements / AgreementsMut;
    /// Pages that came back signed.
    returned_pages / returned_pages_mut: ReturnedPages / ReturnedPagesMut;
    /// Signatures drawn on the screen.
    screen_signatures / screen_signatures_mut: ScreenSignatures / ScreenSignaturesMut;
    /// The audit log.
    audit / audit_mut: Audit / AuditMut;
    /// Service passwords of customers.
    service_passwords / service_passwords_mut: ServicePasswords / ServicePasswordsMut;
    /// Editions of the agreement's text.
    editions / editions_mut: Editions / EditionsMut;
    /// Tariff plans and their versions.
    tariffs / tariffs_mut: Tariffs / TariffsMut;
    /// Prepaid accounts of numbers in service.
    accounts / accounts_mut: Accounts / AccountsMut;
    /// Times out of service.
    suspensions / suspensions_mut: Suspensions / SuspensionsMut;
    /// Entries of the prepaid accounts.
    ledger / ledger_mut: Ledger / LedgerMut;
    /// How carriers lay out their files.
    call_layouts / call_layouts_mut: CallLayouts / CallLayoutsMut;
    /// Files of call records that came in.
    call_files / call_files_mut: CallFiles / CallFilesMut;
    /// Calls and their charges.
    calls / calls_mut: Calls / CallsMut;
    /// Rows of such files that were set aside.
    quarantine / quarantine_mut: Quarantine / QuarantineMut;
    /// Closed months.
    months / months_mut: Months / MonthsMut;
    /// Disputes over calls.
    disputes / disputes_mut: Disputes / DisputesMut;
    /// Settings of the program.
    settings / settings_mut: Settings / SettingsMut;
}
