//! Which order holds which number while it is being filled in. Refuses to
//! take a number from whoever holds it.

use crate::failure::Failure;
use desk_domain::identifier::Number400;
use desk_domain::stock::NumberState;
use desk_store::{Holder, OrderId, Writer};

/// Holds `wanted` for an order and lets go of what it held before. A number
/// that somebody else holds stays theirs; the review says so.
pub(crate) fn hold(
    writer: &mut Writer<'_>,
    order: OrderId,
    before: Option<&str>,
    wanted: Option<&Number400>,
) -> Result<(), Failure> {
    if before == wanted.map(Number400::as_str) {
        return Ok(());
    }
    if let Some(before) = before {
        release(writer, order, before)?;
    }
    if let Some(number) = wanted
        && let Ok(row) = writer.numbers().get(number.as_str())
        && row.state == NumberState::Free
    {
        let holder = Holder {
            order: Some(order),
            agreement: None,
        };
        let (from, to) = (NumberState::Free, NumberState::Reserved);
        writer
            .numbers_mut()
            .move_to(number.as_str(), from, to, &holder, "order")?;
    }
    Ok(())
}

/// Gives a number back to stock if this order is what holds it.
pub(crate) fn release(
    writer: &mut Writer<'_>,
    order: OrderId,
    number: &str,
) -> Result<(), Failure> {
    let Ok(row) = writer.numbers().get(number) else {
        return Ok(());
    };
    if row.state == NumberState::Reserved && row.holder.order == Some(order) {
        let holder = Holder::default();
        let (from, to) = (NumberState::Reserved, NumberState::Free);
        writer
            .numbers_mut()
            .move_to(number, from, to, &holder, "order")?;
    }
    Ok(())
}
