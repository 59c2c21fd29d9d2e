//! The same calls in every format and every form give the same records.

use super::synthetic::{
    Call, Cell, FeeForm, Kind, LengthForm, Letters, NumberForm, Style, TimeForm, calls, file,
    table, write,
};
use super::{outcome, proposal, taken};
use desk_billing::calls::{Doubt, Encoding, Format, Separator};
use desk_domain::Charge;
use desk_domain::call::CallRecord;
use desk_domain::identifier::Number400;
use proptest::prelude::*;

fn expected(call: &Call) -> CallRecord {
    CallRecord {
        number: Number400::parse(&call.number).unwrap(),
        caller: call.caller.clone(),
        delivered_to: Some(call.delivered_to.clone()),
        started: call.start,
        seconds: call.seconds,
        answered: call.seconds > 0,
        caller_class: None,
        leg: None,
        carrier_charge: Some(Charge::from_ten_thousandths(call.li * 10).unwrap()),
        caller_place: Some(call.region.to_owned()),
    }
}

/// Reads a file back without anybody's help and compares every record.
fn assert_same(kind: Kind, style: &Style, given: &[Call]) {
    let bytes = file(kind, style, given).unwrap();
    let found = taken(&bytes).unwrap_or_else(|error| panic!("{kind:?} {style:?}: {error}"));
    assert_eq!(found.quarantined(), [], "{kind:?} {style:?}");
    let wanted: Vec<CallRecord> = given.iter().map(expected).collect();
    let read = found.calls();
    assert_eq!(read.len(), wanted.len(), "{kind:?} {style:?}");
    for (read, wanted) in read.iter().zip(&wanted) {
        assert_eq!(read, wanted, "{kind:?} {style:?}");
    }
    assert_eq!(
        found.summary.from,
        given.iter().map(|call| call.start).min()
    );
    assert_eq!(found.summary.to, given.iter().map(|call| call.start).max());
    assert_eq!(found.summary.totals, u64::from(style.totals));
    assert_eq!(found.summary.mismatches, [], "{kind:?} {style:?}");
}

#[test]
fn every_format_and_encoding_gives_the_same_records() {
    let given: Vec<Call> = calls(7, 60).collect();
    let style = Style {
        titles: true,
        totals: true,
        ..Style::PLAIN
    };
    for kind in Kind::ALL {
        assert_same(kind, &style, &given);
    }
}

#[test]
fn every_form_of_times_lengths_fees_and_numbers_gives_the_same_records() {
    use NumberForm::{Apostrophe, Country, Formula, Number, Tab, Wide};
    let given: Vec<Call> = calls(11, 40).collect();
    let plain = Style {
        totals: true,
        ..Style::PLAIN
    };
    let times = [
        TimeForm::Slashes,
        TimeForm::Run,
        TimeForm::Chinese,
        TimeForm::Serial,
        TimeForm::Parted,
    ];
    let lengths = [
        LengthForm::Clock,
        LengthForm::Words,
        LengthForm::Minutes,
        LengthForm::EndOnly,
    ];
    let mut styles: Vec<Style> = times.map(|time| Style { time, ..plain }).to_vec();
    styles.extend(lengths.map(|length| Style { length, ..plain }));
    styles.extend([FeeForm::Fen, FeeForm::Li].map(|fee| Style { fee, ..plain }));
    styles.extend(
        [Apostrophe, Country, Formula, Number, Tab, Wide].map(|number| Style { number, ..plain }),
    );
    styles.push(Style {
        end: true,
        length: LengthForm::Minutes,
        ..plain
    });
    for style in styles {
        for kind in [
            Kind::Lines(Letters::Gb18030, ','),
            Kind::Xlsx,
            Kind::Xls,
            Kind::Page(Letters::Utf8),
        ] {
            assert_same(kind, &style, &given);
        }
    }
}

