//! A number that changes hands (过户), and one whose prices change: what their
//! signed forms do to account, stock and the agreement before. Refuses to touch
//! a month that is closed; the former owner's statements and receipts stay.

use super::{account, entry, plan, rerate};
use crate::failure::Failure;
use crate::flow::agreement::{self, Snapshot};
use crate::flow::order::later;
use chrono::NaiveDate;
use desk_domain::agreement::AgreementState;
use desk_domain::form::{Form, RestOfBalance};
use desk_domain::ledger::EntryKind;
use desk_domain::money::Money;
use desk_paper::bundle::Matter;
use desk_store::{AccountHolder, AccountRow, AccountTerms, AgreementRow, Holder, Writer};
use serde_json::json;

/// The agreement that was transferred ends on the day before the new owner's
/// first; the number is held by the new one.
pub(super) fn end_former(
    writer: &mut Writer<'_>,
    row: &AgreementRow,
    form: &Form,
    signed: NaiveDate,
) -> Result<(), Failure> {
    let Some(former) = row
        .cites
        .as_deref()
        .and_then(|cited| later::first(writer, cited))
    else {
        return Ok(());
    };
    if former.state == AgreementState::InForce {
        let first = first_day(form, signed);
        let last = first.pred_opt().unwrap_or(first);
        let last = former.in_force_on.map_or(last, |begun| last.max(begun));
        writer.agreements_mut().end(&former.number, last)?;
    }
    let Some(number) = row.number400.as_deref() else {
        return Ok(());
    };
    let Ok(stock) = writer.numbers().get(number) else {
        return Ok(());
    };
    let holder = Holder {
        order: Some(row.order),
        agreement: Some(row.number.clone()),
    };
    let state = stock.state;
    Ok(writer
        .numbers_mut()
        .move_to(number, state, state, &holder, &row.number)?)
}

/// Hands an account over: the rest of the money goes where the form says, and
/// customer, agreement and prices are the new ones from the day that it names.
pub(super) fn hand_over(
    writer: &mut Writer<'_>,
    account: &AccountRow,
    row: &AgreementRow,
    form: &Form,
    signed: NaiveDate,
) -> Result<(), Failure> {
    if form.later.rest == RestOfBalance::Refunded {
        refund(writer, account, row)?;
    }
    let open = account::first_open_day(writer)?.max(account.opened);
    let holder = AccountHolder {
        from: first_day(form, signed).max(open),
        customer: row.customer,
        agreement: row.number.clone(),
        contract_amount: Money::parse(&form.tariff.contract_amount).unwrap_or(Money::ZERO),
    };
    writer.accounts_mut().hand_over(account.id, &holder)?;
    set_terms(writer, account, row, form, holder.from)
}

/// Sets the prices of a change, if it changes any, from its signing on.
pub(super) fn change_terms(
    writer: &mut Writer<'_>,
    account: &AccountRow,
    row: &AgreementRow,
    form: &Form,
    signed: NaiveDate,
) -> Result<(), Failure> {
    let open = account::first_open_day(writer)?.max(account.opened);
    set_terms(writer, account, row, form, signed.max(open))
}

fn set_terms(
    writer: &mut Writer<'_>,
    account: &AccountRow,
    row: &AgreementRow,
    form: &Form,
    from: NaiveDate,
) -> Result<(), Failure> {
    let all = writer.accounts().terms(account.id)?;
    let now = rerate::terms_on(&all, from).ok_or_else(Failure::internal)?;
    let before = former_form(writer, row);
    let same_prices = before.is_some_and(|before| {
        before.tariff.package.trim() == form.tariff.package.trim()
            && before.tariff.rates == form.tariff.rates
    });
    let plan = if same_prices {
        now.plan.clone()
    } else {
        plan::for_contract(writer, form, &row.number, from)?
    };
    let terms = AccountTerms {
        from,
        plan,
        minimum: Money::parse(&form.tariff.minimum).unwrap_or(now.minimum),
        features: form.features.clone(),
        reason: row.number.clone(),
    };
    let changed =
        terms.plan != now.plan || terms.minimum != now.minimum || terms.features != now.features;
    if changed {
        writer.accounts_mut().set_terms(account.id, &terms)?;
        rerate::open_months(writer)?;
    }
    Ok(())
}

/// The form that stood before this one was signed.
fn former_form(writer: &Writer<'_>, row: &AgreementRow) -> Option<Form> {
    let cited = row.cites.as_deref()?;
    let first = writer.agreements().get(cited).ok()?;
    let others = writer.agreements().citing(&first.number).ok()?.into_iter();
    let changed = others
        .filter(|other| other.number != row.number && other.state == AgreementState::InForce)
        .map(|other| agreement::form_of(&other))
        .rfind(|form| form.business == desk_domain::form::Business::Change);
    Some(changed.unwrap_or_else(|| agreement::form_of(&first)))
}

/// What the signed form says goes back, as far as it is still there.
fn refund(
    writer: &mut Writer<'_>,
    account: &AccountRow,
    row: &AgreementRow,
) -> Result<(), Failure> {
    let printed = Snapshot::of(row)
        .printed
        .and_then(|printed| printed.occasion);
    let Some(Matter::Transfer { balance, .. }) = printed.map(|occasion| occasion.matter) else {
        return Ok(());
    };
    let sum = balance.min(writer.ledger().balance(account.id)?);
    if sum <= Money::ZERO {
        return Ok(());
    }
    let note = format!("过户退余额（{}）", row.number);
    let draft = entry::draft(writer, account, EntryKind::Refund, sum.negated(), &note)?;
    entry::book(
        writer,
        account.id,
        &draft,
        false,
        json!({ "agreement": row.number }),
    )?;
    Ok(())
}

fn first_day(form: &Form, signed: NaiveDate) -> NaiveDate {
    NaiveDate::parse_from_str(form.later.day.trim(), "%Y-%m-%d").unwrap_or(signed)
}
