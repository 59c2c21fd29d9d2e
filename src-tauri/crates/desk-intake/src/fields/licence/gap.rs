//! A gap in the column of labels where the representative's should stand: pale
//! labels are the first to be lost on a small or faint paper. Owns where to look
//! once more. Refuses to look where nothing is missed.

use super::super::label::Label;
use super::super::piece::{Piece, pieces};
use crate::reading::{FieldName, Sheet};
use std::collections::BTreeMap;

/// Labels further apart than so many of the nearest two have room for another.
const WIDE: f32 = 1.55;
/// So many heights of a label hold a label and a name behind it.
const REACH: f32 = 16.0;
/// Gaps looked into at most.
const MOST: usize = 2;

/// All pieces of print, those in the gaps read anew; `None` where no label is
/// missed or no gap found.
pub(super) fn looked_into(
    sheet: &Sheet<'_>,
    labels: &BTreeMap<FieldName, Label>,
    mut known: Vec<Piece>,
) -> Option<Vec<Piece>> {
    let again = sheet.again?;
    if labels.contains_key(&FieldName::LegalRepresentative) || labels.len() < 4 {
        return None;
    }
    let mut found = false;
    for [left, top, right, bottom] in gaps(labels) {
        let area = [[left, top], [right, top], [right, bottom], [left, bottom]];
        let fresh = pieces(&again.search(&area, sheet.tone.look()));
        if fresh.is_empty() {
            continue;
        }
        let within = |piece: &Piece| {
            let [a, _, _, d] = piece.corners;
            let middle = f32::midpoint(a[1], d[1]);
            (left..right).contains(&a[0]) && (top..bottom).contains(&middle)
        };
        known.retain(|piece| !within(piece));
        known.extend(fresh);
        found = true;
    }
    found.then_some(known)
}

/// Left, top, right and bottom of the gaps in the left column, the widest first;
/// below the scope there is always one.
fn gaps(labels: &BTreeMap<FieldName, Label>) -> Vec<[f32; 4]> {
    let leftmost = labels
        .values()
        .map(|label| label.left)
        .fold(f32::INFINITY, f32::min);
    let mut column: Vec<(&FieldName, &Label)> = labels
        .iter()
        .filter(|(field, _)| super::BODY.contains(field))
        .filter(|(_, label)| label.left < leftmost + 3.0 * label.height)
        .collect();
    column.sort_by(|a, b| a.1.middle.total_cmp(&b.1.middle));
    let step = |two: &[(&FieldName, &Label)]| two[1].1.middle - two[0].1.middle;
    let least = column.windows(2).map(step).fold(f32::INFINITY, f32::min);
    let mut wide: Vec<_> = column
        .windows(2)
        .filter(|two| *two[0].0 != FieldName::Scope && step(two) > WIDE * least)
        .collect();
    wide.sort_by(|a, b| step(b).total_cmp(&step(a)));
    wide.truncate(MOST);
    wide.into_iter()
        .map(|two| {
            let [above, below] = [two[0].1, two[1].1].map(|label| label.corners);
            let height = two[0].1.height;
            let left = above[0][0].min(below[0][0]) - height;
            let (top, bottom) = (above[3][1].max(above[2][1]), below[0][1].min(below[1][1]));
            [left, top, left + REACH * height, bottom]
        })
        .filter(|[_, top, _, bottom]| bottom > top)
        .collect()
}
