//! Our own line layout for Chinese: from pieces of text to marks on a page, in
//! points. The libraries at hand justify at spaces only, which Chinese has not.
//! Knows nothing of agreements, forms or PDF.

mod breaks;
mod class;
mod flow;
mod gap;
mod item;
mod lines;
mod paragraph;
mod set;
mod table;
mod text;

pub use flow::{PlacedRow, Row, marks, paginate, rows};
pub use item::{A4, Item, Page, PlacedGlyph, PlacedPicture, Run};
pub use paragraph::{Align, Style, paragraph};
pub use set::Line;
pub use table::{Cell, HAIRLINE, Padding, row};
pub use text::{Piece, Type};
