//! Printed agreements: the list, the archived PDF, signing, voiding. Refuses
//! to bring anything into force that nobody signed.

mod archive;
mod dto;
mod pack;
mod pack_signed;
mod papers;
mod screen;
mod snapshot;

pub(crate) use archive::signed;
pub use archive::{ArchiveCheck, ArchiveState, verify, verify_file};
pub use dto::*;
pub use pack::save_pack;
pub use papers::save_papers;
pub use screen::{PenSpot, ScreenSign, ScreenSigned, sign_on_screen};
pub(crate) use snapshot::{Printed, Snapshot};

use super::billing;
use super::order;
use super::{number, paper, returned};
use crate::desk::Desk;
use crate::export;
use crate::failure::{Failure, Situation};
use crate::picture::Picture;
use crate::show;
use chrono::NaiveDate;
use desk_domain::agreement::AgreementState;
use desk_domain::form::Form;
use desk_domain::identifier::Number400;
use desk_domain::order::OrderState;
use desk_domain::paper::PaperKind;
use desk_domain::staff::Permission;
use desk_domain::stock::NumberState;
use desk_store::AgreementRow;
use desk_store::Holder;
use desk_store::Subject;
use desk_store::{Reader, Writer};
use serde_json::json;
use std::collections::BTreeMap;

/// Agreements, newest first.
///
/// # Errors
/// Only who takes orders may look.
pub fn list(desk: &Desk, request: AgreementList) -> Result<Vec<AgreementLine>, Failure> {
    let limit = if request.limit == 0 {
        100
    } else {
        request.limit.min(1000)
    };
    let wanted = request.text.trim().to_lowercase();
    let digits: String = wanted.chars().filter(char::is_ascii_digit).collect();
    let states: Vec<AgreementState> = request.state.into_iter().collect();
    desk.read(Permission::TakeOrders, |reader| {
        let reach = if wanted.is_empty() { limit } else { u32::MAX };
        let mut lines = lines(reader, reader.agreements().list(&states, reach)?)?;
        lines.retain(|line| {
            wanted.is_empty()
                || line.number.to_lowercase().contains(&wanted)
                || line.company.to_lowercase().contains(&wanted)
                || (digits.len() >= 3 && line.number_400.replace('-', "").contains(&digits))
        });
        lines.truncate(limit as usize);
        Ok(lines)
    })
}

/// One agreement with all that happened to it.
///
/// # Errors
/// There is no such agreement.
pub fn show(desk: &Desk, request: AgreementRef) -> Result<AgreementView, Failure> {
    desk.read(Permission::TakeOrders, |reader| {
        view(reader, &request.number)
    })
}

/// The archived PDF, checked against its hash; byte for byte what was printed.
///
/// # Errors
/// There is no such agreement, or its file is damaged.
pub fn pdf(desk: &Desk, number: &str) -> Result<Vec<u8>, Failure> {
    desk.read(Permission::TakeOrders, |reader| {
        Ok(reader.agreements().pdf(number)?)
    })
}

/// One page of the archived PDF as a picture.
///
/// # Errors
/// As [`pdf`], or there is no such page.
pub fn page(desk: &Desk, number: &str, page: u32, width: u32) -> Result<Picture, Failure> {
    order::page_picture(&pdf(desk, number)?, page, width)
}

/// Writes the archived PDF into the export folder.
///
/// # Errors
/// The folder cannot be written.
pub fn save(desk: &Desk, request: AgreementRef) -> Result<SavedFile, Failure> {
    let bytes = pdf(desk, &request.number)?;
    let path = export::write(desk, &format!("{}.pdf", request.number), &bytes)?;
    note(desk, "agreement_exported", &request.number)?;
    Ok(SavedFile { path })
}

/// Leaves a line in the audit log about an agreement.
pub(crate) fn note(desk: &Desk, action: &str, number: &str) -> Result<(), Failure> {
    desk.write(Permission::TakeOrders, |writer| {
        let subject = Subject::Agreement(number.to_owned());
        Ok(writer.audit_mut().record(action, &subject, &json!({}))?)
    })
}

/// Both sides have signed and the scan is filed: the agreement takes effect
/// (协议八（三）: 双方签字盖章后生效).
///
/// # Errors
/// No signed scan, pages missing of it, an impossible day, or the agreement is
/// not waiting for signatures.
pub fn sign(desk: &Desk, request: AgreementSign) -> Result<AgreementView, Failure> {
    let today = desk.now().date();
    let signed = NaiveDate::parse_from_str(request.signed_on.trim(), "%Y-%m-%d")
        .map_err(|_| Failure::because(&Situation::SigningDateImpossible).at("signed_on"))?;
    let order = desk.read(Permission::TakeOrders, |reader| {
        Ok(reader.agreements().get(&request.number)?.order)
    })?;
    returned::look_at_order(desk, order)?;
    let role = desk.role()?;
    desk.write(Permission::TakeOrders, |writer| {
        let row = expect(writer, &request.number, AgreementState::Printed)?;
        if signed > today || signed < row.printed_at.date() {
            return Err(Failure::because(&Situation::SigningDateImpossible).at("signed_on"));
        }
        if signed_scans(writer, &row)?.is_empty() {
            return Err(Situation::SignedScanMissing.into());
        }
        all_back(writer, &row, &request, role.may(Permission::Override))?;
        writer.agreements_mut().sign(&request.number, signed)?;
        order::advance(writer, row.order, OrderState::Signed)?;
        writer
            .agreements_mut()
            .bring_into_force(&request.number, signed)?;
        order::advance(writer, row.order, OrderState::InForce)?;
        billing::effect::take_effect(writer, &row, signed)?;
        view(writer, &request.number)
    })
}

