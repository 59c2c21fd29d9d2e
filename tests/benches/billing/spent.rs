//! What a piece of work took: on the clock, and of all processors together. On
//! a machine that does other work as well the clock tells little by itself.

use std::cell::Cell;
use std::time::{Duration, Instant};

/// What one side of a comparison spent of the processors in all its rounds.
#[derive(Default)]
pub struct Spent(Cell<Duration>);

impl Spent {
    /// Does the work; how long it took on the clock.
    pub fn time<T>(&self, work: impl FnOnce() -> T) -> (T, Duration) {
        let (start, before) = (Instant::now(), processors());
        let done = work();
        let time = start.elapsed();
        self.0.set(self.0.get() + (processors() - before));
        (done, time)
    }

    /// Says how both sides compare.
    pub fn tell(&self, theirs: &Self) {
        let (own, other) = (self.0.get().as_secs_f64(), theirs.0.get().as_secs_f64());
        println!("  of the processors' time {:.2} ×", own / other);
    }
}

#[cfg(unix)]
fn processors() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    let now = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(now.tv_sec.unsigned_abs(), now.tv_nsec.unsigned_abs() as u32)
}

#[cfg(not(unix))]
fn processors() -> Duration {
    static BEGUN: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    BEGUN.get_or_init(Instant::now).elapsed()
}
