//! A value on its way to a field: letters, witnesses and doubts. Owns how
//! doubts become `verify` and how they lower confidence. Refuses to settle a
//! doubt by itself: only another witness does.

use super::band::Rows;
use super::piece::Piece;
use super::print;
use crate::reading::{Doubt, FieldReading, Letter, PrintedDate, Quad, Witness};

/// What a doubt leaves of the confidence.
const fn factor(doubt: Doubt) -> f32 {
    match doubt {
        Doubt::UnsureLetter | Doubt::Displaced => 0.85,
        Doubt::Incomplete | Doubt::Overlaid | Doubt::Repaired => 0.7,
        Doubt::Shape => 0.6,
        Doubt::Contradicted | Doubt::Unproven => 0.4,
    }
}

/// How surely letters must have been read to pass without a look.
#[derive(Debug, Clone, Copy)]
pub(super) struct Care {
    /// Every letter is at least this sure.
    pub(super) letter: f32,
    /// Every Chinese letter is at least this sure.
    pub(super) han: f32,
    /// No rival of another shape is as likely as this share of the letter.
    pub(super) rival: f32,
}

/// A value with its evidence.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    pub(super) text: String,
    pub(super) date: Option<PrintedDate>,
    pub(super) letters: Vec<Letter>,
    pub(super) places: Vec<Quad>,
    pub(super) witnesses: Vec<Witness>,
    pub(super) doubts: Vec<Doubt>,
    /// How its letters were weighed.
    pub(super) care: Option<Care>,
}

impl Draft {
    /// What rows of print say.
    pub(super) fn of_rows(rows: &Rows) -> Self {
        let mut draft = Self::of_pieces(std::iter::empty());
        for row in &rows.rows {
            let row = Self::of_pieces(row.iter());
            draft.letters.extend(row.letters);
            draft.places.extend(row.places);
        }
        draft.text = print::text(&draft.letters);
        let has_hole = rows.pieces().any(Piece::has_hole);
        if rows.lost_row || rows.short_row || rows.ragged || rows.greedy || has_hole {
            draft.doubt(Doubt::Incomplete);
        }
        draft
    }

    /// What pieces of print say, one after the other.
    pub(super) fn of_pieces<'a>(pieces: impl Iterator<Item = &'a Piece>) -> Self {
        let mut draft = Self {
            witnesses: vec![Witness::Ocr],
            ..Self::default()
        };
        let mut end = f32::NEG_INFINITY;
        for piece in pieces {
            // Where two pieces overlap, one letter may have been read twice.
            let twice = end > piece.left + 0.2 * piece.height
                && draft.letters.last().map(|letter| letter.character)
                    == piece.letters.first().map(|letter| letter.character);
            draft
                .letters
                .extend(piece.letters.iter().skip(usize::from(twice)).cloned());
            end = piece.right;
            draft.places.push(piece.corners);
        }
        draft.text = print::text(&draft.letters);
        draft
    }

    pub(super) fn doubt(&mut self, doubt: Doubt) {
        if !self.doubts.contains(&doubt) {
            self.doubts.push(doubt);
        }
    }

    pub(super) fn doubt_if(&mut self, is_so: bool, doubt: Doubt) {
        if is_so {
            self.doubt(doubt);
        }
    }

    pub(super) fn settle(&mut self, doubt: Doubt) {
        self.doubts.retain(|one| *one != doubt);
    }

    /// Another witness says the same: letters and look are beyond doubt.
    pub(super) fn confirm(&mut self, witness: Witness) {
        if !self.witnesses.contains(&witness) {
            self.witnesses.push(witness);
        }
        self.settle(Doubt::UnsureLetter);
        self.settle(Doubt::Displaced);
        self.settle(Doubt::Shape);
    }

    /// Doubts letters that were not read as surely as the field needs.
    pub(super) fn weigh(&mut self, care: Care) {
        self.care = Some(care);
        self.settle(Doubt::UnsureLetter);
        let unsure = self.letters.iter().any(|letter| is_unsure(letter, care));
        self.doubt_if(unsure, Doubt::UnsureLetter);
    }

    /// Whether the letter at a place of the text was read unsurely.
    pub(super) fn is_unsure_at(&self, place: usize) -> bool {
        let of_the_text = self.letters.len() == self.text.chars().count();
        let letter = self.letters.get(place).filter(|_| of_the_text);
        letter
            .zip(self.care)
            .is_some_and(|(letter, care)| is_unsure(letter, care))
    }

    /// How well the letters were read, 0 … 1: their geometric mean.
    fn legibility(&self) -> f32 {
        if self.letters.is_empty() {
            return 0.5;
        }
        #[allow(clippy::cast_precision_loss, reason = "letters of one field")]
        let count = self.letters.len() as f32;
        let logs: f32 = self
            .letters
            .iter()
            .map(|l| l.confidence.clamp(0.01, 1.0).ln())
            .sum();
        (logs / count).exp()
    }

    /// The field; `None` when nothing is left to say.
    pub(super) fn finish(self) -> Option<FieldReading> {
        let text: String = self
            .text
            .chars()
            .filter(|sign| !sign.is_control())
            .collect();
        if text.is_empty() {
            return None;
        }
        let vouched = self
            .witnesses
            .iter()
            .any(|witness| *witness != Witness::Ocr);
        let start = if vouched && self.doubts.is_empty() {
            0.99
        } else {
            self.legibility()
        };
        let confidence = self
            .doubts
            .iter()
            .fold(start, |left, doubt| left * factor(*doubt));
        let mut doubts = self.doubts;
        doubts.sort_unstable();
        Some(FieldReading {
            text,
            date: self.date,
            confidence: (confidence * 1000.0).round() / 1000.0,
            witnesses: self.witnesses,
            corners: around(&self.places),
            verify: !doubts.is_empty(),
            doubts,
        })
    }
}

fn is_unsure(letter: &Letter, care: Care) -> bool {
    let sign = letter.character;
    if print::is_speck(sign) || "()。[]".contains(sign) {
        return false;
    }
    let least = if print::is_han(sign) {
        care.han
    } else {
        care.letter
    };
    let rival = letter
        .others
        .iter()
        .any(|(rival, share)| *share > care.rival * letter.confidence && !print::is_speck(*rival));
    letter.confidence < least || rival
}

/// One piece's own corners, or the upright box around several.
fn around(places: &[Quad]) -> [[i32; 2]; 4] {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "checked to be pixels when taken in"
    )]
    let pixel = |value: f32| value.round() as i32;
    if let [one] = places {
        return one.map(|point| point.map(pixel));
    }
    let points = || places.iter().flatten();
    let least = |axis: usize| points().map(|p| p[axis]).reduce(f32::min).unwrap_or(0.0);
    let most = |axis: usize| points().map(|p| p[axis]).reduce(f32::max).unwrap_or(0.0);
    let (left, top, right, bottom) = (least(0), least(1), most(0), most(1));
    [[left, top], [right, top], [right, bottom], [left, bottom]].map(|point| point.map(pixel))
}
