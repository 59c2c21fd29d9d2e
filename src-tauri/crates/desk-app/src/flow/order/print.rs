//! The moment of printing: checks, number, two copies, archive, stock and
//! customer, in one transaction. Refuses it as a whole or does it as a whole.

use super::{OrderPrint, form_of, open_draft, paperwork, review};
use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::flow::agreement::{self, AgreementView, Printed, Snapshot};
use crate::flow::{customer, firm_mark, number, text};
use chrono::Datelike;
use desk_domain::form::{Business, Form, Gravity, Review};
use desk_domain::identifier::Number400;
use desk_domain::order::{OrderState, OrderStep};
use desk_domain::party::Firm;
use desk_domain::staff::Permission;
use desk_domain::stock::NumberState;
use desk_paper::bundle::Contents;
use desk_store::CustomerId;
use desk_store::Holder;
use desk_store::NewAgreement;
use desk_store::Subject;
use desk_store::{OrderContent, OrderId, OrderRow};
use desk_store::{StoreError, Writer};
use serde_json::json;

/// Letters before agreement numbers when the firm has chosen none.
const USUAL_PREFIX: &str = "QF";

/// Prints an order: allots the agreement number and archives the two copies.
///
/// # Errors
/// Findings forbid it; somebody else took the number or saved the order; the
/// firm's profile is incomplete; a character no font has.
pub fn print(desk: &Desk, request: OrderPrint) -> Result<AgreementView, Failure> {
    let role = desk.role()?;
    let fonts = desk.fonts()?;
    let today = desk.now().date();
    desk.write(Permission::TakeOrders, |writer| {
        let edition = text::in_force(writer, today)?;
        let id = OrderId(request.id);
        let row = open_draft(writer, id)?;
        if row.revision != request.revision {
            let (found, expected) = (row.revision, request.revision);
            return Err(StoreError::Stale { found, expected }.into());
        }
        let form = form_of(&row)?;
        let review = review::of(writer, desk, id, &form)?;
        let waived = waiver(
            &review,
            request.override_reason.as_deref(),
            role.may(Permission::Override),
        )?;
        let contents = paperwork::contents(writer, &row, &form, today)?;
        complete(&contents.firm)?;
        let customer = customer::record(writer, row.content.customer, &form)?;
        let prefix = prefix(&contents.firm);
        let marks = firm_mark::for_new(writer)?;
        let issued = writer
            .agreements_mut()
            .issue(&prefix, today.year(), |number| {
                let contents = Contents {
                    agreement: number.to_owned(),
                    ..contents.clone()
                };
                let produced = desk_paper::compose_marked(&fonts, &edition, &contents, &marks)?;
                let pdf = agreement::signed(writer, &contents.firm.name, &produced.pdf)?;
                Ok::<_, Failure>(NewAgreement {
                    order: id,
                    customer,
                    number400: row.content.number400.clone(),
                    edition: edition.name.clone(),
                    snapshot: Snapshot {
                        printed: Some(Printed::of(&contents)),
                        firm: contents.firm,
                        form: contents.form,
                        pages_per_copy: produced.pages_per_copy,
                        numbered_pages: produced.numbered_pages,
                        agreement_pages: Some(produced.agreement_pages),
                        mark_hash: produced.mark_hash,
                        override_reason: waived.clone(),
                    }
                    .as_json()?,
                    pages: produced.pages,
                    pdf,
                    cites: cited(&form),
                })
            })?;
        take_number(writer, &row, &form, &issued.number)?;
        close(writer, row, customer)?;
        if let Some(reason) = waived {
            let subject = Subject::Agreement(issued.number.clone());
            let codes: Vec<_> = review
                .findings
                .iter()
                .map(|finding| &finding.code)
                .collect();
            let detail = json!({ "reason": reason, "findings": codes });
            writer
                .audit_mut()
                .record("order_override", &subject, &detail)?;
        }
        agreement::view(writer, &issued.number)
    })
}

/// The reason for which waivable findings are let through; `None` when there
/// are none to let through.
fn waiver(
    review: &Review,
    reason: Option<&str>,
    may_override: bool,
) -> Result<Option<String>, Failure> {
    let count = |wanted: &dyn Fn(Gravity) -> bool| {
        review
            .findings
            .iter()
            .filter(|finding| wanted(finding.gravity))
            .count()
    };
    let forbidding = count(&|gravity| matches!(gravity, Gravity::Missing | Gravity::Wrong));
    if forbidding > 0 {
        return Err(Situation::NotPrintable(forbidding).into());
    }
    let waivable = count(&|gravity| gravity == Gravity::Waivable);
    if waivable == 0 {
        return Ok(None);
    }
    match reason {
        Some(reason) if may_override => number::reason(reason).map(Some),
        _ => Err(Situation::OverrideNeeded(waivable).into()),
    }
}

fn complete(firm: &Firm) -> Result<(), Failure> {
    for (value, name) in [
        (&firm.name, "名称"),
        (&firm.address, "住所地"),
        (&firm.phone, "联系方式"),
        (&firm.representative, "代表人"),
    ] {
        if value.is_empty() {
            return Err(Situation::FirmIncomplete(name.to_owned()).into());
        }
    }
    Ok(())
}

fn prefix(firm: &Firm) -> String {
    if firm.number_prefix.is_empty() {
        USUAL_PREFIX.to_owned()
    } else {
        firm.number_prefix.clone()
    }
}

fn cited(form: &Form) -> Option<String> {
    let cited = form.cites.trim();
    (!cited.is_empty()).then(|| cited.to_owned())
}

/// The printed agreement holds the number from now on; a change or renewal
/// leaves it with the first agreement.
fn take_number(
    writer: &mut Writer<'_>,
    row: &OrderRow,
    form: &Form,
    agreement: &str,
) -> Result<(), Failure> {
    let Ok(number) = Number400::parse(&form.number.number) else {
        return Ok(());
    };
    if form.business != Business::New {
        return Ok(());
    }
    let stock = number::known(writer, &number)?;
    let ours = stock.state == NumberState::Reserved && stock.holder.order == Some(row.id);
    if !ours {
        return Err(Situation::NumberHeldElsewhere(number.shown(form.number.display)).into());
    }
    let holder = Holder {
        order: Some(row.id),
        agreement: Some(agreement.to_owned()),
    };
    let (from, to) = (NumberState::Reserved, NumberState::InUse);
    writer
        .numbers_mut()
        .move_to(number.as_str(), from, to, &holder, "agreement")?;
    Ok(())
}

fn close(writer: &mut Writer<'_>, row: OrderRow, customer: CustomerId) -> Result<(), Failure> {
    let ready = match row.content.state {
        OrderState::Draft => row.content.state.after(OrderStep::Complete),
        other => Ok(other),
    };
    let state = ready.and_then(|state| state.after(OrderStep::Print))?;
    for paper in writer.papers().of_order(row.id)? {
        writer.papers_mut().set_customer(paper.id, customer)?;
    }
    let content = OrderContent {
        customer: Some(customer),
        state,
        ..row.content
    };
    writer.orders_mut().save(row.id, row.revision, &content)?;
    Ok(())
}
