//! `init`, `demo`, `backup` and `restore`.

use crate::office::{MANAGER, Office, run, sample};
use std::path::Path;

#[test]
fn init_makes_a_store_once_and_shows_the_recovery_code_once() {
    let office = Office::empty();
    let words = ["init", "--firm", &sample("firm.json"), "--manager", MANAGER];
    let made = office.json(&words);
    let code = made["recovery_code"].as_str().unwrap();
    assert!(code.len() >= 16, "{code}");
    assert_eq!(made["manager"], MANAGER);

    let again = office.run(&[&words[..], &["--json"]].concat()).refused();
    assert_eq!(
        again.json()["message"].as_str().unwrap(),
        again.err.lines().next().unwrap()
    );
    assert_eq!(
        office
            .json(&["agreement", "list"])
            .as_array()
            .unwrap()
            .len(),
        0
    );
}

#[test]
fn a_firm_file_with_an_unknown_key_makes_no_store() {
    let office = Office::empty();
    let firm = office.write("firm.json", r#"{"name": "示例公司", "telephone": "1"}"#);
    let told = office
        .run(&["init", "--firm", &firm, "--manager", MANAGER])
        .refused();
    assert!(told.err.contains("telephone"), "{}", told.err);
    assert!(!office.data().exists());
}

#[test]
fn demo_does_the_main_job_and_says_where_the_pdf_lies() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().display().to_string();
    let told = run(&["demo", "--out", &out]).done();
    assert!(told.out.lines().count() >= 6, "{}", told.out);
    let path = told.out.lines().last().unwrap().split_once('：').unwrap().1;
    let pdf = std::fs::read(Path::new(path)).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "only the PDF stays: {left:?}");
}

#[test]
fn a_backup_is_restored_to_an_empty_folder_and_verifies() {
    let office = Office::open();
    let order = office.order("4006000186");
    office
        .print(&order, &office.beside("a.pdf"), &[], &[])
        .done();
    let backup = office.beside("desk.backup");
    office.run(&["backup", &backup]).done();

    let elsewhere = Office::empty();
    elsewhere.run(&["restore", &backup]).done();
    let listed = elsewhere.json(&["agreement", "list"]);
    assert_eq!(listed[0]["company"], "西安样本泓新材料有限公司");
    assert_eq!(
        elsewhere.json(&["verify"])["faults"]
            .as_array()
            .unwrap()
            .len(),
        0
    );

    elsewhere.run(&["restore", &backup]).refused();
    let nonsense = office.write("nonsense", "not a backup");
    Office::empty().run(&["restore", &nonsense]).refused();
}
