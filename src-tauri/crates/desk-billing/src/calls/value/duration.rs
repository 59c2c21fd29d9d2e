//! Lengths of time as files write them: `00:01:35`, `1分35秒`, `95`, `95秒`,
//! `1.58` minutes. Owns how exact a length is, because `1.58` may be 94.5 or
//! 95 seconds and a billed minute anything up to 60.

use super::{is_digits, without_thousands};
use crate::calls::DurationUnit;
use crate::calls::cell::bare;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A length of time as it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Length {
    /// Thousandths of a second.
    pub(crate) millis: i64,
    /// What the last written digit counts, in thousandths of a second.
    pub(crate) precision: i64,
}

impl Length {
    /// Whole seconds, the nearest; half a second counts as one.
    pub(crate) fn seconds(self) -> i64 {
        (self.millis + 500).div_euclid(1000)
    }
}

/// Units in words, each with its milliseconds; longer words first.
const WORDS: [(&str, i64); 13] = [
    ("小时", 3_600_000),
    ("时", 3_600_000),
    ("hour", 3_600_000),
    ("h", 3_600_000),
    ("分钟", 60_000),
    ("分", 60_000),
    ("min", 60_000),
    ("m", 60_000),
    ("'", 60_000),
    ("秒", 1000),
    ("sec", 1000),
    ("s", 1000),
    ("\"", 1000),
];

/// Reads a cell; a plain number counts `unit`s. `None` when it is no length,
/// or a negative one.
pub(crate) fn length(raw: &str, unit: DurationUnit) -> Option<Length> {
    if unit == DurationUnit::Second && raw.len() <= 9 && is_digits(raw) {
        let millis = raw.parse::<i64>().ok()? * 1000;
        return Some(Length {
            millis,
            precision: 1000,
        });
    }
    let text = bare(raw);
    if text.is_empty() || text.len() > 40 {
        return None;
    }
    if text.contains(':') {
        return clock(&text);
    }
    if text
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
    {
        let of_unit = match unit {
            DurationUnit::Second => 1000,
            DurationUnit::Minute => 60_000,
        };
        return counted(&text, of_unit);
    }
    words(&text.to_lowercase())
}

