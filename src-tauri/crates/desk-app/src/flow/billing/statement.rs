//! A customer's statement of a closed month, and the manager's summary of a
//! month. Refuses a statement of a month that is still open.

use super::{KindLine, MonthFigures, MonthPoint, MonthRef, MonthSummary, StatementEntry};
use super::{StatementNumber, StatementRef, StatementView, account_view, month, month_sheet};
use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::flow::customer;
use crate::show;
use desk_domain::capitals;
use desk_domain::money::Charge;
use desk_domain::period::{CalendarMonth, last_day_to_dispute};
use desk_domain::staff::Permission;
use desk_domain::tariff::{CallerClass, Leg};
use desk_store::{AccountRow, CallSum, CustomerId, EntryRow, Reader};
use std::collections::BTreeMap;

/// How many months the chart shows.
const COURSE: usize = 12;

/// A customer's statement of a month.
///
/// # Errors
/// The month is open, or the customer had no number in service.
pub fn show(desk: &Desk, request: StatementRef) -> Result<StatementView, Failure> {
    let month = CalendarMonth::parse(&request.month)?;
    desk.read(Permission::KeepAccounts, |reader| {
        view(reader, CustomerId(request.customer), month)
    })
}

/// One account in a closed month.
pub(super) struct AccountPart {
    pub(super) row: AccountRow,
    pub(super) line: desk_billing::MonthLine,
    pub(super) entries: Vec<EntryRow>,
}

/// The accounts charged in a closed month that were the customer's at its end:
/// a number that changed hands since stays on the former owner's statement.
pub(super) fn parts(
    reader: &Reader<'_>,
    customer: CustomerId,
    month: CalendarMonth,
) -> Result<Vec<AccountPart>, Failure> {
    if !month::is_closed(reader, month)? {
        return Err(Situation::MonthStillOpen(month.to_string()).into());
    }
    let mut parts = Vec::new();
    for row in reader.accounts().held_by(customer, month.last_day())? {
        let Some(line) = reader.months().line(month, row.id)? else {
            continue;
        };
        let entries = reader.ledger().of_account(row.id)?;
        let entries = entries
            .into_iter()
            .filter(|entry| entry.month.unwrap_or_else(|| CalendarMonth::of(entry.on)) == month);
        parts.push(AccountPart {
            line,
            entries: entries.collect(),
            row,
        });
    }
    if parts.is_empty() {
        return Err(Situation::NothingToState(month.to_string()).into());
    }
    Ok(parts)
}

fn view(
    reader: &Reader<'_>,
    customer: CustomerId,
    month: CalendarMonth,
) -> Result<StatementView, Failure> {
    let numbers = parts(reader, customer, month)?
        .into_iter()
        .map(|part| number(reader, part, month))
        .collect::<Result<Vec<_>, _>>()?;
    let total = month_sheet::total(numbers.iter().map(|number| &number.figures))?;
    Ok(StatementView {
        customer: customer.0,
        company: customer::name_of(reader, customer)?,
        month: month.to_string(),
        capitals: capitals::to_capitals_with_prefix(month::charged(&total)?),
        total,
        last_day_to_dispute: show::day(last_day_to_dispute(month.last_day())),
        numbers,
    })
}

fn number(
    reader: &Reader<'_>,
    part: AccountPart,
    month: CalendarMonth,
) -> Result<StatementNumber, Failure> {
    let sums = reader.calls().sums(month, Some(part.row.id))?;
    Ok(StatementNumber {
        account: part.row.id.0,
        shown: account_view::shown(&part.row.number400),
        figures: month_sheet::figures(&part.line, &part.entries)?,
        kinds: kinds(&sums)?,
        entries: part
            .entries
            .into_iter()
            .map(|entry| StatementEntry {
                id: entry.id.0,
                on: show::day(entry.on),
                kind: entry.kind,
                amount: entry.amount,
                note: entry.note,
            })
            .collect(),
    })
}

/// Rated calls by kind, in the order of a price list.
fn kinds(sums: &[CallSum]) -> Result<Vec<KindLine>, Failure> {
    let mut kinds: BTreeMap<(Leg, CallerClass), (u64, u64, Charge)> = BTreeMap::new();
    for sum in sums.iter().filter(|sum| sum.rated) {
        let key = (sum.kind.leg, sum.kind.class);
        let (calls, minutes, charge) = kinds.entry(key).or_insert((0, 0, Charge::ZERO));
        *calls += sum.calls;
        *minutes += sum.minutes;
        *charge = charge.checked_add(sum.charge)?;
    }
    let lines = kinds
        .into_iter()
        .map(|((leg, caller_class), (calls, minutes, charge))| KindLine {
            leg,
            caller_class,
            calls,
            minutes,
            charge: charge.to_string(),
        });
    Ok(lines.collect())
}

/// The manager's summary of a closed month.
///
/// # Errors
/// Only who keeps accounts may look; the month is open.
pub fn summary(desk: &Desk, request: MonthRef) -> Result<MonthSummary, Failure> {
    let month = CalendarMonth::parse(&request.month)?;
    desk.read(Permission::KeepAccounts, |reader| {
        if !month::is_closed(reader, month)? {
            return Err(Situation::MonthStillOpen(month.to_string()).into());
        }
        let closed = reader.months().closed()?;
        let mut course = Vec::new();
        let mut total = MonthFigures::default();
        let until = closed.iter().filter(|closed| closed.month <= month);
        let months: Vec<_> = until.collect();
        for of in months.iter().rev().take(COURSE).rev() {
            let figures = month::total_of(of)?;
            course.push(MonthPoint {
                month: of.month.to_string(),
                rated: figures.rated,
                top_up: figures.top_up,
                fees: figures.fees,
                payments: figures.payments,
            });
            total = figures;
        }
        Ok(MonthSummary {
            month: month.to_string(),
            total,
            kinds: kinds(&reader.calls().sums(month, None)?)?,
            course,
        })
    })
}

/// Customers who were charged in a closed month, by their number.
pub(super) fn customers(
    reader: &Reader<'_>,
    month: CalendarMonth,
) -> Result<Vec<CustomerId>, Failure> {
    let accounts = reader.months().accounts(month)?.into_iter();
    let mut customers = accounts
        .map(|id| Ok(reader.accounts().get_on(id, month.last_day())?.customer))
        .collect::<Result<Vec<_>, Failure>>()?;
    customers.sort_unstable();
    customers.dedup();
    Ok(customers)
}
