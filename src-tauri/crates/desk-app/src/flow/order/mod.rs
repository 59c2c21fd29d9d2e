//! An acceptance from the first keystroke to the printed copies. Refuses to
//! print what the review forbids, and to change what was printed.

mod dto;
pub(crate) mod later;
mod paperwork;
mod print;
mod review;

pub use dto::*;
pub(crate) use paperwork::page_picture;
pub use paperwork::{preview, preview_page, preview_pdf};
pub use print::print;

use super::agreement;
use super::customer::{self, Record};
use super::number;
use super::paper;
use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::show;
use desk_domain::agreement::AgreementState;
use desk_domain::form::{Business, Form};
use desk_domain::identifier::Number400;
use desk_domain::order::OrderState;
use desk_domain::staff::Permission;
use desk_store::CustomerId;
use desk_store::{OrderContent, OrderId, OrderRow};
use desk_store::{Reader, StoreError, Writer};
use std::collections::BTreeMap;

/// States of an order that still waits for something.
pub(crate) const OPEN: [OrderState; 4] = [
    OrderState::Draft,
    OrderState::Ready,
    OrderState::Printed,
    OrderState::Signed,
];

/// Orders, last touched first.
///
/// # Errors
/// Only who takes orders may look.
pub fn list(desk: &Desk, request: OrderList) -> Result<Vec<OrderLine>, Failure> {
    let states: &[OrderState] = if request.open_only { &OPEN } else { &[] };
    let limit = if request.limit == 0 {
        100
    } else {
        request.limit.min(1000)
    };
    desk.read(Permission::TakeOrders, |reader| {
        let rows = reader.orders().list(states, limit)?;
        lines(reader, rows)
    })
}

/// Starts an acceptance, with what is known of the customer and of the
/// agreement it changes already filled in.
///
/// # Errors
/// The customer or the agreement is unknown.
pub fn begin(desk: &Desk, request: OrderNew) -> Result<OrderView, Failure> {
    desk.write(Permission::TakeOrders, |writer| {
        let mut form = Form {
            business: request.business,
            ..Form::default()
        };
        let mut customer = request.customer.map(CustomerId);
        if let Some(number) = &request.cites {
            // Whatever comes later cites the first agreement.
            let cited = match later::first(writer, number) {
                Some(first) => first,
                None => writer.agreements().get(number)?,
            };
            form = later::begin(&later::current(writer, &cited)?, request.business);
            form.cites.clone_from(&cited.number);
            if !matches!(
                cited.state,
                AgreementState::Printed | AgreementState::Signed | AgreementState::InForce
            ) {
                return Err(agreement::forbids(cited.state));
            }
            // A number changes hands to a customer who is known, or to a new one.
            customer = match request.business {
                Business::Transfer => customer.filter(|new| *new != cited.customer),
                _ => Some(cited.customer),
            };
        }
        if let Some(id) = customer {
            Record::of_row(&writer.customers().get(id)?).begin(&mut form);
        }
        let content = OrderContent {
            customer,
            business: form.business,
            state: OrderState::Draft,
            number400: Number400::parse(&form.number.number)
                .ok()
                .map(|number| number.as_str().to_owned()),
            form: as_json(&form)?,
        };
        let id = writer.orders_mut().add(&content)?;
        view(writer, writer.orders().get(id)?, desk)
    })
}

/// Opens an acceptance.
///
/// # Errors
/// There is no such order.
pub fn show(desk: &Desk, request: OrderRef) -> Result<OrderView, Failure> {
    desk.read(Permission::TakeOrders, |reader| {
        let row = reader.orders().get(OrderId(request.id))?;
        view(reader, row, desk)
    })
}

