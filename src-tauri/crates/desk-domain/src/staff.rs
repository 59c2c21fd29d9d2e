//! Who works at the desk and what each role may do. Refuses nothing by
//! itself: `desk-app` asks [`Role::may`] before every use case.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A member of staff, by number. Printed on forms as the staff number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct StaffId(#[ts(type = "number")] pub i64);

/// The three kinds of work in the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 受理员: takes in papers, fills the form, prints.
    FrontDesk,
    /// 经理: approves, sets texts and prices, keeps staff and the firm's profile.
    Manager,
    /// 账务员: imports calls, closes months, exports statements.
    Accounts,
}

/// Something a person may or may not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// Take in an order: fill the form, attach papers, print.
    TakeOrders,
    /// Look at copies of licences and identity cards.
    ViewPapers,
    /// Let an order through although a paper or a rule is against it, with a reason.
    Override,
    /// Void a printed agreement.
    VoidAgreement,
    /// Put 400 numbers into stock and change their state by hand.
    KeepStock,
    /// Change the firm's own profile.
    KeepFirm,
    /// Add and remove staff, reset their passwords.
    KeepStaff,
    /// Read the audit log.
    ReadAudit,
    /// Make and restore backups.
    KeepBackups,
    /// Import call records, close months, export statements.
    KeepAccounts,
    /// Set tariffs, and what an account is charged by.
    KeepPrices,
}

impl Permission {
    /// Every permission there is, for lists and tests.
    pub const ALL: [Self; 11] = [
        Self::TakeOrders,
        Self::ViewPapers,
        Self::Override,
        Self::VoidAgreement,
        Self::KeepStock,
        Self::KeepFirm,
        Self::KeepStaff,
        Self::ReadAudit,
        Self::KeepBackups,
        Self::KeepAccounts,
        Self::KeepPrices,
    ];
}

impl Role {
    /// Whether this role may do that.
    #[must_use]
    pub fn may(self, permission: Permission) -> bool {
        use Permission::{KeepAccounts, KeepBackups, TakeOrders, ViewPapers};
        match self {
            Self::Manager => true,
            Self::FrontDesk => matches!(permission, TakeOrders | ViewPapers | KeepBackups),
            Self::Accounts => matches!(permission, KeepAccounts | KeepBackups),
        }
    }

    /// What this role may do, in the order of [`Permission::ALL`].
    #[must_use]
    pub fn permissions(self) -> Vec<Permission> {
        Permission::ALL
            .into_iter()
            .filter(|p| self.may(*p))
            .collect()
    }
}
