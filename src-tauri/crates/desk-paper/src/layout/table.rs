//! Rows of a ruled form: cells side by side, words that wrap and never shrink,
//! tall rows that part between their lines. Draws the rules inside a row; the
//! frame around it and the names of its parts are the form's.

use super::flow::Row;
use super::item::Item;
use super::paragraph::{Style, paragraph};
use super::set::Line;
use super::text::Piece;
use crate::PaperError;
use crate::font::FontShelf;

/// Thickness of the rules between cells.
pub const HAIRLINE: f32 = 0.4;
/// Rows with more lines than this may part between two pages.
const TALLEST_WHOLE: usize = 12;

/// A cell.
#[derive(Debug, Clone)]
pub struct Cell {
    /// Width in points.
    pub width: f32,
    /// Its words.
    pub pieces: Vec<Piece>,
    /// How they are set.
    pub style: Style,
}

/// Room inside cells.
#[derive(Debug, Clone, Copy)]
pub struct Padding {
    /// Left and right of the words.
    pub side: f32,
    /// Above and below them.
    pub edge: f32,
    /// The least height of a row.
    pub least: f32,
}

struct SetCell {
    x: f32,
    style: Style,
    lines: Vec<Line>,
}

impl SetCell {
    fn height(&self) -> f32 {
        self.lines.len() as f32 * self.style.leading
    }
}

/// Sets the cells of one row from x = `left`. The row comes back in slices: one
/// when it stays whole, one a line when it is tall enough to be parted.
///
/// # Errors
/// [`PaperError::GlyphMissing`] for a character that no font has.
pub fn row(
    shelf: &FontShelf,
    cells: &[Cell],
    left: f32,
    padding: Padding,
) -> Result<Vec<Row>, PaperError> {
    let mut x = left;
    let mut set = Vec::with_capacity(cells.len());
    for cell in cells {
        let room = cell.width - 2.0 * padding.side;
        let lines = paragraph(shelf, &cell.pieces, &cell.style, room)?;
        set.push(SetCell {
            x,
            style: cell.style,
            lines,
        });
        x += cell.width;
    }
    let tallest = set.iter().map(|cell| cell.lines.len()).max().unwrap_or(0);
    Ok(if tallest > TALLEST_WHOLE {
        slices(set, padding, tallest)
    } else {
        vec![whole(set, padding)]
    })
}

fn whole(cells: Vec<SetCell>, padding: Padding) -> Row {
    let words = cells.iter().map(SetCell::height).fold(0.0, f32::max);
    let height = (words + 2.0 * padding.edge).max(padding.least);
    let mut items = rules(&cells, 0.0, height);
    for cell in cells {
        let mut y = (height - cell.height()) / 2.0;
        for line in cell.lines {
            items.extend(line.lay(cell.x + padding.side, y + cell.style.baseline()));
            y += cell.style.leading;
        }
    }
    Row {
        height,
        items,
        ..Row::default()
    }
}

fn slices(cells: Vec<SetCell>, padding: Padding, count: usize) -> Vec<Row> {
    let leading = cells
        .iter()
        .map(|cell| cell.style.leading)
        .fold(0.0, f32::max);
    let edge = padding.edge;
    (0..count)
        .map(|i| {
            let (first, last) = (i == 0, i + 1 == count);
            let above = if first { edge } else { 0.0 };
            let height = leading + above + if last { edge } else { 0.0 };
            let (mut items, mut again) = (Vec::new(), Vec::new());
            // Inside the cell the rules reach over the neighbouring slices, and
            // so to the frame wherever the page breaks.
            let reach = |inside: bool| if inside { edge } else { 0.0 };
            items.extend(rules(&cells, -reach(!first), height + reach(!last)));
            for cell in &cells {
                let at = (cell.x + padding.side, above + cell.style.baseline());
                if let Some(line) = cell.lines.get(i) {
                    items.extend(line.clone().lay(at.0, at.1));
                } else if let [label] = cell.lines.as_slice() {
                    again.extend(label.clone().lay(at.0, at.1));
                }
            }
            Row {
                height,
                items,
                again,
                keep: (first || i + 2 == count) && !last,
                joined: !first,
                parted: (reach(!first), reach(!last)),
                ..Row::default()
            }
        })
        .collect()
}

/// The rules between neighbouring cells.
fn rules(cells: &[SetCell], top: f32, bottom: f32) -> Vec<Item> {
    cells
        .iter()
        .skip(1)
        .map(|cell| Item::rule((cell.x, top), (cell.x, bottom), HAIRLINE))
        .collect()
}