/// `h:mm:ss` or `m:ss`, with parts of a second or without.
fn clock(text: &str) -> Option<Length> {
    let (text, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let parts: Vec<&str> = text.split(':').map(str::trim).collect();
    let sound = is_digits(fraction) && parts.iter().all(|p| is_digits(p) && p.len() <= 4);
    let (hours, minutes, seconds) = match parts[..] {
        [hours, minutes, seconds] => (hours, minutes, seconds),
        [minutes, seconds] => ("0", minutes, seconds),
        _ => return None,
    };
    let number = |part: &str| part.parse::<i64>().ok().filter(|_| sound);
    let (hours, minutes, seconds) = (number(hours)?, number(minutes)?, number(seconds)?);
    let minutes_fit = minutes < 60 || parts.len() == 2;
    (seconds < 60 && minutes_fit).then_some(Length {
        millis: (hours * 3600 + minutes * 60 + seconds) * 1000,
        precision: 1000,
    })
}

/// `1小时2分35秒`: every unit once, the larger before the smaller.
fn words(text: &str) -> Option<Length> {
    let (mut rest, mut smallest, mut total) = (text.trim(), i64::MAX, 0_i64);
    let mut precision = 1000;
    while !rest.is_empty() {
        let digits = rest
            .bytes()
            .take_while(|b| b.is_ascii_digit() || *b == b'.')
            .count();
        let (number, behind) = rest.split_at(digits);
        let behind = behind.trim_start();
        let (word, millis) = WORDS
            .into_iter()
            .find(|(word, _)| behind.starts_with(word))?;
        if millis >= smallest {
            return None;
        }
        let part = counted(number, millis)?;
        (smallest, precision) = (millis, part.precision);
        total = total.checked_add(part.millis)?;
        rest = behind[word.len()..].trim_start();
    }
    Some(Length {
        millis: total,
        precision,
    })
}

fn counted(number: &str, of_unit: i64) -> Option<Length> {
    let text = without_thousands(number)?;
    if text.len() > 16 || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let value: Decimal = text.trim_end_matches('.').parse().ok()?;
    let value = value.normalize();
    let millis = value
        .checked_mul(Decimal::from(of_unit))?
        .round()
        .to_i64()?;
    let step = Decimal::new(1, value.scale()).checked_mul(Decimal::from(of_unit))?;
    Some(Length {
        millis,
        precision: step.to_i64()?.max(1000),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn seconds(raw: &str, unit: DurationUnit) -> Option<i64> {
        length(raw, unit).map(Length::seconds)
    }

    #[test]
    fn one_length_is_the_same_however_it_is_written() {
        for raw in [
            "95",
            "95.0",
            "95秒",
            "1分35秒",
            "00:01:35",
            "0:01:35",
            "1:35",
            "01:35",
            "1分钟35秒",
            "95s",
            "0时1分35秒",
            "１分３５秒",
            "1'35\"",
            "=\"95\"",
            " 95\t",
            "1 分 35 秒",
            "00:01:35.000",
        ] {
            assert_eq!(seconds(raw, DurationUnit::Second), Some(95), "{raw}");
        }
        assert_eq!(seconds("1.58", DurationUnit::Minute), Some(95));
        assert_eq!(seconds("1.58分", DurationUnit::Second), Some(95));
        assert_eq!(seconds("1,234", DurationUnit::Second), Some(1234));
        assert_eq!(seconds("25:10:00", DurationUnit::Second), Some(90_600));
    }

    #[test]
    fn how_exact_a_length_is_goes_with_it() {
        let precision = |raw, unit| length(raw, unit).map(|l| l.precision);
        assert_eq!(precision("95", DurationUnit::Second), Some(1000));
        assert_eq!(precision("2", DurationUnit::Minute), Some(60_000));
        assert_eq!(precision("1.6", DurationUnit::Minute), Some(6_000));
        assert_eq!(precision("1.58", DurationUnit::Minute), Some(1_000));
    }

    #[test]
    fn what_is_no_length_is_refused() {
        for raw in [
            "",
            "-5",
            "-00:01:00",
            "1:75",
            "1:60:00",
            "00:01:60",
            "35秒1分",
            "1分1分",
            "abc",
            "1.2.3",
            "9.5E+01",
            "1:2:3:4",
            "##",
            "1,2,3",
            "12分,",
            "秒",
        ] {
            assert_eq!(length(raw, DurationUnit::Second), None, "{raw}");
        }
    }

    proptest! {
        #[test]
        fn every_second_of_a_day_reads_back(seconds_given in 0_i64..86_400) {
            let (h, m, s) = (seconds_given / 3600, seconds_given / 60 % 60, seconds_given % 60);
            for text in [
                format!("{h:02}:{m:02}:{s:02}"), format!("{}分{s}秒", h * 60 + m),
                format!("{h}小时{m}分{s}秒"), seconds_given.to_string(), format!("{seconds_given}秒"),
            ] {
                prop_assert_eq!(seconds(&text, DurationUnit::Second), Some(seconds_given), "{}", text);
            }
            let minutes = format!("{}.{:03}", seconds_given / 60, s * 1000 / 60);
            prop_assert_eq!(seconds(&minutes, DurationUnit::Minute), Some(seconds_given));
        }

        #[test]
        fn whatever_stands_in_a_cell_is_read_or_refused(raw in "\\PC*|[0-9:.分秒时, -]{0,20}") {
            if let Some(found) = length(&raw, DurationUnit::Minute) {
                prop_assert!(found.millis >= 0 && found.precision >= 1000);
            }
        }
    }
}
