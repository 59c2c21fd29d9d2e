//! Holds the codes of this crate against the wording: every code has exactly
//! one sentence, and every placeholder of a sentence is one the code gives.

use crate::{
    agreement, capitals, demand, dispute, edition, filing, form, identifier, ledger, money, order,
    period, service_password, stock, tariff,
};
use std::collections::{BTreeMap, BTreeSet};

type Codes = &'static [(&'static str, &'static [&'static str])];

const IDENTIFIER: &[Codes] = &[
    identifier::TextFault::CODES,
    identifier::Warning::CODES,
    identifier::UsccError::CODES,
    identifier::RegistrationNumberError::CODES,
    identifier::CitizenIdError::CODES,
    identifier::ResidentPermitError::CODES,
    identifier::PermanentResidentError::CODES,
    identifier::PassportError::CODES,
    identifier::MobileError::CODES,
    identifier::PhoneError::CODES,
    identifier::LandlineError::CODES,
    identifier::Number400Error::CODES,
    identifier::PostcodeError::CODES,
    identifier::EmailError::CODES,
    money::MoneyError::CODES,
    capitals::CapitalsError::CODES,
    period::CalendarMonthError::CODES,
];

const FORM: &[Codes] = &[
    form::review::fault::Fault::CODES,
    demand::DemandError::CODES,
    filing::FilingError::CODES,
    stock::StockError::CODES,
    order::OrderError::CODES,
    agreement::AgreementError::CODES,
    edition::EditionError::CODES,
    service_password::ServicePasswordError::CODES,
];

const BILLING: &[Codes] = &[
    tariff::TariffError::CODES,
    ledger::LedgerError::CODES,
    dispute::DisputeError::CODES,
];

#[test]
fn every_code_of_tariffs_and_accounts_has_its_sentence() {
    let sentences = include_str!("../../../../assets/wording/billing.json");
    agree(BILLING, sentences);
}

#[test]
fn every_code_of_forms_and_states_has_its_sentence() {
    agree(FORM, include_str!("../../../../assets/wording/form.json"));
}

#[test]
fn every_code_of_identifiers_and_amounts_has_its_sentence() {
    let sentences = include_str!("../../../../assets/wording/identifier.json");
    agree(IDENTIFIER, sentences);
}

#[test]
fn every_code_of_page_marks_has_its_sentence() {
    let sentences = include_str!("../../../../assets/wording/page-mark.json");
    agree(&[crate::page_mark::PageMarkError::CODES], sentences);
}

fn agree(areas: &[Codes], json: &str) {
    let sentences: BTreeMap<String, String> = serde_json::from_str(json).unwrap();
    let codes: BTreeMap<&str, &[&str]> = areas.iter().copied().flatten().copied().collect();
    let count: usize = areas.iter().map(|codes| codes.len()).sum();
    assert_eq!(codes.len(), count, "a code is used twice");
    let unused: Vec<_> = sentences
        .keys()
        .filter(|key| !codes.contains_key(key.as_str()))
        .collect();
    assert!(unused.is_empty(), "sentences without a code: {unused:?}");
    for (code, given) in codes {
        let sentence = sentences
            .get(code)
            .unwrap_or_else(|| panic!("no sentence for {code}"));
        let given: BTreeSet<&str> = given.iter().copied().collect();
        let unknown: Vec<_> = placeholders(sentence)
            .into_iter()
            .filter(|p| !given.contains(p))
            .collect();
        assert!(
            unknown.is_empty(),
            "{code}: unknown placeholders {unknown:?}"
        );
        assert!(
            sentence.ends_with('。'),
            "{code}: a sentence ends with a full stop"
        );
    }
}

fn placeholders(sentence: &str) -> Vec<&str> {
    sentence
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name)
        .collect()
}
