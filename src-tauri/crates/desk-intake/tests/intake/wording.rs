//! Every code has its sentence, and every sentence its code.

use desk_domain::Refusal;
use desk_intake::IntakeError;
use std::collections::{BTreeMap, BTreeSet};

fn one_of_each() -> Vec<IntakeError> {
    let text = || "x".to_owned();
    vec![
        IntakeError::FileUnreadable(std::io::ErrorKind::NotFound),
        IntakeError::FileEmpty,
        IntakeError::FileTooLarge { bytes: 2, limit: 1 },
        IntakeError::FileNotAPaper,
        IntakeError::FileKindRefused("GIF 动图"),
        IntakeError::FileTruncated,
        IntakeError::FileDamaged(text()),
        IntakeError::VariantUnsupported(text()),
        IntakeError::PictureTooLarge {
            width: 2,
            height: 2,
            limit: 1,
        },
        IntakeError::HeicUnsupported(text()),
        IntakeError::MarkEmpty,
        IntakeError::PdfNeedsPassword,
        IntakeError::FileWithoutPages,
        IntakeError::TooManyPages { pages: 2, limit: 1 },
        IntakeError::FileTooHeavy { limit: 1 },
        IntakeError::PageUnknown { page: 2, pages: 1 },
        IntakeError::PageTooSlow { seconds: 1 },
        IntakeError::CropEmpty,
        IntakeError::PictureUnwritable,
        IntakeError::ModelMissing { file: "x.onnx" },
        IntakeError::ModelDamaged { file: "x.onnx" },
        IntakeError::ReadingCancelled,
        IntakeError::ReadingFailed,
    ]
}

#[test]
fn every_refusal_has_one_sentence_that_says_what_to_do() {
    let sentences: BTreeMap<String, String> = [
        include_str!("../../../../../assets/wording/intake.json"),
        include_str!("../../../../../assets/wording/reading.json"),
    ]
    .into_iter()
    .flat_map(|json| serde_json::from_str::<BTreeMap<_, _>>(json).unwrap())
    .collect();
    let errors = one_of_each();
    let codes: BTreeSet<&str> = errors.iter().map(Refusal::code).collect();
    let worded: BTreeSet<&str> = sentences.keys().map(String::as_str).collect();
    assert_eq!(codes, worded);
    assert_eq!(codes.len(), errors.len(), "a code is used twice");
    for error in errors {
        let sentence = error
            .details()
            .iter()
            .fold(sentences[error.code()].clone(), |text, (name, value)| {
                text.replace(&format!("{{{name}}}"), value)
            });
        assert!(
            !sentence.contains(['{', '}']),
            "{}: {sentence}",
            error.code()
        );
        assert!(sentence.ends_with('。'), "{}: {sentence}", error.code());
    }
}