/// Refuses an original of which pages are missing (协议八（三）), unless
/// a manager says why it will do.
fn all_back(
    writer: &mut Writer<'_>,
    row: &AgreementRow,
    request: &AgreementSign,
    may_override: bool,
) -> Result<(), Failure> {
    let copies = returned::copies_of(writer, row)?;
    let Some(short) = copies
        .iter()
        .find(|copy| copy.begun() && !copy.is_complete())
    else {
        return Ok(());
    };
    let reason = request.despite.as_deref().map(str::trim);
    match reason.filter(|reason| !reason.is_empty()) {
        Some(reason) if may_override => {
            let subject = Subject::Agreement(row.number.clone());
            let detail = json!({ "reason": reason, "copies": copies });
            Ok(writer
                .audit_mut()
                .record("agreement_signed_despite", &subject, &detail)?)
        }
        Some(_) => Err(Situation::NotPermitted.into()),
        None => {
            let missing = if short.missing.is_empty() {
                &short.other_print
            } else {
                &short.missing
            };
            let pages: Vec<String> = missing.iter().map(u16::to_string).collect();
            Err(Situation::SignedPagesMissing(short.original.chinese(), pages.join("、")).into())
        }
    }
}

/// Voids an agreement that is not in force; it keeps its number and its
/// reason, and its 400 number goes back to stock.
///
/// # Errors
/// Only a manager may, with a reason; what is in force is ended by closing.
pub fn void(desk: &Desk, request: AgreementVoid) -> Result<AgreementView, Failure> {
    let reason = number::reason(&request.reason)?;
    desk.write(Permission::VoidAgreement, |writer| {
        let row = writer.agreements().get(&request.number)?;
        if !matches!(row.state, AgreementState::Printed | AgreementState::Signed) {
            return Err(forbids(row.state));
        }
        writer.agreements_mut().void(&request.number, &reason)?;
        order::advance(writer, row.order, OrderState::Void)?;
        let_go(writer, &row, &reason)?;
        view(writer, &request.number)
    })
}

fn let_go(writer: &mut Writer<'_>, row: &AgreementRow, reason: &str) -> Result<(), Failure> {
    let Some(number) = row.number400.as_deref() else {
        return Ok(());
    };
    let Ok(stock) = writer.numbers().get(number) else {
        return Ok(());
    };
    if stock.holder.agreement.as_deref() == Some(row.number.as_str()) {
        let holder = Holder::default();
        writer
            .numbers_mut()
            .move_to(number, stock.state, NumberState::Free, &holder, reason)?;
    }
    Ok(())
}

fn expect(
    reader: &Reader<'_>,
    number: &str,
    state: AgreementState,
) -> Result<AgreementRow, Failure> {
    let row = reader.agreements().get(number)?;
    if row.state == state {
        Ok(row)
    } else {
        Err(forbids(row.state))
    }
}

pub(crate) fn forbids(state: AgreementState) -> Failure {
    let shown = match state {
        AgreementState::Printed => "待签",
        AgreementState::Signed => "已签",
        AgreementState::InForce => "已生效",
        AgreementState::Void => "已作废",
        AgreementState::Ended => "已终止",
    };
    Situation::AgreementStateForbids(shown.to_owned()).into()
}

/// Whether an agreement still counts.
pub(crate) fn stands(row: &AgreementRow) -> bool {
    row.state != AgreementState::Void
}

/// The form as it was printed.
pub(crate) fn form_of(row: &AgreementRow) -> Form {
    Snapshot::of(row).form
}

/// The signed scans filed with an agreement's order.
pub(crate) fn signed_scans(
    reader: &Reader<'_>,
    row: &AgreementRow,
) -> Result<Vec<desk_store::PaperRow>, Failure> {
    let mut papers = reader.papers().of_order(row.order)?;
    papers.retain(|paper| paper.marks.kind == PaperKind::Signed);
    Ok(papers)
}

/// Rows as lists show them, in the order given.
pub(crate) fn lines(
    reader: &Reader<'_>,
    rows: Vec<AgreementRow>,
) -> Result<Vec<AgreementLine>, Failure> {
    let names: BTreeMap<_, _> = reader
        .staff()
        .all()?
        .into_iter()
        .map(|row| (row.id, row.name))
        .collect();
    Ok(rows
        .into_iter()
        .map(|row| {
            let form = form_of(&row);
            let typed = form.number.number.as_str();
            AgreementLine {
                company: form.company.name.trim().to_owned(),
                number_400: Number400::parse(typed).map_or_else(
                    |_| typed.to_owned(),
                    |number| number.shown(form.number.display),
                ),
                business: form.business,
                state: row.state,
                printed_at: show::minute(row.printed_at),
                printed_by: names.get(&row.printed_by).cloned().unwrap_or_default(),
                signed_on: row.signed_on.map(show::day),
                number: row.number,
            }
        })
        .collect())
}

/// One agreement, whole.
pub(crate) fn view(reader: &Reader<'_>, number: &str) -> Result<AgreementView, Failure> {
    let row = reader.agreements().get(number)?;
    let snapshot = Snapshot::of(&row);
    let line = lines(reader, vec![row.clone()])?
        .pop()
        .ok_or_else(Failure::internal)?;
    Ok(AgreementView {
        line,
        order: row.order.0,
        pages: row.pages,
        pages_per_copy: snapshot.pages_per_copy,
        sha256: row.blob.sha256.clone(),
        edition: row.edition.clone(),
        override_reason: snapshot.override_reason,
        void_reason: row.void_reason.clone(),
        signed_papers: paper::views(reader, signed_scans(reader, &row)?)?,
        copies: returned::copies_of(reader, &row)?.to_vec(),
        on_screen: screen::signed(reader, number)?,
        cited_by: lines(reader, reader.agreements().citing(number)?)?,
        cites: row.cites,
    })
}
