//! Sums of rated calls, exact: nothing is rounded here. Equal whatever order
//! the calls come in.

use crate::rating::RatedCall;
use desk_domain::Charge;
use desk_domain::money::MoneyError;
use desk_domain::tariff::{CallerClass, Leg};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// How many calls, how long, and what they cost together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct CallSum {
    /// Calls, the unanswered ones too.
    #[ts(type = "number")]
    pub calls: u64,
    /// Counted time in begun minutes, call by call.
    #[ts(type = "number")]
    pub minutes: u64,
    /// What they cost, not rounded.
    pub charge: Charge,
}

/// The calls of one leg and class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TypeSum {
    /// Where they were delivered.
    pub leg: Leg,
    /// 市话 or 长途.
    pub class: CallerClass,
    /// How many, how long, how much.
    pub sum: CallSum,
}

impl CallSum {
    /// The sum of these calls.
    ///
    /// # Errors
    /// [`MoneyError::OutOfBounds`].
    pub fn of<'a>(calls: impl IntoIterator<Item = &'a RatedCall>) -> Result<Self, MoneyError> {
        calls
            .into_iter()
            .try_fold(Self::default(), |sum, call| sum.with(call))
    }

    /// The sum with one more call.
    ///
    /// # Errors
    /// [`MoneyError::OutOfBounds`].
    pub fn with(self, call: &RatedCall) -> Result<Self, MoneyError> {
        Ok(Self {
            calls: self.calls + 1,
            minutes: self.minutes + u64::from(call.minutes),
            charge: self.charge.checked_add(call.charge)?,
        })
    }
}

/// The calls by leg and class, in the order of a price list; what there was
/// none of is left out.
///
/// # Errors
/// [`MoneyError::OutOfBounds`].
pub fn by_type<'a>(
    calls: impl IntoIterator<Item = &'a RatedCall>,
) -> Result<Vec<TypeSum>, MoneyError> {
    let mut sums: BTreeMap<(Leg, CallerClass), CallSum> = BTreeMap::new();
    for call in calls {
        let sum = sums.entry((call.leg, call.class)).or_default();
        *sum = sum.with(call)?;
    }
    Ok(sums
        .into_iter()
        .map(|((leg, class), sum)| TypeSum { leg, class, sum })
        .collect())
}
