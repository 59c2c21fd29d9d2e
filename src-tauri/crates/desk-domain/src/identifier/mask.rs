//! Masked forms for lists and messages, after the house rule
//! `4101**********0015`. Refuses nothing: a text too short to mask is covered whole.

/// Keeps `head` characters in front and `tail` behind; one `*` for every other.
/// When that would leave fewer than four covered, all of it is covered.
#[must_use]
pub fn middle(text: &str, head: usize, tail: usize) -> String {
    let count = text.chars().count();
    let shown = head + tail;
    if count < shown + 4 {
        return "*".repeat(count);
    }
    text.chars()
        .enumerate()
        .map(|(i, c)| {
            if i < head || i >= count - tail {
                c
            } else {
                '*'
            }
        })
        .collect()
}

/// An identity number of any kind: `4101**********0015`.
#[must_use]
pub fn identity(text: &str) -> String {
    if text.chars().count() < 15 {
        middle(text, 2, 2)
    } else {
        middle(text, 4, 4)
    }
}

/// A telephone number: `138****8000`.
#[must_use]
pub fn telephone(text: &str) -> String {
    middle(text, 3, 4)
}

/// A bank account: the last four digits only.
#[must_use]
pub fn account(text: &str) -> String {
    middle(text, 0, 4)
}

/// A person's name: `张*`, `欧**`; the family name's first character stays.
#[must_use]
pub fn name(text: &str) -> String {
    text.chars()
        .enumerate()
        .map(|(i, c)| if i == 0 { c } else { '*' })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identity_numbers_keep_four_in_front_and_four_behind() {
        assert_eq!(identity("410105199003070015"), "4101**********0015");
        assert_eq!(identity("JPN110077011019"), "JPN1*******1019");
    }

    #[test]
    fn telephones_keep_three_and_four() {
        assert_eq!(telephone("13800138000"), "138****8000");
    }

    #[test]
    fn short_texts_are_covered_whole() {
        assert_eq!(identity("12345"), "*****");
        assert_eq!(telephone("12345678"), "********");
        assert_eq!(account("1234567"), "*******");
    }

    #[test]
    fn names_keep_their_first_character() {
        assert_eq!(name("张三丰"), "张**");
        assert_eq!(name(""), "");
    }
}
