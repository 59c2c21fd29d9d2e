//! Which papers a print is made of: the agreement and its acceptance form, and
//! the form of a later business.

use super::{Contents, coverage, fills};
use crate::PaperError;
use crate::agreement::{self as text, Edition};
use crate::font::FontShelf;
use crate::layout::{self, Item, paginate};
use crate::sheet::{HEIGHT, TOP};
use crate::{acceptance, occasion};

/// The words of every numbered page: the agreement and its acceptance form,
/// where they are due, and the form of a later business. And how many pages are
/// the agreement's.
pub(super) fn bodies(
    shelf: &FontShelf,
    edition: &Edition,
    contents: &Contents,
) -> Result<(Vec<Vec<Item>>, usize), PaperError> {
    coverage::check(shelf, contents)?;
    let later = contents.occasion.as_ref();
    if let Some(occasion) = later {
        occasion::check(shelf, contents, occasion)?;
    }
    let mut bodies: Vec<Vec<Item>> = Vec::new();
    let mut agreement = 0;
    if with_agreement(contents) {
        let rows = text::set(shelf, edition, &fills::of(contents))?;
        let pages = paginate(rows, HEIGHT).into_iter();
        bodies.extend(pages.map(|page| layout::marks(page, 0.0, TOP).collect()));
        agreement = bodies.len();
        bodies.extend(acceptance::pages(shelf, contents)?);
    }
    if let Some(occasion) = later {
        bodies.extend(occasion::pages(shelf, contents, occasion)?);
    }
    Ok((bodies, agreement))
}

/// Whether the agreement is printed, and not a later business's form alone.
pub(super) fn with_agreement(contents: &Contents) -> bool {
    contents.occasion.is_none() || contents.form.business.concludes_agreement()
}

/// What the file is called, and what else is in it.
pub(super) fn names<'a>(edition: &'a Edition, contents: &'a Contents) -> (&'a str, &'a str) {
    match &contents.occasion {
        None => (&edition.title, acceptance::NAME),
        Some(occasion) if contents.form.business.concludes_agreement() => {
            (&edition.title, occasion.matter.title())
        }
        Some(occasion) => (occasion.matter.title(), &occasion.first.number),
    }
}
