//! What spreadsheets and exports wrap around a value: spaces of every kind,
//! apostrophes, `="…"`, full-width forms. Taken off here, once, for all values.

use std::borrow::Cow;

/// A cell without its wrapping. Spaces inside stay.
pub(crate) fn bare(raw: &str) -> Cow<'_, str> {
    let mut text = strip(raw);
    // `="13800138000"` is how a careful export keeps a spreadsheet from
    // turning a number into a float.
    if let Some(quoted) = text.strip_prefix("=\"").and_then(|t| t.strip_suffix('"')) {
        text = strip(quoted);
    }
    text = text.trim_start_matches(['\'', '’', '‘', '`']);
    text = strip(text);
    if text.is_ascii() {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().filter_map(narrow).collect())
    }
}

/// Whether a cell says nothing: empty, or one of the marks for "nothing".
pub(crate) fn is_blank(raw: &str) -> bool {
    let stripped = strip(raw);
    // A digit or a letter at the front, and no word for "nothing".
    if stripped.starts_with(char::is_alphanumeric)
        && !stripped.starts_with(['n', 'N', '无', 'ｎ', 'Ｎ'])
    {
        return false;
    }
    let text = bare(stripped);
    text.is_empty()
        || text.chars().all(|c| matches!(c, '-' | '/' | '\\'))
        || text.eq_ignore_ascii_case("null")
        || text.as_ref() == "无"
}

/// Whether a row says nothing at all.
pub(crate) fn is_blank_row(cells: &[String]) -> bool {
    cells.iter().all(|cell| strip(cell).is_empty())
}

/// How many cells there are up to the last one that says something.
pub(crate) fn width(cells: &[String]) -> usize {
    cells
        .iter()
        .rposition(|cell| !strip(cell).is_empty())
        .map_or(0, |last| last + 1)
}

/// A text cell to be kept as it is; `None` when it says nothing.
pub(crate) fn words(raw: &str) -> Option<String> {
    (!is_blank(raw)).then(|| strip(raw).to_owned())
}

fn strip(text: &str) -> &str {
    // Most cells are clean, and this is asked of every one of millions.
    let clean = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_graphic);
    if clean(text.as_bytes().first()) && clean(text.as_bytes().last()) {
        return text;
    }
    text.trim_matches(|c: char| c.is_whitespace() || c.is_control() || is_invisible(c))
}

/// Zero-width and direction marks, and the mark some files begin with.
fn is_invisible(sign: char) -> bool {
    matches!(sign, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

fn narrow(sign: char) -> Option<char> {
    match sign {
        // Full-width forms stand at a fixed distance from ASCII.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(sign) - 0xFEE0),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        '\u{00B7}' | '\u{3002}' => Some('.'),
        c if is_invisible(c) => None,
        c if c.is_whitespace() => Some(' '),
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_exports_wrap_around_a_value_is_taken_off() {
        for raw in [
            "13800138000",
            " 13800138000\t",
            "'13800138000",
            "=\"13800138000\"",
            "=\"'13800138000 \"",
            "１３８００１３８０００",
            "\u{feff}13800138000\u{202c}",
            "\u{3000}13800138000\u{a0}",
        ] {
            assert_eq!(bare(raw), "13800138000", "{raw:?}");
        }
    }

    #[test]
    fn marks_for_nothing_are_nothing() {
        for raw in ["", " ", "\t", "-", "--", "/", "NULL", "无", "\u{3000}", "'"] {
            assert!(is_blank(raw), "{raw:?}");
        }
        assert!(!is_blank("0"));
    }

    #[test]
    fn trailing_tabs_are_no_columns() {
        let cells = ["a", "", "b", "\t", ""].map(str::to_owned);
        assert_eq!(width(&cells), 3);
    }
}
