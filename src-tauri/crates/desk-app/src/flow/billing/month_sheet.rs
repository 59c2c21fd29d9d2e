//! A month as it is shown: every account's line with what is odd about it, and
//! what all come to.

use super::month_draft::{ByAccount, Draft, by_account, dry_run};
use super::{MonthAccount, MonthFigures, MonthSheet, Oddity, account_view, month};
use crate::failure::Failure;
use crate::wording;
use chrono::NaiveDate;
use desk_domain::Money;
use desk_domain::period::CalendarMonth;
use desk_store::{AccountId, AccountRow, EntryRow, Reader};

/// A month as it is, or would be, closed.
pub(super) fn sheet(
    reader: &Reader<'_>,
    month: CalendarMonth,
    today: NaiveDate,
) -> Result<MonthSheet, Failure> {
    if !month::is_closed(reader, month)? {
        let hindrances = month::hindrances(reader, month, today)?;
        let sheet = of_draft(reader, month, dry_run(reader, month)?)?;
        return Ok(MonthSheet {
            closed: false,
            hindrances,
            ..sheet
        });
    }
    let draft = Draft {
        lines: reader.months().lines(month)?.into_iter().collect(),
        entries: by_account(reader.ledger().of_month(month)?),
        not_rated: reader.calls().unrated(month)?,
    };
    of_draft(reader, month, draft)
}

/// A month that was closed as its draft was.
pub(super) fn of_draft(
    reader: &Reader<'_>,
    month: CalendarMonth,
    draft: Draft,
) -> Result<MonthSheet, Failure> {
    let names = reader.customers().names()?;
    let accounts = reader.accounts().all_on(month.last_day())?;
    let rows: ByAccount<AccountRow> = accounts.into_iter().map(|row| (row.id, row)).collect();
    let lines = draft.lines.iter().map(|(id, line)| {
        let row = rows.get(id).ok_or_else(Failure::internal)?;
        let company = names.get(&row.customer).cloned().unwrap_or_default();
        let entries = draft.entries.get(id).map_or(&[][..], Vec::as_slice);
        account_line(row, company, line, entries)
    });
    let lines = lines.collect::<Result<Vec<_>, _>>()?;
    Ok(MonthSheet {
        month: month.to_string(),
        closed: true,
        hindrances: Vec::new(),
        total: total(lines.iter().map(|line| &line.figures))?,
        lines,
        not_rated: draft.not_rated,
        quarantined: reader.quarantine().waiting(None)?,
    })
}

fn account_line(
    row: &AccountRow,
    company: String,
    line: &desk_billing::MonthLine,
    entries: &[EntryRow],
) -> Result<MonthAccount, Failure> {
    let AccountId(account) = row.id;
    Ok(MonthAccount {
        account,
        shown: account_view::shown(&row.number400),
        customer: row.customer.0,
        company,
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
