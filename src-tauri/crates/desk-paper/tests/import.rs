//! The import of a firm's own text: everything is found by itself, and the
//! paper says word for word what the file said.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop where it stands"
)]

mod sample;

use chrono::NaiveDate;
use desk_paper::agreement::import::{Confidence, FoundKind, ImportOptions, Imported, import};
use desk_paper::agreement::{Blank, Block, TextRule, check};
use desk_paper::{Edition, compose};
use std::process::Command;

const ORIGINAL: &str = include_str!("../../../../tests/fixtures/texts/400-agreement.txt");

fn options() -> ImportOptions {
    ImportOptions {
        name: "own-1".into(),
        effective: NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date"),
    }
}

fn imported(file: &[u8]) -> Imported {
    import(file, &options()).expect("imports")
}

fn original() -> (Imported, Edition) {
    let imported = imported(ORIGINAL.as_bytes());
    let edition = Edition::parse(&imported.markup).expect("the import follows the markup");
    (imported, edition)
}

fn without_space(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '\0')
        .collect()
}

/// The text area of the agreement's pages of the first copy, by poppler. The
/// acceptance form that follows starts with its own name.
fn agreement_pages(pdf: &[u8], pages: u32) -> Option<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, pdf).expect("written");
    let mut text = String::new();
    for page in 1..=pages {
        let number = page.to_string();
        // Between header and footer.
        let area = ["-x", "0", "-y", "62", "-W", "595", "-H", "728"];
        let output = Command::new("pdftotext")
            .args(["-raw", "-f", &number, "-l", &number])
            .args(area)
            .arg(&file)
            .arg("-")
            .output()
            .ok()?;
        assert!(output.status.success(), "{output:?}");
        let words = without_space(&String::from_utf8_lossy(&output.stdout));
        if words.starts_with("400业务标准受理单") {
            break;
        }
        text.push_str(&words);
    }
    Some(text)
}

/// What the usual order puts into each blank.
fn fill(blank: Blank) -> &'static str {
    match blank {
        Blank::AgreementNumber => "QF-2026-000123",
        Blank::CompanyName => "郑州星海供应链管理有限公司",
        Blank::Number400 => "400-123-4567",
        Blank::ContractAmount => "12,800.00",
        Blank::MonthlyMinimum => "40.00",
        Blank::FirmRepresentative => "周启凡",
        Blank::CompanyRepresentative => "李星海",
        Blank::FirmPhone => "0371-60000000",
        Blank::CompanyPhone => "0371-65551234",
        other => panic!("the firm's text does not ask for {other:?}"),
    }
}

#[test]
fn the_firms_own_text_prints_word_for_word_and_every_blank_of_it_is_filled() {
    let (_, edition) = original();
    let contents = sample::usual();
    let paper = compose(sample::shelf(), &edition, &contents).expect("composes");
    let Some(printed) = agreement_pages(&paper.pdf, paper.pages) else {
        return;
    };
    let company = &contents.form.company;
    let firm = &contents.firm;
    let filled = |before: &str, value: &str, after: &str| {
        (
            format!("{before}{after}"),
            format!("{before}{value}{after}"),
        )
    };
    let mut wanted = without_space(ORIGINAL);
    // The words over every page stand in the header.
    wanted = wanted.replacen("诚实守信合作共赢", "", 1);
    let sides = |label: &str| format!("{label}{label}");
    let fills = [
        filled("编号：", fill(Blank::AgreementNumber), "甲方"),
        filled("乙方：", &company.name, "（这里"),
        filled("电话号码为", fill(Blank::Number400), "。"),
        filled("合同金额为", fill(Blank::ContractAmount), "元"),
        filled("每月最低消费", fill(Blank::MonthlyMinimum), "元"),
        (
            sides("代表人："),
            format!(
                "代表人：{}代表人：{}",
                fill(Blank::FirmRepresentative),
                fill(Blank::CompanyRepresentative)
            ),
        ),
        (
            sides("联系方式："),
            format!(
                "联系方式：{}联系方式：{}",
                fill(Blank::FirmPhone),
                fill(Blank::CompanyPhone)
            ),
        ),
    ];
    for (from, to) in fills {
        assert_eq!(wanted.matches(&from).count(), 1, "{from}");
        wanted = wanted.replace(&from, &to);
    }
    // Addresses wrap inside their columns, which a text extractor reads across;
    // so the two are held letter by letter.
    let at = wanted.find("住所地：").expect("the addresses");
    let (wanted, end) = wanted.split_at(at);
    assert!(
        printed.starts_with(wanted),
        "{}",
        first_difference(wanted, &printed)
    );
    let mut end: Vec<char> = format!("{end}{}{}", firm.address, company.address)
        .chars()
        .collect();
    let mut rest: Vec<char> = printed[at..].chars().collect();
    end.sort_unstable();
    rest.sort_unstable();
    assert_eq!(
        rest.iter().collect::<String>(),
        end.iter().collect::<String>()
    );
    assert!(
        printed.ends_with("附：《400业务标准受理单》一份。"),
        "{printed}"
    );
}

