//! Paragraphs that say the same in every agreement of a text, set once. What is
//! kept follows from the words and their manner alone, never from an order.

use super::edition::{Inline, Words};
use crate::PaperError;
use crate::layout::{Align, Line, Style};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// How many paragraphs are kept: those of a few texts.
const MOST: usize = 512;

/// What of a style differs between the paragraphs of a text.
#[derive(PartialEq, Eq, Hash)]
struct Manner {
    align: Align,
    bold: bool,
    /// Bits of the indent and of the hang.
    edges: [u32; 2],
}

type Lines = Arc<Vec<Line>>;

/// The lines of paragraphs without blanks.
#[derive(Default)]
pub(crate) struct Kept(Mutex<HashMap<(Words, Manner), Lines>>);

impl Kept {
    /// The lines of `words`: those kept, or those that `set` makes.
    ///
    /// # Errors
    /// Those of `set`.
    pub fn lines(
        &self,
        words: &Words,
        style: &Style,
        set: impl FnOnce() -> Result<Vec<Line>, PaperError>,
    ) -> Result<Vec<Line>, PaperError> {
        if !words.iter().all(says_the_same) {
            return set();
        }
        let manner = Manner {
            align: style.align,
            bold: style.face.bold,
            edges: [style.indent, style.hang].map(f32::to_bits),
        };
        let key = (words.clone(), manner);
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = lock().get(&key).cloned();
        if let Some(lines) = known {
            return Ok(lines.as_ref().clone());
        }
        let lines = set()?;
        let mut kept = lock();
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(key, Arc::new(lines.clone()));
        Ok(lines)
    }
}

fn says_the_same(inline: &Inline) -> bool {
    match inline {
        Inline::Words(_) | Inline::Strong(_) | Inline::Hand(_) | Inline::Unnamed(_) => true,
        Inline::Blank(_) => false,
    }
}
