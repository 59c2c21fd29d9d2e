//! Word's .docx from outside: automatic numbers, underlined room to write on,
//! tables of signatures, tracked changes; and archives that are broken, swell
//! or nest.
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

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
