//! The markup there and back, and what a window shows of it.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop where it stands"
)]

use chrono::NaiveDate;
use desk_domain::Refusal;
use desk_domain::edition::{EditionId, EditionState};
use desk_paper::Edition;
use desk_paper::agreement::{
    BUILT_IN, Blank, Block, ChangeKind, Inline, PreviewKind, PreviewRun, PublishError, Severity,
    TextRule, Words, check, compare, draft, preview, publish,
};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// Words with every sign that means something to the markup.
fn text() -> impl Strategy<Value = String> {
    "[甲乙a-z0-9#>!@{}|*\\\\：、（）_? ]{1,12}"
        .prop_map(|text| text.trim().to_owned())
        .prop_filter("words", |text| !text.is_empty())
}

fn inline() -> impl Strategy<Value = Inline> {
    prop_oneof![
        4 => text().prop_map(Inline::Words),
        1 => text().prop_map(Inline::Strong),
        1 => prop::sample::select(Blank::all().collect::<Vec<_>>()).prop_map(Inline::Blank),
        1 => "[甲乙a-z]{0,6}".prop_map(Inline::Unnamed),
        1 => (1_u8..=40).prop_map(Inline::Hand),
    ]
}

/// Words in a row are one, as reading makes them.
fn words() -> impl Strategy<Value = Words> {
    prop::collection::vec(inline(), 1..6).prop_map(|parts| {
        let mut words: Words = Vec::new();
        for part in parts {
            match (words.last_mut(), part) {
                (Some(Inline::Words(last)), Inline::Words(text)) => last.push_str(&text),
                (_, part) => words.push(part),
            }
        }
        words
    })
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        words().prop_map(Block::Flush),
        words().prop_map(Block::Right),
        words().prop_map(Block::Article),
        words().prop_map(Block::Section),
        words().prop_map(Block::paragraph),
        (words(), any::<bool>()).prop_map(|(words, leads)| Block::Paragraph {
            words,
            weighs: true,
            leads,
        }),
        words().prop_map(Block::Confirm),
        words().prop_map(Block::Sign),
    ]
}

