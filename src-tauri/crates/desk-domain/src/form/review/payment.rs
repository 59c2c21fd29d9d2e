//! 付款与发票, and 声明与确认 (协议四（一）1、3、4、5): what must be ticked and by whom.

use super::Scene;
use super::fault::Fault;
use super::notes::{NOTE, Notes, SHORT};
use crate::form::{Means, Payment};
use crate::identifier::{Uscc, compact};

pub(super) fn review(notes: &mut Notes, scene: &Scene<'_>) {
    let payment = &scene.form.payment;
    collection(notes, scene, payment);
    let company = scene.form.company.name.trim();
    let field = "payment.invoice_title";
    let title = notes.text(field, &payment.invoice_title, SHORT);
    if title.is_some_and(|title| !company.is_empty() && title != company) {
        notes.warn(field, &Fault::InvoiceTitleAgainstCompany);
    }
    tax_number(notes, scene, payment);
}

/// 托收 takes money from an account, so the account must be there whole.
fn collection(notes: &mut Notes, scene: &Scene<'_>, payment: &Payment) {
    let account = &payment.collection;
    let due = payment.means == Means::Collection;
    for (field, typed, fault) in [
        (
            "payment.collection.bank",
            &account.bank,
            Fault::CollectionBankMissing,
        ),
        (
            "payment.collection.account_name",
            &account.account_name,
            Fault::CollectionNameMissing,
        ),
        (
            "payment.collection.account",
            &account.account,
            Fault::CollectionAccountMissing,
        ),
    ] {
        if due && typed.trim().is_empty() {
            notes.missing(field, &fault);
        }
        notes.text(field, typed, SHORT);
    }
    if !due {
        return;
    }
    let digits = compact(&account.account).unwrap_or_default();
    let fits = (8..=32).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    if !account.account.trim().is_empty() && !fits {
        notes.wrong("payment.collection.account", &Fault::CollectionAccountForm);
    }
    let (name, company) = (account.account_name.trim(), scene.form.company.name.trim());
    if !name.is_empty() && !company.is_empty() && name != company {
        notes.warn(
            "payment.collection.account_name",
            &Fault::CollectionNameAgainstCompany,
        );
    }
}

/// A credit code, or an older tax number of fifteen to twenty letters and digits.
fn tax_number(notes: &mut Notes, scene: &Scene<'_>, payment: &Payment) {
    let field = "payment.tax_number";
    let Some(typed) = notes.text(field, &payment.tax_number, SHORT) else {
        return;
    };
    let number = compact(typed).unwrap_or_default().to_ascii_uppercase();
    if number.len() == 18 && number.starts_with('9') {
        if notes.read(field, Some(typed), Uscc::parse).is_none() {
            return;
        }
    } else if !(15..=20).contains(&number.len())
        || !number.bytes().all(|b| b.is_ascii_alphanumeric())
    {
        notes.wrong(field, &Fault::TaxNumberForm);
        return;
    }
    let code = compact(&scene.form.company.code)
        .unwrap_or_default()
        .to_ascii_uppercase();
    if !code.is_empty() && code != number {
        notes.warn(field, &Fault::TaxNumberAgainstCode);
    }
}

/// The required ticks, and the remarks that stand beneath them.
pub(super) fn confirmations(notes: &mut Notes, scene: &Scene<'_>) {
    let ticks = &scene.form.confirmations;
    if !ticks.declares_true {
        notes.missing("confirmations.declares_true", &Fault::DeclarationMissing);
    }
    let explained_by = notes.text("confirmations.explained_by", &ticks.explained_by, SHORT);
    if scene.form.business.renews_consent() {
        if !ticks.read_and_explained {
            notes.missing("confirmations.read_and_explained", &Fault::ReadingMissing);
        }
        if explained_by.is_none() {
            notes.missing("confirmations.explained_by", &Fault::ExplainerMissing);
        }
        if !ticks.lawful_use {
            notes.missing("confirmations.lawful_use", &Fault::LawfulUseMissing);
        }
    }
    notes.lines("remarks", &scene.form.remarks, NOTE);
}
