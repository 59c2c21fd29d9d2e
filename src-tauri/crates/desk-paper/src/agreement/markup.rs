//! Writes an edition as markup that reads back as the same edition, with the
//! line of every block, so that a window can point at what an import found.

use super::edition::{Block, Edition};
use super::inline;

/// A written text.
pub(super) struct Printed {
    pub text: String,
    /// The line on which each block starts, from 1.
    pub lines: Vec<usize>,
}

/// Writes the whole text.
pub(super) fn print(edition: &Edition) -> Printed {
    let mut lines = vec![
        format!("edition: {}", edition.name),
        format!("effective: {}", edition.effective.format("%Y-%m-%d")),
        format!("title: {}", edition.title),
    ];
    if !edition.motto.is_empty() {
        lines.push(format!("motto: {}", edition.motto));
    }
    lines.push(String::new());
    let mut starts = Vec::with_capacity(edition.blocks.len());
    for (i, block) in edition.blocks.iter().enumerate() {
        // An empty line before every article and around the signatures.
        let apart = matches!(block, Block::Article(_) | Block::Signatures(_));
        if i > 0 && apart && lines.last().is_some_and(|line| !line.is_empty()) {
            lines.push(String::new());
        }
        starts.push(lines.len() + 1);
        print_block(block, &mut lines);
    }
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    Printed {
        text: lines.join("\n") + "\n",
        lines: starts,
    }
}

fn print_block(block: &Block, lines: &mut Vec<String>) {
    let (mark, words) = match block {
        Block::Flush(words) => ("> ", words),
        Block::Right(words) => (">> ", words),
        Block::Article(words) => ("# ", words),
        Block::Section(words) => ("## ", words),
        Block::Paragraph {
            words, leads: true, ..
        } => ("!! ", words),
        Block::Paragraph {
            words,
            weighs: true,
            ..
        } => ("! ", words),
        Block::Paragraph { words, .. } => ("", words),
        Block::Confirm(words) => ("@confirm ", words),
        Block::Sign(words) => ("@sign ", words),
        Block::Signatures(rows) => {
            lines.push("@signatures".to_owned());
            for (left, right) in rows {
                lines.push(format!(
                    "{} | {}",
                    inline::print(left),
                    inline::print(right)
                ));
            }
            lines.push(String::new());
            return;
        }
    };
    lines.push(format!("{mark}{}", inline::print(words)));
}
