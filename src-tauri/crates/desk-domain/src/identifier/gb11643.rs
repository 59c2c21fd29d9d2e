//! What GB 11643-1999 numbers have in common, be they a citizen's or a
//! permanent resident's: eighteen places, a birth date in places 7–14, a
//! sequence number whose last digit tells the sex, an ISO 7064 MOD 11-2 check.

use chrono::{Datelike, NaiveDate};

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];

/// Nobody born before is alive, and nobody born after has a card yet.
const YEARS: std::ops::RangeInclusive<i32> = 1880..=2099;

/// What may be wrong with such a number.
pub(super) enum Fault {
    Length(usize),
    Character { position: usize, found: char },
    BirthDate(String),
    CheckDigit { expected: char, found: char },
}

/// Upper case, and the signs people use for the last `X`.
pub(super) fn with_capital_x(text: &str) -> String {
    text.replace(['×', '✕', 'x', 'Х', 'х'], "X")
}

/// Checks all eighteen places of a compacted text and gives the birth date.
pub(super) fn check(text: &str) -> Result<NaiveDate, Fault> {
    let places: Vec<char> = text.chars().collect();
    if places.len() != 18 {
        return Err(Fault::Length(places.len()));
    }
    let wrong = places
        .iter()
        .enumerate()
        .find(|(i, c)| !(c.is_ascii_digit() || (*i == 17 && **c == 'X')));
    if let Some((index, found)) = wrong {
        return Err(Fault::Character {
            position: index + 1,
            found: *found,
        });
    }
    let expected = check_digit(&places);
    if expected != places[17] {
        return Err(Fault::CheckDigit {
            expected,
            found: places[17],
        });
    }
    // A date in error says nothing about who it is, so it may be named.
    let written = &text[6..14];
    NaiveDate::parse_from_str(written, "%Y%m%d")
        .ok()
        .filter(|date| YEARS.contains(&date.year()))
        .ok_or_else(|| Fault::BirthDate(written.to_owned()))
}

/// Whether the sequence number (places 15–17) of a checked number is odd: male.
pub(super) fn is_male(text: &str) -> bool {
    text.as_bytes().get(16).is_some_and(|digit| digit % 2 == 1)
}

fn check_digit(places: &[char]) -> char {
    let sum: u32 = places
        .iter()
        .zip(WEIGHTS)
        .map(|(c, weight)| c.to_digit(10).unwrap_or(0) * weight)
        .sum();
    CHECK[(sum % 11) as usize]
}
