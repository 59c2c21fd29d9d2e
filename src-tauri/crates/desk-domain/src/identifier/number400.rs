//! 400 numbers: ten digits that begin with 400. Owns how they are grouped when
//! shown. Which carrier a prefix belongs to is a table, because prefixes are
//! opened and numbers ported; see [`CarrierTable`](crate::stock::CarrierTable).

use super::normalise::without_country;
use super::{TextFault, compact, text_conversions};
use crate::refusal::refusal_codes;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

/// A 400 number, ten digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Number400(String);

/// How a 400 number is grouped when shown, chosen for each number so that its
/// digits are easy to remember.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DisplayForm {
    /// `400-123-4567`.
    #[default]
    ThreeThreeFour,
    /// `400-1234-567`.
    ThreeFourThree,
    /// `4001-234-567`.
    FourThreeThree,
    /// `400-1234567`.
    ThreeSeven,
    /// `40012-34567`.
    FiveFive,
    /// `4001234567`.
    Whole,
}

impl DisplayForm {
    /// Every form, for lists.
    pub const ALL: [Self; 6] = [
        Self::ThreeThreeFour,
        Self::ThreeFourThree,
        Self::FourThreeThree,
        Self::ThreeSeven,
        Self::FiveFive,
        Self::Whole,
    ];

    fn groups(self) -> &'static [usize] {
        match self {
            Self::ThreeThreeFour => &[3, 3, 4],
            Self::ThreeFourThree => &[3, 4, 3],
            Self::FourThreeThree => &[4, 3, 3],
            Self::ThreeSeven => &[3, 7],
            Self::FiveFive => &[5, 5],
            Self::Whole => &[10],
        }
    }
}

/// Why a text is no 400 number.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Number400Error {
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
    /// Not ten digits.
    #[error("{found} digits instead of 10")]
    Length {
        /// How many there are.
        found: usize,
    },
    /// Does not begin with 400.
    #[error("begins with {prefix}, not 400")]
    Prefix {
        /// The first three digits.
        prefix: String,
    },
}

refusal_codes!(Number400Error {
    Character { position, found } => "Number400Character",
    Length { found } => "Number400Length",
    Prefix { prefix } => "Number400Prefix",
} within Text);

impl Number400 {
    /// Reads a 400 number however it is grouped; `+86` is forgiven.
    ///
    /// # Errors
    /// [`Number400Error`] says what is wrong.
    pub fn parse(raw: &str) -> Result<Self, Number400Error> {
        // As call records write it, a million times over.
        let is_clean = raw.len() == 10 && raw.bytes().all(|b| b.is_ascii_digit());
        if is_clean && raw.starts_with("400") {
            return Ok(Self(raw.to_owned()));
        }
        let text = compact(raw)?;
        let digits = without_country(&text).unwrap_or(&text);
        let wrong = digits
            .chars()
            .enumerate()
            .find(|(_, c)| !c.is_ascii_digit());
        if let Some((i, found)) = wrong {
            return Err(Number400Error::Character {
                position: i + 1,
                found,
            });
        }
        if digits.len() != 10 {
            return Err(Number400Error::Length {
                found: digits.len(),
            });
        }
        if !digits.starts_with("400") {
            return Err(Number400Error::Prefix {
                prefix: digits[..3].to_owned(),
            });
        }
        Ok(Self(digits.to_owned()))
    }

    /// The ten digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first four digits, which tell the carrier.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.0[..4]
    }

    /// Grouped for people.
    #[must_use]
    pub fn shown(&self, form: DisplayForm) -> String {
        let mut rest = self.as_str();
        let mut groups = Vec::new();
        for length in form.groups() {
            let (group, tail) = rest.split_at(*length);
            groups.push(group);
            rest = tail;
        }
        groups.join("-")
    }
}

text_conversions!(Number400, Number400Error);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn it_is_read_however_it_is_grouped() {
        for raw in [
            "4001234567",
            "400-123-4567",
            "4001-234-567",
            "+86 400 1234 567",
            "４００１２３４５６７",
        ] {
            assert_eq!(
                Number400::parse(raw).map(String::from).as_deref(),
                Ok("4001234567"),
                "{raw}"
            );
        }
    }

    #[test]
    fn it_has_ten_digits_and_begins_with_400() {
        assert_eq!(
            Number400::parse("400123456"),
            Err(Number400Error::Length { found: 9 })
        );
        let error = Number400Error::Prefix {
            prefix: "800".to_owned(),
        };
        assert_eq!(Number400::parse("8001234567"), Err(error));
        let error = Number400Error::Character {
            position: 10,
            found: 'x',
        };
        assert_eq!(Number400::parse("400123456x"), Err(error));
    }

    #[test]
    fn the_default_grouping_is_three_three_four() {
        let number = Number400::parse("4008123456").unwrap();
        assert_eq!(number.shown(DisplayForm::default()), "400-812-3456");
        assert_eq!(number.shown(DisplayForm::ThreeFourThree), "400-8123-456");
        assert_eq!(number.shown(DisplayForm::FourThreeThree), "4008-123-456");
        assert_eq!(number.shown(DisplayForm::FiveFive), "40081-23456");
    }

    proptest! {
        #[test]
        fn every_grouping_reads_back_as_the_same_number(text in "400[0-9]{7}") {
            let number = Number400::parse(&text);
            prop_assert_eq!(number.as_ref().map(Number400::as_str), Ok(text.as_str()));
            for form in DisplayForm::ALL {
                let shown = number.as_ref().map(|n| n.shown(form)).unwrap_or_default();
                prop_assert_eq!(&Number400::parse(&shown), &number);
            }
        }
    }
}
