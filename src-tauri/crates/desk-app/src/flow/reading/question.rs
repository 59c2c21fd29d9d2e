//! What the readings of an order say about its form: proposals with their
//! evidence, and the findings that stay until a person has looked. Refuses to
//! settle anything by itself.

use super::dto::{DocumentFound, PaperReading, Proposal};
use super::place;
use super::record::PageRecord;
use crate::failure::Failure;
use crate::show;
use desk_domain::form::{Finding, Form, Gravity};
use desk_domain::paper::PaperKind;
use desk_intake::reading::{DocumentReading, Doubt};
use desk_store::{OrderId, PaperRow, Question, Reader, ReadingRow};
use std::collections::{BTreeMap, HashMap};

/// The readings of an order beside its form.
pub(crate) struct Questions {
    pub(super) papers: Vec<PaperReading>,
    pub(super) proposals: Vec<Proposal>,
    /// Kinds of papers by what was seen on each page.
    pub(crate) seen: Vec<(i64, PaperKind)>,
    pub(super) documents: Vec<DocumentReading>,
}

/// Gathers what was read off the papers of an order.
pub(crate) fn of(reader: &Reader<'_>, order: OrderId, form: &Form) -> Result<Questions, Failure> {
    let papers: HashMap<_, _> = reader
        .papers()
        .of_order(order)?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    let settled: HashMap<Question, String> = reader
        .settlements()
        .of_order(order)?
        .into_iter()
        .map(|row| (row.question, row.settled))
        .collect();
    let mut questions = Questions {
        papers: Vec::new(),
        proposals: Vec::new(),
        seen: Vec::new(),
        documents: Vec::new(),
    };
    for row in reader.readings().of_order(order)? {
        let Some(paper) = papers.get(&row.paper) else {
            continue;
        };
        let record = PageRecord::of(&row)?;
        questions.gather(form, paper, &row, &record, &settled);
    }
    Ok(questions)
}

impl Questions {
    fn gather(
        &mut self,
        form: &Form,
        paper: &PaperRow,
        row: &ReadingRow,
        record: &PageRecord,
        settled: &HashMap<Question, String>,
    ) {
        for (document, kept) in (0..).zip(&record.documents) {
            let found = &kept.reading;
            self.documents.push(found.clone());
            let kind = super::record::paper_kind(paper.marks.kind, found.kind);
            self.seen.extend(kind.map(|kind| (paper.id.0, kind)));
            for (&field, read) in &found.fields {
                let asked = Question {
                    reading: row.id,
                    document,
                    field: super::record::field_key(field),
                };
                let place = place::place(form, paper.marks.kind, found.kind, field);
                let (Some(place), Some(value)) = (place, place::value(field, read)) else {
                    continue;
                };
                self.proposals.push(Proposal {
                    place,
                    paper: paper.id.0,
                    reading: row.id.0,
                    document,
                    field,
                    text: read.text.clone(),
                    value,
                    confidence: read.confidence,
                    witnesses: read.witnesses.clone(),
                    corners: read.corners,
                    verify: read.verify,
                    doubts: read.doubts.clone(),
                    settled: settled.get(&asked).cloned(),
                });
            }
        }
        let documents = record.documents.iter().map(|kept| DocumentFound {
            kind: kept.reading.kind,
            corners: kept.reading.corners,
            rotation: kept.reading.rotation,
            seals: kept.seals.clone(),
        });
        self.papers.push(PaperReading {
            paper: paper.id.0,
            reading: row.id.0,
            at: show::minute(row.at),
            width: record.width,
            height: record.height,
            documents: documents.collect(),
        });
    }

