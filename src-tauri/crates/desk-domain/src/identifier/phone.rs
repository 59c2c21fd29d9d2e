//! A telephone a 400 number can ring: mobile or landline. Refuses 400 numbers
//! and short service numbers, which no carrier lets be bound.

use super::{Landline, LandlineError, Mobile, MobileError, TextFault, Warning, compact, mask};
use crate::refusal::refusal_codes;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

/// A mobile or a landline.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub enum Phone {
    /// A mobile number.
    Mobile(Mobile),
    /// A landline.
    Landline(Landline),
}

/// Why a text is neither mobile nor landline.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PhoneError {
    /// Not even looked at.
    #[error(transparent)]
    Text(#[from] TextFault),
    /// Begins like a mobile and is none.
    #[error(transparent)]
    Mobile(MobileError),
    /// Anything else is judged as a landline.
    #[error(transparent)]
    Landline(LandlineError),
}

refusal_codes!(PhoneError {} within Text, Mobile, Landline);

impl Phone {
    /// Reads either kind: what begins with 1 after `+86` is a mobile.
    ///
    /// # Errors
    /// [`PhoneError`] speaks as the kind that the text looks like.
    pub fn parse(raw: &str) -> Result<Self, PhoneError> {
        let text = compact(raw)?;
        if let Ok(mobile) = Mobile::parse(&text) {
            return Ok(Self::Mobile(mobile));
        }
        if text.trim_start_matches("+86").starts_with('1') {
            return Mobile::parse(raw)
                .map(Self::Mobile)
                .map_err(PhoneError::Mobile);
        }
        Landline::parse(raw)
            .map(Self::Landline)
            .map_err(PhoneError::Landline)
    }

    /// The canonical form of its kind.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Mobile(mobile) => mobile.as_str(),
            Self::Landline(landline) => landline.as_str(),
        }
    }

    /// Masked when it belongs to a person: mobiles are, landlines are not.
    #[must_use]
    pub fn masked(&self) -> String {
        match self {
            Self::Mobile(mobile) => mask::telephone(mobile.as_str()),
            Self::Landline(landline) => landline.as_str().to_owned(),
        }
    }

    /// What is unusual about it.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        match self {
            Self::Mobile(mobile) => mobile.warnings(),
            Self::Landline(landline) => landline.warnings(),
        }
    }
}

super::text_conversions!(Phone, PhoneError);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_told_by_its_first_digit() {
        assert!(matches!(
            Phone::parse("+86 138-0013-8000"),
            Ok(Phone::Mobile(_))
        ));
        assert!(matches!(
            Phone::parse("037165650000"),
            Ok(Phone::Landline(_))
        ));
        assert!(matches!(
            Phone::parse("01065650000"),
            Ok(Phone::Landline(_))
        ));
        assert!(matches!(Phone::parse("013800138000"), Ok(Phone::Mobile(_))));
    }

    #[test]
    fn the_refusal_speaks_of_the_kind_it_looks_like() {
        let short = Phone::parse("1380013800");
        assert_eq!(
            short,
            Err(PhoneError::Mobile(MobileError::Length { found: 10 }))
        );
        let bare = Phone::parse("65650000");
        assert_eq!(bare, Err(PhoneError::Landline(LandlineError::NoAreaCode)));
        let service = Phone::parse("4001234567");
        assert_eq!(
            service,
            Err(PhoneError::Landline(LandlineError::ServiceNumber))
        );
    }
}
