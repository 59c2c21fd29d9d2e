//! Entries of the ledger: payments with their floor, credits, refunds,
//! forfeitures, reversals. Refuses what a person may not book by hand.

use super::{AccountView, EntryAdd, EntryReverse, LedgerLine, PaymentAdd, account_view};
use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::flow::number;
use crate::show;
use chrono::NaiveDate;
use desk_domain::Money;
use desk_domain::identifier::Number400;
use desk_domain::ledger::{self, Entry, EntryDraft, EntryKind, PaymentKind};
use desk_domain::ledger::{check_renewal_payment, check_withdrawal, floor_of};
use desk_domain::staff::{Permission, StaffId};
use desk_store::{AccountId, AccountRow, EntryId, EntryRow, NewEntry, Reader, Writer};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Books money received; a renewal is held against its floor (协议四（二）8).
///
/// # Errors
/// An amount that is none, a renewal below the floor without a manager's
/// reason.
pub fn pay(desk: &Desk, request: PaymentAdd) -> Result<AccountView, Failure> {
    let paid = amount(&request.amount, "amount")?;
    let may_override = desk.role()?.may(Permission::Override);
    let reason = match request.override_reason.as_deref() {
        Some(reason) if may_override => Some(number::reason(reason)?),
        _ => None,
    };
    desk.write(Permission::KeepAccounts, |writer| {
        let id = AccountId(request.account);
        let row = writer.accounts().get(id)?;
        let before = of_holder(writer, &row, &writer.ledger().of_account(id)?)?;
        if request.kind == PaymentKind::Renewal {
            let floor = floor_of(row.contract_amount, &before);
            check_renewal_payment(floor, paid, reason.as_deref())
                .map_err(|refused| Failure::because(&refused).at("amount"))?;
        }
        let source = json!({ "means": request.means, "override": reason });
        let draft = draft(writer, &row, request.kind.entry(), paid, &request.note)?;
        book(writer, id, &draft, true, source)?;
        account_view::view(writer, id)
    })
}

/// Books a credit, debit, refund or forfeiture, with a reason.
///
/// # Errors
/// Another kind; more than the balance; a frozen balance; only a manager may
/// forfeit.
pub fn add(desk: &Desk, request: EntryAdd) -> Result<AccountView, Failure> {
    let reason = number::reason(&request.reason)?;
    let sum = amount(&request.amount, "amount")?;
    let permission = match request.kind {
        EntryKind::Credit | EntryKind::Debit | EntryKind::Refund => Permission::KeepAccounts,
        EntryKind::Forfeiture => Permission::Override,
        _ => return Err(Situation::EntryNotByHand.into()),
    };
    desk.write(permission, |writer| {
        let id = AccountId(request.account);
        let row = writer.accounts().get(id)?;
        if matches!(request.kind, EntryKind::Refund | EntryKind::Forfeiture) {
            let balance = writer.ledger().balance(id)?;
            let refund = request.kind == EntryKind::Refund;
            check_withdrawal(balance, sum, frozen(writer, id)?, refund)?;
        }
        let signed = match request.kind {
            EntryKind::Credit => sum,
            _ => sum.negated(),
        };
        let draft = draft(writer, &row, request.kind, signed, &reason)?;
        book(writer, id, &draft, false, json!({}))?;
        account_view::view(writer, id)
    })
}

/// Whether a violation has frozen the balance.
pub(crate) fn frozen(reader: &Reader<'_>, id: AccountId) -> Result<bool, Failure> {
    let suspensions = reader.suspensions().of_account(id)?;
    Ok(suspensions
        .iter()
        .any(|row| row.until.is_none() && row.reason.freezes_balance()))
}

/// Takes an entry back by its opposite.
///
/// # Errors
/// Only a manager may; taken back already, or itself a reversal.
pub fn reverse(desk: &Desk, request: EntryReverse) -> Result<AccountView, Failure> {
    let reason = number::reason(&request.reason)?;
    let now = desk.now();
    desk.write(Permission::Override, |writer| {
        let id = AccountId(request.account);
        let row = writer.accounts().get(id)?;
        let entries = domain(&row, &writer.ledger().of_account(id)?)?;
        let wanted = ledger::EntryId(request.entry);
        let entry = entries
            .iter()
            .find(|entry| entry.id == wanted)
            .ok_or(ledger::LedgerError::NothingReversed)?;
        let draft = EntryDraft::reversal_of(entry, &entries, now, &reason)?;
        draft.check_open(writer.months().last()?.map(|closed| closed.month))?;
        book(writer, id, &draft, false, json!({}))?;
        account_view::view(writer, id)
    })
}

