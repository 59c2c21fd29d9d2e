//! Accounts as lists and their own page show them.

use super::month_draft::ByAccount;
use super::{AccountLine, AccountState, AccountView, FormerHolder, SuspensionLine, entry, plan};
use crate::failure::Failure;
use crate::flow::customer;
use crate::show;
use desk_domain::Money;
use desk_domain::agreement::AgreementState;
use desk_domain::identifier::{DisplayForm, Number400};
use desk_domain::ledger::floor_of;
use desk_store::{AccountId, AccountRow, AccountTerms, CustomerId, Reader};
use std::collections::{BTreeMap, BTreeSet};

/// How an account stands.
pub(super) fn state_of(reader: &Reader<'_>, row: &AccountRow) -> Result<AccountState, Failure> {
    state(reader, row, is_suspended(reader, row.id)?)
}

fn state(reader: &Reader<'_>, row: &AccountRow, suspended: bool) -> Result<AccountState, Failure> {
    if row.closed.is_some() {
        let agreement = reader.agreements().get(&row.agreement)?;
        return Ok(match agreement.state {
            AgreementState::Ended => AccountState::Closed,
            _ => AccountState::Closing,
        });
    }
    Ok(match suspended {
        true => AccountState::Suspended,
        false => AccountState::Open,
    })
}

fn is_suspended(reader: &Reader<'_>, id: AccountId) -> Result<bool, Failure> {
    let suspended = reader.suspensions().of_account(id)?;
    Ok(suspended.last().is_some_and(|last| last.until.is_none()))
}

/// The terms an account has now.
pub(super) fn current_terms(reader: &Reader<'_>, id: AccountId) -> Result<AccountTerms, Failure> {
    let mut terms = reader.accounts().terms(id)?;
    terms.pop().ok_or_else(Failure::internal)
}

/// Accounts as lists show them.
pub(super) fn lines(
    reader: &Reader<'_>,
    rows: Vec<AccountRow>,
) -> Result<Vec<AccountLine>, Failure> {
    let known = match rows.len() {
        0..=FEW => Known::of(reader, &rows)?,
        _ => Known::of_all(reader)?,
    };
    rows.into_iter()
        .map(|row| known.line(reader, row))
        .collect()
}

/// Accounts that are asked for one by one; more are read all at once.
const FEW: usize = 20;

/// What lines say besides the accounts' own rows.
struct Known {
    plans: BTreeSet<String>,
    terms: ByAccount<Vec<AccountTerms>>,
    names: BTreeMap<CustomerId, String>,
    balances: ByAccount<Money>,
    suspended: BTreeSet<AccountId>,
}

impl Known {
    fn of(reader: &Reader<'_>, rows: &[AccountRow]) -> Result<Self, Failure> {
        let mut known = Self {
            plans: plan::all(reader)?.into_keys().collect(),
            terms: ByAccount::new(),
            names: BTreeMap::new(),
            balances: ByAccount::new(),
            suspended: BTreeSet::new(),
        };
        for AccountRow { id, customer, .. } in rows {
            known.terms.insert(*id, reader.accounts().terms(*id)?);
            let name = customer::name_of(reader, *customer)?;
            known.names.insert(*customer, name);
            known.balances.insert(*id, reader.ledger().balance(*id)?);
            if is_suspended(reader, *id)? {
                known.suspended.insert(*id);
            }
        }
        Ok(known)
    }

    fn of_all(reader: &Reader<'_>) -> Result<Self, Failure> {
        let suspended = reader.suspensions().now()?.into_iter();
        Ok(Self {
            plans: plan::all(reader)?.into_keys().collect(),
            terms: reader.accounts().all_terms()?,
            names: reader.customers().names()?,
            balances: reader.ledger().balances(None)?.into_iter().collect(),
            suspended: suspended.map(|row| row.account).collect(),
        })
    }

    fn line(&self, reader: &Reader<'_>, row: AccountRow) -> Result<AccountLine, Failure> {
        let terms = self.terms.get(&row.id).and_then(|terms| terms.last());
        let terms = terms.ok_or_else(Failure::internal)?;
        Ok(AccountLine {
            account: row.id.0,
            shown: shown(&row.number400),
            customer: row.customer.0,
            company: self.names.get(&row.customer).cloned().unwrap_or_default(),
            state: state(reader, &row, self.suspended.contains(&row.id))?,
            plan_known: self.plans.contains(&terms.plan),
            plan: terms.plan.clone(),
            minimum: terms.minimum,
            balance: self.balances.get(&row.id).copied().unwrap_or(Money::ZERO),
            opened: show::day(row.opened),
            closed: row.closed.map(show::day),
            agreement: row.agreement,
            number: row.number400,
        })
    }
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
    let renewal_floor = floor_of(contract_amount, &entry::of_holder(reader, &row, &entries)?);
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
        former: former(reader, id)?,
        plans,
    })
}

/// Who held an account before, each to the day before the next.
fn former(reader: &Reader<'_>, id: AccountId) -> Result<Vec<FormerHolder>, Failure> {
    let holders = reader.accounts().holders(id)?;
    let each = holders.windows(2).map(|pair| {
        let (was, next) = (&pair[0].holder, pair[1].holder.from);
        Ok(FormerHolder {
            customer: was.customer.0,
            company: customer::name_of(reader, was.customer)?,
            agreement: was.agreement.clone(),
            until: show::day(next.pred_opt().unwrap_or(next)),
        })
    });
    each.collect()
}
