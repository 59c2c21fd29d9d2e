//! What was signed, as the files of a pack: agreement and form together, or
//! each by itself where the carrier wants them apart. Refuses to guess which
//! page is which: scans that tell no page stay together.

use super::pack::{Made, Sources, set};
use super::papers::drawn;
use super::{Snapshot, screen};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::flow::returned;
use desk_domain::filing::PackPart;
use desk_domain::page_mark::Original;
use desk_domain::staff::Permission;
use desk_paper::sheets::PaperSheet;
use desk_store::{AgreementRow, PaperId, Reader};
use std::ops::RangeInclusive;

/// What came back signed.
pub(super) struct Back {
    /// The firm's original, page by page; `None` for a page that nobody named.
    pages: Vec<(Option<u16>, PaperId)>,
    /// The pages with the customer's signature from the screen.
    on_screen: Option<PaperId>,
}

/// Gathers what came back signed of an agreement.
pub(super) fn back(reader: &Reader<'_>, row: &AgreementRow) -> Result<Back, Failure> {
    let mut named: Vec<(u16, PaperId)> = Vec::new();
    for page in reader.returned_pages().of_agreement(&row.number)? {
        let Some(place) = page.place else { continue };
        let doubled = named.iter().any(|(there, _)| *there == place.page);
        if place.original == Original::Firm && !doubled {
            named.push((place.page, page.paper));
        }
    }
    named.sort_unstable_by_key(|(page, _)| *page);
    let on_screen = reader.screen_signatures().of_agreement(&row.number)?.pop();
    let on_screen = on_screen.map(|signature| signature.paper);
    let mut pages: Vec<_> = named
        .into_iter()
        .map(|(page, id)| (Some(page), id))
        .collect();
    if pages.is_empty() && on_screen.is_none() {
        // Filed by hand, without a mark that would tell the page.
        let scans = super::signed_scans(reader, row)?;
        pages = scans.iter().map(|paper| (None, paper.id)).collect();
    }
    Ok(Back { pages, on_screen })
}

/// A file of what was signed; nothing where no page of it is there.
pub(super) fn make(
    desk: &Desk,
    sources: &Sources,
    part: PackPart,
    side: u32,
) -> Result<Option<Made>, Failure> {
    let wanted = pages_of(desk, sources, part)?;
    if sources.back.pages.is_empty() {
        return produced(desk, sources, part, wanted);
    }
    let unnamed = sources.back.pages.iter().any(|(page, _)| page.is_none());
    if unnamed && part == PackPart::Form {
        return Ok(None);
    }
    let mut sheets = Vec::new();
    for (at, (page, id)) in (1_u16..).zip(&sources.back.pages) {
        if page.is_some_and(|page| !wanted.contains(&u32::from(page))) {
            continue;
        }
        sheets.push(PaperSheet::Signed {
            title: format!("第 {} 页", page.unwrap_or(at)),
            picture: drawn(desk, *id, side)?,
        });
    }
    if sheets.is_empty() {
        return Ok(None);
    }
    let what = match part {
        PackPart::AgreementText if unnamed => PackPart::Agreement.chinese(),
        part => part.chinese(),
    };
    set(desk, sources, sheets, what).map(Some)
}

/// Which pages of an original belong into the file.
fn pages_of(
    desk: &Desk,
    sources: &Sources,
    part: PackPart,
) -> Result<RangeInclusive<u32>, Failure> {
    let all = u32::from(returned::numbered(&sources.row));
    let agreement = match (part, Snapshot::of(&sources.row).agreement_pages) {
        (PackPart::Agreement, _) => all,
        (_, Some(pages)) => pages,
        (_, None) => set_again(desk, sources)?,
    };
    Ok(match part {
        PackPart::Form => agreement + 1..=all,
        _ => 1..=agreement,
    })
}

/// How many pages the agreement has, by setting it once more as it was printed.
fn set_again(desk: &Desk, sources: &Sources) -> Result<u32, Failure> {
    let marks = desk.read(Permission::ViewPapers, crate::flow::firm_mark::all)?;
    Ok(screen::set_again(desk, &sources.row, &marks)?.agreement_pages)
}

/// The pages that the program itself made: signed on the screen, or as printed.
fn produced(
    desk: &Desk,
    sources: &Sources,
    part: PackPart,
    wanted: RangeInclusive<u32>,
) -> Result<Option<Made>, Failure> {
    if wanted.is_empty() {
        return Ok(None);
    }
    let (pdf, what) = desk.read(Permission::ViewPapers, |reader| {
        Ok::<_, Failure>(match sources.back.on_screen {
            Some(paper) => (reader.papers().bytes(paper)?, "屏幕签字"),
            None => (
                reader.agreements().pdf(&sources.row.number)?,
                "未见签字件，放入打印存档",
            ),
        })
    })?;
    let name = match part {
        PackPart::Agreement => "协议和受理单",
        PackPart::Form => "受理单",
        _ => "协议",
    };
    let (pdf, pages) = match part {
        PackPart::Agreement => (pdf, sources.row.pages),
        _ => {
            let pages = wanted.clone().count();
            let pages = u32::try_from(pages).unwrap_or(u32::MAX);
            (desk_paper::excerpt(&pdf, wanted)?, pages)
        }
    };
    Ok(Some(Made {
        pdf,
        pages,
        what: format!("{name}（{what}）"),
    }))
}
