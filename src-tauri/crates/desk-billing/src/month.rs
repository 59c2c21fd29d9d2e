//! What a number is charged for a month (协议四（二）6、9): its calls, rounded
//! once, or its minimum, and the fees of its functions. Suspended or not makes
//! no difference; a closed number is charged its last part-month and nothing
//! after. Owns what a person should look at before the month is closed.
//!
//! The minimum of a first or last part-month follows the policy of the version
//! in force on the first day of service in that month; a month that was open
//! from its first to its last day is a whole one. Function fees are taken whole
//! for every month in which the number was open, for they are not part of the
//! minimum; nor do they count towards it, which asks for calls (话费).

mod odd;

pub use odd::{Oddity, PastMonth};

use crate::sum::CallSum;
use chrono::{NaiveDate, NaiveDateTime};
use desk_domain::form::Feature;
use desk_domain::identifier::Number400;
use desk_domain::ledger::{EntryDraft, EntryKind, LedgerError};
use desk_domain::money::MoneyError;
use desk_domain::period::CalendarMonth;
use desk_domain::suspension::SuspendedDays;
use desk_domain::tariff::{PartMonth, TariffPlan, TariffVersion};
use desk_domain::{Charge, Money};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A number's account in the month that is to be charged.
#[derive(Debug, Clone)]
pub struct AccountMonth<'a> {
    /// The number.
    pub number: Number400,
    /// The month.
    pub month: CalendarMonth,
    /// The first day of service.
    pub opened: NaiveDate,
    /// The last day of service.
    pub closed: Option<NaiveDate>,
    /// When it was suspended.
    pub suspended: Vec<SuspendedDays>,
    /// 每月最低消费 of the contract.
    pub minimum: Money,
    /// Its package; `None` while it has none.
    pub plan: Option<&'a TariffPlan>,
    /// The functions it had in the month.
    pub functions: Vec<Feature>,
    /// The rated calls that are to be charged with this month: those of the
    /// month, and those that came late for months closed already.
    pub calls: CallSum,
    /// Answered calls that no tariff covers.
    pub unrated: u64,
    /// The balance at the month's beginning.
    pub opening: Money,
    /// Everything else booked in the month: payments, credits, corrections.
    pub moved: Money,
    /// The months before, in any order; three are looked at.
    pub earlier: Vec<PastMonth>,
}

/// Why that minimum was applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MinimumBasis {
    /// Open from the first to the last day.
    WholeMonth,
    /// A part-month, by this policy.
    PartMonth(PartMonth),
}

/// A function and what it cost in the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChargedFunction {
    /// The function.
    pub feature: Feature,
    /// Its fee.
    pub fee: Money,
}

/// A number's line in the close of a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MonthLine {
    /// The number.
    pub number: Number400,
    /// The month.
    pub month: CalendarMonth,
    /// Days of service in it.
    pub days: u32,
    /// Days of these on which it was suspended.
    pub suspended_days: u32,
    /// Its calls, not rounded.
    pub sum: CallSum,
    /// 通话费: its calls, rounded once.
    pub calls: Money,
    /// The minimum that was applied.
    pub minimum: Money,
    /// Why that one.
    pub minimum_basis: MinimumBasis,
    /// 补足最低消费.
    pub top_up: Money,
    /// 功能费 by function; what costs nothing is left out.
    pub functions: Vec<ChargedFunction>,
    /// 功能费 together.
    pub fees: Money,
    /// Calls, top-up and fees together.
    pub charged: Money,
    /// The balance at the month's beginning.
    pub opening: Money,
    /// Payments, credits and corrections in the month.
    pub moved: Money,
    /// The balance at its end.
    pub closing: Money,
    /// What a person should look at.
    pub oddities: Vec<Oddity>,
}

/// What a number is charged for the month; `None` when it had no day of service
/// in it. The same account gives the same line, as often as it is asked.
///
/// # Errors
/// [`MoneyError::OutOfBounds`].
pub fn charge_month(account: &AccountMonth<'_>) -> Result<Option<MonthLine>, MoneyError> {
    let Some((first, last)) = days_of_service(account) else {
        return Ok(None);
    };
    let days = days_between(first, last);
    let version = governing(account.plan, first, last);
    let minimum_basis = basis_of(account, version);
    let minimum = applied(account.minimum, minimum_basis, days, account.month.days())?;
    let (billed, top_up) = monthly_charge(account.calls.charge, minimum)?;
    let functions = functions_of(account, version);
    let fees = Money::sum(functions.iter().map(|function| function.fee))?;
    let charged = billed.checked_add(fees)?;
    let left = account.opening.checked_add(account.moved)?;
    let mut line = MonthLine {
        number: account.number.clone(),
        month: account.month,
        days,
        suspended_days: suspended_days(account, first, last),
        sum: account.calls,
        calls: billed.checked_sub(top_up)?,
        minimum,
        minimum_basis,
        top_up,
        functions,
        fees,
        charged,
        opening: account.opening,
        moved: account.moved,
        closing: left.checked_sub(charged)?,
        oddities: Vec::new(),
    };
    line.oddities = odd::look(account, &line)?;
    Ok(Some(line))
}

