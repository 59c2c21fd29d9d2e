//! Golden pages: every line of text with its place, for ten agreements
//! from short to extreme. A
//! change of the setting shows here as a difference that a person reads.
//! `UPDATE_GOLDEN=1 cargo test -p desk-paper --test golden` writes them anew.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop where it stands"
)]

mod sample;

use desk_paper::Edition;
use desk_paper::bundle::{self, Contents};
use desk_paper::layout::{Item, Page};
use std::fmt::Write;
use std::path::Path;

/// One line a run: left edge, baseline, size, face, words.
fn described(pages: &[Page]) -> String {
    let mut text = String::new();
    for page in pages {
        let _ = writeln!(text, "== {}", page.label);
        for item in page.items() {
            let Item::Run(run) = item else { continue };
            let words: String = run
                .glyphs
                .iter()
                .map(|g| g.character)
                .filter(|c| *c != '\0')
                .collect();
            let left = run.glyphs.first().map_or(0.0, |g| g.x);
            let right = run.glyphs.last().map_or(0.0, |g| g.x + g.advance);
            let _ = writeln!(
                text,
                "{left:.1}–{right:.1} {:.1} {}{:?} {words}",
                run.baseline, run.size, run.face,
            );
        }
    }
    text
}

fn hold(name: &str, contents: &Contents) {
    let edition = Edition::built_in().expect("the built-in text follows its markup");
    hold_text(name, &edition, contents);
}

fn hold_text(name: &str, edition: &Edition, contents: &Contents) {
    let pages = bundle::pages(sample::shelf(), edition, contents).expect("set");
    // The second copy is the first but for its mark (tested elsewhere).
    let found = described(&pages[..pages.len() / 2]);
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../tests/golden/papers")
        .join(format!("{name}.txt"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("made");
        std::fs::write(&file, &found).expect("written");
    }
    let wanted = std::fs::read_to_string(&file).expect("a golden file");
    for (i, (found, wanted)) in found.lines().zip(wanted.lines()).enumerate() {
        assert_eq!(found, wanted, "{name}, line {}", i + 1);
    }
    assert_eq!(found.lines().count(), wanted.lines().count(), "{name}");
}

#[test]
fn the_usual_agreement_is_set_as_it_was() {
    hold("usual", &sample::usual());
}

#[test]
fn the_extreme_agreement_is_set_as_it_was() {
    hold("extreme", &sample::extreme());
}

#[test]
fn the_empty_agreement_is_set_as_it_was() {
    hold("empty", &sample::empty());
}

#[test]
fn the_shortest_agreement_is_set_as_it_was() {
    hold("shortest", &sample::shortest());
}

#[test]
fn the_agreement_of_rare_characters_is_set_as_it_was() {
    hold("rare", &sample::rare());
}

#[test]
fn the_agreement_of_long_names_is_set_as_it_was() {
    hold("long-names", &sample::long_names());
}

#[test]
fn the_renewal_is_set_as_it_was() {
    hold("renewal", &sample::renewal());
}

#[test]
fn the_agreement_of_many_numbers_is_set_as_it_was() {
    hold("many-numbers", &sample::many_numbers());
}

#[test]
fn the_firms_own_text_is_set_as_it_was() {
    hold_text("own", &sample::own(), &sample::usual());
}

#[test]
fn the_firms_own_text_of_long_names_is_set_as_it_was() {
    hold_text("own-long-names", &sample::own(), &sample::long_names());
}
