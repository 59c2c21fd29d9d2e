//! The accounts staff's month, timed: `calls` on their way into the store, the
//! `close` of a month, its `statements` as PDF. All unless named; one program
//! for the three, for linking it takes longer than any of them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a bench that cannot set itself up has nothing to tell"
)]

#[path = "../bare.rs"]
mod bare;
mod calls;
mod close;
mod duck;
mod large;
mod memory;
#[path = "../pair.rs"]
mod pair;
mod spent;
mod statements;

/// A bench: its name, what times it, what does one piece of it alone.
type Bench = (&'static str, fn(), fn(u64));

const BENCHES: [Bench; 3] = [
    ("calls", calls::time, calls::alone),
    ("close", close::time, close::alone),
    ("statements", statements::time, statements::alone),
];

fn main() {
    if let Some((of, count)) = memory::piece() {
        let bench = BENCHES.iter().find(|(name, ..)| *name == of).unwrap();
        bench.2(count);
        return memory::tell();
    }
    // Cargo says `--bench` to every bench.
    let named: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    for (name, time, _) in BENCHES {
        if named.is_empty() || named.iter().any(|wanted| wanted == name) {
            time();
        }
    }
}
