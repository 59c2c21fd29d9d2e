//! What one call costs, and how that was reached. A call is rated by the tariff
//! version in force when it started (协议四（二）2) and counted in begun
//! increments; an unanswered call is free. Refuses a call that no version or no
//! rate covers: it is shown as not billed, never charged by guess.

use chrono::NaiveDate;
use desk_domain::call::{Basis, CallRecord};
use desk_domain::money::MoneyError;
use desk_domain::tariff::{CallerClass, Increment, Leg, TariffError, TariffPlan, TariffVersion};
use desk_domain::{Charge, Rate, Refusal};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why something cannot be rated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RatingError {
    /// An amount beyond what the ledger holds.
    #[error(transparent)]
    OutOfRange(#[from] MoneyError),
    /// A version that breaks a rule of its own.
    #[error(transparent)]
    Tariff(#[from] TariffError),
    /// The rate a minute cannot be divided by the increment without loss.
    #[error("the rate has no exact value for one increment")]
    RateNotDivisible,
    /// The call started before the first version of its package.
    #[error("no tariff version on {day}")]
    NoVersion {
        /// The day on which it started.
        day: NaiveDate,
    },
    /// The package has no rate for such calls.
    #[error("no rate for {leg} {class}")]
    NoRate {
        /// 固话, 手机 or 国际.
        leg: &'static str,
        /// 市话 or 长途.
        class: &'static str,
    },
}

impl Refusal for RatingError {
    fn code(&self) -> &'static str {
        match self {
            Self::OutOfRange(inner) => inner.code(),
            Self::Tariff(inner) => inner.code(),
            Self::RateNotDivisible => "RatingRateNotDivisible",
            Self::NoVersion { .. } => "RatingNoVersion",
            Self::NoRate { .. } => "RatingNoRate",
        }
    }

    fn details(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::OutOfRange(inner) => inner.details(),
            Self::Tariff(inner) => inner.details(),
            Self::RateNotDivisible => Vec::new(),
            Self::NoVersion { day } => vec![("day", day.to_string())],
            Self::NoRate { leg, class } => {
                vec![("leg", (*leg).to_owned()), ("class", (*class).to_owned())]
            }
        }
    }
}

/// What a call costs, with every step on the way there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RatedCall {
    /// The tariff version, by the day on which it came into force.
    #[ts(type = "string")]
    pub version: NaiveDate,
    /// Where it was delivered.
    pub leg: Leg,
    /// How that is known.
    pub leg_basis: Basis,
    /// 市话 or 长途.
    pub class: CallerClass,
    /// How that is known.
    pub class_basis: Basis,
    /// In what steps its time was counted.
    pub increment: Increment,
    /// How many of them it had begun; none when nobody answered.
    pub increments: u32,
    /// The counted time in begun minutes, as a statement shows it.
    pub minutes: u32,
    /// What a minute costs.
    pub rate: Rate,
    /// What the call costs, not rounded.
    pub charge: Charge,
}

/// Rates a call by the version in force when it started.
///
/// # Errors
/// [`RatingError::NoVersion`], [`RatingError::NoRate`]; an unanswered call needs
/// both too, so that what it would have cost can be shown.
pub fn rate(call: &CallRecord, plan: &TariffPlan) -> Result<RatedCall, RatingError> {
    let version = plan
        .version_at(call.started)
        .ok_or_else(|| RatingError::NoVersion {
            day: call.started.date(),
        })?;
    let (leg, leg_basis) = call.settled_leg();
    let (class, class_basis) = call.settled_class();
    let seconds = if call.answered { call.seconds } else { 0 };
    let priced = quote(version, leg, class, seconds)?;
    Ok(RatedCall {
        leg_basis,
        class_basis,
        ..priced
    })
}

/// What a call of so many answered seconds would cost under a version: the
/// preview that stands beside a change of prices.
///
/// # Errors
/// [`RatingError::NoRate`], [`RatingError::RateNotDivisible`].
pub fn quote(
    version: &TariffVersion,
    leg: Leg,
    class: CallerClass,
    seconds: u32,
) -> Result<RatedCall, RatingError> {
    let rate = version
        .rates
        .of(leg, class)
        .ok_or_else(|| RatingError::NoRate {
            leg: leg.chinese(),
            class: class.chinese(),
        })?;
    let increment = version.increment;
    let increments = increment.begun(seconds);
    // In u64: four thousand million seconds counted in minutes overflow by a few.
    let counted = u64::from(increments) * u64::from(increment.seconds());
    Ok(RatedCall {
        version: version.effective,
        leg,
        leg_basis: Basis::File,
        class,
        class_basis: Basis::File,
        increment,
        increments,
        minutes: u32::try_from(counted.div_ceil(60)).unwrap_or(u32::MAX),
        rate,
        charge: charge(seconds, rate, increment)?,
    })
}

/// Charge of one call of `seconds` at `rate` a minute, counted in `increment`s.
///
/// # Errors
/// [`RatingError::RateNotDivisible`] when a rate a minute has no exact value
/// for one increment; [`RatingError::OutOfRange`] beyond the ledger's bounds.
pub fn charge(seconds: u32, rate: Rate, increment: Increment) -> Result<Charge, RatingError> {
    increment
        .charge(rate, seconds)?
        .ok_or(RatingError::RateNotDivisible)
}

#[cfg(test)]
mod tests;
