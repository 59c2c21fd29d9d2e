//! Reading fields off papers: what was read, what it means for the form, and
//! what a person decided about it. Refuses to put a value into an agreement
//! that nobody looked at though it was unsure.

mod doubts;
mod dto;
mod file;
mod fill;
mod place;
mod question;
mod record;

pub use desk_intake::reading::{DocumentKind, Doubt, FieldName, FieldReading, PageReading};
pub use dto::*;
pub use file::of_file;
pub use fill::{fill, fill_order};
pub(crate) use question::{Questions, of as questions};

use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::flow::{order, paper};
use crate::picture::Picture;
use desk_domain::paper::{PaperKind, Rotation};
use desk_domain::staff::Permission;
use desk_intake::reading::ReadDocument;
use desk_intake::{Cancel, Limits, PageImage, View, page_image};
use desk_store::{OrderId, PaperId, PaperRow, Question, Reader, ReadingId, Writer};
use record::{Kept, PageRecord};

/// Has one paper read and keeps what it says. A paper that nobody has named
/// yet gets the kind of what was seen on it, and is set upright.
///
/// # Errors
/// There is no such paper, its file is damaged, or the order is closed.
pub fn read(desk: &Desk, request: PaperRead) -> Result<OrderReadings, Failure> {
    let id = PaperId(request.id);
    let (paper, bytes, before) = desk.read(Permission::TakeOrders, |reader| {
        let paper = reader.papers().get(id)?;
        let order = order_of(&paper)?;
        order::open_draft(reader, order)?;
        let known = reader.readings().of_order(order)?;
        let before = known.iter().rfind(|row| row.paper == id);
        let before = before.map(PageRecord::of).transpose()?;
        Ok((paper, reader.papers().bytes(id)?, before))
    })?;
    // The store is free for others while the page is read.
    let page = page_image(&bytes, paper.page, &View::default(), &Limits::default())?;
    let documents = look(desk, &page, request.corners)?;
    let read = PageRecord {
        width: page.width(),
        height: page.height(),
        documents: documents.into_iter().map(Kept::from).collect(),
    };
    let record = match (before, request.corners, request.document) {
        (Some(before), Some(_), Some(document)) => before.with(document, read),
        _ => read,
    };
    desk.write(Permission::TakeOrders, |writer| {
        let order = order_of(&paper)?;
        let _draft = order::open_draft(writer, order)?;
        writer.readings_mut().add(id, &record.as_json()?)?;
        name(writer, id, &record)?;
        shown(writer, order)
    })
}

fn look(
    desk: &Desk,
    page: &PageImage,
    corners: Option<Corners>,
) -> Result<Vec<ReadDocument>, Failure> {
    let reader = desk.field_reader()?;
    let never = Cancel::default();
    Ok(match corners {
        None => reader.read_page_with(page, &mut |_| {}, &never)?,
        Some(corners) => reader.read_within(page, &corners, &never)?,
    })
}

/// The place of a field as a small picture. A look at a piece of an identity
/// paper is a look at the paper, and logged as one.
///
/// # Errors
/// There is no such reading or field, or the role may not see papers.
pub fn place_picture(desk: &Desk, id: i64, document: u32, field: &str) -> Result<Picture, Failure> {
    let (reading, paper) = desk.read(Permission::ViewPapers, |reader| {
        let reading = reader.readings().get(ReadingId(id))?;
        let paper = reader.papers().get(reading.paper)?;
        Ok((reading, paper))
    })?;
    let corners = PageRecord::of(&reading)?
        .field(document, field)
        .ok_or(Situation::PictureUnknown)?
        .corners;
    let kept = desk.pages().of(paper.id);
    let page = match kept {
        Some(page) => page,
        None => {
            let bytes = paper::seen_bytes(desk, &paper)?;
            let page = page_image(&bytes, paper.page, &View::default(), &Limits::default())?;
            desk.pages().keep(paper.id, page)
        }
    };
    Ok(Picture {
        media: "image/jpeg",
        bytes: desk_intake::crop(&page, &corners)?,
    })
}

/// What was read off the papers of an order.
///
/// # Errors
/// There is no such order.
pub fn show(desk: &Desk, request: order::OrderRef) -> Result<OrderReadings, Failure> {
    desk.read(Permission::TakeOrders, |reader| {
        shown(reader, OrderId(request.id))
    })
}

/// Puts on record what a person stands by after having looked at the paper.
///
/// # Errors
/// There is no such reading or field, or the order is closed.
pub fn settle(desk: &Desk, request: ReadingSettle) -> Result<OrderReadings, Failure> {
    desk.write(Permission::TakeOrders, |writer| {
        let reading = writer.readings().get(ReadingId(request.reading))?;
        let order = order_of(&writer.papers().get(reading.paper)?)?;
        let _draft = order::open_draft(writer, order)?;
        let record = PageRecord::of(&reading)?;
        let key = record::field_key(request.field);
        let read = record
            .field(request.document, &key)
            .and_then(|read| place::value(request.field, read))
            .ok_or(Situation::PaperUnknown)?;
        let question = Question {
            reading: reading.id,
            document: request.document,
            field: key,
        };
        let value = request.value.trim();
        writer
            .settlements_mut()
            .add(order, &question, &read, value)?;
        shown(writer, order)
    })
}

fn order_of(paper: &PaperRow) -> Result<OrderId, Failure> {
    Ok(paper.order.ok_or(Situation::PaperUnknown)?)
}

fn shown(reader: &Reader<'_>, order: OrderId) -> Result<OrderReadings, Failure> {
    let form = order::form_of(&reader.orders().get(order)?)?;
    Ok(question::answer(questions(reader, order, &form)?))
}

/// Says what a paper is that nobody has named yet, by what is known of it now:
/// people go on while it is read.
fn name(writer: &mut Writer<'_>, id: PaperId, record: &PageRecord) -> Result<(), Failure> {
    let mut marks = writer.papers().get(id)?.marks;
    let Some(found) = record.documents.first() else {
        return Ok(());
    };
    if marks.rotation == Rotation::Upright {
        marks.rotation = record.turn().unwrap_or_default();
    }
    if marks.kind == PaperKind::Other
        && let Some(kind) = record::paper_kind(PaperKind::Other, found.reading.kind)
    {
        marks.kind = kind;
    }
    Ok(writer.papers_mut().set_marks(id, &marks)?)
}
