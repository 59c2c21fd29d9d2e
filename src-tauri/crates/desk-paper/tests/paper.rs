//! The finished paper: the same bytes every time, a sound PDF, all the words in
//! order, two copies alike, nothing outside the sheet.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop where it stands"
)]

mod sample;

use desk_domain::Refusal;
use desk_paper::bundle::{self, Contents};
use desk_paper::layout::{Item, Page};
use desk_paper::{Edition, PaperError, Produced, compose, compose_draft};
use std::io::Write;
use std::process::{Command, Stdio};

fn edition() -> Edition {
    Edition::built_in().expect("the built-in text follows its markup")
}

fn produced(contents: &Contents) -> Produced {
    compose(sample::shelf(), &edition(), contents).expect("composes")
}

fn all() -> [(&'static str, Contents); 4] {
    [
        ("usual", sample::usual()),
        ("extreme", sample::extreme()),
        ("rare", sample::rare()),
        ("empty", sample::empty()),
    ]
}

/// Runs a tool of the set-up list over a PDF; `None` where it is not installed.
fn tool(name: &str, arguments: &[&str], pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("paper.pdf");
    std::fs::File::create(&file)
        .expect("a file")
        .write_all(pdf)
        .expect("written");
    let arguments = arguments.iter().map(|a| {
        if *a == "PDF" {
            file.as_os_str()
        } else {
            a.as_ref()
        }
    });
    let output = Command::new(name)
        .args(arguments)
        .stderr(Stdio::piped())
        .output()
        .ok()?;
    assert!(
        output.status.success(),
        "{name}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn without_space(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '\0')
        .collect()
}

#[test]
fn a_reprint_is_the_same_file() {
    for (name, contents) in all() {
        let (first, second) = (produced(&contents), produced(&contents));
        assert!(first == second, "{name} differs");
    }
}

#[test]
fn qpdf_finds_nothing_wrong() {
    for (name, contents) in all() {
        if let Some(report) = tool("qpdf", &["--check", "PDF"], &produced(&contents).pdf) {
            assert!(
                report.contains("No syntax or stream encoding errors"),
                "{name}: {report}"
            );
        }
    }
}

#[test]
fn the_file_names_its_title_its_firm_and_its_language() {
    let contents = sample::usual();
    let pdf = produced(&contents).pdf;
    if let Some(info) = tool("pdfinfo", &["PDF"], &pdf) {
        assert!(
            info.contains("400用户入网服务协议 QF-2026-000123"),
            "{info}"
        );
        assert!(info.contains("郑州启凡计算机软件有限公司"), "{info}");
        assert!(info.contains("A4"), "{info}");
    }
    if let Some(json) = tool("qpdf", &["--json", "PDF"], &pdf) {
        assert!(json.contains("zh-CN"), "the language is set");
        assert!(json.contains("甲-1"), "pages have labels");
    }
}

#[test]
fn the_agreement_can_be_copied_out_word_for_word() {
    for (name, contents) in all() {
        let Some(text) = tool("pdftotext", &["-raw", "PDF", "-"], &produced(&contents).pdf) else {
            return;
        };
        let text = without_space(&text);
        for block in include_str!("../../../../assets/agreement/2026-01.txt")
            .lines()
            .skip(5)
        {
            let words = block.trim_start_matches(['>', '#', '!', ' ']);
            if words.contains(['{', '@', '|']) || words.is_empty() {
                continue;
            }
            // A page may break inside a paragraph; its two ends must be there.
            let words: Vec<char> = without_space(words).chars().collect();
            let head: String = words.iter().take(12).collect();
            let tail: String = words.iter().rev().take(6).rev().collect();
            assert!(text.contains(&head), "{name} lacks {head}");
            assert!(text.contains(&tail), "{name} lacks {tail}");
        }
    }
}

#[test]
fn every_field_of_the_form_is_on_the_paper() {
    let contents = sample::extreme();
    let Some(text) = tool("pdftotext", &["-raw", "PDF", "-"], &produced(&contents).pdf) else {
        return;
    };
    let text = without_space(&text);
    for wanted in [
        "QF-2026-000123-01",
        "914403001922038216",
        "410101198003071234",
        "人民币壹万贰仟捌佰元整",
        "￥12,800.00",
        "400-123-4567",
        "1702020209024500123",
        "周六至周日10:00–16:00",
        "长期",
        "☑新装☐变更",
        "☑按时间",
        "☑无应答转移",
        "已详细阅读",
        "0371-65551028",
    ] {
        assert!(
            text.matches(wanted).count() >= 2,
            "{wanted} is not on both copies"
        );
    }
}

#[test]
fn names_of_rare_characters_are_printed_and_can_be_copied_out() {
    let Some(text) = tool("pdftotext", &["PDF", "-"], &produced(&sample::rare()).pdf) else {
        return;
    };
    for name in ["𬱖㛃堃", "𠮷野𪚥", "𤭢𫖯斋"] {
        assert!(text.contains(name), "{name} is lost");
    }
}

#[test]
fn a_character_no_font_has_is_refused_by_name_before_anything_is_set() {
    let mut contents = sample::usual();
    contents.form.handler.name = "王𰻝".into();
    let error = compose(sample::shelf(), &edition(), &contents).expect_err("refused");
    assert_eq!(
        error,
        PaperError::GlyphMissing {
            character: "𰻝（U+30EDD）".into(),
            field: "经办人姓名".into()
        }
    );
    assert_eq!(error.code(), "GlyphMissing");
    contents.form.handler.name = "王\u{202e}".into();
    let error = compose(sample::shelf(), &edition(), &contents).expect_err("refused");
    assert!(error.to_string().contains("U+202E"), "{error}");
}

fn described(page: &Page) -> Vec<String> {
    page.items().map(|item| format!("{item:?}")).collect()
}

#[test]
fn the_two_copies_are_alike_but_for_their_mark() {
    for (name, contents) in all() {
        let pages = bundle::pages(sample::shelf(), &edition(), &contents).expect("set");
        let (ours, theirs) = pages.split_at(pages.len() / 2);
        for (a, b) in ours.iter().zip(theirs) {
            assert_eq!(described(a).len(), described(b).len(), "{name}");
            let (codes, differing): (Vec<_>, Vec<_>) = described(a)
                .into_iter()
                .zip(described(b))
                .filter(|(a, b)| a != b)
                .partition(|(a, _)| a.starts_with("Blocks"));
            assert!(codes.len() <= 1, "{name}: a page has one code");
            assert_eq!(differing.len(), 1, "{name}: only the mark differs");
            assert!(
                differing[0].0.contains('甲') && differing[0].1.contains('乙'),
                "{name}"
            );
        }
    }
}

#[test]
fn what_both_copies_say_stands_in_the_file_once() {
    let pdf = produced(&sample::usual()).pdf;
    let document = lopdf::Document::load_mem(&pdf).expect("a PDF");
    let pages: Vec<_> = document.get_pages().into_values().collect();
    let (ours, theirs) = pages.split_at(pages.len() / 2);
    for (a, b) in ours.iter().zip(theirs) {
        let (a, b) = (
            document.get_page_contents(*a),
            document.get_page_contents(*b),
        );
        assert_eq!(a[0], b[0], "text");
        assert_ne!(a[1], b[1], "mark of the copy");
    }
}

#[test]
fn each_copy_starts_on_a_front_page() {
    for (name, contents) in all() {
        let paper = produced(&contents);
        assert_eq!(paper.pages_per_copy % 2, 0, "{name}");
        assert_eq!(paper.pages, 2 * paper.pages_per_copy, "{name}");
        assert!(paper.pages_per_copy - paper.numbered_pages <= 1, "{name}");
    }
}

#[test]
fn nothing_leaves_the_text_area_of_its_page() {
    for (name, contents) in all() {
        for page in bundle::pages(sample::shelf(), &edition(), &contents).expect("set") {
            let (text, codes) = page.layers.split_at(2);
            for item in text.iter().flat_map(|layer| layer.iter()) {
                let (left, top, right, bottom) = item.bounds();
                assert!(left > 60.0 && right < 535.0, "{name}: {item:?}");
                assert!(top > 30.0 && bottom < 815.0, "{name}: {item:?}");
            }
            // The page's code and the ticks stand where printers still reach.
            for item in codes.iter().flat_map(|layer| layer.iter()) {
                let (left, top, right, bottom) = item.bounds();
                assert!(left > 12.0 && right < page.width - 12.0, "{name}: {item:?}");
                assert!(
                    top > 12.0 && bottom < page.height - 12.0,
                    "{name}: {item:?}"
                );
            }
        }
    }
}

fn words_of(page: &Page) -> String {
    page.items()
        .filter_map(|item| match item {
            Item::Run(run) => Some(run.glyphs.iter().map(|g| g.character).collect::<String>()),
            _ => None,
        })
        .collect()
}

#[test]
fn signatures_never_stand_on_a_page_without_a_word_of_the_agreement() {
    let shelf = sample::shelf();
    // Ever longer addresses move the end of the text over the page break.
    for length in 0..60 {
        let mut contents = sample::usual();
        contents.form.company.address = "郑州市".repeat(length);
        contents.form.company.name = "星海".repeat(4 + length / 2);
        let pages = bundle::pages(shelf, &edition(), &contents).expect("set");
        let page = pages
            .iter()
            .map(words_of)
            .find(|words| words.contains("代表人："))
            .expect("signed");
        assert!(page.contains("盖章之日起生效"), "{length}: {page}");
    }
}

#[test]
fn a_draft_says_so_and_has_no_number() {
    let draft = compose_draft(sample::shelf(), &edition(), &sample::usual()).expect("composes");
    assert_eq!(draft.pages, draft.pages_per_copy);
    if let Some(text) = tool("pdftotext", &["PDF", "-"], &draft.pdf) {
        assert!(text.contains("草稿"), "{text}");
        assert!(!text.contains("QF-2026-000123"), "{text}");
        assert!(!text.contains("甲方存"), "{text}");
    }
}
