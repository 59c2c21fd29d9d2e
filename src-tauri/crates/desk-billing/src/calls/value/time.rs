//! Moments as files write them: `2026-03-01 09:05:07`, `2026/3/1 9:05`,
//! `20260301090507`, `2026年3月1日 9时5分7秒`, a spreadsheet's serial number,
//! date and time in two cells. The year always stands first: what could be day
//! or month is refused, not guessed.

use super::is_digits;
use crate::calls::cell::bare;
use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

/// Years in which a call can have been made.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;
/// Spreadsheet serials of those years, the ones before 2000 left out.
const SERIALS: std::ops::Range<f64> = 36_526.0..73_415.0;

/// A date, a time of day, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    pub(crate) date: Option<NaiveDate>,
    pub(crate) time: Option<NaiveTime>,
    /// Whether the seconds are written.
    pub(crate) exact: bool,
}

impl Moment {
    /// Date and time together.
    pub(crate) fn whole(&self) -> Option<NaiveDateTime> {
        Some(self.date?.and_time(self.time?))
    }
}

/// Reads a cell; `None` when it is not certain what it says.
pub(crate) fn moment(raw: &str) -> Option<Moment> {
    if let Some(found) = usual(raw.as_bytes()) {
        return Some(found);
    }
    let text = bare(raw);
    let text = text.trim_end_matches("+08:00").trim_end_matches("+0800");
    if text.is_empty() || text.len() > 64 {
        return None;
    }
    if let Some(found) = serial(text) {
        return Some(found);
    }
    let (text, half) = half_of_day(text);
    let groups = groups(&text)?;
    let (date, used) = date(&groups)?;
    let (time, exact) = match groups.get(used..) {
        Some([]) | None => (None, true),
        Some(rest) => time(rest, half).map(|(time, exact)| (Some(time), exact))?,
    };
    (date.is_some() || time.is_some()).then_some(Moment { date, time, exact })
}

/// `2026-03-01 09:05:07`, which most files write; `None` for everything else.
fn usual(text: &[u8]) -> Option<Moment> {
    let marks = [(4, b'-'), (7, b'-'), (10, b' '), (13, b':'), (16, b':')];
    if text.len() != 19 || !marks.iter().all(|(at, mark)| text[*at] == *mark) {
        return None;
    }
    let number = |from: usize, to: usize| {
        text[from..to].iter().try_fold(0_u32, |sum, byte| {
            byte.is_ascii_digit()
                .then(|| sum * 10 + u32::from(byte - b'0'))
        })
    };
    let year = i32::try_from(number(0, 4)?).ok()?;
    if !YEARS.contains(&year) {
        return None;
    }
    Some(Moment {
        date: Some(NaiveDate::from_ymd_opt(
            year,
            number(5, 7)?,
            number(8, 10)?,
        )?),
        time: Some(NaiveTime::from_hms_opt(
            number(11, 13)?,
            number(14, 16)?,
            number(17, 19)?,
        )?),
        exact: true,
    })
}

/// Days since the end of 1899, the time as a fraction.
fn serial(text: &str) -> Option<Moment> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    if whole.len() != 5 || !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let days: f64 = text.parse().ok().filter(|days| SERIALS.contains(days))?;
    let seconds = (days * 86_400.0).round();
    let at = NaiveDate::from_ymd_opt(1899, 12, 30)?.and_hms_opt(0, 0, 0)?
        + Duration::try_seconds(seconds as i64)?;
    let (date, time) = (Some(at.date()), Some(at.time()));
    Some(Moment {
        date,
        time,
        exact: true,
    })
}

/// Takes 上午, 下午, AM and PM out; hours to add after noon.
fn half_of_day(text: &str) -> (std::borrow::Cow<'_, str>, Option<bool>) {
    if text
        .bytes()
        .all(|b| !b.is_ascii_alphabetic() && b.is_ascii())
    {
        return (text.into(), None);
    }
    let upper = text.to_uppercase();
    let words = [("上午", false), ("下午", true), ("AM", false), ("PM", true)];
    match words.into_iter().find(|(word, _)| upper.contains(word)) {
        Some((word, after_noon)) => (upper.replacen(word, " ", 1).into(), Some(after_noon)),
        None => (upper.into(), None),
    }
}

/// Digits, and what stands behind them.
type Group<'t> = (&'t str, &'t str);

fn groups(text: &str) -> Option<Vec<Group<'_>>> {
    let mut found = Vec::with_capacity(7);
    let mut rest = text.trim();
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 || found.len() == 8 {
            return None;
        }
        let (number, behind) = rest.split_at(digits);
        let mark = behind
            .find(|c: char| c.is_ascii_digit())
            .unwrap_or(behind.len());
        found.push((number, behind[..mark].trim()));
        rest = &behind[mark..];
    }
    Some(found)
}

