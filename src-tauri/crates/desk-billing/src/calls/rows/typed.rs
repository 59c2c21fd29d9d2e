//! Typed cells of workbooks as the texts a careful export would have written:
//! whole numbers with all their digits, moments as `2026-03-01 09:05:07`,
//! lengths of time as `0:01:35`. One way of reading then does for all formats.

use calamine::{DataType, ExcelDateTime};
use chrono::{Duration, NaiveDate};

/// Beyond this a float no longer keeps every whole number.
const EXACT: f64 = 1e15;

/// The text of a cell; empty for an empty one.
pub(super) fn text_of(cell: &impl DataType) -> String {
    if let Some(text) = cell.get_string() {
        return text.to_owned();
    }
    if let Some(number) = cell.get_float() {
        return number_text(number);
    }
    if let Some(at) = cell.get_datetime() {
        return moment_text(&at);
    }
    if let Some(number) = cell.get_int() {
        return number.to_string();
    }
    if let Some(text) = cell.get_datetime_iso().or_else(|| cell.get_duration_iso()) {
        return text.to_owned();
    }
    match cell.get_error() {
        Some(error) => error.to_string(),
        None => cell.get_bool().map(|b| b.to_string()).unwrap_or_default(),
    }
}

fn number_text(number: f64) -> String {
    if number.abs() >= EXACT {
        // Written so that it is seen to have lost digits.
        format!("{number:E}")
    } else {
        number.to_string()
    }
}

/// A date with its time, or below one day a time of day, which is also how
/// spreadsheets keep a length of time.
fn moment_text(at: &ExcelDateTime) -> String {
    let seconds = (at.as_f64() * 86_400.0).round();
    if !(0.0..3.0e11).contains(&seconds) {
        return number_text(at.as_f64());
    }
    let seconds = seconds as i64;
    if at.is_duration() || seconds < 86_400 {
        return format!(
            "{}:{:02}:{:02}",
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60
        );
    }
    let (year, month, day, hour, minute, second, millis) = at.to_ymd_hms_milli();
    let late = Duration::seconds(i64::from(millis >= 500));
    NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))
        .and_then(|date| date.and_hms_opt(u32::from(hour), u32::from(minute), u32::from(second)))
        .and_then(|at| at.checked_add_signed(late))
        .map_or_else(
            || number_text(at.as_f64()),
            |at| at.format("%Y-%m-%d %H:%M:%S").to_string(),
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, ExcelDateTimeType};

    fn at(value: f64, kind: ExcelDateTimeType, is_1904: bool) -> String {
        text_of(&Data::DateTime(ExcelDateTime::new(value, kind, is_1904)))
    }

    #[test]
    fn numbers_keep_their_digits_or_are_seen_to_have_lost_them() {
        assert_eq!(text_of(&Data::Float(13_800_138_000.0)), "13800138000");
        assert_eq!(text_of(&Data::Float(0.24)), "0.24");
        assert_eq!(text_of(&Data::Float(1.3e20)), "1.3E20");
        assert_eq!(text_of(&Data::Int(95)), "95");
        assert_eq!(text_of(&Data::Empty), "");
    }

    #[test]
    fn moments_are_whole_seconds() {
        let moment = ExcelDateTimeType::DateTime;
        assert_eq!(
            at(46_082.378_553_240_7, moment, false),
            "2026-03-01 09:05:07"
        );
        assert_eq!(
            at(44_620.378_553_240_7, moment, true),
            "2026-03-01 09:05:07"
        );
        assert_eq!(at(95.0 / 86_400.0, moment, false), "0:01:35");
        assert_eq!(at(1.5, ExcelDateTimeType::TimeDelta, false), "36:00:00");
        assert_eq!(at(f64::NAN, moment, false), "NaN");
    }
}
