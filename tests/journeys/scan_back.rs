//! 八（三）一式二份: printed pages come back signed, in whatever order, and file
//! themselves; what is missing or doubtful is told before anything takes
//! effect.

use crate::desk::{self, archived, day, print, today};
use crate::office::Office;
use crate::scans::{Dice, drawn, jpeg, scanned};
use desk_app::Desk;
use desk_app::Failure;
use desk_app::flow::agreement::{self, AgreementRef, AgreementSign, AgreementView};
use desk_app::flow::number::{self, NumberList};
use desk_app::flow::returned::{
    self, ReturnedAdd, ReturnedDesk, ReturnedDrop, ReturnedPlacing, WaitingAgreement, WhyUnplaced,
};
use desk_domain::agreement::AgreementState;
use desk_domain::page_mark::Original;
use desk_domain::paper::{Arrival, PaperKind};
use image::{DynamicImage, GrayImage, Luma};
use std::collections::BTreeSet;

const DPI: u32 = 150;

fn add(desk: &Desk, name: &str, bytes: Vec<u8>) {
    let (file_name, arrival) = (name.to_owned(), Arrival::Scan);
    returned::add(
        desk,
        ReturnedAdd {
            file_name,
            arrival,
            bytes,
        },
    )
    .unwrap();
}

pub fn look(desk: &Desk) -> ReturnedDesk {
    let mut stands = returned::look(desk, ()).unwrap();
    while stands.unseen > 0 {
        let before = stands.unseen;
        stands = returned::look(desk, ()).unwrap();
        assert!(stands.unseen < before, "a look that goes nowhere");
    }
    stands
}

pub fn of<'a>(stands: &'a ReturnedDesk, agreement: &AgreementView) -> &'a WaitingAgreement {
    let mut waiting = stands.waiting.iter();
    waiting
        .find(|waiting| waiting.line.number == agreement.line.number)
        .unwrap()
}

/// The numbered pages of one original, drawn.
pub fn original(desk: &Desk, view: &AgreementView, which: Original) -> Vec<GrayImage> {
    let per_copy = view.pages_per_copy;
    let first = match which {
        Original::Firm => 1,
        Original::Customer => 1 + per_copy,
    };
    let numbered = u32::from(view.copies[0].pages);
    drawn(&archived(desk, view), DPI, (first, first + numbered - 1))
}

pub fn put(desk: &Desk, pages: &[GrayImage], but: &[usize]) {
    for (at, page) in pages.iter().enumerate() {
        if !but.contains(&(at + 1)) {
            let page = DynamicImage::ImageLuma8(page.clone());
            add(desk, &format!("{at}.jpg"), jpeg(&page, 70));
        }
    }
}

fn sign(
    desk: &Desk,
    view: &AgreementView,
    despite: Option<&str>,
) -> Result<AgreementView, Failure> {
    agreement::sign(
        desk,
        AgreementSign {
            number: view.line.number.clone(),
            signed_on: day(2026, 11, 22).date().to_string(),
            despite: despite.map(str::to_owned),
        },
    )
}

fn stock(desk: &Desk) -> Vec<String> {
    let page = number::list(desk, NumberList::default()).unwrap();
    page.lines.into_iter().map(|line| line.number).collect()
}

#[test]
fn a_hundred_shuffled_pages_of_twelve_agreements_are_all_filed_right() {
    let office = Office::open();
    let desk = &office.desk;
    let numbers = stock(desk);
    let agreements: Vec<AgreementView> = numbers
        .iter()
        .take(12)
        .map(|number| print(desk, desk::complete(desk, desk::on_number(number))).unwrap())
        .collect();
    assert_eq!(agreements.len(), 12);
    let mut dice = Dice(0x00D4_2026);
    let mut pages: Vec<Vec<u8>> = Vec::new();
    for (at, view) in agreements.iter().enumerate() {
        let dpi = [150, 150, 200, 150, 150, 300][at % 6];
        let numbered = u32::from(view.copies[0].pages);
        let pdf = archived(desk, view);
        let both = [1, 1 + view.pages_per_copy];
        for first in both {
            let drawn = drawn(&pdf, dpi, (first, first + numbered - 1));
            pages.extend(drawn.iter().map(|page| scanned(page, &mut dice)));
        }
    }
    dice.shuffle(&mut pages);
    let total = pages.len();
    pages.truncate(100);
    assert!(total > 100);
    for (at, page) in pages.into_iter().enumerate() {
        add(desk, &format!("扫描{at:03}.jpg"), page);
    }
    let stands = look(desk);
    assert!(stands.unplaced.is_empty(), "{:?}", stands.unplaced);
    let mut filed = 0;
    for view in &agreements {
        let number = view.line.number.clone();
        let copies = returned::copies(desk, AgreementRef { number }).unwrap();
        for page in &copies.pages {
            assert_eq!(page.mark, page.place);
            assert!(page.same_print && !page.by_hand);
        }
        let places: BTreeSet<_> = copies
            .pages
            .iter()
            .map(|page| {
                page.place
                    .as_ref()
                    .map(|place| (place.original, place.page))
            })
            .collect();
        assert_eq!(places.len(), copies.pages.len(), "no page lies twice");
        filed += copies.pages.len();
    }
    assert_eq!(filed, 100);
}

