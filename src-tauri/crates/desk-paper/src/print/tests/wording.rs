//! Every code has its sentence, and every sentence its code.

use super::super::{PrintError, Trouble};
use desk_domain::Refusal;
use std::collections::{BTreeMap, BTreeSet};

fn one_of_each() -> Vec<PrintError> {
    let printer = || "P".to_owned();
    let answer = || "A".to_owned();
    vec![
        PrintError::PrinterUnknown { printer: printer() },
        PrintError::PrinterAddressInvalid { address: printer() },
        PrintError::PrinterUnreachable { printer: printer() },
        PrintError::PrinterAnswerUnclear {
            printer: printer(),
            answer: answer(),
        },
        PrintError::PrinterForbids { printer: printer() },
        PrintError::PrinterNotAccepting { printer: printer() },
        PrintError::PrinterRefuses {
            printer: printer(),
            answer: answer(),
        },
        PrintError::PdfNotAccepted { printer: printer() },
        PrintError::A4NotSupported { printer: printer() },
        PrintError::DuplexNotSupported { printer: printer() },
        PrintError::CopiesImpossible { limit: 1 },
        PrintError::PrintJobUnknown,
        PrintError::PrintSystemAbsent,
        PrintError::DocumentNotPdf,
    ]
}

#[test]
fn every_refusal_and_every_trouble_has_one_sentence() {
    let json = include_str!("../../../../../../assets/wording/print.json");
    let sentences: BTreeMap<String, String> = serde_json::from_str(json).unwrap();
    let errors = one_of_each();
    let refusals = errors.iter().map(|error| error as &dyn Refusal);
    let spoken: Vec<&dyn Refusal> = refusals
        .chain(Trouble::ALL.iter().map(|trouble| trouble as &dyn Refusal))
        .collect();
    let codes: BTreeSet<&str> = spoken.iter().map(|one| one.code()).collect();
    assert_eq!(codes, sentences.keys().map(String::as_str).collect());
    assert_eq!(codes.len(), spoken.len(), "a code is used twice");
    for one in spoken {
        let sentence = one
            .details()
            .iter()
            .fold(sentences[one.code()].clone(), |text, (name, value)| {
                text.replace(&format!("{{{name}}}"), value)
            });
        assert!(
            sentence.ends_with('。') && !sentence.contains('{'),
            "{sentence}"
        );
    }
}
