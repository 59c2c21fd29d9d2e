//! Five hundred orders by chance, set with the built-in text and with the
//! firm's own: what a typesetter would circle in red must stand on no page.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop where it stands"
)]

mod page;
mod sample;

use desk_paper::Edition;
use desk_paper::bundle::{self, Contents};
use desk_paper::layout::{Item, Page};
use page::{hold_lines, left, lines, right, runs, text, words};

const ORDERS: u64 = 500;

/// What stands over each underline.
fn underlined(page: &Page) -> Vec<String> {
    let all = runs(page);
    let over = |from: (f32, f32), to: (f32, f32)| -> String {
        let near = all
            .iter()
            .filter(|run| (0.5..3.5).contains(&(from.1 - run.baseline)));
        near.flat_map(|run| &run.glyphs)
            .filter(|g| g.x >= from.0 - 0.1 && g.x + g.advance <= to.0 + 0.1)
            .map(|g| g.character)
            .collect()
    };
    page.items()
        .filter_map(|item| match item {
            Item::Stroke { points, width } if (*width - 0.45).abs() < 0.01 => {
                Some(over(points[0], points[1]))
            }
            _ => None,
        })
        .filter(|words| !words.trim().is_empty())
        .collect()
}

/// The pages of the first copy, agreement and form.
fn pages(edition: &Edition, contents: &Contents) -> Vec<Page> {
    let mut pages = bundle::pages(sample::shelf(), edition, contents).expect("set");
    pages.truncate(pages.len() / 2);
    pages
}

/// The agreement's pages: those before the form's title.
fn agreement(pages: &[Page]) -> &[Page] {
    let form = pages.iter().position(|page| {
        runs(page)
            .iter()
            .any(|run| run.size > 14.0 && words(run).contains("受理单"))
    });
    &pages[..form.unwrap_or(pages.len())]
}

/// Data of fewer than ten characters is whole; longer data leaves three or more
/// on either line; its unit stays with it.
fn hold_fills(seed: u64, pages: &[Page]) {
    let parts: Vec<String> = pages.iter().flat_map(underlined).collect();
    let all = parts.concat();
    for part in &parts {
        let count = part.trim().chars().count();
        assert!(count > 0 && all.contains(part.as_str()), "{seed}: {part}");
        if count < 3 {
            let whole = ["李海", "李星", "郑州"].contains(&part.as_str())
                || part
                    .chars()
                    .all(|c| c.is_ascii_digit() || "李星海欧阳𠮷·".contains(c));
            assert!(whole, "{seed}: {part} dangles");
        }
    }
    for page in pages {
        for line in lines(page) {
            let text = text(&line);
            let unit = ["元，", "元,", "元。", "元（大写"]
                .iter()
                .any(|unit| text.starts_with(unit));
            assert!(!unit, "{seed}: {text}");
        }
    }
}

/// Short data is found whole under one line.
fn hold_short(seed: u64, contents: &Contents, pages: &[Page]) {
    let parts: Vec<String> = pages.iter().flat_map(underlined).collect();
    let form = &contents.form;
    for value in [
        &form.company.address,
        &contents.firm.address,
        &form.company.name,
    ] {
        if value.chars().count() < 10 {
            assert!(
                parts.iter().any(|part| part == value),
                "{seed}: {value} of {parts:?}"
            );
        }
    }
    assert!(parts.contains(&contents.agreement), "{seed}: {parts:?}");
    assert!(parts.contains(&form.company.phone), "{seed}: {parts:?}");
}

/// A head has its text on its page; the signatures have words of the agreement
/// on theirs; no page of the agreement starts or ends with a lonely line.
fn hold_pages(seed: u64, pages: &[Page]) {
    for (i, page) in pages.iter().enumerate() {
        // Header and footer are the sheet's.
        let body: Vec<String> = lines(page)
            .iter()
            .filter(|line| (62.0..790.0).contains(&line[0].baseline))
            .map(|line| text(line))
            .collect();
        let last = body.last().expect("words on every page");
        let is_head = last.starts_with('第') && last.chars().take(5).any(|c| c == '条');
        assert!(!is_head, "{seed}: {last} without its text");
        if body.iter().any(|line| line.starts_with("代表人")) {
            assert!(
                body.iter().any(|line| line.contains("生效")),
                "{seed}: {body:?}"
            );
        }
        if i > 0 && body.len() > 1 {
            // A first line that ends a paragraph was parted from all but itself.
            let ends = page_starts_with_end(page);
            assert!(!ends, "{seed}: {} is lonely", body[0]);
        }
    }
}

/// Whether the first line of the page is the short end of a paragraph.
fn page_starts_with_end(page: &Page) -> bool {
    let lines = lines(page);
    let mut body = lines.iter().filter(|line| line[0].baseline > 62.0);
    let first = body.next().expect("a line");
    let indented = left(first[0]) > 82.0;
    let short = first.last().is_some_and(|run| right(run) < 400.0);
    let head = text(first).starts_with('第');
    !indented && short && !head
}

fn hold(edition: &Edition, seeds: impl Iterator<Item = u64>) {
    for seed in seeds {
        let contents = sample::random::order(seed);
        let pages = pages(edition, &contents);
        hold_lines(seed, &pages);
        let agreement = agreement(&pages);
        assert!(
            (2..=4).contains(&agreement.len()),
            "{seed}: {}",
            agreement.len()
        );
        hold_fills(seed, agreement);
        hold_short(seed, &contents, agreement);
        hold_pages(seed, agreement);
    }
}

#[test]
fn nothing_dangles_in_the_built_in_text_over_random_orders() {
    let edition = Edition::built_in().expect("reads");
    hold(&edition, (0..ORDERS).filter(|seed| seed % 2 == 0));
}

#[test]
fn nothing_dangles_in_the_firms_own_text_over_random_orders() {
    hold(&sample::own(), (0..ORDERS).filter(|seed| seed % 2 == 1));
}
