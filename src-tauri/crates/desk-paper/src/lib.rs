//! From data to paper: the agreement and the acceptance form, twice, as a PDF
//! that a careful person might have set by hand. Owns fonts, line layout, the
//! writing of PDF, the reading of PDF for the screen, and printing.
//!
//! Refuses to look anything up: every word on a paper comes in with the call,
//! the date included, so that the same call gives the same bytes.

pub mod agreement;
mod error;
pub mod font;
pub mod layout;
pub mod sheet;
pub mod writer;

pub use error::PaperError;
pub use font::FontShelf;
