//! Times what the program exists for, beside its peers.

use crate::house;
use crate::page;
use crate::setup::{For, setup};
use crate::work::{Outcome, find_program, run};

/// Sets up, builds optimised, and times.
pub fn bench() -> Outcome {
    setup(For::Testing)?;
    page::build()?;
    // One build for all; the window whose start is timed is built with it, as
    // it ships.
    let words = ["bench", "--bench", "paper", "--bench", "start"];
    let packages = ["--package", "desk400", "--package", "desk-paper"];
    let mut benches = house::cargo(words.into_iter().chain(packages));
    if let Some(driver) = find_program("tauri-driver") {
        benches.env("DESK400_TAURI_DRIVER", driver);
    }
    if house::has_display() {
        return run(&mut benches);
    }
    run(&mut house::on_invisible_screen(&benches))
}
