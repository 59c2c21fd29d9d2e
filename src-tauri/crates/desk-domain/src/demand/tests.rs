//! How rules add up, and what the shipped file must demand whatever else it says.

use super::*;
use crate::paper::PaperKind::{
    Authorisation, BoundNumberProof, IdEmblem, IdPortrait, LetterOfCommitment, Licence,
};

/// The file that ships.
pub(crate) fn shipped() -> Demand {
    let json = include_str!("../../../../../assets/papers-demanded.json");
    serde_json::from_str::<Demand>(json)
        .unwrap()
        .checked()
        .unwrap()
}

fn case(business: Business) -> DemandCase {
    DemandCase {
        business,
        carrier: None,
        province: None,
        given: Vec::new(),
    }
}

fn required(demand: &Demand, case: &DemandCase) -> Vec<(PaperKind, bool)> {
    let papers = demand.papers(case);
    papers
        .iter()
        .filter(|p| p.need == Need::Required)
        .map(|p| (p.kind, p.seal))
        .collect()
}

#[test]
fn clause_2_enrolment_and_change_need_sealed_licence_and_both_sides_of_the_id() {
    for business in [Business::New, Business::Change, Business::Transfer] {
        for carrier in [
            None,
            Some(Carrier::Unicom),
            Some(Carrier::Mobile),
            Some(Carrier::Telecom),
        ] {
            let papers = required(
                &shipped(),
                &DemandCase {
                    carrier,
                    ..case(business)
                },
            );
            for wanted in [(Licence, true), (IdPortrait, false), (IdEmblem, false)] {
                assert!(
                    papers.contains(&wanted),
                    "{business:?} {carrier:?} {wanted:?}"
                );
            }
        }
    }
}

#[test]
fn a_handler_who_is_not_the_legal_representative_needs_an_authorisation() {
    let mut case = case(Business::New);
    assert!(
        !required(&shipped(), &case)
            .iter()
            .any(|(kind, _)| *kind == Authorisation)
    );
    case.given.push(Circumstance::HandlerDiffers);
    assert!(required(&shipped(), &case).contains(&(Authorisation, true)));
}

#[test]
fn papers_that_only_some_carriers_ask_for_are_advised_and_do_not_block() {
    let mut case = case(Business::New);
    case.given.push(Circumstance::BoundNumberOfOthers);
    let papers = shipped().papers(&case);
    for kind in [LetterOfCommitment, BoundNumberProof] {
        let paper = papers.iter().find(|paper| paper.kind == kind).unwrap();
        assert_eq!(paper.need, Need::Advised);
    }
}

fn rule(json: &str) -> DemandRule {
    serde_json::from_str(json).unwrap()
}

#[test]
fn rules_add_up_and_the_stricter_word_wins() {
    let demand = Demand {
        schema: 1,
        about: String::new(),
        rules: vec![
            rule(r#"{"basis":"a","papers":[{"kind":"licence","need":"advised"}]}"#),
            rule(
                r#"{"basis":"b","carriers":["telecom"],"provinces":["41"],
                    "papers":[{"kind":"licence","seal":true,"need":"required"}]}"#,
            ),
        ],
    };
    let licence = |case: &DemandCase| demand.papers(case)[0];
    assert_eq!(licence(&case(Business::New)).need, Need::Advised);
    let here = DemandCase {
        carrier: Some(Carrier::Telecom),
        province: Some("41".to_owned()),
        ..case(Business::New)
    };
    assert_eq!(
        (licence(&here).need, licence(&here).seal),
        (Need::Required, true)
    );
    let elsewhere = DemandCase {
        province: Some("44".to_owned()),
        ..here
    };
    assert_eq!(licence(&elsewhere).need, Need::Advised);
}

#[test]
fn a_file_not_understood_whole_is_refused() {
    let newer = Demand {
        schema: 2,
        ..shipped()
    };
    assert_eq!(
        newer.checked(),
        Err(DemandError::Schema {
            found: 2,
            expected: 1
        })
    );
    let mut odd = shipped();
    odd.rules[1].provinces = vec!["99".to_owned()];
    assert_eq!(odd.checked(), Err(DemandError::Rule { rule: 2 }));
    let unknown = r#"{"basis":"a","carrier":["telecom"],"papers":[]}"#;
    assert!(serde_json::from_str::<DemandRule>(unknown).is_err());
}

#[test]
fn a_form_tells_its_case_as_far_as_it_can_be_read() {
    let mut form = Form::default();
    let carriers = CarrierTable::default();
    assert_eq!(DemandCase::of(&form, &carriers).carrier, None);
    form.number.number = "400-812-3456".to_owned();
    form.company.code = "91350100M000100Y43".to_owned();
    form.handler_is_legal_representative = true;
    let case = DemandCase::of(&form, &carriers);
    assert_eq!(
        (case.carrier, case.province.as_deref()),
        (Some(Carrier::Telecom), Some("35"))
    );
    assert_eq!(case.given, []);
    form.number.carrier = Some(Carrier::Unicom);
    assert_eq!(
        DemandCase::of(&form, &carriers).carrier,
        Some(Carrier::Unicom)
    );
}
