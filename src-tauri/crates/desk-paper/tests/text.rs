//! The markup of agreement texts: what the parser takes, and with which line it
//! refuses the rest.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop where it stands"
)]

use desk_paper::agreement::{Blank, Block, TextFault};
use desk_paper::{Edition, PaperError};
use proptest::prelude::*;

const HEAD: &str = "edition: x\neffective: 2026-01-01\ntitle: 协议\nmotto: 诚实守信\n\n";

fn fault(text: &str) -> (usize, TextFault) {
    match Edition::parse(text) {
        Err(PaperError::AgreementText { line, fault }) => (line, fault),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_built_in_text_has_every_article_once_and_in_order() {
    let edition = Edition::built_in().expect("the built-in text follows its markup");
    let heads: Vec<String> = edition
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Article(words) => Some(format!("{words:?}")),
            _ => None,
        })
        .collect();
    assert_eq!(heads.len(), 8);
    for (head, number) in heads.iter().zip("一二三四五六七八".chars()) {
        assert!(head.contains(&format!("第{number}条")), "{head}");
    }
}

#[test]
fn the_built_in_text_asks_for_what_the_firms_own_text_asks_for() {
    let edition = Edition::built_in().expect("the built-in text follows its markup");
    let blanks: Vec<Blank> = edition.blanks().collect();
    for wanted in [
        Blank::AgreementNumber,
        Blank::FirmName,
        Blank::CompanyName,
        Blank::Number400,
        Blank::ContractAmount,
        Blank::ContractAmountCapitals,
        Blank::MonthlyMinimum,
        Blank::FirmPhone,
        Blank::CompanyPhone,
        Blank::FirmAddress,
        Blank::CompanyAddress,
    ] {
        assert!(blanks.contains(&wanted), "{wanted:?}");
    }
}

#[test]
fn the_built_in_text_cites_the_law_in_force_and_not_the_repealed_one() {
    let text = include_str!("../../../../assets/agreement/2026-01.txt");
    assert!(text.contains("《中华人民共和国民法典》"));
    assert!(text.contains("《中华人民共和国电信条例》"));
    assert!(!text.contains("合同法"));
}

#[test]
fn every_blank_is_told_to_managers() {
    let readme = include_str!("../../../../assets/agreement/README.md");
    for blank in Blank::all() {
        assert!(readme.contains(&format!("`{}`", blank.name())), "{blank:?}");
    }
}

#[test]
fn clauses_that_weigh_on_the_customer_are_bold_and_confirmed() {
    let edition = Edition::built_in().expect("the built-in text follows its markup");
    let heavy: String = edition
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph {
                words,
                weighs: true,
                ..
            } => Some(format!("{words:?}")),
            _ => None,
        })
        .collect();
    for wanted in [
        "最低消费",
        "续费的金额不得低于",
        "三个月内",
        "销户手续后",
        "停机",
    ] {
        assert!(heavy.contains(wanted), "{wanted}");
    }
    assert!(
        edition
            .blocks
            .iter()
            .any(|block| matches!(block, Block::Confirm(_)))
    );
    assert!(
        edition
            .blocks
            .iter()
            .any(|block| matches!(block, Block::Sign(_)))
    );
}

#[test]
fn every_fault_is_told_with_its_line() {
    let body = |line: &str| fault(&format!("{HEAD}# 第一条\n{line}\n"));
    assert_eq!(
        fault("title: 协议\n\n"),
        (2, TextFault::HeadLacks("effective"))
    );
    assert_eq!(
        fault("colour: red\n"),
        (1, TextFault::HeadUnknown("colour: red".into()))
    );
    assert_eq!(fault("title: 甲\ntitle: 乙\n").0, 2);
    let date = HEAD.replace("2026-01-01", "2026-13-01");
    assert_eq!(fault(&date), (2, TextFault::HeadDate("2026-13-01".into())));
    assert_eq!(
        body("甲方{firm}"),
        (7, TextFault::BlankUnknown("firm".into()))
    );
    assert_eq!(
        body("甲方{_99}"),
        (7, TextFault::BlankUnknown("_99".into()))
    );
    assert_eq!(body("甲方{firm_name"), (7, TextFault::BraceAlone));
    assert_eq!(body("甲方}"), (7, TextFault::BraceAlone));
    assert_eq!(
        body("@table 甲"),
        (7, TextFault::CommandUnknown("@table".into()))
    );
    assert_eq!(body("#"), (7, TextFault::Empty));
    assert_eq!(body("@signatures\n甲方"), (8, TextFault::SignatureSides));
    assert_eq!(body("正文").1, TextFault::NoSignatures);
    assert_eq!(fault(&format!("{HEAD}正文\n")).1, TextFault::NoArticle);
}

proptest! {
    #[test]
    fn no_text_makes_the_parser_panic(text in "[a-z甲乙{}#!@>| :\n]{0,200}") {
        let _ = Edition::parse(&text);
        let _ = Edition::parse(&format!("{HEAD}{text}"));
    }
}