fn first_difference(wanted: &str, found: &str) -> String {
    let same = wanted
        .chars()
        .zip(found.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let near = |text: &str| {
        text.chars()
            .skip(same.saturating_sub(10))
            .take(40)
            .collect::<String>()
    };
    format!("wanted …{}…, found …{}…", near(wanted), near(found))
}

#[test]
fn everything_in_the_firms_text_is_found_with_its_line() {
    let (imported, edition) = original();
    let of = |kind: FoundKind| {
        imported
            .found
            .iter()
            .filter(move |found| found.kind == kind)
    };
    assert_eq!(edition.title, "400用户入网服务协议");
    assert_eq!(edition.motto, "诚实守信　合作共赢");
    assert_eq!(of(FoundKind::Article).count(), 7);
    assert_eq!(of(FoundKind::Section).count(), 2);
    assert_eq!(of(FoundKind::Party).count(), 2);
    assert_eq!(of(FoundKind::Number).count(), 1);
    assert_eq!(of(FoundKind::Signatures).count(), 1);
    assert_eq!(of(FoundKind::Attachment).count(), 1);
    assert_eq!(of(FoundKind::UnnamedBlank).count(), 0);
    assert_eq!(of(FoundKind::Joined).count(), 0);
    let lines: Vec<&str> = imported.markup.lines().collect();
    let source: Vec<&str> = ORIGINAL.lines().collect();
    for found in &imported.found {
        let words = found.text.trim_end_matches('…');
        let start: String = without_space(words).chars().take(6).collect();
        let line = without_space(source[found.source_line - 1]);
        assert!(line.contains(&start), "{found:?}: {line}");
        assert!(found.line >= 1 && found.line <= lines.len(), "{found:?}");
    }
    let number = of(FoundKind::Blank)
        .find(|found| found.blank == Some(Blank::Number400))
        .expect("the 400 number");
    assert!(lines[number.line - 1].contains("{number400}"));
    assert_eq!(number.confidence, Confidence::Likely);
    let phone = of(FoundKind::Blank)
        .find(|found| found.blank == Some(Blank::CompanyPhone))
        .expect("the customer's telephone");
    assert!(
        lines[phone.line - 1].contains("{company_phone}"),
        "{phone:?}"
    );
    assert_eq!(phone.confidence, Confidence::Certain);
}

#[test]
fn every_encoding_gives_the_same_text() {
    let (gb, _, lost) = encoding_rs::GB18030.encode(ORIGINAL);
    assert!(!lost);
    let utf16 = |mark: bool| -> Vec<u8> {
        let start = if mark { "\u{feff}" } else { "" };
        let text = format!("{start}{ORIGINAL}").replace('\n', "\r\n");
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    };
    let wanted = original().0.markup;
    for file in [gb.into_owned(), utf16(true), utf16(false)] {
        assert_eq!(imported(&file).markup, wanted);
    }
}

#[test]
fn the_checker_finds_the_known_faults_of_the_firms_text() {
    let findings = check(&original().0.markup);
    let lines: Vec<String> = original().0.markup.lines().map(str::to_owned).collect();
    let at = |rule: TextRule| -> Vec<&str> {
        let of_rule = findings.iter().filter(|finding| finding.rule == rule);
        of_rule
            .map(|finding| lines[finding.line - 1].as_str())
            .collect()
    };
    let repealed = at(TextRule::RepealedLaw);
    assert_eq!(repealed.len(), 1);
    assert!(repealed[0].contains("《中华人民共和国合同法》"));
    let gap = at(TextRule::NumberGap);
    assert_eq!(gap.len(), 1, "{gap:?}");
    assert!(gap[0].contains("第八条"));
    let joined = at(TextRule::TwoConditions);
    assert!(
        joined[0].contains("被发现为不真实。暂停服务30日内"),
        "{joined:?}"
    );
    assert_eq!(at(TextRule::PartyNames).len(), 1);
    assert_eq!(at(TextRule::HeavyUnsigned).len(), 1);
    let heavy = at(TextRule::HeavyPlain).concat();
    for wanted in [
        "最低消费",
        "续费不得低于",
        "三个月内",
        "未办理销户",
        "办理销户手续后",
    ] {
        assert!(heavy.contains(wanted), "{wanted}");
    }
    for absent in [
        TextRule::Markup,
        TextRule::DateMissing,
        TextRule::CopiesMissing,
    ] {
        assert!(at(absent).is_empty(), "{absent:?}");
    }
    assert!(at(TextRule::BlankMissing).is_empty() && at(TextRule::NumberRepeat).is_empty());
}

#[test]
fn the_checker_finds_nothing_in_the_built_in_text() {
    let findings = check(desk_paper::agreement::BUILT_IN);
    assert!(findings.is_empty(), "{findings:#?}");
}

#[test]
fn no_word_of_the_firms_text_is_in_the_wrong_kind_of_block() {
    let (_, edition) = original();
    let kinds: Vec<char> = edition
        .blocks
        .iter()
        .map(|block| match block {
            Block::Right(_) => 'R',
            Block::Flush(_) => 'F',
            Block::Article(_) => 'A',
            Block::Section(_) => 'S',
            Block::Paragraph { .. } => 'p',
            Block::Signatures(_) => '=',
            _ => '?',
        })
        .collect();
    let wanted = "RFFpApAppAppASpppppppSpppppppppAppppApAppp=F";
    assert_eq!(kinds.into_iter().collect::<String>(), wanted);
}

#[test]
fn a_text_without_words_over_its_pages_prints_all_the_same() {
    let text = ORIGINAL.replacen("诚实守信  合作共赢", "", 1);
    let imported = imported(text.as_bytes());
    let edition = Edition::parse(&imported.markup).expect("follows the markup");
    assert_eq!(edition.motto, "");
    assert!(compose(sample::shelf(), &edition, &sample::usual()).is_ok());
}
