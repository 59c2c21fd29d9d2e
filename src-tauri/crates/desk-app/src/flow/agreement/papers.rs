//! The customer's papers on their way out of the office: cards at true size,
//! every sheet under the words that say what it is for. Refuses to let a copy
//! leave without them (个人信息保护法).

use super::{AgreementRef, SavedFile, form_of};
use crate::desk::Desk;
use crate::export;
use crate::failure::{Failure, Situation};
use crate::flow::paper;
use desk_domain::form::Form;
use desk_domain::identifier::Number400;
use desk_domain::paper::PaperKind;
use desk_domain::staff::Permission;
use desk_paper::picture::Picture;
use desk_paper::sheets::{PaperSet, PaperSheet};
use desk_store::{AgreementRow, PaperId, Subject};
use serde_json::json;
use std::sync::Arc;

/// Longest side of a paper on the sheet: 300 dpi on A4.
pub(super) const SIDE: u32 = 3508;

/// Kinds in the order in which they are filed.
const ORDER: [PaperKind; 9] = [
    PaperKind::Licence,
    PaperKind::IdPortrait,
    PaperKind::IdEmblem,
    PaperKind::LegalIdPortrait,
    PaperKind::LegalIdEmblem,
    PaperKind::Authorisation,
    PaperKind::LetterOfCommitment,
    PaperKind::BoundNumberProof,
    PaperKind::Other,
];

/// Writes the papers of an agreement into the export folder, as one PDF.
///
/// # Errors
/// The role may not see papers, there are none, or a file is damaged.
pub fn save_papers(desk: &Desk, request: AgreementRef) -> Result<SavedFile, Failure> {
    let today = desk.now().date();
    let (row, rows) = desk.read(Permission::ViewPapers, |reader| {
        let row = reader.agreements().get(&request.number)?;
        let rows = reader.papers().of_order(row.order)?;
        let mut rows: Vec<(PaperKind, PaperId)> =
            rows.iter().map(|row| (row.marks.kind, row.id)).collect();
        rows.retain(|(kind, _)| ORDER.contains(kind));
        rows.sort_by_key(|(kind, _)| ORDER.iter().position(|other| other == kind));
        Ok((row, rows))
    })?;
    let form = form_of(&row);
    let set = PaperSet {
        firm: super::Snapshot::of(&row).firm.name,
        customer: form.company.name.trim().to_owned(),
        number400: number_of(&row, &form)?,
        shown: form.number.display,
        day: today,
        papers: sheets(desk, &rows, SIDE)?,
    };
    let pdf = set.compose(&*desk.fonts()?)?.pdf;
    let path = export::write(desk, &format!("{}-登记资料.pdf", request.number), &pdf)?;
    desk.write(Permission::ViewPapers, |writer| {
        let subject = Subject::Agreement(request.number.clone());
        let detail = json!({ "sheets": set.papers.len() });
        Ok(writer
            .audit_mut()
            .record("papers_exported", &subject, &detail)?)
    })?;
    Ok(SavedFile { path })
}

pub(super) fn number_of(row: &AgreementRow, form: &Form) -> Result<Number400, Failure> {
    let number = row.number400.as_deref().unwrap_or(&form.number.number);
    Ok(Number400::parse(number)?)
}

/// One sheet for each paper; the two sides of a card share one.
pub(super) fn sheets(
    desk: &Desk,
    rows: &[(PaperKind, PaperId)],
    side: u32,
) -> Result<Vec<PaperSheet>, Failure> {
    let mut sheets = Vec::new();
    let mut rest = rows.iter().peekable();
    while let Some((kind, id)) = rest.next() {
        let picture = drawn(desk, *id, side)?;
        let back = match kind {
            PaperKind::IdPortrait => Some(PaperKind::IdEmblem),
            PaperKind::LegalIdPortrait => Some(PaperKind::LegalIdEmblem),
            _ => None,
        };
        let emblem = rest.next_if(|(next, _)| back == Some(*next));
        sheets.push(match emblem {
            Some((_, emblem)) => PaperSheet::Card {
                title: title(*kind).to_owned(),
                portrait: picture,
                emblem: drawn(desk, *emblem, side)?,
            },
            None => PaperSheet::Whole {
                title: title(*kind).to_owned(),
                picture,
            },
        });
    }
    if sheets.is_empty() {
        return Err(Situation::PaperUnknown.into());
    }
    Ok(sheets)
}

pub(super) fn drawn(desk: &Desk, id: PaperId, side: u32) -> Result<Arc<Picture>, Failure> {
    let seen = paper::picture(desk, id.0, side, false)?;
    Ok(Arc::new(Picture::read(&seen.bytes)?))
}

fn title(kind: PaperKind) -> &'static str {
    match kind {
        PaperKind::Licence => "营业执照复印件",
        PaperKind::IdPortrait | PaperKind::IdEmblem => "经办人身份证件复印件",
        PaperKind::LegalIdPortrait | PaperKind::LegalIdEmblem => "法定代表人身份证件复印件",
        PaperKind::Authorisation => "授权委托书",
        PaperKind::LetterOfCommitment => "入网承诺书",
        PaperKind::BoundNumberProof => "绑定号码归属证明",
        PaperKind::Signed | PaperKind::Other => "其他资料",
    }
}
