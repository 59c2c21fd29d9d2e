//! Credit codes and numbers with their three witnesses.

use crate::licence::{COMPANY, FOOT, company};
use crate::paper::{Paper, field, text};
use desk_domain::identifier::{CitizenId, RegistrationNumber, Uscc};
use desk_intake::reading::{Doubt, FieldName, Witness};

fn with_code(code: &'static str) -> Paper {
    let mut lines = COMPANY.to_vec();
    lines[2].2 = code;
    Paper::of(36.0, &[&lines[..], &FOOT[..]].concat())
}

#[test]
fn a_code_repaired_by_its_check_digits_says_so() {
    let read = with_code("91350100M000100Y43").doubt("91350100", 'Y', 0.5, ('X', 0.3));
    assert!(
        !field(&read.read(), FieldName::Uscc).verify,
        "as read, it passes"
    );
    let read = with_code("9135O100M000100Y43").read();
    let code = field(&read, FieldName::Uscc);
    assert_eq!(code.text, "91350100M000100Y43");
    assert!(code.verify && code.witnesses.contains(&Witness::Checksum));
    assert_eq!(code.doubts.first(), Some(&Doubt::Repaired));
    assert!(code.confidence < 0.8);
}

#[test]
fn a_code_beyond_repair_is_left_as_read_and_marked() {
    let read = with_code("91350100M000177Y48").read();
    let code = field(&read, FieldName::Uscc);
    assert!(
        code.verify && !code.witnesses.contains(&Witness::Checksum),
        "{code:?}"
    );
}

#[test]
fn the_two_dimensional_code_vouches_for_the_print() {
    let mut paper = company().doubt("蓝石", '石', 0.6, ('右', 0.3));
    assert!(field(&paper.read(), FieldName::Name).verify);
    paper.codes.push(
        "统一社会信用代码:91350100M000100Y43;企业名称:福州蓝石网络科技有限公司;登记机关:福州市市场监督管理局".to_owned(),
    );
    let read = paper.read();
    for name in [FieldName::Uscc, FieldName::Name] {
        assert!(!field(&read, name).verify);
        assert!(
            field(&read, name).witnesses.contains(&Witness::Qr),
            "{name:?}"
        );
    }
    assert_eq!(text(&read, FieldName::Registrar), "福州市市场监督管理局");
    assert!(
        !field(&read, FieldName::Registrar).verify,
        "of the same licence"
    );
}

#[test]
fn what_a_code_of_no_known_licence_says_alone_is_marked() {
    let mut paper = company();
    paper.codes.push("登记机关:福州市市场监督管理局".to_owned());
    assert!(field(&paper.read(), FieldName::Registrar).verify);
}

#[test]
fn a_code_within_an_address_of_the_web_is_read_and_never_opened() {
    let mut paper = company();
    paper
        .codes
        .push("https://example.invalid/v?c=91350100M000100Y43&k=9451e".to_owned());
    let witnesses = &paper.read().fields[&FieldName::Uscc].witnesses.clone();
    assert_eq!(witnesses, &[Witness::Ocr, Witness::Checksum, Witness::Qr]);
}

#[test]
fn print_and_two_dimensional_code_that_differ_are_marked() {
    let mut paper = company();
    paper
        .codes
        .push(r#"{"uniscid":"914403001922038216","entname":"别家有限公司"}"#.to_owned());
    let read = paper.read();
    assert!(field(&read, FieldName::Uscc).verify && field(&read, FieldName::Name).verify);
    assert_eq!(text(&read, FieldName::Uscc), "91350100M000100Y43");
}

#[test]
fn a_licence_never_exchanged_has_a_number_of_fifteen_digits() {
    let mut lines = COMPANY.to_vec();
    lines[1].2 = "注册号";
    lines[2].2 = "110108000000016";
    let read = Paper::of(36.0, &[&lines[..], &FOOT[..]].concat()).read();
    let code = field(&read, FieldName::Uscc);
    assert_eq!(code.text, "110108000000016");
    assert!(!code.verify && RegistrationNumber::parse(&code.text).is_ok());
}

#[test]
fn every_single_look_alike_of_a_code_is_repaired_or_marked() {
    let right = "91350100M000100Y43";
    let pairs = [
        ('0', 'O'),
        ('1', 'I'),
        ('5', 'S'),
        ('3', '8'),
        ('0', '8'),
        ('4', 'A'),
        ('1', '7'),
    ];
    for at in 0..right.len() {
        for (from, to) in pairs {
            let mut signs: Vec<char> = right.chars().collect();
            if signs[at] != from {
                continue;
            }
            signs[at] = to;
            let wrong: String = signs.iter().collect();
            let read = with_code(Box::leak(wrong.clone().into_boxed_str())).read();
            if let Some(code) = read.fields.get(&FieldName::Uscc) {
                assert!(code.verify, "{wrong} became {}", code.text);
                let proven = code.witnesses.contains(&Witness::Checksum);
                assert_eq!(proven, Uscc::parse(&code.text).is_ok());
                assert!(CitizenId::parse(&code.text).is_err());
            }
        }
    }
}
