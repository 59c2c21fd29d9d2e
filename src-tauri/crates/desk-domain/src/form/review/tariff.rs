//! 套餐与资费 (协议四（一）7、四（二）8、9): amounts that are there and make sense
//! together, a term that runs forward, a renewal that reaches its floor.

use super::Scene;
use super::fault::Fault;
use super::notes::{LINE, NOTE, Notes, SHORT};
use crate::agreement::check_renewal;
use crate::form::{Business, Tariff};
use crate::money::{Money, Rate};
use crate::period::add_months;

/// A start further back or ahead than this is more likely a slip.
const USUAL_START_MONTHS: u32 = 3;

pub(super) fn review(notes: &mut Notes, scene: &Scene<'_>) {
    let tariff = &scene.form.tariff;
    let business = scene.form.business;
    if matches!(business, Business::New | Business::Transfer) {
        notes.required(
            "tariff.package",
            &tariff.package,
            SHORT,
            &Fault::PackageMissing,
        );
    } else {
        notes.text("tariff.package", &tariff.package, SHORT);
    }
    let contract = contract_amount(notes, scene, tariff);
    let minimum = minimum(notes, scene, tariff);
    first_payment(notes, scene, tariff, contract, minimum);
    rates(notes, tariff);
    term(notes, scene, tariff);
    notes.lines("tariff.gifts", &tariff.gifts, NOTE);
}

/// 四（二）8: there is an amount, and a renewal's is not below the floor.
fn contract_amount(notes: &mut Notes, scene: &Scene<'_>, tariff: &Tariff) -> Option<Money> {
    let field = "tariff.contract_amount";
    let business = scene.form.business;
    let due = business.restates_service() || business == Business::Renewal;
    if due && tariff.contract_amount.trim().is_empty() && business != Business::Change {
        notes.missing(field, &Fault::ContractAmountMissing);
    }
    let typed = notes.text(field, &tariff.contract_amount, SHORT);
    let amount = notes.amount(field, typed)?;
    if amount.is_zero() {
        notes.wrong(field, &Fault::ContractAmountZero);
        return None;
    }
    if business == Business::Renewal {
        match scene.context.renewal_floor {
            None => notes.warn(field, &Fault::RenewalFloorUnknown),
            Some(floor) => {
                if let Err(refusal) = check_renewal(floor, amount) {
                    notes.waivable(field, &refusal);
                }
            }
        }
    }
    Some(amount)
}

/// 四（二）9: may be nothing, but must be said.
fn minimum(notes: &mut Notes, scene: &Scene<'_>, tariff: &Tariff) -> Option<Money> {
    let field = "tariff.minimum";
    if tariff.minimum.trim().is_empty() && scene.form.business.restates_service() {
        notes.missing(field, &Fault::MinimumMissing);
    }
    let typed = notes.text(field, &tariff.minimum, SHORT);
    notes.amount(field, typed)
}

/// 四（一）7: a number is prepaid, at least for its first month.
fn first_payment(
    notes: &mut Notes,
    scene: &Scene<'_>,
    tariff: &Tariff,
    contract: Option<Money>,
    minimum: Option<Money>,
) {
    let field = "tariff.first_payment";
    if tariff.first_payment.trim().is_empty() && scene.form.business == Business::New {
        notes.missing(field, &Fault::FirstPaymentMissing);
    }
    let typed = notes.text(field, &tariff.first_payment, SHORT);
    let Some(payment) = notes.amount(field, typed) else {
        return;
    };
    if payment.is_zero() && scene.form.business == Business::New {
        notes.wrong(field, &Fault::FirstPaymentZero);
    } else if minimum.is_some_and(|minimum| payment < minimum) {
        notes.waivable(field, &Fault::FirstPaymentBelowMinimum);
    } else if contract.is_some_and(|contract| payment < contract) {
        notes.warn(field, &Fault::FirstPaymentBelowContract);
    }
}

fn rates(notes: &mut Notes, tariff: &Tariff) {
    for (field, typed) in [
        ("tariff.rates.landline", &tariff.rates.landline),
        ("tariff.rates.mobile", &tariff.rates.mobile),
        ("tariff.rates.international", &tariff.rates.international),
    ] {
        let text = notes.text(field, typed, SHORT);
        notes.read(field, text, Rate::parse);
    }
}

fn term(notes: &mut Notes, scene: &Scene<'_>, tariff: &Tariff) {
    let business = scene.form.business;
    let due = business == Business::Renewal
        || (business.restates_service() && business != Business::Change);
    for (field, typed, fault) in [
        ("tariff.start", &tariff.start, Fault::StartMissing),
        ("tariff.end", &tariff.end, Fault::EndMissing),
    ] {
        if due && typed.trim().is_empty() {
            notes.missing(field, &fault);
        }
    }
    let typed = notes.text("tariff.start", &tariff.start, LINE);
    let start = notes.date("tariff.start", typed);
    let typed = notes.text("tariff.end", &tariff.end, LINE);
    let end = notes.date("tariff.end", typed);
    let today = scene.context.today;
    if let Some(start) = start {
        if add_months(start, USUAL_START_MONTHS) < today {
            notes.warn("tariff.start", &Fault::StartLongPast);
        } else if start > add_months(today, USUAL_START_MONTHS) {
            notes.warn("tariff.start", &Fault::StartFarAhead);
        }
    }
    match (start, end) {
        (Some(start), Some(end)) if end <= start => notes.wrong("tariff.end", &Fault::TermOrder),
        (_, Some(end)) if end < today && due => notes.wrong("tariff.end", &Fault::TermOver),
        _ => {}
    }
}
