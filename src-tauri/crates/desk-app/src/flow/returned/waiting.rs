//! How the signed pages of each agreement stand.

use super::dto::{ReturnedDesk, ReturnedPage, WaitingAgreement, WhyUnplaced};
use crate::failure::Failure;
use crate::flow::agreement::{self, Snapshot};
use crate::flow::{paper, setting};
use chrono::NaiveDate;
use desk_domain::agreement::AgreementState;
use desk_domain::page_mark::{EditionCode, PageMark};
use desk_domain::returned::{CopyState, Place, Returned, copies, is_enough};
use desk_store::{AgreementRow, Reader, ReturnedRow};

/// Agreements listed at most.
const MOST: u32 = 1000;

/// Everything about signed pages, as it stands now.
pub(super) fn desk(reader: &Reader<'_>, today: NaiveDate) -> Result<ReturnedDesk, Failure> {
    let patience_days = setting::stored(reader)?.unsigned_days;
    let rows = reader.agreements().list(&[AgreementState::Printed], MOST)?;
    let mut waiting = Vec::with_capacity(rows.len());
    for row in rows.into_iter().rev() {
        let days = (today - row.printed_at.date()).num_days();
        let days = u32::try_from(days).unwrap_or(0);
        waiting.push(waits(reader, row, days, patience_days)?);
    }
    let unplaced = reader.returned_pages().unplaced()?;
    let unseen = reader.returned_pages().unseen()?.len();
    Ok(ReturnedDesk {
        unseen: u32::try_from(unseen).unwrap_or(u32::MAX),
        looked: 0,
        waiting,
        unplaced: shown(reader, unplaced)?,
        patience_days,
    })
}

fn waits(
    reader: &Reader<'_>,
    row: AgreementRow,
    days: u32,
    patience_days: u32,
) -> Result<WaitingAgreement, Failure> {
    let copies = copies_of(reader, &row)?;
    let loose = agreement::signed_scans(reader, &row)?
        .iter()
        .filter(|paper| {
            let seen = reader.returned_pages().get(paper.id);
            seen.is_ok_and(|seen| seen.place.is_none() && !seen.sight.blank)
        })
        .count();
    let on_screen = !reader
        .screen_signatures()
        .of_agreement(&row.number)?
        .is_empty();
    let line = agreement::lines(reader, vec![row])?
        .pop()
        .ok_or_else(Failure::internal)?;
    let begun = copies.iter().any(CopyState::begun);
    Ok(WaitingAgreement {
        line,
        days,
        overdue: days > patience_days,
        enough: is_enough(&copies) || (!begun && (on_screen || loose > 0)),
        copies: copies.to_vec(),
        loose: u32::try_from(loose).unwrap_or(u32::MAX),
        on_screen,
    })
}

/// What is back of the two originals of an agreement.
pub(crate) fn copies_of(
    reader: &Reader<'_>,
    row: &AgreementRow,
) -> Result<[CopyState; 2], Failure> {
    let back: Vec<Returned> = reader
        .returned_pages()
        .of_agreement(&row.number)?
        .iter()
        .filter_map(|seen| {
            let place = seen.place.as_ref()?;
            Some(Returned {
                original: place.original,
                page: place.page,
                same_print: same_print(row, seen),
                red_seal: seen.sight.red_seal,
            })
        })
        .collect();
    Ok(copies(numbered(row), &back))
}

/// The filed pages of an agreement.
pub(crate) fn pages_of(
    reader: &Reader<'_>,
    row: &AgreementRow,
) -> Result<Vec<ReturnedPage>, Failure> {
    let rows = reader.returned_pages().of_agreement(&row.number)?;
    shown(reader, rows)
}

/// How many pages of an original carry a number and a mark.
pub(crate) fn numbered(row: &AgreementRow) -> u16 {
    let snapshot = Snapshot::of(row);
    let pages = match snapshot.numbered_pages {
        0 => snapshot.pages_per_copy,
        pages => pages,
    };
    u16::try_from(pages).unwrap_or(u16::MAX)
}

/// A page whose mark names another edition or other words was not printed with
/// those in the archive. A page without a mark is what the person who filed it
/// says it is.
fn same_print(row: &AgreementRow, seen: &ReturnedRow) -> bool {
    let Some(mark) = mark_of(seen) else {
        return true;
    };
    if seen.by_hand && mark.agreement().to_string() != row.number {
        return true;
    }
    let printed = Snapshot::of(row).mark_hash;
    mark.edition() == &EditionCode::of(&row.edition)
        && printed.is_none_or(|hash| hash == mark.hash())
}

fn mark_of(seen: &ReturnedRow) -> Option<PageMark> {
    seen.sight.mark.as_deref()?.parse().ok()
}

/// Where a mark says that its page belongs.
pub(super) fn place_of(mark: &PageMark) -> Place {
    Place {
        agreement: mark.agreement().to_string(),
        original: mark.original(),
        page: mark.page(),
    }
}

fn shown(reader: &Reader<'_>, rows: Vec<ReturnedRow>) -> Result<Vec<ReturnedPage>, Failure> {
    let mut pages = Vec::with_capacity(rows.len());
    for seen in rows {
        let papers = vec![reader.papers().get(seen.paper)?];
        let paper = paper::views(reader, papers)?
            .pop()
            .ok_or_else(Failure::internal)?;
        let mark = mark_of(&seen);
        let row = match &seen.place {
            Some(place) => Some(reader.agreements().get(&place.agreement)?),
            None => None,
        };
        pages.push(ReturnedPage {
            paper,
            why: match row {
                Some(_) => None,
                None if seen.taken_out.is_some() => Some(WhyUnplaced::TakenOut),
                None => Some(why(reader, mark.as_ref())?),
            },
            same_print: row.is_none_or(|row| same_print(&row, &seen)),
            mark: mark.as_ref().map(place_of),
            by_hand: seen.by_hand,
            red_seal: seen.sight.red_seal,
            taken_out: seen.taken_out,
            place: seen.place,
        });
    }
    Ok(pages)
}

fn why(reader: &Reader<'_>, mark: Option<&PageMark>) -> Result<WhyUnplaced, Failure> {
    let Some(mark) = mark else {
        return Ok(WhyUnplaced::NoMark);
    };
    Ok(
        match reader.agreements().get(&mark.agreement().to_string()) {
            Ok(row) if row.state == AgreementState::Void => WhyUnplaced::VoidAgreement,
            Ok(_) => WhyUnplaced::NoSuchPage,
            Err(_) => WhyUnplaced::UnknownAgreement,
        },
    )
}
