//! How like a printed label a run of letters is: letters may be misread, lost
//! or have dust between them, the fewer the shorter the label.

use super::print::{is_han, is_speck};
use crate::reading::Letter;

/// A rival that the reader holds this likely may be what is printed.
const RIVAL: f32 = 0.03;

/// A letter that may belong to a label.
#[derive(Clone, Copy)]
pub(super) struct Sign<'a> {
    pub(super) letter: &'a Letter,
    /// It opens a further piece of so many letters.
    pub(super) opens: Option<usize>,
}

/// How unlike a label the beginning of these letters is, and how many of them
/// it takes; `None` when it is not the label.
pub(super) fn likeness(letters: &[Sign<'_>], wording: &str) -> Option<(f32, usize)> {
    let signs: Vec<char> = wording.chars().collect();
    let allowed = match signs.len() {
        0..=5 => 1.0,
        _ => 2.0,
    };
    // A letter wrong in a short label weighs more than in a long one.
    let weight = match signs.len() {
        0..=3 => 1.2,
        4..=5 => 1.0,
        _ => 0.75,
    };
    let mut cost = 0.0;
    let (mut at, mut sign) = (0, 0);
    while sign < signs.len() {
        let (price, letter, step) = match fit(letters, at, &signs[sign..], signs.len()) {
            Fit::Letter(price) => (price, 1, 1),
            Fit::Speck => (0.0, 1, 0),
            Fit::Lost => (1.0, 0, 1),
            Fit::None => return None,
        };
        cost += price;
        at += letter;
        sign += step;
        if cost > allowed {
            return None;
        }
    }
    Some((cost * weight, at))
}

/// What the letter at a place is to a label.
enum Fit {
    /// The label's next letter, at a price.
    Letter(f32),
    /// Dust between its letters.
    Speck,
    /// Something else: the label's next letter was lost.
    Lost,
    /// Proof that this is no label.
    None,
}

/// Holds the letter at a place against the rest of a label of so many letters.
fn fit(letters: &[Sign<'_>], at: usize, rest: &[char], length: usize) -> Fit {
    let Some(Sign { letter, opens }) = letters.get(at).copied() else {
        // Nothing follows: the label's last letter may have been lost.
        return if rest.len() == 1 && at > 0 {
            Fit::Lost
        } else {
            Fit::None
        };
    };
    let unlike = difference(letter, rest[0]);
    if unlike == 0.0 {
        return Fit::Letter(0.0);
    }
    if is_speck(letter.character) && at > 0 {
        return Fit::Speck;
    }
    if length <= 2 && unlike > 0.75 && !(at == 1 && opens.is_some()) {
        // A short label is itself, or its first letter alone.
        return Fit::None;
    }
    let next_fits = rest.get(1).is_some_and(|next| {
        let after = letters.get(at + 1);
        difference(letter, *next) == 0.0
            && after.is_none_or(|after| difference(after.letter, *next) > 0.0)
    });
    let is_other = !is_han(letter.character) || opens.is_some_and(|count| count > 1);
    // A short label that lost its first letter is like too many words.
    let may_be_lost = at > 0 || length > 2;
    if may_be_lost && next_fits || at > 0 && is_other {
        Fit::Lost
    } else {
        Fit::Letter(unlike)
    }
}

fn difference(letter: &Letter, sign: char) -> f32 {
    if letter.character == sign {
        0.0
    } else if letter
        .others
        .iter()
        .any(|(rival, share)| *rival == sign && *share > RIVAL)
    {
        0.5
    } else {
        1.0
    }
}
