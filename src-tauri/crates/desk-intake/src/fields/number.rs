//! Finds numbers with check digits wherever they stand on a sheet, beside a
//! label, glued to it, or with their digits set apart. Refuses runs of signs
//! that are no numbers (addresses of web sites, serial numbers of forms).

use super::check::{Kind, Settled, Verdict, settle};
use super::date::digit;
use super::draft::Draft;
use super::piece::Piece;
use crate::reading::{Doubt, Letter, Witness};

/// A run of signs across pieces of one row.
#[derive(Debug, Clone)]
struct Run {
    /// Piece, first letter, letter after the last.
    parts: Vec<(usize, usize, usize)>,
    letters: Vec<Letter>,
}

/// Fewest digits a number must have been read with.
const FEWEST_DIGITS: usize = 8;
/// Digits are set apart by no more than this many heights.
const APART: f32 = 2.6;

/// The best reading of such a number on the sheet, taken out of `pieces`.
pub(super) fn take(
    pieces: &mut Vec<Piece>,
    kind: Kind,
    agrees: &dyn Fn(&str) -> bool,
) -> Option<Draft> {
    let (run, settled) = runs(pieces)
        .into_iter()
        .filter_map(|run| {
            let settled = settle(&run.letters, kind, agrees)?;
            Some((run, settled))
        })
        .min_by(|a, b| {
            rank(a)
                .partial_cmp(&rank(b))
                .unwrap_or(std::cmp::Ordering::Equal)
        })?;
    let draft = draft(pieces, &run, settled, kind);
    remove(pieces, &run);
    Some(draft)
}

fn rank((run, settled): &(Run, Settled)) -> (Verdict, f32) {
    let unsure: f32 = run
        .letters
        .iter()
        .map(|letter| 1.0 - letter.confidence)
        .sum();
    (settled.verdict, unsure)
}

fn draft(pieces: &[Piece], run: &Run, settled: Settled, kind: Kind) -> Draft {
    let parts: Vec<Piece> = run
        .parts
        .iter()
        .filter_map(|(piece, from, to)| within(&pieces[*piece], *from, *to))
        .collect();
    let mut draft = Draft::of_pieces(parts.iter());
    draft.text = settled.text;
    draft.letters.clone_from(&run.letters);
    match settled.verdict {
        Verdict::Passed => draft.confirm(Witness::Checksum),
        Verdict::Unusual => {
            draft.confirm(Witness::Checksum);
            draft.doubt(Doubt::Shape);
        }
        Verdict::Repaired => {
            draft.confirm(Witness::Checksum);
            draft.doubt(Doubt::Repaired);
        }
        Verdict::Failed => draft.doubt(Doubt::Unproven),
    }
    // One check digit in eleven or thirty-one fits by chance: where several
    // letters were hardly legible that is no proof.
    let dim = draft
        .letters
        .iter()
        .filter(|letter| letter.confidence < 0.6)
        .count();
    let allowed = if kind == Kind::Uscc { 2 } else { 1 };
    draft.doubt_if(dim > allowed, Doubt::UnsureLetter);
    draft
}

fn within(piece: &Piece, from: usize, to: usize) -> Option<Piece> {
    let tail = if from == 0 {
        piece.clone()
    } else {
        piece.cut(from)?.1
    };
    Some(tail.cut(to - from).map_or(tail, |(head, _)| head))
}

fn remove(pieces: &mut Vec<Piece>, run: &Run) {
    let mut rest = Vec::new();
    for (piece, from, to) in &run.parts {
        let piece = &pieces[*piece];
        rest.extend(piece.cut(*from).map(|(head, _)| head));
        rest.extend(piece.cut(*to).map(|(_, tail)| tail));
    }
    let mut at = 0;
    pieces.retain(|_| {
        at += 1;
        run.parts.iter().all(|(piece, ..)| *piece != at - 1)
    });
    pieces.append(&mut rest);
}

fn belongs(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || digit(sign).is_some() || matches!(sign, '×' | '〇' | '○')
}

/// Every run of signs of numbers, joined over gaps between pieces of a row.
fn runs(pieces: &[Piece]) -> Vec<Run> {
    let mut runs = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        for (from, to) in stretches(piece) {
            let mut run = Run {
                parts: vec![(at, from, to)],
                letters: piece.letters[from..to].to_vec(),
            };
            runs.push(run.clone());
            let mut last = (at, to);
            while let Some((next, end)) = continuation(pieces, last) {
                run.parts.push((next, 0, end));
                run.letters.extend_from_slice(&pieces[next].letters[..end]);
                runs.push(run.clone());
                if run.letters.len() > 24 {
                    break;
                }
                last = (next, end);
            }
        }
    }
    runs.retain(|run| {
        let digits = run
            .letters
            .iter()
            .filter(|letter| letter.character.is_ascii_digit());
        (15..=20).contains(&run.letters.len()) && digits.count() >= FEWEST_DIGITS
    });
    runs
}

fn stretches(piece: &Piece) -> Vec<(usize, usize)> {
    let mut stretches = Vec::new();
    let mut from = None;
    for (at, letter) in piece.letters.iter().enumerate() {
        match (belongs(letter.character), from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                stretches.push((start, at));
                from = None;
            }
            _ => {}
        }
    }
    stretches.extend(from.map(|start| (start, piece.letters.len())));
    stretches
}

/// The piece to the right that goes on where a run ends with its piece.
fn continuation(pieces: &[Piece], (at, end): (usize, usize)) -> Option<(usize, usize)> {
    let here = &pieces[at];
    if end < here.letters.len() {
        return None;
    }
    let (next, piece) = pieces
        .iter()
        .enumerate()
        .filter(|(other, piece)| {
            *other != at
                && piece.left > here.centre()
                && piece.left - here.right < APART * here.height
                && piece.beside(here)
        })
        .min_by(|a, b| a.1.left.total_cmp(&b.1.left))?;
    let (from, to) = stretches(piece).into_iter().next()?;
    (from == 0).then_some((next, to))
}
