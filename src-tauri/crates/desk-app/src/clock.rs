//! The office's clock. The only place in the program that reads the time;
//! everything below is handed it. Refuses other time zones: civil time is
//! that of Asia/Shanghai, which has had no summer time since 1991.

use chrono::{FixedOffset, NaiveDateTime, Timelike};

/// East of Greenwich, in seconds.
const SHANGHAI: i32 = 8 * 3600;

/// Where the time comes from.
#[derive(Debug, Clone, Copy, Default)]
pub enum Clock {
    /// The computer's clock, read as Shanghai time.
    #[default]
    Shanghai,
    /// A fixed moment, for tests of rules that depend on the day.
    At(NaiveDateTime),
}

impl Clock {
    /// Now, in the office, to the second.
    #[must_use]
    #[allow(
        clippy::disallowed_methods,
        reason = "this is the one place that reads the clock"
    )]
    pub fn now(self) -> NaiveDateTime {
        let now = match self {
            Self::At(moment) => moment,
            Self::Shanghai => FixedOffset::east_opt(SHANGHAI).map_or_else(
                || chrono::Utc::now().naive_utc(),
                |zone| chrono::Utc::now().with_timezone(&zone).naive_local(),
            ),
        };
        now.with_nanosecond(0).unwrap_or(now)
    }
}
