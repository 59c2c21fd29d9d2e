//! Dates as papers print them: 2010年09月13日, 2010-09-13, 2010.09.13,
//! 二〇一〇年九月十三日, 长期. Refuses days that never were.

use chrono::{Datelike, NaiveDate};

/// A date found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// The day.
    pub(super) day: NaiveDate,
    /// As printed, signs in one form.
    pub(super) text: String,
    /// Letters were taken for the digits they look like.
    pub(super) guessed: bool,
    /// Where it begins and ends, in characters.
    pub(super) span: (usize, usize),
}

/// Nobody born before is alive, and papers do not reach further than this.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// The digit a sign is, or looks like between digits.
pub(super) fn digit(sign: char) -> Option<(u32, bool)> {
    if let Some(value) = sign.to_digit(10) {
        return Some((value, false));
    }
    let value = match sign {
        'O' | 'o' | 'D' | 'Q' => 0,
        'I' | 'l' | 'i' | '|' | '丨' | '!' | '[' | ']' => 1,
        'Z' | 'z' => 2,
        'S' | 's' => 5,
        'b' | 'G' => 6,
        'B' => 8,
        'g' | 'q' => 9,
        _ => return None,
    };
    Some((value, true))
}

fn chinese_digit(sign: char) -> Option<u32> {
    let place = "〇一二三四五六七八九"
        .chars()
        .position(|digit| digit == sign);
    let place = place.or_else(|| (sign == '零' || sign == '○').then_some(0));
    place.and_then(|place| u32::try_from(place).ok())
}

/// Every date in a text, in order.
pub(super) fn find(text: &str) -> Vec<Found> {
    let signs: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        match arabic(&signs, at).or_else(|| chinese(&signs, at)) {
            Some(date) => {
                at = date.span.1;
                found.push(date);
            }
            None => at += 1,
        }
    }
    found
}

/// Whether a text says 长期 or what older papers say for it.
pub(super) fn is_long_term(text: &str) -> bool {
    ["长期", "永久", "无固定期限"]
        .iter()
        .any(|word| text.contains(word))
}

fn arabic(signs: &[char], start: usize) -> Option<Found> {
    let mut guessed = false;
    let mut at = start;
    let mut number = |at: &mut usize, least: usize, most: usize| {
        let (value, printed, looks) = number(signs, at, most)?;
        guessed |= looks;
        (printed.len() >= least).then_some((value, printed))
    };
    let (year, printed_year) = number(&mut at, 4, 4)?;
    let year_sign = separator(signs, &mut at, "年");
    let padded = if year_sign.is_none() { 2 } else { 1 };
    let (month, printed_month) = number(&mut at, padded, 2)?;
    let month_sign = separator(signs, &mut at, "月");
    let padded = if month_sign.is_none() { 2 } else { 1 };
    let (day, printed_day) = number(&mut at, padded, 2)?;
    let is_chinese = year_sign == Some('年') || month_sign == Some('月');
    if year_sign.is_none() && month_sign.is_none() {
        return None;
    }
    let day_sign = signs
        .get(at)
        .filter(|sign| is_chinese && "日曰目".contains(**sign));
    at += usize::from(day_sign.is_some());
    let day = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    let text = match (is_chinese, year_sign) {
        (true, _) => format!("{printed_year}年{printed_month}月{printed_day}日"),
        (false, Some('-')) => format!("{printed_year}-{printed_month}-{printed_day}"),
        (false, Some('/')) => format!("{printed_year}/{printed_month}/{printed_day}"),
        (false, _) => format!("{printed_year}.{printed_month}.{printed_day}"),
    };
    let follows_digit = start > 0 && signs[start - 1].is_ascii_digit();
    // A sign of 年月日 that was lost is no other date, but worth a look.
    let lost = is_chinese && (year_sign.is_none() || month_sign.is_none());
    YEARS.contains(&day.year()).then_some(Found {
        day,
        text,
        guessed: guessed || lost || follows_digit,
        span: (start, at),
    })
}

/// A number of up to `most` digits: its value, its digits, and whether letters
/// were taken for some of them.
fn number(signs: &[char], at: &mut usize, most: usize) -> Option<(u32, String, bool)> {
    let (mut value, mut printed, mut guessed) = (0, String::new(), false);
    while printed.len() < most {
        let Some((next, looks)) = signs.get(*at).and_then(|sign| digit(*sign)) else {
            break;
        };
        guessed |= looks;
        value = value * 10 + next;
        printed.push(char::from_digit(next, 10)?);
        *at += 1;
    }
    Some((value, printed, guessed))
}

/// The sign between two numbers, if there is one; specks beside it are passed over.
fn separator(signs: &[char], at: &mut usize, chinese: &str) -> Option<char> {
    let mut seen = None;
    while let Some(sign) = signs.get(*at) {
        let kind = match sign {
            sign if chinese.contains(*sign) => *sign,
            '.' | ',' | '·' | '。' | '、' | ':' => '.',
            '-' | '~' | '一' => '-',
            '/' => '/',
            _ => break,
        };
        if seen.is_none_or(|seen| seen == '.') {
            seen = Some(kind);
        } else {
            break;
        }
        *at += 1;
    }
    seen
}

/// 二〇一〇年九月十三日, as registrars wrote until about 2014.
fn chinese(signs: &[char], start: usize) -> Option<Found> {
    let mut year = 0;
    for at in start..start + 4 {
        year = year * 10 + i32::try_from(chinese_digit(*signs.get(at)?)?).ok()?;
    }
    if signs.get(start + 4) != Some(&'年') {
        return None;
    }
    let (month, at_month) = number_until(signs, start + 5, "月")?;
    let (day, end) = number_until(signs, at_month, "日曰")?;
    let day = NaiveDate::from_ymd_opt(year, month, day)?;
    YEARS.contains(&day.year()).then(|| Found {
        day,
        text: signs[start..end].iter().collect(),
        guessed: false,
        span: (start, end),
    })
}

fn number_until(signs: &[char], from: usize, end: &str) -> Option<(u32, usize)> {
    let length = signs
        .get(from..)?
        .iter()
        .take(4)
        .position(|sign| end.contains(*sign))?;
    let value = below_hundred(&signs[from..from + length])?;
    Some((value, from + length + 1))
}

fn below_hundred(signs: &[char]) -> Option<u32> {
    let ten = signs.iter().position(|sign| *sign == '十');
    let units = |signs: &[char]| match signs {
        [] => Some(0),
        [one] => chinese_digit(*one),
        _ => None,
    };
    match ten {
        None => signs
            .first()
            .filter(|_| signs.len() == 1)
            .and_then(|sign| chinese_digit(*sign)),
        Some(0) => Some(10 + units(&signs[1..])?),
        Some(1) => Some(chinese_digit(signs[0])? * 10 + units(&signs[2..])?),
        Some(_) => None,
    }
}
