//! A package and its versions: which prices are in force when. Refuses two
//! versions on one day, and any change that reaches into a closed month
//! (协议四（二）2).

use super::{CallerClass, Increment, Leg, PartMonth, TariffError};
use crate::form::Feature;
use crate::money::{Money, Rate};
use crate::period::CalendarMonth;
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// The longest name a form has room for, in characters.
const NAME_LIMIT: usize = 40;

/// The rates of one leg, in ten-thousandths of a yuan a minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LegRates {
    /// 市话.
    pub local: Rate,
    /// 长途.
    pub long_distance: Rate,
}

/// The rates a minute by leg and caller class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CallRates {
    /// 固话接听.
    pub landline: LegRates,
    /// 手机接听.
    pub mobile: LegRates,
    /// 国际接听; `None` where the package does not deliver calls abroad, so
    /// that such a call is shown as not billed instead of costing nothing.
    pub international: Option<LegRates>,
}

/// What a function costs each month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FunctionFee {
    /// The function.
    pub feature: Feature,
    /// The fee a month, in fen.
    pub monthly: Money,
}

/// The prices of a package from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TariffVersion {
    /// The first day of its force, from 00:00:00.
    #[ts(type = "string")]
    pub effective: NaiveDate,
    /// What a minute costs.
    pub rates: CallRates,
    /// In what steps a call's time is counted.
    pub increment: Increment,
    /// 月功能费; a function that is not listed costs nothing.
    pub function_fees: Vec<FunctionFee>,
    /// The minimum of the month a number was opened in.
    pub first_month: PartMonth,
    /// The minimum of the month a number was closed in.
    pub last_month: PartMonth,
}

/// A package: a name and its versions, the oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(try_from = "Written")]
pub struct TariffPlan {
    name: String,
    versions: Vec<TariffVersion>,
}

/// A package as it is written down, before it is looked at.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: String,
    versions: Vec<TariffVersion>,
}

impl LegRates {
    /// The rate of a class.
    #[must_use]
    pub fn of(&self, class: CallerClass) -> Rate {
        match class {
            CallerClass::Local => self.local,
            CallerClass::LongDistance => self.long_distance,
        }
    }

    /// One rate for both classes.
    #[must_use]
    pub fn flat(rate: Rate) -> Self {
        Self {
            local: rate,
            long_distance: rate,
        }
    }
}

impl CallRates {
    /// The rate of a leg and class; `None` where the package has none.
    #[must_use]
    pub fn of(&self, leg: Leg, class: CallerClass) -> Option<Rate> {
        match leg {
            Leg::Landline => Some(self.landline.of(class)),
            Leg::Mobile => Some(self.mobile.of(class)),
            Leg::International => self.international.map(|rates| rates.of(class)),
        }
    }

    /// One rate for every call within the country, none abroad.
    #[must_use]
    pub fn flat(rate: Rate) -> Self {
        Self {
            landline: LegRates::flat(rate),
            mobile: LegRates::flat(rate),
            international: None,
        }
    }
}

impl TariffVersion {
    /// Holds a version against the rules that need no other version.
    ///
    /// # Errors
    /// [`TariffError::RateNotExact`], [`TariffError::FeeNegative`],
    /// [`TariffError::FeeTwice`].
    pub fn check(&self) -> Result<(), TariffError> {
        for leg in Leg::ALL {
            for class in CallerClass::ALL {
                self.check_rate(leg, class)?;
            }
        }
        let mut seen = BTreeSet::new();
        for FunctionFee { feature, monthly } in &self.function_fees {
            let name = feature.chinese();
            if monthly.is_negative() {
                return Err(TariffError::FeeNegative {
                    feature: name,
                    fee: *monthly,
                });
            }
            if !seen.insert(feature) {
                return Err(TariffError::FeeTwice { feature: name });
            }
        }
        Ok(())
    }

    fn check_rate(&self, leg: Leg, class: CallerClass) -> Result<(), TariffError> {
        match self.rates.of(leg, class) {
            Some(rate) if self.increment.price(rate).is_none() => Err(TariffError::RateNotExact {
                leg: leg.chinese(),
                class: class.chinese(),
                rate,
                seconds: self.increment.seconds(),
            }),
            _ => Ok(()),
        }
    }

