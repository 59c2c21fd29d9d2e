//! Landlines: an area code with its zero and a local number. 010 and 02x have
//! eight local digits, the others seven or eight, and the large cities among
//! them eight for certain. An extension is kept. Refuses a number without area
//! code, mobiles and 400 numbers, because each has its own field.

use super::normalise::without_country;
use super::{TextFault, Warning, compact, fold, text_conversions};
use crate::refusal::refusal_codes;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

/// Cities beyond 010 and 02x whose local numbers have eight digits for certain.
/// Others are moving up from seven one by one and may have either.
const EIGHT_DIGITS: [&str; 40] = [
    "0311", "0371", "0379", "0411", "0431", "0451", "0510", "0511", "0512", "0513", "0514", "0515",
    "0516", "0517", "0518", "0519", "0523", "0527", "0531", "0532", "0551", "0571", "0573", "0574",
    "0575", "0576", "0577", "0579", "0591", "0595", "0731", "0754", "0755", "0757", "0760", "0769",
    "0791", "0851", "0871", "0898",
];

/// A landline, shown `0371-65650000`, with extension `0371-65650000-801`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Landline {
    text: String,
    area_digits: usize,
}

/// Why a text is no landline.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LandlineError {
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
    /// Does not begin with the zero of an area code.
    #[error("no area code")]
    NoAreaCode,
    /// A mobile number.
    #[error("this is a mobile number")]
    Mobile,
    /// A 400 or 800 number.
    #[error("this is a service number")]
    ServiceNumber,
    /// No area code has this form.
    #[error("no area code {area}")]
    AreaCode {
        /// The digits in its place.
        area: String,
    },
    /// Too few or too many local digits for the area.
    #[error("area {area} has {expected} local digits, found {found}")]
    LocalLength {
        /// The area code.
        area: String,
        /// How many local digits there should be.
        expected: &'static str,
        /// How many there are.
        found: usize,
    },
    /// Local numbers do not begin with 0 or 1.
    #[error("local number begins with {found}")]
    LocalFirstDigit {
        /// What stands there.
        found: char,
    },
}

refusal_codes!(LandlineError {
    Character { position, found } => "LandlineCharacter",
    NoAreaCode => "LandlineNoAreaCode",
    Mobile => "LandlineIsMobile",
    ServiceNumber => "LandlineIsServiceNumber",
    AreaCode { area } => "LandlineAreaCode",
    LocalLength { area, expected, found } => "LandlineLocalLength",
    LocalFirstDigit { found } => "LandlineLocalFirstDigit",
} within Text);

impl Landline {
    /// Reads a landline; `+86`, brackets, spaces, dashes and full-width digits
    /// are forgiven; an extension follows `转`, `分机`, `ext`, `#` or a dash.
    ///
    /// # Errors
    /// [`LandlineError`] says what is wrong.
    pub fn parse(raw: &str) -> Result<Self, LandlineError> {
        let folded = fold(raw)?.to_lowercase();
        let (number, extension) = split_extension(&folded);
        let (area, local) = read_number(number)?;
        let text = match extension {
            None => format!("{area}-{local}"),
            Some(extension) => format!("{area}-{local}-{extension}"),
        };
        Ok(Self {
            text,
            area_digits: area.len(),
        })
    }

    /// `0371-65650000` or `0371-65650000-801`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The area code with its zero.
    #[must_use]
    pub fn area(&self) -> &str {
        &self.text[..self.area_digits]
    }

    /// The local number without extension.
    #[must_use]
    pub fn local(&self) -> &str {
        self.text[self.area_digits + 1..]
            .split('-')
            .next()
            .unwrap_or_default()
    }

    /// The extension, if there is one.
    #[must_use]
    pub fn extension(&self) -> Option<&str> {
        self.text[self.area_digits + 1..]
            .split_once('-')
            .map(|(_, extension)| extension)
    }

    /// Area code and local number in one run, as call records write it.
    #[must_use]
    pub fn digits(&self) -> String {
        format!("{}{}", self.area(), self.local())
    }

    /// What is unusual about it: an area code not in use, a local number that
    /// begins like a short service number.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let mut warnings = Vec::new();
        // The one short code that was kept free. Four-digit codes come and go.
        if self.area() == "026" {
            warnings.push(Warning::LandlineArea {
                area: self.area().to_owned(),
            });
        }
        if self.local().starts_with('9') {
            warnings.push(Warning::LandlineFirstDigit);
        }
        warnings
    }
}

text_conversions!(Landline, LandlineError);

/// Splits off what follows a word for "extension", or a last short group after
/// a dash when the rest is a whole number by itself.
fn split_extension(folded: &str) -> (&str, Option<&str>) {
    for word in ["转", "分机", "ext.", "ext", "#"] {
        if let Some((number, extension)) = folded.split_once(word) {
            let extension = extension.trim_matches([' ', '-', ':', '.']);
            if is_extension(extension) {
                return (number, Some(extension));
            }
        }
    }
    match folded.rsplit_once('-') {
        Some((number, extension)) if is_extension(extension) && read_number(number).is_ok() => {
            (number, Some(extension))
        }
        _ => (folded, None),
    }
}

fn is_extension(text: &str) -> bool {
    (1..=6).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// Area code and local number of a text without extension.
fn read_number(folded: &str) -> Result<(String, String), LandlineError> {
    let digits = with_trunk_zero(&compact(folded)?);
    let wrong = digits
        .chars()
        .enumerate()
        .find(|(_, c)| !c.is_ascii_digit());
    if let Some((i, found)) = wrong {
        return Err(LandlineError::Character {
            position: i + 1,
            found,
        });
    }
    if !digits.starts_with('0') {
        return Err(without_area(&digits));
    }
    let area_digits = if digits.starts_with("01") || digits.starts_with("02") {
        3
    } else {
        4
    };
    let (area, local) = digits
        .split_at_checked(area_digits)
        .unwrap_or((&digits, ""));
    if area.len() < area_digits || !area_has_form(area) {
        return Err(LandlineError::AreaCode {
            area: area.to_owned(),
        });
    }
    check_local(area, local)?;
    Ok((area.to_owned(), local.to_owned()))
}

/// 010, 02x, and 0xxx from 03 on.
fn area_has_form(area: &str) -> bool {
    area == "010" || area.starts_with("02") || !(area.starts_with("00") || area.starts_with("01"))
}

/// Abroad the zero is left out: `+86 371 …`.
fn with_trunk_zero(text: &str) -> String {
    match without_country(text) {
        Some(rest) if rest.starts_with('0') => rest.to_owned(),
        Some(rest) => format!("0{rest}"),
        None => text.to_owned(),
    }
}

fn without_area(digits: &str) -> LandlineError {
    if digits.len() == 11 && digits.starts_with('1') {
        LandlineError::Mobile
    } else if digits.len() == 10 && (digits.starts_with("400") || digits.starts_with("800")) {
        LandlineError::ServiceNumber
    } else {
        LandlineError::NoAreaCode
    }
}

fn check_local(area: &str, local: &str) -> Result<(), LandlineError> {
    let eight = area.len() == 3 || EIGHT_DIGITS.contains(&area);
    let (expected, fits) = if eight {
        ("8", local.len() == 8)
    } else {
        ("7–8", matches!(local.len(), 7 | 8))
    };
    if !fits {
        return Err(LandlineError::LocalLength {
            area: area.to_owned(),
            expected,
            found: local.len(),
        });
    }
    match local.chars().next() {
        Some(found @ ('0' | '1')) => Err(LandlineError::LocalFirstDigit { found }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
