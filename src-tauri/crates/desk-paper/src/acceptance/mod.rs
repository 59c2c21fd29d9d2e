//! 《400业务标准受理单》: the carrier's form, dense but calm. Every field of the
//! form is on it, identity numbers in full, because it is the form on which the
//! carrier opens the number.

mod closing;
mod customer;
mod grid;
mod labels;
mod service;
pub(crate) mod written;

use crate::PaperError;
use crate::bundle::Contents;
use crate::font::FontShelf;
use crate::layout::{Align, Item, Piece, Row, Style, Type, paginate, paragraph, rows};
use crate::sheet::{HEIGHT, LEFT, TOP, WIDTH};
use grid::{Grid, frame};
pub(crate) use labels::means;

const TITLE: Style = Style {
    face: Type::bold(18.0),
    align: Align::Centre,
    indent: 0.0,
    hang: 0.0,
    leading: 34.0,
};

/// Name of the form, as the agreement cites it.
pub const NAME: &str = "400业务标准受理单";

/// The form's pages, each as marks on the sheet.
///
/// # Errors
/// [`PaperError::GlyphMissing`] for a character that no font has.
pub fn pages(shelf: &FontShelf, contents: &Contents) -> Result<Vec<Vec<Item>>, PaperError> {
    let (rows, parts) = form_rows(shelf, contents)?;
    let mut pages = Vec::new();
    for placed in paginate(rows, HEIGHT) {
        let mut items = Vec::new();
        let lines = frame(shelf, &placed, &parts)?;
        items.extend(crate::layout::marks(placed, 0.0, TOP));
        items.extend(lines.into_iter().map(|item| item.shifted(0.0, TOP)));
        pages.push(items);
    }
    Ok(pages)
}

fn form_rows(
    shelf: &FontShelf,
    contents: &Contents,
) -> Result<(Vec<Row>, Vec<&'static str>), PaperError> {
    let form = &contents.form;
    let mut grid = Grid::new(shelf);
    customer::business(&mut grid, contents)?;
    customer::company(&mut grid, &form.company)?;
    customer::legal(&mut grid, &form.legal_representative)?;
    customer::handler(&mut grid, contents)?;
    service::number(&mut grid, &form.number)?;
    service::tariff(&mut grid, &form.tariff)?;
    service::bound(&mut grid, form)?;
    service::features(&mut grid, &form.features)?;
    closing::papers(&mut grid, &contents.papers)?;
    closing::payment(&mut grid, form)?;
    closing::declarations(&mut grid, &form.confirmations)?;
    closing::remarks(&mut grid, &form.remarks)?;
    closing::seals(&mut grid, contents)?;
    closing::desk(&mut grid, contents)?;
    let (body, parts) = grid.finish();
    let title = paragraph(shelf, &[Piece::text(NAME)], &TITLE, WIDTH)?;
    let mut all = rows(title, &TITLE, LEFT, 0.0, true);
    all.extend(body);
    Ok((all, parts))
}

/// All the choices with a box before each, the chosen ones ticked.
fn ticks<T: Copy>(choices: &[(T, &str)], chosen: impl Fn(T) -> bool) -> Vec<Piece> {
    let last = choices.len() - 1;
    choices
        .iter()
        .enumerate()
        .flat_map(|(i, &(choice, name))| {
            let name = if i < last {
                format!("{name}　")
            } else {
                name.to_owned()
            };
            [Piece::Tick(chosen(choice)), Piece::Text(name)]
        })
        .collect()
}
