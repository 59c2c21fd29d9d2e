//! A month as it would be closed: what every account had, put together for the
//! rule that charges it. Everything is read for all accounts at once, for there
//! are thousands.

use super::{entry, plan, rerate};
use crate::failure::Failure;
use desk_billing::{AccountMonth, CallSum, MonthLine, PastMonth, charge_month};
use desk_domain::Money;
use desk_domain::period::CalendarMonth;
use desk_domain::suspension::SuspendedDays;
use desk_store::{AccountId, AccountRow, AccountTerms, EntryRow, Reader};
use std::collections::BTreeMap;

/// How many closed months are looked at for what is odd.
const EARLIER: u32 = 3;

/// Something for each account.
pub(super) type ByAccount<T> = BTreeMap<AccountId, T>;

/// A month as it would be closed.
pub(super) struct Draft {
    /// Every account's line.
    pub(super) lines: ByAccount<MonthLine>,
    /// What is booked in the month so far.
    pub(super) entries: ByAccount<Vec<EntryRow>>,
    /// Calls that no tariff rates.
    pub(super) not_rated: u64,
}

/// Whether an account had a day of service in a month.
pub(super) fn serves(row: &AccountRow, month: CalendarMonth) -> bool {
    row.opened <= month.last_day() && row.closed.is_none_or(|closed| closed >= month.first_day())
}

/// Every account's line as it would be.
pub(super) fn dry_run(reader: &Reader<'_>, month: CalendarMonth) -> Result<Draft, Failure> {
    let plans = plan::all(reader)?;
    let calls = calls(reader, month)?;
    let entries = by_account(reader.ledger().of_month(month)?);
    let balances = reader.ledger().balances(Some(month.previous()))?;
    let mut known = Known {
        opening: balances.into_iter().collect(),
        terms: reader.accounts().all_terms()?,
        suspended: suspended(reader)?,
        earlier: earlier(reader)?,
    };
    let mut lines = BTreeMap::new();
    for row in reader.accounts().all()? {
        if !serves(&row, month) {
            continue;
        }
        let terms = known.terms_in(&row, month)?;
        let input = AccountMonth {
            number: entry::number_of(&row)?,
            month,
            opened: row.opened,
            closed: row.closed,
            suspended: known.suspended.remove(&row.id).unwrap_or_default(),
            minimum: terms.minimum,
            plan: plans.get(&terms.plan).map(|stored| &stored.plan),
            functions: terms.features,
            calls: calls.rated.get(&row.id).copied().unwrap_or_default(),
            unrated: calls.unrated.get(&row.id).copied().unwrap_or(0),
            opening: known.opening.get(&row.id).copied().unwrap_or(Money::ZERO),
            moved: moved(entries.get(&row.id).map_or(&[], Vec::as_slice))?,
            earlier: known.earlier.remove(&row.id).unwrap_or_default(),
        };
        if let Some(line) = charge_month(&input)? {
            lines.insert(row.id, line);
        }
    }
    Ok(Draft {
        lines,
        entries,
        not_rated: calls.not_rated,
    })
}

/// What is known of every account.
struct Known {
    opening: ByAccount<Money>,
    terms: ByAccount<Vec<AccountTerms>>,
    suspended: ByAccount<Vec<SuspendedDays>>,
    earlier: ByAccount<Vec<PastMonth>>,
}

impl Known {
    /// The terms of an account on its last day in a month.
    fn terms_in(
        &mut self,
        row: &AccountRow,
        month: CalendarMonth,
    ) -> Result<AccountTerms, Failure> {
        let end = month.last_day();
        let last = row.closed.map_or(end, |day| day.min(end));
        let terms = self.terms.remove(&row.id).unwrap_or_default();
        let then = rerate::terms_on(&terms, last);
        then.cloned().ok_or_else(Failure::internal)
    }
}

/// What the calls of a month come to.
#[derive(Default)]
struct MonthCalls {
    rated: ByAccount<CallSum>,
    unrated: ByAccount<u64>,
    not_rated: u64,
}

fn calls(reader: &Reader<'_>, month: CalendarMonth) -> Result<MonthCalls, Failure> {
    let mut found = MonthCalls::default();
    for sum in reader.calls().sums(month, None)? {
        if !sum.rated {
            found.not_rated += sum.calls;
        }
        let Some(account) = sum.account else {
            continue;
        };
        if sum.rated {
            let total = found.rated.entry(account).or_default();
            total.calls += sum.calls;
            total.minutes += sum.minutes;
            total.charge = total.charge.checked_add(sum.charge)?;
        } else {
            *found.unrated.entry(account).or_default() += sum.calls;
        }
    }
    Ok(found)
}

/// Entries sorted by account.
pub(super) fn by_account(entries: Vec<EntryRow>) -> ByAccount<Vec<EntryRow>> {
    let mut sorted: ByAccount<Vec<EntryRow>> = BTreeMap::new();
    for entry in entries {
        sorted.entry(entry.account).or_default().push(entry);
    }
    sorted
}

/// What else was booked for a month: payments, credits, corrections.
fn moved(entries: &[EntryRow]) -> Result<Money, Failure> {
    let other = entries.iter().filter(|entry| !entry.kind.charges_month());
    Ok(Money::sum(other.map(|entry| entry.amount))?)
}

fn suspended(reader: &Reader<'_>) -> Result<ByAccount<Vec<SuspendedDays>>, Failure> {
    let mut found: ByAccount<Vec<SuspendedDays>> = BTreeMap::new();
    for row in reader.suspensions().all()? {
        found.entry(row.account).or_default().push(SuspendedDays {
            from: row.from,
            until: row.until,
        });
    }
    Ok(found)
}

fn earlier(reader: &Reader<'_>) -> Result<ByAccount<Vec<PastMonth>>, Failure> {
    let mut found: ByAccount<Vec<PastMonth>> = BTreeMap::new();
    for (account, month, line) in reader.months().recent::<PastLine>(EARLIER)? {
        found.entry(account).or_default().push(PastMonth {
            month,
            calls: line.sum.calls,
            charge: line.calls,
        });
    }
    Ok(found)
}

/// As much of a kept line as is needed of it.
#[derive(serde::Deserialize)]
struct PastLine {
    sum: CallSum,
    calls: Money,
}
