//! From what the network sees in each narrow slice of a line to its letters
//! (connectionist temporal classification): equal neighbours are one letter,
//! the blank parts two of the same.

use crate::reading::Letter;

/// The class that means "no letter here".
const BLANK: usize = 0;
/// Candidates kept beside the best.
const OTHERS: usize = 4;
/// The characters the network knows, by class after the blank.
#[derive(Debug)]
pub(super) struct Alphabet(Vec<char>);

impl Alphabet {
    /// From the note in the network's file: one character a line, and a space
    /// after the last.
    pub(super) fn new(note: &str) -> Option<Self> {
        let note = note.strip_suffix('\n').unwrap_or(note);
        let letters: Option<Vec<char>> = note
            .split('\n')
            .map(|line| line.trim_end_matches('\r').chars().next())
            .collect();
        let mut letters = letters.filter(|letters| letters.len() > 1)?;
        letters.push(' ');
        Some(Self(letters))
    }

    /// How many classes the network must have.
    pub(super) const fn classes(&self) -> usize {
        self.0.len() + 1
    }

    fn letter(&self, class: usize) -> Option<char> {
        self.0.get(class.checked_sub(1)?).copied()
    }
}

/// Letters of one line, slice after slice; `filled` is the part of the slices
/// that shows the line.
pub(super) fn letters(alphabet: &Alphabet, slices: &[Slice], filled: f32) -> Vec<Letter> {
    let span = (slices.len() as f32 * filled).max(1.0);
    let mut letters = Vec::new();
    let mut start = 0;
    for run in slices.chunk_by(|a, b| a.best == b.best) {
        let end = start + run.len();
        let class = run[0].best;
        if let Some(character) = alphabet.letter(class) {
            letters.push(Letter {
                character,
                confidence: run.iter().map(|row| row.confidence).fold(0.0, f32::max),
                at: ((start + end) as f32 / 2.0 / span).min(1.0),
                others: others(alphabet, run),
            });
        }
        start = end;
    }
    letters
}

/// What one slice of a line may show: of thousands of classes a few.
#[derive(Debug)]
pub(super) struct Slice {
    pub(super) best: usize,
    pub(super) confidence: f32,
    /// All classes that are not too faint, the best among them.
    pub(super) likely: Vec<(usize, f32)>,
}

impl Slice {
    /// Less likely classes than this are not kept.
    pub(super) const FAINTEST: f32 = 0.001;

    /// Of classes and how likely they are, all others being unlikely.
    pub(super) fn new(classes: impl Iterator<Item = (usize, f32)>) -> Self {
        let likely: Vec<(usize, f32)> = classes
            .filter(|(_, likely)| *likely >= Self::FAINTEST)
            .collect();
        let better = |best: (usize, f32), other: &(usize, f32)| {
            if other.1 > best.1 { *other } else { best }
        };
        let (best, confidence) = likely.iter().fold((BLANK, 0.0), better);
        Self {
            best,
            confidence,
            likely,
        }
    }
}

/// The next best candidates in the slices of one letter.
fn others(alphabet: &Alphabet, run: &[Slice]) -> Vec<(char, f32)> {
    let mut found: Vec<(usize, f32)> = Vec::new();
    for (class, likely) in run.iter().flat_map(|slice| &slice.likely) {
        if *class == BLANK || *class == run[0].best {
            continue;
        }
        match found.iter_mut().find(|(known, _)| known == class) {
            Some((_, most)) => *most = most.max(*likely),
            None => found.push((*class, *likely)),
        }
    }
    found.sort_by(|a, b| b.1.total_cmp(&a.1));
    found
        .into_iter()
        .filter_map(|(class, likely)| Some((alphabet.letter(class)?, likely)))
        .take(OTHERS)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(likely: [f32; 4]) -> Slice {
        Slice::new(likely.into_iter().enumerate())
    }

    #[test]
    fn a_letter_seen_twice_counts_once_unless_parted_by_a_blank() {
        let alphabet = Alphabet::new("甲\n乙\n").unwrap();
        let slices = [
            row([0.1, 0.8, 0.1, 0.0]),
            row([0.1, 0.7, 0.2, 0.0]),
            row([0.9, 0.1, 0.0, 0.0]),
            row([0.2, 0.6, 0.1, 0.1]),
            row([0.0, 0.0, 0.3, 0.7]),
        ];
        let letters = letters(&alphabet, &slices, 1.0);
        let text: String = letters.iter().map(|l| l.character).collect();
        assert_eq!(text, "甲甲 ");
        assert_eq!(letters[0].confidence, 0.8);
        assert_eq!(letters[0].others, [('乙', 0.2)]);
        assert!((letters[0].at - 0.2).abs() < 1e-6, "{letters:?}");
    }

    #[test]
    fn an_alphabet_without_letters_is_none() {
        assert!(Alphabet::new("").is_none());
        assert!(Alphabet::new("甲\n\n乙").is_none());
    }
}
