//! The first step of every identifier: what keyboards, spreadsheets and chat
//! programs add to a number is taken off (full-width forms, spaces, invisible
//! direction marks, dashes, brackets). Refuses control characters inside the
//! text, because they mean that something else than a number was pasted.

use crate::refusal::refusal_codes;
use thiserror::Error;

/// The longest identifier anyone types, with room to spare.
const LIMIT: usize = 100;

/// What may be wrong with a text before any rule of its kind is asked.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TextFault {
    /// Nothing stands there.
    #[error("empty")]
    Empty,
    /// A control character stands inside the text.
    #[error("control character at position {position}")]
    ControlCharacter {
        /// Where, from 1.
        position: usize,
    },
    /// Longer than anything of this kind.
    #[error("longer than {limit} characters")]
    TooLong {
        /// The most characters looked at.
        limit: usize,
    },
}

refusal_codes!(TextFault {
    Empty => "IdentifierEmpty",
    ControlCharacter { position } => "IdentifierControlCharacter",
    TooLong { limit } => "IdentifierTooLong",
});

/// Trims, turns full-width forms into ASCII, all spaces into one kind, all
/// dashes into `-`, and drops invisible marks.
///
/// # Errors
/// [`TextFault`] when nothing is left, a control character stands inside, or
/// the text is longer than 100 characters.
pub fn fold(raw: &str) -> Result<String, TextFault> {
    let mut text = String::with_capacity(raw.len().min(4 * LIMIT));
    for (index, found) in raw.trim().chars().enumerate() {
        if index >= LIMIT {
            return Err(TextFault::TooLong { limit: LIMIT });
        }
        if found.is_control() {
            return Err(TextFault::ControlCharacter {
                position: index + 1,
            });
        }
        text.extend(fold_char(found));
    }
    let text = text.trim();
    if text.is_empty() {
        return Err(TextFault::Empty);
    }
    Ok(text.to_owned())
}

/// [`fold`], then without spaces, dashes and brackets.
///
/// # Errors
/// As [`fold`].
pub fn compact(raw: &str) -> Result<String, TextFault> {
    let text: String = fold(raw)?
        .chars()
        .filter(|c| !matches!(c, ' ' | '-' | '(' | ')' | '[' | ']'))
        .collect();
    if text.is_empty() {
        return Err(TextFault::Empty);
    }
    Ok(text)
}

/// Takes `+86` or `0086` off; the rest, or `None` when there was no such prefix.
pub(super) fn without_country(text: &str) -> Option<&str> {
    text.strip_prefix("+86")
        .or_else(|| text.strip_prefix("0086"))
}

fn fold_char(found: char) -> Option<char> {
    match found {
        // Full-width forms stand at a fixed distance from ASCII.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(found) - 0xFEE0),
        '\u{00A0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200A}'
        | '\u{202F}'
        | '\u{205F}'
        | '\u{3000}' => Some(' '),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{30FC}' => Some('-'),
        // Zero-width and direction marks: contact lists wrap numbers in them.
        '\u{00AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}' => None,
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_forms_spaces_and_brackets_are_taken_off() {
        assert_eq!(
            compact("（０３７１）　６５６５－００００").as_deref(),
            Ok("037165650000")
        );
        assert_eq!(
            compact(" +86 138-0013—8000\t").as_deref(),
            Ok("+8613800138000")
        );
    }

    #[test]
    fn invisible_direction_marks_are_taken_off() {
        assert_eq!(
            compact("\u{202D}13800138000\u{202C}").as_deref(),
            Ok("13800138000")
        );
        assert_eq!(compact("\u{FEFF}451450"), Ok("451450".to_owned()));
    }

    #[test]
    fn control_characters_inside_are_refused_with_their_place() {
        assert_eq!(
            compact("138\u{0}0013"),
            Err(TextFault::ControlCharacter { position: 4 })
        );
        assert_eq!(
            compact("138\n0013"),
            Err(TextFault::ControlCharacter { position: 4 })
        );
    }

    #[test]
    fn nothing_is_nothing_however_it_is_spelled() {
        for raw in ["", "  ", "\u{3000}", "-", "\u{200B}", "()", "\t\r\n"] {
            assert_eq!(compact(raw), Err(TextFault::Empty), "{raw:?}");
        }
    }

    #[test]
    fn a_novel_is_no_identifier() {
        assert_eq!(
            compact(&"9".repeat(10_000)),
            Err(TextFault::TooLong { limit: 100 })
        );
    }
}
