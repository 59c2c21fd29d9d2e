//! Times what the program exists for, beside its peers.

use crate::house;
use crate::page;
use crate::setup::{For, setup};
use crate::work::{Outcome, find_program, run};

/// Every bench, the package it belongs to and the program it is in.
const BENCHES: [(&str, &str, &str); 5] = [
    ("paper", "desk-paper", "paper"),
    ("start", "desk400", "start"),
    ("calls", "desk-tests", "billing"),
    ("close", "desk-tests", "billing"),
    ("statements", "desk-tests", "billing"),
];

/// Sets up, builds optimised, and times: all benches, or those named.
pub fn bench(named: &[&str]) -> Outcome {
    if let Some(unknown) = named.iter().find(|name| !is_one(name)) {
        let all: Vec<_> = BENCHES.iter().map(|(name, ..)| *name).collect();
        return Err(format!("bench: unknown {unknown:?}; there are {}", all.join(", ")).into());
    }
    setup(For::Testing)?;
    let wanted = |name: &str| named.is_empty() || named.contains(&name);
    // The window whose start is timed is built as it ships, its page inside.
    if wanted("start") {
        page::build()?;
    }
    let chosen = || BENCHES.iter().filter(|(name, ..)| wanted(name));
    let programs =
        chosen().flat_map(|(_, package, program)| ["--package", package, "--bench", program]);
    let words = std::iter::once("bench").chain(programs);
    let names = chosen().map(|(name, ..)| *name);
    let mut benches = house::cargo(words.chain(["--"]).chain(names));
    if let Some(driver) = find_program("tauri-driver") {
        benches.env("DESK400_TAURI_DRIVER", driver);
    }
    if house::has_display() || !wanted("start") {
        return run(&mut benches);
    }
    run(&mut house::on_invisible_screen(&benches))
}

fn is_one(name: &str) -> bool {
    BENCHES.iter().any(|(known, ..)| *known == name)
}
