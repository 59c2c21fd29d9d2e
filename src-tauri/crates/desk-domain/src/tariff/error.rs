//! Why a package or one of its versions is refused.

use crate::money::{Money, Rate};
use crate::period::CalendarMonth;
use crate::refusal::refusal_codes;
use chrono::NaiveDate;
use thiserror::Error;

/// Why a package or one of its versions is refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TariffError {
    /// A package has no name.
    #[error("no name")]
    NameMissing,
    /// A name that no form has room for.
    #[error("a name of {found} characters, {limit} fit")]
    NameLength {
        /// The most characters.
        limit: usize,
        /// How many there are.
        found: usize,
    },
    /// A package without any prices.
    #[error("no version")]
    VersionMissing,
    /// The rate a minute cannot be divided by the increment without loss.
    #[error("rate {rate} has no exact value for {seconds} s")]
    RateNotExact {
        /// 固话, 手机 or 国际.
        leg: &'static str,
        /// 市话 or 长途.
        class: &'static str,
        /// The rate a minute, in yuan.
        rate: Rate,
        /// The length of the increment.
        seconds: u32,
    },
    /// A fee below nothing.
    #[error("a negative fee")]
    FeeNegative {
        /// The function's name.
        feature: &'static str,
        /// The fee, in yuan.
        fee: Money,
    },
    /// One function with two fees.
    #[error("a function with two fees")]
    FeeTwice {
        /// The function's name.
        feature: &'static str,
    },
    /// Two versions that come into force on one day.
    #[error("two versions on {effective}")]
    SameDay {
        /// That day.
        effective: NaiveDate,
    },
    /// 协议四（二）2: a change never alters a closed month.
    #[error("{effective} is in the closed month {month}")]
    ClosedMonth {
        /// The day on which the version comes, or came, into force.
        effective: NaiveDate,
        /// The last month that is closed.
        month: CalendarMonth,
    },
    /// No version comes into force on that day.
    #[error("no version on {effective}")]
    VersionUnknown {
        /// That day.
        effective: NaiveDate,
    },
}

refusal_codes!(TariffError {
    NameMissing => "TariffNameMissing",
    NameLength { limit, found } => "TariffNameLength",
    VersionMissing => "TariffVersionMissing",
    RateNotExact { leg, class, rate, seconds } => "TariffRateNotExact",
    FeeNegative { feature, fee } => "TariffFeeNegative",
    FeeTwice { feature } => "TariffFeeTwice",
    SameDay { effective } => "TariffSameDay",
    ClosedMonth { effective, month } => "TariffClosedMonth",
    VersionUnknown { effective } => "TariffVersionUnknown",
});
