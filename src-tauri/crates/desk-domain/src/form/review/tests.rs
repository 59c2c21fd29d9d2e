//! The review by the clauses of the agreement. Every test starts from a form
//! that nothing is wrong with and spoils one thing.

mod bound;
mod clauses;
mod number;
mod people;
mod tariff;

use super::*;
use crate::demand;
use crate::form::{BoundNumber, Business, Form, LaterPart, Owner};
use crate::paper::PaperKind;
use crate::stock::CarrierTable;

/// An order complete for 新装.
pub(crate) fn sample() -> Form {
    serde_json::from_str(include_str!("sample.json")).unwrap()
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn paper(kind: PaperKind) -> AttachedPaper {
    let sealed = matches!(
        kind,
        PaperKind::Licence | PaperKind::Authorisation | PaperKind::LetterOfCommitment
    );
    AttachedPaper {
        kind,
        sealed,
        verification: Verification::Verified,
    }
}

/// All papers there, the number held by this order.
pub(super) fn context() -> ReviewContext {
    let kinds = [
        PaperKind::Licence,
        PaperKind::IdPortrait,
        PaperKind::IdEmblem,
        PaperKind::Authorisation,
        PaperKind::LetterOfCommitment,
        PaperKind::BoundNumberProof,
    ];
    ReviewContext {
        today: day("2026-11-22"),
        papers: kinds.into_iter().map(paper).collect(),
        number_state: Some(NumberState::Reserved),
        number_held_by_this_order: true,
        renewal_floor: None,
        before: None,
        cited: None,
        demand: demand::shipped(),
        carriers: CarrierTable::default(),
    }
}

/// The sample as another business about a number in use.
pub(super) fn later(business: Business) -> (Form, ReviewContext) {
    let form = Form {
        business,
        cites: "QF-2026-000001".to_owned(),
        later: LaterPart {
            day: "2026-12-01".to_owned(),
            ..LaterPart::default()
        },
        ..sample()
    };
    (
        form,
        ReviewContext {
            number_state: Some(NumberState::InUse),
            ..context()
        },
    )
}

/// Findings as `field code gravity`, for reading.
pub(super) fn found(form: &Form, context: &ReviewContext) -> Vec<String> {
    let told = |f: &Finding| format!("{} {} {:?}", f.field, f.code, f.gravity);
    review(form, context).findings.iter().map(told).collect()
}

/// Spoils the sample and says what the review finds.
pub(super) fn spoilt(spoil: impl FnOnce(&mut Form)) -> Vec<String> {
    let mut form = sample();
    spoil(&mut form);
    found(&form, &context())
}

#[test]
fn nothing_is_found_wrong_with_a_complete_form() {
    assert_eq!(found(&sample(), &context()), [""; 0]);
    assert!(review(&sample(), &context()).allows_printing(false));
}

#[test]
fn nothing_is_found_wrong_with_the_sample_that_ships() {
    let json = include_str!("../../../../../../assets/samples/ORDER.json");
    let form: Form = serde_json::from_str(json).unwrap();
    assert_eq!(found(&form, &context()), [""; 0]);
}

#[test]
fn capitals_stand_beside_every_amount_that_can_be_read() {
    let mut form = sample();
    form.tariff.minimum = "四十".to_owned();
    let capitals = review(&form, &context()).capitals;
    assert_eq!(capitals["tariff.contract_amount"], "人民币壹仟贰佰元整");
    assert!(capitals.contains_key("tariff.first_payment"));
    assert!(!capitals.contains_key("tariff.minimum"));
}

#[test]
fn findings_stand_in_the_order_of_the_form() {
    let review = review(&Form::default(), &context());
    let sections: Vec<&str> = review
        .findings
        .iter()
        .filter_map(|f| f.field.split('.').next())
        .collect();
    let mut order = sections.clone();
    order.dedup();
    assert_eq!(
        order,
        [
            "company",
            "legal_representative",
            "handler",
            "number",
            "tariff",
            "bound",
            "confirmations"
        ]
    );
}

#[test]
fn a_field_that_is_wrong_is_told_once() {
    let findings = spoilt(|form| form.company.code = "9".repeat(10_000));
    assert_eq!(findings, ["company.code TextTooLong Wrong"]);
}

#[test]
fn ten_thousand_characters_are_refused_in_every_text_with_the_fields_name() {
    every_text_refuses(&"长".repeat(10_000), "TextTooLong");
}

#[test]
fn control_characters_are_refused_in_every_text_with_the_fields_name() {
    every_text_refuses("a\u{0}b", "TextControlCharacter");
    every_text_refuses("a\u{1b}[2Jb", "TextControlCharacter");
}

/// Puts the text into each string of the form in turn, by way of its JSON, so
/// that no field can be forgotten here.
fn every_text_refuses(text: &str, code: &str) {
    let whole = serde_json::to_value(sample()).unwrap();
    let mut paths = Vec::new();
    collect(&whole, "", &mut paths);
    assert!(paths.len() > 50, "{}", paths.len());
    for path in paths {
        let mut spoilt = whole.clone();
        *spoilt.pointer_mut(&path).unwrap() = text.into();
        // Words with a fixed choice do not take another text at all.
        let Ok(form) = serde_json::from_value::<Form>(spoilt) else {
            continue;
        };
        let field = path.trim_start_matches('/').replace('/', ".");
        let review = review(&form, &context());
        let told = review.findings.iter().filter(|f| f.field == field);
        let codes: Vec<&str> = told.map(|f| f.code.as_str()).collect();
        let expected = if field.contains("windows") {
            "WindowTime"
        } else {
            code
        };
        assert_eq!(codes.last(), Some(&expected), "{field}");
        assert!(!review.allows_printing(true), "{field}");
    }
}

fn collect(value: &serde_json::Value, path: &str, paths: &mut Vec<String>) {
    match value {
        serde_json::Value::String(_) => paths.push(path.to_owned()),
        serde_json::Value::Object(map) => {
            map.iter()
                .for_each(|(key, value)| collect(value, &format!("{path}/{key}"), paths));
        }
        serde_json::Value::Array(list) => {
            let each = list.iter().enumerate();
            each.for_each(|(i, value)| collect(value, &format!("{path}/{i}"), paths));
        }
        _ => {}
    }
}

#[test]
fn no_finding_carries_a_whole_number_of_a_person() {
    let mut form = sample();
    form.handler.id_number = "440000197902077475".to_owned();
    form.handler.mobile = "1380013800".to_owned();
    form.bound[1].number = "013800138000138".to_owned();
    let json = serde_json::to_string(&review(&form, &context()).findings).unwrap();
    for number in ["44000019790207", "138001380"] {
        assert!(!json.contains(number), "{json}");
    }
}

#[test]
fn a_manager_lets_waivable_findings_through_and_nothing_else() {
    let mut lacking = context();
    lacking
        .papers
        .retain(|paper| paper.kind != PaperKind::Licence);
    let review = review(&sample(), &lacking);
    assert!(!review.allows_printing(false));
    assert!(review.allows_printing(true));
}

/// A bound number of somebody else, with its proof.
pub(super) fn employee(number: &str) -> BoundNumber {
    BoundNumber {
        number: number.to_owned(),
        owner: Owner::Employee,
        proof: "话费单".to_owned(),
        proof_date: "2026-11-01".to_owned(),
        ..BoundNumber::default()
    }
}
