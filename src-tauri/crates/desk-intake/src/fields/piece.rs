//! Pieces of print on a straightened sheet: what stands left, right, above and
//! below of what. Refuses to trust the order in which lines were found.

use super::print;
use crate::reading::{Letter, Quad, TextLine};

/// A line, or a part of one, with its place on the straightened sheet.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// Its letters, tidied, never none.
    pub(super) letters: Vec<Letter>,
    /// Where it stands on the sheet as it came.
    pub(super) corners: Quad,
    /// Left end.
    pub(super) left: f32,
    /// Right end.
    pub(super) right: f32,
    /// Height of the middle at the middle.
    pub(super) middle: f32,
    /// Height of its letters.
    pub(super) height: f32,
    /// Fall per pixel to the right, 0 for short pieces.
    pub(super) slope: f32,
}

/// Slanted more than this against the others, it is a watermark or a seal.
const SLANTED: f32 = 0.16;

impl Piece {
    pub(super) fn text(&self) -> String {
        print::text(&self.letters)
    }

    pub(super) fn centre(&self) -> f32 {
        f32::midpoint(self.left, self.right)
    }

    /// Height of its middle line at another place.
    pub(super) fn height_at(&self, x: f32) -> f32 {
        self.middle + self.slope * (x - self.centre())
    }

    /// Whether both stand on one line of print.
    pub(super) fn beside(&self, other: &Self) -> bool {
        let (long, short) = if self.right - self.left > other.right - other.left {
            (self, other)
        } else {
            (other, self)
        };
        // Boxes of thick print are drawn so tall that those of two lines overlap;
        // but what stands on one line does not stand above one another.
        let shared = self.right.min(other.right) - self.left.max(other.left);
        if shared > 0.5 * (short.right - short.left) {
            return false;
        }
        let off = (long.height_at(short.centre()) - short.middle).abs();
        off < 0.55
            * self
                .height
                .max(other.height)
                .min(1.6 * self.height.min(other.height))
    }

    /// Cuts before the letter `at`; `None` where a side would be empty.
    pub(super) fn cut(&self, at: usize) -> Option<(Self, Self)> {
        if at == 0 || at >= self.letters.len() {
            return None;
        }
        let share = f32::midpoint(self.letters[at - 1].at, self.letters[at].at).clamp(0.0, 1.0);
        let part = |from: f32, to: f32, letters: &[Letter]| {
            let x = |share: f32| self.left + (self.right - self.left) * share;
            let [a, b, c, d] = self.corners;
            let centre = f32::midpoint(x(from), x(to));
            Self {
                letters: letters
                    .iter()
                    .map(|letter| Letter {
                        at: ((letter.at - from) / (to - from).max(0.001)).clamp(0.0, 1.0),
                        ..letter.clone()
                    })
                    .collect(),
                corners: [
                    between(a, b, from),
                    between(a, b, to),
                    between(d, c, to),
                    between(d, c, from),
                ],
                left: x(from),
                right: x(to),
                middle: self.height_at(centre),
                ..self.clone()
            }
        };
        Some((
            part(0.0, share, &self.letters[..at]),
            part(share, 1.0, &self.letters[at..]),
        ))
    }

    /// Whether there is room for a letter that was not read: Chinese letters
    /// stand at one pitch, and a full stop takes as much room as any.
    pub(super) fn has_hole(&self) -> bool {
        let sign = |at: usize| self.letters[at].character;
        let steps: Vec<(usize, f32)> = (1..self.letters.len())
            .filter(|at| print::is_han(sign(at - 1)) || sign(at - 1) == ')')
            .filter(|at| print::is_han(sign(*at)) || sign(*at) == '(')
            .map(|at| (at, self.letter_x(at) - self.letter_x(at - 1)))
            .collect();
        let mut pitches: Vec<f32> = steps
            .iter()
            .filter(|(at, _)| print::is_han(sign(*at)) && print::is_han(sign(at - 1)))
            .map(|(_, step)| *step)
            .collect();
        pitches.sort_by(f32::total_cmp);
        let few = pitches.len() < 5;
        // Few letters tell no pitch; but none is wider than its line is high.
        let pitch = match pitches.get(pitches.len() / 2) {
            Some(pitch) if !few => *pitch,
            _ => 0.72 * self.height,
        };
        self.has_room_at_an_end()
            || steps.iter().any(|(at, step)| {
                let beside_bracket = sign(*at) == '(' || sign(at - 1) == ')';
                let most = if beside_bracket { 1.95 } else { 1.68 };
                *step > most * pitch && !(few && beside_bracket)
            })
    }

    /// Whether there is room for a sign before the first letter or behind the
    /// last, which are Chinese: lines are cut out a third of their height wider.
    fn has_room_at_an_end(&self) -> bool {
        const ROOM: f32 = 0.95;
        /// Boxes of fewer letters are drawn as it happens.
        const PROSE: usize = 8;
        if self.letters.len() < PROSE {
            return false;
        }
        let (Some(first), Some(last)) = (self.letters.first(), self.letters.last()) else {
            return false;
        };
        let before = self.letter_x(0) - self.left;
        let behind = self.right - self.letter_x(self.letters.len() - 1);
        print::is_han(first.character) && before > ROOM * self.height
            || print::is_han(last.character) && behind > ROOM * self.height
    }

