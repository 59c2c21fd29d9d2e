//! Owns the form of the recovery code: thirty characters in six groups, the
//! last of each group checking it. Refuses to let a slip of the finger look
//! like a wrong code.

use std::fmt;

use zeroize::{Zeroize, Zeroizing};

use crate::{StoreError, StoreResult, random};

/// Digits and capitals without 0, 1, I, L and O, which are misread; 31 of
/// them, a prime, so that the weighted sum below catches every single wrong
/// character and every swap of neighbours.
const ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const GROUPS: usize = 6;
const GROUP: usize = 5;
const LENGTH: usize = GROUPS * GROUP;

/// The code that lets a manager back in when a password is forgotten.
///
/// Shown once, when the store is founded or the code renewed; the store keeps
/// only what the code opens. It holds 24 free characters: 118 bits.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(Zeroizing<String>);

impl RecoveryCode {
    pub(crate) fn generate() -> StoreResult<Self> {
        let mut code = Zeroizing::new(String::with_capacity(LENGTH));
        for group in 0..GROUPS {
            let mut values = [0_usize; GROUP - 1];
            for value in &mut values {
                *value = any_symbol()?;
            }
            code.extend(values.iter().map(|v| char::from(ALPHABET[*v])));
            code.push(char::from(ALPHABET[check_symbol(group, &values)]));
            values.zeroize();
        }
        Ok(Self(code))
    }

    /// Reads a code as typed: small letters, spaces and dashes of any kind
    /// between the groups are fine.
    ///
    /// # Errors
    /// `RecoveryCodeLength`; `RecoveryCodeTypo` naming the first wrong group.
    pub fn parse(typed: &str) -> StoreResult<Self> {
        let code: Zeroizing<String> = Zeroizing::new(
            typed
                .chars()
                .filter(|c| !c.is_whitespace() && !"-—–－_·.".contains(*c))
                .map(narrow)
                .collect(),
        );
        let found = code.chars().count();
        if found != LENGTH {
            return Err(StoreError::RecoveryCodeLength {
                found,
                expected: LENGTH,
            });
        }
        let values: Vec<Option<usize>> = code.chars().map(value_of).collect();
        for (group, part) in values.chunks(GROUP).enumerate() {
            let known: Option<Vec<usize>> = part.iter().copied().collect();
            let right = known.is_some_and(|v| check_symbol(group, &v[..GROUP - 1]) == v[GROUP - 1]);
            if !right {
                return Err(StoreError::RecoveryCodeTypo { group: group + 1 });
            }
        }
        Ok(Self(code))
    }

    pub(crate) fn secret(&self) -> &str {
        &self.0
    }
}

/// Capital, and half-width where an input method made it full-width.
fn narrow(c: char) -> char {
    let half = match u32::from(c) {
        wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    half.to_ascii_uppercase()
}

fn value_of(c: char) -> Option<usize> {
    ALPHABET.iter().position(|a| char::from(*a) == c)
}

/// Weighted sum mod 31; the group's number goes in, so that two groups
/// written down in the wrong order are noticed too.
fn check_symbol(group: usize, values: &[usize]) -> usize {
    let sum: usize = values.iter().enumerate().map(|(i, v)| (i + 2) * v).sum();
    (sum + 7 * group + 1) % ALPHABET.len()
}

/// One unbiased symbol: bytes of 248 and above are thrown away.
fn any_symbol() -> StoreResult<usize> {
    loop {
        let byte = usize::from(random::secret::<1>()?[0]);
        if byte < ALPHABET.len() * 8 {
            return Ok(byte % ALPHABET.len());
        }
    }
}

impl fmt::Display for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, c) in self.0.chars().enumerate() {
            if i > 0 && i % GROUP == 0 {
                f.write_str("-")?;
            }
            write!(f, "{c}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn code_of(values: &[usize]) -> String {
        let mut code = String::new();
        for (group, part) in values.chunks(GROUP - 1).enumerate() {
            code.extend(part.iter().map(|v| char::from(ALPHABET[*v])));
            code.push(char::from(ALPHABET[check_symbol(group, part)]));
        }
        code
    }

    prop_compose! {
        fn any_code()(values in proptest::collection::vec(0..31_usize, 24)) -> String {
            code_of(&values)
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_can_be_typed_back(_seed in 0..20_u8) {
            let code = RecoveryCode::generate().unwrap();
            let typed = RecoveryCode::parse(&code.to_string()).unwrap();
            prop_assert!(typed == code);
        }

        #[test]
        fn any_one_wrong_character_is_noticed(code in any_code(), i in 0..30_usize, v in 0..31_usize) {
            let wrong = char::from(ALPHABET[v]);
            let typed: String =
                code.chars().enumerate().map(|(j, c)| if i == j { wrong } else { c }).collect();
            let read = RecoveryCode::parse(&typed);
            if typed == code {
                prop_assert!(read.is_ok());
            } else {
                let typo = matches!(read, Err(StoreError::RecoveryCodeTypo { group }) if group == i / 5 + 1);
                prop_assert!(typo);
            }
        }

        #[test]
        fn any_two_neighbours_swapped_are_noticed(code in any_code(), i in 0..29_usize) {
            let mut typed: Vec<char> = code.chars().collect();
            typed.swap(i, i + 1);
            let typed: String = typed.into_iter().collect();
            prop_assert_eq!(RecoveryCode::parse(&typed).is_ok(), typed == code);
        }

        #[test]
        fn any_two_groups_swapped_are_noticed(code in any_code(), a in 0..6_usize, b in 0..6_usize) {
            let mut groups: Vec<String> =
                (0..6).map(|g| code[g * 5..g * 5 + 5].to_owned()).collect();
            groups.swap(a, b);
            prop_assert_eq!(RecoveryCode::parse(&groups.concat()).is_ok(), a == b || groups.concat() == code);
        }

        #[test]
        fn no_text_makes_the_parser_fall_over(text in "\\PC{0,60}") {
            let _ = RecoveryCode::parse(&text);
        }
    }

    #[test]
    fn full_width_small_letters_and_any_separator_are_read() {
        let code = code_of(&(0..24).collect::<Vec<_>>());
        let wide: String = code
            .to_lowercase()
            .chars()
            .map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap())
            .collect();
        assert_eq!(
            RecoveryCode::parse(&format!("  {wide}—　"))
                .unwrap()
                .secret(),
            code
        );
    }
}
