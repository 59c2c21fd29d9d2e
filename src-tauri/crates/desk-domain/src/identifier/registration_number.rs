//! 工商注册号, GS 15-2006: fifteen digits, the last one a check by ISO 7064
//! MOD 11,10. Legacy: replaced by the credit code since 2015, still found on
//! licences that were never exchanged. Refuses anything but digits.

use super::{TextFault, Warning, compact, province, text_conversions};
use crate::refusal::refusal_codes;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

/// A fifteen-digit registration number that passes its check.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct RegistrationNumber(String);

/// Why a text is no registration number.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RegistrationNumberError {
    /// Not even looked at.
    #[error(transparent)]
    Text(#[from] TextFault),
    /// Not fifteen characters.
    #[error("{found} characters instead of 15")]
    Length {
        /// How many there are.
        found: usize,
    },
    /// Something else than a digit.
    #[error("{found} at position {position} is no digit")]
    Character {
        /// Where, from 1.
        position: usize,
        /// What stands there.
        found: char,
    },
    /// The check digit does not fit the others.
    #[error("check digit should be {expected}, is {found}")]
    CheckDigit {
        /// What the standard gives.
        expected: char,
        /// What stands there.
        found: char,
    },
}

refusal_codes!(RegistrationNumberError {
    Length { found } => "RegistrationNumberLength",
    Character { position, found } => "RegistrationNumberCharacter",
    CheckDigit { expected, found } => "RegistrationNumberCheckDigit",
} within Text);

impl RegistrationNumber {
    /// Reads a registration number; spaces, dashes and full-width digits are forgiven.
    ///
    /// # Errors
    /// [`RegistrationNumberError`] says which character or which check is wrong.
    pub fn parse(raw: &str) -> Result<Self, RegistrationNumberError> {
        let text = compact(raw)?;
        let found = text.chars().count();
        if found != 15 {
            return Err(RegistrationNumberError::Length { found });
        }
        let digits = text
            .chars()
            .enumerate()
            .map(|(i, found)| {
                let character = RegistrationNumberError::Character {
                    position: i + 1,
                    found,
                };
                found.to_digit(10).ok_or(character)
            })
            .collect::<Result<Vec<u32>, _>>()?;
        let expected = char::from_digit(check_digit(&digits[..14]), 10).unwrap_or('0');
        let found = char::from_digit(digits[14], 10).unwrap_or('0');
        if expected != found {
            return Err(RegistrationNumberError::CheckDigit { expected, found });
        }
        Ok(Self(text))
    }

    /// The fifteen digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// 首次登记机关代码: the six digits of the registering authority.
    #[must_use]
    pub fn region(&self) -> &str {
        &self.0[..6]
    }

    /// What is unusual about it: a province nobody knows.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let region = &self.0[..2];
        // 100000 stands for the national authority.
        if self.region() == "100000" || province(region).is_some() {
            return Vec::new();
        }
        vec![Warning::Region {
            region: region.to_owned(),
        }]
    }
}

text_conversions!(RegistrationNumber, RegistrationNumberError);

/// ISO 7064 MOD 11,10: the running product starts at 10.
fn check_digit(digits: &[u32]) -> u32 {
    let product = digits.iter().fold(10, |product, digit| {
        let sum = (product + digit) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    (11 - product) % 10
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_example_of_the_standard_is_valid() {
        let number = RegistrationNumber::parse("110108000000016");
        assert_eq!(number.map(String::from).as_deref(), Ok("110108000000016"));
    }

    #[test]
    fn a_wrong_check_digit_says_which_one_is_right() {
        let error = RegistrationNumberError::CheckDigit {
            expected: '6',
            found: '7',
        };
        assert_eq!(RegistrationNumber::parse("110108000000017"), Err(error));
    }

    #[test]
    fn letters_and_lengths_are_named() {
        let error = RegistrationNumberError::Character {
            position: 15,
            found: 'X',
        };
        assert_eq!(RegistrationNumber::parse("11010800000001X"), Err(error));
        let error = RegistrationNumberError::Length { found: 14 };
        assert_eq!(RegistrationNumber::parse("11010800000001"), Err(error));
    }

    /// The check as ISO 7064 words it for checking: carry on over all fifteen
    /// digits without doubling at the end, and the sum must be 1 modulo 10.
    fn passes(digits: &[u32]) -> bool {
        let mut carried = 10;
        for digit in &digits[..14] {
            let mut sum = carried + digit;
            while sum > 10 {
                sum -= 10;
            }
            carried = if 2 * sum >= 11 { 2 * sum - 11 } else { 2 * sum };
        }
        (carried + digits[14]) % 10 == 1
    }

    fn text(digits: &[u32]) -> String {
        digits.iter().map(ToString::to_string).collect()
    }

    proptest! {
        #[test]
        fn exactly_one_check_digit_fits(body in prop::collection::vec(0_u32..10, 14)) {
            let candidates = (0..10).map(|last| [body.as_slice(), &[last]].concat());
            let mut fitting = 0;
            for digits in candidates {
                let accepted = RegistrationNumber::parse(&text(&digits)).is_ok();
                prop_assert_eq!(accepted, passes(&digits));
                fitting += usize::from(accepted);
            }
            prop_assert_eq!(fitting, 1);
        }

        #[test]
        fn one_wrong_digit_never_passes(
            body in prop::collection::vec(0_u32..10, 14), at in 0_usize..15, step in 1_u32..10,
        ) {
            let mut digits = (0..10)
                .map(|last| [body.as_slice(), &[last]].concat())
                .find(|digits| passes(digits))
                .unwrap_or_default();
            digits[at] = (digits[at] + step) % 10;
            prop_assert!(RegistrationNumber::parse(&text(&digits)).is_err());
        }
    }
}
