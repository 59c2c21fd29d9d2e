//! Holds the codes of this crate against their sentences.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use chrono::NaiveDateTime;
use desk_domain::Refusal;

use super::StoreError as E;

/// One refusal of each kind, as a person can meet it.
fn one_of_each() -> Vec<E> {
    let until: NaiveDateTime = "2026-11-22T09:30:00".parse().unwrap();
    let text = || "x".to_owned();
    vec![
        E::FolderNotWritable,
        E::FolderNotEmpty,
        E::StoreAlreadyThere,
        E::NoStore,
        E::DiskFull,
        E::DiskFailed(io::Error::other("x")),
        E::NotAStore,
        E::StoreDamaged { what: text() },
        E::StoreTooNew { found: 2, known: 1 },
        E::KeyringMissing,
        E::KeyringDamaged { what: text() },
        E::KeyDamaged,
        E::StoreBusy,
        E::UnknownStaff { name: text() },
        E::WrongPassword { seconds: 5 },
        E::TooManyAttempts { seconds: 5 },
        E::StaffRemoved,
        E::IdentityMismatch,
        E::StaffNameTaken { name: text() },
        E::StaffNameRefused { maximum: 40 },
        E::LastManager,
        E::NotAManager,
        E::PasswordTooShort { minimum: 8 },
        E::PasswordTooLong { maximum: 256 },
        E::PasswordIsName,
        E::PasswordTrivial,
        E::RecoveryCodeLength {
            found: 1,
            expected: 30,
        },
        E::RecoveryCodeTypo { group: 1 },
        E::RecoveryCodeWrong { seconds: 0 },
        E::Stale {
            found: 2,
            expected: 1,
        },
        E::NotFound {
            kind: "order",
            id: text(),
        },
        E::CustomerCodeTaken { id: 1 },
        E::NumberStateChanged {
            number: text(),
            found: text(),
            expected: text(),
        },
        E::NumberAlreadyTaken {
            number: text(),
            agreement: text(),
        },
        E::AgreementStateChanged {
            agreement: text(),
            found: text(),
        },
        E::AgreementPrefixRefused,
        E::AgreementYearFull { year: 2026 },
        E::AppendOnly { what: text() },
        E::PaperDamaged { paper: text() },
        E::PaperLost { paper: text() },
        E::PaperTooLarge { limit: 64 << 20 },
        E::PaperEmpty,
        E::ServicePasswordNotSet,
        E::ServicePasswordWrong { left: 4 },
        E::ServicePasswordLocked { until },
        E::BackupDamaged { what: text() },
        E::BackupTooNew { found: 2, known: 1 },
        E::BackupInsideStore,
        E::BackupNotWritable,
        E::BackupNotReadable,
        E::Cancelled,
        E::TooLarge,
        E::Database(rusqlite::Error::InvalidQuery),
        E::NoRandomness,
    ]
}

fn placeholders(sentence: &str) -> BTreeSet<String> {
    let parts = sentence.split('{').skip(1);
    parts
        .filter_map(|part| part.split_once('}').map(|(name, _)| name.to_owned()))
        .collect()
}

#[test]
fn every_refusal_has_its_sentence_and_fills_all_of_it() {
    let json = include_str!("../../../../../assets/wording/store.json");
    let sentences: BTreeMap<String, String> = serde_json::from_str(json).unwrap();
    let mut used = BTreeSet::new();
    for refusal in one_of_each() {
        let code = refusal.code();
        assert!(used.insert(code), "{code} is used twice");
        let sentence = sentences
            .get(code)
            .unwrap_or_else(|| panic!("{code} has no sentence"));
        let given: BTreeSet<String> = refusal
            .details()
            .into_iter()
            .map(|(name, _)| name.to_owned())
            .collect();
        let missing: Vec<_> = placeholders(sentence).difference(&given).cloned().collect();
        assert!(missing.is_empty(), "{code} does not give {missing:?}");
    }
    let unused: Vec<_> = sentences
        .keys()
        .filter(|key| !used.contains(key.as_str()))
        .collect();
    assert!(unused.is_empty(), "sentences without a code: {unused:?}");
}
