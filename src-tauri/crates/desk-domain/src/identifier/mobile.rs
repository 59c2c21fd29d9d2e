//! Mobile numbers of the mainland: `1` and ten digits, that much is law. Which
//! prefixes are handed out is soft and only warns. Refuses landlines.

use super::normalise::without_country;
use super::{TextFault, Warning, compact, debug_masked, mask, text_conversions};
use crate::refusal::refusal_codes;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

/// A mobile number, eleven digits.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Mobile(String);

/// Why a text is no mobile number.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MobileError {
    /// Not even looked at.
    #[error(transparent)]
    Text(#[from] TextFault),
    /// Something else than a digit.
    #[error("{found} at position {position} is no digit")]
    Character {
        /// Where, from 1.
        position: usize,
        /// What stands there.
        found: char,
    },
    /// Not eleven digits.
    #[error("{found} digits instead of 11")]
    Length {
        /// How many there are.
        found: usize,
    },
    /// Does not begin with 1.
    #[error("first digit is {found}, not 1")]
    FirstDigit {
        /// What stands there.
        found: char,
    },
}

refusal_codes!(MobileError {
    Character { position, found } => "MobileCharacter",
    Length { found } => "MobileLength",
    FirstDigit { found } => "MobileFirstDigit",
} within Text);

impl Mobile {
    /// Reads a mobile number; `+86`, a leading zero, spaces, dashes, brackets
    /// and full-width digits are forgiven.
    ///
    /// # Errors
    /// [`MobileError`] says what is wrong.
    pub fn parse(raw: &str) -> Result<Self, MobileError> {
        let text = compact(raw)?;
        let digits = without_trunk(&text);
        let wrong = digits
            .chars()
            .enumerate()
            .find(|(_, c)| !c.is_ascii_digit());
        if let Some((i, found)) = wrong {
            return Err(MobileError::Character {
                position: i + 1,
                found,
            });
        }
        if digits.len() != 11 {
            return Err(MobileError::Length {
                found: digits.len(),
            });
        }
        match digits.chars().next() {
            Some('1') => Ok(Self(digits.to_owned())),
            other => Err(MobileError::FirstDigit {
                found: other.unwrap_or(' '),
            }),
        }
    }

    /// The eleven digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `138****8000`.
    #[must_use]
    pub fn masked(&self) -> String {
        mask::telephone(&self.0)
    }

    /// What is unusual about it: a prefix not handed out in 2026.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let prefix = &self.0[..3];
        if prefix_is_known(prefix) {
            return Vec::new();
        }
        vec![Warning::MobilePrefix {
            prefix: prefix.to_owned(),
        }]
    }
}

text_conversions!(Mobile, MobileError);
debug_masked!(Mobile);

/// `+86`, `0086`, a bare `86`, and the zero once dialled before a mobile elsewhere.
fn without_trunk(text: &str) -> &str {
    if let Some(rest) = without_country(text) {
        return rest;
    }
    match text.len() {
        13 => text
            .strip_prefix("86")
            .filter(|rest| rest.starts_with('1'))
            .unwrap_or(text),
        12 => text
            .strip_prefix('0')
            .filter(|rest| rest.starts_with('1'))
            .unwrap_or(text),
        _ => text,
    }
}

/// Prefixes in use in 2026: carriers, virtual carriers, satellite, things.
fn prefix_is_known(prefix: &str) -> bool {
    matches!(
        prefix.as_bytes(),
        [b'1', b'3' | b'8', b'0'..=b'9']
            | [b'1', b'4', b'0' | b'1' | b'4'..=b'9']
            | [b'1', b'5', b'0'..=b'3' | b'5'..=b'9']
            | [b'1', b'6', b'2' | b'5'..=b'7']
            | [b'1', b'7', b'0'..=b'8']
            | [b'1', b'9', b'0'..=b'3' | b'5'..=b'9']
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn imports_are_read_whatever_they_put_around_the_number() {
        for raw in [
            "13800138000",
            "+86 138 0013 8000",
            "86-13800138000",
            "(0086)138-0013-8000",
            "１３８００１３８０００",
            "013800138000",
            "\u{202D}13800138000\u{202C}",
        ] {
            assert_eq!(
                Mobile::parse(raw).map(String::from).as_deref(),
                Ok("13800138000"),
                "{raw}"
            );
        }
    }

    #[test]
    fn an_unassigned_prefix_warns_and_does_not_refuse() {
        let mobile = Mobile::parse("12012345678").unwrap();
        assert_eq!(
            mobile.warnings(),
            [Warning::MobilePrefix {
                prefix: "120".to_owned()
            }]
        );
        assert!(Mobile::parse("19912345678").unwrap().warnings().is_empty());
    }

    #[test]
    fn length_first_digit_and_characters_are_hard() {
        assert_eq!(
            Mobile::parse("1380013800"),
            Err(MobileError::Length { found: 10 })
        );
        assert_eq!(
            Mobile::parse("23800138000"),
            Err(MobileError::FirstDigit { found: '2' })
        );
        let error = MobileError::Character {
            position: 11,
            found: 'O',
        };
        assert_eq!(Mobile::parse("1380013800O"), Err(error));
        assert_eq!(
            Mobile::parse("1.38E+10"),
            Err(MobileError::Character {
                position: 2,
                found: '.'
            })
        );
    }

    #[test]
    fn it_is_masked_in_lists_and_debug_output() {
        let mobile = Mobile::parse("13800138000").unwrap();
        assert_eq!(mobile.masked(), "138****8000");
        assert_eq!(format!("{mobile:?}"), r#"Mobile("138****8000")"#);
    }

    proptest! {
        #[test]
        fn every_one_and_ten_digits_is_taken_and_kept(text in "1[0-9]{10}") {
            let mobile = Mobile::parse(&text);
            prop_assert_eq!(mobile.map(String::from), Ok(text));
        }

        #[test]
        fn nothing_else_is_taken(text in "[02-9][0-9]{10}|[0-9]{1,10}|[2-9][0-9]{11,20}") {
            prop_assert!(Mobile::parse(&text).is_err());
        }
    }
}
