//! Letters as they stand on paper, whichever way the reader spelled them:
//! full and half width, dots, dashes and brackets brought to one form. Refuses
//! to touch anything that changes what is said.

use crate::reading::Letter;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Traditional letters each followed by its simplified form; letters that
/// people carry in their names (昇, 堃, 喆 …) are left out on purpose.
const TRADITIONAL: &str = include_str!("traditional.txt");
/// A letter that was read in its traditional form is no surer than this.
const OTHER_FORM: f32 = 0.85;

/// Licences and cards are printed in simplified letters; a reader that knows
/// both forms takes one for the other.
fn simplified(sign: char) -> Option<char> {
    static TABLE: OnceLock<HashMap<char, char>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let signs: Vec<char> = TRADITIONAL.chars().filter(|sign| is_han(*sign)).collect();
        signs
            .chunks_exact(2)
            .map(|pair| (pair[0], pair[1]))
            .collect()
    });
    table.get(&sign).copied()
}

/// A sign in the one form this crate works in, before it is known what it
/// stands beside; `None` for blanks and for what no print holds.
pub(super) fn plain(sign: char) -> Option<char> {
    match sign {
        sign if sign.is_whitespace() || sign.is_control() => None,
        '\u{00AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}' => None,
        '•' | '・' | '∙' | '⋅' | '‧' | '･' | '●' | '˙' => Some('·'),
        '—' | '–' | '−' | '‐' | '‑' | '﹣' | '─' => Some('-'),
        '＂' | '“' | '”' => Some('"'),
        '〔' | '﹙' => Some('('),
        '〕' | '﹚' => Some(')'),
        '｡' => Some('。'),
        '、' | '。' => Some(sign),
        '\u{FF01}'..='\u{FF5E}' => {
            char::from_u32(u32::from(sign) - 0xFEE0).filter(|plain| plain.is_ascii_graphic())
        }
        other => Some(other),
    }
}

/// Letters with blanks taken out and signs in plain form, rivals included.
pub(super) fn tidy(letters: &[Letter]) -> Vec<Letter> {
    letters
        .iter()
        .filter_map(|letter| {
            let read = plain(letter.character)?;
            let form = simplified(read);
            let character = form.unwrap_or(read);
            // A rival that is the same sign in other clothes is no rival.
            let mut confidence = letter.confidence;
            let mut others: Vec<(char, f32)> = Vec::new();
            for (rival, share) in &letter.others {
                let rival = plain(*rival).map(|rival| simplified(rival).unwrap_or(rival));
                match rival {
                    Some(same) if same == character => confidence += share,
                    Some(rival) => others.push((rival, *share)),
                    None => {}
                }
            }
            let most = if form.is_some() { OTHER_FORM } else { 1.0 };
            let confidence = if confidence.is_finite() {
                confidence.clamp(0.0, most)
            } else {
                0.0
            };
            Some(Letter {
                character,
                confidence,
                at: letter.at,
                others,
            })
        })
        .collect()
}

/// The letters as one text.
pub(super) fn text(letters: &[Letter]) -> String {
    letters.iter().map(|letter| letter.character).collect()
}

/// Whether a character is written in Chinese.
pub(crate) fn is_han(sign: char) -> bool {
    matches!(u32::from(sign),
        0x3007 | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

/// Whether a sign is punctuation that a reader sees in dust.
pub(super) fn is_speck(sign: char) -> bool {
    matches!(
        sign,
        '·' | '.' | ',' | '\'' | '"' | '`' | '-' | '_' | ':' | ';' | '、' | '|' | '~' | '^' | '*'
    )
}

/// Whether a sign is a ticked box, as which the strokes of a label are read
/// where they reach into its value. No value holds one.
pub(super) fn is_box(sign: char) -> bool {
    matches!(sign, '☑' | '☒' | '✓' | '✔')
}

/// Punctuation as Chinese print sets it: full width beside Chinese characters,
/// as it stands within numbers and Latin words.
pub(super) fn chinese_punctuation(plain: &str) -> String {
    let signs: Vec<char> = plain.chars().collect();
    let wide = |at: usize| {
        let near = |step: isize| {
            at.checked_add_signed(step)
                .and_then(|at| signs.get(at))
                .copied()
        };
        let chinese = |sign: Option<char>| {
            sign.is_some_and(|sign| is_han(sign) || "(),;:。、".contains(sign))
        };
        chinese(near(-1)) || chinese(near(1))
    };
    let brackets_are_wide = signs
        .iter()
        .enumerate()
        .any(|(at, sign)| matches!(sign, '(' | ')') && wide(at));
    signs
        .iter()
        .enumerate()
        .map(|(at, sign)| match sign {
            '(' if brackets_are_wide => '（',
            ')' if brackets_are_wide => '）',
            ',' if wide(at) => '，',
            ';' if wide(at) => '；',
            ':' if wide(at) => '：',
            other => *other,
        })
        .collect()
}

/// Whether brackets open before they close and close as often as they open.
pub(super) fn brackets_match(plain: &str) -> bool {
    let mut open = 0_i32;
    for sign in plain.chars() {
        match sign {
            '(' | '（' | '[' => open += 1,
            ')' | '）' | ']' => open -= 1,
            _ => {}
        }
        if open < 0 {
            return false;
        }
    }
    open == 0
}