#[test]
fn a_missing_page_is_named_and_keeps_the_agreement_from_taking_effect() {
    let office = Office::open();
    let desk = &office.desk;
    let view = office.printed();
    put(desk, &original(desk, &view, Original::Firm), &[]);
    put(desk, &original(desk, &view, Original::Customer), &[3]);
    let stands = look(desk);
    let waiting = of(&stands, &view);
    assert!(waiting.copies[0].is_complete());
    assert_eq!(waiting.copies[1].missing, [3]);
    assert!(!waiting.enough);
    let refused = sign(desk, &view, None).unwrap_err();
    assert_eq!(refused.code, "SignedPagesMissing");
    assert!(
        refused.message.contains("乙方存还缺第 3 页"),
        "{}",
        refused.message
    );
    let pages = original(desk, &view, Original::Customer);
    put(desk, &pages[2..3], &[]);
    assert!(of(&look(desk), &view).enough);
    let signed = sign(desk, &view, None).unwrap();
    assert_eq!(signed.line.state, AgreementState::InForce);
}

#[test]
fn a_manager_may_take_it_with_pages_missing_and_says_why() {
    let office = Office::open();
    let view = office.printed();
    put(
        &office.desk,
        &original(&office.desk, &view, Original::Firm),
        &[2],
    );
    look(&office.desk);
    let front = office.front_desk();
    let refused = sign(&front, &view, Some("第二页下周补")).unwrap_err();
    assert_eq!(refused.code, "NotPermitted");
    let signed = sign(&office.desk, &view, Some("第二页下周补")).unwrap();
    assert_eq!(signed.line.state, AgreementState::InForce);
    let log = desk::log(&office.desk);
    assert!(
        log.iter()
            .any(|line| line.contains("agreement_signed_despite"))
    );
}

#[test]
fn a_page_that_came_twice_is_told_and_can_be_taken_off() {
    let office = Office::open();
    let desk = &office.desk;
    let view = office.printed();
    let pages = original(desk, &view, Original::Firm);
    put(desk, &pages, &[]);
    put(desk, &pages[..1], &[]);
    let stands = look(desk);
    assert_eq!(of(&stands, &view).copies[0].twice, [1]);
    assert!(of(&stands, &view).enough);
    let number = view.line.number.clone();
    let copies = returned::copies(desk, AgreementRef { number }).unwrap();
    let paper = copies.pages[1].paper.id;
    let reason = "重复扫描".to_owned();
    let stands = returned::drop(desk, ReturnedDrop { paper, reason }).unwrap();
    assert!(of(&stands, &view).copies[0].twice.is_empty());
}

#[test]
fn a_page_of_another_print_under_the_same_number_does_not_count() {
    let office = Office::open();
    let elsewhere = Office::open();
    let view = office.printed();
    let other = elsewhere.printed_on(&stock(&elsewhere.desk)[1]);
    assert_eq!(view.line.number, other.line.number);
    let mut pages = original(&office.desk, &view, Original::Firm);
    pages[1] = original(&elsewhere.desk, &other, Original::Firm).remove(1);
    put(&office.desk, &pages, &[]);
    let stands = look(&office.desk);
    let copy = &of(&stands, &view).copies[0];
    assert_eq!(copy.other_print, [2]);
    assert_eq!(copy.missing, [2]);
    assert_eq!(
        sign(&office.desk, &view, None).unwrap_err().code,
        "SignedPagesMissing"
    );
}

