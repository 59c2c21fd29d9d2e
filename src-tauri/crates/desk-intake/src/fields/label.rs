//! Printed labels (名　称, 类型, 公民身份号码 …): found whether their letters
//! stand together or apart, alone or before their values, and with a letter
//! misread. Refuses a lone likeness: a short label must be read exactly.

use super::likeness::{Sign, likeness};
use super::piece::Piece;
use super::print::is_speck;
use crate::reading::{FieldName, Letter, Quad};
use std::collections::BTreeMap;

/// A field and the labels under which papers print it, longest first.
pub(super) type Rule = (FieldName, &'static [&'static str]);

/// A label in its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Label {
    /// Where its first piece stands on the sheet as it came.
    pub(super) corners: Quad,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) middle: f32,
    pub(super) height: f32,
    pub(super) slope: f32,
    /// Read with a letter wrong or missing, and glued to its value: a letter
    /// of the value may have been taken for one of the label.
    pub(super) greedy: bool,
}

impl Label {
    /// Height of its line at another place.
    pub(super) fn height_at(&self, x: f32) -> f32 {
        self.middle + self.slope * (x - f32::midpoint(self.left, self.right))
    }
}

/// A likeness of a label: the pieces it covers, the letters of the last one
/// that belong to it, and how much is wrong with it.
#[derive(Debug, Clone)]
struct Likeness {
    field: FieldName,
    pieces: Vec<usize>,
    letters_of_last: usize,
    cost: f32,
    misread: bool,
}

/// Letters of one label stand no further apart than this many heights.
const SPREAD: f32 = 9.0;
/// A likeness that costs more is none: one letter wrong in a short label is
/// believed in line with other labels only.
const MOST: f32 = 1.7;
/// What being out of line with every other label costs.
const ALONE: f32 = 0.6;

/// Finds each field's label and takes it out of `pieces`; what stands behind
/// it in the same piece becomes a piece of its own.
pub(super) fn take(pieces: &mut Vec<Piece>, rules: &[Rule]) -> BTreeMap<FieldName, Label> {
    let mut likenesses: Vec<Likeness> = (0..pieces.len())
        .flat_map(|start| likenesses(pieces, start, rules))
        .collect();
    let places: Vec<Label> = likenesses.iter().map(|one| label(pieces, one)).collect();
    let alone: Vec<f32> = (0..likenesses.len())
        .map(|at| {
            if in_line(at, &likenesses, &places) {
                0.0
            } else {
                ALONE
            }
        })
        .collect();
    for (one, alone) in likenesses.iter_mut().zip(alone) {
        one.cost += alone;
    }
    likenesses.retain(|one| one.cost < MOST);
    likenesses.sort_by(|a, b| {
        let height = |one: &Likeness| pieces[one.pieces[0]].middle;
        (a.cost.total_cmp(&b.cost)).then(height(a).total_cmp(&height(b)))
    });
    let mut labels = BTreeMap::new();
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    for one in likenesses {
        if labels.contains_key(&one.field) || one.pieces.iter().any(|at| taken.contains_key(at)) {
            continue;
        }
        labels.insert(one.field, label(pieces, &one));
        for at in &one.pieces {
            taken.insert(*at, pieces[*at].letters.len());
        }
        if let Some(last) = one.pieces.last() {
            taken.insert(*last, one.letters_of_last);
        }
    }
    *pieces = remaining(pieces, &taken);
    labels
}

fn remaining(pieces: &[Piece], taken: &BTreeMap<usize, usize>) -> Vec<Piece> {
    pieces
        .iter()
        .enumerate()
        .filter_map(|(at, piece)| match taken.get(&at) {
            None => Some(piece.clone()),
            Some(letters) => {
                let specks = piece.letters[*letters..]
                    .iter()
                    .take_while(|letter| is_speck(letter.character))
                    .count();
                piece.cut(letters + specks).map(|(_, rest)| rest)
            }
        })
        .collect()
}

/// Cuts pieces that hold a label in their middle (性别男民族汉) before it.
pub(super) fn part(pieces: &mut Vec<Piece>, inner: &[&str], only_at_gaps: bool) {
    let mut at = 0;
    while at < pieces.len() {
        let found = (1..pieces[at].letters.len())
            .find(|from| stands_at(&pieces[at], *from, inner, only_at_gaps));
        if let Some((first, rest)) = found.and_then(|from| pieces[at].cut(from)) {
            pieces[at] = first;
            pieces.insert(at + 1, rest);
        }
        at += 1;
    }
}

