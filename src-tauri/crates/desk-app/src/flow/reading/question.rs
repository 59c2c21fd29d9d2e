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
use desk_intake::reading::DocumentReading;
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
        (true, true) => ("ReadingToCheck", Gravity::Missing),
        (false, _) => ("ReadingDiffers", Gravity::Wrong),
    };
    Some(Finding {
        field: proposal.place.clone(),
        code: code.to_owned(),
        details: BTreeMap::from([("read".to_owned(), shown(proposal))]),
        gravity,
    })
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
