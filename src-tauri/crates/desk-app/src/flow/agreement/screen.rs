//! The customer signs on the screen instead of on paper: the same pages are set
//! again with the pen's strokes where a hand would have put them, and filed as
//! the signed paper. The strokes themselves are kept as they came.
//!
//! Refuses to put a signature under other words than those that were printed.
//! What such a signature is, and what not, stands on the page beside it
//! (电子签名法第十三条).

use super::archive;
use super::snapshot::Snapshot;
use super::{AgreementView, expect, view};
use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::flow::{firm_mark, text};
use desk_domain::agreement::AgreementState;
use desk_domain::paper::{Arrival, PaperKind, Rotation};
use desk_domain::staff::Permission;
use desk_paper::bundle::{Produced, Signatures};
use desk_paper::strokes::{PenPoint, Strokes};
use desk_store::{AgreementRow, NewPaper, PaperMarks, Reader, ScreenSignature, Writer};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Points of a signature at most: minutes of writing.
const MOST_POINTS: usize = 20_000;
/// Points below which nobody has signed.
const FEWEST_POINTS: usize = 8;

/// Where the pen was.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct PenSpot {
    /// To the right, in the window's pixels.
    pub x: f32,
    /// Down, in the window's pixels.
    pub y: f32,
    /// Milliseconds since the pen first touched.
    pub t: u32,
    /// 0 to 1; 0 throughout when the device tells none.
    pub pressure: f32,
}

/// A customer's signature drawn on the screen.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ScreenSign {
    /// Number of the agreement.
    pub number: String,
    /// Who signs.
    pub signer: String,
    /// The strokes, each from pen down to pen up.
    pub strokes: Vec<Vec<PenSpot>>,
}

/// A signature that was drawn on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScreenSigned {
    /// Who signed.
    pub signer: String,
    /// When, `YYYY-MM-DD HH:MM`.
    pub at: String,
    /// The paper that bears it.
    pub paper: i64,
}

/// Files the customer's signature: the pages as printed, signed by both sides.
/// The agreement takes effect when a person confirms it.
///
/// # Errors
/// The agreement is not waiting for signatures, nothing was drawn, nobody is
/// named, or the pages would not be those that were printed.
pub fn sign_on_screen(desk: &Desk, request: ScreenSign) -> Result<AgreementView, Failure> {
    let signer = request.signer.trim();
    let points: usize = request.strokes.iter().map(Vec::len).sum();
    if signer.is_empty() {
        return Err(Failure::because(&Situation::SignerMissing).at("signer"));
    }
    if !(FEWEST_POINTS..=MOST_POINTS).contains(&points) {
        return Err(Situation::SignatureNotDrawn.into());
    }
    let row = desk.read(Permission::TakeOrders, |reader| {
        expect(reader, &request.number, AgreementState::Printed)
    })?;
    let marks = desk.read(Permission::TakeOrders, firm_mark::all)?;
    let marks = Signatures {
        customer: Some(strokes(&request.strokes)),
        ..marks
    };
    let produced = set_again(desk, &row, &marks)?;
    desk.write(Permission::TakeOrders, |writer| {
        expect(writer, &request.number, AgreementState::Printed)?;
        let firm = Snapshot::of(&row).firm.name;
        let pdf = archive::signed(writer, &firm, &produced.pdf)?;
        keep(writer, &row, signer, &request, &pdf)?;
        view(writer, &request.number)
    })
}

fn strokes(drawn: &[Vec<PenSpot>]) -> Strokes {
    let point = |spot: &PenSpot| PenPoint {
        x: spot.x,
        y: spot.y,
        milliseconds: spot.t,
        pressure: spot.pressure,
    };
    Strokes {
        strokes: drawn
            .iter()
            .map(|stroke| stroke.iter().map(point).collect())
            .collect(),
    }
}

/// The pages once more, under the words that were printed and no others.
pub(super) fn set_again(
    desk: &Desk,
    row: &AgreementRow,
    marks: &Signatures,
) -> Result<Produced, Failure> {
    let printed = Snapshot::of(row);
    let hash = printed.mark_hash;
    let contents = printed
        .contents(&row.number)
        .ok_or(Situation::PrintedDifferently)?;
    let edition = desk.read(Permission::TakeOrders, |reader: &Reader<'_>| {
        text::named(reader, &row.edition)
    })?;
    let produced = desk_paper::compose_marked(&*desk.fonts()?, &edition, &contents, marks)?;
    if hash.is_none() || produced.mark_hash != hash {
        return Err(Situation::PrintedDifferently.into());
    }
    Ok(produced)
}

fn keep(
    writer: &mut Writer<'_>,
    row: &AgreementRow,
    signer: &str,
    request: &ScreenSign,
    pdf: &[u8],
) -> Result<(), Failure> {
    let new = NewPaper {
        order: Some(row.order),
        customer: Some(row.customer),
        marks: PaperMarks {
            kind: PaperKind::Signed,
            arrival: Arrival::Upload,
            sealed: false,
            rotation: Rotation::Upright,
            crop: None,
        },
        file_name: format!("{}-屏幕签字.pdf", row.number),
        media_type: "application/pdf".to_owned(),
    };
    let mut rest = pdf;
    let pages = writer.papers_mut().add_pages(&new, row.pages, &mut rest)?;
    let strokes = serde_json::to_value(&request.strokes).map_err(|_| Failure::internal())?;
    let paper = *pages.first().ok_or_else(Failure::internal)?;
    Ok(writer.screen_signatures_mut().add(&ScreenSignature {
        agreement: row.number.clone(),
        signer: signer.to_owned(),
        strokes,
        paper,
        at: writer.act().at,
    })?)
}

/// Signatures drawn on the screen for an agreement.
pub(super) fn signed(reader: &Reader<'_>, number: &str) -> Result<Vec<ScreenSigned>, Failure> {
    let rows = reader.screen_signatures().of_agreement(number)?;
    Ok(rows
        .into_iter()
        .map(|row| ScreenSigned {
            signer: row.signer,
            at: crate::show::minute(row.at),
            paper: row.paper.0,
        })
        .collect())
}
