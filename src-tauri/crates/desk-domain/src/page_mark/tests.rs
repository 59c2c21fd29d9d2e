//! Marks of pages: written and read, and everything else refused.

use super::*;
use proptest::prelude::*;

fn marks() -> impl Strategy<Value = PageMark> {
    let number = ("[A-Z0-9]{1,8}", 2000..=9999_i32, 1..=999_999_u32);
    let edition = prop_oneof!["[A-Za-z0-9.-]{1,16}", "[一-龥]{1,8}", "[ -~]{17,30}"];
    let original = prop_oneof![Just(Original::Firm), Just(Original::Customer)];
    let pages = (1..=999_u16).prop_flat_map(|pages| (1..=pages, Just(pages)));
    (number, edition, original, pages, any::<u32>()).prop_map(
        |((prefix, year, sequence), edition, original, pages, hash)| {
            let number = AgreementNumber::new(&prefix, year, sequence).unwrap();
            PageMark::new(number, EditionCode::of(&edition), original, pages, hash).unwrap()
        },
    )
}

#[test]
fn a_mark_is_written_in_letters_that_a_code_packs_closely() {
    let mark = "D4:QF-2026-000123:2026-01:A3/8:9F3A61";
    let read: PageMark = mark.parse().unwrap();
    assert_eq!(read.to_string(), mark);
    assert_eq!(read.agreement().to_string(), "QF-2026-000123");
    assert_eq!(read.original(), Original::Firm);
    assert_eq!((read.page(), read.pages()), (3, 8));
    assert_eq!(read.edition(), &EditionCode::of("2026-01"));
    assert_eq!(read.hash(), 0x009F_3A61);
}

#[test]
fn other_texts_are_refused_and_told_apart() {
    use PageMarkError::{Damaged, Foreign, Page, Version};
    for (text, error) in [
        ("", Foreign),
        ("https://www.gsxt.gov.cn/index.html", Foreign),
        ("QF-2026-000123", Foreign),
        ("d4:QF-2026-000123:2026-01:A3/8:9F3A61", Foreign),
        ("D5:QF-2026-000123:2026-01:A3/8:9F3A61", Version),
        ("D4:QF-2026-000123:2026-01:A3/8", Damaged),
        ("D4:QF-2026-000123:2026-01:A3/8:9F3A61:", Damaged),
        ("D4:qf-2026-000123:2026-01:A3/8:9F3A61", Damaged),
        ("D4:QF-2026-123:2026-01:A3/8:9F3A61", Damaged),
        ("D4:QF-2026-000123::A3/8:9F3A61", Damaged),
        ("D4:QF-2026-000123:2026-01:C3/8:9F3A61", Damaged),
        ("D4:QF-2026-000123:2026-01:A03/8:9F3A61", Damaged),
        ("D4:QF-2026-000123:2026-01:A3/8:9f3a61", Damaged),
        ("D4:QF-2026-000123:2026-01:A3/8:+F3A61", Damaged),
        (
            "D4:QF-2026-000123:2026-01:A9/8:9F3A61",
            Page { page: 9, pages: 8 },
        ),
        (
            "D4:QF-2026-000123:2026-01:A0/8:9F3A61",
            Page { page: 0, pages: 8 },
        ),
    ] {
        assert_eq!(text.parse::<PageMark>(), Err(error), "{text}");
    }
}

#[test]
fn a_long_or_chinese_edition_has_a_check_sum_for_a_code() {
    let codes = ["二〇二六年版", "二〇二七年版", "the edition of spring 2026"].map(EditionCode::of);
    for code in &codes {
        assert!(code.as_str().starts_with('*'), "{code:?}");
        assert_eq!(code.as_str().len(), 9);
    }
    assert!(codes[0] != codes[1]);
    assert_eq!(EditionCode::of(" 2026-01a "), EditionCode::of("2026-01A"));
}

proptest! {
    #[test]
    fn every_mark_reads_back_as_it_was(mark in marks()) {
        let text = mark.to_string();
        prop_assert_eq!(text.parse::<PageMark>(), Ok(mark.clone()));
        let packed = text.bytes().all(|b| {
            b.is_ascii_uppercase() || b.is_ascii_digit() || b"*-./:".contains(&b)
        });
        prop_assert!(packed, "{}", text);
        let json = serde_json::to_string(&mark).unwrap();
        prop_assert_eq!(serde_json::from_str::<PageMark>(&json).unwrap(), mark);
    }

    #[test]
    fn no_text_is_taken_for_another_mark_than_it_writes(text in "D4:[A-Z0-9:/.*-]{0,50}|\\PC{0,40}") {
        if let Ok(mark) = text.parse::<PageMark>() {
            prop_assert_eq!(mark.to_string(), text.trim());
        }
    }
}
