//! Papers of an order: taking them in, looking at them, saying what they are.
//! Refuses files that are no papers, and touches no original.

mod dto;
mod tray;

pub use dto::*;
pub use tray::add;
pub(crate) use tray::views;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::flow::number;
use crate::picture::Picture;
use desk_domain::paper::PaperKind;
use desk_domain::staff::Permission;
use desk_intake::{Limits, View, page_image};
use desk_store::Reader;
use desk_store::{PaperId, PaperMarks, PaperRow};

/// Of the pictures on the screen; small print stays readable.
const QUALITY: u8 = 88;

/// Sets kind, arrival, seal, rotation and crop.
///
/// # Errors
/// There is no such paper, or the crop is empty.
pub fn update(desk: &Desk, request: PaperUpdate) -> Result<PaperView, Failure> {
    let marks = PaperMarks {
        kind: request.kind,
        arrival: request.arrival,
        sealed: request.sealed,
        rotation: request.rotation,
        crop: request.crop,
    };
    desk.write(Permission::TakeOrders, |writer| {
        let id = PaperId(request.id);
        writer.papers_mut().set_marks(id, &marks)?;
        one(writer, id)
    })
}

/// Records that a paper was checked against the world, and how.
///
/// # Errors
/// There is no such paper, or it is not said how.
pub fn verify(desk: &Desk, request: PaperVerify) -> Result<PaperView, Failure> {
    let how = number::reason(&request.how)?;
    desk.write(Permission::TakeOrders, |writer| {
        let id = PaperId(request.id);
        writer
            .papers_mut()
            .set_verification(id, request.verification, &how)?;
        one(writer, id)
    })
}

/// Takes a paper off its order. The file and its record stay.
///
/// # Errors
/// There is no such paper, or no reason.
pub fn remove(desk: &Desk, request: PaperRemove) -> Result<(), Failure> {
    let reason = number::reason(&request.reason)?;
    desk.write(Permission::TakeOrders, |writer| {
        Ok(writer.papers_mut().remove(PaperId(request.id), &reason)?)
    })
}

/// A paper as a picture no larger than `side`; `raw` shows it turned but not
/// cropped. A look at a copy of an identity paper is a viewing and is logged.
///
/// # Errors
/// The role may not see papers, or the file is damaged.
pub fn picture(desk: &Desk, id: i64, side: u32, raw: bool) -> Result<Picture, Failure> {
    let row = desk.read(Permission::ViewPapers, |reader| {
        Ok(reader.papers().get(PaperId(id))?)
    })?;
    let bytes = seen_bytes(desk, &row)?;
    drawn(&row, &bytes, side, raw)
}

/// The bytes of a paper that somebody is about to look at.
pub(crate) fn seen_bytes(desk: &Desk, row: &PaperRow) -> Result<Vec<u8>, Failure> {
    let now = desk.now();
    desk.with_session(Permission::ViewPapers, |session| {
        if is_personal(row.marks.kind) && session.viewings.begins(row.id, now) {
            session.write(now, |writer| {
                Ok(writer.papers_mut().view(row.id, "screen")?)
            })
        } else {
            session
                .store
                .read(|reader| Ok(reader.papers().bytes(row.id)?))
        }
    })
}

fn drawn(row: &PaperRow, bytes: &[u8], side: u32, raw: bool) -> Result<Picture, Failure> {
    let wanted = View {
        rotation: row.marks.rotation,
        crop: row.marks.crop.filter(|_| !raw),
        max_side: Some(side),
    };
    let picture = page_image(bytes, row.page, &wanted, &Limits::default())?;
    Ok(Picture {
        media: "image/jpeg",
        bytes: picture.to_jpeg(QUALITY)?,
    })
}

/// Whether a paper shows a person's identity.
fn is_personal(kind: PaperKind) -> bool {
    matches!(
        kind,
        PaperKind::IdPortrait
            | PaperKind::IdEmblem
            | PaperKind::LegalIdPortrait
            | PaperKind::LegalIdEmblem
    )
}

fn one(reader: &Reader<'_>, id: PaperId) -> Result<PaperView, Failure> {
    let row = reader.papers().get(id)?;
    views(reader, vec![row])?
        .pop()
        .ok_or_else(Failure::internal)
}
