//! 账单: what a customer's numbers cost in a month and how their balances
//! moved, then every call. The first pages end with a slip to send back; the
//! calls follow on pages of their own.
//!
//! Refuses to say what does not add up: the balance, the calls, the top-up to
//! the minimum and the single entries are all counted again before a line is set.

mod account;
mod check;
mod details;

use super::stack::{Heading, Stack, dress, write};
use super::{Addressee, Paper, SheetError};
use crate::font::FontShelf;
use crate::layout::Page;
use chrono::{Datelike, NaiveDate, NaiveDateTime};
use desk_domain::identifier::{DisplayForm, Number400};
use desk_domain::party::Firm;
use desk_domain::period::CalendarMonth;
use desk_domain::{Charge, Money, Rate};

/// A statement: one customer, one month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementSheet {
    /// 甲方.
    pub firm: Firm,
    /// Number of the statement; may be empty.
    pub number: String,
    /// The customer.
    pub customer: Addressee,
    /// The accounting month.
    pub month: CalendarMonth,
    /// The day on which it is made out, also the date of the file.
    pub issued: NaiveDate,
    /// The last day on which its calls may be disputed (协议四（一）6).
    pub dispute_until: NaiveDate,
    /// The customer's 400 numbers, at least one.
    pub accounts: Vec<NumberAccount>,
}

/// The account of one 400 number: opening + payments − calls − top-up − fees +
/// corrections = closing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberAccount {
    /// The number.
    pub number: Number400,
    /// How it is shown.
    pub shown: DisplayForm,
    /// Name of the package; may be empty.
    pub package: String,
    /// Balance at the month's beginning.
    pub opening: Money,
    /// Paid in.
    pub payments: Money,
    /// What the calls cost, rounded once.
    pub calls: Money,
    /// What was taken beside the calls to reach the minimum (协议四（二）9).
    pub top_up: Money,
    /// Monthly fees for functions.
    pub fees: Money,
    /// Credits, refunds and reversals; less than nothing when taken off.
    pub corrections: Money,
    /// Balance at the month's end; less than nothing is owed.
    pub closing: Money,
    /// The minimum that holds for this month; nothing where calls alone count.
    pub minimum: Money,
    /// Single payments, fees and corrections; each kind may be left out whole.
    pub entries: Vec<EntryLine>,
    /// Every call of the month, in order of time.
    pub lines: Vec<CallLine>,
}

/// What kind of entry a line tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// Money paid in.
    Payment,
    /// A fee taken.
    Fee,
    /// A correction either way.
    Correction,
}

/// One payment, fee or correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryLine {
    /// Its day.
    pub day: NaiveDate,
    /// Its kind.
    pub kind: EntryKind,
    /// What it was for.
    pub what: String,
    /// How much; a fee counts as positive, a correction has its sign.
    pub amount: Money,
}

/// One call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallLine {
    /// When it began.
    pub start: NaiveDateTime,
    /// Who called, printed as given: masked by whoever may not show it.
    pub caller: String,
    /// The number that answered; empty for an unanswered call.
    pub answered: String,
    /// What kind of call it was, for example 固话市话.
    pub class: String,
    /// How long it was, in seconds.
    pub seconds: u32,
    /// Seconds counted, a whole number of the tariff's increments.
    pub counted: u32,
    /// The rate a minute.
    pub rate: Rate,
    /// What it cost.
    pub charge: Charge,
}

/// What the sheet is called.
const NAME: &str = "400业务账单";

impl StatementSheet {
    /// Sets the statement.
    ///
    /// # Errors
    /// [`SheetError`] when its figures contradict each other or a character has
    /// no glyph.
    pub fn compose(&self, shelf: &FontShelf) -> Result<Paper, SheetError> {
        write(shelf, &self.heading(), &self.pages(shelf)?)
    }

    /// The pages of [`Self::compose`] as marks, before they become a PDF.
    ///
    /// # Errors
    /// As [`Self::compose`].
    pub fn pages(&self, shelf: &FontShelf) -> Result<Vec<Page>, SheetError> {
        check::check(shelf, self)?;
        let mut summary = Stack::new(shelf);
        let slip = account::set(&mut summary, self)?;
        let mut bodies = summary.pages(Some(slip));
        if self
            .accounts
            .iter()
            .any(|account| !account.lines.is_empty())
        {
            let mut calls = Stack::new(shelf);
            details::set(&mut calls, self)?;
            bodies.extend(calls.pages(None));
        }
        dress(shelf, &self.heading(), bodies)
    }

    fn heading(&self) -> Heading<'_> {
        Heading {
            firm: &self.firm.name,
            number: &self.number,
            title: format!("{NAME}（{}）", self.month_written()),
            subject: &self.customer.name,
            day: self.issued,
        }
    }

    /// 2026年3月.
    fn month_written(&self) -> String {
        let first = self.month.first_day();
        format!("{}年{}月", first.year(), first.month())
    }

    /// Sums over all numbers.
    fn total(&self, of: impl Fn(&NumberAccount) -> Money) -> Result<Money, SheetError> {
        Ok(Money::sum(self.accounts.iter().map(of))?)
    }
}

impl NumberAccount {
    /// The number as people read it.
    fn written(&self) -> String {
        self.number.shown(self.shown)
    }

    /// What the month is charged: calls or minimum, and fees.
    fn charged(&self) -> Result<Money, SheetError> {
        Ok(Money::sum([self.calls, self.top_up, self.fees])?)
    }
}
