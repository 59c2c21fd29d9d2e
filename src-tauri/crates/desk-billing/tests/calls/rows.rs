//! What is set aside, what is summed, and what a person can mend.

use super::{Outcome, outcome, proposal, taken};
use desk_billing::calls::{CallsError, Layout, Reason, Row, TotalKind, mend};
use desk_domain::Refusal;
use desk_domain::tariff::{CallerClass, Leg};

const HEADS: &str =
    "400号码,来电号码,开始时间,结束时间,通话时长(秒),费用(元),接听号码,接通状态,话单类型";

fn read(rows: &[&str]) -> (Layout, Outcome) {
    let text = format!("{HEADS}\n{}\n", rows.join("\n"));
    let layout = proposal(text.as_bytes()).unwrap().layout;
    let found = outcome(text.as_bytes(), &layout).unwrap();
    (layout, found)
}

/// The code a row is set aside with.
fn aside(row: &str) -> Option<&'static str> {
    let good = "4000000001,13800001234,2026-03-01 09:00:00,2026-03-01 09:01:35,95,0.24,037155550001,已接通,";
    let (_, found) = read(&[good, row, good]);
    assert_eq!(found.summary.rows, 3, "{row}");
    assert!(found.calls().len() >= 2, "the others are read");
    let reasons = found.quarantined();
    assert!(reasons.iter().all(|(at, _)| *at == 3), "the row is named");
    reasons.first().map(|(_, reason)| reason.code())
}

#[test]
fn damaged_rows_are_set_aside_with_their_reason() {
    let told = [
        (
            "1.38E+10,13800001234,2026-03-01 09:00:00,,95,,,,",
            "CallDigitsLost",
        ),
        (
            "4000000001,1.38E+10,2026-03-01 09:00:00,,95,,,,",
            "CallDigitsLost",
        ),
        (
            "4000000001,1380000123,2026-03-01 09:00:00,,95,,,,",
            "CallMissingDigits",
        ),
        (
            "400000001,13800001234,2026-03-01 09:00:00,,95,,,,",
            "CallMissingDigits",
        ),
        (
            ",13800001234,2026-03-01 09:00:00,,95,,,,",
            "CallNumberMissing",
        ),
        (
            "4000000001,张三,2026-03-01 09:00:00,,95,,,,",
            "CallBadNumber",
        ),
        (
            "8000000001,13800001234,2026-03-01 09:00:00,,95,,,,",
            "CallNotA400",
        ),
        (
            "4009999999,13800001234,2026-03-01 09:00:00,,95,,,,",
            "CallUnknownNumber",
        ),
        (
            "4000000001,13800001234,,2026-03-01 09:01:35,95,,,,",
            "CallTimeMissing",
        ),
        (
            "4000000001,13800001234,2026-02-30 09:00:00,,95,,,,",
            "CallBadTime",
        ),
        (
            "4000000001,13800001234,01/03/2026 09:00,,95,,,,",
            "CallBadTime",
        ),
        (
            "4000000001,13800001234,2026-03-01 09:00:00,,,,,,",
            "CallDurationMissing",
        ),
        (
            "4000000001,13800001234,2026-03-01 09:00:00,,九十五,,,,",
            "CallBadDuration",
        ),
        (
            "4000000001,13800001234,2026-03-01 09:00:00,,-95,,,,",
            "CallBadDuration",
        ),
        (
            "4000000001,13800001234,2026-03-01 09:00:00,,86401,,,,",
            "CallDurationTooLong",
        ),
        (
            "4000000001,13800001234,2026-03-01 09:00:00,2026-03-01 08:59:00,95,,,,",
            "CallEndBeforeStart",
        ),
        (
            "4000000001,13800001234,2026-03-01 09:00:00,2026-03-01 09:01:35,950,,,,",
            "CallDurationContradicts",
        ),
        (
            "4000000001,13800001234,2026-03-01 09:00:00,2026-03-01 10:01:35,95,,,,",
            "CallDurationContradicts",
        ),
        (
            "4000000001,13800001234,2026-03-01 09:00:00,,95,,,未接通,",
            "CallUnansweredWithDuration",
        ),
        (
            "4000000001,13800001234,2026-03-01 09:00:00,,95,#REF!,,,",
            "CallBadFee",
        ),
        ("4000000001,13800001234", "CallTooFewCells"),
        (
            "4000000001,13800001234,2026-03-01 09:00:00,,95,,河南,郑州,,x",
            "CallTooManyCells",
        ),
        (
            "\"4000000001,13800001234,2026-03-01 09:00:00,,95",
            "CallUnclosedQuote",
        ),
    ];
    for (row, code) in told {
        assert_eq!(aside(row), Some(code), "{row}");
    }
}

#[test]
fn what_is_only_unusual_is_read() {
    for row in [
        "4000000001,匿名,2026-03-01 09:00:00,,95,,,,",
        "4000000001,,2026-03-01 09:00:00,,95,,,,",
        "4000000001,138****1234,2026-03-01 09:00:00,,95,,,,",
        "4000000001,13800001234,2026-03-01 09:00:00,2026-03-01 09:01:55,95,,,,",
        "4000000001,13800001234,2026-03-01 09:00:00,2026-03-01 09:00:30,0,,,未接通,",
        "4000000001,13800001234,2026-03-01 23:59:30,00:01:05,95,,,,",
        "4000000001,13800001234,2026-03-01 09:00:00,,95,,坐席801,,\t",
        "4000000001,13800001234,2026-03-01 09:00:00,,95,,801,,",
    ] {
        assert_eq!(aside(row), None, "{row}");
    }
}

