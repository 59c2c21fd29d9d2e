//! Calendar time: months with the end of the month clamped, the last day of a
//! term, accounting months, the terms of identity cards. Civil dates only; the
//! clock is somebody else's. Refuses dates beyond what chrono can count.

use crate::refusal::refusal_codes;
use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;
use ts_rs::TS;

/// The same day so many months later; where that month is too short, its last
/// day: 31 January + 1 → 28 or 29 February.
#[must_use]
pub fn add_months(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months))
        .unwrap_or(NaiveDate::MAX)
}

/// The last day of a term of so many months that begins on `start`: a year from
/// 1 March 2026 ends on 28 February 2027. Where the last month has no such day,
/// its last day ends the term (民法典第二百零二条).
#[must_use]
pub fn last_day_of_term(start: NaiveDate, months: u32) -> NaiveDate {
    let same_day = add_months(start, months);
    if same_day.day() < start.day() {
        return same_day;
    }
    same_day.pred_opt().unwrap_or(same_day)
}

/// The last day on which a call record may be disputed: three calendar months
/// after it was produced (协议四（一）6).
#[must_use]
pub fn last_day_to_dispute(produced: NaiveDate) -> NaiveDate {
    add_months(produced, 3)
}

/// An accounting month, `2026-03`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct CalendarMonth {
    first: NaiveDate,
}

/// Why a text is no accounting month.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CalendarMonthError {
    /// Not written `YYYY-MM`, or no such month.
    #[error("not a month in the form YYYY-MM")]
    Form,
}

refusal_codes!(CalendarMonthError { Form => "CalendarMonthForm" });

impl CalendarMonth {
    /// Reads `YYYY-MM`.
    ///
    /// # Errors
    /// [`CalendarMonthError::Form`].
    pub fn parse(raw: &str) -> Result<Self, CalendarMonthError> {
        let text = raw.trim();
        let digits = text.bytes().enumerate().all(|(i, b)| {
            if i == 4 {
                b == b'-'
            } else {
                b.is_ascii_digit()
            }
        });
        if text.len() != 7 || !digits {
            return Err(CalendarMonthError::Form);
        }
        NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d")
            .map(|first| Self { first })
            .map_err(|_| CalendarMonthError::Form)
    }

    /// The month of a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self {
            first: day.with_day(1).unwrap_or(day),
        }
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        self.first
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        last_day_of_term(self.first, 1)
    }

    /// The month after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self {
            first: add_months(self.first, 1),
        }
    }

    /// The month before it.
    #[must_use]
    pub fn previous(self) -> Self {
        let first = self
            .first
            .checked_sub_months(Months::new(1))
            .unwrap_or(self.first);
        Self { first }
    }

    /// How many days it has.
    #[must_use]
    pub fn days(self) -> u32 {
        self.last_day().day()
    }

    /// Whether the day is in it.
    #[must_use]
    pub fn contains(self, day: NaiveDate) -> bool {
        Self::of(day) == self
    }
}

impl fmt::Display for CalendarMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.first.format("%Y-%m").to_string())
    }
}

impl TryFrom<String> for CalendarMonth {
    type Error = CalendarMonthError;

    fn try_from(raw: String) -> Result<Self, CalendarMonthError> {
        Self::parse(&raw)
    }
}

impl From<CalendarMonth> for String {
    fn from(month: CalendarMonth) -> Self {
        month.to_string()
    }
}

/// How long an identity card is good for (居民身份证法第五条), by the holder's
/// age when it was issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CardTerm {
    /// So many years.
    Years(u32),
    /// 长期.
    LongTerm,
}

impl CardTerm {
    /// Under 16 five years, 16–25 ten, 26–45 twenty, from 46 long-term.
    #[must_use]
    pub fn for_age(age_at_issue: u32) -> Self {
        match age_at_issue {
            0..=15 => Self::Years(5),
            16..=25 => Self::Years(10),
            26..=45 => Self::Years(20),
            _ => Self::LongTerm,
        }
    }

    /// Whether a card issued and expiring so (`None`: 长期) has the term that
    /// the holder's birth gives. A card issued on 29 February may expire on
    /// either side of it.
    #[must_use]
    pub fn fits(birth: NaiveDate, issued: NaiveDate, expires: Option<NaiveDate>) -> bool {
        let Some(age) = issued.years_since(birth) else {
            return false;
        };
        match (Self::for_age(age), expires) {
            (Self::LongTerm, None) => true,
            (Self::Years(years), Some(expires)) => {
                let due = add_months(issued, years * 12);
                let leap = issued.month() == 2 && issued.day() == 29;
                due == expires || (leap && due.succ_opt() == Some(expires))
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests;
