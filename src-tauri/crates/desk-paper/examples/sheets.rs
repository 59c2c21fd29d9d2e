//! Writes the office's sheets as people look at them before a change of the
//! setting is accepted: `cargo run -p desk-paper --example sheets -- FOLDER`.
#![allow(clippy::expect_used, reason = "a proof may stop where it stands")]

#[path = "../tests/office/mod.rs"]
mod office;
#[path = "../tests/sample/mod.rs"]
mod sample;

use desk_paper::sheets::{Paper, SheetError};
use desk_paper::{Edition, compose_marked};
use std::path::Path;
use std::time::Instant;

fn main() {
    let folder = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    let shelf = sample::shelf();
    let write = |name: &str, make: &dyn Fn() -> Result<Paper, SheetError>| {
        let start = Instant::now();
        let paper = make().expect(name);
        let spent = start.elapsed();
        println!(
            "{name}: {} pages, {} bytes, {spent:?}",
            paper.pages,
            paper.pdf.len()
        );
        let file = Path::new(&folder).join(format!("{name}.pdf"));
        std::fs::write(file, paper.pdf).expect("written");
    };
    write("statement", &|| office::april().compose(shelf));
    write("statement-silent", &|| office::silent().compose(shelf));
    write("statement-several", &|| office::several().compose(shelf));
    for calls in [500, 5_000] {
        let sheet = office::busy(calls);
        write(&format!("statement-{calls}"), &|| sheet.compose(shelf));
    }
    write("receipt", &|| office::receipt().compose(shelf));
    write("dispute-upheld", &|| office::upheld().compose(shelf));
    write("dispute-rejected", &|| office::rejected().compose(shelf));
    for (name, letter) in office::notices() {
        write(name, &|| letter.compose(shelf));
    }
    write("papers", &|| office::pictures::set().compose(shelf));
    let edition = Edition::built_in().expect("the built-in text");
    let (contents, marks) = (sample::usual(), office::pictures::signatures());
    let signed = compose_marked(shelf, &edition, &contents, &marks).expect("composes");
    std::fs::write(Path::new(&folder).join("signed.pdf"), signed.pdf).expect("written");
}
