//! From an order to its pages: what goes onto the paper, and drafts for a look.

use super::{OrderRef, Preview, form_of, later, review};
use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::flow::text;
use crate::picture::Picture;
use crate::preview::Draft;
use chrono::NaiveDate;
use desk_domain::form::Form;
use desk_domain::party::Firm;
use desk_domain::staff::Permission;

use desk_paper::bundle::{Contents, PaperLine};
use desk_paper::render::{Limits, Reader};
use desk_store::{OrderId, OrderRow};
use std::sync::Arc;

/// Sets the two copies for a look. Nothing is numbered and nothing archived.
///
/// # Errors
/// A character no font has, or a damaged order.
pub fn preview(desk: &Desk, request: OrderRef) -> Result<Preview, Failure> {
    let draft = draft(desk, request.id)?;
    Ok(Preview {
        pages: draft.pages,
        pages_per_copy: draft.pages_per_copy,
        revision: draft.revision,
    })
}

/// The draft as a PDF file.
///
/// # Errors
/// As [`preview`].
pub fn preview_pdf(desk: &Desk, request: OrderRef) -> Result<Vec<u8>, Failure> {
    Ok(draft(desk, request.id)?.pdf.to_vec())
}

/// One page of the draft as a picture.
///
/// # Errors
/// As [`preview`], or there is no such page.
pub fn preview_page(desk: &Desk, id: i64, page: u32, width: u32) -> Result<Picture, Failure> {
    let draft = draft(desk, id)?;
    page_picture(&draft.pdf, page, width)
}

/// A page of a PDF as a picture; pages count from 1.
pub(crate) fn page_picture(pdf: &[u8], page: u32, width: u32) -> Result<Picture, Failure> {
    let index = page.checked_sub(1).ok_or(Situation::PictureUnknown)? as usize;
    let bytes = Reader::open(pdf.to_vec(), Limits::default())?.page_png(index, width)?;
    Ok(Picture {
        media: "image/png",
        bytes,
    })
}

fn draft(desk: &Desk, id: i64) -> Result<Draft, Failure> {
    let (row, contents, edition) = desk.read(Permission::TakeOrders, |reader| {
        let row = reader.orders().get(OrderId(id))?;
        let contents = contents(reader, &row, &form_of(&row)?, desk.now().date())?;
        let edition = text::in_force(reader, desk.now().date())?;
        Ok((row, contents, edition))
    })?;
    if let Some(draft) = desk.previews().of(id)
        && draft.revision == row.revision
    {
        return Ok(draft);
    }
    let produced = desk_paper::compose_draft(&*desk.fonts()?, &edition, &contents)?;
    let draft = Draft {
        order: id,
        revision: row.revision,
        pages: produced.pages,
        pages_per_copy: produced.pages_per_copy,
        pdf: Arc::new(produced.pdf),
    };
    desk.previews().keep(draft.clone());
    Ok(draft)
}

/// Everything the paper says, copied from where it stands today.
pub(super) fn contents(
    reader: &desk_store::Reader<'_>,
    row: &OrderRow,
    form: &Form,
    day: NaiveDate,
) -> Result<Contents, Failure> {
    let firm: Firm = reader
        .firm()
        .on(day)?
        .map(|row| row.profile)
        .unwrap_or_default();
    let staff = reader.staff().get(row.updated_by)?;
    let papers = reader
        .papers()
        .of_order(row.id)?
        .into_iter()
        .map(|row| PaperLine {
            kind: row.marks.kind,
            arrival: row.marks.arrival,
            sealed: row.marks.sealed,
            verification: row.verification,
        })
        .collect();
    Ok(Contents {
        firm,
        form: form.canonical(),
        agreement: String::new(),
        day,
        staff_number: staff.id.0,
        staff_name: staff.name,
        papers,
        occasion: later::occasion(reader, form, review::floor(reader, form)?)?,
    })
}
