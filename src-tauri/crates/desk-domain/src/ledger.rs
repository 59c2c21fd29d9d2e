//! The prepaid account of a number (协议四（一）7): a sum of entries that are
//! written once and never changed. Owns what kinds there are, which sign each
//! has, which month's statement shows them, and how a mistake is taken back.
//! Refuses an entry of the wrong sign, one in a closed month, and a second
//! reversal of the same entry.

mod account;
mod error;
mod kind;
mod renewal;
mod settlement;

pub use account::{balance, running, verify};
pub use error::LedgerError;
pub use kind::{EntryKind, PaymentKind};
pub use renewal::{check_renewal_payment, floor_of};
pub use settlement::{Handover, Settlement, check_closing, check_handover, check_withdrawal};

use crate::identifier::Number400;
use crate::money::Money;
use crate::period::CalendarMonth;
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The longest note, in characters.
const NOTE_LIMIT: usize = 200;

/// An entry, by its number in the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct EntryId(#[ts(type = "number")] pub i64);

/// An entry before it is written; sound when it exists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EntryDraft {
    number: Number400,
    #[ts(type = "string")]
    on: NaiveDateTime,
    month: Option<CalendarMonth>,
    kind: EntryKind,
    amount: Money,
    reverses: Option<EntryId>,
    note: String,
}

/// An entry as it stands in the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Entry {
    /// Its number.
    pub id: EntryId,
    /// Whose account it belongs to.
    pub number: Number400,
    /// When it was booked.
    #[ts(type = "string")]
    pub on: NaiveDateTime,
    /// The month that is charged, for calls, top-ups and function fees.
    pub month: Option<CalendarMonth>,
    /// What it is.
    pub kind: EntryKind,
    /// In fen: what comes in is positive, what is taken is negative.
    pub amount: Money,
    /// The entry that it takes back.
    pub reverses: Option<EntryId>,
    /// Why, in the words of whoever booked it.
    pub note: String,
}

impl EntryDraft {
    /// An entry of any kind but a reversal.
    ///
    /// # Errors
    /// [`LedgerError::Zero`], [`LedgerError::Sign`]; [`LedgerError::MonthMissing`]
    /// and [`LedgerError::MonthUnwanted`], for the charges of a month name it and
    /// nothing else does; [`LedgerError::NoteMissing`] where a reason is due,
    /// [`LedgerError::NoteLength`]; [`LedgerError::NothingReversed`].
    pub fn new(
        number: Number400,
        on: NaiveDateTime,
        month: Option<CalendarMonth>,
        kind: EntryKind,
        amount: Money,
        note: &str,
    ) -> Result<Self, LedgerError> {
        if kind == EntryKind::Reversal {
            return Err(LedgerError::NothingReversed);
        }
        kind.check(month, amount)?;
        let note = checked_note(note, kind.needs_reason())?;
        Ok(Self {
            number,
            on,
            month,
            kind,
            amount,
            reverses: None,
            note,
        })
    }

    /// The entry that takes another back: exactly the opposite amount, in the
    /// month in which it is booked, so that no statement changes afterwards.
    /// `others` are the entries of the account, to see that it is the first.
    ///
    /// # Errors
    /// [`LedgerError::ReversalOfReversal`], [`LedgerError::ReversedTwice`],
    /// [`LedgerError::NoteMissing`], [`LedgerError::NoteLength`].
    pub fn reversal_of(
        entry: &Entry,
        others: &[Entry],
        on: NaiveDateTime,
        reason: &str,
    ) -> Result<Self, LedgerError> {
        if entry.kind == EntryKind::Reversal {
            return Err(LedgerError::ReversalOfReversal);
        }
        if others.iter().any(|other| other.reverses == Some(entry.id)) {
            return Err(LedgerError::ReversedTwice);
        }
        Ok(Self {
            number: entry.number.clone(),
            on,
            month: None,
            kind: EntryKind::Reversal,
            amount: entry.amount.negated(),
            reverses: Some(entry.id),
            note: checked_note(reason, true)?,
        })
    }

    /// Holds the entry against the last closed month, `closed`. The close of a
    /// month itself passes the month before.
    ///
    /// # Errors
    /// [`LedgerError::MonthClosed`]: a closed month never changes (协议四（二）2).
    pub fn check_open(&self, closed: Option<CalendarMonth>) -> Result<(), LedgerError> {
        let month = self.statement_month();
        match closed {
            Some(closed) if month <= closed => Err(LedgerError::MonthClosed { month }),
            _ => Ok(()),
        }
    }

    /// The entry, once the ledger gave it a number.
    #[must_use]
    pub fn written_as(self, id: EntryId) -> Entry {
        Entry {
            id,
            number: self.number,
            on: self.on,
            month: self.month,
            kind: self.kind,
            amount: self.amount,
            reverses: self.reverses,
            note: self.note,
        }
    }

    /// Whose account it goes to.
    #[must_use]
    pub fn number(&self) -> &Number400 {
        &self.number
    }

    /// When it is booked.
    #[must_use]
    pub fn on(&self) -> NaiveDateTime {
        self.on
    }

    /// The month it charges.
    #[must_use]
    pub fn month(&self) -> Option<CalendarMonth> {
        self.month
    }

    /// What it is.
    #[must_use]
    pub fn kind(&self) -> EntryKind {
        self.kind
    }

    /// How much, in fen, with its sign.
    #[must_use]
    pub fn amount(&self) -> Money {
        self.amount
    }

    /// The entry that it takes back.
    #[must_use]
    pub fn reverses(&self) -> Option<EntryId> {
        self.reverses
    }

    /// Why.
    #[must_use]
    pub fn note(&self) -> &str {
        &self.note
    }

    /// The month whose statement will show it.
    #[must_use]
    pub fn statement_month(&self) -> CalendarMonth {
        statement_month(self.month, self.on)
    }
}

impl Entry {
    /// The month whose statement shows it: the one it charges, otherwise the
    /// one in which it was booked. The charges of March are booked in April and
    /// belong to March.
    #[must_use]
    pub fn statement_month(&self) -> CalendarMonth {
        statement_month(self.month, self.on)
    }
}

fn statement_month(month: Option<CalendarMonth>, on: NaiveDateTime) -> CalendarMonth {
    month.unwrap_or_else(|| CalendarMonth::of(on.date()))
}

fn checked_note(note: &str, needed: bool) -> Result<String, LedgerError> {
    let note = note.trim();
    let found = note.chars().count();
    if needed && found == 0 {
        return Err(LedgerError::NoteMissing);
    }
    if found > NOTE_LIMIT {
        return Err(LedgerError::NoteLength {
            limit: NOTE_LIMIT,
            found,
        });
    }
    Ok(note.to_owned())
}

#[cfg(test)]
mod tests;
