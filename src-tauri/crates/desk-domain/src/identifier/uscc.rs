//! 统一社会信用代码, GB 32100-2015: eighteen characters, the last one a check
//! over the others in base 31. Refuses letters that the standard leaves out
//! (I O S V Z), because they are nearly always a misread 1 0 5 U 2.

use super::{TextFault, Warning, compact, province, text_conversions};
use crate::refusal::refusal_codes;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

/// The thirty-one characters; a character's value is its place.
const CHARACTERS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/// Weights of GB 11714-1997 for the organisation part.
const ORGANISATION_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// A unified social credit code that passes its check.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Uscc(String);

/// Why a text is no credit code.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum UsccError {
    /// Not even looked at.
    #[error(transparent)]
    Text(#[from] TextFault),
    /// Not eighteen characters.
    #[error("{found} characters instead of 18")]
    Length {
        /// How many there are.
        found: usize,
    },
    /// A character the standard does not have.
    #[error("character {found} at position {position} is not in the set")]
    Character {
        /// Where, from 1.
        position: usize,
        /// What stands there.
        found: char,
    },
    /// Places 3–8 are a region code: digits only.
    #[error("region digit at position {position} is {found}")]
    RegionDigit {
        /// Where, from 1.
        position: usize,
        /// What stands there.
        found: char,
    },
    /// No registration department has the code 0.
    #[error("first character is 0")]
    FirstZero,
    /// The check character does not fit the others.
    #[error("check character should be {expected}, is {found}")]
    CheckDigit {
        /// What the standard gives.
        expected: char,
        /// What stands there.
        found: char,
    },
}

refusal_codes!(UsccError {
    Length { found } => "UsccLength",
    Character { position, found } => "UsccCharacter",
    RegionDigit { position, found } => "UsccRegionDigit",
    FirstZero => "UsccFirstZero",
    CheckDigit { expected, found } => "UsccCheckDigit",
} within Text);

impl Uscc {
    /// Reads a credit code; lower case, spaces and full-width forms are forgiven.
    ///
    /// # Errors
    /// [`UsccError`] says which character or which check is wrong.
    pub fn parse(raw: &str) -> Result<Self, UsccError> {
        let text = compact(raw)?.to_uppercase();
        let found = text.chars().count();
        if found != 18 {
            return Err(UsccError::Length { found });
        }
        let values = values(&text)?;
        if let Some((i, c)) = text
            .chars()
            .enumerate()
            .skip(2)
            .take(6)
            .find(|(_, c)| !c.is_ascii_digit())
        {
            return Err(UsccError::RegionDigit {
                position: i + 1,
                found: c,
            });
        }
        if text.starts_with('0') {
            return Err(UsccError::FirstZero);
        }
        let expected = check_character(&values[..17]);
        let found = character(values[17]);
        if expected != found {
            return Err(UsccError::CheckDigit { expected, found });
        }
        Ok(Self(text))
    }

    /// The eighteen characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// 登记管理机关行政区划码: the six digits of the registering authority.
    #[must_use]
    pub fn region(&self) -> &str {
        &self.0[2..8]
    }

    /// 主体标识码（组织机构代码）: characters 9–17.
    #[must_use]
    pub fn organisation(&self) -> &str {
        &self.0[8..17]
    }

    /// Whether a 个体工商户 holds it (characters 1 and 2 are 92).
    #[must_use]
    pub fn is_sole_trader(&self) -> bool {
        self.0.starts_with("92")
    }

    /// What is unusual about it: the check of the organisation part
    /// (GB 11714), a department or a province nobody knows.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let mut warnings = Vec::new();
        if !department_is_known(&self.0) {
            warnings.push(Warning::UsccDepartment {
                prefix: self.0[..2].to_owned(),
            });
        }
        let region = &self.0[2..4];
        // 100000 stands for the national authorities.
        if self.region() != "100000" && province(region).is_none() {
            warnings.push(Warning::Region {
                region: region.to_owned(),
            });
        }
        if let Some(warning) = organisation_warning(self.organisation()) {
            warnings.push(warning);
        }
        warnings
    }
}

text_conversions!(Uscc, UsccError);

fn values(text: &str) -> Result<Vec<u32>, UsccError> {
    text.chars()
        .enumerate()
        .map(|(i, found)| {
            value(found).ok_or(UsccError::Character {
                position: i + 1,
                found,
            })
        })
        .collect()
}

fn value(character: char) -> Option<u32> {
    CHARACTERS
        .chars()
        .position(|c| c == character)
        .and_then(|at| u32::try_from(at).ok())
}

fn character(value: u32) -> char {
    CHARACTERS.chars().nth(value as usize).unwrap_or('0')
}

/// (31 − Σ value·3^(i−1) mod 31) mod 31, over the first seventeen.
fn check_character(values: &[u32]) -> char {
    let mut weight = 1;
    let mut sum = 0;
    for value in values {
        sum = (sum + value * weight) % 31;
        weight = weight * 3 % 31;
    }
    character((31 - sum) % 31)
}

/// Departments and kinds of GB 32100-2015 with its amendments.
fn department_is_known(code: &str) -> bool {
    let mut characters = code.chars();
    let (department, kind) = (characters.next(), characters.next().unwrap_or(' '));
    match department {
        Some('1') => matches!(kind, '1'..='3' | '9'),
        Some('2') => matches!(kind, '1' | '9'),
        Some('3') => matches!(kind, '1'..='5' | '9'),
        Some('4') => matches!(kind, '1' | '9'),
        Some('5') => matches!(kind, '1'..='5' | '9'),
        Some('6') => matches!(kind, '1'..='2' | '9'),
        Some('7') => matches!(kind, '1'..='2' | '9'),
        Some('8') => matches!(kind, '1' | '9'),
        Some('9') => matches!(kind, '1'..='3' | '9'),
        Some('A') => matches!(kind, '1' | '9'),
        Some('N') => matches!(kind, '1'..='3' | '9'),
        Some('Y') => kind == '1',
        _ => false,
    }
}

fn organisation_warning(organisation: &str) -> Option<Warning> {
    let (body, found) = (organisation.get(..8)?, organisation.chars().last()?);
    // GB 11714 counts letters by their place in the whole alphabet, A = 10.
    let sum: u32 = body
        .chars()
        .zip(ORGANISATION_WEIGHTS)
        .map(|(c, weight)| c.to_digit(36).unwrap_or(0) * weight)
        .sum();
    let expected = match 11 - sum % 11 {
        10 => 'X',
        11 => '0',
        digit => char::from_digit(digit, 10).unwrap_or('0'),
    };
    (expected != found).then_some(Warning::UsccOrganisation { expected, found })
}

#[cfg(test)]
mod tests;
