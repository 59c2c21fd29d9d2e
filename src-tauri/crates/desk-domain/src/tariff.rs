//! What calls and functions cost: where a call was delivered, what kind of
//! caller it had, in what steps its time is counted, and how a part-month's
//! minimum is taken. The versions of a package are in [`TariffPlan`]. Refuses a
//! rate that has no exact value for one step, for then one call would be
//! charged more than another of the same price.

mod error;
mod plan;

pub use error::TariffError;
pub use plan::{CallRates, FunctionFee, LegRates, TariffPlan, TariffVersion};

use crate::money::{Charge, MoneyError, Rate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a call was delivered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Leg {
    /// 固话接听.
    Landline,
    /// 手机接听.
    Mobile,
    /// 国际接听.
    International,
}

/// What kind of call it was for the one who answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CallerClass {
    /// 市话.
    Local,
    /// 长途.
    LongDistance,
}

/// Seconds that are counted as one: 6, 30 or 60, a field of the tariff.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Increment {
    /// Six seconds.
    SixSeconds,
    /// Half a minute.
    HalfMinute,
    /// A minute, the usual one.
    #[default]
    Minute,
}

/// How the monthly minimum is taken for a month in which the number was open
/// only on some days: the first or the last one.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum PartMonth {
    /// 按实际话费: no minimum.
    #[default]
    ActualOnly,
    /// 按整月最低消费.
    FullMinimum,
    /// 按天折算.
    ByDays,
}

impl Leg {
    /// Every leg, in the order of a price list.
    pub const ALL: [Self; 3] = [Self::Landline, Self::Mobile, Self::International];

    /// 固话, 手机, 国际.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Landline => "固话",
            Self::Mobile => "手机",
            Self::International => "国际",
        }
    }
}

impl CallerClass {
    /// Both classes, in the order of a price list.
    pub const ALL: [Self; 2] = [Self::Local, Self::LongDistance];

    /// 市话, 长途.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Local => "市话",
            Self::LongDistance => "长途",
        }
    }
}

impl Increment {
    /// Every increment, the shortest first.
    pub const ALL: [Self; 3] = [Self::SixSeconds, Self::HalfMinute, Self::Minute];

    /// Length in seconds.
    #[must_use]
    pub const fn seconds(self) -> u32 {
        match self {
            Self::SixSeconds => 6,
            Self::HalfMinute => 30,
            Self::Minute => 60,
        }
    }

    /// How many of them a call of so many seconds has begun.
    #[must_use]
    pub const fn begun(self, seconds: u32) -> u32 {
        seconds.div_ceil(self.seconds())
    }

    /// The price of one of them at a rate a minute; `None` when it has no exact
    /// value in ten-thousandths of a yuan.
    #[must_use]
    pub fn price(self, a_minute: Rate) -> Option<Rate> {
        let parts = i64::from(60 / self.seconds());
        let units = a_minute.ten_thousandths();
        if units % parts != 0 {
            return None;
        }
        Rate::from_ten_thousandths(units / parts).ok()
    }

    /// What a call of so many seconds costs at a rate a minute; `None` when the
    /// rate has no exact value for one increment.
    ///
    /// # Errors
    /// [`MoneyError::OutOfBounds`].
    pub fn charge(self, a_minute: Rate, seconds: u32) -> Result<Option<Charge>, MoneyError> {
        self.price(a_minute)
            .map(|price| price.times(u64::from(self.begun(seconds))))
            .transpose()
    }
}

impl PartMonth {
    /// Every policy, for lists.
    pub const ALL: [Self; 3] = [Self::ActualOnly, Self::FullMinimum, Self::ByDays];

    /// 按实际话费, 按整月最低消费, 按天折算最低消费.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::ActualOnly => "按实际话费",
            Self::FullMinimum => "按整月最低消费",
            Self::ByDays => "按天折算最低消费",
        }
    }

    /// The policy of a month that was both the first and the last: the one that
    /// asks less, for the customer signed both.
    #[must_use]
    pub fn milder(self, other: Self) -> Self {
        use PartMonth::{ActualOnly, ByDays, FullMinimum};
        match (self, other) {
            (ActualOnly, _) | (_, ActualOnly) => ActualOnly,
            (ByDays, _) | (_, ByDays) => ByDays,
            (FullMinimum, FullMinimum) => FullMinimum,
        }
    }
}

#[cfg(test)]
mod tests;
