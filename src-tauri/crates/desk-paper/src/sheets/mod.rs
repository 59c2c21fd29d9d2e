//! The office's loose sheets: what goes to a customer beside the agreement,
//! and what is kept of it. Each sheet takes everything it says in a plain struct
//! and gives the bytes of a PDF; the same struct gives the same bytes.
//!
//! Refuses figures that contradict each other: a sheet of accounts that does
//! not add up is not printed.

mod columns;
mod dispute;
mod error;
mod letter;
mod notice;
mod papers;
mod receipt;
mod slip;
mod stack;
mod statement;
#[cfg(test)]
mod wording_test;

pub use dispute::{DisputeOutcome, DisputeReply, DisputedCall};
pub use error::SheetError;
pub use notice::{NoticeKind, NoticeSheet, SuspensionGround};
pub use papers::{PaperSet, PaperSheet};
pub use receipt::ReceiptSheet;
pub use statement::{CallLine, EntryKind, EntryLine, NumberAccount, StatementSheet};

use chrono::NaiveDate;
use desk_domain::Money;
use desk_domain::capitals::to_capitals_with_prefix;

/// A finished sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The PDF file.
    pub pdf: Vec<u8>,
    /// Its pages.
    pub pages: u32,
    /// SHA-256 of the file.
    pub sha256: [u8; 32],
}

/// To whom a sheet goes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Addressee {
    /// Full name of the customer.
    pub name: String,
    /// Where it is sent; may be empty.
    pub address: String,
    /// Whom and how to call; may be empty.
    pub contact: String,
}

/// 2026年3月1日.
fn written(day: NaiveDate) -> String {
    day.format("%Y年%-m月%-d日").to_string()
}

/// ￥40.00（人民币肆拾元整）.
fn in_full(amount: Money) -> String {
    format!("￥{amount}（{}）", to_capitals_with_prefix(amount))
}
