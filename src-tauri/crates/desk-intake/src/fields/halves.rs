//! Short labels of which only the last letter survived, glued to the value
//! (称福州蓝石…, 址福建省…) or alone before it. Believed only where the letter ends where the
//! labels of its column end, on a line that has no label yet.

use super::label::{Label, Rule};
use super::piece::Piece;
use crate::reading::FieldName;
use std::collections::BTreeMap;

/// Takes such labels out of `pieces` and adds them to `labels`.
pub(super) fn take(
    pieces: &mut Vec<Piece>,
    rules: &[Rule],
    labels: &mut BTreeMap<FieldName, Label>,
) {
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
            match rest {
                Some(rest) => pieces[at] = rest,
                None => drop(pieces.remove(at)),
            }
            labels.insert(*field, label);
        }
    }
}

/// Cuts off the first letter of a short label (住　所) that stands at the end
/// of a line of the left column, when the label's last letter begins a piece
/// further right.
pub(super) fn part_tails(pieces: &mut Vec<Piece>, rules: &[Rule]) {
    let short: Vec<(char, char)> = rules
        .iter()
        .flat_map(|(_, wordings)| wordings.iter())
        .filter_map(|wording| {
            let signs: Vec<char> = wording.chars().collect();
            <[char; 2]>::try_from(signs)
                .ok()
                .map(|[first, last]| (first, last))
        })
        .collect();
    for at in 0..pieces.len() {
        let piece = &pieces[at];
        let count = piece.letters.len();
        if count < 4 || piece.letter_x(count - 1) - piece.letter_x(count - 2) < piece.height {
            continue;
        }
        let tail = piece.letters[count - 1].character;
        let goes_on = pieces.iter().any(|other| {
            short.contains(&(tail, other.letters[0].character))
                && other.left > piece.centre()
                && other.left - piece.right < 9.0 * piece.height
                && other.beside(piece)
        });
        if let Some((head, tail)) = piece.cut(count - 1).filter(|_| goes_on) {
            pieces[at] = head;
            pieces.push(tail);
        }
    }
}

/// The label whose last letter begins a piece, and what is left of the piece.
fn half(
    piece: &Piece,
    last: char,
    labels: &BTreeMap<FieldName, Label>,
) -> Option<(Label, Option<Piece>)> {
    if piece.letters[0].character != last {
        return None;
    }
    let (letter, rest) = match piece.letters.len() {
        1 => (piece.clone(), None),
        2 => return None,
        _ => piece.cut(1).map(|(letter, rest)| (letter, Some(rest)))?,
    };
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
