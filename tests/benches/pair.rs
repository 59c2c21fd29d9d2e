//! Two things timed beside each other. Their rounds alternate in one run, so
//! that whatever slows the machine slows both, and what is told is the ratio,
//! for a time on one machine says nothing about another.

use std::time::Duration;

/// How two things compared, round by round.
pub struct Pair {
    /// Both times of each round, ours first.
    rounds: Vec<(Duration, Duration)>,
}

impl Pair {
    /// Times `ours` beside `theirs`. Each says itself how long it took, so that
    /// what it needs before and after does not count. Who goes first changes
    /// with every round; the first round only warms up.
    pub fn time(
        rounds: usize,
        mut ours: impl FnMut() -> Duration,
        mut theirs: impl FnMut() -> Duration,
    ) -> Self {
        let mut round = |first: bool| {
            if first {
                let own = ours();
                (own, theirs())
            } else {
                let other = theirs();
                (ours(), other)
            }
        };
        round(true);
        let rounds = (0..rounds).map(|i| round(i % 2 == 0)).collect();
        Self { rounds }
    }

    /// Says it in one line, `paper: 1.21 × bare page (40 rounds, half of them
    /// 1.18 to 1.25)`.
    pub fn tell(&self, ours: &str, theirs: &str) {
        let mut ratios: Vec<f64> = self
            .rounds
            .iter()
            .map(|(own, other)| own.as_secs_f64() / other.as_secs_f64())
            .collect();
        ratios.sort_by(f64::total_cmp);
        let [low, middle, high] = [1, 2, 3].map(|quarter| ratios[ratios.len() * quarter / 4]);
        println!(
            "{ours}: {middle:.2} × {theirs} ({} rounds, half of them {low:.2} to {high:.2})",
            ratios.len()
        );
        let median = |pick: fn(&(Duration, Duration)) -> Duration| {
            let mut times: Vec<_> = self.rounds.iter().map(pick).collect();
            times.sort();
            times[times.len() / 2]
        };
        println!(
            "  on this machine {:.1?} against {:.1?}",
            median(|round| round.0),
            median(|round| round.1)
        );
    }
}
