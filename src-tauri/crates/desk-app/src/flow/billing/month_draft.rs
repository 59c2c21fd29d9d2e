//! A month as it would be closed: what every account had, put together for the
//! rule that charges it.

use super::month::kept;
use super::{entry, plan, rerate};
use crate::failure::Failure;
use desk_billing::{AccountMonth, CallSum, MonthLine, PastMonth, charge_month};
use desk_domain::Money;
use desk_domain::period::CalendarMonth;
use desk_domain::suspension::SuspendedDays;
use desk_store::{AccountId, AccountRow, EntryRow, Reader};
use std::collections::BTreeMap;

/// Something for each account.
pub(super) type ByAccount<T> = BTreeMap<AccountId, T>;

/// Whether an account had a day of service in a month.
pub(super) fn serves(row: &AccountRow, month: CalendarMonth) -> bool {
    row.opened <= month.last_day() && row.closed.is_none_or(|closed| closed >= month.first_day())
}

/// Every account's line as it would be.
pub(super) fn dry_run(
    reader: &Reader<'_>,
    month: CalendarMonth,
) -> Result<ByAccount<MonthLine>, Failure> {
    let plans = plan::all(reader)?;
    let (rated, unrated) = sums(reader, month)?;
    let opening: BTreeMap<_, _> = reader
        .ledger()
        .balances(Some(month.previous()))?
        .into_iter()
        .collect();
    let moved = moved(reader.ledger().of_month(month)?)?;
    let mut lines = BTreeMap::new();
    for row in reader.accounts().all()? {
        if !serves(&row, month) {
            continue;
        }
        let last = row.closed.map_or(month.last_day(), |day| day.min(month.last_day()));
        let terms = reader.accounts().terms(row.id)?;
        let terms = rerate::terms_on(&terms, last).ok_or_else(Failure::internal)?;
        let input = AccountMonth {
            number: entry::number_of(&row)?,
            month,
            opened: row.opened,
            closed: row.closed,
            suspended: suspended(reader, row.id)?,
            minimum: terms.minimum,
            plan: plans.get(&terms.plan).map(|stored| &stored.plan),
            functions: terms.features.clone(),
            calls: rated.get(&row.id).copied().unwrap_or_default(),
            unrated: unrated.get(&row.id).copied().unwrap_or(0),
            opening: opening.get(&row.id).copied().unwrap_or(Money::ZERO),
            moved: moved.get(&row.id).copied().unwrap_or(Money::ZERO),
            earlier: earlier(reader, row.id)?,
        };
        if let Some(line) = charge_month(&input)? {
            lines.insert(row.id, line);
        }
    }
    Ok(lines)
}

/// Sums of rated calls and counts of others, by account.
fn sums(
    reader: &Reader<'_>,
    month: CalendarMonth,
) -> Result<(ByAccount<CallSum>, ByAccount<u64>), Failure> {
    let (mut rated, mut unrated) = (BTreeMap::new(), BTreeMap::new());
    for sum in reader.calls().sums(month, None)? {
        let Some(account) = sum.account else {
            continue;
        };
        if sum.rated {
            let total: &mut CallSum = rated.entry(account).or_default();
            total.calls += sum.calls;
            total.minutes += sum.minutes;
            total.charge = total.charge.checked_add(sum.charge)?;
        } else {
            *unrated.entry(account).or_default() += sum.calls;
        }
    }
    Ok((rated, unrated))
}

/// What else was booked for a month: payments, credits, corrections.
fn moved(entries: Vec<EntryRow>) -> Result<ByAccount<Money>, Failure> {
    let mut moved: ByAccount<Money> = BTreeMap::new();
    for entry in entries {
        if !entry.kind.charges_month() {
            let sum = moved.entry(entry.account).or_default();
            *sum = sum.checked_add(entry.amount)?;
        }
    }
    Ok(moved)
}

fn suspended(reader: &Reader<'_>, id: AccountId) -> Result<Vec<SuspendedDays>, Failure> {
    let rows = reader.suspensions().of_account(id)?;
    let days = rows.into_iter().map(|row| SuspendedDays {
        from: row.from,
        until: row.until,
    });
    Ok(days.collect())
}

fn earlier(reader: &Reader<'_>, id: AccountId) -> Result<Vec<PastMonth>, Failure> {
    let lines = reader.months().lines_of(id)?;
    lines
        .into_iter()
        .rev()
        .take(3)
        .map(|(month, figures)| {
            let line = kept(figures)?;
            Ok(PastMonth {
                month,
                calls: line.sum.calls,
                charge: line.calls,
            })
        })
        .collect()
}

