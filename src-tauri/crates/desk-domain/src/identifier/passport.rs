//! 护照号码. Every country has its own form, so only the common frame is
//! checked: five to twenty letters and digits. Refuses everything else.

use super::{TextFault, compact, debug_masked, mask, text_conversions};
use crate::refusal::refusal_codes;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

/// A passport number.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Passport(String);

/// Why a text is no passport number.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PassportError {
    /// Not even looked at.
    #[error(transparent)]
    Text(#[from] TextFault),
    /// Fewer than five or more than twenty characters.
    #[error("{found} characters instead of 5 to 20")]
    Length {
        /// How many there are.
        found: usize,
    },
    /// Neither letter nor digit.
    #[error("{found} at position {position} is neither letter nor digit")]
    Character {
        /// Where, from 1.
        position: usize,
        /// What stands there.
        found: char,
    },
}

refusal_codes!(PassportError {
    Length { found } => "PassportLength",
    Character { position, found } => "PassportCharacter",
} within Text);

impl Passport {
    /// Reads a passport number; lower case, spaces and full-width forms are forgiven.
    ///
    /// # Errors
    /// [`PassportError`] says what is wrong.
    pub fn parse(raw: &str) -> Result<Self, PassportError> {
        let text = compact(raw)?.to_ascii_uppercase();
        let wrong = text
            .chars()
            .enumerate()
            .find(|(_, c)| !c.is_ascii_alphanumeric());
        if let Some((i, found)) = wrong {
            return Err(PassportError::Character {
                position: i + 1,
                found,
            });
        }
        if !(5..=20).contains(&text.len()) {
            return Err(PassportError::Length { found: text.len() });
        }
        Ok(Self(text))
    }

    /// Letters and digits, upper case.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `E1*****23`.
    #[must_use]
    pub fn masked(&self) -> String {
        mask::identity(&self.0)
    }
}

text_conversions!(Passport, PassportError);
debug_masked!(Passport);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_digits_of_a_sensible_length_are_taken() {
        assert_eq!(
            Passport::parse("e1234 5678").map(String::from),
            Ok("E12345678".to_owned())
        );
        assert_eq!(
            Passport::parse("E123"),
            Err(PassportError::Length { found: 4 })
        );
        let error = PassportError::Character {
            position: 2,
            found: '护',
        };
        assert_eq!(Passport::parse("E护照12345"), Err(error));
    }
}
