//! Telephone numbers as call records write them: mobiles, landlines with or
//! without their zero, short numbers, numbers from abroad. Owns one canonical
//! form, digits only, so that the same call is the same in every export.
//! Refuses to repair what a spreadsheet rounded away.

use super::is_digits;
use crate::calls::cell::{bare, is_blank};
use desk_domain::identifier::{Landline, LandlineError};

/// Why a cell holds no telephone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Nothing there.
    Missing,
    /// Rounded by a spreadsheet.
    Lost,
    /// Too short, or partly hidden.
    Short,
    /// Something else.
    Bad,
}

/// What carriers write when the caller hides the number.
const WITHHELD: [&str; 12] = [
    "匿名",
    "未知",
    "隐藏",
    "保密",
    "无主叫",
    "无号码",
    "未显示",
    "不显示",
    "anonymous",
    "unknown",
    "private",
    "withheld",
];

/// Digits of a number; `None` where the caller withholds it.
pub(crate) fn digits(raw: &str) -> Result<Option<String>, Fault> {
    // What a clean export writes, and nothing else is left to be taken off.
    let usual = match raw.len() {
        11 => raw.starts_with('1'),
        10 => raw.starts_with("400"),
        _ => false,
    };
    if usual && is_digits(raw) {
        return Ok(Some(raw.to_owned()));
    }
    if is_blank(raw) {
        return Err(Fault::Missing);
    }
    let text = bare(raw).to_lowercase();
    if WITHHELD.iter().any(|word| text.starts_with(word)) {
        return Ok(None);
    }
    let compact = compact(&text)?;
    let (number, abroad) = without_country(&compact);
    if !is_digits(number) {
        return Err(Fault::Bad);
    }
    if abroad {
        return foreign(number).map(Some);
    }
    canonical(number).map(Some)
}

