//! The line every statement is built on: opening balance + payments − calls −
//! top-up − fees ± corrections = closing balance.

use desk_domain::Money;
use desk_domain::ledger::{Entry, EntryKind};
use desk_domain::money::MoneyError;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// From the opening balance to the closing one, in fen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Equation {
    /// 期初余额.
    pub opening: Money,
    /// 本期缴费: comes in.
    pub payments: Money,
    /// 通话费: is taken.
    pub calls: Money,
    /// 补足最低消费: is taken.
    pub top_up: Money,
    /// 功能费: is taken.
    pub fees: Money,
    /// 其他增减: credits, late charges, refunds, forfeitures and reversals, with
    /// their sign.
    pub corrections: Money,
    /// 期末余额.
    pub closing: Money,
}

impl Equation {
    /// What these entries make of an opening balance.
    ///
    /// # Errors
    /// [`MoneyError::OutOfBounds`].
    pub fn of(opening: Money, entries: &[Entry]) -> Result<Self, MoneyError> {
        let mut equation = Self {
            opening,
            closing: opening,
            ..Self::default()
        };
        for entry in entries {
            let taken = entry.amount.negated();
            let (sum, amount) = match entry.kind {
                EntryKind::FirstPayment | EntryKind::Renewal | EntryKind::OtherPayment => {
                    (&mut equation.payments, entry.amount)
                }
                EntryKind::Calls => (&mut equation.calls, taken),
                EntryKind::TopUp => (&mut equation.top_up, taken),
                EntryKind::FunctionFee => (&mut equation.fees, taken),
                EntryKind::Credit
                | EntryKind::Debit
                | EntryKind::Refund
                | EntryKind::Forfeiture
                | EntryKind::Reversal => (&mut equation.corrections, entry.amount),
            };
            *sum = sum.checked_add(amount)?;
            equation.closing = equation.closing.checked_add(entry.amount)?;
        }
        Ok(equation)
    }

    /// Whether the closing balance is what the other terms make it.
    ///
    /// # Errors
    /// [`MoneyError::OutOfBounds`].
    pub fn holds(&self) -> Result<bool, MoneyError> {
        let made = self
            .opening
            .checked_add(self.payments)?
            .checked_sub(self.charged()?)?
            .checked_add(self.corrections)?;
        Ok(made == self.closing)
    }

    /// 本期费用: calls, top-up and fees together.
    ///
    /// # Errors
    /// [`MoneyError::OutOfBounds`].
    pub fn charged(&self) -> Result<Money, MoneyError> {
        Money::sum([self.calls, self.top_up, self.fees])
    }

    /// Two numbers of one customer together, term by term.
    ///
    /// # Errors
    /// [`MoneyError::OutOfBounds`].
    pub fn checked_add(&self, other: &Self) -> Result<Self, MoneyError> {
        Ok(Self {
            opening: self.opening.checked_add(other.opening)?,
            payments: self.payments.checked_add(other.payments)?,
            calls: self.calls.checked_add(other.calls)?,
            top_up: self.top_up.checked_add(other.top_up)?,
            fees: self.fees.checked_add(other.fees)?,
            corrections: self.corrections.checked_add(other.corrections)?,
            closing: self.closing.checked_add(other.closing)?,
        })
    }
}
