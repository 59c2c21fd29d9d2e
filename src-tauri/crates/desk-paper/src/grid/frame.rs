//! What is drawn about the rows of a form once it is known on which page each
//! stands: the frame, the rules, the names of the parts.

use super::NAMES;
use crate::PaperError;
use crate::font::FontShelf;
use crate::layout::{Align, HAIRLINE, Item, Piece, PlacedRow, Style, paragraph};
use crate::sheet::{LEFT, WIDTH};

const FRAME: f32 = 0.9;
const PART: f32 = 0.6;
const NAME: Style = Style::plain(SIZE, 11.5, Align::Centre).bold();
const SIZE: f32 = 9.0;

/// The frame around the rows of one page, the rules between them, and the
/// parts' names beside them; y counts as in `placed`.
///
/// # Errors
/// None with the fonts of the house.
pub(super) fn frame(
    shelf: &FontShelf,
    placed: &[PlacedRow],
    parts: &[&str],
) -> Result<Vec<Item>, PaperError> {
    let ruled: Vec<&PlacedRow> = placed.iter().filter(|p| p.row.group > 0).collect();
    let (Some(first), Some(last)) = (ruled.first(), ruled.last()) else {
        return Ok(Vec::new());
    };
    let (top, bottom) = (head_of(first), foot_of(last));
    let mut items = vec![
        Item::Frame {
            x: LEFT,
            y: top,
            w: WIDTH,
            h: bottom - top,
            width: FRAME,
        },
        Item::rule((LEFT + NAMES, top), (LEFT + NAMES, bottom), HAIRLINE),
    ];
    for pair in ruled.windows(2) {
        let y = pair[1].y;
        if pair[0].row.group != pair[1].row.group {
            items.push(Item::rule((LEFT, y), (LEFT + WIDTH, y), PART));
        } else if !pair[1].row.joined {
            items.push(Item::rule((LEFT + NAMES, y), (LEFT + WIDTH, y), HAIRLINE));
        }
    }
    for rows in ruled.chunk_by(|a, b| a.row.group == b.row.group) {
        let (first, last) = (rows[0], rows[rows.len() - 1]);
        let name = parts.get(first.row.group - 1).copied().unwrap_or_default();
        items.extend(part_name(shelf, name, first.y, last.y + last.row.height)?);
    }
    Ok(items)
}

/// Top of the first row of a page, with the room above a parted cell.
fn head_of(first: &PlacedRow) -> f32 {
    first.y
        - if first.row.joined {
            first.row.parted.0.min(first.y)
        } else {
            0.0
        }
}

/// Bottom of the last row of a page, with the room below a parted cell.
fn foot_of(last: &PlacedRow) -> f32 {
    last.y + last.row.height + last.row.parted.1
}

/// The name of a part in the middle of its rows: two characters a line, three
/// where one would be left alone.
fn part_name(
    shelf: &FontShelf,
    name: &str,
    top: f32,
    bottom: f32,
) -> Result<Vec<Item>, PaperError> {
    let letters: Vec<char> = name.chars().collect();
    let mut lines: Vec<String> = letters.chunks(2).map(String::from_iter).collect();
    if let Some(lonely) = lines.pop_if(|line| line.chars().count() == 1) {
        match lines.last_mut() {
            Some(line) => line.push_str(&lonely),
            None => lines.push(lonely),
        }
    }
    let mut y = (top + bottom - lines.len() as f32 * NAME.leading) / 2.0;
    let mut items = Vec::new();
    for words in lines {
        for line in paragraph(shelf, &[Piece::Text(words)], &NAME, NAMES)? {
            items.extend(line.lay(LEFT, y + NAME.baseline()));
        }
        y += NAME.leading;
    }
    Ok(items)
}
