//! Owns how wrong passwords slow down the next try. Refuses early tries with
//! the seconds left instead of sleeping, so that restarting the program or
//! opening a second window does not shorten the wait.

use chrono::{NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::{StoreError, StoreResult};

/// Waits in seconds after the 1st, 2nd, 3rd … wrong password; the last one
/// repeats. Two slips of the finger cost nothing.
const WAITS: [i64; 9] = [0, 0, 5, 15, 30, 60, 120, 300, 600];

#[derive(Debug, Default, Clone, Serialize, Deserialize)]
pub(crate) struct Attempts {
    failures: u32,
    last_failure: Option<NaiveDateTime>,
}

impl Attempts {
    /// Seconds to wait after the failures so far.
    fn wait(&self) -> i64 {
        let index = usize::try_from(self.failures).unwrap_or(usize::MAX);
        match index.checked_sub(1) {
            None => 0,
            Some(i) => WAITS[i.min(WAITS.len() - 1)],
        }
    }

    /// Refuses a try that comes too early. Returns whether `self` changed: a
    /// clock that was set back must not lock a person out for months, so the
    /// wait then starts anew from now.
    pub(crate) fn admit(&mut self, at: NaiveDateTime) -> Admission {
        let (wait, Some(last)) = (self.wait(), self.last_failure) else {
            return Admission::Now;
        };
        let clock_went_back = at < last;
        if clock_went_back {
            self.last_failure = Some(at);
        }
        let since = if clock_went_back {
            TimeDelta::zero()
        } else {
            at - last
        };
        let left = wait - since.num_seconds();
        if left <= 0 {
            return Admission::Now;
        }
        Admission::Later {
            seconds: left.unsigned_abs(),
            changed: clock_went_back,
        }
    }

    /// Counts a wrong password; returns the seconds until the next try.
    pub(crate) fn fail(&mut self, at: NaiveDateTime) -> u64 {
        self.failures = self.failures.saturating_add(1);
        self.last_failure = Some(at);
        self.wait().unsigned_abs()
    }

    /// Forgets the failures; says whether there were any.
    pub(crate) fn succeed(&mut self) -> bool {
        let had = self.failures > 0;
        *self = Self::default();
        had
    }
}

/// Whether a try is looked at.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Admission {
    Now,
    Later {
        seconds: u64,
        /// Whether the record of attempts must be saved.
        changed: bool,
    },
}

impl Admission {
    pub(crate) fn changed(&self) -> bool {
        matches!(self, Self::Later { changed: true, .. })
    }

    pub(crate) fn into_result(self) -> StoreResult<()> {
        match self {
            Self::Now => Ok(()),
            Self::Later { seconds, .. } => Err(StoreError::TooManyAttempts { seconds }),
        }
    }
}
