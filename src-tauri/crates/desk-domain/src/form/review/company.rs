//! 企业信息 (协议第二条、四（一）1): complete, and in keeping with itself, with
//! the day and with the term of the contract.

use super::fault::Fault;
use super::notes::{LINE, Notes, SCOPE, SHORT};
use super::{Scene, expiry};
use crate::form::CompanyPart;
use crate::identifier::{Email, Landline, Postcode, RegistrationNumber, Uscc};

pub(super) fn review(notes: &mut Notes, scene: &Scene<'_>) {
    let company = &scene.form.company;
    let name = notes.required(
        "company.name",
        &company.name,
        SHORT,
        &Fault::CompanyNameMissing,
    );
    let code = code(notes, company);
    whole(notes, scene, company);
    let company_type = notes.text("company.type", &company.company_type, SHORT);
    if let Some(code) = code {
        type_fits(
            notes,
            &code,
            &format!("{} {}", name.unwrap_or(""), company_type.unwrap_or("")),
        );
    }
    dates(notes, scene, company);
    reach(notes, scene, company);
}

/// A credit code, or a legacy registration number where fifteen digits stand.
fn code(notes: &mut Notes, company: &CompanyPart) -> Option<Uscc> {
    let field = "company.code";
    let typed = notes.required(field, &company.code, SHORT, &Fault::CompanyCodeMissing)?;
    if typed.chars().filter(|c| !c.is_whitespace()).count() == 15 {
        let number = notes.read(field, Some(typed), RegistrationNumber::parse)?;
        notes.warn_all(field, &number.warnings());
        return None;
    }
    let code = notes.read(field, Some(typed), Uscc::parse)?;
    notes.warn_all(field, &code.warnings());
    Some(code)
}

/// What a form that begins or changes a service must say of the company.
fn whole(notes: &mut Notes, scene: &Scene<'_>, company: &CompanyPart) {
    let blank = |text: &str| text.trim().is_empty();
    if scene.form.business.restates_company() {
        for (field, typed, fault) in [
            (
                "company.type",
                &company.company_type,
                Fault::CompanyTypeMissing,
            ),
            (
                "company.address",
                &company.address,
                Fault::CompanyAddressMissing,
            ),
            ("company.scope", &company.scope, Fault::CompanyScopeMissing),
            (
                "company.founded",
                &company.founded,
                Fault::CompanyFoundedMissing,
            ),
        ] {
            if blank(typed) {
                notes.missing(field, &fault);
            }
        }
    }
    notes.text("company.address", &company.address, LINE);
    notes.lines("company.scope", &company.scope, SCOPE);
    notes.text("company.industry", &company.industry, SHORT);
}

fn type_fits(notes: &mut Notes, code: &Uscc, name_and_type: &str) {
    let says_company = name_and_type.contains("有限公司") || name_and_type.contains("有限责任");
    let says_trader = name_and_type.contains("个体");
    let is_company = code.as_str().starts_with("91");
    if (code.is_sole_trader() && says_company) || (is_company && says_trader) {
        notes.warn("company.type", &Fault::CompanyTypeAgainstCode);
    }
}

fn dates(notes: &mut Notes, scene: &Scene<'_>, company: &CompanyPart) {
    let founded = notes.text("company.founded", &company.founded, SHORT);
    let founded = notes.date("company.founded", founded);
    if founded.is_some_and(|day| day > scene.context.today) {
        notes.wrong("company.founded", &Fault::FoundedInFuture);
    }
    let field = "company.term_until";
    let typed = notes.text(field, &company.term_until, SHORT);
    let Some(expires) = typed.and_then(|text| expiry(notes, field, text)).flatten() else {
        return;
    };
    if founded.is_some_and(|day| day >= expires) {
        notes.wrong(field, &Fault::LicenceTermBeforeFounding);
    } else if expires < scene.context.today {
        notes.waivable(field, &Fault::LicenceExpired { expired: expires });
    } else if scene.end.is_some_and(|end| expires < end) {
        notes.warn(field, &Fault::LicenceEndsInTerm { expires });
    }
}

/// How the company is reached. Its landline is demanded by 协议第二条.
fn reach(notes: &mut Notes, scene: &Scene<'_>, company: &CompanyPart) {
    let field = "company.phone";
    if company.phone.trim().is_empty() && scene.form.business.restates_company() {
        notes.missing(field, &Fault::CompanyPhoneMissing);
    }
    let typed = notes.text(field, &company.phone, SHORT);
    if let Some(phone) = notes.read(field, typed, Landline::parse) {
        notes.warn_all(field, &phone.warnings());
    }
    let typed = notes.text("company.email", &company.email, SHORT);
    notes.read("company.email", typed, Email::parse);
    let typed = notes.text("company.postcode", &company.postcode, SHORT);
    if let Some(postcode) = notes.read("company.postcode", typed, Postcode::parse) {
        notes.warn_all("company.postcode", &postcode.warnings());
    }
}
