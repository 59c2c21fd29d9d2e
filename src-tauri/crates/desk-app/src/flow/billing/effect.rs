//! What an agreement that takes effect sets going in the accounts. Refuses
//! nothing that was printed and signed, but a closing that is not settled.

use super::account::{end_account, move_number, open_account};
use super::account_view::state_of;
use super::{AccountState, handover, plan};
use crate::failure::Failure;
use crate::flow::agreement;
use chrono::NaiveDate;
use desk_domain::form::{Business, Form};
use desk_domain::identifier::Number400;
use desk_domain::money::Money;
use desk_domain::stock::NumberState;
use desk_store::{AccountRow, AgreementRow, NewAccount, Writer};

/// What an agreement that takes effect sets going: a new one opens its account,
/// a transfer hands it over and ends the agreement before, a change of prices
/// sets new terms, a suspension or resumption moves the number, a closing ends
/// the agreement. A renewal or supplement leaves all as it is.
pub(crate) fn take_effect(
    writer: &mut Writer<'_>,
    row: &AgreementRow,
    signed: NaiveDate,
) -> Result<(), Failure> {
    let form = agreement::form_of(row);
    let Ok(number) = Number400::parse(&form.number.number) else {
        return Ok(());
    };
    if form.business == Business::New {
        let opened = first_day(&form, signed);
        let plan = plan::for_contract(writer, &form, &row.number, opened)?;
        let new = new_account(row, &form, &number, opened, plan);
        writer.accounts_mut().open(&new)?;
        return Ok(());
    }
    if form.business == Business::Closing {
        let mut rows = writer.accounts().of_number(number.as_str())?;
        return match rows.pop() {
            Some(account) if account.closed.is_some() => end_account(writer, account.id, signed),
            _ => Ok(()),
        };
    }
    if form.business == Business::Transfer {
        handover::end_former(writer, row, &form, signed)?;
    }
    let Some(account) = open_account(writer, number.as_str())? else {
        return Ok(());
    };
    let day = |typed: &str| NaiveDate::parse_from_str(typed.trim(), "%Y-%m-%d").unwrap_or(signed);
    let out = state_of(writer, &account)? == AccountState::Suspended;
    match form.business {
        Business::Transfer => handover::hand_over(writer, &account, row, &form, signed)?,
        Business::Change => handover::change_terms(writer, &account, row, &form, signed)?,
        Business::Suspension if !out => {
            if let Some(reason) = form.later.reason {
                let from = day(&form.later.day);
                writer
                    .suspensions_mut()
                    .begin(account.id, from, reason, &row.number)?;
            }
            shift(
                writer,
                &account,
                NumberState::InUse,
                NumberState::Suspended,
                row,
            )?;
        }
        Business::Resumption => {
            if out {
                let back = day(&form.later.day);
                let last = back.pred_opt().unwrap_or(back);
                writer
                    .suspensions_mut()
                    .end(account.id, last, &row.number)?;
            }
            shift(
                writer,
                &account,
                NumberState::Suspended,
                NumberState::InUse,
                row,
            )?;
        }
        _ => {}
    }
    Ok(())
}

/// Moves the number of an account where it stands as expected.
fn shift(
    writer: &mut Writer<'_>,
    account: &AccountRow,
    from: NumberState,
    to: NumberState,
    row: &AgreementRow,
) -> Result<(), Failure> {
    let stock = writer.numbers().get(&account.number400)?;
    if stock.state == from {
        move_number(writer, account.id, to, &row.number)?;
    }
    Ok(())
}

/// First day of service: as agreed, else the day of signing.
fn first_day(form: &Form, signed: NaiveDate) -> NaiveDate {
    NaiveDate::parse_from_str(form.tariff.start.trim(), "%Y-%m-%d").unwrap_or(signed)
}

fn new_account(
    row: &AgreementRow,
    form: &Form,
    number: &Number400,
    opened: NaiveDate,
    plan: String,
) -> NewAccount {
    let amount = |text: &str| Money::parse(text).unwrap_or(Money::ZERO);
    NewAccount {
        number400: number.as_str().to_owned(),
        customer: row.customer,
        agreement: row.number.clone(),
        contract_amount: amount(&form.tariff.contract_amount),
        opened,
        terms: desk_store::AccountTerms {
            from: opened,
            plan,
            minimum: amount(&form.tariff.minimum),
            features: form.features.clone(),
            reason: row.number.clone(),
        },
    }
}
