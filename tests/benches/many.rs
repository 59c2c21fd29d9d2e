//! A thousand agreements in a row: how much memory they take at the most, after
//! a hundred and after all of them. What is printed is forgotten; nothing may
//! grow.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a bench that cannot set itself up has nothing to tell"
)]

#[path = "../../src-tauri/crates/desk-paper/tests/sample/mod.rs"]
mod sample;

use desk_paper::{Edition, compose};
use std::time::Instant;

fn main() {
    let (shelf, edition) = (sample::shelf(), Edition::built_in().unwrap());
    let start = Instant::now();
    let mut bytes = 0;
    for seed in 0..1_000_u64 {
        let contents = sample::random::order(seed);
        bytes += compose(shelf, &edition, &contents).unwrap().pdf.len();
        if [1, 10, 100, 1_000].contains(&(seed + 1)) {
            let most = most_memory().unwrap_or_else(|| "unknown".to_owned());
            println!("many: {} agreements, at most {most} of memory", seed + 1);
        }
    }
    println!(
        "  on this machine {:.1?}, {} MB of PDF",
        start.elapsed(),
        bytes / 1_000_000
    );
}

/// The most memory this process ever took, as the system counts it.
fn most_memory() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.trim_start_matches("VmHWM:").trim().to_owned())
}
