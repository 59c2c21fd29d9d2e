//! Proposing a layout, recognising it again, watching and stopping a reading.

use super::synthetic::{Call, Kind, Letters, Style, TimeForm, calls, file};
use super::{outcome, proposal};
use desk_billing::calls::{
    CallsError, Doubt, DurationUnit, FeeUnit, Layout, Limits, Meaning, Progress, Row, Watch, read,
};
use std::io::Cursor;
use std::sync::atomic::{AtomicBool, Ordering};

fn meanings(text: &str) -> Vec<Meaning> {
    proposal(text.as_bytes()).unwrap().layout.columns
}

#[test]
fn synonyms_of_all_carriers_are_understood() {
    use Meaning::{
        AnsweredBy, CallType, Caller, Duration, End, Fee, Ignored, Number400, Outcome, Region,
        Start,
    };
    let first = "序号,来电号码,400号码,转接号码,呼叫时间,结束时间,通话时长(秒),话费(元),话单类型,归属地,接通状态
1,13800001234,4000000001,13800005678,2026-03-01 09:00:00,2026-03-01 09:01:35,95,0.24,市话,郑州,接通\n";
    assert_eq!(
        meanings(first),
        [
            Ignored, Caller, Number400, AnsweredBy, Start, End, Duration, Fee, CallType, Region,
            Outcome
        ]
    );
    // 被叫号码 is the 400 number where no other column is, else the telephone rung.
    let second = "主叫号码;被叫号码;业务号码;应答时间;计费时长(分);费用(分)
13800001234;037155550001;4000000001;20260301090000;2;24\n";
    assert_eq!(
        meanings(second),
        [Caller, AnsweredBy, Number400, Start, Duration, Fee]
    );
    let third =
        "主叫,被叫,目的号码,起始时间,时长\n13800001234,4000000001,801,2026/3/1 9:00,1分35秒\n";
    assert_eq!(
        meanings(third),
        [Caller, Number400, AnsweredBy, Start, Duration]
    );
}

#[test]
fn the_start_is_the_column_that_holds_moments() {
    use Meaning::{Caller, Duration, Ignored, Number400, Start, StartDate, StartTime};
    let length =
        "主叫号码,400号码,呼叫时间,通话时间\n13800001234,4000000001,2026-03-01 09:00:00,00:01:35\n";
    assert_eq!(meanings(length), [Caller, Number400, Start, Duration]);
    let parted =
        "主叫号码,400号码,日期,时间,时长(秒)\n13800001234,4000000001,2026-03-01,09:00:00,95\n";
    assert_eq!(
        meanings(parted),
        [Caller, Number400, StartDate, StartTime, Duration]
    );
    let both = "主叫号码,400号码,日期,呼叫时间,开始时间,时长(秒)
13800001234,4000000001,2026-03-01,2026-03-01 09:00:00,2026-03-01 09:00:12,95\n";
    assert_eq!(
        meanings(both),
        [Caller, Number400, Ignored, Ignored, Start, Duration]
    );
}

#[test]
fn units_are_told_by_heads_or_values_and_otherwise_said_to_be_assumed() {
    let units = |length: &str, fee: &str, end: bool| {
        let mut text = "400号码,主叫号码,开始时间,结束时间,时长,费用\n".to_owned();
        for minute in 0..9 {
            let ended = format!("2026-03-01 09:{minute:02}:55");
            let ended = if end { ended.as_str() } else { "" };
            text += &format!(
                "4000000001,13800001234,2026-03-01 08:{minute:02}:00,{ended},{length},{fee}\n"
            );
        }
        let found = proposal(text.as_bytes()).unwrap();
        let assumed = |doubt: &Doubt| found.doubts.contains(doubt);
        let (length, fee) = (Doubt::DurationUnitAssumed, Doubt::FeeUnitAssumed);
        (
            found.layout.duration_unit,
            assumed(&length),
            found.layout.fee_unit,
            assumed(&fee),
        )
    };
    assert_eq!(
        units("3655", "7.32", true),
        (DurationUnit::Second, false, FeeUnit::Yuan, false)
    );
    assert_eq!(
        units("61", "732", true),
        (DurationUnit::Minute, false, FeeUnit::Fen, true)
    );
    assert_eq!(
        units("95", "24", false),
        (DurationUnit::Second, true, FeeUnit::Fen, true)
    );
    assert_eq!(
        units("1.58", "240", false),
        (DurationUnit::Minute, true, FeeUnit::Li, true)
    );
    assert_eq!(
        units("1分35秒", "0.24元", false),
        (DurationUnit::Second, false, FeeUnit::Yuan, false)
    );
}

#[test]
fn a_file_without_heads_is_told_by_its_values_and_said_to_be_doubtful() {
    let given: Vec<Call> = calls(4, 30).collect();
    let bytes = file(
        Kind::Lines(Letters::Utf8, ','),
        &Style {
            end: true,
            ..Style::PLAIN
        },
        &given,
    )
    .unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let (_, below) = text.split_once('\n').unwrap();
    let found = proposal(below.as_bytes()).unwrap();
    assert_eq!(found.head_row, None);
    assert!(found.doubts.contains(&Doubt::NoHeads) && found.confidence <= 70);
    assert_eq!(
        outcome(below.as_bytes(), &found.layout)
            .unwrap()
            .calls()
            .len(),
        30
    );
}

