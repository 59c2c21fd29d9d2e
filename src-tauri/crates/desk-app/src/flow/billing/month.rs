//! Closing months. A dry run shows every line before a person confirms; then
//! all of it is booked in one transaction. Refuses a month that is not over,
//! and one before the month before it is closed.

use super::month_draft::{Draft, dry_run, serves};
use super::month_sheet::{figures, of_draft, sheet, total};
use super::{MonthFigures, MonthLine, MonthRef, MonthSheet, entry};
use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::show;
use chrono::NaiveDate;
use desk_domain::Money;
use desk_domain::period::CalendarMonth;
use desk_domain::staff::Permission;
use desk_store::{ClosedMonth, Reader, Writer};
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
            .open_months()?
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
                calls: match done {
                    Some(_) => total.calls,
                    None => calls.get(&month).copied().unwrap_or(0),
                },
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
        if is_closed(writer, month)? {
            return sheet(writer, month, today);
        }
        if let Some(hindrance) = hindrances(writer, month, today)?.into_iter().next() {
            return Err(hindrance);
        }
        let draft = dry_run(writer, month)?;
        book(writer, month, &draft)?;
        of_draft(writer, month, draft)
    })
}

fn book(writer: &mut Writer<'_>, month: CalendarMonth, draft: &Draft) -> Result<(), Failure> {
    let at = writer.act().at;
    let all = draft.lines.iter().map(|(id, line)| {
        let entries = draft.entries.get(id).map_or(&[][..], Vec::as_slice);
        figures(line, entries)
    });
    let total = total(&all.collect::<Result<Vec<_>, _>>()?)?;
    let total = serde_json::to_value(total).map_err(|_| Failure::internal())?;
    let mut ledger = writer.ledger_mut();
    for (id, line) in &draft.lines {
        for entry in line.entries(at)? {
            let source = json!({ "month": month, "minutes": line.sum.minutes });
            ledger.enter(&entry::written(*id, &entry, false, source))?;
        }
    }
    let lines = draft.lines.iter().map(|(id, line)| (*id, line));
    Ok(writer.months_mut().close(month, &total, lines)?)
}

pub(super) fn is_closed(reader: &Reader<'_>, month: CalendarMonth) -> Result<bool, Failure> {
    let closed = reader.months().last()?;
    Ok(closed.is_some_and(|closed| month <= closed.month))
}

pub(super) fn hindrances(
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
