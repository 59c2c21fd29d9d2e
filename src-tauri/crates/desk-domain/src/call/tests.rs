//! The same call in two files, and what its numbers tell.

use super::*;
use proptest::prelude::*;

fn call(caller: &str, delivered_to: Option<&str>) -> CallRecord {
    CallRecord {
        number: Number400::parse("4001234567").unwrap(),
        caller: caller.to_owned(),
        delivered_to: delivered_to.map(str::to_owned),
        started: "2026-03-12T09:00:00".parse().unwrap(),
        seconds: 61,
        answered: true,
        caller_class: None,
        leg: None,
        carrier_charge: None,
        caller_place: None,
    }
}

#[test]
fn a_call_exported_again_in_another_dress_is_the_same_call() {
    let first = call("13800138000", Some("0371-65650000"));
    let mut again = call("+86 138-0013-8000", Some("037165650000"));
    again.seconds = 62;
    again.carrier_charge = Some(Charge::ZERO);
    again.leg = Some(Leg::Landline);
    assert_eq!(first.identity(), again.identity());
    let other_line = call("13800138000", Some("037165650001"));
    assert_ne!(first.identity(), other_line.identity(), "passed on");
    let mut later = first.clone();
    later.started += TimeDelta::seconds(1);
    assert_ne!(first.identity(), later.identity(), "one second later");
}

#[test]
fn the_leg_follows_from_the_telephone_rung() {
    for (raw, leg) in [
        ("13800138000", Some(Leg::Mobile)),
        ("+86 138 0013 8000", Some(Leg::Mobile)),
        ("013800138000", Some(Leg::Mobile)),
        ("8613800138000", Some(Leg::Mobile)),
        ("010-65650000", Some(Leg::Landline)),
        ("（0371）65650000-801", Some(Leg::Landline)),
        ("+86 371 65650000", Some(Leg::Landline)),
        ("65650000", Some(Leg::Landline)),
        ("0085223456789", Some(Leg::International)),
        ("+1 212 555 0100", Some(Leg::International)),
        ("坐席1001", None),
        ("1001", None),
        ("****", None),
        ("", None),
    ] {
        assert_eq!(leg_of(raw), leg, "{raw}");
    }
}

#[test]
fn the_class_follows_from_two_area_codes_or_a_caller_abroad() {
    let class = |caller, delivered| class_of(caller, delivered);
    assert_eq!(
        class("037165650001", "0371-65650000"),
        Some(CallerClass::Local)
    );
    assert_eq!(
        class("02165650001", "0371-65650000"),
        Some(CallerClass::LongDistance)
    );
    assert_eq!(
        class("0085223456789", "13800138000"),
        Some(CallerClass::LongDistance)
    );
    assert_eq!(class("13800138000", "037165650000"), None, "a mobile");
    assert_eq!(class("", "037165650000"), None, "hidden");
}

#[test]
fn what_the_file_says_comes_first_and_in_doubt_the_milder_holds() {
    let mut told = call("02165650001", Some("13800138000"));
    assert_eq!(told.settled_leg(), (Leg::Mobile, Basis::Numbers));
    told.leg = Some(Leg::Landline);
    told.caller_class = Some(CallerClass::Local);
    assert_eq!(told.settled_leg(), (Leg::Landline, Basis::File));
    assert_eq!(told.settled_class(), (CallerClass::Local, Basis::File));
    let bare = call("", None);
    assert_eq!(bare.settled_leg(), (Leg::Landline, Basis::Assumed));
    assert_eq!(bare.settled_class(), (CallerClass::Local, Basis::Assumed));
}

#[test]
fn clause_4_1_6_a_record_is_produced_when_the_call_ends() {
    let mut late = call("13800138000", None);
    late.started = "2026-11-29T23:59:30".parse().unwrap();
    assert_eq!(late.ended().to_string(), "2026-11-30 00:00:31");
    assert_eq!(late.last_day_to_dispute().to_string(), "2027-02-28");
}

#[test]
fn the_numbers_of_people_are_masked_in_debug() {
    let shown = format!("{:?}", call("13800138000", Some("13900139000")));
    assert!(!shown.contains("13800138000") && !shown.contains("13900139000"));
    let identity = format!("{:?}", call("13800138000", None).identity());
    assert_eq!(identity, r#"CallIdentity("4001234567")"#);
}

proptest! {
    #[test]
    fn one_telephone_has_one_form(digits in "1[3-9][0-9]{9}|0371[2-9][0-9]{7}|021[2-9][0-9]{7}") {
        let abroad = digits.strip_prefix('0').unwrap_or(&digits);
        for dressed in [
            digits.clone(),
            format!(" +86 {abroad}\t"),
            format!("0086{abroad}"),
            format!("{}-{}", &digits[..4], &digits[4..]),
        ] {
            let form = canonical(&dressed);
            prop_assert_eq!(form.as_ref(), digits.as_str());
        }
    }

    #[test]
    fn no_text_makes_it_panic_and_the_form_is_its_own_form(raw in "\\PC{0,30}|[-+0-9 ()]{0,30}") {
        let form = canonical(&raw).into_owned();
        let again = canonical(&form);
        prop_assert_eq!(again.as_ref(), form.as_str());
        let _ = (leg_of(&raw), class_of(&raw, &raw));
    }
}
