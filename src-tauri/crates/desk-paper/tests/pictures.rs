//! Pictures on paper: scans unchanged, seals that shine through, cards at true
//! size, codes that a scanner reads back, signatures where a hand puts them.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop where it stands"
)]

mod office;
mod sample;
mod tools;

use desk_domain::Refusal;
use desk_domain::page_mark::{EditionCode, Original, PageMark};
use desk_paper::bundle::Contents;
use desk_paper::layout::{Item, Page};
use desk_paper::render::{Limits, Reader};
use desk_paper::{Edition, Picture, PictureError, Produced, compose, compose_marked};
use office::pictures;
use std::collections::BTreeSet;
use tools::{sound, text, tool};

fn edition() -> Edition {
    Edition::built_in().expect("the built-in text follows its markup")
}

fn signed(contents: &Contents) -> Produced {
    let marks = pictures::signatures();
    compose_marked(sample::shelf(), &edition(), contents, &marks).expect("composes")
}

fn holds(pdf: &[u8], bytes: &[u8]) -> bool {
    pdf.windows(bytes.len()).any(|part| part == bytes)
}

#[test]
fn a_scan_goes_into_the_file_as_it_came_and_once() {
    let paper = pictures::set().compose(sample::shelf()).expect("set");
    for name in ["licence.jpg", "id-portrait.jpg", "id-emblem.jpg"] {
        assert!(holds(&paper.pdf, &pictures::scan(name)), "{name}");
    }
    sound(&paper.pdf, "papers");
    let mut twice = pictures::set();
    twice.papers.extend(twice.papers.clone());
    let twice = twice.compose(sample::shelf()).expect("set");
    assert_eq!(twice.pages, 2 * paper.pages);
    assert!(
        twice.pdf.len() < paper.pdf.len() + 20_000,
        "shared pictures"
    );
}

#[test]
fn papers_printed_again_are_the_same_file() {
    let shelf = sample::shelf();
    let once = pictures::set().compose(shelf).expect("set");
    assert!(once == pictures::set().compose(shelf).expect("set"));
    assert!(signed(&sample::usual()) == signed(&sample::usual()));
}

#[test]
fn a_card_is_set_at_its_true_size() {
    let pages = pictures::set().pages(sample::shelf()).expect("set");
    let cards: Vec<(f32, f32)> = pages[1]
        .items()
        .filter_map(|item| match item {
            Item::Picture(placed) => Some((placed.w, placed.h)),
            _ => None,
        })
        .collect();
    assert_eq!(cards.len(), 2);
    for (w, h) in cards {
        let millimetres = |points: f32| points / 72.0 * 25.4;
        let (w, h) = (millimetres(w), millimetres(h));
        let across = (w - 85.6).abs() < 0.01 && h <= 54.01;
        let up = (h - 54.0).abs() < 0.01 && w <= 85.61;
        assert!(across || up, "{w} × {h} mm");
    }
}

/// Every paper that leaves says what it is for, on every part of it.
#[test]
fn every_paper_says_what_it_is_for() {
    let set = pictures::set();
    assert_eq!(
        set.purpose(),
        "仅供办理400-123-4567入网使用，他用无效　2026年11月22日"
    );
    for page in set.pages(sample::shelf()).expect("set") {
        let (mut alphas, mut lines) = (Vec::new(), 0);
        for item in page.items() {
            if let Item::Faint { alpha, items } = item {
                alphas.push(*alpha);
                lines += items.len();
            }
        }
        assert!(lines >= 12, "{}: {lines} lines", page.label);
        assert!(alphas.iter().all(|alpha| (0.15..0.4).contains(alpha)));
    }
    if let Some(text) = text(&set.compose(sample::shelf()).expect("set").pdf) {
        assert!(!text.is_empty());
    }
}

#[test]
fn a_set_without_a_paper_and_a_file_that_is_no_picture_are_refused() {
    let mut set = pictures::set();
    set.papers.clear();
    let error = set.pages(sample::shelf()).expect_err("refused");
    assert_eq!(error.code(), "PaperSetEmpty");
    let mut cut = pictures::seal_png();
    cut.truncate(300);
    for file in [&b"%PDF-1.7"[..], b"", &[0xFF, 0xD8, 0xFF, 0xD9], &cut] {
        assert_eq!(Picture::read(file), Err(PictureError::PictureUnreadable));
    }
}

