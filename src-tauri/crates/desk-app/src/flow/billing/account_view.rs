//! Accounts as lists and their own page show them.

use super::{AccountLine, AccountState, AccountView, SuspensionLine, entry, plan};
use crate::failure::Failure;
use crate::flow::customer;
use crate::show;
use desk_domain::agreement::AgreementState;
use desk_domain::identifier::{DisplayForm, Number400};
use desk_domain::ledger::floor_of;
use desk_store::{AccountId, AccountRow, Reader};
use std::collections::BTreeSet;

/// How an account stands.
pub(super) fn state_of(reader: &Reader<'_>, row: &AccountRow) -> Result<AccountState, Failure> {
    if row.closed.is_some() {
        let agreement = reader.agreements().get(&row.agreement)?;
        return Ok(match agreement.state {
            AgreementState::Ended => AccountState::Closed,
            _ => AccountState::Closing,
        });
    }
    let suspended = reader.suspensions().of_account(row.id)?;
    Ok(match suspended.last() {
        Some(last) if last.until.is_none() => AccountState::Suspended,
        _ => AccountState::Open,
    })
}

/// The terms an account has now.
pub(super) fn current_terms(
    reader: &Reader<'_>,
    id: AccountId,
) -> Result<desk_store::AccountTerms, Failure> {
    let mut terms = reader.accounts().terms(id)?;
    terms.pop().ok_or_else(Failure::internal)
}

/// Accounts as lists show them.
pub(super) fn lines(
    reader: &Reader<'_>,
    rows: Vec<AccountRow>,
) -> Result<Vec<AccountLine>, Failure> {
    let plans: BTreeSet<String> = plan::all(reader)?.into_keys().collect();
    rows.into_iter()
        .map(|row| line(reader, &plans, row))
        .collect()
}

fn line(
    reader: &Reader<'_>,
    plans: &BTreeSet<String>,
    row: AccountRow,
) -> Result<AccountLine, Failure> {
    let terms = super::account::current_terms(reader, row.id)?;
    Ok(AccountLine {
        account: row.id.0,
        shown: shown(&row.number400),
        customer: row.customer.0,
        company: customer::name_of(reader, row.customer)?,
        state: state_of(reader, &row)?,
        plan_known: plans.contains(&terms.plan),
        plan: terms.plan,
        minimum: terms.minimum,
        balance: reader.ledger().balance(row.id)?,
        opened: show::day(row.opened),
        closed: row.closed.map(show::day),
        agreement: row.agreement,
        number: row.number400,
    })
}

/// A 400 number as it is shown everywhere.
pub(super) fn shown(number400: &str) -> String {
    Number400::parse(number400).map_or_else(
        |_| number400.to_owned(),
        |number| number.shown(DisplayForm::default()),
    )
}

/// One account, whole.
pub(super) fn view(reader: &Reader<'_>, id: AccountId) -> Result<AccountView, Failure> {
    let row = reader.accounts().get(id)?;
    let contract_amount = row.contract_amount;
    let entries = reader.ledger().of_account(id)?;
    let plans: Vec<String> = plan::all(reader)?.into_keys().collect();
    let suspensions = reader.suspensions().of_account(id)?;
    let line = lines(reader, vec![row.clone()])?
        .pop()
        .ok_or_else(Failure::internal)?;
    let renewal_floor = floor_of(contract_amount, &entry::domain(&row, &entries)?);
    Ok(AccountView {
        line,
        contract_amount,
        renewal_floor,
        entries: entry::lines(reader, &row, entries)?,
        suspensions: suspensions
            .into_iter()
            .rev()
            .map(|row| SuspensionLine {
                from: show::day(row.from),
                until: row.until.map(show::day),
                reason: row.reason,
                note: row.note,
            })
            .collect(),
        plans,
    })
}
