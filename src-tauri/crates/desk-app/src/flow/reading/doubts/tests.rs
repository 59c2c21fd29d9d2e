//! Papers held against the order they belong to.

#![allow(clippy::unwrap_used, reason = "a test asserts by unwrapping")]

use super::*;
use desk_domain::form::PersonPart;
use desk_intake::reading::{
    DocumentKind, DocumentReading, FieldName, FieldReading, PrintedDate, Witness,
};

const COMPANY: &str = "福州蓝石网络科技有限公司";

fn paper(kind: DocumentKind, fields: &[(FieldName, &str)]) -> DocumentReading {
    let field = |text: &str| FieldReading {
        text: text.to_owned(),
        date: text.parse().ok().map(PrintedDate::Day),
        confidence: 0.99,
        witnesses: vec![Witness::Ocr],
        corners: [[0, 0]; 4],
        verify: false,
        doubts: Vec::new(),
    };
    DocumentReading {
        kind,
        corners: [[0, 0]; 4],
        rotation: 0,
        fields: fields
            .iter()
            .map(|(name, text)| (*name, field(text)))
            .collect(),
    }
}

fn licence(term: &str) -> DocumentReading {
    paper(
        DocumentKind::Licence,
        &[
            (FieldName::Name, COMPANY),
            (FieldName::LegalRepresentative, "林晓舟"),
            (FieldName::Term, term),
            (FieldName::Scope, "软件开发；餐饮管理。"),
        ],
    )
}

fn card(name: &str) -> DocumentReading {
    paper(DocumentKind::IdPortrait, &[(FieldName::Name, name)])
}

fn emblem(until: &str) -> DocumentReading {
    paper(DocumentKind::IdEmblem, &[(FieldName::ValidTo, until)])
}

/// An order in which 林晓舟 authorises 陈一鸣 for a year's contract.
fn form() -> Form {
    let person = |name: &str| PersonPart {
        name: name.to_owned(),
        ..PersonPart::default()
    };
    let mut form = Form {
        legal_representative: person("林晓舟"),
        handler: person("陈一鸣"),
        ..Form::default()
    };
    COMPANY.clone_into(&mut form.company.name);
    "餐饮订座".clone_into(&mut form.number.purpose);
    "2027-11-30".clone_into(&mut form.tariff.end);
    form
}

fn told(papers: Vec<DocumentReading>, form: &Form, letter: bool, said: &[&str]) -> Vec<String> {
    let questions = Questions {
        papers: Vec::new(),
        proposals: Vec::new(),
        seen: Vec::new(),
        documents: papers,
    };
    let attached = [PaperKind::Authorisation];
    let attached = if letter { &attached[..] } else { &[] };
    let said: Vec<Finding> = said
        .iter()
        .map(|code| Finding {
            field: String::new(),
            code: (*code).to_owned(),
            details: std::collections::BTreeMap::new(),
            gravity: Gravity::Warning,
        })
        .collect();
    let today = "2026-11-22".parse().unwrap();
    let found = questions.doubts(form, attached, &said, today);
    assert!(found.iter().all(|hint| hint.gravity == Gravity::Warning));
    found
        .into_iter()
        .map(|hint| format!("{} {}", hint.field, hint.code))
        .collect()
}

#[test]
fn papers_that_fit_their_order_raise_no_doubt() {
    let papers = vec![licence("2040-01-01"), card("陈一鸣"), emblem("2037-09-21")];
    assert_eq!(told(papers, &form(), true, &[]), [""; 0]);
}

#[test]
fn who_authorises_stands_on_the_licence_and_who_comes_on_a_card() {
    let mut other = form();
    "王另外".clone_into(&mut other.legal_representative.name);
    let papers = vec![licence("2040-01-01"), card("赵某某")];
    assert_eq!(
        told(papers, &other, true, &[]),
        [
            "papers.authorisation AuthorisationByAnother",
            "papers.authorisation AuthorisedIsAnother",
        ]
    );
}

#[test]
fn a_card_of_another_than_the_representative_without_a_letter_is_told() {
    let papers = vec![licence("2040-01-01"), card("陈一鸣")];
    assert_eq!(
        told(papers, &form(), false, &[]),
        ["papers RepresentativeIsAnother"]
    );
}

#[test]
fn the_purpose_is_held_against_the_scope_as_printed_on_the_licence() {
    let mut form = form();
    "口腔门诊挂号".clone_into(&mut form.number.purpose);
    let papers = || vec![licence("2040-01-01")];
    assert_eq!(
        told(papers(), &form, true, &[]),
        ["number.purpose PurposeBeyondScope"]
    );
    let said = ["PurposeOutsideScope"];
    assert_eq!(told(papers(), &form, true, &said), [""; 0], "said already");
}

#[test]
fn licence_and_card_that_end_before_the_contract_are_told() {
    let papers = || vec![licence("2027-05-01"), emblem("2027-06-01")];
    assert_eq!(
        told(papers(), &form(), true, &[]),
        [
            "papers.licence LicenceExpiresWithinContract",
            "papers.id_emblem CardExpiresWithinContract",
        ]
    );
    let said = ["LicenceEndsInTerm", "IdEndsInTerm"];
    assert_eq!(told(papers(), &form(), true, &said), [""; 0]);
}
