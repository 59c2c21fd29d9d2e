//! The signature block of a file: two columns parted by white space, a table,
//! or one side below the other. Owns finding it and parting its sides.

use super::lines::{starts_with_label, text};
use super::name::is_label;
use super::source::{Line, Token, tokens, words};

/// A row of the block: its line of the file and its two sides.
pub(super) struct Row {
    pub number: usize,
    pub left: Vec<Token>,
    pub right: Vec<Token>,
}

/// A signature block in a file.
pub(super) struct Found {
    /// Its lines, from … to one past.
    pub lines: (usize, usize),
    pub rows: Vec<Row>,
    /// Whether its sides stood one below the other.
    pub moved: bool,
}

/// Finds the block behind line `from`.
pub(super) fn find(lines: &[Line], from: usize) -> Option<Found> {
    beside(lines, from).or_else(|| below(lines, from))
}

fn beside(lines: &[Line], from: usize) -> Option<Found> {
    let start = (from..lines.len()).rev().find(|&at| {
        sides(&lines[at]).is_some_and(|(left, right)| {
            let (left, right) = (party(&words(&left)), party(&words(&right)));
            left.is_some() && right.is_some() && left != right
        })
    })?;
    let mut rows = Vec::new();
    let mut end = start;
    while let Some((left, right)) = lines.get(end).and_then(sides) {
        rows.push(Row {
            number: lines[end].number,
            left,
            right,
        });
        end += 1;
    }
    Some(Found {
        lines: (start, end),
        rows,
        moved: false,
    })
}

/// Which party a label names.
pub(super) fn party(text: &str) -> Option<char> {
    let text = text.trim_start();
    ['甲', '乙']
        .into_iter()
        .find(|party| text.starts_with(&format!("{party}方")))
}

/// The two sides of a line, if it has two.
fn sides(line: &Line) -> Option<(Vec<Token>, Vec<Token>)> {
    let cells: Vec<Vec<Token>> = line.cells.iter().map(|cell| tokens(cell)).collect();
    match cells.as_slice() {
        [] => None,
        [one] => columns(one),
        [left, right] => Some((left.clone(), right.clone())),
        // Label and value in cells of their own.
        [a, b, c, d] => Some(([&a[..], b].concat(), [&c[..], d].concat())),
        _ => None,
    }
}

/// Parts a line at the first gap behind which another label starts.
fn columns(tokens: &[Token]) -> Option<(Vec<Token>, Vec<Token>)> {
    let at = (1..tokens.len()).find(|&at| {
        let gap = matches!(tokens[at - 1], Token::Gap(_));
        let starts = match &tokens[at] {
            Token::Text { text, .. } => {
                starts_with_label(text) || party(text).is_some() || is_label(text)
            }
            Token::Gap(_) => false,
        };
        at > 1 && gap && starts
    })?;
    Some((tokens[..at - 1].to_vec(), tokens[at..].to_vec()))
}

/// One side below the other: 甲方's lines, then 乙方's.
fn below(lines: &[Line], from: usize) -> Option<Found> {
    let is = |at: usize, wanted: char| {
        let text = text(&lines[at]);
        party(&text) == Some(wanted)
            && text.chars().count() <= 40
            && text.contains(['：', ':', '（', '('])
            && !text.contains(['。', '，'])
    };
    let second = (from..lines.len()).rev().find(|&at| is(at, '乙'))?;
    let first = (from..second).rev().find(|&at| is(at, '甲'))?;
    let signs = |at: usize| starts_with_label(&lines[at].squeezed());
    if !(first + 1..second).all(signs) {
        return None;
    }
    let end = (second + 1..lines.len())
        .find(|&at| !signs(at))
        .unwrap_or(lines.len());
    let (left, right) = (&lines[first..second], &lines[second..end]);
    let side = |lines: &[Line], at: usize| lines.get(at).map_or_else(Vec::new, Line::tokens);
    let rows = (0..left.len().max(right.len()))
        .map(|at| Row {
            number: left.get(at).or(right.get(at)).map_or(0, |line| line.number),
            left: side(left, at),
            right: side(right, at),
        })
        .collect();
    Some(Found {
        lines: (first, end),
        rows,
        moved: true,
    })
}
