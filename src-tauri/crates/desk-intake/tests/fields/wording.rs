//! Every finding has its sentence, and every sentence its finding.

use chrono::NaiveDate;
use desk_domain::Refusal;
use desk_intake::cross::Finding;
use std::collections::{BTreeMap, BTreeSet};

fn one_of_each() -> Vec<Finding> {
    let text = || "x".to_owned();
    let day = NaiveDate::default();
    vec![
        Finding::RepresentativeIsAnother {
            licence: text(),
            card: text(),
        },
        Finding::AuthorisationByAnother {
            licence: text(),
            letter: text(),
        },
        Finding::AuthorisedIsAnother {
            letter: text(),
            card: text(),
        },
        Finding::AuthorisationOfAnother {
            licence: text(),
            letter: text(),
        },
        Finding::SexAgainstNumber {
            printed: text(),
            number: text(),
        },
        Finding::BirthAgainstNumber {
            printed: day,
            number: day,
        },
        Finding::BornInFuture { birth: day },
        Finding::CardTermAgainstAge {
            age: 1,
            expected: text(),
            found: text(),
        },
        Finding::CardNotYetValid { from: day },
        Finding::CardExpired { until: day },
        Finding::CardExpiresWithinContract {
            until: day,
            contract_end: day,
        },
        Finding::LicenceExpired { until: day },
        Finding::LicenceExpiresWithinContract {
            until: day,
            contract_end: day,
        },
        Finding::LicenceOfFuture { day },
        Finding::LicenceBeforeFounding {
            founded: day,
            issued: day,
        },
        Finding::PurposeBeyondScope { purpose: text() },
    ]
}

#[test]
fn every_finding_has_one_sentence_that_says_what_to_do() {
    let json = include_str!("../../../../../assets/wording/reading-checks.json");
    let sentences: BTreeMap<String, String> = serde_json::from_str(json).unwrap();
    let findings = one_of_each();
    let codes: BTreeSet<&str> = findings.iter().map(Refusal::code).collect();
    let worded: BTreeSet<&str> = sentences.keys().map(String::as_str).collect();
    assert_eq!(codes, worded);
    for finding in findings {
        let sentence = finding
            .details()
            .iter()
            .fold(sentences[finding.code()].clone(), |text, (name, value)| {
                text.replace(&format!("{{{name}}}"), value)
            });
        assert!(
            !sentence.contains(['{', '}']),
            "{}: {sentence}",
            finding.code()
        );
        assert!(sentence.ends_with('。'), "{}: {sentence}", finding.code());
    }
}
