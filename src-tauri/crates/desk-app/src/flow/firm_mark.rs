//! The pictures that the firm signs with: its seal and its representative's
//! signature, kept by the manager and printed onto new agreements where that is
//! wanted. Refuses a picture that is none, and a seal of a size no seal has.

use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::flow::setting;
use desk_domain::paper::{Arrival, PaperKind, Rotation};
use desk_domain::staff::Permission;
use desk_intake::trimmed_mark;
use desk_paper::bundle::{Seal, Signatures};
use desk_paper::picture::Picture;
use desk_store::{FirmMarkKind, FirmMarkRow, NewPaper, PaperMarks, Reader};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;
use std::sync::Arc;
use ts_rs::TS;

/// Widths of a company's round seal on paper, in millimetres
/// (国发〔1999〕25号: 40 or 42 for companies, up to 45 with a rim cut wide).
const SEAL: RangeInclusive<u32> = 38..=45;

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MarkKind {
    /// 公章 or 合同专用章.
    Seal,
    /// 代表人签名.
    Signature,
}

impl MarkKind {
    fn stored(self) -> FirmMarkKind {
        match self {
            Self::Seal => FirmMarkKind::Seal,
            Self::Signature => FirmMarkKind::Signature,
        }
    }
}

/// A picture in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FirmMark {
    /// The picture, as a paper.
    pub paper: i64,
    /// Its width on paper in millimetres; of a signature 0.
    pub millimetres: u32,
}

/// The firm's pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FirmMarksView {
    /// 公章.
    pub seal: Option<FirmMark>,
    /// 代表人签名.
    pub signature: Option<FirmMark>,
}

/// A picture handed in by the window.
#[derive(Debug, Clone)]
pub struct FirmMarkSet {
    /// Which of the two.
    pub kind: MarkKind,
    /// Its width on paper in millimetres; not looked at for a signature.
    pub millimetres: u32,
    /// Name of the file.
    pub file_name: String,
    /// The picture.
    pub bytes: Vec<u8>,
}

/// Takes a picture out of use.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct FirmMarkRef {
    /// Which of the two.
    pub kind: MarkKind,
}

/// The pictures in force.
///
/// # Errors
/// Only who takes orders may look.
pub fn show(desk: &Desk, (): ()) -> Result<FirmMarksView, Failure> {
    desk.read(Permission::TakeOrders, view)
}

/// Puts a picture in force; its ground becomes transparent and its rim is cut.
///
/// # Errors
/// Only a manager may; it is no picture, there is nothing on it, or the seal is
/// smaller or larger than seals are.
pub fn set(desk: &Desk, request: FirmMarkSet) -> Result<FirmMarksView, Failure> {
    if request.kind == MarkKind::Seal && !SEAL.contains(&request.millimetres) {
        return Err(Situation::SealSizeImpossible.into());
    }
    let png = trimmed_mark(&request.bytes)?;
    desk.write(Permission::KeepFirm, |writer| {
        let new = NewPaper {
            order: None,
            customer: None,
            marks: PaperMarks {
                kind: PaperKind::Other,
                arrival: Arrival::Upload,
                sealed: false,
                rotation: Rotation::Upright,
                crop: None,
            },
            file_name: request.file_name.clone(),
            media_type: "image/png".to_owned(),
        };
        let paper = writer.papers_mut().add(&new, &mut png.as_slice())?;
        let millimetres = match request.kind {
            MarkKind::Seal => request.millimetres,
            MarkKind::Signature => 0,
        };
        let mark = FirmMarkRow { paper, millimetres };
        writer
            .firm_marks_mut()
            .set(request.kind.stored(), Some(mark))?;
        view(writer)
    })
}

/// Takes a picture out of use; what was printed with it keeps it.
///
/// # Errors
/// Only a manager may.
pub fn remove(desk: &Desk, request: FirmMarkRef) -> Result<FirmMarksView, Failure> {
    desk.write(Permission::KeepFirm, |writer| {
        writer.firm_marks_mut().set(request.kind.stored(), None)?;
        view(writer)
    })
}

fn view(reader: &Reader<'_>) -> Result<FirmMarksView, Failure> {
    let of = |kind: MarkKind| -> Result<Option<FirmMark>, Failure> {
        let row = reader.firm_marks().now(kind.stored())?;
        Ok(row.map(|row| FirmMark {
            paper: row.paper.0,
            millimetres: row.millimetres,
        }))
    };
    Ok(FirmMarksView {
        seal: of(MarkKind::Seal)?,
        signature: of(MarkKind::Signature)?,
    })
}

/// What goes onto a new agreement, as the manager has set it.
pub(crate) fn for_new(reader: &Reader<'_>) -> Result<Signatures, Failure> {
    let settings = setting::stored(reader)?;
    if !settings.print_seal {
        return Ok(Signatures::default());
    }
    let mut marks = all(reader)?;
    marks.across = settings.print_seal_across;
    Ok(marks)
}

/// The firm's seal and signature, whether new agreements carry them or not.
pub(crate) fn all(reader: &Reader<'_>) -> Result<Signatures, Failure> {
    let picture = |row: FirmMarkRow| -> Result<Arc<Picture>, Failure> {
        let bytes = reader.papers().bytes(row.paper)?;
        Ok(Arc::new(Picture::read(&bytes)?))
    };
    let seal = match reader.firm_marks().now(FirmMarkKind::Seal)? {
        Some(row) => Some(Seal {
            picture: picture(row)?,
            #[allow(clippy::cast_precision_loss, reason = "at most 45")]
            millimetres: row.millimetres as f32,
        }),
        None => None,
    };
    let signature = match reader.firm_marks().now(FirmMarkKind::Signature)? {
        Some(row) => Some(picture(row)?),
        None => None,
    };
    Ok(Signatures {
        seal,
        signature,
        ..Signatures::default()
    })
}
