//! Accuracy report: reads a folder of papers whose truth is known and prints,
//! field by field and damage by damage, what came out right, what wrong, what
//! marked, how far corners were off, how long it took and how much memory.
//!
//!     cargo run -p desk-intake --release --example accuracy -- [--values] [--lines] [FOLDER [PART_OF_NAME]]
//!
//! The folder holds pictures and `truth.json`; by default it is `shared/papers`
//! beside this repository, else the tests' papers.

#![allow(missing_docs, reason = "a program, not a library")]
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a report is printed"
)]

mod score;
mod truth;

use desk_intake::reading::{ReadDocument, ReadEvent, Reader};
use desk_intake::{Cancel, Limits, View, page_image};
use score::{Score, Total};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let mut words: Vec<String> = std::env::args().skip(1).collect();
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let all = words.iter().any(|word| word == "--values");
    let lines = words.iter().any(|word| word == "--lines");
    words.retain(|word| !word.starts_with("--"));
    let beside = here.join("../../../../shared/papers");
    let usual = if beside.is_dir() {
        beside
    } else {
        here.join("tests/fixtures/papers")
    };
    let folder = words.first().map_or(usual, PathBuf::from);
    let part = words.get(1).map_or("", String::as_str);
    let started = Instant::now();
    let reader = Reader::open(&here.join("../../../assets/models"))?;
    println!(
        "networks opened in {:.2} s",
        started.elapsed().as_secs_f64()
    );
    let mut total = Total::default();
    for paper in truth::papers(&folder)? {
        if !paper.file.contains(part) {
            continue;
        }
        let bytes = std::fs::read(folder.join(&paper.file))?;
        let started = Instant::now();
        let page = page_image(&bytes, 1, &View::default(), &Limits::default())?;
        let decoded = started.elapsed().as_secs_f64();
        let busy = processor_seconds();
        let mut found = 0.0;
        let documents = reader.read_page_with(
            &page,
            &mut |event| {
                if matches!(event, ReadEvent::Found(_)) {
                    found = started.elapsed().as_secs_f64();
                }
            },
            &Cancel::default(),
        )?;
        if lines {
            documents.iter().for_each(print_lines);
        }
        let documents = documents.into_iter().map(|read| read.reading).collect();
        let seconds = started.elapsed().as_secs_f64();
        let score = Score::of(&paper, documents, seconds);
        println!(
            "{} (decoded {decoded:.2} s, edges {:.2} s; processor {:.2} s)",
            score.summary(),
            found - decoded,
            processor_seconds() - busy
        );
        if all {
            score.print_values();
        }
        total.add(score);
    }
    total.print();
    if let Some(megabytes) = peak_memory() {
        println!("peak memory {megabytes} MB");
    }
    Ok(())
}

fn print_lines(document: &ReadDocument) {
    println!(
        "  {:?} {:?} {:?}",
        document.reading.kind, document.seals, document.codes
    );
    for line in &document.lines {
        let [left, top] = line.corners[0];
        let [right, bottom] = line.corners[2];
        println!(
            "    {left:5.0} {top:5.0} {right:5.0} {bottom:5.0}  {:.3}  {}",
            line.confidence, line.text
        );
    }
}

/// Seconds the processor has spent on this program, all cores together, where
/// the system tells: what a busy machine cannot falsify.
fn processor_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after = stat.rsplit(')').next().unwrap_or_default();
    let ticks = after.split_whitespace().skip(11).take(2);
    ticks.filter_map(|t| t.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// Most memory this program ever held, where the system tells.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1024)
}
