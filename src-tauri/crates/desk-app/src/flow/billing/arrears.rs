//! Who runs dry and when, who is out of service, who is due for termination
//! (协议四（二）3、五（二）). Proposes only: a person confirms each step.

use super::month_draft::ByAccount;
use super::{AccountState, ArrearsLine, ArrearsStep, account_view, dispute, month};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::show;
use chrono::{Days, NaiveDate};
use desk_billing::{Forecast, Standing, Use, forecast};
use desk_domain::Money;
use desk_domain::ledger::EntryKind;
use desk_domain::staff::Permission;
use desk_domain::suspension::{due_for_termination, is_due};
use desk_store::{AccountId, Reader};

/// How many closed months an average is made of.
const RECENT: u32 = 3;
/// Who runs dry within so many days is reminded.
const SOON: u64 = 30;

/// Accounts that run dry or have, most urgent first.
///
/// # Errors
/// Only who keeps accounts may look.
pub fn list(desk: &Desk, (): ()) -> Result<Vec<ArrearsLine>, Failure> {
    let today = desk.now().date();
    desk.read(Permission::KeepAccounts, |reader| {
        let accounts = account_view::lines(reader, reader.accounts().all()?)?;
        let mut charged: ByAccount<Vec<Money>> = ByAccount::new();
        for (id, _, line) in reader.months().recent::<Charged>(RECENT)? {
            charged.entry(id).or_default().push(line.charged);
        }
        let mut lines = Vec::new();
        for line in accounts {
            if matches!(line.state, AccountState::Open | AccountState::Suspended) {
                let months = charged.remove(&AccountId(line.account)).unwrap_or_default();
                lines.extend(look(reader, line, &months, today)?);
            }
        }
        lines.sort_by(|a, b| {
            let key = |line: &ArrearsLine| (line.due, line.dry_on.clone(), line.account.balance);
            key(a).cmp(&key(b))
        });
        Ok(lines)
    })
}

/// As much of a kept line as a forecast needs.
#[derive(serde::Deserialize)]
struct Charged {
    charged: Money,
}

fn look(
    reader: &Reader<'_>,
    line: super::AccountLine,
    months: &[Money],
    today: NaiveDate,
) -> Result<Option<ArrearsLine>, Failure> {
    let id = AccountId(line.account);
    let account = Use {
        balance: line.balance,
        months,
        least: line.minimum,
        disputed: dispute::frozen(reader, id)?,
    };
    let seen = forecast(&account, today)?;
    let suspended = reader.suspensions().of_account(id)?.pop();
    let suspended_on = suspended
        .filter(|row| row.until.is_none())
        .map(|row| row.from);
    let due = match suspended_on {
        Some(from) if is_due(from, renewed_on(reader, id)?, today) => ArrearsStep::Terminate,
        Some(_) => ArrearsStep::Wait,
        None => match (seen.standing, seen.dry_on) {
            (Standing::Arrears { .. }, _) => ArrearsStep::Suspend,
            (Standing::Low { .. }, _) => ArrearsStep::Remind,
            (Standing::Covered, Some(dry)) if dry <= soon(today) => ArrearsStep::Remind,
            (Standing::Covered, _) => return Ok(None),
        },
    };
    Ok(Some(ArrearsLine {
        account: line,
        average: seen.monthly,
        dry_on: seen.dry_on.map(show::day),
        due,
        suspended_on: suspended_on.map(show::day),
        terminate_on: suspended_on.map(due_for_termination).map(show::day),
    }))
}

fn soon(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(SOON)).unwrap_or(today)
}

/// How an account stands and how long it lasts.
pub(super) fn of_account(
    reader: &Reader<'_>,
    id: AccountId,
    today: NaiveDate,
) -> Result<Forecast, Failure> {
    let lines = reader.months().lines_of(id)?;
    let recent = lines.into_iter().rev().take(RECENT as usize);
    let months = recent
        .map(|(_, figures)| Ok(month::kept(figures)?.charged))
        .collect::<Result<Vec<Money>, Failure>>()?;
    let terms = account_view::current_terms(reader, id)?;
    let account = Use {
        balance: reader.ledger().balance(id)?,
        months: &months,
        least: terms.minimum,
        disputed: dispute::frozen(reader, id)?,
    };
    Ok(forecast(&account, today)?)
}

fn renewed_on(reader: &Reader<'_>, id: AccountId) -> Result<Option<NaiveDate>, Failure> {
    let entries = reader.ledger().of_account(id)?;
    let renewals = entries
        .iter()
        .filter(|entry| entry.kind == EntryKind::Renewal);
    Ok(renewals.map(|entry| entry.on).max())
}