#[test]
fn a_page_without_a_mark_waits_for_a_person_and_is_filed_by_hand() {
    let office = Office::open();
    let desk = &office.desk;
    let view = office.printed();
    let mut pages = original(desk, &view, Original::Firm);
    let (width, height) = pages[1].dimensions();
    for (x, y, pixel) in pages[1].enumerate_pixels_mut() {
        if x > width * 3 / 5 && (y < height / 5 || y > height * 4 / 5) {
            *pixel = Luma([255]);
        }
    }
    put(desk, &pages, &[]);
    let stands = look(desk);
    assert_eq!(stands.unplaced.len(), 1);
    assert_eq!(stands.unplaced[0].why, Some(WhyUnplaced::NoMark));
    let placing = |page| ReturnedPlacing {
        reason: None,
        paper: stands.unplaced[0].paper.id,
        agreement: view.line.number.clone(),
        original: Original::Firm,
        page,
    };
    assert_eq!(
        returned::place(desk, placing(99)).unwrap_err().code,
        "NoSuchPage"
    );
    let stands = returned::place(desk, placing(2)).unwrap();
    assert!(stands.unplaced.is_empty());
    assert!(of(&stands, &view).enough);
}

#[test]
fn the_empty_back_of_the_last_page_is_no_riddle_to_anyone() {
    let office = Office::open();
    let desk = &office.desk;
    let blank = GrayImage::from_pixel(1240, 1754, Luma([251]));
    add(desk, "背面.jpg", jpeg(&DynamicImage::ImageLuma8(blank), 80));
    assert!(look(desk).unplaced.is_empty());
}

#[test]
fn a_whole_archive_scanned_as_one_pdf_is_filed_page_by_page() {
    let office = Office::open();
    let desk = &office.desk;
    let view = office.printed();
    add(desk, "整份.pdf", archived(desk, &view));
    let stands = look(desk);
    let waiting = of(&stands, &view);
    assert!(
        waiting.copies.iter().all(|copy| copy.is_complete()),
        "{:?}",
        waiting.copies
    );
    assert!(stands.unplaced.is_empty(), "{:?}", stands.unplaced);
}

#[test]
fn pages_of_a_void_or_unknown_agreement_are_not_filed() {
    let office = Office::open();
    let desk = &office.desk;
    let view = office.printed();
    let page = original(desk, &view, Original::Firm).remove(0);
    desk::void(desk, &view.line.number, "客户改主意").unwrap();
    put(desk, std::slice::from_ref(&page), &[]);
    let stands = look(desk);
    assert_eq!(stands.unplaced[0].why, Some(WhyUnplaced::VoidAgreement));
    let elsewhere = Office::open();
    put(&elsewhere.desk, &[page], &[]);
    let stands = look(&elsewhere.desk);
    assert_eq!(stands.unplaced[0].why, Some(WhyUnplaced::UnknownAgreement));
}

#[test]
fn an_agreement_unsigned_after_some_days_is_on_the_days_list() {
    let office = Office::open();
    let view = office.printed();
    let stands = returned::show(&office.desk, ()).unwrap();
    assert!(!of(&stands, &view).overdue);
    let later = office.manager_at(today() + chrono::Duration::days(4));
    let stands = returned::show(&later, ()).unwrap();
    let waiting = of(&stands, &view);
    assert!(waiting.overdue && waiting.days == 4);
}

#[test]
fn scans_filed_with_the_agreement_itself_are_looked_at_before_it_takes_effect() {
    let office = Office::open();
    let desk = &office.desk;
    let view = office.printed();
    let page = original(desk, &view, Original::Firm).remove(0);
    let bytes = jpeg(&DynamicImage::ImageLuma8(page), 80);
    desk_app::flow::paper::add(
        desk,
        desk_app::flow::paper::PaperAdd {
            order: view.order,
            file_name: "第一页.jpg".to_owned(),
            arrival: Arrival::Scan,
            kind: Some(PaperKind::Signed),
            bytes,
        },
    )
    .unwrap();
    assert_eq!(
        sign(desk, &view, None).unwrap_err().code,
        "SignedPagesMissing"
    );
}
