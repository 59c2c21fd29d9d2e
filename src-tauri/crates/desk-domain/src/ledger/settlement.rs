//! Money that leaves an account: refunds, forfeitures, and what must be settled
//! before a number is closed (协议五（一）) or changes hands.

use super::LedgerError;
use crate::money::Money;
use crate::period::CalendarMonth;
use chrono::NaiveDate;

/// How an account stands on the day its number is to be closed for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settlement {
    /// The last day of service.
    pub closed: NaiveDate,
    /// The last month that was charged.
    pub charged_through: Option<CalendarMonth>,
    /// What is left, refunds and forfeitures taken off.
    pub balance: Money,
}

/// How an account stands that is to be handed to another customer (过户).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handover {
    /// The new owner's first day.
    pub day: NaiveDate,
    /// The last month that was charged.
    pub charged_through: Option<CalendarMonth>,
    /// What is left.
    pub balance: Money,
    /// Whether a violation has frozen it.
    pub frozen: bool,
    /// Whether the rest goes back to the former owner.
    pub refunded: bool,
}

/// All that stands against handing an account over as it is: statements that
/// are out keep their addressee, a frozen balance goes to nobody, debts are
/// paid first, and a rest is paid back only when all is charged.
#[must_use]
pub fn check_handover(handover: &Handover) -> Vec<LedgerError> {
    let mut open = Vec::new();
    let month = CalendarMonth::of(handover.day);
    if handover.charged_through >= Some(month) {
        open.push(LedgerError::HandoverMonthClosed { month });
    }
    if handover.frozen {
        open.push(LedgerError::HandoverFrozen);
    }
    if handover.balance.is_negative() {
        let owed = handover.balance.negated();
        open.push(LedgerError::HandoverOwed { owed });
    }
    let last = CalendarMonth::of(handover.day.pred_opt().unwrap_or(handover.day));
    if handover.refunded && handover.charged_through < Some(last) {
        open.push(LedgerError::HandoverNotCharged { month: last });
    }
    open
}

/// Whether so much may be refunded or forfeited. `frozen` because of a violation
/// (协议四（一）4、5): then it may be forfeited, but not refunded.
///
/// # Errors
/// [`LedgerError::Frozen`], [`LedgerError::AboveBalance`].
pub fn check_withdrawal(
    balance: Money,
    amount: Money,
    frozen: bool,
    refund: bool,
) -> Result<(), LedgerError> {
    if frozen && refund {
        return Err(LedgerError::Frozen);
    }
    if amount > balance {
        return Err(LedgerError::AboveBalance { amount, balance });
    }
    Ok(())
}

/// Whether everything is settled: the last part-month charged, nothing owed,
/// and the rest refunded or forfeited.
///
/// # Errors
/// [`LedgerError::LastMonthOpen`], [`LedgerError::StillOwed`],
/// [`LedgerError::RestUndecided`].
pub fn check_closing(account: &Settlement) -> Result<(), LedgerError> {
    let month = CalendarMonth::of(account.closed);
    if account.charged_through < Some(month) {
        return Err(LedgerError::LastMonthOpen { month });
    }
    let balance = account.balance;
    if balance.is_negative() {
        let owed = balance.negated();
        return Err(LedgerError::StillOwed { owed });
    }
    if !balance.is_zero() {
        return Err(LedgerError::RestUndecided { balance });
    }
    Ok(())
}