    /// The middle of a letter on the straightened sheet.
    pub(super) fn letter_x(&self, at: usize) -> f32 {
        let share = self.letters.get(at).map_or(1.0, |letter| letter.at);
        self.left + (self.right - self.left) * share
    }
}

fn between([ax, ay]: [f32; 2], [bx, by]: [f32; 2], share: f32) -> [f32; 2] {
    [ax + (bx - ax) * share, ay + (by - ay) * share]
}

/// Lines on a sheet that has been set straight by the slant of its long lines.
pub(super) fn pieces(lines: &[TextLine]) -> Vec<Piece> {
    let sound: Vec<&TextLine> = lines.iter().filter(|line| is_sound(line)).collect();
    let slant = slant(&sound);
    sound
        .into_iter()
        .filter(|line| !is_slanted(line, slant))
        .filter_map(|line| piece(line, slant))
        .flat_map(unstacked)
        .collect()
}

/// Letters of labels one below the other, found as one upright line (名 above
/// 类), each by itself.
fn unstacked(piece: Piece) -> Vec<Piece> {
    let wide = piece.right - piece.left;
    let count = piece.letters.len();
    if count < 2 || piece.height < 1.5 * wide {
        return vec![piece];
    }
    #[allow(clippy::cast_precision_loss, reason = "letters of one line")]
    let place = |at: usize| (at as f32 + 0.5) / count as f32;
    let [a, b, c, d] = piece.corners;
    let step = if count > 1 {
        (piece.height - wide).max(0.0) / (place(count - 1) - place(0))
    } else {
        0.0
    };
    piece
        .letters
        .iter()
        .enumerate()
        .map(|(at, letter)| {
            let half = 0.5 * wide / piece.height;
            let (from, to) = ((place(at) - half).max(0.0), (place(at) + half).min(1.0));
            Piece {
                letters: vec![Letter {
                    at: 0.5,
                    ..letter.clone()
                }],
                corners: [
                    between(a, d, from),
                    between(b, c, from),
                    between(b, c, to),
                    between(a, d, to),
                ],
                middle: piece.middle + step * (place(at) - 0.5),
                height: wide,
                slope: 0.0,
                ..piece.clone()
            }
        })
        .collect()
}

fn is_sound(line: &TextLine) -> bool {
    line.corners
        .iter()
        .flatten()
        .all(|value| value.is_finite() && value.abs() < 1.0e6)
}

fn along([a, b, ..]: &Quad) -> (f32, f32) {
    let (x, y) = (b[0] - a[0], b[1] - a[1]);
    (x.hypot(y), y.atan2(x))
}

fn tall([a, b, c, d]: &Quad) -> f32 {
    let side = |p: [f32; 2], q: [f32; 2]| (p[0] - q[0]).hypot(p[1] - q[1]);
    f32::midpoint(side(*a, *d), side(*b, *c)).max(1.0)
}

/// The middle slant of long lines, each counting by its length.
fn slant(lines: &[&TextLine]) -> f32 {
    let mut slants: Vec<(f32, f32)> = lines
        .iter()
        .map(|line| (along(&line.corners), tall(&line.corners)))
        .filter(|((length, _), tall)| *length > 3.0 * tall)
        .map(|((length, angle), _)| (angle, length))
        .collect();
    slants.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = slants.iter().map(|(_, length)| length).sum::<f32>() / 2.0;
    let mut passed = 0.0;
    slants
        .iter()
        .find(|(_, length)| {
            passed += length;
            passed >= half
        })
        .map_or(0.0, |(angle, _)| *angle)
}

fn is_slanted(line: &TextLine, slant: f32) -> bool {
    let (length, angle) = along(&line.corners);
    length > 2.5 * tall(&line.corners) && (angle - slant).abs() > SLANTED
}

fn piece(line: &TextLine, slant: f32) -> Option<Piece> {
    let letters = print::tidy(&line.letters);
    if letters.is_empty() {
        return None;
    }
    let (sin, cos) = (-slant).sin_cos();
    let [a, b, c, d] = line
        .corners
        .map(|[x, y]| [x * cos - y * sin, x * sin + y * cos]);
    let (left, right) = (f32::midpoint(a[0], d[0]), f32::midpoint(b[0], c[0]));
    let height = tall(&line.corners);
    let fall = f32::midpoint(b[1], c[1]) - f32::midpoint(a[1], d[1]);
    let is_long = right - left > 3.0 * height;
    Some(Piece {
        letters,
        corners: line.corners,
        left: left.min(right),
        right: left.max(right),
        middle: (a[1] + b[1] + c[1] + d[1]) / 4.0,
        height,
        slope: if is_long { fall / (right - left) } else { 0.0 },
    })
}