#[test]
fn what_a_spreadsheet_did_to_a_file_is_said() {
    let minutes = "400号码,主叫号码,开始时间,时长(秒)\n".to_owned()
        + &"4000000001,13800001234,2026/3/1 9:05,95\n".repeat(5);
    assert!(
        proposal(minutes.as_bytes())
            .unwrap()
            .doubts
            .contains(&Doubt::TimesWithoutSeconds)
    );
    let midnight = minutes.replace("9:05", "0:00:00");
    assert!(
        proposal(midnight.as_bytes())
            .unwrap()
            .doubts
            .contains(&Doubt::AllAtMidnight)
    );
    let mut damaged = minutes.into_bytes();
    damaged[0] = 0xff;
    let text = [
        &damaged[..],
        "4000000001,13800001234,2026/3/1 9:05,95,\u{fffd}\n".as_bytes(),
    ]
    .concat();
    assert!(
        proposal(&text)
            .unwrap()
            .doubts
            .contains(&Doubt::TextDamaged)
    );
}

#[test]
fn a_confirmed_layout_is_stored_and_recognised_in_another_format() {
    let given: Vec<Call> = calls(6, 20).collect();
    let style = Style {
        titles: true,
        ..Style::PLAIN
    };
    let march = file(Kind::Lines(Letters::Gb18030, ','), &style, &given).unwrap();
    let stored = serde_json::to_string(&proposal(&march).unwrap().layout).unwrap();
    let stored: Layout = serde_json::from_str(&stored).unwrap();

    let april = file(Kind::Xlsx, &Style::PLAIN, &given).unwrap();
    let found = proposal(&april).unwrap();
    assert!(stored.recognises(&found.layout.heads));
    assert_eq!(stored.fingerprint(), found.layout.fingerprint());
    let layout = stored.for_source(found.layout.source);
    assert_eq!(outcome(&april, &layout).unwrap().calls().len(), 20);

    let other = file(
        Kind::Xlsx,
        &Style {
            time: TimeForm::Parted,
            ..style
        },
        &given,
    )
    .unwrap();
    let other = proposal(&other).unwrap().layout;
    assert!(!stored.recognises(&other.heads));
    assert_ne!(stored.fingerprint(), other.fingerprint());
    assert!(matches!(
        outcome(&march, &other),
        Err(CallsError::HeadsNotFound | CallsError::Damaged(_))
    ));
}

#[test]
fn a_reading_tells_how_far_it_is_and_stops_when_asked() {
    let given: Vec<Call> = calls(6, 9000).collect();
    for kind in [
        Kind::Lines(Letters::Utf8, ','),
        Kind::Xlsx,
        Kind::Xls,
        Kind::Page(Letters::Utf8),
    ] {
        let bytes = file(kind, &Style::PLAIN, &given).unwrap();
        let layout = proposal(&bytes).unwrap().layout;
        let (cancel, mut told) = (AtomicBool::new(false), Vec::new());
        let mut progress = |progress: Progress| told.push(progress);
        let mut seen = 0;
        let watch = Watch {
            cancel: &cancel,
            progress: &mut progress,
        };
        let outcome = read(
            &mut Cursor::new(&bytes),
            &layout,
            &Limits::default(),
            &|_| true,
            watch,
            |_: Row| {
                seen += 1;
                if seen == 5000 {
                    cancel.store(true, Ordering::Relaxed);
                }
                Ok::<(), CallsError>(())
            },
        );
        assert_eq!(outcome, Err(CallsError::Cancelled), "{kind:?}");
        assert_eq!(seen, 5000);
        assert!(told.len() >= 2, "{kind:?}");
        assert!(
            told.windows(2)
                .all(|two| two[0].rows < two[1].rows && two[0].bytes <= two[1].bytes)
        );
        assert!(
            told.iter()
                .all(|now| now.bytes <= now.of_bytes && now.of_bytes == bytes.len() as u64)
        );
    }
}

#[test]
fn what_the_taker_of_rows_refuses_ends_the_reading() {
    #[derive(Debug, PartialEq)]
    enum Refused {
        File(CallsError),
        Full,
    }
    impl From<CallsError> for Refused {
        fn from(error: CallsError) -> Self {
            Self::File(error)
        }
    }
    let given: Vec<Call> = calls(6, 10).collect();
    let bytes = file(Kind::Xlsx, &Style::PLAIN, &given).unwrap();
    let layout = proposal(&bytes).unwrap().layout;
    let cancel = AtomicBool::new(false);
    let watch = Watch {
        cancel: &cancel,
        progress: &mut |_| {},
    };
    let mut rows = 0;
    let outcome = read(
        &mut Cursor::new(&bytes),
        &layout,
        &Limits::default(),
        &|_| true,
        watch,
        |_| {
            rows += 1;
            if rows == 3 {
                Err(Refused::Full)
            } else {
                Ok(())
            }
        },
    );
    assert_eq!((outcome, rows), (Err(Refused::Full), 3));
}
