//! Every code has its sentence, and every sentence its code.

use desk_domain::Refusal;
use desk_intake::IntakeError;
use desk_intake::source::{Compromise, ScanError};
use std::collections::{BTreeMap, BTreeSet};

fn one_of_each() -> Vec<Box<dyn Refusal>> {
    let text = || "x".to_owned();
    vec![
        Box::new(ScanError::Busy),
        Box::new(ScanError::NoPaper),
        Box::new(ScanError::Jam),
        Box::new(ScanError::CoverOpen),
        Box::new(ScanError::Refused(text())),
        Box::new(ScanError::Offline),
        Box::new(ScanError::Denied),
        Box::new(ScanError::Cancelled),
        Box::new(ScanError::Aborted),
        Box::new(ScanError::BrokenOff),
        Box::new(ScanError::AnswerUnclear(text())),
        Box::new(ScanError::PageTooLarge { limit: 1 << 20 }),
        Box::new(ScanError::TooManyPages { limit: 1 }),
        Box::new(ScanError::Io(text())),
        Box::new(ScanError::DeviceUnknown),
        Box::new(ScanError::AddressInvalid { address: text() }),
        Box::new(ScanError::DriverAbsent(text())),
        Box::new(ScanError::DriverCrashed),
        Box::new(ScanError::DriverSilent { seconds: 1 }),
        Box::new(ScanError::FolderUnreadable(std::io::ErrorKind::NotFound)),
        Box::new(ScanError::NetworkAbsent),
        Box::new(ScanError::PageUnopened(text())),
        Box::new(Compromise::FeederAbsent),
        Box::new(Compromise::DuplexAbsent),
        Box::new(Compromise::FlatbedAbsent),
        Box::new(Compromise::Resolution {
            wished: 300,
            taken: 200,
        }),
        Box::new(Compromise::ColourAbsent),
        Box::new(Compromise::Cut {
            width: 1,
            height: 1,
        }),
    ]
}

#[test]
fn every_fault_has_one_sentence_that_says_what_to_do() {
    let json = include_str!("../../../../../assets/wording/scan.json");
    let sentences: BTreeMap<String, String> = serde_json::from_str(json).unwrap();
    let all = one_of_each();
    let codes: BTreeSet<&str> = all.iter().map(|each| each.code()).collect();
    let worded: BTreeSet<&str> = sentences.keys().map(String::as_str).collect();
    assert_eq!(codes, worded);
    assert_eq!(codes.len(), all.len(), "a code is used twice");
    for each in all {
        let sentence = each
            .details()
            .iter()
            .fold(sentences[each.code()].clone(), |text, (name, value)| {
                text.replace(&format!("{{{name}}}"), value)
            });
        assert!(
            !sentence.contains(['{', '}']),
            "{}: {sentence}",
            each.code()
        );
        assert!(sentence.ends_with('。'), "{}: {sentence}", each.code());
    }
}

#[test]
fn a_paper_that_is_refused_speaks_for_itself() {
    let refused = ScanError::from(IntakeError::FileTooLarge { bytes: 2, limit: 1 });
    assert_eq!(refused.code(), "FileTooLarge");
    assert_eq!(refused.details().len(), 2);
}