#[test]
fn what_a_file_is_is_found_by_its_content() {
    let given: Vec<Call> = calls(3, 20).collect();
    let told = [
        (
            Kind::Lines(Letters::Gb18030, ','),
            Format::Text,
            Encoding::Gb18030,
            Some(Separator::Comma),
        ),
        (
            Kind::Lines(Letters::Utf16Be, '\t'),
            Format::Text,
            Encoding::Utf16Be,
            Some(Separator::Tab),
        ),
        (
            Kind::Lines(Letters::Utf8, ';'),
            Format::Text,
            Encoding::Utf8,
            Some(Separator::Semicolon),
        ),
        (
            Kind::Lines(Letters::Utf8Bom, '|'),
            Format::Text,
            Encoding::Utf8Bom,
            Some(Separator::Pipe),
        ),
        (
            Kind::Page(Letters::Gb18030),
            Format::Html,
            Encoding::Gb18030,
            None,
        ),
        (Kind::Xls, Format::Xls, Encoding::Utf8, None),
        (Kind::Xlsx, Format::Xlsx, Encoding::Utf8, None),
    ];
    for (kind, format, encoding, separator) in told {
        let bytes = file(
            kind,
            &Style {
                titles: true,
                ..Style::PLAIN
            },
            &given,
        )
        .unwrap();
        let found = proposal(&bytes).unwrap();
        let source = found.layout.source;
        assert_eq!(
            (source.format, source.encoding, source.separator),
            (format, encoding, separator)
        );
        // Blank rows are lines of a text, and rows of a sheet.
        assert_eq!(found.head_row, Some(4), "{kind:?}");
        assert_eq!(found.titles.len(), 2);
        assert!(found.confidence >= 95, "{kind:?}: {:?}", found.doubts);
    }
}

#[test]
fn calls_split_over_sheets_are_read_and_other_sheets_are_named() {
    let given: Vec<Call> = calls(5, 30).collect();
    let note = vec![vec![Cell::text("说明：本话单仅供参考")]];
    for kind in [Kind::Xlsx, Kind::Xls, Kind::Page(Letters::Utf8)] {
        let sheets = [
            ("说明", note.clone()),
            ("话单1", table(&Style::PLAIN, &given[..20])),
            ("话单2", table(&Style::PLAIN, &given[20..])),
        ];
        let bytes = write(kind, &sheets).unwrap();
        let proposed = proposal(&bytes).unwrap();
        assert!(
            proposed.doubts.contains(&Doubt::OtherSheets { count: 1 }),
            "{:?}",
            proposed.doubts
        );
        let found = outcome(&bytes, &proposed.layout).unwrap();
        assert_eq!(found.calls().len(), 30);
        assert_eq!(found.summary.skipped_sheets.len(), 1, "{kind:?}");
    }
}

#[test]
fn an_old_workbook_of_another_program_is_read() {
    let bytes = include_bytes!("../fixtures/march.xls");
    let found = taken(bytes).unwrap();
    assert_eq!(found.quarantined(), []);
    let wanted: Vec<CallRecord> = calls(2026, 12).map(|call| expected(&call)).collect();
    assert_eq!(found.calls(), wanted);
    assert_eq!(
        (found.summary.totals, found.summary.mismatches.len()),
        (1, 0)
    );
}

fn any_style() -> impl Strategy<Value = Style> {
    use prop::sample::select;
    let time = select(vec![
        TimeForm::Dashes,
        TimeForm::Slashes,
        TimeForm::Run,
        TimeForm::Chinese,
        TimeForm::Serial,
        TimeForm::Parted,
    ]);
    let length = select(vec![
        LengthForm::Seconds,
        LengthForm::Clock,
        LengthForm::Words,
        LengthForm::Minutes,
        LengthForm::EndOnly,
    ]);
    let fee = select(vec![FeeForm::Yuan, FeeForm::Fen, FeeForm::Li]);
    let number = select(vec![
        NumberForm::Text,
        NumberForm::Number,
        NumberForm::Apostrophe,
        NumberForm::Formula,
        NumberForm::Country,
        NumberForm::Wide,
        NumberForm::Tab,
    ]);
    (time, length, fee, number, any::<[bool; 3]>()).prop_map(
        |(time, length, fee, number, [titles, totals, end])| Style {
            time,
            length,
            fee,
            number,
            titles,
            totals,
            end,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn any_form_in_any_format_gives_the_same_records(
        style in any_style(),
        kind in prop::sample::select(Kind::ALL.to_vec()),
        seed in any::<u64>(),
        count in 3_u64..25,
    ) {
        let given: Vec<Call> = calls(seed, count).collect();
        assert_same(kind, &style, &given);
    }
}
