//! The Windows half, printing as a Windows program does: `tests/gdi.rs`, built
//! for Windows and run under Wine, prints through its spooler and driver into a
//! print system of ours, and what arrives is drawn and held against the PDF.
//! `cargo xtask wine` builds the program and says where it lies.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot set itself up has failed"
)]

use super::driver::Driver;
use super::office::{OfficePrinter, PrintSystem};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

const QUEUE: &str = "office-3F";

/// As `tests/gdi.rs` calls it.
const TITLE: &str = "协议 QF-2026-000001";

/// What the printer takes: PostScript, which programs of Windows send by way of
/// Wine. It counts copies only if it takes PDF as well.
const POSTSCRIPT: [&str; 2] = [
    "-f",
    "application/pdf,application/postscript,application/octet-stream",
];

/// Dots per inch at which pages are compared, and how much finer they are drawn.
const DPI: u32 = 75;
const FINER: u32 = 8;

/// How far two drawings of a page may be apart in the mean, of 255: letters are
/// smoothed differently.
const APART: f64 = 3.0;

fn told(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set; run `cargo xtask wine`"))
}

/// Runs one test of the Windows program with the print system as its own.
fn under_wine(test: &str, system: &PrintSystem, sent: &Path) {
    let output = Command::new(told("DESK400_WINE"))
        .args([
            &told("DESK400_GDI"),
            test,
            "--exact",
            "--ignored",
            "--nocapture",
        ])
        .env("CUPS_SERVER", system.host())
        .env("LC_ALL", "C.UTF-8")
        .env("DESK400_QUEUE", QUEUE)
        .env("DESK400_SENT", sent)
        .current_dir("/")
        .output()
        .unwrap();
    let words =
        [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned());
    println!("{}", words.concat());
    assert!(output.status.success(), "{test}");
    assert!(
        words[0].contains("1 passed"),
        "{test} is not in the program"
    );
}

/// The pages of a document in grey, drawn by a program of someone else, so finely
/// that hairs and letters fade alike whoever has drawn them first.
fn drawn(document: &Path, folder: &Path) -> Vec<image::GrayImage> {
    std::fs::create_dir(folder).unwrap();
    let (resolution, shrink) = (DPI * FINER, FINER);
    let output = Command::new("gs")
        .args(["-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pnggray"])
        .arg(format!("-r{resolution}"))
        .arg(format!("-dDownScaleFactor={shrink}"))
        .arg(format!("-sOutputFile={}/%02d.png", folder.display()))
        .arg(document)
        .output()
        .expect("Ghostscript is installed");
    assert!(output.status.success(), "{output:?}");
    let entries = std::fs::read_dir(folder).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let picture = |file: &PathBuf| image::open(file).unwrap().to_luma8();
    files.iter().map(picture).collect()
}

/// Mean distance of two drawings, of 255; sizes may differ by a rounded dot.
fn distance(one: &image::GrayImage, other: &image::GrayImage) -> f64 {
    let near = |a: u32, b: u32| a.abs_diff(b) <= 2;
    assert!(
        near(one.width(), other.width()) && near(one.height(), other.height()),
        "{:?} and {:?}",
        one.dimensions(),
        other.dimensions()
    );
    // Letters are smoothed differently: tiles of 4 × 4 dots are compared.
    let tile = |picture: &image::GrayImage, x: u32, y: u32| {
        let dots = (0..16).map(|n| f64::from(picture.get_pixel(x + n % 4, y + n / 4).0[0]));
        dots.sum::<f64>() / 16.0
    };
    let (width, height) = (
        one.width().min(other.width()) / 4,
        one.height().min(other.height()) / 4,
    );
    let places = (0..width).flat_map(|x| (0..height).map(move |y| (x * 4, y * 4)));
    let sum: f64 = places
        .map(|(x, y)| (tile(one, x, y) - tile(other, x, y)).abs())
        .sum();
    sum / f64::from(width * height)
}

