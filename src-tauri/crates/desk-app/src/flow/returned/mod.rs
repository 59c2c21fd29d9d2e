//! Signed pages on their way back into the archive: taken in whatever order
//! they come, looked at one after another, filed by the mark on each page.
//! Refuses to lose a page: what cannot be filed by itself waits for a person.

mod dto;
mod look;
mod waiting;

pub use dto::*;
pub use look::look;
pub(crate) use look::look_at_order;
pub(crate) use waiting::{copies_of, numbered, pages_of};

use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::flow::agreement::AgreementRef;
use crate::flow::{number, paper, paper::PaperView};
use desk_domain::agreement::AgreementState;
use desk_domain::paper::{PaperKind, Rotation};
use desk_domain::returned::Place;
use desk_domain::staff::Permission;
use desk_intake::{Limits, admit};
use desk_store::{NewPaper, PaperId, PaperMarks, Reader};

/// Takes a file of signed pages in; they are looked at afterwards by [`look`].
///
/// # Errors
/// The file is no picture and no PDF, damaged, locked or too large.
pub fn add(desk: &Desk, request: ReturnedAdd) -> Result<ReturnedDesk, Failure> {
    take(desk, &request)?;
    show(desk, ())
}

/// As [`add`], and tells which papers the file became.
pub(crate) fn take(desk: &Desk, request: &ReturnedAdd) -> Result<Vec<PaperView>, Failure> {
    let admitted = admit(&request.file_name, &request.bytes, &Limits::default())?;
    desk.write(Permission::TakeOrders, |writer| {
        let new = NewPaper {
            order: None,
            customer: None,
            marks: PaperMarks {
                kind: PaperKind::Signed,
                arrival: request.arrival,
                sealed: false,
                rotation: Rotation::Upright,
                crop: None,
            },
            file_name: admitted.name.clone(),
            media_type: admitted.media.mime().to_owned(),
        };
        let pages = admitted.page_count();
        let ids = writer
            .papers_mut()
            .add_pages(&new, pages, &mut request.bytes.as_slice())?;
        let rows = ids.into_iter().map(|id| Ok(writer.papers().get(id)?));
        paper::views(writer, rows.collect::<Result<_, Failure>>()?)
    })
}

/// What waits for signed pages, and which pages wait for a person.
///
/// # Errors
/// Only who takes orders may look.
pub fn show(desk: &Desk, (): ()) -> Result<ReturnedDesk, Failure> {
    let today = desk.now().date();
    desk.read(Permission::TakeOrders, |reader| {
        waiting::desk(reader, today)
    })
}

/// The signed pages of one agreement.
///
/// # Errors
/// There is no such agreement.
pub fn copies(desk: &Desk, request: AgreementRef) -> Result<ReturnedCopies, Failure> {
    desk.read(Permission::TakeOrders, |reader| {
        let row = reader.agreements().get(&request.number)?;
        let pages = pages_of(reader, &row)?;
        let copies = copies_of(reader, &row)?.to_vec();
        let enough = desk_domain::returned::is_enough(&copies);
        Ok(ReturnedCopies {
            copies,
            pages,
            enough,
        })
    })
}

/// Files a page where a person says it belongs; one that is filed already is
/// taken out of there.
///
/// # Errors
/// The agreement is void or ended, or has no such page; that where it is filed
/// is signed already, or no reason is given.
pub fn place(desk: &Desk, request: ReturnedPlacing) -> Result<ReturnedDesk, Failure> {
    let today = desk.now().date();
    desk.write(Permission::TakeOrders, |writer| {
        let row = writer.agreements().get(request.agreement.trim())?;
        if matches!(row.state, AgreementState::Void | AgreementState::Ended) {
            return Err(crate::flow::agreement::forbids(row.state));
        }
        if request.page == 0 || request.page > waiting::numbered(&row) {
            return Err(Situation::NoSuchPage.into());
        }
        let place = Place {
            agreement: row.number.clone(),
            original: request.original,
            page: request.page,
        };
        let paper = PaperId(request.paper);
        if let Some(filed) = filed_under(writer, paper)? {
            still_open(writer, &filed)?;
            let reason = number::reason(request.reason.as_deref().unwrap_or_default())?;
            writer.returned_pages_mut().take_out(paper, &reason)?;
        }
        writer
            .returned_pages_mut()
            .place(paper, row.order, &place, true)?;
        waiting::desk(writer, today)
    })
}

/// Takes a page off that does not belong here; its file stays on record.
///
/// # Errors
/// There is no such page, its agreement is signed already, or no reason.
pub fn drop(desk: &Desk, request: ReturnedDrop) -> Result<ReturnedDesk, Failure> {
    let today = desk.now().date();
    let reason = number::reason(&request.reason)?;
    desk.write(Permission::TakeOrders, |writer| {
        let paper = PaperId(request.paper);
        let row = writer.returned_pages().get(paper)?;
        if let Some(place) = &row.place {
            still_open(writer, &place.agreement)?;
        }
        writer.papers_mut().remove(paper, &reason)?;
        waiting::desk(writer, today)
    })
}

/// Takes a page out of where it is filed; it waits for a person again.
///
/// # Errors
/// It is not filed, its agreement is signed already, or no reason.
pub fn take_out(desk: &Desk, request: ReturnedDrop) -> Result<ReturnedDesk, Failure> {
    let today = desk.now().date();
    let reason = number::reason(&request.reason)?;
    desk.write(Permission::TakeOrders, |writer| {
        let paper = PaperId(request.paper);
        let Some(filed) = filed_under(writer, paper)? else {
            return Err(Situation::PageNotFiled.into());
        };
        still_open(writer, &filed)?;
        writer.returned_pages_mut().take_out(paper, &reason)?;
        waiting::desk(writer, today)
    })
}

/// The agreement that a page is filed under: by its place, or with its order.
fn filed_under(reader: &Reader<'_>, paper: PaperId) -> Result<Option<String>, Failure> {
    if let Some(place) = reader.returned_pages().get(paper)?.place {
        return Ok(Some(place.agreement));
    }
    match reader.papers().get(paper)?.order {
        Some(order) => {
            let printed = reader.agreements().of_order(order)?.pop();
            Ok(printed.map(|row| row.number))
        }
        None => Ok(None),
    }
}

/// What carries an agreement in force stays with it.
fn still_open(reader: &Reader<'_>, agreement: &str) -> Result<(), Failure> {
    let state = reader.agreements().get(agreement)?.state;
    match state {
        AgreementState::Printed | AgreementState::Void => Ok(()),
        _ => Err(crate::flow::agreement::forbids(state)),
    }
}
