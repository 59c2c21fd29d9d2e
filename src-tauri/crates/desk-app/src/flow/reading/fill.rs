//! Filling the blanks of a form from what was read, for whoever has no window
//! to see proposals in. Refuses to overwrite what a person wrote.

use super::{OrderReadings, Proposal, ReadingSettle, place, settle, show};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::flow::order::{self, OrderRef, OrderSave};
use desk_domain::form::Form;

/// The form with its blanks filled from `readings`: by the first paper that
/// says something, a sure value before an unsure one.
///
/// # Errors
/// Only if the form cannot be written as JSON.
pub fn fill(form: &Form, readings: &OrderReadings) -> Result<Form, Failure> {
    let mut filled = as_json(form)?;
    let mut proposals: Vec<_> = readings.proposals.iter().collect();
    proposals.sort_by_key(|proposal| proposal.verify);
    for proposal in proposals {
        if !place::standing(&filled, &proposal.place).is_empty() {
            continue;
        }
        let pointer = format!("/{}", proposal.place.replace('.', "/"));
        if let Some(blank) = filled.pointer_mut(&pointer) {
            *blank = proposal.value.clone().into();
        }
    }
    serde_json::from_value(filled).map_err(|_| Failure::internal())
}

/// Fills the blanks of an order's form and saves it. A value that was unsure on
/// paper but was written in the form just so counts as looked at: its writer
/// and the reader agree without knowing of each other.
///
/// # Errors
/// There is no such order, or it is closed.
pub fn fill_order(desk: &Desk, request: OrderRef) -> Result<(), Failure> {
    let order = order::show(desk, request)?;
    let readings = show(desk, request)?;
    let written = as_json(&order.form)?;
    let save = OrderSave {
        id: order.id,
        revision: order.revision,
        form: fill(&order.form, &readings)?,
    };
    order::save(desk, save)?;
    let agreed = |proposal: &&Proposal| {
        let standing = place::standing(&written, &proposal.place);
        proposal.verify && place::same(standing, &proposal.value)
    };
    for proposal in readings.proposals.iter().filter(agreed) {
        let looked = ReadingSettle {
            reading: proposal.reading,
            document: proposal.document,
            field: proposal.field,
            value: proposal.value.clone(),
        };
        settle(desk, looked)?;
    }
    Ok(())
}

fn as_json(form: &Form) -> Result<serde_json::Value, Failure> {
    serde_json::to_value(form).map_err(|_| Failure::internal())
}
