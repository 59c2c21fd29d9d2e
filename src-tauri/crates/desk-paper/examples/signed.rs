//! Signs a PDF with a key of no worth, to hold the signature against other
//! tools: `signed IN OUT`.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "an example may stop"
)]

use chrono::NaiveDate;
use desk_paper::signing::{SigningKey, sign, verify};
use std::time::Instant;

fn main() {
    let mut names = std::env::args().skip(1);
    let pdf = std::fs::read(names.next().unwrap()).unwrap();
    let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let key = SigningKey::make(&[7; 32], "郑州启凡计算机软件有限公司", day).unwrap();
    let start = Instant::now();
    let signed = sign(&pdf, &key, day.and_hms_opt(10, 30, 5).unwrap(), "归档").unwrap();
    let took = start.elapsed();
    let start = Instant::now();
    let state = verify(&signed).unwrap();
    println!(
        "{} + {} bytes, signed in {took:?}, looked at in {:?}",
        pdf.len(),
        signed.len() - pdf.len(),
        start.elapsed()
    );
    println!("{state:?}");
    std::fs::write(names.next().unwrap(), signed).unwrap();
}
