//! What the file says of marks that no paper of ours sets today in this order,
//! and that a writer may confuse: faces around faint marks, glyphs and the
//! characters they stand for.
#![allow(clippy::expect_used, reason = "a test may stop where it stands")]

mod sample;
mod tools;

use chrono::NaiveDate;
use desk_paper::font::FaceId;
use desk_paper::layout::{Item, Page, PlacedGlyph, Run};
use desk_paper::writer::{Meta, write};
use std::sync::Arc;
use tools::{sound, text};

const SIZE: f32 = 12.0;

/// Words on one baseline; each character with the sign that draws it.
fn run(baseline: f32, bold: bool, signs: &[(char, char)]) -> Item {
    let glyphs = (0_u8..).zip(signs).map(|(place, &(character, drawn))| {
        let (_, glyph) = sample::shelf().find(drawn, bold).expect("a glyph");
        PlacedGlyph {
            character,
            gid: glyph.gid,
            x: 72.0 + f32::from(place) * SIZE,
            advance: glyph.advance * SIZE,
        }
    });
    Item::Run(Run {
        face: if bold { FaceId::Bold } else { FaceId::Regular },
        size: SIZE,
        baseline,
        ink: 1.0,
        turn: 0.0,
        glyphs: glyphs.collect(),
    })
}

fn plain(words: &str) -> Vec<(char, char)> {
    words.chars().map(|c| (c, c)).collect()
}

fn written(items: Vec<Item>) -> Vec<u8> {
    let page = Page::a4(vec![Arc::new(items)], "1".to_owned());
    let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    let meta = Meta {
        title: "样张".to_owned(),
        author: String::new(),
        subject: String::new(),
        created: day.and_hms_opt(9, 0, 0).expect("a time"),
    };
    let pdf = write(sample::shelf(), &[page], &meta)
        .expect("written")
        .bytes;
    sound(&pdf, "sample");
    pdf
}

#[test]
fn words_after_faint_ones_of_another_face_are_those_that_were_set() {
    let faint = Item::Faint {
        alpha: 0.3,
        items: vec![run(120.0, true, &plain("戊丁丙"))],
    };
    let pdf = written(vec![
        run(100.0, false, &plain("甲乙丙丁")),
        faint,
        run(140.0, false, &plain("丁丙乙甲")),
    ]);
    if let Some(text) = text(&pdf) {
        assert_eq!(text, "甲乙丙丁戊丁丙丁丙乙甲");
    }
}

#[test]
fn a_glyph_is_copied_out_as_the_character_it_stands_for() {
    // A character drawn in two ways, and one way of drawing for two characters.
    let pdf = written(vec![
        run(100.0, false, &[('甲', '甲'), ('甲', '乙'), ('丙', '丙')]),
        run(120.0, false, &[('丁', '丙'), ('丙', '丙'), ('甲', '甲')]),
    ]);
    if let Some(text) = text(&pdf) {
        assert_eq!(text, "甲甲丙丁丙甲");
    }
}

#[test]
fn a_line_with_even_gaps_names_its_gap_once_and_the_next_line_has_its_own() {
    let spread = |baseline: f32, gap: f32| {
        let Item::Run(mut run) = run(baseline, false, &plain("甲乙丙丁戊己庚辛壬癸"))
        else {
            unreachable!("a run is made");
        };
        for (place, glyph) in (0_u8..).zip(&mut run.glyphs) {
            glyph.x = 72.0 + f32::from(place) * (SIZE + gap);
        }
        Item::Run(run)
    };
    let pdf = written(vec![
        spread(100.0, 0.37),
        spread(120.0, 0.0),
        spread(140.0, 0.0),
    ]);
    let document = lopdf::Document::load_mem(&pdf).expect("a PDF");
    let page = *document.get_pages().values().next().expect("a page");
    let content = document.get_page_content(page);
    let content = String::from_utf8_lossy(&content);
    let spacing: Vec<&str> = content.lines().filter(|op| op.ends_with(" Tc")).collect();
    assert_eq!(spacing, ["0.37 Tc", "0 Tc"]);
    assert_eq!(content.matches("Tj").count(), 3, "{content}");
    assert!(!content.contains("TJ"), "{content}");
}
