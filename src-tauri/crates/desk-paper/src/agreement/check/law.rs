//! Repealed laws, from a dated table (`assets/agreement/laws.json`). A law is
//! known by its full or its short name between 《》, or by its full name alone;
//! so 《劳动合同法》 is never taken for 《合同法》.

use super::{Clause, Note, TextRule};
use chrono::NaiveDate;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Law {
    /// Names by which it is cited; the first is the full one.
    names: Vec<String>,
    /// First day on which it no longer holds.
    repealed: NaiveDate,
    /// What holds instead.
    by: String,
}

const TABLE: &str = include_str!("../../../../../../assets/agreement/laws.json");

/// A test holds the table sound; were it broken, nothing would be found.
static LAWS: LazyLock<Vec<Law>> = LazyLock::new(|| serde_json::from_str(TABLE).unwrap_or_default());

pub(super) fn check(clauses: &[Clause<'_>], effective: Option<NaiveDate>) -> Vec<Note> {
    let mut notes = Vec::new();
    for clause in clauses {
        let words: Vec<String> = clause
            .block
            .words()
            .into_iter()
            .map(super::super::plain)
            .collect();
        let words = words.concat();
        for law in LAWS.iter() {
            let gone = effective.is_none_or(|day| law.repealed <= day);
            if gone && law.cited_in(&words) {
                let note = Note::at(TextRule::RepealedLaw, clause)
                    .with("law", law.names[0].clone())
                    .with(
                        "repealed",
                        law.repealed.format("%Y年%-m月%-d日").to_string(),
                    )
                    .with("by", law.by.clone());
                notes.push(note);
            }
        }
    }
    notes
}

impl Law {
    fn cited_in(&self, words: &str) -> bool {
        let full = self.names.first();
        let bare = full.is_some_and(|name| words.contains(name.as_str()));
        bare || bracketed(words).any(|cited| {
            // 《合同法（1999）》, 《合同法》 and 《中华人民共和国合同法》 are one.
            let cited = cited.split(['（', '(']).next().unwrap_or(cited).trim();
            self.names.iter().any(|name| name == cited)
        })
    }
}

fn bracketed(words: &str) -> impl Iterator<Item = &str> {
    words
        .split('《')
        .skip(1)
        .filter_map(|rest| rest.split('》').next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_laws_is_sound() {
        let laws: Vec<Law> = serde_json::from_str(TABLE).unwrap();
        assert!(laws.len() > 10);
        for law in &laws {
            assert!(!law.names.is_empty() && !law.by.is_empty(), "{law:?}");
            let still = laws
                .iter()
                .any(|other| other.names.contains(&law.by) && other.repealed <= law.repealed);
            assert!(!still, "{law:?} was replaced by what was gone");
        }
    }

    #[test]
    fn a_law_is_known_by_its_names_and_not_by_a_part_of_another() {
        let law = LAWS.iter().find(|law| law.by.ends_with("民法典")).unwrap();
        assert!(law.cited_in("根据《中华人民共和国合同法》及"));
        assert!(law.cited_in("根据《合同法》"));
        assert!(law.cited_in("根据中华人民共和国合同法的规定"));
        assert!(!law.cited_in("根据《中华人民共和国劳动合同法》"));
        assert!(!law.cited_in("本合同法律效力"));
    }
}
