//! The agreement: its text by edition, the blanks the text may have, and its
//! setting on paper; the import of a firm's own text, the checker that reads a
//! text before it is published, and the comparison of two editions. The words
//! themselves are data (`assets/agreement`), never code.

mod blank;
mod check;
mod compare;
mod edition;
mod fault;
pub mod import;
mod inline;
mod kept;
mod markup;
mod numeral;
mod outline;
mod parse;
mod preview;
mod publish;
mod set;

pub use blank::Blank;
pub use check::{Severity, TextFinding, TextRule, check};
pub use compare::{ArticleChange, ChangeKind, DiffRun, Pair, compare};
pub use edition::{BUILT_IN, Block, Edition, Inline, Words, plain};
pub use fault::TextFault;
pub(crate) use kept::Kept as KeptParagraphs;
pub use preview::{Preview, PreviewKind, PreviewLine, PreviewRun, preview};
pub use publish::{PublishError, draft, publish};
pub use set::set;

use std::collections::BTreeMap;

/// Data for the blanks; a blank without data is printed as a line to write on.
pub type Fills = BTreeMap<Blank, String>;
