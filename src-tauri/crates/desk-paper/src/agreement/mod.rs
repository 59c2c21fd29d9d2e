//! The agreement: its text by edition, the blanks the text may have, and its
//! setting on paper. The words themselves are data (`assets/agreement`), never code.

mod blank;
mod edition;
mod fault;
mod set;

pub use blank::Blank;
pub use edition::{Block, Edition, Inline, Words};
pub use fault::TextFault;
pub use set::set;

use std::collections::BTreeMap;

/// Data for the blanks; a blank without data is printed as a line to write on.
pub type Fills = BTreeMap<Blank, String>;