/// An entry of now, held against the rules and the last closed month.
pub(super) fn draft(
    writer: &Writer<'_>,
    row: &AccountRow,
    kind: EntryKind,
    amount: Money,
    note: &str,
) -> Result<EntryDraft, Failure> {
    let draft = EntryDraft::new(number_of(row)?, writer.act().at, None, kind, amount, note)?;
    draft.check_open(writer.months().last()?.map(|closed| closed.month))?;
    Ok(draft)
}

/// Writes a sound entry.
pub(super) fn book(
    writer: &mut Writer<'_>,
    account: AccountId,
    draft: &EntryDraft,
    receipt: bool,
    source: Value,
) -> Result<EntryId, Failure> {
    Ok(writer
        .ledger_mut()
        .add(&written(account, draft, receipt, source))?)
}

/// A sound entry in the store's terms.
pub(super) fn written(
    account: AccountId,
    draft: &EntryDraft,
    receipt: bool,
    source: Value,
) -> NewEntry {
    NewEntry {
        account,
        on: draft.on().date(),
        month: draft.month(),
        kind: draft.kind(),
        amount: draft.amount(),
        reverses: draft.reverses().map(|id| EntryId(id.0)),
        receipt,
        note: draft.note().to_owned(),
        source,
    }
}

/// The 400 number of an account.
pub(super) fn number_of(row: &AccountRow) -> Result<Number400, Failure> {
    Ok(Number400::parse(&row.number400)?)
}

/// Entries in the domain's terms, in the order of the ledger.
pub(super) fn domain(row: &AccountRow, entries: &[EntryRow]) -> Result<Vec<Entry>, Failure> {
    let number = number_of(row)?;
    Ok(entries
        .iter()
        .map(|entry| Entry {
            id: ledger::EntryId(entry.id.0),
            number: number.clone(),
            on: entry.at,
            month: entry.month,
            kind: entry.kind,
            amount: entry.amount,
            reverses: entry.reverses.map(|id| ledger::EntryId(id.0)),
            note: entry.note.clone(),
        })
        .collect())
}

/// The entries of the present holder's time, in the domain's terms: another's
/// renewals set no floor.
pub(super) fn of_holder(
    reader: &Reader<'_>,
    row: &AccountRow,
    entries: &[EntryRow],
) -> Result<Vec<Entry>, Failure> {
    let mut entries = domain(row, entries)?;
    if let [_, .., now] = reader.accounts().holders(row.id)?.as_slice() {
        entries.retain(|entry| entry.on >= now.at);
    }
    Ok(entries)
}

/// Entries as the account's page shows them, newest first.
pub(super) fn lines(
    reader: &Reader<'_>,
    row: &AccountRow,
    entries: Vec<EntryRow>,
) -> Result<Vec<LedgerLine>, Failure> {
    let names = staff_names(reader)?;
    let balances = ledger::running(&domain(row, &entries)?)?;
    let reversed: BTreeSet<EntryId> = entries.iter().filter_map(|entry| entry.reverses).collect();
    let mut lines: Vec<LedgerLine> = entries
        .into_iter()
        .zip(balances)
        .map(|(entry, balance)| LedgerLine {
            id: entry.id.0,
            on: show::day(entry.on),
            month: entry.month.map(|month| month.to_string()),
            kind: entry.kind,
            amount: entry.amount,
            balance,
            by: names.get(&entry.by).cloned().unwrap_or_default(),
            receipt: entry.receipt,
            reverses: entry.reverses.map(|id| id.0),
            reversible: entry.kind != EntryKind::Reversal && !reversed.contains(&entry.id),
            note: entry.note,
        })
        .collect();
    lines.reverse();
    Ok(lines)
}

/// Names of all staff, present and past.
pub(super) fn staff_names(reader: &Reader<'_>) -> Result<BTreeMap<StaffId, String>, Failure> {
    let rows = reader.staff().all()?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// An amount as typed, with the field named when it is none.
pub(super) fn amount(text: &str, field: &str) -> Result<Money, Failure> {
    Money::parse(text).map_err(|error| Failure::because(&error).at(field))
}

/// A day as typed, with the field named when it is none.
pub(super) fn day(text: &str, field: &str) -> Result<NaiveDate, Failure> {
    NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d")
        .map_err(|_| Failure::because(&Situation::DayImpossible).at(field))
}
