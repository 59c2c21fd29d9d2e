//! A customer's statement for a month, as data: papers and spreadsheets are
//! made of it, and every figure on it leads down to its calls. Refuses to exist
//! where its own equation does not hold, or where its calls are not what the
//! ledger charged: such a statement must never reach a customer.

mod equation;
mod error;

pub use equation::Equation;
pub use error::StatementError;

use crate::rating::RatedCall;
use crate::sum::{CallSum, TypeSum, by_type};
use chrono::{NaiveDate, NaiveDateTime};
use desk_domain::Money;
use desk_domain::call::CallRecord;
use desk_domain::identifier::{DisplayForm, Number400};
use desk_domain::ledger::{Entry, EntryKind};
use desk_domain::period::CalendarMonth;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whom the statement is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Addressee {
    /// 客户名称.
    pub name: String,
    /// 统一社会信用代码, or an older registration number.
    pub code: String,
}

/// A call with how its charge was reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CallLine {
    /// What the carrier recorded.
    pub call: CallRecord,
    /// What it costs.
    pub rated: RatedCall,
}

/// What is known of one number's account in the month.
#[derive(Debug, Clone)]
pub struct AccountInput {
    /// The number.
    pub number: Number400,
    /// How it is grouped when shown.
    pub display: DisplayForm,
    /// 套餐名称.
    pub package: String,
    /// The minimum that was applied, as the month's close found it.
    pub minimum: Money,
    /// The balance at the month's beginning.
    pub opening: Money,
    /// The entries whose statement month it is, in the ledger's order.
    pub entries: Vec<Entry>,
    /// The calls charged with it.
    pub calls: Vec<CallLine>,
    /// The balance at its end, as the ledger has it.
    pub closing: Money,
}

/// A payment, credit or correction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Movement {
    /// When it was booked.
    #[ts(type = "string")]
    pub on: NaiveDateTime,
    /// What it is.
    pub kind: EntryKind,
    /// How much, in fen, with its sign.
    pub amount: Money,
    /// Why.
    pub note: String,
}

/// A function and its fee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FeeLine {
    /// 功能 by name.
    pub name: String,
    /// Its fee, as a positive amount.
    pub fee: Money,
}

/// One number on a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AccountStatement {
    /// The number.
    pub number: Number400,
    /// The number, grouped for people.
    pub shown: String,
    /// 套餐名称.
    pub package: String,
    /// The minimum that was applied.
    pub minimum: Money,
    /// From the opening balance to the closing one.
    pub equation: Equation,
    /// All calls together, not rounded.
    pub sum: CallSum,
    /// The calls by leg and class.
    pub types: Vec<TypeSum>,
    /// Payments, credits and corrections, in the order of the ledger.
    pub movements: Vec<Movement>,
    /// The fees by function.
    pub fees: Vec<FeeLine>,
    /// Every call, by its start.
    pub calls: Vec<CallLine>,
}

/// When the calls of a statement may be disputed no longer (协议四（一）6): each
/// call has its own last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DisputeDays {
    /// The last day for the earliest call.
    #[ts(type = "string")]
    pub first: NaiveDate,
    /// The last day for the latest one.
    #[ts(type = "string")]
    pub last: NaiveDate,
}

/// A customer's statement for a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Statement {
    /// Whom it is for.
    pub customer: Addressee,
    /// The month.
    pub month: CalendarMonth,
    /// One part for each number, in the order given.
    pub accounts: Vec<AccountStatement>,
    /// All numbers together.
    pub total: Equation,
    /// Until when calls may be disputed; `None` when there are none.
    pub disputes: Option<DisputeDays>,
}

impl Statement {
    /// Puts a statement together and holds it against itself.
    ///
    /// # Errors
    /// [`StatementError`]: an entry of another month or number, calls that are
    /// not what was charged, a closing balance that is not the ledger's.
    pub fn build(
        customer: Addressee,
        month: CalendarMonth,
        accounts: Vec<AccountInput>,
    ) -> Result<Self, StatementError> {
        let accounts = accounts
            .into_iter()
            .map(|account| AccountStatement::build(month, account))
            .collect::<Result<Vec<_>, _>>()?;
        let total = accounts
            .iter()
            .try_fold(Equation::default(), |total, account| {
                total.checked_add(&account.equation)
            })?;
        let lapses = || {
            let calls = accounts.iter().flat_map(|account| &account.calls);
            calls.map(|line| line.call.last_day_to_dispute())
        };
        let disputes = lapses()
            .min()
            .zip(lapses().max())
            .map(|(first, last)| DisputeDays { first, last });
        Ok(Self {
            customer,
            month,
            accounts,
            total,
            disputes,
        })
    }
}

impl AccountStatement {
    fn build(month: CalendarMonth, mut account: AccountInput) -> Result<Self, StatementError> {
        let number = &account.number;
        check_entries(month, number, &account.entries)?;
        let equation = Equation::of(account.opening, &account.entries)?;
        if equation.closing != account.closing {
            return Err(StatementError::BalanceDiffers {
                number: number.clone(),
                computed: equation.closing,
                recorded: account.closing,
            });
        }
        let rated = || account.calls.iter().map(|line| &line.rated);
        let sum = CallSum::of(rated())?;
        let types = by_type(rated())?;
        if sum.charge.round_half_up() != equation.calls {
            return Err(StatementError::CallsDiffer {
                number: number.clone(),
                lines: sum.charge.round_half_up(),
                charged: equation.calls,
            });
        }
        account.calls.sort_by(|a, b| {
            (a.call.started, &a.call.caller).cmp(&(b.call.started, &b.call.caller))
        });
        Ok(Self {
            shown: account.number.shown(account.display),
            number: account.number,
            package: account.package,
            minimum: account.minimum,
            equation,
            sum,
            types,
            movements: movements(&account.entries),
            fees: fees(&account.entries),
            calls: account.calls,
        })
    }
}

fn check_entries(
    month: CalendarMonth,
    number: &Number400,
    entries: &[Entry],
) -> Result<(), StatementError> {
    let elsewhere = entries
        .iter()
        .find(|entry| entry.number != *number || entry.statement_month() != month);
    match elsewhere {
        Some(entry) => Err(StatementError::EntryElsewhere {
            number: entry.number.clone(),
            month: entry.statement_month(),
        }),
        None => Ok(()),
    }
}

fn movements(entries: &[Entry]) -> Vec<Movement> {
    entries
        .iter()
        .filter(|entry| !entry.kind.charges_month())
        .map(|entry| Movement {
            on: entry.on,
            kind: entry.kind,
            amount: entry.amount,
            note: entry.note.clone(),
        })
        .collect()
}

fn fees(entries: &[Entry]) -> Vec<FeeLine> {
    entries
        .iter()
        .filter(|entry| entry.kind == EntryKind::FunctionFee)
        .map(|entry| FeeLine {
            name: entry.note.clone(),
            fee: entry.amount.negated(),
        })
        .collect()
}

#[cfg(test)]
mod tests;
