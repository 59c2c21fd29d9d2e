//! Closing months. A dry run shows every line before a person confirms; then
//! all of it is booked in one transaction. Refuses a month that is not over,
//! and one before the month before it is closed.

use super::month_draft::{ByAccount, dry_run, serves};
use super::{MonthAccount, MonthFigures, MonthLine, MonthRef, MonthSheet, Oddity};
use super::{account_view, entry};
use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::flow::customer;
use crate::{show, wording};
use chrono::NaiveDate;
use desk_domain::Money;
use desk_domain::period::CalendarMonth;
use desk_domain::staff::Permission;
use desk_store::{AccountId, ClosedMonth, EntryRow, Reader, Writer};
use serde_json::json;
use std::collections::BTreeMap;

/// Months from the first account to the present one, newest first.
///
/// # Errors
/// Only who keeps accounts may look.
pub fn list(desk: &Desk, (): ()) -> Result<Vec<MonthLine>, Failure> {
    let today = CalendarMonth::of(desk.now().date());
    desk.read(Permission::KeepAccounts, |reader| {
        let names = entry::staff_names(reader)?;
        let closed = reader.months().closed()?;
        let calls: BTreeMap<CalendarMonth, u64> = reader
            .calls()
            .months()?
            .into_iter()
            .map(|month| (month.month, month.calls))
            .collect();
        let next = next_to_close(reader)?;
        let Some(mut month) = closed.first().map(|closed| closed.month).or(next) else {
            return Ok(Vec::new());
        };
        let accounts = reader.accounts().all()?;
        let mut lines = Vec::new();
        while month <= today {
            let done = closed.iter().find(|closed| closed.month == month);
            let total = match done {
                Some(done) => total_of(done)?,
                None => MonthFigures::default(),
            };
            lines.push(MonthLine {
                month: month.to_string(),
                closed: done.is_some(),
                next: next == Some(month),
                numbers: count(accounts.iter().filter(|row| serves(row, month))),
                calls: calls.get(&month).copied().unwrap_or(0),
                charged: charged(&total)?,
                top_up: total.top_up,
                closed_at: done.map(|done| show::minute(done.at)),
                closed_by: done.and_then(|done| names.get(&done.by).cloned()),
            });
            month = month.next();
        }
        lines.reverse();
        Ok(lines)
    })
}

fn count<T>(all: impl Iterator<Item = T>) -> u32 {
    u32::try_from(all.count()).unwrap_or(u32::MAX)
}

/// Everything that a month charged.
pub(super) fn charged(figures: &MonthFigures) -> Result<Money, Failure> {
    Ok(Money::sum([figures.rated, figures.top_up, figures.fees])?)
}

/// The month after the last closed one; the first account's first month when
/// none is closed.
fn next_to_close(reader: &Reader<'_>) -> Result<Option<CalendarMonth>, Failure> {
    if let Some(last) = reader.months().last()? {
        return Ok(Some(last.month.next()));
    }
    let opened = reader.accounts().all()?.into_iter().map(|row| row.opened);
    Ok(opened.min().map(CalendarMonth::of))
}

/// A month as it would be, or was, closed.
///
/// # Errors
/// Only who keeps accounts may look; a month that is none.
pub fn show(desk: &Desk, request: MonthRef) -> Result<MonthSheet, Failure> {
    let month = CalendarMonth::parse(&request.month)?;
    let today = desk.now().date();
    desk.read(Permission::KeepAccounts, |reader| {
        sheet(reader, month, today)
    })
}

/// Closes a month: charges every number, once. Closing it again changes
/// nothing and shows what was closed.
///
/// # Errors
/// The month is not over; the month before is open; nothing was in service.
pub fn close(desk: &Desk, request: MonthRef) -> Result<MonthSheet, Failure> {
    let month = CalendarMonth::parse(&request.month)?;
    let today = desk.now().date();
    desk.write(Permission::KeepAccounts, |writer| {
        if !is_closed(writer, month)? {
            if let Some(hindrance) = hindrances(writer, month, today)?.into_iter().next() {
                return Err(hindrance);
            }
            book(writer, month)?;
        }
        sheet(writer, month, today)
    })
}

fn book(writer: &mut Writer<'_>, month: CalendarMonth) -> Result<(), Failure> {
    let at = writer.act().at;
    let lines = dry_run(writer, month)?;
    let entries = by_account(writer.ledger().of_month(month)?);
    let all = lines
        .iter()
        .map(|(id, line)| figures(line, entries.get(id).map_or(&[][..], Vec::as_slice)));
    let total = total(&all.collect::<Result<Vec<_>, _>>()?)?;
    let total = serde_json::to_value(total).map_err(|_| Failure::internal())?;
    for (id, line) in &lines {
        for draft in line.entries(at)? {
            let source = json!({ "month": month, "minutes": line.sum.minutes });
            let new = entry::written(*id, &draft, false, source);
            writer.ledger_mut().enter(&new)?;
        }
    }
    let kept = lines
        .into_iter()
        .map(|(id, line)| {
            Ok((
                id,
                serde_json::to_value(line).map_err(|_| Failure::internal())?,
            ))
        })
        .collect::<Result<Vec<_>, Failure>>()?;
    Ok(writer.months_mut().close(month, &total, kept)?)
}

pub(super) fn is_closed(reader: &Reader<'_>, month: CalendarMonth) -> Result<bool, Failure> {
    let closed = reader.months().last()?;
    Ok(closed.is_some_and(|closed| month <= closed.month))
}