/// The date, if the groups begin with one, and how many groups it took.
fn date(groups: &[Group<'_>]) -> Option<(Option<NaiveDate>, usize)> {
    match groups {
        [(year, first), (month, second), (day, behind), ..] if year.len() == 4 => {
            let parted = matches!(
                (*first, *second),
                ("-", "-") | ("/", "/") | (".", ".") | ("年", "月")
            );
            let ends = matches!(*behind, "" | "日" | "号" | "T" | "-" | "/");
            if !parted || !ends {
                return None;
            }
            Some((Some(day_of(year, month, day)?), 3))
        }
        [(run, "" | "T" | "-"), ..] if run.len() == 8 => Some((Some(run_date(run)?), 1)),
        // Date and time in one run: the time stays in the group.
        [(run, "" | ".")] | [(run, "."), _] if matches!(run.len(), 12 | 14) => {
            Some((Some(run_date(run)?), 0))
        }
        _ => Some((None, 0)),
    }
}

fn run_date(run: &str) -> Option<NaiveDate> {
    day_of(run.get(..4)?, run.get(4..6)?, run.get(6..8)?)
}

fn day_of(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    let year = year.parse().ok().filter(|year| YEARS.contains(year))?;
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

/// A time of day, and whether it has seconds.
fn time(groups: &[Group<'_>], half: Option<bool>) -> Option<(NaiveTime, bool)> {
    let (hour, minute, second) = match groups {
        [(run, "")] if run.len() == 6 => (&run[..2], &run[2..4], Some(&run[4..])),
        [(run, "")] if run.len() == 12 => (&run[8..10], &run[10..], None),
        [(run, "" | "."), ..] if run.len() == 14 && groups.len() <= 2 => {
            (&run[8..10], &run[10..12], Some(&run[12..]))
        }
        [(hour, ":" | "时" | "点"), (minute, "" | "分")] => (*hour, *minute, None),
        [(hour, ":" | "时" | "点"), (minute, ":" | "分"), (second, "" | "秒")]
        // Parts of a second are dropped.
        | [(hour, ":"), (minute, ":"), (second, "."), (_, "")] => (*hour, *minute, Some(*second)),
        _ => return None,
    };
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 2);
    let (hour, minute) = (number(hour)?, number(minute)?);
    let exact = second.is_some();
    let at = NaiveTime::from_hms_opt(hour, minute, second.map_or(Some(0), number)?)?;
    match half {
        None => Some((at, exact)),
        Some(_) if !(1..=12).contains(&hour) => None,
        Some(after_noon) => {
            let hour = hour % 12 + if after_noon { 12 } else { 0 };
            Some((at.with_hour(hour)?, exact))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn whole(raw: &str) -> Option<String> {
        moment(raw)?.whole().map(|at| at.to_string())
    }

    #[test]
    fn one_moment_is_the_same_however_it_is_written() {
        for raw in [
            "2026-03-01 09:05:07",
            "2026/3/1 9:05:07",
            "20260301090507",
            "2026年3月1日 9时5分7秒",
            "2026年03月01日9点05分07秒",
            "2026.3.1 9:05:07",
            "20260301 09:05:07",
            "20260301 090507",
            "2026-03-01T09:05:07",
            "2026-03-01T09:05:07.123+08:00",
            "2026-03-01 09:05:07.000",
            "２０２６－０３－０１ ０９：０５：０７",
            "46082.3785532407",
            "2026/3/1 上午 9:05:07",
            "2026/3/1 9:05:07 AM",
            "'2026-03-01 09:05:07",
        ] {
            assert_eq!(whole(raw).as_deref(), Some("2026-03-01 09:05:07"), "{raw}");
        }
        assert_eq!(
            whole("2026/3/1 下午 9:05").as_deref(),
            Some("2026-03-01 21:05:00")
        );
        assert_eq!(
            whole("2026/3/1 12:05:00 AM").as_deref(),
            Some("2026-03-01 00:05:00")
        );
        assert_eq!(moment("2026/3/1 9:05").map(|m| m.exact), Some(false));
    }

    #[test]
    fn halves_are_read_by_themselves() {
        let date = moment("2026年3月1日").map(|m| (m.date.is_some(), m.time.is_some()));
        assert_eq!(date, Some((true, false)));
        assert_eq!(moment("20260301").and_then(|m| m.time), None);
        let time = moment("9:05:07").and_then(|m| m.time);
        assert_eq!(time, NaiveTime::from_hms_opt(9, 5, 7));
        assert_eq!(
            moment("090507").and_then(|m| m.time),
            NaiveTime::from_hms_opt(9, 5, 7)
        );
    }

    #[test]
    fn what_is_no_certain_moment_is_refused() {
        for raw in [
            "",
            "2026-02-30 09:05:07",
            "2026-03-01 25:00:00",
            "2026-03-01 09:61:00",
            "01/03/2026 09:05",
            "26-03-01 09:05",
            "1999-03-01 09:05:07",
            "2026-03-01 09:05:07Z",
            "3月1日 9:05",
            "-1",
            "12345",
            "2026-03-01 09:05:07 09:05",
            "昨天",
            "2026/3-1 9:05",
            "00000000000000",
            "2026-03-01 13:05 PM",
            "46082.",
            "1.38E+10",
        ] {
            assert_eq!(moment(raw), None, "{raw}");
        }
    }

    proptest! {
        #[test]
        fn every_second_of_a_century_reads_back(seconds in 0_i64..3_000_000_000) {
            let base = NaiveDate::from_ymd_opt(2001, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap();
            let at = base + Duration::seconds(seconds);
            for form in [
                "%Y-%m-%d %H:%M:%S", "%Y/%-m/%-d %-H:%M:%S", "%Y%m%d%H%M%S",
                "%Y年%-m月%-d日 %-H时%-M分%-S秒",
            ] {
                let text = at.format(form).to_string();
                prop_assert_eq!(moment(&text).and_then(|m| m.whole()), Some(at), "{}", text);
            }
            let serial = (at - NaiveDate::from_ymd_opt(1899, 12, 30).unwrap().and_hms_opt(0, 0, 0).unwrap())
                .num_seconds() as f64 / 86_400.0;
            if SERIALS.contains(&serial) {
                prop_assert_eq!(moment(&serial.to_string()).and_then(|m| m.whole()), Some(at));
            }
        }

        #[test]
        fn whatever_stands_in_a_cell_is_read_or_refused(raw in "\\PC*") {
            let _ = moment(&raw);
        }

        #[test]
        fn whatever_looks_like_a_time_is_read_or_refused(raw in "[0-9年月日时分秒:/ .TAPM-]{0,24}") {
            let _ = moment(&raw);
        }
    }
}
