//! 《400业务标准受理单》: the carrier's form, dense but calm. Every field of the
//! form is on it, identity numbers in full, because it is the form on which the
//! carrier opens the number.

pub(crate) mod closing;
mod customer;
pub(crate) mod labels;
mod service;
pub(crate) mod written;

use crate::PaperError;
use crate::bundle::Contents;
use crate::font::FontShelf;
use crate::grid::Grid;
use crate::layout::{Item, Piece};
pub(crate) use labels::means;

/// Name of the form, as the agreement cites it.
pub const NAME: &str = "400业务标准受理单";

/// The form's pages, each as marks on the sheet.
///
/// # Errors
/// [`PaperError::GlyphMissing`] for a character that no font has.
pub fn pages(shelf: &FontShelf, contents: &Contents) -> Result<Vec<Vec<Item>>, PaperError> {
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
    closing::declarations(&mut grid, &form.confirmations, Some("上述用途"))?;
    closing::remarks(&mut grid, &form.remarks)?;
    let (firm, customer) = (&contents.firm.name, &form.company.name);
    let sides = [("甲方（盖章）：", firm), ("乙方（盖章）：", customer)];
    closing::seals(
        &mut grid,
        "双方签章",
        &sides.map(|(label, name)| (label, name.as_str())),
    )?;
    closing::desk(&mut grid, contents)?;
    grid.pages(NAME)
}

/// All the choices with a box before each, the chosen ones ticked.
pub(crate) fn ticks<T: Copy>(choices: &[(T, &str)], chosen: impl Fn(T) -> bool) -> Vec<Piece> {
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
