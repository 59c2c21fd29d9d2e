//! Signs behind a closing bracket and behind the sentences of the law, which
//! stand small at a line's end or alone on a line of their own and are often
//! left out where lines are found. Refuses to add what no look has seen.

use super::piece::Piece;
use super::print;
use super::second::lengthened;
use crate::reading::{Letter, Look, Quad, SecondLook, Sheet};

/// The sentences of the law that end a list of items, without their bracket.
const SENTENCES: [&str; 2] = ["活动", "为准"];
/// A bracket and a full stop are no wider than so many heights of a line.
const ROOM: f32 = 2.2;
/// More lines than this are not read again: it would take longer than a glance.
const MOST: usize = 8;

/// Looks for the signs that belong behind lines.
pub(super) fn find(sheet: &Sheet<'_>, pieces: &mut [Piece]) {
    let Some(again) = sheet.again else { return };
    let mut looks = 0;
    for at in 0..pieces.len() {
        let text = pieces[at].text();
        let bare = text.strip_suffix(')').unwrap_or(&text);
        let is_last = SENTENCES.iter().any(|end| bare.ends_with(end));
        if !is_last && (text == bare || !runs_on(pieces, at)) {
            continue;
        }
        looks += 1;
        if looks > MOST {
            return;
        }
        let expected = match (is_last, text == bare) {
            (true, true) => ending,
            (true, false) => full_stop,
            (false, _) => separator,
        };
        let mut signs = behind(&pieces[at], &text, again, expected);
        if signs.is_empty()
            && is_last
            && text == bare
            && let Some(place) = next_line(pieces, at)
        {
            let line = again.reread(&place, Look::Plain);
            signs = line.map_or(Vec::new(), |line| ending(print::tidy(&line.letters)));
        }
        pieces[at].letters.extend(signs);
    }
}

/// The signs that a line ends with when it is read with room for one more.
fn behind(
    piece: &Piece,
    text: &str,
    again: &dyn SecondLook,
    expected: fn(Vec<Letter>) -> Vec<Letter>,
) -> Vec<Letter> {
    let Some(line) = again.reread(&lengthened(&piece.corners, 0.0, 1.1), Look::Plain) else {
        return Vec::new();
    };
    let mut letters = print::tidy(&line.letters);
    let count = text.chars().count();
    if letters.len() <= count {
        return Vec::new();
    }
    let more = letters.split_off(count);
    if print::text(&letters) != text {
        return Vec::new();
    }
    expected(more)
}

/// Whether a line goes on in the one below: both are prose.
fn runs_on(pieces: &[Piece], at: usize) -> bool {
    /// Fewer letters are a value of one line.
    const PROSE: usize = 12;
    let piece = &pieces[at];
    let below = |other: &Piece| {
        let step = (other.middle - piece.middle) / piece.height;
        (0.5..2.6).contains(&step) && (other.left - piece.left).abs() < piece.height
    };
    let goes_on =
        |other: &Piece| other.letters.len() >= PROSE && print::is_han(other.letters[0].character);
    piece.letters.len() >= PROSE && pieces.iter().any(|other| below(other) && goes_on(other))
}

/// What parts an item from the next one.
fn separator(signs: Vec<Letter>) -> Vec<Letter> {
    match signs.as_slice() {
        [one] if matches!(one.character, ';' | '、' | ',') => signs,
        _ => full_stop(signs),
    }
}

/// A closing bracket with its full stop, if the signs are that.
fn ending(mut signs: Vec<Letter>) -> Vec<Letter> {
    if signs.is_empty() || signs[0].character != ')' {
        return Vec::new();
    }
    let rest = signs.split_off(1);
    signs.iter_mut().for_each(|sign| sign.at = 1.0);
    match rest.len() {
        0 => signs,
        1 => {
            let stop = full_stop(rest);
            signs.extend(stop);
            signs
        }
        _ => Vec::new(),
    }
}

fn full_stop(signs: Vec<Letter>) -> Vec<Letter> {
    match signs.as_slice() {
        [one] if matches!(one.character, '。' | '.') => vec![Letter {
            character: '。',
            at: 1.0,
            ..one.clone()
        }],
        _ => Vec::new(),
    }
}

/// Where a line below would begin, if nothing was found there.
fn next_line(pieces: &[Piece], at: usize) -> Option<Quad> {
    let piece = &pieces[at];
    let tall = piece.height;
    let in_column = |other: &&Piece| (other.left - piece.left).abs() < 1.6 * tall;
    let step = |other: &Piece| other.middle - piece.middle;
    if pieces
        .iter()
        .filter(in_column)
        .any(|other| (0.5 * tall..2.6 * tall).contains(&step(other)))
    {
        return None;
    }
    let above = pieces
        .iter()
        .filter(in_column)
        .filter(|other| (-2.6 * tall..-0.5 * tall).contains(&step(other)))
        .max_by(|a, b| a.middle.total_cmp(&b.middle))?;
    let [a, b, _, d] = piece.corners;
    let long = (b[0] - a[0]).hypot(b[1] - a[1]).max(1.0);
    let along = [0, 1].map(|axis| (b[axis] - a[axis]) / long * ROOM * tall);
    let start = above.corners[0];
    let down = [a[0] - start[0], a[1] - start[1]];
    let moved =
        |corner: [f32; 2], by: [f32; 2]| [corner[0] + down[0] + by[0], corner[1] + down[1] + by[1]];
    Some([
        moved(a, [0.0; 2]),
        moved(a, along),
        moved(d, along),
        moved(d, [0.0; 2]),
    ])
}
