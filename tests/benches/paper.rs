//! What the program exists for: two copies of agreement and form, set and
//! written, beside pages of the same words written with nothing between.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a bench that cannot set itself up has nothing to tell"
)]

mod bare;
mod pair;
#[path = "../../src-tauri/crates/desk-paper/tests/sample/mod.rs"]
mod sample;

use desk_paper::bundle::pages;
use desk_paper::{Edition, compose};
use pair::Pair;
use std::hint::black_box;
use std::time::Duration;

/// Enough for the middle ratio to stand still by a hundredth.
const ROUNDS: usize = 60;

fn main() {
    let (shelf, edition) = (sample::shelf(), Edition::built_in().unwrap());
    let contents = sample::usual();
    let words = bare::words(&pages(shelf, &edition, &contents).unwrap());
    let pair = Pair::time(
        ROUNDS,
        || timed(|| compose(shelf, &edition, &contents).unwrap()),
        || timed(|| bare::write(shelf, &words)),
    );
    pair.tell("paper", "bare page");
}

/// Counts what the work took of the processor: a busy machine interrupts long
/// work oftener than short work, which the clock on the wall would count.
#[cfg(unix)]
fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    use rustix::time::{ClockId, clock_gettime};

    let spent = || {
        let now = clock_gettime(ClockId::ThreadCPUTime);
        Duration::new(now.tv_sec.unsigned_abs(), now.tv_nsec.unsigned_abs() as u32)
    };
    let start = spent();
    black_box(work());
    spent() - start
}

#[cfg(not(unix))]
fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let start = std::time::Instant::now();
    black_box(work());
    start.elapsed()
}
