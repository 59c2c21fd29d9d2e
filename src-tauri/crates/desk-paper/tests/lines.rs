//! The rules of the line, held over many random paragraphs: what may start and
//! end a line, data that is not torn, edges that are straight, words that are
//! all there.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop where it stands"
)]

mod sample;

use desk_paper::font::FaceId;
use desk_paper::layout::{Align, Item, Line, Piece, Style, paragraph};
use proptest::prelude::*;

const NEVER_FIRST: &str = "。，、；：？！）》”’】…·％";
const NEVER_LAST: &str = "（《“‘【";
const STYLE: Style = Style {
    indent: 2.0,
    ..Style::plain(10.5, 18.6, Align::Justify)
};

/// Words as an agreement has them, and worse.
fn words() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        6 => "[甲乙丙丁子丑寅卯辰巳午未申酉戌亥天地玄黄]{1,12}",
        2 => Just("，".to_owned()),
        1 => Just("。".to_owned()),
        1 => Just("、".to_owned()),
        1 => Just("；".to_owned()),
        1 => Just("》，".to_owned()),
        1 => Just("《中华人民共和国民法典》".to_owned()),
        1 => Just("（以下简称“停机”）。".to_owned()),
        1 => Just("（".to_owned()),
        1 => Just("）".to_owned()),
        1 => "[a-zA-Z0-9]{1,14}",
        1 => Just("第12条".to_owned()),
        1 => Just("￥12,800.00元".to_owned()),
        1 => Just("——".to_owned()),
    ];
    prop::collection::vec(part, 1..14).prop_map(|parts| parts.concat())
}

fn data() -> impl Strategy<Value = String> {
    prop_oneof![
        "[东西南北中发白]{2,60}",
        "[0-9]{3}-[0-9]{4}-[0-9]{3}",
        "[A-Z][a-z]{2,9} [A-Z][a-z]{2,9} Co\\., Ltd\\.",
        "[东西南北]{4,20}（集团）[东西南北]{3,20}公司",
    ]
}

fn pieces() -> impl Strategy<Value = Vec<Piece>> {
    let piece = prop_oneof![
        3 => words().prop_map(Piece::Text),
        1 => data().prop_map(Piece::Fill),
        1 => (2.0f32..12.0).prop_map(Piece::Blank),
    ];
    prop::collection::vec(piece, 1..8)
}

fn set(pieces: &[Piece], width: f32) -> Vec<Line> {
    paragraph(sample::shelf(), pieces, &STYLE, width).expect("every character has a glyph")
}

/// A random piece may itself start or end badly; only ends that the line
/// breaker chose are held against the rules.
fn glued(previous: &Line, next: &Line) -> bool {
    let last = previous.text.trim_end().chars().last();
    let first = next.text.chars().next();
    let all_bad = |c: Option<char>, bad: &str| c.is_none_or(|c| bad.contains(c));
    all_bad(last, NEVER_LAST) && all_bad(first, NEVER_FIRST)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_line_starts_or_ends_with_what_may_not_stand_there(
        pieces in pieces(), width in 180.0f32..451.5,
    ) {
        let lines = set(&pieces, width);
        for pair in lines.windows(2) {
            if glued(&pair[0], &pair[1]) {
                continue;
            }
            let (last, first) = (pair[0].text.chars().last(), pair[1].text.chars().next());
            prop_assert!(!first.is_some_and(|c| NEVER_FIRST.contains(c)), "{:?}", pair[1].text);
            prop_assert!(!last.is_some_and(|c| NEVER_LAST.contains(c)), "{:?}", pair[0].text);
        }
    }

    #[test]
    fn every_word_is_there_once_and_in_order(pieces in pieces(), width in 180.0f32..451.5) {
        let lines = set(&pieces, width);
        let wanted: String = pieces.iter().map(|piece| match piece {
            Piece::Text(words) | Piece::Fill(words) => words.as_str(),
            _ => "",
        }).collect();
        let plain = |text: &str| text.replace([' ', '_'], "");
        let found: String = lines.iter().map(|line| plain(&line.text)).collect();
        prop_assert_eq!(found, plain(&wanted));
    }

    #[test]
    fn both_edges_are_straight_and_nothing_leaves_them(
        pieces in pieces(), width in 240.0f32..451.5,
    ) {
        let lines = set(&pieces, width);
        for (i, line) in lines.iter().enumerate() {
            prop_assert!(line.width <= width + 0.1, "{} of {width}: {}", line.width, line.text);
            // Western words without a space have no place to give.
            let gives = line.text.chars().any(|c| c > '\u{3400}' && c != '￥');
            if gives && i + 1 < lines.len() {
                prop_assert!(line.width > width - 0.1, "{} of {width}: {}", line.width, line.text);
            }
            for item in &line.items {
                let (left, _, right, _) = item.bounds();
                // The blank half of a bracket may hang over either edge.
                prop_assert!(left > -6.0 && right < width + 6.0, "{}", line.text);
            }
        }
    }

    #[test]
    fn short_data_stays_on_one_line_and_long_data_is_not_torn_at_its_ends(
        before in words(), data in data(), after in words(), width in 240.0f32..451.5,
    ) {
        let pieces = [Piece::Text(before), Piece::Fill(data.clone()), Piece::Text(after)];
        let parts: Vec<f32> = set(&pieces, width).iter().filter_map(underlined).collect();
        prop_assert!(!parts.is_empty());
        if data.chars().count() < 10 {
            prop_assert_eq!(parts.len(), 1, "{}", data);
        }
        if parts.len() > 1 {
            for part in parts {
                prop_assert!(part > 1.2 * 10.5, "{data} leaves {part} pt on a line");
            }
        }
    }
}