fn hindrances(
    reader: &Reader<'_>,
    month: CalendarMonth,
    today: NaiveDate,
) -> Result<Vec<Failure>, Failure> {
    let mut found = Vec::new();
    if today <= month.last_day() {
        found.push(Situation::MonthNotOver(month.to_string()).into());
    }
    match next_to_close(reader)? {
        Some(next) if next < month => {
            found.push(Situation::EarlierMonthOpen(next.to_string()).into());
        }
        Some(next) if next == month => {}
        _ => found.push(Situation::MonthBeforeAccounts.into()),
    }
    Ok(found)
}

/// A line as it was kept when its month was closed.
pub(super) fn kept(figures: serde_json::Value) -> Result<desk_billing::MonthLine, Failure> {
    serde_json::from_value(figures).map_err(|_| Failure::internal())
}

/// What a closed month came to, as it was kept when it was closed.
pub(super) fn total_of(closed: &ClosedMonth) -> Result<MonthFigures, Failure> {
    serde_json::from_value(closed.total.clone()).map_err(|_| Failure::internal())
}

fn by_account(entries: Vec<EntryRow>) -> ByAccount<Vec<EntryRow>> {
    let mut sorted: ByAccount<Vec<EntryRow>> = BTreeMap::new();
    for entry in entries {
        sorted.entry(entry.account).or_default().push(entry);
    }
    sorted
}

/// A line's figures, what was booked in the month parted by kind.
pub(super) fn figures(
    line: &desk_billing::MonthLine,
    entries: &[EntryRow],
) -> Result<MonthFigures, Failure> {
    let paid = entries.iter().filter(|entry| entry.kind.is_payment());
    let payments = Money::sum(paid.map(|entry| entry.amount))?;
    Ok(MonthFigures {
        calls: line.sum.calls,
        minutes: line.sum.minutes,
        rated: line.calls,
        minimum: line.minimum,
        top_up: line.top_up,
        fees: line.fees,
        opening: line.opening,
        payments,
        corrections: line.moved.checked_sub(payments)?,
        closing: line.closing,
    })
}

fn sheet(
    reader: &Reader<'_>,
    month: CalendarMonth,
    today: NaiveDate,
) -> Result<MonthSheet, Failure> {
    let closed = is_closed(reader, month)?;
    let found: ByAccount<desk_billing::MonthLine> = if closed {
        let lines = reader.months().lines(month)?;
        lines
            .into_iter()
            .map(|(id, figures)| Ok((id, kept(figures)?)))
            .collect::<Result<_, Failure>>()?
    } else {
        dry_run(reader, month)?
    };
    let entries = by_account(reader.ledger().of_month(month)?);
    let lines = found
        .into_iter()
        .map(|(id, line)| {
            let entries = entries.get(&id).map_or(&[][..], Vec::as_slice);
            account_line(reader, id, &line, entries)
        })
        .collect::<Result<Vec<_>, _>>()?;
    let not_rated = reader.calls().sums(month, None)?;
    let not_rated = not_rated
        .iter()
        .filter(|sum| !sum.rated)
        .map(|sum| sum.calls);
    Ok(MonthSheet {
        month: month.to_string(),
        closed,
        hindrances: if closed {
            Vec::new()
        } else {
            hindrances(reader, month, today)?
        },
        total: total(lines.iter().map(|line| &line.figures))?,
        lines,
        not_rated: not_rated.sum(),
        quarantined: reader.quarantine().waiting(None)?,
    })
}

fn account_line(
    reader: &Reader<'_>,
    id: AccountId,
    line: &desk_billing::MonthLine,
    entries: &[EntryRow],
) -> Result<MonthAccount, Failure> {
    let row = reader.accounts().get(id)?;
    Ok(MonthAccount {
        account: id.0,
        shown: account_view::shown(&row.number400),
        customer: row.customer.0,
        company: customer::name_of(reader, row.customer)?,
        figures: figures(line, entries)?,
        oddities: line.oddities.iter().map(odd).collect(),
    })
}

fn odd(oddity: &desk_billing::Oddity) -> Oddity {
    use desk_billing::Oddity as Odd;
    let (code, details) = match oddity {
        Odd::NotBilled { calls } => ("OddNotBilled", vec![("count", calls.to_string())]),
        Odd::NoCallsForTwoMonths => ("OddNoCallsForTwoMonths", Vec::new()),
        Odd::FiveTimesAverageOfThreeMonths { average } => (
            "OddFiveTimesAverage",
            vec![("average", average.to_string())],
        ),
        Odd::NegativeBalance { owed } => ("OddNegativeBalance", vec![("owed", owed.to_string())]),
    };
    let details = details
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    Oddity {
        code: code.to_owned(),
        message: wording::sentence(code, &details),
    }
}

/// Sums over lines.
pub(super) fn total<'a>(
    lines: impl IntoIterator<Item = &'a MonthFigures>,
) -> Result<MonthFigures, Failure> {
    let mut total = MonthFigures::default();
    for line in lines {
        total.calls += line.calls;
        total.minutes += line.minutes;
        for (sum, amount) in [
            (&mut total.rated, line.rated),
            (&mut total.minimum, line.minimum),
            (&mut total.top_up, line.top_up),
            (&mut total.fees, line.fees),
            (&mut total.opening, line.opening),
            (&mut total.payments, line.payments),
            (&mut total.corrections, line.corrections),
            (&mut total.closing, line.closing),
        ] {
            *sum = sum.checked_add(amount)?;
        }
    }
    Ok(total)
}
