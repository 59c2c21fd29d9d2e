//! Holds the codes of this crate against their sentences.

use crate::PaperError;
use crate::agreement::import::ImportError;
use crate::agreement::{PublishError, TextFault, check};
use desk_domain::Refusal;
use std::collections::{BTreeMap, BTreeSet};

fn every_error() -> Vec<PaperError> {
    let text = || String::from("甲");
    vec![
        PaperError::FontMissing { file: text() },
        PaperError::FontUnusable { file: text() },
        PaperError::GlyphMissing {
            character: text(),
            field: text(),
        },
        PaperError::Contradiction { field: text() },
        PaperError::Unwritable,
        PaperError::PdfEncrypted,
        PaperError::PdfUnreadable,
        PaperError::PdfSigned,
        PaperError::PdfTooLarge { limit: 1 },
        PaperError::SigningKeyUnusable,
        PaperError::PdfTooManyPages { pages: 2, limit: 1 },
        PaperError::PdfNoSuchPage { page: 2, pages: 1 },
        PaperError::PdfPageTooLarge {
            width: 1,
            height: 1,
        },
    ]
}

fn every_code_of_texts() -> Vec<Box<dyn Refusal>> {
    let text = || String::from("甲");
    let faults = [
        TextFault::HeadLacks("title"),
        TextFault::HeadUnknown(text()),
        TextFault::HeadDate(text()),
        TextFault::BlankUnknown(text()),
        TextFault::BraceAlone,
        TextFault::StrongAlone,
        TextFault::TooLong,
        TextFault::CommandUnknown(text()),
        TextFault::SignatureSides,
        TextFault::Empty,
        TextFault::NoArticle,
        TextFault::NoSignatures,
    ];
    let imports = [
        ImportError::Empty,
        ImportError::TooLarge { limit: 1 },
        ImportError::TextTooLong,
        ImportError::EncodingUnknown,
        ImportError::OldWord,
        ImportError::NotText,
        ImportError::DocxBroken,
        ImportError::DocxTooLarge,
    ];
    let faulty = PublishError::Faulty {
        findings: Vec::new(),
    };
    let faults = faults.map(|fault| PaperError::AgreementText { line: 1, fault });
    let mut all: Vec<Box<dyn Refusal>> = vec![Box::new(faulty)];
    all.extend(faults.map(|fault| Box::new(fault) as Box<dyn Refusal>));
    all.extend(imports.map(|error| Box::new(error) as Box<dyn Refusal>));
    all
}

fn sentences(json: &str) -> BTreeMap<String, String> {
    serde_json::from_str(json).unwrap()
}

/// The sentence is there, asks for nothing that is not given, and ends.
fn held(sentences: &BTreeMap<String, String>, refusal: &dyn Refusal) {
    let sentence = sentences
        .get(refusal.code())
        .unwrap_or_else(|| panic!("no sentence for {}", refusal.code()));
    let details = refusal.details();
    for part in sentence.split('{').skip(1) {
        let name = part.split('}').next().unwrap();
        assert!(
            details.iter().any(|(given, _)| *given == name),
            "{sentence}: {name}"
        );
    }
    assert!(sentence.ends_with('。'), "{sentence}");
}

#[test]
fn every_code_of_this_crate_has_its_sentence() {
    let sentences = sentences(include_str!("../../../../assets/wording/paper.json"));
    for error in every_error() {
        held(&sentences, &error);
    }
    assert_eq!(
        sentences.len(),
        every_error().len(),
        "a sentence without a code"
    );
}

/// A text in which the checker finds everything it looks for.
const WORST: &str = "edition: x\neffective: 2026-01-01\ntitle: 协议\n\n\
    依据《合同法》订立。\n# 第一条 甲\n客户每月最低消费{?多少}元。\n# 第三条 乙\n\
    有下列情形之一的，可以停机：\n1、甲方知道。乙方不知道。\n# 第三条 丙\n正文。\n\n\
    @signatures\n甲方： | 乙方：\n";

#[test]
fn every_finding_of_the_checker_has_its_sentence() {
    let sentences = sentences(include_str!("../../../../assets/wording/texts.json"));
    let mut found: BTreeSet<&str> = BTreeSet::new();
    for finding in check(WORST) {
        held(&sentences, &finding);
        found.insert(finding.code);
    }
    for refusal in every_code_of_texts() {
        held(&sentences, refusal.as_ref());
        assert!(found.insert(refusal.code()), "{} twice", refusal.code());
    }
    // Said of a whole markup fault only where its own code is missing.
    found.insert("TextMarkup");
    let unsaid: Vec<_> = sentences
        .keys()
        .filter(|key| !found.contains(key.as_str()))
        .collect();
    assert!(unsaid.is_empty(), "sentences without a code: {unsaid:?}");
}
