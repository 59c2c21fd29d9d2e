//! Taking files into the tray, a paper a page.

use super::{PaperAdd, PaperView};
use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::show;
use desk_domain::order::OrderState;
use desk_domain::paper::{PaperKind, Rotation};
use desk_domain::staff::Permission;
use desk_intake::{Admitted, Limits, admit};
use desk_store::OrderId;
use desk_store::{NewPaper, PaperMarks, PaperRow};
use desk_store::{Reader, Writer};
use std::collections::BTreeMap;

/// Pages one order may hold.
const TRAY: usize = 60;

/// Takes a file into the tray of an order: every page becomes a paper. After
/// printing only signed scans are taken.
///
/// # Errors
/// The file is no picture and no PDF, damaged, locked or too large; the tray
/// is full; the order is closed.
pub fn add(desk: &Desk, request: PaperAdd) -> Result<Vec<PaperView>, Failure> {
    let admitted = admit(&request.file_name, &request.bytes, &Limits::default())?;
    desk.write(Permission::TakeOrders, |writer| {
        let order = OrderId(request.order);
        let row = writer.orders().get(order)?;
        let signed = request.kind == Some(PaperKind::Signed);
        let takes = match row.content.state {
            OrderState::Draft | OrderState::Ready => !signed,
            OrderState::Printed | OrderState::Signed | OrderState::InForce => signed,
            OrderState::Void => false,
        };
        if !takes {
            return Err(Situation::OrderClosed.into());
        }
        let there = writer.papers().of_order(order)?.len();
        if there + admitted.pages.len() > TRAY {
            return Err(Situation::TrayFull.into());
        }
        let ids = put(writer, &request, &admitted, row.content.customer)?;
        let rows = ids.into_iter().map(|id| Ok(writer.papers().get(id)?));
        let rows = rows.collect::<Result<Vec<_>, Failure>>()?;
        views(writer, rows)
    })
}

fn put(
    writer: &mut Writer<'_>,
    request: &PaperAdd,
    admitted: &Admitted,
    customer: Option<desk_store::CustomerId>,
) -> Result<Vec<desk_store::PaperId>, Failure> {
    let new = NewPaper {
        order: Some(OrderId(request.order)),
        customer,
        marks: PaperMarks {
            kind: request.kind.unwrap_or(PaperKind::Other),
            arrival: request.arrival,
            sealed: false,
            rotation: Rotation::Upright,
            crop: None,
        },
        file_name: admitted.name.clone(),
        media_type: admitted.media.mime().to_owned(),
    };
    Ok(writer
        .papers_mut()
        .add_pages(&new, admitted.page_count(), &mut request.bytes.as_slice())?)
}

/// Rows as the tray shows them.
pub(crate) fn views(reader: &Reader<'_>, rows: Vec<PaperRow>) -> Result<Vec<PaperView>, Failure> {
    let names: BTreeMap<_, _> = reader
        .staff()
        .all()?
        .into_iter()
        .map(|row| (row.id, row.name))
        .collect();
    Ok(rows
        .into_iter()
        .map(|row| {
            let by = row
                .verified_by
                .and_then(|id| names.get(&id).cloned())
                .unwrap_or_default();
            let verified = row.verified_at.map(|at| {
                let how = row.verified_how.as_deref().unwrap_or_default();
                format!("{} {by} {how}", show::minute(at))
            });
            PaperView {
                id: row.id.0,
                kind: row.marks.kind,
                arrival: row.marks.arrival,
                file_name: row.file_name,
                page: row.page,
                pages: row.pages,
                sealed: row.marks.sealed,
                rotation: row.marks.rotation,
                crop: row.marks.crop,
                verification: row.verification,
                verified,
            }
        })
        .collect())
}
