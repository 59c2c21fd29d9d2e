//! Writes the proof sheets that people look at before a change of the setting
//! is accepted: `cargo run -p desk-paper --example proof -- FOLDER`.
#![allow(clippy::expect_used, reason = "a proof may stop where it stands")]

#[path = "../tests/sample/mod.rs"]
mod sample;

use desk_paper::{Edition, PaperError, compose, compose_draft};
use std::path::Path;
use std::time::Instant;

fn main() -> Result<(), PaperError> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    let edition = Edition::built_in()?;
    let shelf = sample::shelf();
    for (name, contents) in [
        ("usual", sample::usual()),
        ("extreme", sample::extreme()),
        ("rare", sample::rare()),
        ("empty", sample::empty()),
    ] {
        let start = Instant::now();
        let paper = compose(shelf, &edition, &contents)?;
        let spent = start.elapsed();
        let draft = compose_draft(shelf, &edition, &contents)?;
        println!(
            "{name}: {} pages, {} bytes, {spent:?}",
            paper.pages,
            paper.pdf.len()
        );
        for (suffix, pdf) in [("", paper.pdf), ("-draft", draft.pdf)] {
            let file = Path::new(&folder).join(format!("{name}{suffix}.pdf"));
            if let Err(error) = std::fs::write(&file, pdf) {
                eprintln!("{}: {error}", file.display());
            }
        }
    }
    let own = compose(shelf, &sample::own(), &sample::usual())?;
    std::fs::write(Path::new(&folder).join("own.pdf"), own.pdf).expect("written");
    Ok(())
}