/// The first and the last day of service within the month, if there is one.
fn days_of_service(account: &AccountMonth<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let end = account.month.last_day();
    let first = account.opened.max(account.month.first_day());
    let last = account.closed.map_or(end, |closed| closed.min(end));
    (first <= last).then_some((first, last))
}

fn suspended_days(account: &AccountMonth<'_>, first: NaiveDate, last: NaiveDate) -> u32 {
    let stretches = account.suspended.iter();
    let days: u32 = stretches
        .map(|stretch| stretch.days_within(first, last))
        .sum();
    days.min(days_between(first, last))
}

/// What a month is charged: the calls, or the minimum where they stay below it
/// (协议四（二）9). Returns the charge and the top-up it contains, both in fen.
///
/// # Errors
/// [`MoneyError::OutOfBounds`].
pub fn monthly_charge(calls: Charge, minimum: Money) -> Result<(Money, Money), MoneyError> {
    let rated = calls.round_half_up();
    if rated >= minimum {
        return Ok((rated, Money::ZERO));
    }
    Ok((minimum, minimum.checked_sub(rated)?))
}

/// What is due back when calls of a charged month are found wrong (协议四（一）6
/// together with 四（二）9): what the month would have cost less without them.
/// Where the minimum was charged anyway, that is less than the calls themselves.
///
/// # Errors
/// [`MoneyError::OutOfBounds`].
pub fn credit_due(calls: Charge, minimum: Money, disputed: Charge) -> Result<Money, MoneyError> {
    let without =
        Charge::from_ten_thousandths(calls.ten_thousandths() - disputed.ten_thousandths())?;
    let (was, _) = monthly_charge(calls, minimum)?;
    let (would_be, _) = monthly_charge(without, minimum)?;
    was.checked_sub(would_be)
}

impl MonthLine {
    /// The entries that this line makes in the ledger: calls, top-up, and one
    /// for each function, named in its note. What is nothing makes none.
    ///
    /// # Errors
    /// [`LedgerError`].
    pub fn entries(&self, on: NaiveDateTime) -> Result<Vec<EntryDraft>, LedgerError> {
        let charges = [
            (EntryKind::Calls, self.calls, ""),
            (EntryKind::TopUp, self.top_up, ""),
        ];
        let fees = self
            .functions
            .iter()
            .map(|f| (EntryKind::FunctionFee, f.fee, f.feature.chinese()));
        charges
            .into_iter()
            .chain(fees)
            .filter(|(_, amount, _)| !amount.is_zero())
            .map(|(kind, amount, note)| {
                let number = self.number.clone();
                EntryDraft::new(number, on, Some(self.month), kind, amount.negated(), note)
            })
            .collect()
    }
}

fn days_between(first: NaiveDate, last: NaiveDate) -> u32 {
    u32::try_from((last - first).num_days() + 1).unwrap_or(0)
}

/// The version whose fees and policies hold for the month: the one in force on
/// the first day of service in it, or else the first that came within it.
fn governing(
    plan: Option<&TariffPlan>,
    first: NaiveDate,
    last: NaiveDate,
) -> Option<&TariffVersion> {
    let plan = plan?;
    plan.version_on(first).or_else(|| {
        plan.versions()
            .iter()
            .find(|version| version.effective <= last)
    })
}

/// Whole, or by which policy. Without a version nothing but the calls is asked,
/// for no price list says otherwise.
fn basis_of(account: &AccountMonth<'_>, version: Option<&TariffVersion>) -> MinimumBasis {
    let month = account.month;
    let late = account.opened > month.first_day();
    let early = account.closed.is_some_and(|day| day < month.last_day());
    let policy = |of: fn(&TariffVersion) -> PartMonth| version.map_or(PartMonth::ActualOnly, of);
    let first = policy(|version| version.first_month);
    let last = policy(|version| version.last_month);
    match (late, early) {
        (false, false) => MinimumBasis::WholeMonth,
        (true, false) => MinimumBasis::PartMonth(first),
        (false, true) => MinimumBasis::PartMonth(last),
        (true, true) => MinimumBasis::PartMonth(first.milder(last)),
    }
}

/// The minimum for so many days of a month; by days, half a fen goes up.
fn applied(minimum: Money, basis: MinimumBasis, days: u32, of: u32) -> Result<Money, MoneyError> {
    match basis {
        MinimumBasis::WholeMonth | MinimumBasis::PartMonth(PartMonth::FullMinimum) => Ok(minimum),
        MinimumBasis::PartMonth(PartMonth::ActualOnly) => Ok(Money::ZERO),
        MinimumBasis::PartMonth(PartMonth::ByDays) => {
            let (days, of) = (i64::from(days), i64::from(of.max(1)));
            Money::from_fen((2 * minimum.fen() * days + of) / (2 * of))
        }
    }
}

fn functions_of(
    account: &AccountMonth<'_>,
    version: Option<&TariffVersion>,
) -> Vec<ChargedFunction> {
    let Some(version) = version else {
        return Vec::new();
    };
    let mut features = account.functions.clone();
    features.sort_unstable();
    features.dedup();
    features
        .into_iter()
        .map(|feature| ChargedFunction {
            feature,
            fee: version.fee_of(feature),
        })
        .filter(|function| !function.fee.is_zero())
        .collect()
}

#[cfg(test)]
mod tests;
