//! Disputes over named calls (协议四（一）6). Refuses what comes later than
//! three months after the call, a call disputed twice, an answer without
//! words, and to give back more than a month has charged (协议四（二）9).

use super::{DisputeList, DisputeOpen, DisputeSettle, DisputeView};
use super::{account_view, call_line, entry, letters};
use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::flow::{customer, number};
use crate::show;
use desk_billing::{MonthLine, credit_due};
use desk_domain::Money;
use desk_domain::dispute::{DisputeOutcome, DisputeState, check_in_time};
use desk_domain::ledger::EntryKind;
use desk_domain::money::Charge;
use desk_domain::period::CalendarMonth;
use desk_domain::staff::Permission;
use desk_store::{AccountId, CallId, CallRow, DisputeId, DisputeRow, Reader};
use serde_json::json;
use std::collections::BTreeMap;

/// Disputes, newest first.
///
/// # Errors
/// Only who keeps accounts may look.
pub fn list(desk: &Desk, request: DisputeList) -> Result<Vec<DisputeView>, Failure> {
    desk.read(Permission::KeepAccounts, |reader| {
        let rows = reader.disputes().list(request.account.map(AccountId))?;
        rows.into_iter()
            .filter(|row| !request.open_only || row.outcome.is_none())
            .map(|row| view(reader, row))
            .collect()
    })
}

/// Opens a dispute over named calls.
///
/// # Errors
/// A call older than three months, of another account, or disputed already.
pub fn open(desk: &Desk, request: DisputeOpen) -> Result<DisputeView, Failure> {
    let claim = number::reason(&request.claim).map_err(|failure| failure.at("claim"))?;
    let today = desk.now().date();
    desk.write(Permission::KeepAccounts, |writer| {
        let account = AccountId(request.account);
        let ids: Vec<CallId> = request.calls.iter().copied().map(CallId).collect();
        let mut produced = Vec::new();
        for id in &ids {
            let call = writer.calls().get(*id)?;
            if call.account != Some(account) {
                return Err(Situation::CallOfAnotherAccount.into());
            }
            if writer.disputes().of_call(*id)?.is_some() {
                return Err(Situation::CallDisputedAlready.into());
            }
            produced.push(ended(&call));
        }
        check_in_time(produced, today)?;
        let id = writer.disputes_mut().open(account, &claim, &ids)?;
        view(writer, writer.disputes().get(id)?)
    })
}

/// The record of a call is produced when it ends.
fn ended(call: &CallRow) -> chrono::NaiveDate {
    let lasted = chrono::TimeDelta::seconds(i64::from(call.seconds));
    let end = call.started.checked_add_signed(lasted);
    end.unwrap_or(call.started).date()
}

/// Upholds a dispute with a credit, or rejects it.
///
/// # Errors
/// Answered already, no answer, a month that is open, a credit above what the
/// months would have cost less without the calls.
pub fn settle(desk: &Desk, request: DisputeSettle) -> Result<DisputeView, Failure> {
    desk.write(Permission::KeepAccounts, |writer| {
        let id = DisputeId(request.dispute);
        let row = writer.disputes().get(id)?;
        let disputed = match request.upheld && row.outcome.is_none() {
            true => due(writer, &row)?,
            false => Money::ZERO,
        };
        let reply = request.reply.trim().to_owned();
        let outcome = if request.upheld {
            let credit = match request.credit.trim() {
                "" => disputed,
                text => entry::amount(text, "credit")?,
            };
            DisputeOutcome::Upheld { credit, reply }
        } else {
            DisputeOutcome::Rejected { reply }
        };
        let state = state(&row).end(&outcome, disputed)?;
        let credited = match &outcome {
            DisputeOutcome::Upheld { credit, .. } => {
                let account = writer.accounts().get(row.account)?;
                let note = format!("话单异议 {} 成立", id.0);
                let draft = entry::draft(writer, &account, EntryKind::Credit, *credit, &note)?;
                let source = json!({ "dispute": id.0 });
                Some(entry::book(writer, row.account, &draft, false, source)?)
            }
            DisputeOutcome::Rejected { .. } => None,
        };
        let (DisputeOutcome::Upheld { reply, .. } | DisputeOutcome::Rejected { reply }) = &outcome;
        writer.disputes_mut().settle(id, state, reply, credited)?;
        view(writer, writer.disputes().get(id)?)
    })
}

fn state(row: &DisputeRow) -> DisputeState {
    row.outcome
        .as_ref()
        .map_or(DisputeState::Open, |outcome| outcome.state)
}