/// Length of the underline in a line.
fn underlined(line: &Line) -> Option<f32> {
    line.items.iter().find_map(|item| match item {
        Item::Stroke { .. } => {
            let (left, _, right, _) = item.bounds();
            Some(right - left)
        }
        _ => None,
    })
}

#[test]
fn a_quotation_mark_may_start_a_line_but_not_end_one() {
    let words = "客户“停机”后".repeat(40);
    for width in 180..260 {
        for line in set(&[Piece::text(words.clone())], width as f32) {
            assert!(!line.text.ends_with('“'), "{}", line.text);
            assert!(!line.text.starts_with('”'), "{}", line.text);
        }
    }
}

#[test]
fn the_last_line_of_a_paragraph_is_not_one_character_when_that_can_be_helped() {
    let lonely = (60..160).filter(|&count| {
        let lines = set(
            &[Piece::text(
                "甲方，".repeat(count / 3) + &"乙".repeat(count % 3) + "。",
            )],
            451.5,
        );
        lines.len() > 1 && lines[lines.len() - 1].text.chars().count() <= 2
    });
    assert_eq!(lonely.count(), 0);
}

#[test]
fn one_character_with_its_brackets_is_not_left_for_the_last_line_either() {
    for count in 60..200 {
        let text = format!(
            "{}（以下简称停机）。",
            "甲方，".repeat(count / 3) + &"乙".repeat(count % 3)
        );
        let lines = set(&[Piece::text(text)], 451.5);
        let last = &lines[lines.len() - 1].text;
        assert!(lines.len() < 2 || last != "机）。", "{count}");
    }
}

#[test]
fn a_word_wider_than_the_line_is_cut_rather_than_run_off_the_paper() {
    let lines = set(&[Piece::text("x".repeat(300))], 200.0);
    assert!(lines.len() > 5);
    assert!(lines.iter().all(|line| line.width <= 200.1));
}

#[test]
fn western_signs_stand_as_close_as_the_font_pairs_them_and_chinese_ones_do_not() {
    let face = sample::shelf()
        .face(FaceId::Regular)
        .expect("the text face");
    assert!(face.kern('A', 'V') < 0.0);
    assert!(face.kern('V', '.') < 0.0);
    assert_eq!(face.kern('H', 'H'), 0.0);
    assert_eq!(face.kern('中', 'V'), 0.0);
}

#[test]
fn an_amount_in_capitals_is_never_parted_from_what_its_figures_count() {
    let amount = "人民币玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分";
    for align in [Align::Justify, Align::Left, Align::Centre] {
        for width in 7..24 {
            let style = Style::plain(9.0, 13.0, align);
            let room = f32::from(u8::try_from(width).expect("small")) * 9.0 + 3.0;
            let lines = paragraph(sample::shelf(), &[Piece::text(amount)], &style, room);
            for line in lines.expect("set") {
                let first = line.text.chars().next().expect("no empty line");
                assert!(!"拾佰仟万元角分".contains(first), "{}", line.text);
            }
        }
    }
}

#[test]
fn a_ragged_last_line_of_one_character_gets_company() {
    let style = Style::plain(10.0, 15.0, Align::Left);
    let words = Piece::text("郑州经济技术开发区支行");
    let lines = paragraph(sample::shelf(), &[words], &style, 101.0).expect("set");
    let said: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(said, ["郑州经济技术开发区", "支行"]);
}
