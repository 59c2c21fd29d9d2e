//! Golden pages: every line of text with its place, for ten agreements
//! from short to extreme. A
//! change of the setting shows here as a difference that a person reads.
//! `UPDATE_GOLDEN=1 cargo test -p desk-paper --test golden` writes them anew.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop where it stands"
)]

#[path = "office/golden.rs"]
mod held;
mod sample;

use desk_paper::Edition;
use desk_paper::bundle::{self, Contents};

fn hold(name: &str, contents: &Contents) {
    let edition = Edition::built_in().expect("the built-in text follows its markup");
    hold_text(name, &edition, contents);
}

fn hold_text(name: &str, edition: &Edition, contents: &Contents) {
    let pages = bundle::pages(sample::shelf(), edition, contents).expect("set");
    // The second copy is the first but for its mark (tested elsewhere).
    held::hold(name, &pages[..pages.len() / 2]);
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
