//! Times what the program exists for, beside its peers.

use crate::house;
use crate::page;
use crate::setup::{For, setup};
use crate::work::{Outcome, run};

/// Sets up, builds optimised, and times.
pub fn bench() -> Outcome {
    setup(For::Testing)?;
    page::build()?;
    // The window whose start is timed is the one that ships. Both commands
    // choose the same packages, so that nothing is built twice.
    let packages = ["--package", "desk400", "--package", "desk-tests"];
    let words = ["build", "--release", "--bins"];
    run(&mut house::cargo(words.into_iter().chain(packages)))?;
    let mut benches = house::cargo(["bench", "--benches"].into_iter().chain(packages));
    if house::has_display() {
        return run(&mut benches);
    }
    run(&mut house::on_invisible_screen(&benches))
}
