//! What each column says: by its head where it has one, held against its
//! values; by its values alone where it has none.

use super::facts::{Facts, of_column};
use super::table::Table;
use super::{ColumnSeen, Doubt};
use crate::calls::heads::{Guess, LOOSE, guesses, is_billed};
use crate::calls::rows::RawRow;
use crate::calls::{Layout, Meaning};

/// A column's meaning, and whether its head is a known name for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Assigned {
    pub(crate) meaning: Meaning,
    pub(crate) sure: bool,
}

const IGNORED: Assigned = Assigned {
    meaning: Meaning::Ignored,
    sure: true,
};

/// A start in two columns.
const HALVES: [Meaning; 2] = [Meaning::StartDate, Meaning::StartTime];

/// Gives every column at most one meaning, and every meaning at most one column.
pub(crate) fn assign(table: &Table) -> Vec<Assigned> {
    let rows: Vec<&RawRow> = table.calls().collect();
    let facts: Vec<Facts> = (0..table.columns())
        .map(|at| of_column(&rows, at))
        .collect();
    if table.head.is_none() {
        return by_values(&facts, &rows);
    }
    let heads = table.heads();
    let mut candidates = Vec::new();
    for (at, (head, facts)) in heads.iter().zip(&facts).enumerate() {
        let fitting = guesses(head)
            .into_iter()
            .filter_map(|guess| fitted(guess, facts));
        candidates.extend(fitting.map(|guess| (guess, at)));
    }
    // A whole moment goes before halves, and a half may then be a length.
    if candidates
        .iter()
        .any(|(guess, at)| guess.meaning == Meaning::Start && facts[*at].values > 0)
    {
        candidates.retain(|(guess, _)| !HALVES.contains(&guess.meaning));
    }
    settle_number(&mut candidates, &heads, &facts);
    candidates.sort_by_key(|(guess, at)| (guess.rank, *at));
    let mut assigned = vec![IGNORED; heads.len()];
    let mut taken: Vec<Meaning> = Vec::new();
    for (Guess { meaning, rank }, at) in candidates {
        if assigned[at].meaning == Meaning::Ignored && !taken.contains(&meaning) {
            assigned[at] = Assigned {
                meaning,
                sure: rank < LOOSE,
            };
            taken.push(meaning);
        }
    }
    assigned
}

/// A guess held against the values; `None` when they say otherwise. A column
/// without values is believed.
fn fitted(guess: Guess, facts: &Facts) -> Option<Guess> {
    let as_meaning = |meaning| Some(Guess { meaning, ..guess });
    if facts.values == 0 {
        return Some(guess);
    }
    match guess.meaning {
        Meaning::Start | Meaning::StartDate | Meaning::StartTime => {
            let most = facts.moments.max(facts.dates).max(facts.times);
            match most {
                0 => (guess.rank < 2).then_some(guess),
                _ if most == facts.moments => as_meaning(Meaning::Start),
                _ if most == facts.dates => as_meaning(Meaning::StartDate),
                _ => as_meaning(Meaning::StartTime),
            }
        }
        Meaning::Duration if facts.moments >= 50 => None,
        Meaning::Caller | Meaning::AnsweredBy if facts.moments >= 50 => None,
        _ => Some(guess),
    }
}

/// The column of 400 numbers is the one that holds them; a 被叫号码 that does
/// not is the telephone that rang.
fn settle_number(candidates: &mut [(Guess, usize)], heads: &[String], facts: &[Facts]) {
    let is_number = |guess: &Guess| guess.meaning == Meaning::Number400;
    let holds = candidates
        .iter()
        .any(|(guess, at)| is_number(guess) && facts[*at].of_400 >= 50);
    let mut best = u8::MAX;
    for (guess, at) in candidates.iter() {
        if is_number(guess) && (!holds || facts[*at].of_400 >= 50) {
            best = best.min(guess.rank);
        }
    }
    for (guess, at) in candidates.iter_mut().filter(|(guess, _)| is_number(guess)) {
        let other = (holds && facts[*at].of_400 < 50) || guess.rank > best;
        if other && heads[*at].contains("被叫") {
            *guess = Guess {
                meaning: Meaning::AnsweredBy,
                rank: 5,
            };
        } else if other {
            guess.rank = LOOSE + 10;
        }
    }
}

