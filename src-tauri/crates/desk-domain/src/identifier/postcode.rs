//! 邮政编码: six digits, the first two of them the province. Refuses numbers
//! that begin with 00, which are placeholders.

use super::{TextFault, Warning, compact, text_conversions};
use crate::refusal::refusal_codes;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

/// A postcode, six digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Postcode(String);

/// Why a text is no postcode.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PostcodeError {
    /// Not even looked at.
    #[error(transparent)]
    Text(#[from] TextFault),
    /// Not six characters.
    #[error("{found} characters instead of 6")]
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
    /// Begins with 00: no place has such a code.
    #[error("begins with 00")]
    Placeholder,
}

refusal_codes!(PostcodeError {
    Length { found } => "PostcodeLength",
    Character { position, found } => "PostcodeCharacter",
    Placeholder => "PostcodePlaceholder",
} within Text);

impl Postcode {
    /// Reads a postcode; spaces and full-width digits are forgiven.
    ///
    /// # Errors
    /// [`PostcodeError`] says what is wrong.
    pub fn parse(raw: &str) -> Result<Self, PostcodeError> {
        let text = compact(raw)?;
        let wrong = text.chars().enumerate().find(|(_, c)| !c.is_ascii_digit());
        if let Some((i, found)) = wrong {
            return Err(PostcodeError::Character {
                position: i + 1,
                found,
            });
        }
        if text.len() != 6 {
            return Err(PostcodeError::Length { found: text.len() });
        }
        if text.starts_with("00") {
            return Err(PostcodeError::Placeholder);
        }
        Ok(Self(text))
    }

    /// The six digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is unusual about it: a region the post does not have.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let region = &self.0[..2];
        // Provinces hold 01–86 with gaps; 99 is Hong Kong, Macao and Taiwan.
        let known = matches!(
            region,
            "01" | "02"
                | "03"
                | "04"
                | "05"
                | "06"
                | "07"
                | "10"
                | "11"
                | "12"
                | "13"
                | "15"
                | "16"
        ) || matches!(
            region.parse::<u8>(),
            Ok(20..=36 | 40..=57 | 61..=69 | 71..=86 | 99)
        );
        if known {
            return Vec::new();
        }
        vec![Warning::PostcodeRegion {
            region: region.to_owned(),
        }]
    }
}

text_conversions!(Postcode, PostcodeError);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_digits_are_taken() {
        assert_eq!(
            Postcode::parse("４５００００").map(String::from).as_deref(),
            Ok("450000")
        );
        for raw in [
            "100000", "018000", "230000", "710000", "830000", "518000", "999077",
        ] {
            assert!(Postcode::parse(raw).unwrap().warnings().is_empty(), "{raw}");
        }
    }

    #[test]
    fn placeholders_lengths_and_letters_are_refused() {
        assert_eq!(Postcode::parse("000000"), Err(PostcodeError::Placeholder));
        assert_eq!(
            Postcode::parse("45000"),
            Err(PostcodeError::Length { found: 5 })
        );
        let error = PostcodeError::Character {
            position: 6,
            found: 'O',
        };
        assert_eq!(Postcode::parse("45000O"), Err(error));
    }

    #[test]
    fn an_unknown_region_warns_and_does_not_refuse() {
        let warnings = Postcode::parse("900000").unwrap().warnings();
        assert_eq!(
            warnings,
            [Warning::PostcodeRegion {
                region: "90".to_owned()
            }]
        );
    }
}
