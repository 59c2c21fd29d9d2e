//! Short labels of which only the last letter survived, glued to the value
//! (称福州蓝石…, 址福建省…). Believed only where the letter ends where the
//! labels of its column end, on a line that has no label yet.

use super::label::{Label, Rule};
use super::piece::Piece;
use crate::reading::FieldName;
use std::collections::BTreeMap;

/// Takes such labels out of `pieces` and adds them to `labels`.
pub(super) fn take(pieces: &mut [Piece], rules: &[Rule], labels: &mut BTreeMap<FieldName, Label>) {
    for (field, wordings) in rules {
        if labels.contains_key(field) {
            continue;
        }
        let last = wordings.iter().find_map(|wording| {
            let mut signs = wording.chars();
            let last = signs.nth(1)?;
            signs.next().is_none().then_some(last)
        });
        let Some(last) = last else { continue };
        let found = (0..pieces.len()).find_map(|at| {
            let (label, rest) = half(&pieces[at], last, labels)?;
            Some((at, label, rest))
        });
        if let Some((at, label, rest)) = found {
            pieces[at] = rest;
            labels.insert(*field, label);
        }
    }
}

fn half(piece: &Piece, last: char, labels: &BTreeMap<FieldName, Label>) -> Option<(Label, Piece)> {
    if piece.letters.len() < 3 || piece.letters[0].character != last {
        return None;
    }
    let (letter, rest) = piece.cut(1)?;
    let tall = piece.height;
    let near = |label: &&Label| (label.middle - piece.height_at(label.right)).abs() < 12.0 * tall;
    let column: Vec<&Label> = labels
        .values()
        .filter(near)
        .filter(|label| (label.right - letter.right).abs() < 1.2 * tall)
        .collect();
    let left = column.iter().map(|label| label.left).reduce(f32::min)?;
    // The line must be free: a label on it has this piece for its value.
    let is_free = labels.values().all(|label| {
        let is_left = label.left < letter.right && label.right > left - tall;
        !is_left || (label.height_at(piece.left) - piece.middle).abs() > 0.8 * tall
    });
    is_free.then(|| {
        let label = Label {
            corners: letter.corners,
            left,
            right: letter.right,
            middle: letter.middle,
            height: tall,
            slope: piece.slope,
            greedy: false,
        };
        (label, rest)
    })
}