#[test]
fn reasons_name_the_column_and_never_what_stands_in_it() {
    let (_, found) = read(&["4000000001,138000012,2026-03-01 09:00:00,,95,,,,"]);
    let (_, reason) = &found.quarantined()[0];
    assert_eq!(reason.details(), [("column", "来电号码".to_owned())]);
    assert!(!format!("{reason:?} {reason}").contains("138000012"));
}

#[test]
fn a_row_keeps_its_text_and_can_be_mended() {
    let row = "4000000001,1.38E+10,2026-03-01 09:00:00,,95,0.24,,,";
    let (layout, found) = read(&[row]);
    let Row::Quarantined { raw, cells, .. } = &found.rows[0] else {
        panic!("{:?}", found.rows);
    };
    assert_eq!(raw, row);
    assert_eq!(&layout.cells_of(raw), cells);
    let mut mended = cells.clone();
    mended[1] = "1380000".to_owned();
    let known = |_: &_| true;
    assert_eq!(
        mend(&mended, &layout, &known).unwrap_err().code(),
        "CallMissingDigits"
    );
    mended[1] = "13800001234".to_owned();
    assert_eq!(
        mend(&mended, &layout, &known).unwrap().caller,
        "13800001234"
    );
    assert_eq!(
        mend(&mended, &layout, &|_| false),
        Err(Reason::UnknownNumber)
    );
}

#[test]
fn sums_are_held_against_the_rows_above_them() {
    let row = "4000000001,13800001234,2026-03-01 09:00:00,,95,0.24,,,";
    let (_, found) = read(&[
        row,
        row,
        "4000000001 小计,共2条,,,190,0.48,,,",
        row,
        "小计,,,,95,0.24,,,",
        "合计：3条,,,,285,0.72,,,",
    ]);
    assert_eq!((found.summary.calls, found.summary.totals), (3, 3));
    assert_eq!(found.summary.mismatches, []);
    let (_, found) = read(&[row, row, "合计,3 条,,,190,0.49,,,"]);
    let check = found.summary.mismatches[0].check;
    assert_eq!(check.kind, TotalKind::Whole);
    let calls = check.calls.unwrap();
    assert_eq!((calls.stated, calls.summed, calls.agrees), (3, 2, false));
    assert!(check.millis.unwrap().agrees && !check.fee.unwrap().agrees);
    assert_eq!(found.summary.mismatches[0].place.row, 4);
}

#[test]
fn rows_set_aside_are_part_of_the_sums() {
    let (_, found) = read(&[
        "4000000001,13800001234,2026-03-01 09:00:00,,95,0.24,,,",
        "4000000001,1.38E+10,2026-03-01 09:00:00,,95,0.24,,,",
        "合计,2条,,,190,0.48,,,",
    ]);
    assert_eq!(
        (found.summary.quarantined, found.summary.mismatches.len()),
        (1, 0)
    );
}

#[test]
fn heads_on_every_page_and_empty_rows_are_no_calls() {
    let row = "4000000001,13800001234,2026-03-01 09:00:00,,95,0.24,,,";
    let (_, found) = read(&[row, "", ",,,,,,,,", HEADS, row]);
    assert_eq!((found.summary.rows, found.summary.repeated_heads), (2, 1));
}

#[test]
fn the_kind_of_call_tells_leg_and_class_where_it_names_them() {
    let told = [
        ("国内长途", None, Some(CallerClass::LongDistance)),
        ("手机", Some(Leg::Mobile), None),
        ("固话市话", Some(Leg::Landline), Some(CallerClass::Local)),
        (
            "国际长途",
            Some(Leg::International),
            Some(CallerClass::LongDistance),
        ),
        ("400被叫", None, None),
    ];
    for (kind, leg, class) in told {
        let row = format!("4000000001,13800001234,2026-03-01 09:00:00,,95,0.24,,,{kind}");
        let call = read(&[&row]).1.calls().remove(0);
        assert_eq!((call.leg, call.caller_class), (leg, class), "{kind}");
    }
}

#[test]
fn two_moments_say_more_than_rounded_minutes() {
    let text = "400号码,来电号码,开始时间,结束时间,计费时长(分钟)
4000000001,13800001234,2026-03-01 09:00:00,2026-03-01 09:01:35,2
4000000001,13800001234,2026-03-01 09:05:00,2026-03-01 09:08:00,2\n";
    let found = taken(text.as_bytes()).unwrap();
    let seconds: Vec<u32> = found.calls().iter().map(|call| call.seconds).collect();
    // The second one rang for a minute before it was billed.
    assert_eq!(seconds, [95, 120]);
}

#[test]
fn a_layout_that_lacks_what_every_call_needs_is_refused() {
    let text =
        "400号码,开始时间,结束时间,费用\n4000000001,2026-03-01 09:00:00,2026-03-01 09:01:00,1\n";
    let proposed = proposal(text.as_bytes()).unwrap();
    assert!(proposed.confidence < 70);
    let refused = outcome(text.as_bytes(), &proposed.layout).unwrap_err();
    assert!(matches!(refused, CallsError::LayoutLacks(_)), "{refused}");
}
