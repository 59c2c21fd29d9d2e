//! 港澳台居民居住证: an eighteen-character number after GB 11643 whose region is
//! 810000 (香港), 820000 (澳门) or 830000 (台湾). Refuses every other region.

use super::{CitizenId, CitizenIdError, Sex, debug_masked, text_conversions};
use crate::refusal::refusal_codes;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

/// Where the holder of a residence permit comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ResidentHome {
    /// 香港, 810000.
    HongKong,
    /// 澳门, 820000.
    Macao,
    /// 台湾, 830000.
    Taiwan,
}

/// The number of a residence permit of 港澳台居民.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct ResidentPermit(CitizenId);

/// Why a text is no residence permit's number.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ResidentPermitError {
    /// Wrong in the way any citizen number may be.
    #[error(transparent)]
    Number(#[from] CitizenIdError),
    /// Right, but the region is one of the mainland.
    #[error("region is none of 810000, 820000, 830000")]
    Region,
}

refusal_codes!(ResidentPermitError { Region => "ResidentPermitRegion" } within Number);

impl ResidentPermit {
    /// Reads a permit's number, with the forgiveness of [`CitizenId::parse`].
    ///
    /// # Errors
    /// [`ResidentPermitError`] says what is wrong.
    pub fn parse(raw: &str) -> Result<Self, ResidentPermitError> {
        let number = CitizenId::parse(raw)?;
        if number.is_on_permit() {
            Ok(Self(number))
        } else {
            Err(ResidentPermitError::Region)
        }
    }

    /// The eighteen characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// `8100**********0021`.
    #[must_use]
    pub fn masked(&self) -> String {
        self.0.masked()
    }

    /// Where the holder comes from.
    #[must_use]
    pub fn home(&self) -> ResidentHome {
        match self.0.region() {
            "810000" => ResidentHome::HongKong,
            "820000" => ResidentHome::Macao,
            _ => ResidentHome::Taiwan,
        }
    }

    /// The day of birth.
    #[must_use]
    pub fn birth(&self) -> NaiveDate {
        self.0.birth()
    }

    /// The sex that the sequence number tells.
    #[must_use]
    pub fn sex(&self) -> Sex {
        self.0.sex()
    }

    /// Whole years on that day; `None` before birth.
    #[must_use]
    pub fn age_at(&self, day: NaiveDate) -> Option<u32> {
        self.0.age_at(day)
    }
}

text_conversions!(ResidentPermit, ResidentPermitError);
debug_masked!(ResidentPermit);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_regions_name_the_home() {
        let home = |raw| ResidentPermit::parse(raw).map(|permit| permit.home());
        assert_eq!(home("810000199408230021"), Ok(ResidentHome::HongKong));
        assert_eq!(home("830000199201300022"), Ok(ResidentHome::Taiwan));
    }

    #[test]
    fn a_mainland_number_is_no_permit() {
        let error = ResidentPermitError::Region;
        assert_eq!(ResidentPermit::parse("11010519491231002X"), Err(error));
    }

    #[test]
    fn a_wrong_check_digit_is_told_as_for_citizens() {
        let error = CitizenIdError::CheckDigit {
            expected: '1',
            found: '2',
        };
        assert_eq!(
            ResidentPermit::parse("810000199408230022"),
            Err(error.into())
        );
    }
}
