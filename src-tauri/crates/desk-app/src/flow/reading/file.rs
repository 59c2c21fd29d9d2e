//! Reading a file that belongs to no order, for whoever only wants to know
//! what it says. Keeps nothing and needs nobody signed in.

use crate::desk::Desk;
use crate::failure::Failure;
use desk_intake::reading::{FieldReader, PageReading};
use desk_intake::{Limits, View, admit, page_image};

/// Reads every page of a file; `watch` is told after each how many of how many
/// pages are done, and stops the work by answering `false`.
///
/// # Errors
/// The file is no picture and no PDF, damaged, locked or too large; the models
/// are not where they should be.
pub fn of_file(
    desk: &Desk,
    name: &str,
    bytes: &[u8],
    watch: &mut dyn FnMut(u32, u32) -> bool,
) -> Result<Vec<PageReading>, Failure> {
    let limits = Limits::default();
    let admitted = admit(name, bytes, &limits)?;
    let reader = desk.field_reader()?;
    let pages = admitted.page_count();
    let mut readings = Vec::new();
    for page in 1..=pages {
        let picture = page_image(bytes, page, &View::default(), &limits)?;
        readings.push(PageReading {
            file: name.to_owned(),
            page,
            documents: reader.read_page(&picture)?,
        });
        if !watch(page, pages) {
            break;
        }
    }
    Ok(readings)
}