fn edition() -> impl Strategy<Value = Edition> {
    let rows = prop::collection::vec((words(), words()), 1..4);
    (
        text(),
        text(),
        prop::option::of(text()),
        prop::collection::vec(block(), 0..8),
        rows,
        words(),
    )
        .prop_map(|(name, title, motto, mut blocks, rows, head)| {
            blocks.push(Block::Article(head));
            blocks.push(Block::Signatures(rows));
            Edition {
                name,
                effective: day("2026-03-01"),
                title,
                motto: motto.unwrap_or_default(),
                blocks,
            }
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_back_as_the_same_edition(edition in edition()) {
        let markup = edition.markup();
        let read = Edition::parse(&markup);
        prop_assert_eq!(read.expect("reads"), edition, "{}", markup);
    }

    #[test]
    fn no_text_makes_the_checker_or_the_preview_panic(
        text in "[a-z甲乙第一条四百十（）、《》合同法{}#!@>|*?_0-9：。\\\\ \n]{0,300}",
    ) {
        for text in [text.clone(), format!("edition: x\neffective: 2026-01-01\ntitle: 甲\n\n{text}")] {
            let findings = check(&text);
            let refused = Edition::parse(&text).is_err();
            let error = findings.iter().any(|f| f.rule == TextRule::Markup);
            prop_assert_eq!(refused, error);
            let shown = preview(&text);
            prop_assert!(shown.lines.iter().all(|line| line.line <= text.lines().count() + 1));
        }
    }
}

#[test]
fn the_built_in_text_is_the_same_after_reading_and_writing() {
    let edition = Edition::built_in().expect("reads");
    assert_eq!(
        Edition::parse(&edition.markup()).expect("reads again"),
        edition
    );
}

#[test]
fn every_fault_of_a_text_is_told_at_once() {
    let text = "edition: x\neffective: 2026-13-01\n\n# 第一条\n甲{nobody}\n乙}\n**丙\n";
    let lines: Vec<(usize, &str)> = check(text).iter().map(|f| (f.line, f.code())).collect();
    for wanted in [
        (2, "AgreementTextHeadDate"),
        (3, "AgreementTextHeadLacks"),
        (5, "AgreementTextBlankUnknown"),
        (6, "AgreementTextBraceAlone"),
        (7, "AgreementTextStrongAlone"),
        (7, "AgreementTextNoSignatures"),
    ] {
        assert!(lines.contains(&wanted), "{wanted:?} of {lines:?}");
    }
}

#[test]
fn the_preview_shows_blanks_as_chips_with_their_line() {
    let shown = preview(BUILT_IN);
    assert_eq!(shown.title, "400用户入网服务协议");
    let lines: Vec<&str> = BUILT_IN.lines().collect();
    let number = shown
        .lines
        .iter()
        .find(|line| line.kind == PreviewKind::Right)
        .expect("the number's line");
    assert!(lines[number.line - 1].starts_with(">>"));
    assert_eq!(
        number.runs[1],
        PreviewRun::Blank {
            name: "agreement_number".into(),
            label: "协议编号".into()
        }
    );
    let signed = shown
        .lines
        .iter()
        .filter(|line| line.kind == PreviewKind::Signature);
    for line in signed {
        assert!(lines[line.line - 1].contains('|') && !line.right.is_empty());
    }
    let json = serde_json::to_value(&number.runs[1]).expect("json");
    assert_eq!(json["kind"], "blank");
}

#[test]
fn bold_inside_a_line_is_a_run_of_its_own() {
    let text = format!("{BUILT_IN}\n客户应当**按时预存**费用。\n");
    let shown = preview(&text);
    let runs = &shown.lines.last().expect("a line").runs;
    let bold = PreviewRun::Text {
        text: "按时预存".into(),
        bold: true,
    };
    assert_eq!(runs.len(), 3);
    assert_eq!(runs[1], bold);
}

#[test]
fn two_editions_are_held_against_each_other_by_article() {
    let old = Edition::built_in().expect("reads");
    let text = BUILT_IN
        .replace("三个月内提出", "六个月内提出")
        .replace(
            "# 第六条　争议解决",
            "# 第六条　不可抗力\n互不担责。\n\n# 第七条　争议解决",
        )
        .replace("# 第七条　个人信息", "# 第八条　个人信息")
        .replace("# 第八条　附则", "# 第九条　附则");
    let new = Edition::parse(&text).expect("reads");
    let changes = compare(&old, &new);
    let kind = |head: &str| {
        let of = changes.iter().find(|c| c.new_head.contains(head));
        of.map(|change| change.kind).expect("an article")
    };
    assert_eq!(kind("入网登记"), ChangeKind::Same);
    assert_eq!(kind("双方的权利和义务"), ChangeKind::Changed);
    assert_eq!(kind("不可抗力"), ChangeKind::Added);
    // Its number moved, and nothing else.
    let moved = changes
        .iter()
        .find(|c| c.new_head.contains("争议"))
        .expect("the article");
    assert_eq!(moved.old_head, "第六条　争议解决");
    let other = moved
        .lines
        .iter()
        .filter(|pair| pair.kind != ChangeKind::Same);
    assert_eq!(other.count(), 1);
    let rights = changes
        .iter()
        .find(|c| c.new_head.contains("双方的权利"))
        .expect("the article");
    let changed: Vec<_> = rights
        .lines
        .iter()
        .filter(|p| p.kind != ChangeKind::Same)
        .collect();
    assert_eq!(changed.len(), 1);
    let marked: String = changed[0]
        .new
        .iter()
        .filter(|r| r.changed)
        .map(|r| r.text.as_str())
        .collect();
    assert_eq!(marked, "六");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_comparison_loses_no_line_of_either_edition(old in edition(), new in edition()) {
        let changes = compare(&old, &new);
        let pairs: Vec<_> = changes.iter().flat_map(|change| &change.lines).collect();
        let side = |runs: fn(&&&desk_paper::agreement::Pair) -> String| -> String {
            pairs.iter().map(|pair| runs(&pair)).collect()
        };
        let found = side(|pair| pair.new.iter().map(|run| run.text.as_str()).collect());
        let wanted: String = std::iter::once(new.title.clone())
            .chain(new.blocks.iter().flat_map(lines_of))
            .collect();
        prop_assert_eq!(found, wanted);
        let same = compare(&old, &old);
        prop_assert!(same.iter().all(|change| change.kind == ChangeKind::Same));
    }
}

fn lines_of(block: &Block) -> Vec<String> {
    match block {
        Block::Signatures(rows) => rows
            .iter()
            .map(|(a, b)| {
                format!(
                    "{}　{}",
                    desk_paper::agreement::plain(a),
                    desk_paper::agreement::plain(b)
                )
            })
            .collect(),
        other => vec![other.text()],
    }
}

#[test]
fn a_text_with_errors_is_not_published_and_one_with_warnings_is() {
    let first = draft(EditionId(1), BUILT_IN, "", day("2026-01-01"));
    assert_eq!(
        (first.name.as_str(), first.state),
        ("2026-01", EditionState::Draft)
    );
    let (first, findings) = publish(&first, &[]).expect("published");
    assert!(findings.is_empty());
    assert_eq!(first.effective, day("2026-01-01"));
    let next = BUILT_IN
        .replace("edition: 2026-01", "edition: 2026-06")
        .replace("effective: 2026-01-01", "effective: 2026-06-01");
    let open = next.replace("{monthly_minimum}", "{?每月最低消费}");
    let refused = publish(
        &draft(EditionId(2), &open, "", day("2026-01-01")),
        std::slice::from_ref(&first),
    );
    let Err(PublishError::Faulty { findings }) = refused else {
        panic!("{refused:?}");
    };
    assert!(findings.iter().any(|f| f.rule == TextRule::BlankUnnamed));
    let old_law = next.replace("民法典》《", "合同法》《");
    let draft = draft(EditionId(2), &old_law, "", day("2026-01-01"));
    let (second, findings) = publish(&draft, &[first]).expect("published all the same");
    assert_eq!(second.effective, day("2026-06-01"));
    assert!(findings.iter().any(|f| f.rule == TextRule::RepealedLaw));
    assert!(findings.iter().all(|f| f.severity > Severity::Error));
}

#[test]
fn a_text_of_an_earlier_day_may_cite_the_law_of_that_day() {
    let text = BUILT_IN
        .replace("effective: 2026-01-01", "effective: 2020-06-01")
        .replace("《中华人民共和国民法典》《", "《中华人民共和国合同法》《");
    assert!(check(&text).iter().all(|f| f.rule != TextRule::RepealedLaw));
}
