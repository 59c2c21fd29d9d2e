//! 法定代表人 and 经办人: cards that are good, and how the two stand to each other.

use super::*;
use crate::form::IdKind;

#[test]
fn clause_2_an_expired_card_blocks_and_says_since_when() {
    let mut form = sample();
    form.handler.id_expiry = "2026-11-21".to_owned();
    let review = review(&form, &context());
    assert_eq!(review.findings[0].field, "handler.id_expiry");
    assert_eq!(review.findings[0].code, "IdExpired");
    assert_eq!(review.findings[0].gravity, Gravity::Waivable);
    let findings = spoilt(|form| form.handler.id_expiry = "2027-01-01".to_owned());
    assert_eq!(findings, ["handler.id_expiry IdEndsInTerm Warning"]);
}

#[test]
fn a_card_is_long_term_only_from_46_on_and_never_longer_than_20_years() {
    let findings = spoilt(|form| form.handler.id_expiry = "long-term".to_owned());
    assert_eq!(findings, [""; 0], "born 1979");
    let findings = spoilt(|form| {
        form.handler.id_number = "110105199003070017".to_owned();
        form.handler.id_expiry = "long-term".to_owned();
    });
    assert_eq!(
        findings.last().map(String::as_str),
        Some("handler.id_expiry IdLongTermTooYoung Warning")
    );
    let findings = spoilt(|form| form.handler.id_expiry = "2046-11-23".to_owned());
    assert_eq!(findings, ["handler.id_expiry IdExpiryTooFar Warning"]);
}

#[test]
fn each_kind_of_card_is_read_by_its_own_rule() {
    for (kind, number, expected) in [
        (IdKind::ResidentPermit, "810000199408230021", None),
        (IdKind::PermanentResident, "932682198501010017", None),
        (IdKind::PermanentResident, "JPN110077011019", None),
        (IdKind::Passport, "E12345678", None),
        (
            IdKind::CitizenId,
            "810000199408230021",
            Some("CitizenOnPermit Warning"),
        ),
        (
            IdKind::CitizenId,
            "932682198501010017",
            Some("CitizenIdPermanentResident Wrong"),
        ),
        (
            IdKind::CitizenId,
            "440000197902077475",
            Some("CitizenIdCheckDigit Wrong"),
        ),
        (
            IdKind::ResidentPermit,
            "440000197902077474",
            Some("ResidentPermitRegion Wrong"),
        ),
        (IdKind::Passport, "E1", Some("PassportLength Wrong")),
    ] {
        let findings = spoilt(|form| {
            form.handler.id_kind = kind;
            form.handler.id_number = number.to_owned();
        });
        let expected: Vec<String> = expected
            .iter()
            .map(|told| format!("handler.id_number {told}"))
            .collect();
        assert_eq!(findings, expected, "{kind:?} {number}");
    }
}

#[test]
fn nobody_signs_before_eighteen_or_before_birth() {
    let findings = spoilt(|form| form.handler.id_number = "110105201001010010".to_owned());
    assert_eq!(findings, ["handler.id_number PersonUnderAge Waivable"]);
    let findings = spoilt(|form| form.handler.id_number = "11010520300101001X".to_owned());
    assert_eq!(findings, ["handler.id_number BirthInFuture Wrong"]);
}

#[test]
fn a_handler_in_person_needs_no_authorisation_and_is_the_legal_representative() {
    let mut context = context();
    context
        .papers
        .retain(|paper| paper.kind != PaperKind::Authorisation);
    let mut form = sample();
    form.handler_is_legal_representative = true;
    assert_eq!(
        found(&form, &context),
        ["handler.name HandlerNotLegalRepresentative Wrong"]
    );
    form.handler = form.legal_representative.clone();
    assert_eq!(found(&form, &context), [""; 0]);
    form.handler = Default::default();
    assert_eq!(found(&form, &context), [""; 0], "blank says the same");
    form.legal_representative.mobile.clear();
    assert_eq!(
        found(&form, &context),
        ["legal_representative.mobile HandlerMobileMissing Missing"]
    );
}

#[test]
fn two_persons_with_one_number_are_told() {
    let findings = spoilt(|form| form.handler = form.legal_representative.clone());
    assert_eq!(
        findings,
        ["handler.id_number HandlerIsLegalRepresentative Warning"]
    );
}

#[test]
fn names_have_no_digits() {
    let findings = spoilt(|form| form.handler.name = "李4玥".to_owned());
    assert_eq!(findings, ["handler.name PersonNameDigits Wrong"]);
    assert_eq!(
        spoilt(|form| form.handler.name = "买买提·〇例".to_owned()),
        [""; 0]
    );
}

#[test]
fn telephones_of_persons_are_read_in_their_own_fields() {
    let findings = spoilt(|form| form.handler.mobile = "029-88880400".to_owned());
    assert_eq!(findings, ["handler.mobile MobileFirstDigit Wrong"]);
    let findings = spoilt(|form| form.handler.office_phone = "88880400".to_owned());
    assert_eq!(findings, ["handler.office_phone LandlineNoAreaCode Wrong"]);
    assert_eq!(spoilt(|form| form.handler.office_phone.clear()), [""; 0]);
}
