//! The sheet that every paper of the house shares: margins, type sizes, and
//! what stands above and below the text on every page.

use crate::PaperError;
use crate::font::FontShelf;
use crate::layout::{A4, Align, Item, Piece, Style, Type, paragraph};

/// Size of the text: 五号.
pub const TEXT: f32 = 10.5;
/// From baseline to baseline of the text.
pub const LEADING: f32 = 18.6;
/// The text is 43 characters wide, so that a full line has no room to share out.
pub const WIDTH: f32 = 43.0 * TEXT;
/// Left edge of the text.
pub const LEFT: f32 = (A4.0 - WIDTH) / 2.0;
/// Top edge of the text.
pub const TOP: f32 = 74.0;
/// Height of the text.
pub const HEIGHT: f32 = 38.0 * LEADING;

const SMALL: f32 = 9.0;
const HEADER_LINE: f32 = 58.0;
const FOOTER: f32 = A4.1 - 44.0;

/// A short line between two edges, its baseline at `baseline`.
///
/// # Errors
/// [`PaperError::GlyphMissing`] for a character that no font has.
pub fn label(
    shelf: &FontShelf,
    words: &str,
    face: Type,
    align: Align,
    (left, right): (f32, f32),
    baseline: f32,
) -> Result<Vec<Item>, PaperError> {
    let style = Style {
        face,
        align,
        indent: 0.0,
        hang: 0.0,
        leading: face.size,
    };
    let lines = paragraph(shelf, &[Piece::text(words)], &style, right - left)?;
    Ok(lines
        .into_iter()
        .take(1)
        .flat_map(|line| line.lay(left, baseline))
        .collect())
}

/// What stands above the text: the motto in the middle, the agreement's number
/// on the left. The right side is kept free for the mark of the copy.
///
/// # Errors
/// [`PaperError::GlyphMissing`] for a character that no font has.
pub fn header(shelf: &FontShelf, motto: &str, number: &str) -> Result<Vec<Item>, PaperError> {
    let edges = (LEFT, LEFT + WIDTH);
    let small = Type::regular(SMALL);
    let baseline = HEADER_LINE - 6.0;
    let mut items = label(
        shelf,
        motto,
        Type::bold(SMALL),
        Align::Centre,
        edges,
        baseline,
    )?;
    if !number.is_empty() {
        items.extend(label(shelf, number, small, Align::Left, edges, baseline)?);
    }
    items.push(Item::rule(
        (LEFT, HEADER_LINE),
        (LEFT + WIDTH, HEADER_LINE),
        0.5,
    ));
    Ok(items)
}

/// The mark of the copy, for example 甲方存, in its frame at the right edge of
/// the header.
///
/// # Errors
/// [`PaperError::GlyphMissing`] for a character that no font has.
pub fn copy_mark(shelf: &FontShelf, mark: &str) -> Result<Vec<Item>, PaperError> {
    let width = mark.chars().count() as f32 * SMALL + 10.0;
    let left = LEFT + WIDTH - width;
    let (top, height) = (HEADER_LINE - 18.0, 14.0);
    let baseline = top + height / 2.0 + 0.38 * SMALL;
    let edges = (left, left + width);
    let mut items = label(
        shelf,
        mark,
        Type::bold(SMALL),
        Align::Centre,
        edges,
        baseline,
    )?;
    items.push(Item::Frame {
        x: left,
        y: top,
        w: width,
        h: height,
        width: 0.6,
    });
    Ok(items)
}

/// 第 x 页 / 共 y 页.
///
/// # Errors
/// None with the fonts of the house.
pub fn footer(shelf: &FontShelf, page: usize, pages: usize) -> Result<Vec<Item>, PaperError> {
    let words = format!("第 {page} 页 / 共 {pages} 页");
    label(
        shelf,
        &words,
        Type::regular(SMALL),
        Align::Centre,
        (LEFT, LEFT + WIDTH),
        FOOTER,
    )
}
