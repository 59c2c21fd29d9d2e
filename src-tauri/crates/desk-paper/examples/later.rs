//! Writes the forms of later businesses for people to look at:
//! `cargo run -p desk-paper --example later -- FOLDER`.
#![allow(clippy::expect_used, reason = "a proof may stop where it stands")]

#[path = "../tests/office/mod.rs"]
mod office;
#[path = "../tests/sample/mod.rs"]
mod sample;

use chrono::NaiveDate;
use desk_paper::signing::{SigningKey, sign, verify};
use desk_paper::{Edition, compose, compose_marked};
use std::path::Path;
use std::time::Instant;

fn main() {
    let folder = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    let write = |name: &str, pdf: &[u8]| {
        std::fs::write(Path::new(&folder).join(format!("{name}.pdf")), pdf).expect("written");
    };
    let (shelf, edition) = (sample::shelf(), Edition::built_in().expect("reads"));
    let marks = office::pictures::signatures();
    for (name, contents) in sample::later::all()
        .into_iter()
        .chain(sample::later::longest())
    {
        let plain = compose(shelf, &edition, &contents).expect("composes");
        println!("{name}: {} numbered pages", plain.numbered_pages);
        write(name, &plain.pdf);
        let signed = compose_marked(shelf, &edition, &contents, &marks).expect("composes");
        write(&format!("{name}-signed"), &signed.pdf);
    }
    let usual = sample::usual();
    let plain = compose_marked(shelf, &edition, &usual, &marks).expect("composes");
    write("usual-signed", &plain.pdf);
    sealed(&plain.pdf, &write);
}

/// A signature over the file, and what it takes.
fn sealed(pdf: &[u8], write: &impl Fn(&str, &[u8])) {
    let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    let key = SigningKey::make(&[7; 32], "郑州启凡计算机软件有限公司", day).expect("a key");
    let at = day.and_hms_opt(10, 30, 5).expect("a time");
    let start = Instant::now();
    let signed = sign(pdf, &key, at, "归档").expect("signed");
    let (spent, start) = (start.elapsed(), Instant::now());
    let state = verify(&signed).expect("looked at");
    let added = signed.len() - pdf.len();
    println!(
        "signed in {spent:?}, looked at in {:?}, {added} bytes more",
        start.elapsed()
    );
    println!("{state:?}");
    write("archived", &signed);
}
