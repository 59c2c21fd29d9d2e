//! PDF into pictures: our own pages, and files that are broken, locked or endless.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop where it stands"
)]

mod sample;

use desk_paper::render::{Limits, Reader};
use desk_paper::{Edition, PaperError, compose};
use std::process::Command;

fn pdf() -> Vec<u8> {
    let edition = Edition::built_in().expect("the built-in text follows its markup");
    compose(sample::shelf(), &edition, &sample::usual())
        .expect("composes")
        .pdf
}

fn open(bytes: Vec<u8>) -> Result<Reader, PaperError> {
    Reader::open(bytes, Limits::default())
}

#[test]
fn a_page_is_drawn_on_white_with_its_words_in_black() {
    let reader = open(pdf()).expect("opens");
    assert_eq!(reader.page_count(), 12);
    let picture = reader.page(0, 600).expect("drawn");
    assert_eq!((picture.width(), picture.height()), (600, 848));
    let dark = picture.pixels().filter(|p| p.0[0] < 96).count();
    let part = dark as f64 / f64::from(picture.width() * picture.height());
    assert!((0.01..0.2).contains(&part), "{part} of the page is dark");
    assert_eq!(picture.get_pixel(5, 5).0, [255, 255, 255, 255]);
}

#[test]
fn a_page_comes_as_png() {
    let png = open(pdf())
        .and_then(|reader| reader.page_png(3, 300))
        .expect("drawn");
    assert!(png.starts_with(b"\x89PNG"));
}

#[test]
fn a_page_that_is_not_there_is_refused() {
    let reader = open(pdf()).expect("opens");
    assert_eq!(
        reader.page(12, 300),
        Err(PaperError::PdfNoSuchPage {
            page: 13,
            pages: 12
        })
    );
}

#[test]
fn a_picture_beyond_the_limit_is_refused_before_it_is_drawn() {
    let reader = open(pdf()).expect("opens");
    assert!(matches!(
        reader.page(0, 50_000),
        Err(PaperError::PdfPageTooLarge { .. })
    ));
    assert!(matches!(
        reader.page(0, 0),
        Err(PaperError::PdfPageTooLarge { .. })
    ));
}

#[test]
fn too_many_pages_are_refused() {
    let limits = Limits {
        pages: 4,
        ..Limits::default()
    };
    let error = Reader::open(pdf(), limits).err();
    assert_eq!(
        error,
        Some(PaperError::PdfTooManyPages {
            pages: 12,
            limit: 4
        })
    );
}

#[test]
fn what_is_no_pdf_is_refused() {
    let whole = pdf();
    let half = whole[..whole.len() / 2].to_vec();
    for bytes in [
        Vec::new(),
        b"%PDF-1.7\n%%EOF".to_vec(),
        vec![0x42; 5000],
        half,
    ] {
        match open(bytes) {
            Err(error) => assert_eq!(error, PaperError::PdfUnreadable),
            // A torn file may still hold whole pages; they must draw or refuse.
            Ok(reader) => drop(reader.page(0, 100)),
        }
    }
}

#[test]
fn a_pdf_with_a_password_is_told_apart_from_a_broken_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let (plain, locked) = (
        folder.path().join("plain.pdf"),
        folder.path().join("locked.pdf"),
    );
    std::fs::write(&plain, pdf()).expect("written");
    let encrypt = Command::new("qpdf")
        .args(["--encrypt", "geheim", "besitzer", "256", "--"])
        .args([&plain, &locked])
        .status();
    if encrypt.is_ok_and(|status| status.success()) {
        let error = open(std::fs::read(&locked).expect("read")).err();
        assert_eq!(error, Some(PaperError::PdfEncrypted));
    }
}
