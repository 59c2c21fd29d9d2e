//! How many threads a piece of work is shared among.

use std::thread::available_parallelism;

/// More threads than this make reading hardly faster, but the window slower.
const MOST: usize = 4;

/// As many threads as the computer runs at a time, up to a few.
pub(crate) fn threads() -> usize {
    available_parallelism().map_or(1, |count| count.get().min(MOST))
}
