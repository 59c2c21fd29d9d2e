//! Sets an edition's text with an order's data: what every line of the markup
//! looks like on paper, and what must stay together.

use super::edition::{Block, Edition, Inline, Words};
use super::{Blank, Fills};
use crate::PaperError;
use crate::font::FontShelf;
use crate::layout::{Align, Item, Piece, Row, Style, Type, paragraph, rows};
use crate::sheet::{LEADING, LEFT, TEXT, WIDTH};

const TITLE: Style = Style {
    face: Type::bold(20.0),
    align: Align::Centre,
    indent: 0.0,
    hang: 0.0,
    leading: 40.0,
};
const BODY: Style = Style {
    face: Type::regular(TEXT),
    align: Align::Justify,
    indent: 2.0,
    hang: 0.0,
    leading: LEADING,
};
const FLUSH: Style = Style {
    indent: 0.0,
    hang: 3.0,
    ..BODY
};
const RIGHT: Style = Style {
    align: Align::Right,
    indent: 0.0,
    ..BODY
};
const HEAD: Style = Style {
    face: Type::bold(TEXT),
    align: Align::Left,
    indent: 0.0,
    hang: 0.0,
    leading: LEADING,
};
const SECTION: Style = Style {
    indent: 2.0,
    ..HEAD
};

/// Width of a blank that nobody has named yet, in characters.
const UNNAMED: f32 = 6.0;
/// Room above the head of an article.
const HEAD_SPACE: f32 = 7.0;
/// Between the two sides of the signature block.
const GUTTER: f32 = 2.0 * TEXT;
/// Room above each row of the signature block.
const SIGN_SPACE: f32 = 9.0;
/// Inside the frame around what the customer confirms.
const FRAME: f32 = TEXT;

/// Sets the whole text as rows, from x = 0 of the sheet.
///
/// # Errors
/// [`PaperError::GlyphMissing`] for a character that no font has.
pub fn set(shelf: &FontShelf, edition: &Edition, fills: &Fills) -> Result<Vec<Row>, PaperError> {
    let setter = Setter { shelf, fills };
    let title = paragraph(shelf, &[Piece::text(&edition.title)], &TITLE, WIDTH)?;
    let mut out = rows(title, &TITLE, LEFT, 0.0, true);
    let mut blocks = edition.blocks.iter().peekable();
    let mut closing = false;
    while let Some(block) = blocks.next() {
        let ends = matches!(
            block,
            Block::Confirm(_) | Block::Sign(_) | Block::Signatures(_)
        );
        if ends && !closing {
            closing = true;
            hold_last_lines(&mut out);
        }
        match block {
            Block::Confirm(words) => {
                let sign = match blocks.peek() {
                    Some(Block::Sign(sign)) => Some(sign),
                    _ => None,
                };
                out.push(setter.confirm(words, sign)?);
                if sign.is_some() {
                    blocks.next();
                }
            }
            Block::Signatures(sides) => {
                out.push(setter.signatures(sides, blocks.peek().is_some())?)
            }
            other => out.extend(setter.lines(other)?),
        }
    }
    Ok(out)
}

/// Keeps the last two lines of the text with what follows, so that no
/// signature stands on a page without a word of the agreement.
fn hold_last_lines(rows: &mut [Row]) {
    for row in rows.iter_mut().rev().take(2) {
        row.keep = true;
    }
}

/// Whether a paragraph ends with a colon and so belongs to what follows it.
fn announces(words: &Words) -> bool {
    matches!(
        words.last(),
        Some(Inline::Words(text) | Inline::Strong(text)) if text.trim_end().ends_with(['：', ':'])
    )
}

struct Setter<'a> {
    shelf: &'a FontShelf,
    fills: &'a Fills,
}

