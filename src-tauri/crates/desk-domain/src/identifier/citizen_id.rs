//! 公民身份号码, GB 11643-1999: region, birth date, sequence, check. Refuses a
//! date that never was even when the sum fits, and the fifteen-digit numbers
//! that ended in 2013. `Debug` shows the masked form only.

use super::{TextFault, Warning, compact, debug_masked, gb11643, mask, province, text_conversions};
use crate::refusal::refusal_codes;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

/// 性别, as the number tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// 男.
    Male,
    /// 女.
    Female,
}

impl Sex {
    /// As printed on the card.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Male => "男",
            Self::Female => "女",
        }
    }

    pub(super) fn of(number: &str) -> Self {
        if gb11643::is_male(number) {
            Self::Male
        } else {
            Self::Female
        }
    }
}

/// A citizen number that passes its check and names a real day.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct CitizenId {
    text: String,
    birth: NaiveDate,
}

/// Why a text is no citizen number. Shows single characters and the birth
/// date, never the number.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CitizenIdError {
    /// Not even looked at.
    #[error(transparent)]
    Text(#[from] TextFault),
    /// Not eighteen characters.
    #[error("{found} characters instead of 18")]
    Length {
        /// How many there are.
        found: usize,
    },
    /// A number of the first generation of cards.
    #[error("fifteen digits: out of use since 2013")]
    FirstGeneration,
    /// Begins with 9: a foreigner's permanent residence card.
    #[error("number of a permanent resident")]
    PermanentResident,
    /// Something else than a digit (or `X` at the end).
    #[error("{found} at position {position} is no digit")]
    Character {
        /// Where, from 1.
        position: usize,
        /// What stands there.
        found: char,
    },
    /// Places 7–14 are no day, or none on which a living person was born.
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

refusal_codes!(CitizenIdError {
    Length { found } => "CitizenIdLength",
    FirstGeneration => "CitizenIdFirstGeneration",
    PermanentResident => "CitizenIdPermanentResident",
    Character { position, found } => "CitizenIdCharacter",
    BirthDate { date } => "CitizenIdBirthDate",
    CheckDigit { expected, found } => "CitizenIdCheckDigit",
} within Text);

impl From<gb11643::Fault> for CitizenIdError {
    fn from(fault: gb11643::Fault) -> Self {
        match fault {
            gb11643::Fault::Length(found) => Self::Length { found },
            gb11643::Fault::Character { position, found } => Self::Character { position, found },
            gb11643::Fault::BirthDate(date) => Self::BirthDate { date },
            gb11643::Fault::CheckDigit { expected, found } => Self::CheckDigit { expected, found },
        }
    }
}

impl CitizenId {
    /// Reads a citizen number; spaces, full-width digits and a small `x` are
    /// forgiven. Numbers on residence permits of 港澳台居民 follow the same
    /// standard and are accepted with a warning.
    ///
    /// # Errors
    /// [`CitizenIdError`] says which character, date or check is wrong.
    pub fn parse(raw: &str) -> Result<Self, CitizenIdError> {
        let text = gb11643::with_capital_x(&compact(raw)?);
        if text.len() == 15 && text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(CitizenIdError::FirstGeneration);
        }
        let birth = gb11643::check(&text)?;
        if text.starts_with('9') {
            return Err(CitizenIdError::PermanentResident);
        }
        Ok(Self { text, birth })
    }

    /// The eighteen characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// `4101**********0015`.
    #[must_use]
    pub fn masked(&self) -> String {
        mask::identity(&self.text)
    }

    /// The day of birth.
    #[must_use]
    pub fn birth(&self) -> NaiveDate {
        self.birth
    }

    /// The sex that the sequence number tells.
    #[must_use]
    pub fn sex(&self) -> Sex {
        Sex::of(&self.text)
    }

    /// Whole years on that day; `None` before birth.
    #[must_use]
    pub fn age_at(&self, day: NaiveDate) -> Option<u32> {
        day.years_since(self.birth)
    }

    /// 地址码: the six digits of the first household registration.
    #[must_use]
    pub fn region(&self) -> &str {
        &self.text[..6]
    }

    /// Whether the number stands on a residence permit of 港澳台居民.
    #[must_use]
    pub fn is_on_permit(&self) -> bool {
        matches!(self.region(), "810000" | "820000" | "830000")
    }

    /// What is unusual about it: a province nobody knows, a permit's number.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let region = &self.text[..2];
        if self.is_on_permit() {
            vec![Warning::CitizenOnPermit]
        } else if province(region).is_none() {
            vec![Warning::Region {
                region: region.to_owned(),
            }]
        } else {
            Vec::new()
        }
    }
}

text_conversions!(CitizenId, CitizenIdError);
debug_masked!(CitizenId);

#[cfg(test)]
mod tests;
