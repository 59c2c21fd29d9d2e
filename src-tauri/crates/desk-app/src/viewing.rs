//! When a look at an identity paper counts as a new viewing. The window asks
//! for the same picture in several sizes while one person looks once; each
//! sitting leaves one line in the audit log, not one a picture.

use chrono::{NaiveDateTime, TimeDelta};
use desk_store::PaperId;
use std::collections::HashMap;

/// A look after this pause is another viewing.
const SITTING: TimeDelta = TimeDelta::minutes(5);

/// What the person signed in has looked at, and when last.
#[derive(Debug, Default)]
pub(crate) struct Viewings {
    last: HashMap<PaperId, NaiveDateTime>,
}

impl Viewings {
    /// Whether looking at `paper` at `now` begins another viewing; notes the look.
    pub(crate) fn begins(&mut self, paper: PaperId, now: NaiveDateTime) -> bool {
        self.last
            .insert(paper, now)
            .is_none_or(|before| now - before > SITTING)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn one_sitting_is_one_viewing() {
        let start = NaiveDate::from_ymd_opt(2026, 3, 2)
            .unwrap()
            .and_hms_opt(9, 0, 0)
            .unwrap();
        let mut viewings = Viewings::default();
        assert!(viewings.begins(PaperId(1), start));
        assert!(!viewings.begins(PaperId(1), start + TimeDelta::minutes(4)));
        assert!(viewings.begins(PaperId(2), start));
        assert!(viewings.begins(PaperId(1), start + TimeDelta::minutes(10)));
    }
}
