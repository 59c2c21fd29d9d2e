//! From `order print` to `agreement sign`: the main job as a script does it.

use crate::office::Office;
use serde_json::Value;
use std::collections::BTreeSet;

fn keys(value: &Value) -> BTreeSet<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn the_whole_job_from_papers_to_force() {
    let office = Office::open();
    let out = office.beside("agreement.pdf");
    let printed = office
        .print(&office.order("4006000186"), &out, &[], &["--json"])
        .done()
        .json();
    assert_eq!(
        keys(&printed),
        BTreeSet::from(["agreement", "copies", "pages", "sha256"])
    );
    assert_eq!(printed["copies"], 2);
    let number = printed["agreement"].as_str().unwrap();
    assert!(
        number.starts_with("QM-") && number.ends_with("-000001"),
        "{number}"
    );
    let pdf = std::fs::read(&out).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));

    let again = office.beside("again.pdf");
    let exported = office.json(&["agreement", "export", number, "--out", &again]);
    assert_eq!(exported["sha256"], printed["sha256"]);
    assert_eq!(
        std::fs::read(&again).unwrap(),
        pdf,
        "what is exported is what was printed"
    );

    let shown = office.json(&["agreement", "show", number]);
    assert_eq!(shown["line"]["state"], "printed");
    let scan = crate::office::sample("authorisation.jpg");
    let signed = office.json(&["agreement", "sign", number, "--scan", &scan]);
    assert_eq!(signed["line"]["state"], "in_force");
    let void = office
        .run(&[
            "agreement",
            "void",
            number,
            "--reason",
            "客户反悔",
            "--json",
        ])
        .refused();
    assert_eq!(void.json()["code"], "AgreementStateForbids");

    let in_use = office.json(&["number", "list", "--state", "in_use"]);
    assert_eq!(in_use["lines"][0]["number"], "4006000186");
    let hits = office.json(&["search", "xaybh"]);
    assert_eq!(hits["customers"][0]["name"], "西安样本泓新材料有限公司");
    let verified = office.json(&["verify"]);
    assert_eq!(verified["faults"].as_array().unwrap().len(), 0);
    assert_eq!(verified["agreements"], 1);
}

#[test]
fn people_get_tables_and_sentences() {
    let office = Office::open();
    let out = office.beside("a.pdf");
    let printed = office
        .print(&office.order("4006000186"), &out, &[], &[])
        .done();
    assert!(
        printed.out.contains("一式二份") && printed.out.contains(&out),
        "{}",
        printed.out
    );
    let list = office.run(&["agreement", "list"]).done();
    assert!(
        list.out.contains("待签") && list.out.contains("400-600-0186"),
        "{}",
        list.out
    );
    let stock = office.run(&["number", "list", "--limit", "3"]).done();
    assert!(
        stock.out.contains("空闲") && stock.out.contains("共 12 个"),
        "{}",
        stock.out
    );
    let nothing = office.run(&["search", "没有这家公司"]).done();
    assert_eq!(nothing.out.trim(), "没有找到。");
    assert!(office.run(&["verify"]).done().out.contains("检查通过"));
}

#[test]
fn a_voided_agreement_keeps_its_number() {
    let office = Office::open();
    let order = office.order("4006000186");
    let print = |out: &str| {
        office
            .print(&order, &office.beside(out), &[], &["--json"])
            .done()
            .json()
    };
    let first = print("a.pdf");
    let number = first["agreement"].as_str().unwrap();
    let voided = office.json(&["agreement", "void", number, "--reason", "套餐填错了"]);
    assert_eq!(voided["void_reason"], "套餐填错了");
    assert_ne!(print("b.pdf")["agreement"], first["agreement"]);
    let all = office.json(&["agreement", "list", "--state", "void"]);
    assert_eq!(all[0]["number"], number);
}