/// Saves what was typed, right or wrong, and says what is wrong or missing.
/// Holds the chosen number for this order.
///
/// # Errors
/// Somebody else saved in the meantime, or the order is printed.
pub fn save(desk: &Desk, request: OrderSave) -> Result<OrderSaved, Failure> {
    let now = desk.now();
    desk.write(Permission::TakeOrders, |writer| {
        let id = OrderId(request.id);
        let row = open_draft(writer, id)?;
        let wanted = Number400::parse(&request.form.number.number).ok();
        number::hold(
            writer,
            id,
            row.content.number400.as_deref(),
            wanted.as_ref(),
        )?;
        let review = review::of(writer, desk, id, &request.form)?;
        let known = match customer::canonical_code(&request.form.company.code) {
            Some(code) => writer.customers().by_code(&code)?.map(|row| row.id),
            None => None,
        };
        let content = OrderContent {
            customer: known.or(row.content.customer),
            business: request.form.business,
            state: review::state(row.content.state, &review)?,
            number400: wanted.map(|number| number.as_str().to_owned()),
            form: as_json(&request.form)?,
        };
        let state = content.state;
        let revision = writer.orders_mut().save(id, request.revision, &content)?;
        Ok(OrderSaved {
            revision,
            state,
            review,
            saved_at: show::second(now),
        })
    })
}

/// Gives up a draft; its number goes back to stock.
///
/// # Errors
/// The order is printed; void its agreement instead.
pub fn discard(desk: &Desk, request: OrderRef) -> Result<(), Failure> {
    desk.write(Permission::TakeOrders, |writer| {
        let id = OrderId(request.id);
        let row = open_draft(writer, id)?;
        if let Some(number) = &row.content.number400 {
            number::release(writer, id, number)?;
        }
        let content = OrderContent {
            state: OrderState::Void,
            ..row.content
        };
        writer.orders_mut().save(id, row.revision, &content)?;
        Ok(())
    })
}

/// An order whose form may still change.
pub(crate) fn open_draft(reader: &Reader<'_>, id: OrderId) -> Result<OrderRow, Failure> {
    let row = reader.orders().get(id)?;
    match row.content.state {
        OrderState::Draft | OrderState::Ready => Ok(row),
        _ => Err(Situation::OrderClosed.into()),
    }
}

/// Moves an order on after something happened to its agreement.
pub(crate) fn advance(
    writer: &mut Writer<'_>,
    id: OrderId,
    state: OrderState,
) -> Result<(), Failure> {
    let row = writer.orders().get(id)?;
    let content = OrderContent {
        state,
        ..row.content
    };
    writer.orders_mut().save(id, row.revision, &content)?;
    Ok(())
}

/// The form of an order as it was typed.
pub(crate) fn form_of(row: &OrderRow) -> Result<Form, Failure> {
    serde_json::from_value(row.content.form.clone()).map_err(|_| Failure::internal())
}

fn as_json(form: &Form) -> Result<serde_json::Value, Failure> {
    serde_json::to_value(form).map_err(|_| Failure::from(StoreError::TooLarge))
}

/// The company as typed so far, if anything is.
pub(crate) fn company_of(row: &OrderRow) -> Option<String> {
    let name = row.content.form.pointer("/company/name")?.as_str()?.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

/// Rows as lists show them.
pub(crate) fn lines(reader: &Reader<'_>, rows: Vec<OrderRow>) -> Result<Vec<OrderLine>, Failure> {
    let names: BTreeMap<_, _> = reader
        .staff()
        .all()?
        .into_iter()
        .map(|row| (row.id, row.name))
        .collect();
    rows.into_iter()
        .map(|row| {
            let printed = reader
                .agreements()
                .of_order(row.id)?
                .pop()
                .map(|row| row.number);
            Ok(OrderLine {
                id: row.id.0,
                company: company_of(&row).unwrap_or_default(),
                number: row.content.number400.clone().unwrap_or_default(),
                business: row.content.business,
                state: row.content.state,
                updated_at: show::minute(row.updated_at),
                updated_by: names.get(&row.updated_by).cloned().unwrap_or_default(),
                agreement: printed,
            })
        })
        .collect()
}

fn view(reader: &Reader<'_>, row: OrderRow, desk: &Desk) -> Result<OrderView, Failure> {
    let form = form_of(&row)?;
    let review = review::of(reader, desk, row.id, &form)?;
    Ok(OrderView {
        id: row.id.0,
        revision: row.revision,
        state: row.content.state,
        review,
        papers: paper::views(reader, reader.papers().of_order(row.id)?)?,
        customer: row.content.customer.map(|customer| customer.0),
        agreement: reader
            .agreements()
            .of_order(row.id)?
            .pop()
            .map(|row| row.number),
        saved_at: show::second(row.updated_at),
        form,
    })
}