fn calls(reader: &Reader<'_>, id: DisputeId) -> Result<Vec<CallRow>, Failure> {
    let ids = reader.disputes().calls(id)?;
    ids.into_iter()
        .map(|id| Ok(reader.calls().get(id)?))
        .collect()
}

/// What the calls cost, rounded once.
fn amount(calls: &[CallRow]) -> Result<Money, Failure> {
    let charges = calls.iter().filter_map(|call| call.rating);
    let sum = charges.map(|rating| rating.charge);
    let sum = sum
        .into_iter()
        .try_fold(Charge::ZERO, Charge::checked_add)?;
    Ok(sum.round_half_up())
}

/// What the closed months would have cost less without the calls of a dispute
/// and of those upheld before it. Where the minimum was charged anyway that is
/// less than the calls, or nothing (协议四（二）9).
fn due(reader: &Reader<'_>, row: &DisputeRow) -> Result<Money, Failure> {
    let last = reader.months().last()?.map(|closed| closed.month);
    let mut upheld = ByMonth::new();
    for other in reader.disputes().list(Some(row.account))? {
        if state(&other) == DisputeState::Upheld {
            add(&mut upheld, &calls(reader, other.id)?)?;
        }
    }
    let mut disputed = ByMonth::new();
    add(&mut disputed, &calls(reader, row.id)?)?;
    let mut sum = Money::ZERO;
    for (month, charge) in disputed {
        if last.is_none_or(|last| last < month) {
            return Err(Situation::DisputeMonthOpen(month.to_string()).into());
        }
        let before = upheld.get(&month).copied().unwrap_or(Charge::ZERO);
        let line: Option<MonthLine> = reader.months().line(month, row.account)?;
        if let Some(line) = line {
            let (all, minimum) = (line.sum.charge, line.minimum);
            let both = credit_due(all, minimum, before.checked_add(charge)?)?;
            let given = credit_due(all, minimum, before)?;
            sum = sum.checked_add(both.checked_sub(given)?)?;
        }
    }
    if sum.is_zero() {
        return Err(Situation::DisputeWithinMinimum.into());
    }
    Ok(sum)
}

/// What calls cost, by the month that charged them.
type ByMonth = BTreeMap<CalendarMonth, Charge>;

fn add(to: &mut ByMonth, calls: &[CallRow]) -> Result<(), Failure> {
    for call in calls {
        let sum = to.entry(call.month).or_default();
        let charge = call.rating.map(|rating| rating.charge).unwrap_or_default();
        *sum = sum.checked_add(charge)?;
    }
    Ok(())
}

/// What open disputes freeze of an account: it is not counted against the
/// customer until they are answered.
pub(super) fn frozen(reader: &Reader<'_>, account: AccountId) -> Result<Money, Failure> {
    let rows = reader.disputes().list(Some(account))?;
    let open = rows.into_iter().filter(|row| row.outcome.is_none());
    let amounts = open
        .map(|row| {
            let calls = calls(reader, row.id)?;
            // What no month has charged yet is not in the balance.
            let last = reader.months().last()?.map(|closed| closed.month);
            let charged = |call: &CallRow| last.is_some_and(|last| call.month <= last);
            let calls: Vec<CallRow> = calls.into_iter().filter(charged).collect();
            amount(&calls)
        })
        .collect::<Result<Vec<Money>, Failure>>()?;
    Ok(Money::sum(amounts)?)
}

/// One dispute, whole.
pub(super) fn view(reader: &Reader<'_>, row: DisputeRow) -> Result<DisputeView, Failure> {
    let account = letters::raised_by(reader, &row)?;
    let calls = calls(reader, row.id)?;
    let names = entry::staff_names(reader)?;
    let state = state(&row);
    let outcome = row.outcome;
    let credit = match outcome.as_ref().and_then(|outcome| outcome.entry) {
        Some(entry) => Some(reader.ledger().get(entry)?.amount),
        None => None,
    };
    Ok(DisputeView {
        id: row.id.0,
        account: row.account.0,
        shown: account_view::shown(&account.number400),
        company: customer::name_of(reader, account.customer)?,
        state,
        opened: show::minute(row.at),
        opened_by: names.get(&row.by).cloned().unwrap_or_default(),
        claim: row.claim,
        amount: amount(&calls)?,
        calls: call_line::lines(reader, calls)?,
        settled: outcome.as_ref().map(|outcome| show::minute(outcome.at)),
        reply: outcome.map(|outcome| outcome.reply).unwrap_or_default(),
        credit,
    })
}
