//! Values beside their labels: which pieces of print belong to which label,
//! row by row, in papers of one column or two. Refuses what stands out of
//! line: stamps, watermarks, neighbours.

use super::label::Label;
use super::piece::Piece;

/// The space in which a label's value stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Space {
    /// Where the value's column ends.
    pub(super) right: f32,
    /// The next label's height in the same column, or the end of the paper.
    pub(super) bottom: f32,
    /// Whether the value may run on over further lines.
    pub(super) runs_on: bool,
}

/// The rows of a value, and what is strange about them.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    /// Pieces row by row, from left to right.
    pub(super) rows: Vec<Vec<Piece>>,
    /// Between two rows there is room for another one.
    pub(super) lost_row: bool,
    /// A row ends early although the value runs on.
    pub(super) short_row: bool,
    /// A row begins elsewhere than the first one.
    pub(super) ragged: bool,
    /// Its label may have swallowed its first letter.
    pub(super) greedy: bool,
}

impl Rows {
    pub(super) fn pieces(&self) -> impl Iterator<Item = &Piece> {
        self.rows.iter().flatten()
    }
}

/// Takes a label's value out of `pieces`.
pub(super) fn take(pieces: &mut Vec<Piece>, label: &Label, space: &Space) -> Rows {
    let first = first_row(pieces, label, space);
    // Prose has no gaps; parts of a date are set apart.
    let gap = if space.runs_on { 1.6 } else { 3.0 };
    let mut chosen = vec![contiguous(pieces, &first, gap)];
    let Some(lead) = chosen[0].first().map(|at| pieces[*at].clone()) else {
        return Rows::default();
    };
    let mut above = lead.clone();
    let below = |chosen: &[Vec<usize>], above: &Piece| {
        let next = |used: &[usize]| next_row(pieces, used, (&lead, above), space);
        space.runs_on.then(|| next(&chosen.concat())).flatten()
    };
    while let Some(row) = below(&chosen, &above) {
        above = pieces[row[0]].clone();
        chosen.push(row);
    }
    let rows: Vec<Vec<Piece>> = chosen
        .iter()
        .map(|row| row.iter().map(|at| pieces[*at].clone()).collect())
        .map(|row| within_column(row, &lead))
        .collect();
    let used = chosen.concat();
    let mut at = 0;
    pieces.retain(|_| {
        at += 1;
        !used.contains(&(at - 1))
    });
    Rows {
        lost_row: has_lost_row(&rows),
        short_row: has_short_row(&rows),
        ragged: is_ragged(&rows),
        greedy: label.greedy,
        rows,
    }
}

/// A row without letters that stand before the column its value begins in: those
/// are a watermark's.
fn within_column(mut row: Vec<Piece>, lead: &Piece) -> Vec<Piece> {
    let Some(first) = row.first_mut() else {
        return row;
    };
    let edge = lead.left - 0.3 * lead.height;
    let before = (0..first.letters.len()).take_while(|at| first.letter_x(*at) < edge);
    if let Some((_, rest)) = first.cut(before.count()) {
        *first = rest;
    }
    row
}

/// Whether a piece stands on the label's own line, right of it and left of
/// where its column ends.
pub(super) fn begins(piece: &Piece, label: &Label, end: f32) -> bool {
    let off = (piece.height_at(piece.left) - label.height_at(piece.left)).abs();
    let reach = piece
        .height
        .max(label.height)
        .min(1.6 * piece.height.min(label.height));
    // Boxes of print are drawn wide: those of a label and of a value near it
    // overlap.
    piece.left > label.right - 0.8 * label.height
        && piece.centre() > label.right
        && piece.left < end
        && off < 0.62 * reach
}

/// Pieces on the label's line from left to right; where two lines are near,
/// those of the nearer one.
fn first_row(pieces: &[Piece], label: &Label, space: &Space) -> Vec<usize> {
    let off = |at: &usize| {
        let piece = &pieces[*at];
        (piece.height_at(piece.left) - label.height_at(piece.left)).abs()
    };
    let mut row: Vec<usize> = (0..pieces.len())
        .filter(|at| begins(&pieces[*at], label, space.right))
        .collect();
    let nearest = row.iter().copied().min_by(|a, b| off(a).total_cmp(&off(b)));
    if let Some(nearest) = nearest {
        row.retain(|at| *at == nearest || pieces[*at].beside(&pieces[nearest]));
    }
    row.sort_by(|a, b| pieces[*a].left.total_cmp(&pieces[*b].left));
    row
}

/// The pieces of a row from the first on, as long as no wide gap parts them
/// and they are of one size.
fn contiguous(pieces: &[Piece], row: &[usize], gap: f32) -> Vec<usize> {
    let mut kept: Vec<usize> = Vec::new();
    for at in row {
        if let Some(last) = kept.last() {
            let (here, last) = (&pieces[*at], &pieces[*last]);
            let alike = (0.72..1.39).contains(&(here.height / last.height));
            if here.left - last.right > gap * last.height.max(here.height) || !alike {
                break;
            }
        }
        kept.push(*at);
    }
    kept
}

fn next_row(
    pieces: &[Piece],
    used: &[usize],
    (lead, above): (&Piece, &Piece),
    space: &Space,
) -> Option<Vec<usize>> {
    let free = |at: &usize| !used.contains(at);
    let follows = |at: &usize| {
        let piece = &pieces[*at];
        let step = piece.middle - above.height_at(piece.centre().min(above.right));
        let tall = lead.height;
        (0.5 * tall..2.6 * tall).contains(&step)
            && (piece.left - lead.left).abs() < 1.6 * tall
            && piece.left < space.right
            && piece.middle < space.bottom
            && (0.6..1.6).contains(&(piece.height / tall))
    };
    let head = (0..pieces.len())
        .filter(free)
        .filter(follows)
        .min_by(|a, b| pieces[*a].middle.total_cmp(&pieces[*b].middle))?;
    let mut row: Vec<usize> = (0..pieces.len())
        .filter(free)
        .filter(|at| {
            *at == head
                || (pieces[*at].left > pieces[head].centre()
                    && pieces[*at].left < space.right
                    && pieces[*at].beside(&pieces[head]))
        })
        .collect();
    row.sort_by(|a, b| pieces[*a].left.total_cmp(&pieces[*b].left));
    Some(contiguous(pieces, &row, 1.6))
}

/// Lines of one value stand at one pitch; a step half as wide again hides one.
fn has_lost_row(rows: &[Vec<Piece>]) -> bool {
    let steps: Vec<f32> = rows
        .windows(2)
        .map(|two| two[1][0].middle - two[0][0].middle)
        .collect();
    let least = steps.iter().copied().fold(f32::INFINITY, f32::min);
    let tall = rows.first().map_or(1.0, |row| row[0].height);
    steps
        .iter()
        .any(|step| *step > 1.6 * least || *step > 2.3 * tall)
}

/// Rows of one value begin at one height, give or take a bracket or a cut.
fn is_ragged(rows: &[Vec<Piece>]) -> bool {
    let left = rows.first().map_or(0.0, |row| row[0].left);
    rows.iter()
        .any(|row| (row[0].left - left).abs() > row[0].height)
}

/// Every row but the last runs to the edge, give or take two letters.
fn has_short_row(rows: &[Vec<Piece>]) -> bool {
    let ends: Vec<f32> = rows
        .iter()
        .filter_map(|row| Some(row.last()?.right))
        .collect();
    let edge = ends.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let tall = rows.first().map_or(1.0, |row| row[0].height);
    ends.iter().rev().skip(1).any(|end| edge - end > 3.2 * tall)
}
