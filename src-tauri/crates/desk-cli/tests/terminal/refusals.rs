//! What `order print` and its fellows refuse, and that a refusal leaves nothing
//! behind.

use crate::office::{Office, sample};
use std::path::Path;

const NUMBER: &str = "4006000186";

/// No draft, no agreement, no held number, no file.
fn nothing_is_left(office: &Office, out: &str) {
    assert!(!Path::new(out).exists(), "no file is written");
    assert_eq!(
        office
            .json(&["agreement", "list"])
            .as_array()
            .unwrap()
            .len(),
        0
    );
    let free = office.json(&["number", "list", "--text", NUMBER]);
    assert_eq!(
        free["lines"][0]["state"], "free",
        "the number is back in stock"
    );
}

#[test]
fn a_missing_paper_is_refused_by_name_and_leaves_no_half_order() {
    let office = Office::open();
    let out = office.beside("a.pdf");
    let told = office
        .print(&office.order(NUMBER), &out, &["licence"], &["--json"])
        .refused();
    let document = told.json();
    assert_eq!(document["code"], "OverrideNeeded");
    assert_eq!(
        document["message"].as_str().unwrap(),
        told.err.lines().next().unwrap()
    );
    assert!(document.as_object().unwrap().contains_key("field"));
    assert_eq!(document["findings"][0]["field"], "papers.licence");
    assert!(told.err.contains("营业执照"), "{}", told.err);
    nothing_is_left(&office, &out);
}

#[test]
fn a_manager_lets_a_missing_paper_through_with_a_reason() {
    let office = Office::open();
    let out = office.beside("a.pdf");
    let more = ["--override", "客户明天补交执照", "--json"];
    let printed = office
        .print(&office.order(NUMBER), &out, &["licence"], &more)
        .done()
        .json();
    let shown = office.json(&["agreement", "show", printed["agreement"].as_str().unwrap()]);
    assert_eq!(shown["override_reason"], "客户明天补交执照");
}

#[test]
fn an_incomplete_order_is_refused_with_a_sentence_for_each_gap() {
    let office = Office::open();
    let order = office.write("empty.json", "{}");
    let out = office.beside("a.pdf");
    let told = office.print(&order, &out, &[], &["--json"]).refused();
    let findings = told.json()["findings"].as_array().unwrap().clone();
    assert!(findings.len() > 10, "{findings:?}");
    assert!(
        findings
            .iter()
            .all(|f| !f["message"].as_str().unwrap().is_ascii()),
        "{findings:?}"
    );
    nothing_is_left(&office, &out);
}

#[test]
fn the_template_itself_is_an_order_with_gaps() {
    let office = Office::open();
    let template = office.run(&["order", "template"]).done().out;
    let order = office.write("template.json", &template);
    let told = office
        .print(&order, &office.beside("a.pdf"), &[], &["--json"])
        .refused();
    assert_eq!(told.json()["code"], "NotPrintable");
}

#[test]
fn a_refused_draft_stays_when_it_is_asked_for() {
    let office = Office::open();
    let out = office.beside("a.pdf");
    office
        .print(&office.order(NUMBER), &out, &["licence"], &["--keep-draft"])
        .refused();
    let kept = office.json(&["search", "样本泓"]);
    assert_eq!(kept["orders"].as_array().unwrap().len(), 1);
}

#[test]
fn an_output_that_cannot_be_written_spends_no_number() {
    let office = Office::open();
    let out = office.beside("no such folder/a.pdf");
    office
        .print(&office.order(NUMBER), &out, &[], &[])
        .refused();
    nothing_is_left(&office, &out);
}

#[test]
fn files_that_cannot_be_taken_are_named() {
    let office = Office::open();
    let out = office.beside("a.pdf");
    let picture = office.write("执照.jpg", "not a picture");
    let order = office.order(NUMBER);
    let attach = format!("licence={picture}");
    let told = office
        .run(&["order", "print", &order, "--attach", &attach, "--out", &out])
        .refused();
    assert!(!told.err.contains("panicked"), "{}", told.err);
    nothing_is_left(&office, &out);

    let attach = format!("licence={}", office.beside("nowhere.jpg"));
    let told = office
        .run(&["order", "print", &order, "--attach", &attach, "--out", &out])
        .refused();
    assert!(told.err.contains("nowhere.jpg"), "{}", told.err);
    let broken = office.write("broken.json", "{\n  \"company\": {\n");
    let told = office
        .run(&["order", "print", &broken, "--out", &out])
        .refused();
    assert!(told.err.contains("broken.json"), "{}", told.err);
    let unknown = office.write("unknown.json", r#"{"company": {"nmae": "x"}}"#);
    let told = office
        .run(&["order", "print", &unknown, "--out", &out])
        .refused();
    assert!(told.err.contains("nmae"), "{}", told.err);
    nothing_is_left(&office, &out);
}

#[test]
fn a_wrong_password_is_refused() {
    let office = Office::open();
    let output = office
        .command(&["agreement", "list", "--json"])
        .env("DESK400_PASSWORD", "wrong-password")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(
        told.contains("WrongPassword") && !told.contains("wrong-password"),
        "{told}"
    );
}

#[test]
fn an_unknown_agreement_is_refused() {
    let office = Office::open();
    for words in [
        &["agreement", "show", "QM-2026-999999"][..],
        &[
            "agreement",
            "void",
            "QM-2026-999999",
            "--reason",
            "没有这份",
        ],
        &[
            "agreement",
            "export",
            "QM-2026-999999",
            "--out",
            &office.beside("x.pdf"),
        ],
        &[
            "agreement",
            "sign",
            "QM-2026-999999",
            "--scan",
            &sample("authorisation.jpg"),
        ],
    ] {
        office.run(words).refused();
    }
    assert!(!Path::new(&office.beside("x.pdf")).exists());
}

#[test]
fn lines_of_a_stock_list_that_are_no_numbers_are_named() {
    let office = Office::open();
    let list = office.write("numbers.txt", "4000000901\n4000000101\n12345\n");
    let added = office.json(&["number", "add", &list]);
    assert_eq!((&added["added"], &added["known"]), (&1.into(), &1.into()));
    assert_eq!(added["refused"][0]["line"], 3);
}

#[test]
fn a_folder_without_a_store_is_refused() {
    Office::empty().run(&["agreement", "list"]).refused();
}
