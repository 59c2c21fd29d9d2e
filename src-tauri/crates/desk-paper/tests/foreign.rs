//! Texts from outside: every word of any file goes into the markup once and in
//! order, Word's .docx with its automatic numbers among them, and no file makes
//! the import panic or swell.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop where it stands"
)]

use chrono::NaiveDate;
use desk_paper::Edition;
use desk_paper::agreement::import::{
    Format, FoundKind, ImportError, ImportOptions, Imported, import,
};
use desk_paper::agreement::{Blank, Block, PreviewRun, plain, preview};
use proptest::prelude::*;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

fn run(file: &[u8]) -> Result<Imported, ImportError> {
    let options = ImportOptions {
        name: "own".into(),
        effective: NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date"),
    };
    import(file, &options)
}

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive
            .start_file(*name, SimpleFileOptions::default())
            .expect("started");
        archive.write_all(text.as_bytes()).expect("written");
    }
    archive.finish().expect("finished").into_inner()
}

const OPEN: &str = r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#;

fn docx(body: &str) -> Vec<u8> {
    let header = format!("<w:hdr xmlns:w=\"w\">{}</w:hdr>", p("诚实守信  合作共赢"));
    let numbering = r#"<w:numbering xmlns:w="w">
        <w:abstractNum w:abstractNumId="7">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1条　"/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl>
          <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3、"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>"#;
    let styles = r#"<w:styles xmlns:w="w"><w:style w:styleId="Head"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>"#;
    zipped(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "word/document.xml",
            &format!("{OPEN}{body}</w:body></w:document>"),
        ),
        ("word/numbering.xml", numbering),
        ("word/styles.xml", styles),
        ("word/header1.xml", &header),
    ])
}

fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn p(text: &str) -> String {
    format!("<w:p>{}</w:p>", r(text))
}

/// Underlined white space: room to write on.
fn room() -> String {
    "<w:r><w:rPr><w:u w:val=\"single\"/></w:rPr><w:t xml:space=\"preserve\">      </w:t></w:r>"
        .to_owned()
}

fn numbered(level: usize, runs: &str) -> String {
    let level = format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr>");
    format!("<w:p><w:pPr>{level}</w:pPr>{runs}</w:p>")
}

fn head(text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"Head\"/></w:pPr>{}</w:p>",
        r(text)
    )
}

fn body() -> String {
    let cell = |text: &str| format!("<w:tc>{}{}</w:tc>", p(text), p("日期：    年  月  日"));
    let table = format!(
        "<w:tbl><w:tr>{}{}</w:tr></w:tbl>",
        cell("甲方（盖章）"),
        cell("乙方（盖章）")
    );
    [
        p("400电话服务合同"),
        format!("<w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr>{}{}</w:p>", r("合同编号："), room()),
        p("甲方：郑州启凡计算机软件有限公司"),
        format!("<w:p>{}{}</w:p>", r("乙方："), room()),
        head("服务内容"),
        numbered(1, &format!("{}{}{}", r("号码："), room(), r("。"))),
        numbered(1, &r("期限自    年  月  日起至    年  月  日止。")),
        head("费用"),
        numbered(1, &r("费用如下：")),
        numbered(2, &format!("{}{}{}", r("合同金额为"), room(), r("元；"))),
        numbered(2, &format!("{}{}{}", r("押金为"), room(), r("元。"))),
        numbered(
            1,
            "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:rPr><w:b/></w:rPr><w:t>不予退还余额。</w:t></w:r></w:ins>",
        ),
        head("附则"),
        p("本合同一式二份。<!-- -->"),
        table,
        p("附：受理单。"),
    ]
    .concat()
}

#[test]
fn a_docx_is_read_with_its_automatic_numbers_its_blanks_and_its_table_of_signatures() {
    let imported = run(&docx(&body())).expect("imports");
    assert_eq!(imported.format, Format::Docx);
    let edition = Edition::parse(&imported.markup).expect(&imported.markup);
    assert_eq!(edition.title, "400电话服务合同");
    assert_eq!(edition.motto, "诚实守信　合作共赢");
    let wanted = "\
>> 合同编号：{agreement_number}
> 甲方：郑州启凡计算机软件有限公司
> 乙方：{company_name}

# 第一条　服务内容
（一）号码：{?号码}。
（二）期限自{start_date}起至{end_date}止。

# 第二条　费用
（一）费用如下：
1、合同金额为{contract_amount}元；
2、押金为{?押金}元。
（二）**不予退还余额。**

# 第三条　附则
本合同一式二份。

@signatures
甲方（盖章） | 乙方（盖章）
日期：{_4}年{_3}月{_3}日 | 日期：{_4}年{_3}月{_3}日

> 附：受理单。
";
    let (_, found) = imported.markup.split_once("\n\n").expect("a head");
    assert_eq!(found, wanted);
    let open = imported
        .found
        .iter()
        .filter(|f| f.kind == FoundKind::UnnamedBlank);
    let lines: Vec<&str> = imported.markup.lines().collect();
    let open: Vec<&str> = open.map(|f| lines[f.line - 1]).collect();
    assert_eq!(open.len(), 2, "{open:?}");
    assert!(open.iter().all(|line| line.contains("{?")), "{open:?}");
}

#[test]
fn a_docx_that_swells_nests_or_declares_is_refused() {
    let swelling = " ".repeat(40 * 1024 * 1024);
    let bomb = docx(&swelling);
    assert!(bomb.len() < 200_000);
    assert_eq!(run(&bomb), Err(ImportError::DocxTooLarge));
    let declared = zipped(&[(
        "word/document.xml",
        "<!DOCTYPE d [<!ENTITY a \"aaaa\">]><d>&a;</d>",
    )]);
    assert_eq!(run(&declared), Err(ImportError::DocxBroken));
    let nested = format!(
        "{}{}{}",
        "<w:sdt><w:sdtContent>".repeat(900),
        p("甲"),
        "</w:sdtContent></w:sdt>".repeat(900)
    );
    assert_eq!(run(&docx(&nested)), Err(ImportError::Empty));
    let many = "<w:p/>".repeat(700_000);
    assert_eq!(run(&docx(&many)), Err(ImportError::DocxTooLarge));
    assert_eq!(run(&zipped(&[("a", "b")])), Err(ImportError::DocxBroken));
    assert_eq!(run(b"PK\x03\x04"), Err(ImportError::DocxBroken));
    assert_eq!(run("  \n \u{3000}\n".as_bytes()), Err(ImportError::Empty));
    assert!(matches!(
        run(&vec![b'a'; 9 << 20]),
        Err(ImportError::TooLarge { .. })
    ));
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

    #[test]
    fn no_damage_to_a_docx_makes_the_import_panic(
        at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>(),
    ) {
        let mut file = docx(&body());
        let place = at.index(file.len());
        file[place] = byte;
        let _ = run(&file);
        file.truncate(cut.index(file.len()));
        let _ = run(&file);
    }

    #[test]
    fn no_xml_in_a_docx_makes_the_import_panic(
        parts in prop::collection::vec(prop_oneof![
            Just("<w:p>"), Just("</w:p>"), Just("<w:r>"), Just("</w:r>"), Just("<w:t>甲方：</w:t>"),
            Just("<w:tbl><w:tr><w:tc>"), Just("</w:tc></w:tr></w:tbl>"), Just("<w:br/>"),
            Just("<w:pPr><w:numPr><w:ilvl w:val=\"99\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"),
        ], 0..30),
    ) {
        let _ = run(&docx(&parts.concat()));
    }
}