/// Columns of a file without heads, told by their values.
fn by_values(facts: &[Facts], rows: &[&RawRow]) -> Vec<Assigned> {
    let mut assigned = vec![IGNORED; facts.len()];
    let mut give = |meaning: Meaning, fits: &dyn Fn(usize, &Facts) -> bool| {
        let free = |at: &usize| assigned[*at].meaning == Meaning::Ignored;
        let found = (0..facts.len())
            .filter(free)
            .find(|at| fits(*at, &facts[*at]));
        if let Some(at) = found {
            assigned[at] = Assigned {
                meaning,
                sure: false,
            };
        }
    };
    give(Meaning::Number400, &|_, f| f.of_400 >= 80);
    give(Meaning::Start, &|_, f| f.moments >= 80);
    give(Meaning::End, &|_, f| f.moments >= 80);
    give(Meaning::StartDate, &|_, f| {
        f.dates >= 80 && f.telephones < 50
    });
    give(Meaning::StartTime, &|_, f| {
        f.times >= 80 && f.telephones < 50
    });
    give(Meaning::Caller, &|_, f| f.telephones >= 60 && f.of_400 < 50);
    give(Meaning::AnsweredBy, &|_, f| {
        f.telephones >= 60 && f.of_400 < 50
    });
    give(Meaning::Fee, &|_, f| f.decimals >= 60);
    give(Meaning::Duration, &|at, f| {
        f.lengths >= 80 && !counts_up(rows, at)
    });
    if assigned
        .iter()
        .any(|column| column.meaning == Meaning::Start)
    {
        for column in assigned
            .iter_mut()
            .filter(|column| HALVES.contains(&column.meaning))
        {
            *column = IGNORED;
        }
    }
    assigned
}

/// Whether a column is 1, 2, 3 …: the number of the row, no length.
fn counts_up(rows: &[&RawRow], column: usize) -> bool {
    let values: Vec<i64> = rows
        .iter()
        .filter_map(|row| row.cells.get(column)?.trim().parse().ok())
        .collect();
    values.len() > 2
        && values
            .windows(2)
            .all(|pair| Some(pair[1]) == pair[0].checked_add(1))
}

/// The columns as they are shown.
pub(crate) fn seen(table: &Table, assigned: &[Assigned]) -> Vec<ColumnSeen> {
    let heads = table.heads();
    let shown = |(at, column): (usize, &Assigned)| ColumnSeen {
        head: heads
            .get(at)
            .map(|head| head.trim().to_owned())
            .unwrap_or_default(),
        meaning: column.meaning,
        sure: column.sure,
    };
    assigned.iter().enumerate().map(shown).collect()
}

/// What is not sure about the columns.
pub(crate) fn doubts(table: &Table, assigned: &[Assigned], layout: &Layout) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    if table.head.is_none() {
        doubts.push(Doubt::NoHeads);
    } else {
        let unsure = assigned
            .iter()
            .enumerate()
            .filter(|(_, column)| !column.sure);
        doubts.extend(unsure.map(|(at, column)| Doubt::ColumnUnsure {
            column: layout.head_of(at),
            meaning: column.meaning,
        }));
    }
    if let Err(crate::calls::CallsError::LayoutLacks(meaning)) = layout.check() {
        doubts.push(Doubt::ColumnMissing { meaning });
    }
    let duration = layout
        .column(Meaning::Duration)
        .and_then(|at| layout.heads.get(at));
    if duration.is_some_and(|head| is_billed(head)) && layout.column(Meaning::End).is_none() {
        doubts.push(Doubt::OnlyBilledDuration);
    }
    doubts
}