/// A column's label stands clear of the column before it, or else is followed
/// by what only its own value begins with.
fn stands_at(piece: &Piece, from: usize, inner: &[&str], only_at_gaps: bool) -> bool {
    let letters = &piece.letters[from..];
    let is_here = |label: &&&str| {
        letters.len() >= label.chars().count()
            && label
                .chars()
                .zip(letters)
                .all(|(sign, letter)| sign == letter.character)
    };
    let Some(label) = inner.iter().find(is_here) else {
        return false;
    };
    let gap = piece.letter_x(from) - piece.letter_x(from - 1);
    !only_at_gaps || gap > 1.9 * piece.height || begins_value(label, letters)
}

/// Whether a day stands behind the label of a day, an amount behind that of an
/// amount: no name and no scope says 成立日期2016.
fn begins_value(label: &str, letters: &[Letter]) -> bool {
    const AMOUNT: &str = "壹贰叁肆伍陆柒捌玖拾";
    let Some(next) = letters.get(label.chars().count()) else {
        return false;
    };
    let is_digit = next.character.is_ascii_digit();
    if label.ends_with("资本") {
        is_digit || AMOUNT.contains(next.character)
    } else if label.ends_with("日期") || label.ends_with("期限") {
        is_digit
    } else {
        false
    }
}

fn label(pieces: &[Piece], one: &Likeness) -> Label {
    let first = &pieces[one.pieces[0]];
    let last = &pieces[one.pieces[one.pieces.len() - 1]];
    let end = last
        .cut(one.letters_of_last)
        .map_or(last.right, |(label, _)| label.right);
    // A joined value knows the slope of the line better than a short label.
    let slope = if first.slope == 0.0 {
        last.slope
    } else {
        first.slope
    };
    let middle = if one.pieces.len() == 1 {
        first.height_at(f32::midpoint(first.left, end))
    } else {
        f32::midpoint(first.middle, last.middle)
    };
    Label {
        corners: first.corners,
        left: first.left,
        right: end,
        middle,
        height: first.height.min(last.height),
        slope,
        greedy: one.misread && one.letters_of_last < last.letters.len(),
    }
}

/// Whether another field's likeness begins in the same column, or ends there:
/// of a label spread wide the first letter may be lost.
fn in_line(at: usize, all: &[Likeness], places: &[Label]) -> bool {
    let (one, mine) = (&all[at], &places[at]);
    all.iter().zip(places).any(|(other, theirs)| {
        let height = mine.height.max(theirs.height);
        other.field != one.field
            && other.cost <= 1.0
            && ((theirs.left - mine.left).abs() < 1.5 * height
                || (theirs.right - mine.right).abs() < 0.5 * height)
    })
}

fn likenesses(pieces: &[Piece], start: usize, rules: &[Rule]) -> Vec<Likeness> {
    let run = run(pieces, start);
    let letters: Vec<(usize, usize, &Letter)> = run
        .iter()
        .flat_map(|piece| {
            let letters = pieces[*piece].letters.iter().enumerate();
            letters.map(|(at, letter)| (*piece, at, letter))
        })
        .skip_while(|(_, _, letter)| is_speck(letter.character))
        .take(14)
        .collect();
    let plain: Vec<Sign<'_>> = letters
        .iter()
        .map(|(piece, at, letter)| Sign {
            letter,
            opens: (*at == 0 && *piece != start).then(|| pieces[*piece].letters.len()),
        })
        .collect();
    rules
        .iter()
        .filter_map(|(field, wordings)| {
            let (cost, used) = wordings
                .iter()
                .filter_map(|wording| likeness(&plain, wording))
                .min_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))?;
            let (last, at, _) = *letters.get(used.checked_sub(1)?)?;
            let count = run.iter().position(|piece| *piece == last)? + 1;
            Some(Likeness {
                field: *field,
                pieces: run[..count].to_vec(),
                letters_of_last: at + 1,
                cost,
                misread: cost >= 0.7,
            })
        })
        .collect()
}

/// The piece and the short ones to its right that may hold the label's rest.
fn run(pieces: &[Piece], start: usize) -> Vec<usize> {
    let mut run = vec![start];
    let mut last = start;
    while run.len() < 8 && pieces[last].letters.len() <= 4 {
        let here = &pieces[last];
        let next = pieces
            .iter()
            .enumerate()
            .filter(|(at, piece)| {
                !run.contains(at)
                    && piece.left > here.centre()
                    && piece.left - here.right < SPREAD * here.height
                    && piece.beside(here)
            })
            .min_by(|a, b| a.1.left.total_cmp(&b.1.left));
        let Some((next, _)) = next else { break };
        run.push(next);
        last = next;
    }
    run
}
