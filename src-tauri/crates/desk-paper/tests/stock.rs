//! The fonts that papers of one text share: cut out once, and never a reason for
//! a reprint to differ.
#![allow(clippy::expect_used, reason = "a test may stop where it stands")]

mod sample;
mod tools;

use desk_paper::{Edition, FontShelf, compose};
use sha2::{Digest, Sha256};
use std::path::Path;
use tools::{sound, text, tool};

fn fresh() -> FontShelf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/fonts");
    FontShelf::open(&folder).expect("fonts")
}

#[test]
fn what_was_printed_before_changes_no_byte() {
    let (built_in, own) = (Edition::built_in().expect("reads"), sample::own());
    let other = fresh();
    for (edition, contents) in [
        (&own, sample::rare()),
        (&built_in, sample::extreme()),
        (&own, sample::usual()),
    ] {
        compose(&other, edition, &contents).expect("composes");
    }
    for contents in [sample::usual(), sample::rare()] {
        let first = compose(&fresh(), &built_in, &contents).expect("composes");
        let later = compose(&other, &built_in, &contents).expect("composes");
        assert!(first == later);
    }
}

#[test]
fn more_texts_than_are_kept_are_printed_alike_all_the_same() {
    let (shelf, contents) = (fresh(), sample::usual());
    let editions: Vec<Edition> = (0..6)
        .map(|i| {
            let mut edition = Edition::built_in().expect("reads");
            edition.title = format!("第{i}种协议");
            edition
        })
        .collect();
    let print = || -> Vec<_> {
        let all = editions.iter();
        all.map(|edition| {
            compose(&shelf, edition, &contents)
                .expect("composes")
                .sha256
        })
        .collect()
    };
    assert_eq!(print(), print());
}

#[test]
fn a_file_has_two_fonts_of_the_text_and_its_own_for_names() {
    let edition = Edition::built_in().expect("reads");
    let paper = compose(sample::shelf(), &edition, &sample::rare()).expect("composes");
    sound(&paper.pdf, "rare");
    if let Some(list) = tool("pdffonts", &["PDF"], &paper.pdf) {
        let named = |name: &str| list.matches(name).count();
        assert_eq!(named("NotoSerifSC-Regular"), 2, "{list}");
        assert!((1..=2).contains(&named("NotoSerifSC-Bold")), "{list}");
        assert_eq!(named("HanaMinB"), 1, "{list}");
        assert_eq!(named(" no "), 0, "all embedded and readable: {list}");
    }
    let said = text(&paper.pdf).unwrap_or_default();
    let contents = sample::rare();
    for words in [&contents.form.company.name, &contents.form.handler.name] {
        assert!(said.is_empty() || said.contains(words.as_str()), "{words}");
    }
}

#[test]
fn the_hash_of_a_file_is_that_of_its_bytes_however_it_begins() {
    let shelf = fresh();
    let editions = [Edition::built_in().expect("reads"), sample::own()];
    for contents in [sample::usual(), sample::rare(), sample::empty()] {
        for edition in &editions {
            let paper = compose(&shelf, edition, &contents).expect("composes");
            assert_eq!(paper.sha256, <[u8; 32]>::from(Sha256::digest(&paper.pdf)));
        }
    }
}

#[test]
fn files_of_one_text_begin_alike_and_have_identities_of_their_own() {
    let edition = Edition::built_in().expect("reads");
    let file = |contents| {
        let paper = compose(sample::shelf(), &edition, contents).expect("composes");
        let document = lopdf::Document::load_mem(&paper.pdf).expect("a PDF");
        let identity = document.trailer.get(b"ID").expect("one").clone();
        (paper.pdf, identity)
    };
    let (first, second) = (file(&sample::usual()), file(&sample::extreme()));
    let alike = first.0.iter().zip(&second.0).take_while(|(a, b)| a == b);
    assert!(alike.count() > 100_000, "the fonts of the text come first");
    assert_ne!(first.1, second.1);
}
