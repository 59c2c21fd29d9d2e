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
use crate::grid;
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
    grid::form(shelf, NAME, |grid| {
        customer::business(grid, contents)?;
        customer::company(grid, &form.company)?;
        customer::legal(grid, &form.legal_representative)?;
        customer::handler(grid, contents)?;
        service::number(grid, &form.number)?;
        service::tariff(grid, &form.tariff)?;
        service::bound(grid, form)?;
        service::features(grid, &form.features)?;
        closing::papers(grid, &contents.papers)?;
        closing::payment(grid, form)?;
        closing::declarations(grid, &form.confirmations, Some("上述用途"))?;
        closing::remarks(grid, &form.remarks)?;
        let (firm, customer) = (&contents.firm.name, &form.company.name);
        let sides = [("甲方（盖章）：", firm), ("乙方（盖章）：", customer)];
        let sides = sides.map(|(label, name)| (label, name.as_str()));
        closing::seals(grid, "双方签章", &sides)?;
        closing::desk(grid, contents)
    })
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
