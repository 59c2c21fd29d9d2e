//! A customer's statement with every call, read for paper and spreadsheets.
//! Refuses figures that do not come to what was charged.

use super::{entry, letters, statement};
use crate::failure::Failure;
use chrono::NaiveDate;
use desk_billing::{AccountInput, CallLine, RatedCall, Statement};
use desk_domain::call::{Basis, CallRecord};
use desk_domain::identifier::{DisplayForm, Number400};
use desk_domain::ledger::EntryKind;
use desk_domain::party::Firm;
use desk_domain::period::{CalendarMonth, last_day_to_dispute};
use desk_domain::tariff::{Increment, TariffVersion};
use desk_paper::sheets::{self, Addressee, EntryLine, NumberAccount, StatementSheet};
use desk_store::{AccountId, CallRow, CallsOf, CustomerId, Reader, TariffId};
use std::collections::BTreeMap;

/// Everything a statement says.
pub(super) struct FullStatement {
    pub(super) firm: Firm,
    pub(super) customer: Addressee,
    pub(super) statement: Statement,
    number: String,
    issued: NaiveDate,
}

/// Reads a customer's statement with every call.
pub(super) fn read(
    reader: &Reader<'_>,
    customer: CustomerId,
    month: CalendarMonth,
    today: NaiveDate,
) -> Result<FullStatement, Failure> {
    let versions = versions(reader)?;
    let mut accounts = Vec::new();
    for part in statement::parts(reader, customer, month)? {
        accounts.push(AccountInput {
            number: entry::number_of(&part.row)?,
            display: DisplayForm::default(),
            package: package(reader, part.row.id, month)?,
            minimum: part.line.minimum,
            opening: part.line.opening,
            entries: entry::domain(&part.row, &part.entries)?,
            calls: calls(reader, part.row.id, month, &versions)?,
            closing: part.line.closing,
        });
    }
    let row = reader.customers().get(customer)?;
    let named = desk_billing::Addressee {
        name: row.content.name.clone(),
        code: row.content.code.clone().unwrap_or_default(),
    };
    Ok(FullStatement {
        firm: letters::firm(reader, today)?,
        customer: letters::addressee(reader, customer)?,
        statement: Statement::build(named, month, accounts)?,
        number: format!("ZD-{month}-{:05}", customer.0),
        issued: today,
    })
}

fn package(
    reader: &Reader<'_>,
    account: AccountId,
    month: CalendarMonth,
) -> Result<String, Failure> {
    let terms = reader.accounts().terms(account)?;
    let then = super::rerate::terms_on(&terms, month.last_day());
    Ok(then.map(|terms| terms.plan.clone()).unwrap_or_default())
}

/// First day and increment of every tariff version.
fn versions(reader: &Reader<'_>) -> Result<BTreeMap<TariffId, (NaiveDate, Increment)>, Failure> {
    let rows = reader.tariffs().all()?.into_iter();
    rows.map(|row| {
        let version: TariffVersion =
            serde_json::from_value(row.terms).map_err(|_| Failure::internal())?;
        Ok((row.id, (version.effective, version.increment)))
    })
    .collect()
}

fn calls(
    reader: &Reader<'_>,
    account: AccountId,
    month: CalendarMonth,
    versions: &BTreeMap<TariffId, (NaiveDate, Increment)>,
) -> Result<Vec<CallLine>, Failure> {
    let of = CallsOf {
        account,
        month,
        leg: None,
        class: None,
    };
    let (rows, _) = reader.calls().list(of, 0, u32::MAX)?;
    let rated = rows.into_iter().filter(|row| row.rating.is_some());
    rated.map(|row| line(row, versions)).collect()
}

fn line(
    row: CallRow,
    versions: &BTreeMap<TariffId, (NaiveDate, Increment)>,
) -> Result<CallLine, Failure> {
    let rating = row.rating.ok_or_else(Failure::internal)?;
    let (version, increment) = *versions.get(&rating.tariff).ok_or_else(Failure::internal)?;
    let counted = u64::from(rating.increments) * u64::from(increment.seconds());
    let rated = RatedCall {
        version,
        leg: row.leg,
        leg_basis: Basis::File,
        class: row.class,
        class_basis: Basis::File,
        increment,
        increments: rating.increments,
        minutes: u32::try_from(counted.div_ceil(60)).unwrap_or(u32::MAX),
        rate: rating.rate,
        charge: rating.charge,
    };
    let call = CallRecord {
        number: Number400::parse(&row.number400)?,
        caller: row.caller,
        delivered_to: Some(row.delivered_to),
        started: row.started,
        seconds: row.seconds,
        answered: row.answered,
        caller_class: Some(row.class),
        leg: Some(row.leg),
        carrier_charge: None,
        caller_place: None,
    };
    Ok(CallLine { call, rated })
}

/// The statement as it is printed.
pub(super) fn paper(full: &FullStatement) -> Result<StatementSheet, Failure> {
    let month = full.statement.month;
    let accounts = full.statement.accounts.iter().map(account);
    Ok(StatementSheet {
        firm: full.firm.clone(),
        number: full.number.clone(),
        customer: full.customer.clone(),
        month,
        issued: full.issued,
        dispute_until: match full.statement.disputes {
            Some(days) => days.first,
            None => last_day_to_dispute(month.last_day()),
        },
        accounts: accounts.collect(),
    })
}

fn account(account: &desk_billing::AccountStatement) -> NumberAccount {
    let equation = account.equation;
    NumberAccount {
        number: account.number.clone(),
        shown: DisplayForm::default(),
        package: account.package.clone(),
        opening: equation.opening,
        payments: equation.payments,
        calls: equation.calls,
        top_up: equation.top_up,
        fees: equation.fees,
        corrections: equation.corrections,
        closing: equation.closing,
        minimum: account.minimum,
        entries: entries(account),
        lines: account.calls.iter().map(call).collect(),
    }
}

fn entries(account: &desk_billing::AccountStatement) -> Vec<EntryLine> {
    let booked = account.movements.iter().map(|moved| EntryLine {
        day: moved.on.date(),
        kind: match moved.kind {
            EntryKind::FirstPayment | EntryKind::Renewal | EntryKind::OtherPayment => {
                sheets::EntryKind::Payment
            }
            _ => sheets::EntryKind::Correction,
        },
        what: match moved.note.as_str() {
            "" => moved.kind.chinese().to_owned(),
            note => format!("{}：{note}", moved.kind.chinese()),
        },
        amount: moved.amount,
    });
    booked.collect()
}

fn call(line: &CallLine) -> sheets::CallLine {
    let rated = &line.rated;
    sheets::CallLine {
        start: line.call.started,
        caller: line.call.caller.clone(),
        answered: if line.call.answered {
            line.call.delivered_to.clone().unwrap_or_default()
        } else {
            String::new()
        },
        class: format!("{}{}", rated.leg.chinese(), rated.class.chinese()),
        seconds: line.call.seconds,
        counted: rated.increments * rated.increment.seconds(),
        rate: rated.rate,
        charge: rated.charge,
    }
}
