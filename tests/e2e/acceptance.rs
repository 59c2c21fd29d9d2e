//! The main job in the real window: a company walks in with its papers and
//! leaves with two copies.

use crate::office;
use crate::typing::type_form;
use desk_domain::paper::PaperKind;
use desk_tests::sample;
use desk_tests::window::{Window, css, file_input, key, test_id};
use std::fs;
use std::path::Path;
use std::process::Command;

/// The number key of a kind in the viewer.
fn key_of(kind: PaperKind) -> char {
    match kind {
        PaperKind::Licence => '1',
        PaperKind::IdPortrait => '2',
        PaperKind::IdEmblem => '3',
        PaperKind::Authorisation => '6',
        PaperKind::LetterOfCommitment => '7',
        other => panic!("the sample has no {other:?}"),
    }
}

/// Hands all papers in at once, then says of each what it is and whether it
/// bears the company's seal.
fn hand_in_papers(window: &Window) {
    let files = sample::PAPERS.map(office::scanned);
    let files: Vec<&Path> = files.iter().map(|file| file.as_path()).collect();
    window.choose_files(&file_input("papers-input"), &files);
    let thumbnails = css("[data-testid=papers] [role=option]");
    window.wait_for(&css(&format!(
        "[data-testid=papers]:has([role=option]:nth-of-type({}))",
        files.len()
    )));
    assert_eq!(window.count(&thumbnails), files.len());
    for kind in sample::PAPERS {
        let name = sample::paper_name(kind);
        window.click(&css(&format!(
            "[data-testid=papers] [role=option][title$={name:?}]"
        )));
        window.click(&test_id("paper-viewer"));
        window.press(&[key_of(kind)]);
        if sample::is_sealed(kind) {
            window.press(&['s']);
            window.wait_for(&css(
                "[data-testid=papers] [aria-selected=true] [data-testid^=seal]",
            ));
        }
    }
}

/// Says whether the papers have filled a field of the form.
fn filled(field: &str) -> String {
    let form = serde_json::to_value(office::form()).unwrap();
    let pointer = format!("/{}", field.replace('.', "/"));
    let wanted = form.pointer(&pointer).unwrap();
    format!("return document.querySelector('[data-field={field:?}]').value === {wanted}")
}

fn text_of(pdf: &Path) -> String {
    let read = Command::new("pdftotext")
        .arg("-layout")
        .arg(pdf)
        .arg("-")
        .output()
        .unwrap();
    assert!(
        read.status.success(),
        "{}",
        String::from_utf8_lossy(&read.stderr)
    );
    let text = String::from_utf8(read.stdout).unwrap();
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .collect()
}

#[test]
fn from_papers_to_two_copies_by_keyboard() {
    let desk = office::staffed();
    let window = office::open_front_desk(&desk);
    window.press(&[key::F2]);
    window.wait_for(&css("[data-testid=new-order-search]:focus"));
    window.screenshot("07-new-order");
    window.press(&[key::ENTER]);
    window.wait_for(&test_id("acceptance"));
    window.screenshot("08-acceptance-empty");

    hand_in_papers(&window);
    window.wait_until("the pictures of the papers", office::PICTURES_STAND);
    window.wait_gone(&css("[data-testid^=reading-]"));
    window.click(&css("[data-field='company.code']"));
    window.wait_until("the code to be filled in", &filled("company.code"));
    window.wait_for(&test_id("paper-picture"));
    window.wait_until("the picture of the licence", office::PICTURES_STAND);
    window.screenshot("09-acceptance-papers");
    window.click(&test_id("tab-number"));
    type_form(&window, &office::form());
    window.wait_for(&test_id("order-ready"));
    window.screenshot("10-acceptance-ready");
    window.click(&test_id("tab-number"));
    window.screenshot("11-acceptance-filled");

    window.press(&[key::F6]);
    window.wait_for(&test_id("page-1"));
    window.wait_until("the preview", office::PICTURES_STAND);
    window.screenshot("12-preview");
    window.press(&[key::ESCAPE]);
    window.wait_gone(&test_id("page-1"));

    window.press(&[key::F9]);
    window.wait_for(&test_id("print-summary"));
    window.screenshot("13-customer-reads-over");
    office::confirm_print(&window);
    let number = window.read(&test_id("agreement-number"));
    assert!(
        number.starts_with("QM-") && number.ends_with("-000001"),
        "{number}"
    );
    window.wait_until("the printed pages", office::PICTURES_STAND);
    window.screenshot("14-printed");

    window.click(&test_id("done-save"));
    window.wait_for(&test_id("done-saved"));
    let pdf = window.exports.join(format!("{number}.pdf"));
    assert!(fs::read(&pdf).unwrap().starts_with(b"%PDF"));
    let text = text_of(&pdf);
    for words in [
        number.as_str(),
        &sample::form().company.name,
        "甲方存",
        "乙方存",
    ] {
        assert!(text.contains(words), "{words} is missing from the paper");
    }
    window.quit();
}
