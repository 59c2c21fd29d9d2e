//! 外国人永久居留身份证: until November 2023 three letters of nationality and
//! twelve digits, since then eighteen places that begin with 9 and follow
//! GB 11643. Refuses citizens' numbers. The old kind's check digit was never
//! published in a standard, so it is not judged.

use super::{TextFault, Warning, compact, debug_masked, gb11643, mask, text_conversions};
use crate::identifier::Sex;
use crate::refusal::refusal_codes;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

/// The number of a foreigner's permanent residence card.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct PermanentResident {
    text: String,
    /// Only the newer kind tells the century.
    birth: Option<NaiveDate>,
}

/// Why a text is no such number.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PermanentResidentError {
    /// Not even looked at.
    #[error(transparent)]
    Text(#[from] TextFault),
    /// Neither fifteen nor eighteen characters.
    #[error("{found} characters instead of 15 or 18")]
    Length {
        /// How many there are.
        found: usize,
    },
    /// Eighteen places that do not begin with 9.
    #[error("first digit is not 9")]
    FirstDigit,
    /// A character that cannot stand there.
    #[error("{found} at position {position} cannot stand there")]
    Character {
        /// Where, from 1.
        position: usize,
        /// What stands there.
        found: char,
    },
    /// Places 7–14 are no day.
    #[error("no birth date: {date}")]
    BirthDate {
        /// The eight digits.
        date: String,
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

refusal_codes!(PermanentResidentError {
    Length { found } => "PermanentResidentLength",
    FirstDigit => "PermanentResidentFirstDigit",
    Character { position, found } => "PermanentResidentCharacter",
    BirthDate { date } => "PermanentResidentBirthDate",
    CheckDigit { expected, found } => "PermanentResidentCheckDigit",
} within Text);

impl From<gb11643::Fault> for PermanentResidentError {
    fn from(fault: gb11643::Fault) -> Self {
        match fault {
            gb11643::Fault::Length(found) => Self::Length { found },
            gb11643::Fault::Character { position, found } => Self::Character { position, found },
            gb11643::Fault::BirthDate(date) => Self::BirthDate { date },
            gb11643::Fault::CheckDigit { expected, found } => Self::CheckDigit { expected, found },
        }
    }
}

impl PermanentResident {
    /// Reads a card's number of either kind; lower case, spaces and full-width
    /// forms are forgiven.
    ///
    /// # Errors
    /// [`PermanentResidentError`] says which character, date or check is wrong.
    pub fn parse(raw: &str) -> Result<Self, PermanentResidentError> {
        let text = gb11643::with_capital_x(&compact(raw)?).to_ascii_uppercase();
        match text.chars().count() {
            15 => Self::before_2023(text),
            18 if !text.starts_with('9') => Err(PermanentResidentError::FirstDigit),
            18 => {
                let birth = gb11643::check(&text)?;
                Ok(Self {
                    text,
                    birth: Some(birth),
                })
            }
            found => Err(PermanentResidentError::Length { found }),
        }
    }

    fn before_2023(text: String) -> Result<Self, PermanentResidentError> {
        let wrong = text.chars().enumerate().find(|(i, c)| {
            if *i < 3 {
                !c.is_ascii_uppercase()
            } else {
                !c.is_ascii_digit()
            }
        });
        match wrong {
            Some((i, found)) => Err(PermanentResidentError::Character {
                position: i + 1,
                found,
            }),
            None => Ok(Self { text, birth: None }),
        }
    }

    /// The fifteen or eighteen characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// `9326**********0017`.
    #[must_use]
    pub fn masked(&self) -> String {
        mask::identity(&self.text)
    }

    /// The day of birth; `None` for the old kind, which leaves out the century.
    #[must_use]
    pub fn birth(&self) -> Option<NaiveDate> {
        self.birth
    }

    /// The sex; `None` for the old kind, which does not tell.
    #[must_use]
    pub fn sex(&self) -> Option<Sex> {
        self.birth.map(|_| Sex::of(&self.text))
    }

    /// Whole years on that day; `None` before birth and for the old kind.
    #[must_use]
    pub fn age_at(&self, day: NaiveDate) -> Option<u32> {
        day.years_since(self.birth?)
    }

    /// What is unusual about it: an old number whose birth date is no date in
    /// either century.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let short = |century| {
            let date = format!("{century}{}", &self.text[7..13]);
            NaiveDate::parse_from_str(&date, "%Y%m%d").is_ok()
        };
        if self.birth.is_some() || short("19") || short("20") {
            return Vec::new();
        }
        vec![Warning::PermanentResidentBirth]
    }
}

text_conversions!(PermanentResident, PermanentResidentError);
debug_masked!(PermanentResident);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_new_kind_begins_with_nine_and_follows_the_citizens_check() {
        let card = PermanentResident::parse("932682198501010017").unwrap();
        assert_eq!(card.birth(), NaiveDate::from_ymd_opt(1985, 1, 1));
        assert_eq!(card.sex(), Some(Sex::Male));
        let error = PermanentResidentError::CheckDigit {
            expected: '7',
            found: '8',
        };
        assert_eq!(PermanentResident::parse("932682198501010018"), Err(error));
    }

    #[test]
    fn the_old_kind_is_three_letters_and_twelve_digits() {
        let card = PermanentResident::parse("jpn1100 770110 19").unwrap();
        assert_eq!((card.as_str(), card.birth()), ("JPN110077011019", None));
        assert!(card.warnings().is_empty());
        let error = PermanentResidentError::Character {
            position: 3,
            found: '1',
        };
        assert_eq!(PermanentResident::parse("JP1110077011019"), Err(error));
    }

    #[test]
    fn an_old_number_with_an_odd_birth_date_warns() {
        let card = PermanentResident::parse("JPN110077991019").unwrap();
        assert_eq!(card.warnings(), [Warning::PermanentResidentBirth]);
    }

    #[test]
    fn a_citizens_number_is_refused() {
        let error = PermanentResidentError::FirstDigit;
        assert_eq!(PermanentResident::parse("11010519491231002X"), Err(error));
    }
}
