//! Gathers what the review must know beside the form: papers, stock, the
//! renewal floor, the demanded papers.

use super::later;
use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::flow::agreement;
use crate::flow::reading::{self, Questions};
use desk_domain::agreement::renewal_floor;
use desk_domain::demand::Demand;
use desk_domain::form::{self, AttachedPaper, Business, Form, Review, ReviewContext};
use desk_domain::identifier::Number400;
use desk_domain::money::Money;
use desk_domain::order::{OrderState, OrderStep};
use desk_domain::paper::PaperKind;
use desk_domain::stock::CarrierTable;
use desk_store::OrderId;
use desk_store::Reader;
use std::collections::BTreeSet;
use std::fs;

/// What is wrong with the form of an order and what is missing.
pub(super) fn of(
    reader: &Reader<'_>,
    desk: &Desk,
    id: OrderId,
    form: &Form,
) -> Result<Review, Failure> {
    let number = Number400::parse(&form.number.number).ok();
    let row = number.and_then(|number| reader.numbers().get(number.as_str()).ok());
    let held = row.as_ref().is_some_and(|row| {
        row.holder.order == Some(id)
            || (row.holder.agreement.is_some()
                && row.holder.agreement.as_deref() == Some(form.cites.as_str()))
    });
    let questions = reading::questions(reader, id, form)?;
    let context = ReviewContext {
        today: desk.now().date(),
        papers: attached(reader, id, &questions)?,
        number_state: row.map(|row| row.state),
        number_held_by_this_order: held,
        renewal_floor: floor(reader, form)?,
        cited: later::first(reader, &form.cites).map(|row| row.state),
        before: before(reader, form)?,
        demand: demand(desk)?,
        carriers: CarrierTable::default(),
    };
    let mut review = form::review(form, &context);
    review.findings.extend(questions.findings(form)?);
    let kinds: Vec<PaperKind> = context.papers.iter().map(|paper| paper.kind).collect();
    let doubts = questions.doubts(form, &kinds, &review.findings, context.today);
    review.findings.extend(doubts);
    review
        .findings
        .extend(later::findings(reader, form, context.today)?);
    Ok(review)
}

/// Where the order stands after this review.
pub(super) fn state(now: OrderState, review: &Review) -> Result<OrderState, Failure> {
    let step = if review.allows_printing(false) {
        OrderStep::Complete
    } else {
        OrderStep::FallShort
    };
    now.after(step).map_err(|error| Failure::because(&error))
}

/// The papers as staff filed them; a page on which both sides of a card lie
/// counts as either.
fn attached(
    reader: &Reader<'_>,
    id: OrderId,
    questions: &Questions,
) -> Result<Vec<AttachedPaper>, Failure> {
    let mut attached = Vec::new();
    for row in reader.papers().of_order(id)? {
        let seen = questions
            .seen
            .iter()
            .filter(|(paper, _)| *paper == row.id.0);
        let kinds: BTreeSet<_> = seen
            .map(|(_, kind)| *kind)
            .chain([row.marks.kind])
            .collect();
        attached.extend(kinds.into_iter().map(|kind| AttachedPaper {
            kind,
            sealed: row.marks.sealed,
            verification: row.verification,
        }));
    }
    Ok(attached)
}

/// The amount a renewal may not fall below (协议四（二）8): the first renewal
/// still standing, or the contract itself before there was one.
pub(super) fn floor(reader: &Reader<'_>, form: &Form) -> Result<Option<Money>, Failure> {
    if form.business != Business::Renewal || form.cites.trim().is_empty() {
        return Ok(None);
    }
    let Ok(first) = reader.agreements().get(form.cites.trim()) else {
        return Ok(None);
    };
    let renewal = reader
        .agreements()
        .citing(&first.number)?
        .into_iter()
        .filter(agreement::stands)
        .map(|row| agreement::form_of(&row))
        .find(|form| form.business == Business::Renewal);
    let amount = |form: Form| Money::parse(&form.tariff.contract_amount).ok();
    let contract = amount(agreement::form_of(&first));
    Ok(contract.map(|contract| renewal_floor(contract, renewal.and_then(amount))))
}

/// The form of the agreement cited, as it stands now.
fn before(reader: &Reader<'_>, form: &Form) -> Result<Option<Box<Form>>, Failure> {
    if form.business == Business::New {
        return Ok(None);
    }
    match later::first(reader, &form.cites) {
        Some(row) => Ok(Some(Box::new(later::current(reader, &row)?))),
        None => Ok(None),
    }
}

/// Which papers carriers demand: a data file that ships with the program and
/// may be edited where it lies.
fn demand(desk: &Desk) -> Result<Demand, Failure> {
    let name = "papers-demanded.json";
    let missing = || Failure::from(Situation::AssetMissing(name.to_owned()));
    let text = fs::read_to_string(desk.place().assets.join(name)).map_err(|_| missing())?;
    let demand: Demand = serde_json::from_str(&text).map_err(|_| missing())?;
    Ok(demand.checked()?)
}
