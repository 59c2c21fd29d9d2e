//! 协议第一、四（二）7、八（二）条: the number, who holds it, and what is done with it.

use super::*;
use crate::stock::Carrier;

#[test]
fn clause_4_2_7_a_number_that_somebody_else_holds_is_refused() {
    let states = [
        (NumberState::Reserved, "预占"),
        (NumberState::InUse, "在用"),
        (NumberState::Suspended, "停机"),
        (NumberState::Closed, "已销户"),
        (NumberState::Returned, "已退回"),
    ];
    for (state, told) in states {
        let context = ReviewContext {
            number_state: Some(state),
            number_held_by_this_order: false,
            ..context()
        };
        let review = review(&sample(), &context);
        assert_eq!(review.findings[0].code, "NumberTaken");
        assert_eq!(review.findings[0].details["state"], told);
        assert!(!review.allows_printing(true));
    }
    let free = ReviewContext {
        number_state: Some(NumberState::Free),
        ..context()
    };
    assert_eq!(found(&sample(), &free), [""; 0]);
}

#[test]
fn clause_4_2_7_a_new_number_comes_from_stock() {
    let unknown = ReviewContext {
        number_state: None,
        ..context()
    };
    assert_eq!(
        found(&sample(), &unknown),
        ["number.number NumberOutOfStock Wrong"]
    );
    let (form, context) = later(Business::Change);
    let older = ReviewContext {
        number_state: None,
        ..context
    };
    assert_eq!(
        found(&form, &older),
        ["number.number NumberOutOfStock Waivable"]
    );
}

#[test]
fn clause_1_the_carrier_is_derived_and_corrected_by_hand() {
    let findings = spoilt(|form| form.number.number = "400-512-3456".to_owned());
    assert_eq!(
        findings,
        [
            "number.number Number400Carrier Warning",
            "number.carrier CarrierMissing Missing"
        ]
    );
    let findings = spoilt(|form| {
        form.number.number = "4005123456".to_owned();
        form.number.carrier = Some(Carrier::Mobile);
    });
    assert_eq!(findings, [""; 0]);
    let findings = spoilt(|form| form.number.carrier = Some(Carrier::Telecom));
    assert_eq!(findings, ["number.carrier CarrierAgainstPrefix Warning"]);
}

#[test]
fn clause_8_2_whatever_is_not_new_cites_an_agreement() {
    let (mut form, context) = later(Business::Change);
    assert_eq!(found(&form, &context), [""; 0]);
    form.cites.clear();
    assert_eq!(found(&form, &context), ["cites CitesMissing Missing"]);
    form.cites = "旧 2019-17".to_owned();
    assert_eq!(found(&form, &context), ["cites CitesUnusual Warning"]);
    let findings = spoilt(|form| form.cites = "QF-2026-000001".to_owned());
    assert_eq!(findings, ["cites CitesOnNew Wrong"]);
}

#[test]
fn clause_8_2_only_a_number_in_use_is_changed_suspended_or_closed() {
    let (form, context) = later(Business::Suspension);
    let suspended = ReviewContext {
        number_state: Some(NumberState::Suspended),
        ..context.clone()
    };
    assert_eq!(found(&form, &context), [""; 0]);
    assert_eq!(
        found(&form, &suspended),
        ["number.number NumberSuspendedAlready Wrong"]
    );
    let (form, context) = later(Business::Resumption);
    assert_eq!(
        found(&form, &context),
        ["number.number NumberNotSuspended Wrong"]
    );
    assert_eq!(found(&form, &suspended), [""; 0]);
    let (form, context) = later(Business::Closing);
    let free = ReviewContext {
        number_state: Some(NumberState::Free),
        ..context.clone()
    };
    assert_eq!(found(&form, &free), ["number.number NumberNotInUse Wrong"]);
    let other = ReviewContext {
        number_held_by_this_order: false,
        ..context
    };
    assert_eq!(
        found(&form, &other),
        ["number.number NumberOfOtherAgreement Waivable"]
    );
}

#[test]
fn suspending_closing_and_supplements_ask_only_who_and_which_number() {
    for business in [
        Business::Suspension,
        Business::Resumption,
        Business::Closing,
        Business::Supplement,
    ] {
        let whole = sample();
        let state = if business == Business::Resumption {
            NumberState::Suspended
        } else {
            NumberState::InUse
        };
        let mut form = Form {
            business,
            cites: "QF-2026-000001".to_owned(),
            legal_representative: whole.legal_representative,
            handler: whole.handler,
            ..Form::default()
        };
        form.company.name = whole.company.name;
        form.company.code = whole.company.code;
        form.number.number = whole.number.number;
        form.confirmations.declares_true = true;
        if business == Business::Supplement {
            form.later.clauses = "甲方每月五日前送达对账单。".to_owned();
        } else {
            form.later.day = "2026-12-01".to_owned();
        }
        let context = ReviewContext {
            number_state: Some(state),
            ..context()
        };
        assert_eq!(found(&form, &context), [""; 0], "{business:?}");
    }
}
