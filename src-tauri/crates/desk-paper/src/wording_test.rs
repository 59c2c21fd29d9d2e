//! Holds the codes of this crate against their sentences.

use crate::PaperError;
use crate::agreement::TextFault;
use desk_domain::Refusal;
use std::collections::BTreeMap;

fn every_error() -> Vec<PaperError> {
    let text = || String::from("甲");
    let faults = [
        TextFault::HeadLacks("title"),
        TextFault::HeadUnknown(text()),
        TextFault::HeadDate(text()),
        TextFault::BlankUnknown(text()),
        TextFault::BraceAlone,
        TextFault::CommandUnknown(text()),
        TextFault::SignatureSides,
        TextFault::Empty,
        TextFault::NoArticle,
        TextFault::NoSignatures,
    ];
    let mut errors = vec![
        PaperError::FontMissing { file: text() },
        PaperError::FontUnusable { file: text() },
        PaperError::GlyphMissing {
            character: text(),
            field: text(),
        },
        PaperError::Unwritable,
        PaperError::PdfEncrypted,
        PaperError::PdfUnreadable,
        PaperError::PdfTooManyPages { pages: 2, limit: 1 },
        PaperError::PdfNoSuchPage { page: 2, pages: 1 },
        PaperError::PdfPageTooLarge {
            width: 1,
            height: 1,
        },
    ];
    errors.extend(faults.map(|fault| PaperError::AgreementText { line: 1, fault }));
    errors
}

#[test]
fn every_code_of_this_crate_has_its_sentence() {
    let sentences: BTreeMap<String, String> =
        serde_json::from_str(include_str!("../../../../assets/wording/paper.json")).unwrap();
    for error in every_error() {
        let sentence = sentences
            .get(error.code())
            .unwrap_or_else(|| panic!("no sentence for {}", error.code()));
        let details = error.details();
        for part in sentence.split('{').skip(1) {
            let name = part.split('}').next().unwrap();
            assert!(
                details.iter().any(|(given, _)| *given == name),
                "{sentence}: {name}"
            );
        }
        assert!(sentence.ends_with('。'), "{sentence}");
    }
    assert_eq!(
        sentences.len(),
        every_error().len(),
        "a sentence without a code"
    );
}
