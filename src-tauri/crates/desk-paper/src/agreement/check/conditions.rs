//! Two conditions run together in one item of a list of cases: 有下列情形之一的.
//! Each item of such a list is one case; a full stop inside it starts another,
//! and nobody can say whether both must be there.

use super::{Clause, Note, TextRule};

const LEADS: [&str; 6] = [
    "下列情形",
    "以下情形",
    "下列情况",
    "以下情况",
    "情形之一",
    "情况之一",
];

pub(super) fn check(clauses: &[Clause<'_>]) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut depth = None;
    for clause in clauses {
        if depth.is_some_and(|depth| clause.path.len() <= depth || clause.number.is_none()) {
            depth = None;
        }
        if depth.is_some() && sentences(clause.body()) > 1 {
            notes.push(Note::at(TextRule::TwoConditions, clause));
        }
        let leads = LEADS.iter().any(|lead| clause.text.contains(lead));
        if leads && clause.text.trim_end().ends_with(['：', ':']) {
            depth = Some(clause.path.len());
        }
    }
    notes
}

fn sentences(text: &str) -> usize {
    text.split(['。', '；'])
        .filter(|sentence| sentence.chars().any(char::is_alphanumeric))
        .count()
}