/// What the print system was told, and the document it was given.
fn printed(office: &OfficePrinter, folder: &Path) -> (PathBuf, BTreeMap<String, String>) {
    let (document, attributes) = office.printed();
    assert!(document.starts_with(b"%!PS"), "{attributes:?}");
    let path = folder.join("received.ps");
    std::fs::write(&path, document).unwrap();
    (path, attributes)
}

/// Wine 8 does not end the title that it hands to the print system, which then
/// drops it if something odd lies behind; its driver has it in every document, in
/// letters of ASCII.
fn assert_titled(name: &str, document: &[u8]) {
    assert!(name == TITLE || name == "Untitled", "{name}");
    let head = String::from_utf8_lossy(document.get(..2000).unwrap_or(document)).into_owned();
    let title = head.lines().find_map(|line| line.strip_prefix("%%Title: "));
    let number = TITLE.trim_start_matches(|letter: char| !letter.is_ascii());
    assert!(
        title.is_some_and(|title| title.ends_with(number)),
        "{title:?}"
    );
}

#[test]
#[ignore = "needs a program for Windows; run by `cargo xtask wine`"]
fn an_agreement_comes_out_of_windows_as_it_is_archived() {
    let mut options = vec!["-2"];
    options.extend(POSTSCRIPT);
    let (office, system) = (OfficePrinter::with(&options, ""), PrintSystem::new());
    system.add_described(QUEUE, &office.address(), &Driver::OFFICE.description());
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    under_wine("the_agreement_is_printed", &system, &at("sent.pdf"));
    let (document, attributes) = printed(&office, folder.path());
    println!("{attributes:?}");
    assert_eq!(attributes["COPIES"], "2");
    assert_eq!(attributes["SIDES"], "two-sided-long-edge");
    assert!(attributes["MEDIA_COL"].contains("x-dimension=21000 y-dimension=29700"));
    assert_titled(&attributes["JOB_NAME"], &std::fs::read(&document).unwrap());
    let archived = drawn(&at("sent.pdf"), &at("of-sent"));
    let out = drawn(&document, &at("of-received"));
    if let Some(keep) = std::env::var_os("DESK400_KEEP") {
        let kept = Command::new("cp")
            .arg("-r")
            .arg(folder.path())
            .arg(keep)
            .status();
        assert!(kept.unwrap().success());
    }
    assert_eq!(out.len(), archived.len());
    assert!(out.len() > 3, "an agreement has pages");
    for (n, (one, other)) in out.iter().zip(&archived).enumerate() {
        let distance = distance(one, other);
        println!("page {}: {distance:.2}", n + 1);
        assert!(distance < APART, "page {} differs by {distance:.2}", n + 1);
    }
}

#[test]
#[ignore = "needs a program for Windows; run by `cargo xtask wine`"]
fn a_windows_printer_of_one_side_gets_one_side() {
    let (office, system) = (OfficePrinter::with(&POSTSCRIPT, ""), PrintSystem::new());
    let driver = Driver {
        duplex: false,
        ..Driver::OFFICE
    };
    system.add_described(QUEUE, &office.address(), &driver.description());
    let folder = tempfile::tempdir().unwrap();
    let test = "one_side_is_printed_where_the_printer_has_no_other";
    under_wine(test, &system, folder.path());
    let (_, attributes) = printed(&office, folder.path());
    assert_ne!(
        attributes.get("SIDES").map(String::as_str),
        Some("two-sided-long-edge")
    );
}

#[test]
#[ignore = "needs a program for Windows; run by `cargo xtask wine`"]
fn a_windows_printer_without_a4_gets_nothing() {
    let (office, system) = (OfficePrinter::with(&POSTSCRIPT, ""), PrintSystem::new());
    let driver = Driver {
        paper: ("Letter", 612.0, 792.0),
        ..Driver::OFFICE
    };
    system.add_described(QUEUE, &office.address(), &driver.description());
    let test = "a_printer_without_a4_is_not_sent_an_agreement";
    under_wine(test, &system, Path::new("/"));
    assert!(!office.folder().join("document").exists());
}
