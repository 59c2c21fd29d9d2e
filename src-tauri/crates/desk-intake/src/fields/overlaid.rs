//! Words laid across a copy so that it serves one purpose only: 仅供办理…使用,
//! 他用无效. Where they cross a value, a letter of theirs may be read at the end
//! of its line as if it were printed there. Refuses to take letters away: a
//! place may well be called after them.

use super::band::Rows;
use super::piece::Piece;

/// What such words say.
const SAID: [&str; 6] = ["仅供", "仅限", "他用", "使用", "复印无效", "复印作废"];
/// Letters that they are made of.
const LETTERS: &str = "仅供限本只用于办理业务入网使核验备案他再次复印无效作废";

/// Whether such words were read on a sheet.
pub(super) fn are_laid_across(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| {
        let text = piece.text();
        SAID.iter().any(|words| text.contains(words))
    })
}

/// Whether a row begins or ends with a letter of such words.
pub(super) fn may_stand_in(rows: &Rows) -> bool {
    rows.rows.iter().any(|row| {
        let first = row.first().and_then(|piece| piece.letters.first());
        let last = row.last().and_then(|piece| piece.letters.last());
        let is_theirs = |letter: char| LETTERS.contains(letter);
        [first, last]
            .into_iter()
            .flatten()
            .any(|letter| is_theirs(letter.character))
    })
}
