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

/// A number of an identity paper with its middle hidden: 4101**********0015.
pub(crate) fn masked(number: &str) -> String {
    const ENDS: usize = 4;
    let length = number.chars().count();
    let hidden = |at: usize| length <= 2 * ENDS || (ENDS..length - ENDS).contains(&at);
    let letters = number.chars().enumerate();
    letters
        .map(|(at, letter)| if hidden(at) { '*' } else { letter })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn only_the_ends_of_an_identity_number_are_shown() {
        assert_eq!(masked("410101199001010015"), "4101**********0015");
        assert_eq!(masked("E1234567"), "********");
        assert_eq!(masked(""), "");
    }
}
