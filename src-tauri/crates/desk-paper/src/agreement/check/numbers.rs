//! Gaps and repeats in the numbers of articles, parts, items and sub-items.
//! A number counts among its own kind under the same head, and starts anew
//! under the next.

use super::{Clause, Note, TextRule};
use crate::agreement::numeral::{Level, Numeral};

/// The last number of each kind that is still open.
type Open = Vec<Numeral>;

pub(super) fn check(clauses: &[Clause<'_>]) -> Vec<Note> {
    let mut open = Open::new();
    let mut notes = Vec::new();
    for clause in clauses {
        if let Some(number) = clause.number {
            notes.extend(held(&open, number, clause));
            open.retain(|above| above.level < number.level);
            open.push(number);
        } else if clause.is_article() {
            // An article without a number: what is under it starts anew.
            open.retain(|above| above.level == Level::Article);
        }
    }
    notes
}

fn held(open: &Open, number: Numeral, clause: &Clause<'_>) -> Option<Note> {
    let last = open.iter().find(|above| above.level == number.level);
    let wanted = last.map_or(1, |last| last.value + 1);
    let cite = |value| Numeral { value, ..number }.cited();
    let rule = match number.value {
        value if value == wanted => return None,
        value if value > wanted => TextRule::NumberGap,
        _ => TextRule::NumberRepeat,
    };
    let before = last.map_or_else(|| "开头".to_owned(), |last| cite(last.value));
    Some(
        Note::at(rule, clause)
            .with("before", before)
            .with("found", cite(number.value))
            .with("wanted", cite(wanted)),
    )
}
