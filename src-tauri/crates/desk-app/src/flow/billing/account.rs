//! Prepaid accounts: opened when an agreement takes effect, suspended,
//! resumed, closed. Refuses to end an agreement before everything is settled
//! (协议五（一）).

use super::account_view::{current_terms, lines, state_of, view};
use super::{AccountClose, AccountLine, AccountList, AccountRef, AccountResume, AccountState};
use super::{AccountSuspend, AccountTerms, AccountView, entry};
use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::flow::number;
use chrono::NaiveDate;
use desk_domain::ledger::{Settlement, check_closing};
use desk_domain::staff::Permission;
use desk_domain::stock::NumberState;
use desk_store::{AccountId, AccountRow, Reader, Writer};

/// Prepaid accounts, by number.
///
/// # Errors
/// Only who keeps accounts may look.
pub fn list(desk: &Desk, request: AccountList) -> Result<Vec<AccountLine>, Failure> {
    let wanted = request.text.trim().to_lowercase();
    let digits: String = wanted.chars().filter(char::is_ascii_digit).collect();
    desk.read(Permission::KeepAccounts, |reader| {
        let mut lines = lines(reader, reader.accounts().all()?)?;
        lines.retain(|line| {
            let named = wanted.is_empty()
                || line.company.to_lowercase().contains(&wanted)
                || line.agreement.to_lowercase().contains(&wanted)
                || (digits.len() >= 3 && line.number.contains(&digits));
            named && request.state.is_none_or(|state| state == line.state)
        });
        Ok(lines)
    })
}

/// One account with its ledger.
///
/// # Errors
/// There is no such account.
pub fn show(desk: &Desk, request: AccountRef) -> Result<AccountView, Failure> {
    desk.read(Permission::KeepAccounts, |reader| {
        view(reader, AccountId(request.account))
    })
}

/// Sets plan and minimum from today on.
///
/// # Errors
/// Only a manager may, with a reason; an amount that is none.
pub fn set_terms(desk: &Desk, request: AccountTerms) -> Result<AccountView, Failure> {
    let reason = number::reason(&request.reason)?;
    let minimum = entry::amount(&request.minimum, "minimum")?;
    let today = desk.now().date();
    desk.write(Permission::KeepPrices, |writer| {
        let id = AccountId(request.account);
        let row = writer.accounts().get(id)?;
        let now = current_terms(writer, id)?;
        let first = row.opened.max(first_open_day(writer)?);
        let terms = desk_store::AccountTerms {
            from: today.max(first),
            plan: request.plan.trim().to_owned(),
            minimum,
            reason,
            ..now
        };
        writer.accounts_mut().set_terms(id, &terms)?;
        super::rerate::open_months(writer)?;
        view(writer, id)
    })
}

/// The first day that no closed month contains.
pub(super) fn first_open_day(reader: &Reader<'_>) -> Result<NaiveDate, Failure> {
    let last = reader.months().last()?;
    Ok(last.map_or(NaiveDate::MIN, |closed| closed.month.next().first_day()))
}

/// Takes a number out of service from today on, for a reason of the agreement.
///
/// # Errors
/// It is not in service.
pub fn suspend(desk: &Desk, request: AccountSuspend) -> Result<AccountView, Failure> {
    let note = number::reason(&request.note)?;
    let today = desk.now().date();
    desk.write(Permission::KeepAccounts, |writer| {
        let id = AccountId(request.account);
        expect(writer, id, &[AccountState::Open])?;
        writer
            .suspensions_mut()
            .begin(id, today, request.reason, &note)?;
        move_number(writer, id, NumberState::Suspended, request.reason.chinese())?;
        view(writer, id)
    })
}

/// Puts a number back into service; today is its first day again.
///
/// # Errors
/// It is not out of service.
pub fn resume(desk: &Desk, request: AccountResume) -> Result<AccountView, Failure> {
    let today = desk.now().date();
    desk.write(Permission::KeepAccounts, |writer| {
        let id = AccountId(request.account);
        expect(writer, id, &[AccountState::Suspended])?;
        let yesterday = today.pred_opt().unwrap_or(today);
        let note = request.note.trim();
        writer.suspensions_mut().end(id, yesterday, note)?;
        move_number(writer, id, NumberState::InUse, "resumed")?;
        view(writer, id)
    })
}

/// Ends the service of a number.
///
/// # Errors
/// Closed already; a last day before the first, or inside a closed month.
pub fn close(desk: &Desk, request: AccountClose) -> Result<AccountView, Failure> {
    let reason = number::reason(&request.reason)?;
    let last_day = entry::day(&request.last_day, "last_day")?;
    desk.write(Permission::KeepAccounts, |writer| {
        let id = AccountId(request.account);
        expect(writer, id, &[AccountState::Open, AccountState::Suspended])?;
        let row = writer.accounts().get(id)?;
        if last_day < row.opened || last_day < first_open_day(writer)? {
            return Err(Failure::because(&Situation::LastDayImpossible).at("last_day"));
        }
        writer.accounts_mut().close(id, last_day, &reason)?;
        view(writer, id)
    })
}

/// Ends the agreement of a number whose account is settled (协议五（一）); the
/// number cools before it is sold again.
///
/// # Errors
/// The last part-month is not charged, money is owed, or a rest is undecided.
pub fn end(desk: &Desk, request: AccountRef) -> Result<AccountView, Failure> {
    let today = desk.now().date();
    desk.write(Permission::KeepAccounts, |writer| {
        let id = AccountId(request.account);
        end_account(writer, id, today)?;
        view(writer, id)
    })
}

pub(super) fn end_account(
    writer: &mut Writer<'_>,
    id: AccountId,
    today: NaiveDate,
) -> Result<(), Failure> {
    expect(writer, id, &[AccountState::Closing])?;
    let row = writer.accounts().get(id)?;
    check_closing(&Settlement {
        closed: row.closed.unwrap_or(today),
        charged_through: writer.months().last()?.map(|closed| closed.month),
        balance: writer.ledger().balance(id)?,
    })?;
    if !writer
        .suspensions()
        .of_account(id)?
        .iter()
        .all(|row| row.until.is_some())
    {
        writer.suspensions_mut().end(id, today, "closed")?;
    }
    writer.agreements_mut().end(&row.agreement, today)?;
    move_number(writer, id, NumberState::Closed, "closed")?;
    Ok(())
}

/// The account of a number that is not closed.
pub(crate) fn open_account(
    reader: &Reader<'_>,
    number400: &str,
) -> Result<Option<AccountRow>, Failure> {
    let mut rows = reader.accounts().of_number(number400)?;
    rows.retain(|row| row.closed.is_none());
    Ok(rows.pop())
}

fn expect(reader: &Reader<'_>, id: AccountId, states: &[AccountState]) -> Result<(), Failure> {
    let state = state_of(reader, &reader.accounts().get(id)?)?;
    if states.contains(&state) {
        return Ok(());
    }
    Err(Situation::AccountStateForbids(chinese(state).to_owned()).into())
}

fn chinese(state: AccountState) -> &'static str {
    match state {
        AccountState::Open => "在用",
        AccountState::Suspended => "停机",
        AccountState::Closing => "销户中",
        AccountState::Closed => "已销户",
    }
}

pub(super) fn move_number(
    writer: &mut Writer<'_>,
    id: AccountId,
    to: NumberState,
    reason: &str,
) -> Result<(), Failure> {
    let row = writer.accounts().get(id)?;
    let stock = writer.numbers().get(&row.number400)?;
    writer
        .numbers_mut()
        .move_to(&row.number400, stock.state, to, &stock.holder, reason)?;
    Ok(())
}
