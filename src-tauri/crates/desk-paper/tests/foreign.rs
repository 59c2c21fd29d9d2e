//! Texts from outside: every word of any file goes into the markup once and in
//! order, and no bytes make the import panic.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop where it stands"
)]

use chrono::NaiveDate;
use desk_paper::Edition;
use desk_paper::agreement::import::{FoundKind, ImportError, ImportOptions, Imported, import};
use desk_paper::agreement::{Blank, Block, PreviewRun, plain, preview};
use proptest::prelude::*;

fn run(file: &[u8]) -> Result<Imported, ImportError> {
    let options = ImportOptions {
        name: "own".into(),
        effective: NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date"),
    };
    import(file, &options)
}

#[test]
fn sides_one_below_the_other_are_put_side_by_side_and_told() {
    let text = "服务协议\n第一条 服务\n甲方提供服务。\n\
        甲方（盖章）：\n电话：\n日期：\n乙方（盖章）：\n电话：\n地址：\n日期：\n";
    let imported = run(text.as_bytes()).expect("imports");
    let edition = Edition::parse(&imported.markup).expect(&imported.markup);
    let Some(Block::Signatures(rows)) = edition.blocks.last() else {
        panic!("{}", imported.markup);
    };
    assert_eq!(rows.len(), 4);
    assert_eq!(plain(&rows[1].0), "电话：〔甲方联系方式〕");
    assert_eq!(plain(&rows[1].1), "电话：〔乙方联系方式〕");
    assert!(
        imported
            .found
            .iter()
            .any(|f| f.kind == FoundKind::SidesMoved)
    );
}

#[test]
fn lines_broken_by_hand_become_one_paragraph() {
    let text = "服务协议\n第一条 服务\n\
        （一）客户应当保证登记资料真实准确完整，并在资料变更之后的三十日以内\n\
        书面通知甲方更正；逾期未通知的，由此造成的损失由客户自行承担。\n\
        （二）其他。\n甲方：（盖章）        乙方：（盖章）\n";
    let imported = run(text.as_bytes()).expect("imports");
    assert!(
        imported.markup.contains("三十日以内书面通知甲方更正；"),
        "{}",
        imported.markup
    );
    let joined = imported
        .found
        .iter()
        .filter(|f| f.kind == FoundKind::Joined);
    assert_eq!(joined.count(), 1);
}

#[test]
fn labels_that_were_spaced_out_are_read_as_labels() {
    let text = "服务合同\n编    号：______\n甲    方：______\n乙    方：______\n\
        第一条 服务\n服务。\n甲    方：（盖章）      乙    方：（盖章）\n日    期：            日    期：\n";
    let imported = run(text.as_bytes()).expect("imports");
    let edition = Edition::parse(&imported.markup).expect(&imported.markup);
    let blanks: Vec<Blank> = edition.blanks().collect();
    assert_eq!(
        blanks,
        [Blank::AgreementNumber, Blank::FirmName, Blank::CompanyName]
    );
    assert!(
        imported.markup.contains("日期：{_10} | 日期：{_10}"),
        "{}",
        imported.markup
    );
}

/// Lines as agreements have them, and worse.
fn line() -> impl Strategy<Value = String> {
    let start = prop_oneof![
        3 => Just(String::new()),
        1 => Just("    ".to_owned()),
        2 => (1_u32..30).prop_map(|n| format!("第{n}条 ")),
        1 => Just("第六条：".to_owned()),
        2 => Just("（一）".to_owned()),
        2 => (1_u32..9).prop_map(|n| format!("{n}、")),
        1 => Just("甲方：".to_owned()),
        1 => Just("乙方（盖章）：".to_owned()),
        1 => Just("编号：".to_owned()),
        1 => Just("日    期：".to_owned()),
    ];
    let part = prop_oneof![
        6 => "[天地玄黄客户续费金额为元，。；：（）《》]{1,20}",
        1 => Just("        ".to_owned()),
        1 => Just("____".to_owned()),
        1 => Just("\u{3000}\u{3000}".to_owned()),
        1 => Just(" 年  月  日".to_owned()),
        1 => "[a-z{}#!@>|*\\\\?]{1,5}",
        1 => Just("          乙方：".to_owned()),
    ];
    (start, prop::collection::vec(part, 0..6)).prop_map(|(start, parts)| start + &parts.concat())
}

/// The words of a file without white space and lines to write on.
fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '_' | '\u{feff}'))
        .collect()
}

/// Every word of the markup. A date that data fills brings its own 年月日.
fn words_of(markup: &str) -> String {
    let shown = preview(markup);
    let run = |run: &PreviewRun| match run {
        PreviewRun::Text { text, .. } => text.clone(),
        PreviewRun::Blank { name, .. } if name.ends_with("_date") => "年月日".to_owned(),
        _ => String::new(),
    };
    let lines = shown
        .lines
        .iter()
        .flat_map(|line| line.runs.iter().chain(&line.right));
    let body: String = lines.map(run).collect();
    squeezed(&format!("{}{}{body}", shown.motto, shown.title))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_word_of_a_file_is_in_the_markup_once_and_in_order(
        lines in prop::collection::vec(line(), 0..14),
    ) {
        let text = format!("服务协议\n{}\n", lines.join("\n"));
        let imported = run(text.as_bytes()).expect("imports");
        let (mut found, mut wanted): (Vec<char>, Vec<char>) =
            (words_of(&imported.markup).chars().collect(), squeezed(&text).chars().collect());
        if imported.found.iter().any(|f| f.kind == FoundKind::SidesMoved) {
            found.sort_unstable();
            wanted.sort_unstable();
        }
        prop_assert_eq!(
            found.into_iter().collect::<String>(),
            wanted.into_iter().collect::<String>(),
            "{}", imported.markup
        );
        let count = imported.markup.lines().count();
        prop_assert!(imported.found.iter().all(|f| (1..=count).contains(&f.line)));
    }

    #[test]
    fn no_bytes_make_the_import_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = run(&bytes);
        let _ = run(&[b"PK\x03\x04", &bytes[..]].concat());
        let _ = run(&[b"\xFF\xFE", &bytes[..]].concat());
    }
}
