//! What the values of a column look like, whatever its head says.

use super::Doubt;
use crate::calls::cell::is_blank;
use crate::calls::rows::RawRow;
use crate::calls::value::{duration, is_digits, telephone, time};
use crate::calls::{DurationUnit, Layout, Meaning};
use chrono::NaiveTime;

/// Shares of a column's values, in percent of those that say something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Facts {
    /// How many values say something.
    pub(crate) values: usize,
    /// 400 numbers.
    pub(crate) of_400: usize,
    /// Telephone numbers of seven digits and more.
    pub(crate) telephones: usize,
    /// Dates with their time.
    pub(crate) moments: usize,
    /// Dates alone.
    pub(crate) dates: usize,
    /// Times of day alone.
    pub(crate) times: usize,
    /// Lengths of time that are no telephone number.
    pub(crate) lengths: usize,
    /// Numbers with decimals.
    pub(crate) decimals: usize,
}

/// Looks at the values of one column.
pub(crate) fn of_column(rows: &[&RawRow], column: usize) -> Facts {
    let values: Vec<&str> = rows
        .iter()
        .filter_map(|row| row.cells.get(column))
        .map(String::as_str)
        .filter(|cell| !is_blank(cell))
        .collect();
    let share = |fits: &dyn Fn(&str) -> bool| {
        values.iter().filter(|value| fits(value)).count() * 100 / values.len().max(1)
    };
    let moment = |value: &str, date: bool, of_day: bool| {
        let read = time::moment(value);
        read.is_some_and(|m| m.date.is_some() == date && m.time.is_some() == of_day)
    };
    let telephone = |value: &str| telephone::digits(value).ok().flatten();
    let long = |value: &str| telephone(value).is_some_and(|digits| digits.len() >= 7);
    Facts {
        values: values.len(),
        of_400: share(&|v| telephone(v).is_some_and(|d| d.len() == 10 && d.starts_with("400"))),
        telephones: share(&long),
        moments: share(&|v| moment(v, true, true)),
        dates: share(&|v| moment(v, true, false)),
        times: share(&|v| moment(v, false, true)),
        lengths: share(&|v| duration::length(v, DurationUnit::Second).is_some() && !long(v)),
        decimals: share(&|v| {
            v.split_once('.')
                .is_some_and(|(a, b)| is_digits(a.trim()) && is_digits(b.trim()))
        }),
    }
}

/// What is odd about the times of the first rows.
pub(crate) fn about_times(rows: &[&RawRow], layout: &Layout) -> Option<Doubt> {
    let column = layout
        .column(Meaning::Start)
        .or_else(|| layout.column(Meaning::StartTime))?;
    let read: Vec<time::Moment> = rows
        .iter()
        .filter_map(|row| time::moment(row.cells.get(column)?))
        .collect();
    if read.len() < 3 {
        return None;
    }
    if read.iter().all(|m| m.time == Some(NaiveTime::MIN)) {
        return Some(Doubt::AllAtMidnight);
    }
    read.iter()
        .all(|m| !m.exact)
        .then_some(Doubt::TimesWithoutSeconds)
}
