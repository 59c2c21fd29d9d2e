//! 绑定号码: each once, whose it is, and when it rings.

use super::*;
use crate::form::{Feature, Strategy, TimeWindow};

fn row(change: impl FnOnce(&mut BoundNumber)) -> Vec<String> {
    spoilt(|form| change(&mut form.bound[1]))
}

#[test]
fn a_number_is_bound_once_however_it_is_written() {
    let mut form = sample();
    form.bound.push(employee("+86 138-0013-8000"));
    let review = review(&form, &context());
    assert_eq!(review.findings[0].field, "bound.2.number");
    assert_eq!(review.findings[0].code, "BoundDuplicate");
    assert_eq!(review.findings[0].details["first"], "2");
}

#[test]
fn fifty_numbers_are_bound_at_most() {
    let many = |count: usize| {
        spoilt(|form| {
            form.bound = (0..count)
                .map(|i| employee(&format!("138001380{i:02}")))
                .collect();
        })
    };
    assert_eq!(many(50), [""; 0]);
    assert_eq!(many(51), ["bound BoundTooMany Wrong"]);
}

#[test]
fn only_telephones_are_bound() {
    let findings = row(|bound| bound.number = "4001234567".to_owned());
    assert_eq!(findings, ["bound.1.number LandlineIsServiceNumber Wrong"]);
    let findings = row(|bound| bound.number.clear());
    assert_eq!(findings, ["bound.1.number BoundNumberMissing Missing"]);
}

#[test]
fn a_number_of_somebody_else_wants_a_proof_of_these_months() {
    let findings = row(|bound| bound.proof.clear());
    assert_eq!(findings, ["bound.1.proof BoundProofMissing Warning"]);
    let findings = row(|bound| bound.proof_date.clear());
    assert_eq!(
        findings,
        ["bound.1.proof_date BoundProofDateMissing Warning"]
    );
    let findings = row(|bound| bound.proof_date = "2026-08-21".to_owned());
    assert_eq!(findings, ["bound.1.proof_date BoundProofOld Warning"]);
    let findings = row(|bound| bound.proof_date = "2026-11-23".to_owned());
    assert_eq!(findings, ["bound.1.proof_date BoundProofInFuture Wrong"]);
}

#[test]
fn concurrent_calls_are_a_small_whole_number() {
    for typed in ["0", "1000", "-1", "+4", "四", "4.5"] {
        let findings = row(|bound| bound.concurrent = typed.to_owned());
        assert_eq!(
            findings,
            ["bound.1.concurrent BoundConcurrent Wrong"],
            "{typed}"
        );
    }
    assert_eq!(row(|bound| bound.concurrent = "999".to_owned()), [""; 0]);
}

#[test]
fn by_area_every_number_has_an_area() {
    let findings = spoilt(|form| {
        form.strategy = Strategy::ByArea;
        form.bound[0].area = "陕西".to_owned();
    });
    assert_eq!(findings, ["bound.1.area BoundAreaMissing Missing"]);
}

fn window(weekdays: &[u8], from: &str, until: &str) -> TimeWindow {
    TimeWindow {
        weekdays: weekdays.to_vec(),
        from: from.to_owned(),
        until: until.to_owned(),
    }
}

fn by_time(windows: Vec<TimeWindow>) -> Vec<String> {
    spoilt(|form| {
        form.strategy = Strategy::ByTime;
        form.bound[0].windows = windows;
    })
}

#[test]
fn windows_of_one_number_do_not_overlap() {
    let morning = || window(&[1, 2, 3, 4, 5], "08:00", "12:00");
    assert_eq!(
        by_time(vec![morning(), window(&[], "12:00", "24:00")]),
        [""; 0]
    );
    assert_eq!(
        by_time(vec![morning(), window(&[6, 7], "09:00", "11:00")]),
        [""; 0]
    );
    let findings = by_time(vec![morning(), window(&[5, 6], "11:59", "13:00")]);
    assert_eq!(findings, ["bound.0.windows.1.from WindowsOverlap Wrong"]);
}

#[test]
fn windows_run_forward_within_one_day_of_the_week() {
    let findings = by_time(vec![window(&[], "22:00", "06:00")]);
    assert_eq!(findings, ["bound.0.windows.0.until WindowOrder Wrong"]);
    let findings = by_time(vec![window(&[], "8点", "12:00")]);
    assert_eq!(findings, ["bound.0.windows.0.from WindowTime Wrong"]);
    for weekdays in [&[0][..], &[8], &[1, 1]] {
        let findings = by_time(vec![window(weekdays, "08:00", "12:00")]);
        assert_eq!(findings, ["bound.0.windows.0.weekdays WindowWeekday Wrong"]);
    }
}

#[test]
fn windows_belong_to_ringing_by_time() {
    assert_eq!(by_time(vec![]), ["strategy WindowsMissing Warning"]);
    let findings = spoilt(|form| form.bound[0].windows = vec![window(&[], "08:00", "12:00")]);
    assert_eq!(findings, ["bound.0.windows WindowsUnused Warning"]);
}

#[test]
fn a_block_list_and_an_allow_list_contradict_each_other() {
    let findings = spoilt(|form| form.features = vec![Feature::BlockList, Feature::AllowList]);
    assert_eq!(findings, ["features ListsContradict Warning"]);
}
