//! From data to paper: the agreement and the acceptance form, twice, and the
//! office's loose sheets, as PDF that a careful person might have set by hand. Owns fonts, line layout, the
//! writing of PDF, the reading of PDF for the screen, and printing.
//!
//! Refuses to look anything up: every word on a paper comes in with the call,
//! the date included, so that the same call gives the same bytes.

mod acceptance;
pub mod agreement;
pub mod bundle;
mod error;
mod excerpt;
pub mod font;
mod grid;
pub mod layout;
mod occasion;
pub mod picture;
pub mod print;
mod qr;
pub mod render;
pub mod sheet;
pub mod sheets;
pub mod signing;
pub mod strokes;
#[cfg(test)]
mod wording_test;
pub mod writer;

pub use agreement::Edition;
pub use bundle::{Produced, compose, compose_draft, compose_marked};
pub use error::PaperError;
pub use excerpt::excerpt;
pub use font::FontShelf;
pub use picture::{Picture, PictureError};
