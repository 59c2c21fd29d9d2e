//! The look at each page that came: its mark, its turn, a red seal. Works on
//! while people do other things; the store is free while a page is looked at.

use super::dto::ReturnedDesk;
use super::waiting;
use crate::desk::Desk;
use crate::failure::Failure;
use desk_domain::agreement::AgreementState;
use desk_domain::page_mark::PageMark;
use desk_domain::paper::Rotation;
use desk_domain::returned::Place;
use desk_domain::staff::Permission;
use desk_intake::{Limits, PageImage, View, look_at_sheet, page_image};
use desk_store::{OrderId, PaperRow, Reader, ReturnedSight, Writer};
use std::time::{Duration, Instant};

/// How long one call may work before it says how things stand.
const AT_ONCE: Duration = Duration::from_millis(1500);
/// Share of dark pixels below which a page without a mark is the empty back of
/// a copy: a header, the mark of the copy and a line that says so.
const BLANK: f32 = 0.004;

/// Looks at some of the pages that nobody has looked at, and files them. To be
/// called until none is left; each call answers soon.
///
/// # Errors
/// Only who takes orders may. A page that cannot be opened waits for a person.
pub fn look(desk: &Desk, (): ()) -> Result<ReturnedDesk, Failure> {
    let unseen = desk.read(Permission::TakeOrders, |reader| {
        Ok(reader.returned_pages().unseen()?)
    })?;
    let looked = look_at(desk, unseen, Some(AT_ONCE))?;
    let today = desk.now().date();
    let stands = desk.read(Permission::TakeOrders, |reader| {
        waiting::desk(reader, today)
    })?;
    Ok(ReturnedDesk { looked, ..stands })
}

/// Looks at all unseen pages that were filed under an order.
///
/// # Errors
/// As [`look`].
pub(crate) fn look_at_order(desk: &Desk, order: OrderId) -> Result<(), Failure> {
    let mut unseen = desk.read(Permission::TakeOrders, |reader| {
        Ok(reader.returned_pages().unseen()?)
    })?;
    unseen.retain(|paper| paper.order == Some(order));
    look_at(desk, unseen, None).map(drop)
}

/// How many it looked at before the time was over.
fn look_at(desk: &Desk, papers: Vec<PaperRow>, within: Option<Duration>) -> Result<u32, Failure> {
    let begun = Instant::now();
    let mut looked = 0;
    let mut file: Option<(String, Vec<u8>)> = None;
    for paper in papers {
        if file
            .as_ref()
            .is_none_or(|(name, _)| *name != paper.blob.name)
        {
            let bytes = desk.read(Permission::TakeOrders, |reader| {
                Ok(reader.papers().bytes(paper.id)?)
            })?;
            file = Some((paper.blob.name.clone(), bytes));
        }
        let bytes = file.as_ref().map_or(&[][..], |(_, bytes)| bytes);
        let seen = page_image(bytes, paper.page, &View::default(), &Limits::default())
            .map(|page| sight(&page))
            .unwrap_or_default();
        desk.write(Permission::TakeOrders, |writer| keep(writer, &paper, &seen))?;
        looked += 1;
        if within.is_some_and(|within| begun.elapsed() > within) {
            break;
        }
    }
    Ok(looked)
}

/// What a page shows.
#[derive(Default)]
struct Sight {
    mark: Option<PageMark>,
    turn: Rotation,
    blank: bool,
    red_seal: bool,
}

fn sight(page: &PageImage) -> Sight {
    let seen = look_at_sheet(page);
    let marked = seen.codes.iter().find_map(|code| {
        let mark: PageMark = code.text.parse().ok()?;
        Some((mark, code.turn))
    });
    let (mark, turn) = marked.unzip();
    Sight {
        blank: mark.is_none() && seen.seals.is_empty() && page.ink() < BLANK,
        mark,
        turn: turn.or(seen.turn).unwrap_or_default(),
        red_seal: !seen.seals.is_empty(),
    }
}

fn keep(writer: &mut Writer<'_>, paper: &PaperRow, seen: &Sight) -> Result<(), Failure> {
    // Another window may have been quicker.
    if writer.returned_pages().get(paper.id).is_ok() {
        return Ok(());
    }
    let sight = ReturnedSight {
        mark: seen.mark.as_ref().map(PageMark::to_string),
        blank: seen.blank,
        red_seal: seen.red_seal,
    };
    writer.returned_pages_mut().see(paper.id, &sight)?;
    let mut marks = paper.marks;
    if marks.rotation == Rotation::Upright && seen.turn != Rotation::Upright {
        marks.rotation = seen.turn;
        writer.papers_mut().set_marks(paper.id, &marks)?;
    }
    let Some(mark) = &seen.mark else {
        return Ok(());
    };
    let Some((order, place)) = place(writer, mark)? else {
        return Ok(());
    };
    Ok(writer
        .returned_pages_mut()
        .place(paper.id, order, &place, false)?)
}

/// Where a mark says its page belongs, if there is such a place.
fn place(reader: &Reader<'_>, mark: &PageMark) -> Result<Option<(OrderId, Place)>, Failure> {
    let Ok(row) = reader.agreements().get(&mark.agreement().to_string()) else {
        return Ok(None);
    };
    if row.state == AgreementState::Void || mark.page() > waiting::numbered(&row) {
        return Ok(None);
    }
    let place = waiting::place_of(mark);
    Ok(Some((row.order, place)))
}
