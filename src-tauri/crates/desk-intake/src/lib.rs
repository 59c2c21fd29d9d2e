//! From paper to fields: takes in the files that papers come in, shows their
//! pages, finds the papers on them, reads their print and tells what it means.
//!
//! Owns: where papers come from ([`source`]), what a file really is, limits no
//! file may break, pages and pictures for the screen, edges and straightening,
//! the networks that read print, codes, and fields with their evidence
//! ([`reading`], [`cross`]). Refuses to alter a file: every turn and cut is a
//! way of looking at bytes that stay as they came. Refuses to guess: a value
//! that is unsure is marked, and a person settles it. Refuses to follow
//! anything a file or a code points at; only [`source`] talks to the network,
//! and there to scanners and a telephone in the office alone.

mod admission;
mod clean;
mod codes;
mod colour;
mod cores;
mod error;
mod fields;
mod geometry;
mod guard;
mod heic;
mod limits;
mod mark;
mod media;
mod ocr;
mod page;
mod pdf;
mod picture;
pub mod reading;
mod sheet_look;
pub mod source;
mod tiff;
mod view;

pub use admission::{Admitted, admit, page_image, read_file};
pub use clean::{Evidence, FoundDocument, Straight, crop, find_documents, straighten};
pub use codes::read_codes;
pub use error::IntakeError;
pub use fields::{cross, read_sheet};
pub use limits::Limits;
pub use mark::trimmed_mark;
pub use media::Media;
pub use ocr::Cancel;
pub use page::{PageImage, PageShape};
pub use sheet_look::{SheetCode, SheetLook, look_at_sheet};
pub use view::View;
