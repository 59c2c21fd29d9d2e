//! 法定代表人 and 经办人 (协议第二条): who they are, that their cards are good, and
//! how the two stand to each other. Whether an authorisation is there is asked
//! with the other papers.

use super::fault::Fault;
use super::notes::{Notes, SHORT};
use super::{Scene, expiry};
use crate::form::{IdKind, PersonPart};
use crate::identifier::{
    CitizenId, Mobile, Passport, PermanentResident, Phone, ResidentPermit, Warning,
};
use crate::period::add_months;
use chrono::NaiveDate;

/// Full capacity to act (民法典第十七、十八条).
const FULL_AGE: u32 = 18;
/// From this age on a card is issued 长期.
const LONG_TERM_AGE: u32 = 46;
/// The longest term of a card that has one, in months.
const LONGEST_TERM: u32 = 20 * 12;

/// What is asked of one of the two persons.
struct Asked {
    path: &'static str,
    name: Fault,
    id: Fault,
    expiry: Fault,
    mobile: Option<Fault>,
}

pub(super) fn review(notes: &mut Notes, scene: &Scene<'_>) {
    let form = scene.form;
    let same = form.handler_is_legal_representative;
    let legal = Asked {
        path: "legal_representative",
        name: Fault::LegalNameMissing,
        id: Fault::LegalIdMissing,
        expiry: Fault::LegalIdExpiryMissing,
        mobile: same.then_some(Fault::HandlerMobileMissing),
    };
    person(notes, scene, &form.legal_representative, &legal);
    if same {
        if !agree(&form.legal_representative, &form.handler) {
            notes.wrong("handler.name", &Fault::HandlerNotLegalRepresentative);
        }
        return;
    }
    let handler = Asked {
        path: "handler",
        name: Fault::HandlerNameMissing,
        id: Fault::HandlerIdMissing,
        expiry: Fault::HandlerIdExpiryMissing,
        mobile: Some(Fault::HandlerMobileMissing),
    };
    person(notes, scene, &form.handler, &handler);
    let id = &form.handler.id_number;
    if !id.trim().is_empty() && same_text(id, &form.legal_representative.id_number) {
        notes.warn("handler.id_number", &Fault::HandlerIsLegalRepresentative);
    }
}

/// Whether what is typed of the handler is nothing else than of the legal
/// representative; blanks of the handler say nothing.
fn agree(legal: &PersonPart, handler: &PersonPart) -> bool {
    let agrees = |a: &str, b: &str| b.trim().is_empty() || same_text(a, b);
    agrees(&legal.name, &handler.name) && agrees(&legal.id_number, &handler.id_number)
}

fn same_text(a: &str, b: &str) -> bool {
    a.trim().eq_ignore_ascii_case(b.trim())
}

fn person(notes: &mut Notes, scene: &Scene<'_>, person: &PersonPart, asked: &Asked) {
    let path = |part: &str| format!("{}.{part}", asked.path);
    let field = path("name");
    let name = notes.required(&field, &person.name, SHORT, &asked.name);
    if name.is_some_and(|name| name.chars().any(|c| c.is_numeric() && c != '〇')) {
        notes.wrong(&field, &Fault::PersonNameDigits);
    }
    let field = path("id_number");
    let typed = notes.required(&field, &person.id_number, SHORT, &asked.id);
    let birth = typed.and_then(|typed| identity(notes, &field, person.id_kind, typed));
    let age = birth.and_then(|birth| age(notes, &field, birth, scene.context.today));
    let field = path("id_expiry");
    if let Some(typed) = notes.required(&field, &person.id_expiry, SHORT, &asked.expiry) {
        card_expiry(notes, scene, &field, typed, person.id_kind, age);
    }
    telephones(notes, person, asked, &path("mobile"), &path("office_phone"));
}

/// Reads the number by its kind; gives the birth date where it tells one.
fn identity(notes: &mut Notes, field: &str, kind: IdKind, typed: &str) -> Option<NaiveDate> {
    match kind {
        IdKind::CitizenId => {
            let id = notes.read(field, Some(typed), CitizenId::parse)?;
            notes.warn_all(field, &id.warnings());
            Some(id.birth())
        }
        IdKind::ResidentPermit => notes
            .read(field, Some(typed), ResidentPermit::parse)
            .map(|permit| permit.birth()),
        IdKind::PermanentResident => {
            let card = notes.read(field, Some(typed), PermanentResident::parse)?;
            notes.warn_all::<Warning>(field, &card.warnings());
            card.birth()
        }
        IdKind::Passport => {
            notes.read(field, Some(typed), Passport::parse);
            None
        }
    }
}

fn age(notes: &mut Notes, field: &str, birth: NaiveDate, today: NaiveDate) -> Option<u32> {
    let Some(age) = today.years_since(birth) else {
        notes.wrong(field, &Fault::BirthInFuture);
        return None;
    };
    if age < FULL_AGE {
        notes.waivable(field, &Fault::PersonUnderAge { age });
    }
    Some(age)
}

/// Against today, against the contract's end, and against what cards are issued for.
fn card_expiry(
    notes: &mut Notes,
    scene: &Scene<'_>,
    field: &str,
    typed: &str,
    kind: IdKind,
    age: Option<u32>,
) {
    let today = scene.context.today;
    match expiry(notes, field, typed) {
        Some(None) if kind == IdKind::CitizenId && age.is_some_and(|age| age < LONG_TERM_AGE) => {
            notes.warn(field, &Fault::IdLongTermTooYoung);
        }
        None | Some(None) => {}
        Some(Some(expires)) if expires < today => {
            notes.waivable(field, &Fault::IdExpired { expired: expires });
        }
        Some(Some(expires)) => {
            if kind == IdKind::CitizenId && expires > add_months(today, LONGEST_TERM) {
                notes.warn(field, &Fault::IdExpiryTooFar);
            }
            if scene.end.is_some_and(|end| expires < end) {
                notes.warn(field, &Fault::IdEndsInTerm { expires });
            }
        }
    }
}

fn telephones(notes: &mut Notes, person: &PersonPart, asked: &Asked, mobile: &str, office: &str) {
    if let (true, Some(fault)) = (person.mobile.trim().is_empty(), &asked.mobile) {
        notes.missing(mobile, fault);
    }
    let typed = notes.text(mobile, &person.mobile, SHORT);
    if let Some(number) = notes.read(mobile, typed, Mobile::parse) {
        notes.warn_all(mobile, &number.warnings());
    }
    let typed = notes.text(office, &person.office_phone, SHORT);
    if let Some(number) = notes.read(office, typed, Phone::parse) {
        notes.warn_all(office, &number.warnings());
    }
}
