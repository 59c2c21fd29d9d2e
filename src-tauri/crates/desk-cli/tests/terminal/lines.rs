//! `check` and `capitals`: one value a line, one answer a line.

use crate::office::feed;

#[test]
fn each_line_is_answered_with_its_canonical_form_or_a_reason() {
    let lines = "91350100M000100Y43\n914403001922038216\r\n91350100M000100Y4Z\n\n";
    let told = feed(&["check", "uscc"], lines.as_bytes()).done();
    let answers: Vec<&str> = told.out.lines().collect();
    assert_eq!(answers.len(), 4);
    assert_eq!(answers[0], "ok\t91350100M000100Y43");
    assert_eq!(answers[1], "ok\t914403001922038216");
    assert!(answers[2].starts_with("bad\t") && !answers[2].is_ascii());
    assert!(answers[3].starts_with("bad\t"));
}

#[test]
fn every_kind_of_the_contract_is_known() {
    for (kind, good) in [
        ("uscc", "91350100M000100Y43"),
        ("regno", "110108000000016"),
        ("citizen", "440000197902077474"),
        ("resident", "932682198501010017"),
        ("mobile", "13800138000"),
        ("landline", "0371-65650000"),
        ("number400", "400-600-0186"),
        ("postcode", "710061"),
    ] {
        let told = feed(&["check", kind], format!("{good}\nx\n").as_bytes()).done();
        let mut lines = told.out.lines();
        assert!(
            lines.next().unwrap().starts_with("ok\t"),
            "{kind}: {}",
            told.out
        );
        assert!(
            lines.next().unwrap().starts_with("bad\t"),
            "{kind}: {}",
            told.out
        );
    }
}

#[test]
fn a_reason_never_repeats_an_identity_number() {
    let told = feed(&["check", "citizen"], b"110101190002290011\n").done();
    assert!(told.out.starts_with("bad\t") && !told.out.contains("110101190002290011"));
}

#[test]
fn a_line_that_is_no_text_is_bad_and_the_next_is_still_read() {
    let told = feed(&["check", "mobile"], b"\xB0\xA1\xFF\n13800138000\n").done();
    let answers: Vec<&str> = told.out.lines().collect();
    assert!(answers[0].starts_with("bad\t"));
    assert_eq!(answers[1], "ok\t13800138000");
}

#[test]
fn under_json_one_document_holds_all_lines() {
    let verdicts = feed(&["check", "uscc", "--json"], b"91350100M000100Y43\nx\n")
        .done()
        .json();
    assert_eq!(verdicts[0]["ok"], true);
    assert_eq!(verdicts[0]["canonical"], "91350100M000100Y43");
    assert_eq!(verdicts[1]["ok"], false);
    assert!(verdicts[1]["code"].is_string() && verdicts[1]["reason"].is_string());
}

#[test]
fn amounts_are_written_in_capitals() {
    let told = feed(&["capitals"], "1,409.50\n107000.53\n0.05\n-\n".as_bytes()).done();
    let answers: Vec<&str> = told.out.lines().collect();
    assert_eq!(
        answers[..3],
        [
            "人民币壹仟肆佰零玖元伍角",
            "人民币壹拾万零柒仟元伍角叁分",
            "人民币伍分"
        ]
    );
    assert!(answers[3].starts_with("bad\t"));
}
