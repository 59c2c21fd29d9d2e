//! The pack for the carrier's file: the signed agreement with its form and the
//! customer's papers, each a file of its own under the name, in the order and
//! below the size that the carrier demands. Refuses to let a customer's paper
//! leave without the words that say what it is for.

use super::pack_signed::{self, Back};
use super::papers::{SIDE, number_of, sheets};
use super::{AgreementRef, FilingPack, PackedFile, Snapshot, form_of};
use crate::desk::Desk;
use crate::export;
use crate::failure::{Failure, Situation};
use chrono::NaiveDate;
use desk_domain::demand::Need;
use desk_domain::filing::{FilingRules, PackFile, PackNames, PackPart, PackRule};
use desk_domain::paper::PaperKind;
use desk_domain::staff::Permission;
use desk_domain::stock::CarrierTable;
use desk_paper::sheets::{PaperSet, PaperSheet};
use desk_store::{AgreementRow, PaperId, Reader, Subject};
use serde_json::json;
use std::fs;

/// Longest sides tried until a file is small enough: 300, 200, 150 and 110 dpi.
const SIDES: [u32; 4] = [SIDE, 2340, 1754, 1290];

/// The papers that a pack is made of.
pub(super) struct Sources {
    pub(super) row: AgreementRow,
    /// The customer's papers.
    papers: Vec<(PaperKind, PaperId)>,
    /// What came back signed.
    pub(super) back: Back,
}

/// Writes the pack into a folder of its own in the export folder.
///
/// # Errors
/// The role may not see papers, a file is damaged, the folder cannot be
/// written, or the carriers' data file cannot be used.
pub fn save_pack(desk: &Desk, request: AgreementRef) -> Result<FilingPack, Failure> {
    let rules = rules(desk)?;
    let sources = desk.read(Permission::ViewPapers, |reader| {
        gather(reader, &request.number)
    })?;
    let form = form_of(&sources.row);
    let number = number_of(&sources.row, &form)?;
    let carrier = CarrierTable::default().carrier_of(&number);
    let rule = rules.pack(carrier).ok_or_else(Failure::internal)?;
    let folder = export::folder(desk)?.join(format!("{}-报备包", request.number));
    fs::create_dir_all(&folder).map_err(|_| export::unwritable(&folder))?;
    let mut pack = FilingPack {
        folder: folder.display().to_string(),
        files: Vec::new(),
        missing: Vec::new(),
    };
    let company = form.company.name.trim().to_owned();
    for file in &rule.files {
        let Some(made) = make(desk, &sources, rule, file)? else {
            if file.need == Need::Required {
                pack.missing.push(file.part.chinese().to_owned());
            }
            continue;
        };
        let names = PackNames {
            company: &company,
            number: number.as_str(),
            agreement: &request.number,
        };
        let name = file.file_name(pack.files.len() + 1, names);
        let path = export::write_into(&folder, &name, &made.pdf)?;
        pack.files.push(PackedFile {
            name: path.rsplit(['/', '\\']).next().unwrap_or(&name).to_owned(),
            what: made.what,
            kilobytes: u32::try_from(made.pdf.len().div_ceil(1000)).unwrap_or(u32::MAX),
            pages: made.pages,
            too_large: made.pdf.len() as u64 > rule.limit(file),
        });
    }
    note(desk, &request.number, &pack)?;
    Ok(pack)
}

fn note(desk: &Desk, number: &str, pack: &FilingPack) -> Result<(), Failure> {
    desk.write(Permission::ViewPapers, |writer| {
        let subject = Subject::Agreement(number.to_owned());
        let detail = json!({ "files": pack.files.len(), "missing": pack.missing });
        Ok(writer
            .audit_mut()
            .record("filing_pack_saved", &subject, &detail)?)
    })
}

fn rules(desk: &Desk) -> Result<FilingRules, Failure> {
    let name = "filing-packs.json";
    let missing = || Failure::from(Situation::AssetMissing(name.to_owned()));
    let text = fs::read_to_string(desk.place().assets.join(name)).map_err(|_| missing())?;
    let rules: FilingRules = serde_json::from_str(&text).map_err(|_| missing())?;
    Ok(rules.checked()?)
}

fn gather(reader: &Reader<'_>, number: &str) -> Result<Sources, Failure> {
    let row = reader.agreements().get(number)?;
    let papers = reader.papers().of_order(row.order)?;
    let back = pack_signed::back(reader, &row)?;
    Ok(Sources {
        papers: papers.iter().map(|row| (row.marks.kind, row.id)).collect(),
        row,
        back,
    })
}

/// A file of the pack.
pub(super) struct Made {
    pub(super) pdf: Vec<u8>,
    pub(super) pages: u32,
    pub(super) what: String,
}

/// One file, as large as it may be; nothing when there is nothing to put in.
fn make(
    desk: &Desk,
    sources: &Sources,
    rule: &PackRule,
    file: &PackFile,
) -> Result<Option<Made>, Failure> {
    let limit = rule.limit(file);
    let mut smallest = None;
    for side in SIDES {
        let made = match file.part {
            part if part.is_signed() => pack_signed::make(desk, sources, part, side)?,
            part => papers(desk, sources, part, side)?,
        };
        let Some(made) = made else { return Ok(None) };
        let fits = made.pdf.len() as u64 <= limit;
        smallest = Some(made);
        if fits {
            break;
        }
    }
    Ok(smallest)
}

fn papers(
    desk: &Desk,
    sources: &Sources,
    part: PackPart,
    side: u32,
) -> Result<Option<Made>, Failure> {
    let kinds = part.kinds();
    let mut rows: Vec<(PaperKind, PaperId)> = sources.papers.clone();
    rows.retain(|(kind, _)| kinds.contains(kind));
    rows.sort_by_key(|(kind, _)| kinds.iter().position(|other| other == kind));
    if rows.is_empty() {
        return Ok(None);
    }
    let sheets = sheets(desk, &rows, side)?;
    set(desk, sources, sheets, part.chinese()).map(Some)
}

pub(super) fn set(
    desk: &Desk,
    sources: &Sources,
    papers: Vec<PaperSheet>,
    what: &str,
) -> Result<Made, Failure> {
    let snapshot = Snapshot::of(&sources.row);
    let pages = u32::try_from(papers.len()).unwrap_or(u32::MAX);
    let day: NaiveDate = desk.now().date();
    let set = PaperSet {
        firm: snapshot.firm.name,
        customer: snapshot.form.company.name.trim().to_owned(),
        number400: number_of(&sources.row, &form_of(&sources.row))?,
        shown: snapshot.form.number.display,
        day,
        papers,
    };
    let pdf = set.compose(&*desk.fonts()?)?.pdf;
    Ok(Made {
        pdf,
        pages,
        what: what.to_owned(),
    })
}