    /// What a function costs a month; nothing where it is not listed.
    #[must_use]
    pub fn fee_of(&self, feature: Feature) -> Money {
        self.function_fees
            .iter()
            .find(|fee| fee.feature == feature)
            .map_or(Money::ZERO, |fee| fee.monthly)
    }
}

impl TariffPlan {
    /// A package of these versions, in whatever order they come.
    ///
    /// # Errors
    /// [`TariffError`]: a name that is missing or too long, no version, a
    /// version that breaks a rule, two versions on one day.
    pub fn new(name: &str, mut versions: Vec<TariffVersion>) -> Result<Self, TariffError> {
        let name = name.trim();
        let found = name.chars().count();
        if found == 0 {
            return Err(TariffError::NameMissing);
        }
        if found > NAME_LIMIT {
            return Err(TariffError::NameLength {
                limit: NAME_LIMIT,
                found,
            });
        }
        if versions.is_empty() {
            return Err(TariffError::VersionMissing);
        }
        versions.iter().try_for_each(TariffVersion::check)?;
        versions.sort_by_key(|version| version.effective);
        let twice = versions
            .windows(2)
            .find(|pair| pair[0].effective == pair[1].effective);
        if let Some(pair) = twice {
            return Err(TariffError::SameDay {
                effective: pair[0].effective,
            });
        }
        Ok(Self {
            name: name.to_owned(),
            versions,
        })
    }

    /// The package's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The versions, the oldest first; never empty.
    #[must_use]
    pub fn versions(&self) -> &[TariffVersion] {
        &self.versions
    }

    /// The version in force at a moment (协议四（二）2: a call is rated by the
    /// one in force when it started); `None` before the first.
    #[must_use]
    pub fn version_at(&self, moment: NaiveDateTime) -> Option<&TariffVersion> {
        self.version_on(moment.date())
    }

    /// The version in force on a day; `None` before the first.
    #[must_use]
    pub fn version_on(&self, day: NaiveDate) -> Option<&TariffVersion> {
        let after = self
            .versions
            .partition_point(|version| version.effective <= day);
        after.checked_sub(1).map(|index| &self.versions[index])
    }

    /// The package with one more version. `closed` is the last closed month.
    ///
    /// # Errors
    /// [`TariffError::ClosedMonth`] when it would come into force inside or
    /// before a closed month; otherwise as [`TariffPlan::new`].
    pub fn with_version(
        &self,
        version: TariffVersion,
        closed: Option<CalendarMonth>,
    ) -> Result<Self, TariffError> {
        after_closed(version.effective, closed)?;
        let mut versions = self.versions.clone();
        versions.push(version);
        Self::new(&self.name, versions)
    }

    /// The package without the version of a day, for one that was planned
    /// wrongly. `closed` is the last closed month.
    ///
    /// # Errors
    /// [`TariffError::ClosedMonth`] when it was in force in a closed month,
    /// [`TariffError::VersionUnknown`], [`TariffError::VersionMissing`] for the
    /// only one.
    pub fn without_version(
        &self,
        effective: NaiveDate,
        closed: Option<CalendarMonth>,
    ) -> Result<Self, TariffError> {
        after_closed(effective, closed)?;
        let mut versions = self.versions.clone();
        versions.retain(|version| version.effective != effective);
        if versions.len() == self.versions.len() {
            return Err(TariffError::VersionUnknown { effective });
        }
        Self::new(&self.name, versions)
    }
}

fn after_closed(effective: NaiveDate, closed: Option<CalendarMonth>) -> Result<(), TariffError> {
    match closed {
        Some(month) if effective <= month.last_day() => {
            Err(TariffError::ClosedMonth { effective, month })
        }
        _ => Ok(()),
    }
}

impl TryFrom<Written> for TariffPlan {
    type Error = TariffError;

    fn try_from(written: Written) -> Result<Self, TariffError> {
        Self::new(&written.name, written.versions)
    }
}
