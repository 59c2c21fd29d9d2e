//! Soft rules: what is unusual about an identifier without being wrong. The
//! registries that hand out regions and prefixes change faster than a program
//! in an office does, so nothing here ever refuses.

use crate::refusal::refusal_codes;
use thiserror::Error;

/// Something worth a second look in an accepted identifier. Its
/// [`Refusal`](crate::Refusal) side gives code and placeholders for the sentence.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Warning {
    /// Characters 9–17 of a credit code fail the older check of GB 11714.
    #[error("organisation part: check character should be {expected}, is {found}")]
    UsccOrganisation {
        /// What GB 11714 gives.
        expected: char,
        /// What stands there.
        found: char,
    },
    /// Characters 1 and 2 of a credit code are not in the table of GB 32100.
    #[error("registration department and kind {prefix} unknown")]
    UsccDepartment {
        /// Both characters.
        prefix: String,
    },
    /// The first two digits of a region code name no province.
    #[error("region {region} unknown")]
    Region {
        /// The two digits.
        region: String,
    },
    /// A citizen number that stands on a residence permit of 港澳台居民.
    #[error("number of a residence permit")]
    CitizenOnPermit,
    /// The birth date in an old permanent resident's number does not exist.
    #[error("birth date part is no date")]
    PermanentResidentBirth,
    /// A mobile prefix that was not assigned when this was written.
    #[error("mobile prefix {prefix} unknown")]
    MobilePrefix {
        /// The three digits.
        prefix: String,
    },
    /// An area code that is not in use.
    #[error("area code {area} unknown")]
    LandlineArea {
        /// The area code with its zero.
        area: String,
    },
    /// Local numbers do not begin with 9, except for short service numbers.
    #[error("local number begins with 9")]
    LandlineFirstDigit,
    /// A 400 number whose prefix is in no carrier's row of the table.
    #[error("no carrier for prefix {prefix}")]
    Number400Carrier {
        /// The four digits.
        prefix: String,
    },
    /// A postcode of no known province.
    #[error("postcode region {region} unknown")]
    PostcodeRegion {
        /// The two digits.
        region: String,
    },
}

refusal_codes!(Warning {
    UsccOrganisation { expected, found } => "UsccOrganisation",
    UsccDepartment { prefix } => "UsccDepartment",
    Region { region } => "RegionUnknown",
    CitizenOnPermit => "CitizenOnPermit",
    PermanentResidentBirth => "PermanentResidentBirth",
    MobilePrefix { prefix } => "MobilePrefix",
    LandlineArea { area } => "LandlineArea",
    LandlineFirstDigit => "LandlineFirstDigit",
    Number400Carrier { prefix } => "Number400Carrier",
    PostcodeRegion { region } => "PostcodeRegion",
});
