//! What holds for lines of any kind.

use crate::licence::{COMPANY, FOOT};
use crate::paper::{Paper, line};
use desk_domain::identifier::{CitizenId, RegistrationNumber, Uscc};
use desk_intake::read_sheet;
use desk_intake::reading::{FieldName, Letter, SheetReading, TextLine, Witness};
use proptest::prelude::*;

/// Words that papers are made of, and what is none.
fn word() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "营业执照",
        "统一社会信用代码",
        "名称",
        "类型",
        "法定代表人",
        "经营范围",
        "成立日期",
        "住所",
        "登记机关",
        "姓名",
        "性别",
        "民族",
        "出生",
        "住址",
        "公民身份号码",
        "签发机关",
        "有效期限",
        "居民身份证",
        "2010年09月13日",
        "2017.09.21-2037.09.21",
        "91350100M000100Y43",
        "9135O100M000100Y43",
        "440000197902077474",
        "44OOOO197902077474",
        "110108000000016",
        "名",
        "称",
        "男",
        "汉",
        "（1-1）",
        "长期",
        "二〇一〇年九月十三日",
        "九十九年十十月",
        "年月日",
    ]);
    prop_oneof![known.prop_map(str::to_owned), any::<String>()]
}

fn letters() -> impl Strategy<Value = Vec<Letter>> {
    let confidence = prop_oneof![0.0_f32..1.0, Just(f32::NAN), Just(-1.0), Just(7.0)];
    let letter = (
        any::<char>(),
        confidence,
        -2.0_f32..3.0,
        prop::collection::vec((any::<char>(), 0.0_f32..1.0), 0..4),
    );
    let letter = letter.prop_map(|(character, confidence, at, others)| Letter {
        character,
        confidence,
        at,
        others,
    });
    prop::collection::vec(letter, 0..8)
}

fn any_line() -> impl Strategy<Value = TextLine> {
    let coordinate = prop_oneof![
        -50.0_f32..2500.0,
        Just(f32::NAN),
        Just(f32::INFINITY),
        Just(1.0e30)
    ];
    let odd = (
        prop::array::uniform4(prop::array::uniform2(coordinate)),
        letters(),
    );
    let odd = odd.prop_map(|(corners, letters)| TextLine {
        corners,
        text: letters.iter().map(|letter| letter.character).collect(),
        confidence: 0.5,
        letters,
    });
    let plain = (0.0_f32..2000.0, 0.0_f32..1400.0, 1.0_f32..90.0, word());
    prop_oneof![
        6 => plain.prop_map(|(x, y, height, text)| line(x, y, height, &text)),
        1 => odd,
    ]
}

fn check(read: &SheetReading) -> Result<(), TestCaseError> {
    for (name, field) in &read.fields {
        prop_assert!(!field.text.is_empty() && !field.text.chars().any(char::is_control));
        prop_assert!(
            (0.0..=1.0).contains(&field.confidence),
            "{:?}",
            field.confidence
        );
        let proven = field.witnesses.contains(&Witness::Checksum);
        let passes = match name {
            FieldName::Uscc => {
                Uscc::parse(&field.text).is_ok() || RegistrationNumber::parse(&field.text).is_ok()
            }
            FieldName::CitizenId => CitizenId::parse(&field.text).is_ok(),
            _ => continue,
        };
        prop_assert!(passes || (field.verify && !proven), "{}", field.text);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_line_does_harm(
        lines in prop::collection::vec(any_line(), 0..40),
        codes in prop::collection::vec(any::<String>(), 0..3),
    ) {
        let paper = Paper { lines, codes };
        check(&paper.read())?;
    }

    #[test]
    fn a_licence_with_letters_knocked_out_is_read_without_harm(
        knocks in prop::collection::vec((0_usize..27, any::<prop::sample::Index>(), any::<char>()), 0..12),
    ) {
        let mut paper = Paper::of(36.0, &[&COMPANY[..], &FOOT[..]].concat());
        for (at, letter, sign) in knocks {
            let line = &mut paper.lines[at];
            let letter = letter.index(line.letters.len());
            line.letters[letter].character = sign;
            line.text = line.letters.iter().map(|letter| letter.character).collect();
        }
        check(&paper.read())?;
    }
}

#[test]
fn a_sheet_full_of_lines_is_read_in_no_time() {
    let lines: Vec<TextLine> = (0_u16..3000)
        .map(|at| {
            line(
                f32::from(at % 40) * 50.0,
                f32::from(at / 40) * 19.0,
                18.0,
                "名称91",
            )
        })
        .collect();
    let paper = Paper {
        lines,
        ..Paper::default()
    };
    let start = std::time::Instant::now();
    let _ = read_sheet(&paper.sheet());
    assert!(start.elapsed().as_secs() < 10);
}