impl Setter<'_> {
    fn pieces(&self, words: &Words) -> Vec<Piece> {
        words
            .iter()
            .map(|inline| match inline {
                Inline::Words(words) => Piece::text(words),
                Inline::Strong(words) => Piece::Strong(words.clone()),
                Inline::Blank(blank) => Piece::fill(self.fill(*blank), blank.width()),
                Inline::Unnamed(_) => Piece::Blank(UNNAMED),
                Inline::Hand(width) => Piece::Blank(f32::from(*width)),
            })
            .collect()
    }

    fn fill(&self, blank: Blank) -> &str {
        self.fills.get(&blank).map_or("", String::as_str)
    }

    fn lines(&self, block: &Block) -> Result<Vec<Row>, PaperError> {
        let (words, style, space, keep) = match block {
            Block::Flush(words) => (words, FLUSH, 0.0, false),
            Block::Right(words) => (words, RIGHT, 0.0, true),
            Block::Article(words) => (words, HEAD, HEAD_SPACE, true),
            Block::Section(words) => (words, SECTION, 0.0, true),
            Block::Paragraph {
                words,
                weighs: true,
                leads,
            } => (words, BODY.bold(), 0.0, *leads || announces(words)),
            Block::Paragraph { words, .. } => (words, BODY, 0.0, announces(words)),
            Block::Confirm(words) | Block::Sign(words) => (words, BODY, 0.0, true),
            Block::Signatures(_) => return Ok(Vec::new()),
        };
        let set = || paragraph(self.shelf, &self.pieces(words), &style, WIDTH);
        let lines = self.shelf.paragraphs.lines(words, &style, set)?;
        Ok(rows(lines, &style, LEFT, space, keep))
    }

    /// What the customer confirms, with the line to sign on, in one frame.
    fn confirm(&self, words: &Words, sign: Option<&Words>) -> Result<Row, PaperError> {
        let style = Style {
            indent: 0.0,
            ..BODY
        };
        let inside = WIDTH - 2.0 * FRAME;
        let lines = paragraph(self.shelf, &self.pieces(words), &style, inside)?;
        let (mut items, mut y) = (Vec::new(), FRAME - 2.0);
        for line in lines {
            items.extend(line.lay(LEFT + FRAME, y + style.baseline()));
            y += style.leading;
        }
        if let Some(sign) = sign {
            let mut pieces = self.pieces(sign);
            pieces.push(Piece::Blank(14.0));
            let style = Style {
                align: Align::Right,
                ..style
            };
            y += 12.0;
            for line in paragraph(self.shelf, &pieces, &style, inside)? {
                items.extend(line.lay(LEFT + FRAME, y + style.baseline()));
                y += style.leading;
            }
        }
        let height = y + FRAME - 2.0;
        items.push(Item::Frame {
            x: LEFT,
            y: 0.0,
            w: WIDTH,
            h: height,
            width: 0.6,
        });
        Ok(Row {
            space: 8.0,
            height,
            items,
            keep: true,
            ..Row::default()
        })
    }

    /// The two sides, row beside row; a long address wraps inside its side.
    fn signatures(&self, sides: &[(Words, Words)], keep: bool) -> Result<Row, PaperError> {
        let width = (WIDTH - GUTTER) / 2.0;
        let (mut items, mut y) = (Vec::new(), 4.0);
        for (left, right) in sides {
            let mut tallest = 1;
            for (words, x) in [(left, LEFT), (right, LEFT + width + GUTTER)] {
                let hang = self.hang(words)?;
                let style = Style {
                    align: Align::Left,
                    indent: 0.0,
                    hang,
                    ..BODY
                };
                let lines = paragraph(self.shelf, &self.pieces(words), &style, width)?;
                tallest = tallest.max(lines.len());
                for (i, line) in lines.into_iter().enumerate() {
                    items.extend(line.lay(x, y + i as f32 * LEADING + style.baseline()));
                }
            }
            y += tallest as f32 * LEADING + SIGN_SPACE;
        }
        Ok(Row {
            space: 10.0,
            height: y,
            items,
            keep,
            ..Row::default()
        })
    }

    /// Where lines after the first start: below what follows the label's colon.
    fn hang(&self, words: &Words) -> Result<f32, PaperError> {
        let [Inline::Words(label), Inline::Blank(_), ..] = words.as_slice() else {
            return Ok(0.0);
        };
        let style = Style {
            align: Align::Left,
            indent: 0.0,
            ..BODY
        };
        let lines = paragraph(self.shelf, &[Piece::text(label)], &style, WIDTH)?;
        let width = lines.first().map_or(0.0, |line| line.width);
        // The label's own line gives up the blank half of its colon.
        Ok(width / TEXT + 0.5)
    }
}
