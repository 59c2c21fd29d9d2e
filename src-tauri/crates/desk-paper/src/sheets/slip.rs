//! The part at the foot of a sheet that is cut off, signed and sent back.

use crate::PaperError;
use crate::font::FontShelf;
use crate::layout::{Align, Item, Piece, Row, Style, paragraph};
use crate::sheet::{LEFT, WIDTH};

const TITLE: Style = Style::plain(12.0, 22.0, Align::Centre).bold();
const WORDS: Style = Style {
    indent: 2.0,
    ..Style::plain(9.5, 16.0, Align::Justify)
};
const LINE: Style = Style::plain(9.5, 16.0, Align::Left);
const NOTE: Style = Style::plain(8.0, 12.0, Align::Centre);
const CUT_HERE: &str = "沿　此　线　剪　下";

/// A dashed line to cut along with its note in the middle; y 0 is the line.
///
/// # Errors
/// None with the fonts of the house.
pub(super) fn cut_line(shelf: &FontShelf, y: f32) -> Result<Vec<Item>, PaperError> {
    const DASH: f32 = 5.0;
    const GAP: f32 = 3.5;
    const FREE: f32 = 92.0;
    let middle = LEFT + WIDTH / 2.0;
    let mut items = Vec::new();
    let count = ((WIDTH + GAP) / (DASH + GAP)).floor() as usize;
    let start = LEFT + (WIDTH - (count as f32 * (DASH + GAP) - GAP)) / 2.0;
    for i in 0..count {
        let x = start + i as f32 * (DASH + GAP);
        if (x + DASH / 2.0 - middle).abs() > FREE / 2.0 {
            items.push(Item::rule((x, y), (x + DASH, y), 0.5));
        }
    }
    for line in paragraph(shelf, &[Piece::text(CUT_HERE)], &NOTE, WIDTH)? {
        items.extend(line.lay(LEFT, y + 0.38 * NOTE.face.size));
    }
    Ok(items)
}

/// What a slip says.
pub(super) struct Slip<'a> {
    pub title: &'a str,
    /// To whom it goes back.
    pub to: &'a str,
    pub words: Vec<Piece>,
    /// Choices and blanks, a line each.
    pub lines: Vec<Vec<Piece>>,
    /// What is signed in a row at the end.
    pub signed: Vec<Piece>,
}

/// Sets a slip as one row that no page break cuts.
///
/// # Errors
/// [`PaperError::GlyphMissing`] for a character that no font has.
pub(super) fn slip(shelf: &FontShelf, slip: &Slip<'_>) -> Result<Row, PaperError> {
    let mut items = cut_line(shelf, 5.0)?;
    let mut y = 16.0;
    let mut lay = |pieces: &[Piece], style: &Style, above: f32| -> Result<(), PaperError> {
        y += above;
        for line in paragraph(shelf, pieces, style, WIDTH)? {
            items.extend(line.lay(LEFT, y + style.baseline()));
            y += style.leading;
        }
        Ok(())
    };
    lay(&[Piece::text(slip.title)], &TITLE, 0.0)?;
    lay(&[Piece::text(format!("致：{}", slip.to))], &LINE, 2.0)?;
    lay(&slip.words, &WORDS, 0.0)?;
    for line in &slip.lines {
        lay(line, &WORDS, 2.0)?;
    }
    lay(&slip.signed, &LINE, 22.0)?;
    Ok(Row {
        space: 14.0,
        // Clear of the page number below.
        height: y + 10.0,
        items,
        ..Row::default()
    })
}