    /// What forbids printing until a person has looked, a finding a field.
    pub(crate) fn findings(&self, form: &Form) -> Result<Vec<Finding>, Failure> {
        let form = serde_json::to_value(form).map_err(|_| Failure::internal())?;
        let mut by_place: BTreeMap<&str, Finding> = BTreeMap::new();
        for proposal in &self.proposals {
            let Some(finding) = finding(proposal, place::standing(&form, &proposal.place)) else {
                continue;
            };
            let graver = |kept: &Finding| kept.gravity < finding.gravity;
            if by_place.get(proposal.place.as_str()).is_none_or(graver) {
                by_place.insert(&proposal.place, finding);
            }
        }
        Ok(by_place.into_values().collect())
    }
}

/// Why a person must look at a field, given what stands in the form. A blank
/// is told by the review of the form itself.
fn finding(proposal: &Proposal, standing: &str) -> Option<Finding> {
    if standing.is_empty() {
        return None;
    }
    let stood_by = |settled: &String| place::same(settled, standing);
    if proposal.settled.as_ref().is_some_and(stood_by) {
        return None;
    }
    let (code, gravity) = match (place::same(&proposal.value, standing), proposal.verify) {
        (true, false) => return None,
        (true, true) => (code(proposal.doubts.first().copied()), Gravity::Missing),
        (false, _) => ("ReadingDiffers", Gravity::Wrong),
    };
    Some(Finding {
        field: proposal.place.clone(),
        code: code.to_owned(),
        details: BTreeMap::from([("read".to_owned(), shown(proposal))]),
        gravity,
    })
}

/// What a person is told of a value that agrees with the form and is doubted.
const fn code(doubt: Option<Doubt>) -> &'static str {
    match doubt {
        Some(Doubt::Contradicted) => "ReadingContradicted",
        Some(Doubt::Unproven) => "ReadingUnproven",
        Some(Doubt::Repaired) => "ReadingRepaired",
        Some(Doubt::Incomplete) => "ReadingIncomplete",
        Some(Doubt::Overlaid) => "ReadingOverlaid",
        Some(Doubt::Shape) => "ReadingUnlikely",
        Some(Doubt::Displaced) => "ReadingUnlabelled",
        Some(Doubt::UnsureLetter) | None => "ReadingToCheck",
    }
}

/// The read value as a sentence may show it: identity numbers only in part.
fn shown(proposal: &Proposal) -> String {
    if !proposal.place.ends_with(".id_number") {
        return proposal.value.clone();
    }
    show::masked(&proposal.value)
}

/// Everything as the window is told.
pub(super) fn answer(questions: Questions) -> super::OrderReadings {
    super::OrderReadings {
        papers: questions.papers,
        proposals: questions.proposals,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use desk_intake::reading::{FieldName, Witness};

    const CODE: &str = "91350100M000100Y43";

    fn told(doubts: &[Doubt], standing: &str) -> Option<String> {
        let proposal = Proposal {
            place: "company.code".to_owned(),
            paper: 1,
            reading: 1,
            document: 0,
            field: FieldName::Uscc,
            text: CODE.to_owned(),
            value: CODE.to_owned(),
            confidence: 0.7,
            witnesses: vec![Witness::Ocr],
            corners: [[0; 2]; 4],
            verify: !doubts.is_empty(),
            doubts: doubts.to_vec(),
            settled: None,
        };
        finding(&proposal, standing).map(|finding| finding.code)
    }

    #[test]
    fn a_value_put_right_by_its_check_digits_says_so_and_not_only_that_it_is_unsure() {
        let told = |doubts: &[Doubt]| told(doubts, CODE);
        assert_eq!(told(&[]), None);
        assert_eq!(told(&[Doubt::UnsureLetter]).unwrap(), "ReadingToCheck");
        let both = [Doubt::Repaired, Doubt::UnsureLetter];
        assert_eq!(told(&both).unwrap(), "ReadingRepaired");
        assert_eq!(told(&[Doubt::Unproven]).unwrap(), "ReadingUnproven");
    }

    #[test]
    fn a_value_that_differs_from_the_form_is_told_as_different_whatever_its_doubts() {
        let told = told(&[Doubt::Repaired], "91350100M000100Y51");
        assert_eq!(told.unwrap(), "ReadingDiffers");
    }
}
