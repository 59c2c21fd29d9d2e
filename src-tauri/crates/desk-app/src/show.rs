//! How moments and record numbers look on their way out.

use chrono::{NaiveDate, NaiveDateTime};

/// `2026-03-02 09:05`, for lists.
pub(crate) fn minute(moment: NaiveDateTime) -> String {
    moment.format("%Y-%m-%d %H:%M").to_string()
}

/// `2026-03-02 09:05:07`, for what was just done.
pub(crate) fn second(moment: NaiveDateTime) -> String {
    moment.format("%Y-%m-%d %H:%M:%S").to_string()
}

/// `2026-03-02`.
pub(crate) fn day(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}