/// A page as a scanner sees it, at 150 dots to the inch.
fn codes(reader: &Reader, page: usize) -> Vec<String> {
    let seen = reader.page(page, 1240).expect("drawn");
    let grey = image::DynamicImage::ImageRgba8(seen).to_luma8();
    let (width, height) = (grey.width() as usize, grey.height() as usize);
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        grey.as_raw()[y * width + x]
    });
    let grids = prepared.detect_grids();
    grids
        .iter()
        .filter_map(|grid| grid.decode().ok())
        .map(|(_, text)| text)
        .collect()
}

#[test]
fn the_code_of_every_page_tells_where_it_belongs() {
    let paper = compose(sample::shelf(), &edition(), &sample::usual()).expect("composes");
    let reader = Reader::open(paper.pdf.clone(), Limits::default()).expect("opens");
    let mut hashes = BTreeSet::new();
    for page in 0..reader.page_count() {
        let copy = page / paper.pages_per_copy as usize;
        let within = page % paper.pages_per_copy as usize + 1;
        let found = codes(&reader, page);
        if within > paper.numbered_pages as usize {
            assert_eq!(found.len(), 0, "an empty page has no code");
            continue;
        }
        assert_eq!(found.len(), 1, "page {page}: {found:?}");
        let mark: PageMark = found[0].parse().expect("a mark");
        assert_eq!(mark.agreement().to_string(), "QF-2026-000123");
        assert_eq!(mark.edition(), &EditionCode::of(&edition().name));
        assert_eq!(mark.original(), Original::ALL[copy]);
        assert_eq!(usize::from(mark.page()), within);
        assert_eq!(u32::from(mark.pages()), paper.numbered_pages);
        hashes.insert(mark.hash());
    }
    assert_eq!(hashes.len(), 1, "one hash for all pages of both originals");
}

#[test]
fn a_draft_has_no_code_and_another_word_gives_another_hash() {
    let shelf = sample::shelf();
    let marked = |pages: &[Page]| {
        pages
            .iter()
            .flat_map(Page::items)
            .filter(|item| matches!(item, Item::Blocks { .. }))
            .cloned()
            .collect::<Vec<_>>()
    };
    let pages =
        |contents: &Contents| desk_paper::bundle::pages(shelf, &edition(), contents).expect("set");
    let draft = Contents {
        agreement: String::new(),
        ..sample::usual()
    };
    assert!(marked(&pages(&draft)).is_empty());
    let mut other = sample::usual();
    other.form.remarks = "改".into();
    assert_ne!(
        marked(&pages(&sample::usual()))[0],
        marked(&pages(&other))[0]
    );
}

#[test]
fn seal_and_signatures_stand_in_both_blocks_and_strips_on_every_page() {
    let paper = signed(&sample::usual());
    sound(&paper.pdf, "signed");
    if let Some(list) = tool("pdfimages", &["-list", "PDF"], &paper.pdf) {
        let rows = list
            .lines()
            .filter(|line| line.split_whitespace().nth(2) == Some("image"));
        let on_page = |page: &str| {
            rows.clone()
                .filter(|row| row.trim().starts_with(page))
                .count()
        };
        // One strip on a plain page; strip, seal and signature where it is signed.
        assert_eq!(on_page("1 "), 1, "{list}");
        assert_eq!(rows.clone().count() % 2, 0, "both copies alike: {list}");
        let objects: BTreeSet<&str> = rows
            .filter_map(|row| row.split_whitespace().nth(10))
            .collect();
        assert_eq!(
            objects.len(),
            2,
            "each picture stands in the file once: {list}"
        );
    }
    // Pictures do not change what is said, nor its hash.
    let plain = compose(sample::shelf(), &edition(), &sample::usual()).expect("composes");
    let note = "本页客户签字是客户在屏幕上手写的笔迹图像，经双方同意使用，书写的轨迹和时间另行存证；\
                仅凭这一图像，不构成《中华人民共和国电子签名法》第十三条规定的可靠的电子签名。";
    if let (Some(said), Some(plain)) = (text(&paper.pdf), text(&plain.pdf)) {
        // On either copy: below the agreement's signatures and below the form's.
        assert_eq!(
            said.matches(note).count(),
            4,
            "every page with a drawn hand says so"
        );
        assert_eq!(said.replace(note, ""), plain);
    }
    assert_eq!(paper.mark_hash, plain.mark_hash);
}
