//! Whether papers agree with one another and with the day on which they are
//! laid on the table: licence, both sides of identity cards, authorisation,
//! contract. Owns the findings and their codes. Refuses to settle anything:
//! each finding is shown to a person.

mod card;
mod finding;
mod licence;

pub use finding::Finding;

use crate::reading::{DocumentKind, DocumentReading, FieldName, FieldReading, PrintedDate};
use chrono::NaiveDate;

/// What is known beside the papers themselves.
#[derive(Debug, Clone, Copy, Default)]
pub struct Circumstances<'a> {
    /// Last day of the contract that is to be signed.
    pub contract_end: Option<NaiveDate>,
    /// What the authorisation says, when there is one.
    pub authorisation: Option<Authorisation<'a>>,
    /// What the 400 number is for, in the words of the form.
    pub purpose: Option<&'a str>,
}

/// Names on a letter of authorisation.
#[derive(Debug, Clone, Copy)]
pub struct Authorisation<'a> {
    /// Who authorises: the enterprise.
    pub enterprise: &'a str,
    /// Its legal representative.
    pub representative: &'a str,
    /// Who may act.
    pub handler: &'a str,
}

/// Papers of one acceptance, by what they are.
struct Papers<'a> {
    licences: Vec<&'a DocumentReading>,
    portraits: Vec<&'a DocumentReading>,
    emblems: Vec<&'a DocumentReading>,
}

/// Holds the papers of one acceptance against each other on the day `today`.
///
/// Fields that were not read are passed over: a missing field is asked for
/// where it belongs. Findings come in the order in which they matter.
#[must_use]
pub fn cross_check(
    papers: &[DocumentReading],
    today: NaiveDate,
    circumstances: &Circumstances<'_>,
) -> Vec<Finding> {
    let of = |kind| {
        papers
            .iter()
            .filter(|paper| paper.kind == kind)
            .collect::<Vec<_>>()
    };
    let papers = Papers {
        licences: of(DocumentKind::Licence),
        portraits: of(DocumentKind::IdPortrait),
        emblems: of(DocumentKind::IdEmblem),
    };
    let mut findings = Vec::new();
    for licence in &papers.licences {
        licence::check(licence, today, circumstances, &mut findings);
    }
    for portrait in &papers.portraits {
        card::check_portrait(portrait, today, &mut findings);
    }
    for emblem in &papers.emblems {
        card::check_emblem(emblem, today, circumstances.contract_end, &mut findings);
    }
    if let ([portrait], [emblem]) = (papers.portraits.as_slice(), papers.emblems.as_slice()) {
        card::check_term(portrait, emblem, &mut findings);
    }
    people(&papers, circumstances, &mut findings);
    findings
}

/// Whether the people named on different papers are the same.
fn people(papers: &Papers<'_>, circumstances: &Circumstances<'_>, findings: &mut Vec<Finding>) {
    let cards: Vec<&str> = papers
        .portraits
        .iter()
        .filter_map(|card| text(card, FieldName::Name))
        .collect();
    let representative = papers
        .licences
        .first()
        .and_then(|licence| text(licence, FieldName::LegalRepresentative));
    let on_a_card = |name: &str| cards.iter().any(|card| same_name(card, name));
    match circumstances.authorisation {
        None => {
            if let Some(name) = representative
                && !cards.is_empty()
                && !on_a_card(name)
            {
                findings.push(Finding::RepresentativeIsAnother {
                    licence: name.to_owned(),
                    card: cards.join("、"),
                });
            }
        }
        Some(letter) => {
            if let Some(name) = representative
                && !same_name(name, letter.representative)
            {
                findings.push(Finding::AuthorisationByAnother {
                    licence: name.to_owned(),
                    letter: letter.representative.to_owned(),
                });
            }
            if !cards.is_empty() && !on_a_card(letter.handler) {
                findings.push(Finding::AuthorisedIsAnother {
                    letter: letter.handler.to_owned(),
                    card: cards.join("、"),
                });
            }
        }
    }
}

/// A name with its dots and brackets in one form; a partner's 委派代表 counts as well.
fn same_name(a: &str, b: &str) -> bool {
    let plain = |name: &str| {
        name.chars()
            .filter_map(super::print::plain)
            .collect::<String>()
    };
    let (a, b) = (plain(a), plain(b));
    let delegate = |whole: &str, part: &str| {
        whole
            .split_once("委派代表")
            .is_some_and(|(_, rest)| rest.trim_matches(|sign| ":()".contains(sign)) == part)
    };
    a == b || delegate(&a, &b) || delegate(&b, &a)
}

fn field(paper: &DocumentReading, name: FieldName) -> Option<&FieldReading> {
    paper.fields.get(&name)
}

fn text(paper: &DocumentReading, name: FieldName) -> Option<&str> {
    field(paper, name).map(|field| field.text.as_str())
}

fn day(paper: &DocumentReading, name: FieldName) -> Option<NaiveDate> {
    match field(paper, name).and_then(|field| field.date) {
        Some(PrintedDate::Day(day)) => Some(day),
        _ => None,
    }
}
