//! Reads pages as a typesetter does: runs, lines, what overlaps.
#![allow(dead_code, reason = "each test takes what it needs")]

use desk_paper::layout::{Item, Page, Run};

const NEVER_FIRST: &str = "。，、；：？！）》”’】…·％";
const NEVER_LAST: &str = "（《“‘【";

/// What a run says.
pub fn words(run: &Run) -> String {
    run.glyphs
        .iter()
        .map(|g| g.character)
        .filter(|c| *c != '\0')
        .collect()
}

/// Every run of a page.
pub fn runs(page: &Page) -> Vec<&Run> {
    page.items()
        .filter_map(|item| match item {
            Item::Run(run) => Some(run),
            _ => None,
        })
        .collect()
}

/// Where a run begins.
pub fn left(run: &Run) -> f32 {
    run.glyphs.first().map_or(0.0, |g| g.x)
}

/// Where it ends.
pub fn right(run: &Run) -> f32 {
    run.glyphs.last().map_or(0.0, |g| g.x + g.advance)
}

/// Runs on one baseline that touch are one line; columns are lines of their own.
pub fn lines(page: &Page) -> Vec<Vec<&Run>> {
    let mut all = runs(page);
    all.sort_by(|a, b| {
        (a.baseline, left(a))
            .partial_cmp(&(b.baseline, left(b)))
            .expect("numbers")
    });
    let mut lines: Vec<Vec<&Run>> = Vec::new();
    for run in all {
        match lines.last_mut() {
            Some(line) if line.last().is_some_and(|last| touches(last, run)) => line.push(run),
            _ => lines.push(vec![run]),
        }
    }
    lines
}

pub fn touches(last: &Run, run: &Run) -> bool {
    const GAP: f32 = 12.0;
    (last.baseline - run.baseline).abs() < 0.1 && left(run) - right(last) < GAP
}

/// What a line says.
pub fn text(line: &[&Run]) -> String {
    line.iter().map(|run| words(run)).collect()
}

/// No line begins or ends with what may not stand there.
pub fn hold_lines(seed: u64, pages: &[Page]) {
    for page in pages {
        for line in lines(page) {
            let text = text(&line);
            let (first, last) = (text.chars().next(), text.trim_end().chars().last());
            let bad = |c: Option<char>, set: &str| c.is_some_and(|c| set.contains(c));
            assert!(!bad(first, NEVER_FIRST), "{seed}: {text}");
            assert!(!bad(last, NEVER_LAST), "{seed}: {text}");
        }
    }
}

/// No two runs of a page print over each other.
pub fn hold_apart(name: &str, page: &Page) {
    const SLACK: f32 = 0.6;
    let boxes: Vec<_> = page
        .items()
        .filter_map(|item| match item {
            Item::Run(run) if !words(run).trim().is_empty() => Some((item.bounds(), words(run))),
            _ => None,
        })
        .collect();
    for (i, (a, said)) in boxes.iter().enumerate() {
        for (b, other) in &boxes[i + 1..] {
            let apart = a.2 <= b.0 + SLACK
                || b.2 <= a.0 + SLACK
                || a.3 <= b.1 + SLACK
                || b.3 <= a.1 + SLACK;
            assert!(apart, "{name}: {said} over {other}");
        }
    }
}

/// Words stay clear of the rules of tables.
pub fn hold_clear(name: &str, page: &Page) {
    const UNDERLINE: f32 = 0.45;
    let rules: Vec<_> = page
        .items()
        .filter_map(|item| match item {
            Item::Stroke { points, width } if points.len() == 2 => {
                ((*width - UNDERLINE).abs() > 0.01).then(|| (points[0], points[1]))
            }
            _ => None,
        })
        .collect();
    let told = runs(page)
        .into_iter()
        .filter(|run| !words(run).trim().is_empty());
    for run in told {
        let (top, foot) = (run.baseline - 0.8 * run.size, run.baseline + 0.1 * run.size);
        for ((x0, y0), (x1, y1)) in &rules {
            let across = x0.min(*x1) < right(run) - 0.5 && x0.max(*x1) > left(run) + 0.5;
            let level = y0.min(*y1) < foot && y0.max(*y1) > top;
            assert!(!(across && level), "{name}: {} on a rule", words(run));
        }
    }
}