/// Takes off what people put between digits, and tells what was lost.
fn compact(text: &str) -> Result<String, Fault> {
    let scientific = text.contains('e') && text.parse::<f64>().is_ok();
    // `####` is what a narrow column shows.
    if scientific || text.bytes().all(|b| b == b'#') {
        return Err(Fault::Lost);
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits >= 3 && text.contains(['*', '×', '#', 'x']) {
        return Err(Fault::Short);
    }
    // A float that a spreadsheet kept exactly: 13800138000.0
    let whole = match text.split_once('.') {
        Some((whole, zeros)) if zeros.bytes().all(|b| b == b'0') => whole,
        _ => text,
    };
    Ok(whole
        .chars()
        .filter(|c| !matches!(c, ' ' | '-' | '(' | ')' | ','))
        .collect())
}

/// The number without the country code of the mainland; `true` where another
/// country's stands before it.
fn without_country(text: &str) -> (&str, bool) {
    if let Some(rest) = text
        .strip_prefix("+86")
        .or_else(|| text.strip_prefix("0086"))
    {
        return (rest, false);
    }
    if let Some(rest) = text.strip_prefix('+').or_else(|| text.strip_prefix("00")) {
        return (rest, true);
    }
    // 86 before a whole mobile or 400 number, without a plus.
    match text.strip_prefix("86") {
        Some(rest) if rest.len() == 11 && rest.starts_with('1') => (rest, false),
        Some(rest) if rest.len() == 10 && rest.starts_with("400") => (rest, false),
        _ => (text, false),
    }
}

fn foreign(number: &str) -> Result<String, Fault> {
    match number.len() {
        0..=6 => Err(Fault::Short),
        7..=16 => Ok(format!("00{number}")),
        _ => Err(Fault::Bad),
    }
}

fn canonical(number: &str) -> Result<String, Fault> {
    let length = number.len();
    match number.as_bytes().first() {
        Some(b'0') => with_zero(number),
        Some(b'1') => match length {
            11 => Ok(number.to_owned()),
            3..=6 => Ok(number.to_owned()),
            // Beijing, its zero lost: 10 and eight digits.
            10 if number.starts_with("10") => landline(&format!("0{number}")),
            1..=10 => Err(Fault::Short),
            _ => Err(Fault::Bad),
        },
        // 95588, 96110 and their like.
        Some(b'9') if (5..=8).contains(&length) => Ok(number.to_owned()),
        _ if length == 10 && (number.starts_with("400") || number.starts_with("800")) => {
            Ok(number.to_owned())
        }
        // A local number of the office's own city.
        _ if matches!(length, 7 | 8) => Ok(number.to_owned()),
        // A landline that was a number in a spreadsheet, its zero lost.
        _ if matches!(length, 10 | 11) => landline(&format!("0{number}")),
        _ if length < 10 => Err(Fault::Short),
        _ => Err(Fault::Bad),
    }
}

fn with_zero(number: &str) -> Result<String, Fault> {
    // 0 before a mobile means "long distance" and is no part of it.
    if number.len() == 12 && number.starts_with("01") && !number.starts_with("010") {
        return Ok(number[1..].to_owned());
    }
    let tail = number.len().saturating_sub(10);
    if matches!(tail, 3 | 4) && number[tail..].starts_with("400") {
        return Ok(number[tail..].to_owned());
    }
    landline(number)
}

fn landline(number: &str) -> Result<String, Fault> {
    match Landline::parse(number) {
        Ok(landline) => Ok(landline.digits()),
        Err(LandlineError::LocalLength { area, found, .. }) => {
            let local = &number[area.len().min(number.len())..];
            // A short number with the caller's area before it: 037110086.
            let short = (3..=6).contains(&found) && local.starts_with(['1', '9']);
            match found {
                _ if short => Ok(number.to_owned()),
                0..=7 => Err(Fault::Short),
                _ => Err(Fault::Bad),
            }
        }
        Err(LandlineError::AreaCode { .. }) if number.len() < 10 => Err(Fault::Short),
        Err(_) => Err(Fault::Bad),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_number_is_the_same_however_it_is_written() {
        for raw in [
            "13800138000",
            "+86 138 0013 8000",
            "8613800138000",
            "008613800138000",
            "013800138000",
            "13800138000.0",
            "'13800138000",
            "=\"13800138000\"",
            "138-0013-8000",
            "１３８００１３８０００",
            "13,800,138,000",
        ] {
            assert_eq!(digits(raw), Ok(Some("13800138000".to_owned())), "{raw}");
        }
        for raw in [
            "0371-65650000",
            "37165650000",
            "+86 371 65650000",
            "(0371)65650000",
        ] {
            assert_eq!(digits(raw), Ok(Some("037165650000".to_owned())), "{raw}");
        }
        assert_eq!(
            digits("1065650000"),
            Ok(Some("01065650000".to_owned())),
            "Beijing"
        );
        assert_eq!(digits("0371 4001234567"), Ok(Some("4001234567".to_owned())));
    }

    #[test]
    fn short_numbers_and_numbers_from_abroad_are_numbers() {
        let told = [
            ("10086", "10086"),
            ("95588", "95588"),
            ("65650000", "65650000"),
            ("037110086", "037110086"),
            ("+852 2345 6789", "0085223456789"),
            ("0085223456789", "0085223456789"),
            ("400-123-4567", "4001234567"),
        ];
        for (raw, number) in told {
            assert_eq!(digits(raw), Ok(Some(number.to_owned())), "{raw}");
        }
    }

    #[test]
    fn lost_and_missing_digits_are_told_apart() {
        let told = [
            ("1.38E+10", Fault::Lost),
            ("1.38001e+10", Fault::Lost),
            ("######", Fault::Lost),
            ("138****8000", Fault::Short),
            ("1380013800", Fault::Short),
            ("0371-656500", Fault::Short),
            ("400123456", Fault::Short),
            ("4001", Fault::Short),
            ("", Fault::Missing),
            ("-", Fault::Missing),
            ("138001380001", Fault::Bad),
            ("张三", Fault::Bad),
            ("1380013800O", Fault::Bad),
        ];
        for (raw, fault) in told {
            assert_eq!(digits(raw), Err(fault), "{raw}");
        }
    }

    #[test]
    fn a_withheld_caller_is_nobody_and_no_fault() {
        assert_eq!(digits("匿名"), Ok(None));
        assert_eq!(digits("Anonymous"), Ok(None));
    }

    proptest! {
        #[test]
        fn whatever_stands_in_a_cell_is_read_or_refused(raw in "\\PC*") {
            if let Ok(Some(number)) = digits(&raw) {
                prop_assert!(is_digits(&number), "{}", number);
                prop_assert_eq!(digits(&number), Ok(Some(number)), "stable");
            }
        }

        #[test]
        fn numbers_of_any_length_are_stable(raw in "[0-9]{1,24}") {
            if let Ok(Some(number)) = digits(&raw) {
                prop_assert_eq!(digits(&number), Ok(Some(number)));
            }
        }
    }
}
