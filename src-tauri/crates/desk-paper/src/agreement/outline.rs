//! The outline of a text: which article and item every block belongs to, from
//! the numbers that stand in its own words. Shared by the checker, the
//! comparison of editions and the import's window.

use super::edition::{Block, plain};
use super::numeral::{Level, Numeral, numeral};

/// A block at its place in the outline.
#[derive(Debug, Clone)]
pub(super) struct Clause<'a> {
    pub block: &'a Block,
    /// Its line in the markup.
    pub line: usize,
    /// Its words.
    pub text: String,
    /// Its own number, if it carries one.
    pub number: Option<Numeral>,
    /// The numbers from its article down to itself.
    pub path: Vec<Numeral>,
}

impl Clause<'_> {
    /// As people cite it: 第四条（一）6; empty before the first article.
    pub fn cited(&self) -> String {
        self.path.iter().map(|n| n.cited()).collect()
    }

    /// Whether it starts an article.
    pub fn is_article(&self) -> bool {
        matches!(self.block, Block::Article(_))
            || self.number.is_some_and(|n| n.level == Level::Article)
    }

    /// Its words behind its number and the sign after it.
    pub fn body(&self) -> &str {
        let from = self.number.map_or(0, |number| number.length);
        self.text
            .get(from..)
            .unwrap_or_default()
            .trim_start_matches(|c: char| {
                c.is_whitespace() || matches!(c, '：' | ':' | '、' | '．' | '.')
            })
    }
}

/// Places every block of a text. `lines` are the blocks' lines.
pub(super) fn outline<'a>(blocks: &'a [Block], lines: &[usize]) -> Vec<Clause<'a>> {
    let mut path: Vec<Numeral> = Vec::new();
    blocks
        .iter()
        .enumerate()
        .map(|(i, block)| {
            let text = block.words().first().map_or_else(String::new, |w| plain(w));
            let clause = matches!(
                block,
                Block::Article(_) | Block::Section(_) | Block::Paragraph { .. }
            );
            let number = if clause { numeral(&text) } else { None };
            if let Some(number) = number {
                path.retain(|above| above.level < number.level);
                path.push(number);
            } else if matches!(block, Block::Article(_)) || !clause {
                path.clear();
            }
            Clause {
                block,
                line: lines.get(i).copied().unwrap_or(1),
                text,
                number,
                path: path.clone(),
            }
        })
        .collect()
}
