//! Pages held against their golden files: every line of text with its place.

use desk_paper::layout::{Item, Page};
use std::fmt::Write;
use std::path::Path;

/// One line a run: left edge, baseline, size, face, words.
pub fn described(pages: &[Page]) -> String {
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

/// Compares line by line; with `UPDATE_GOLDEN` set, writes the file anew first.
pub fn hold(name: &str, pages: &[Page]) {
    let found = described(pages);
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
