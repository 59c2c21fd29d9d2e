//! The stock of 400 numbers: their states and who may hold them
//! (协议四（二）7: one number, one live agreement). Refuses every step between
//! states that no number takes.

use crate::identifier::{Number400, Warning};
use crate::period::add_months;
use crate::refusal::refusal_codes;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use thiserror::Error;
use ts_rs::TS;

/// The carrier a number belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Carrier {
    /// 中国联通: 4000, 4006.
    Unicom,
    /// 中国移动: 4001, 4007.
    Mobile,
    /// 中国电信: 4008, 4009.
    Telecom,
}

/// Where a number stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NumberState {
    /// 空闲: anyone may take it.
    Free,
    /// 预占: an open order holds it.
    Reserved,
    /// 在用: a live agreement holds it.
    InUse,
    /// 停机: in use, but suspended.
    Suspended,
    /// 已销户: cooling before it may be sold again.
    Closed,
    /// 已退回: given back to the carrier.
    Returned,
}

impl Carrier {
    /// Every carrier, for lists.
    pub const ALL: [Self; 3] = [Self::Unicom, Self::Mobile, Self::Telecom];

    /// 中国联通, 中国移动, 中国电信.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Unicom => "中国联通",
            Self::Mobile => "中国移动",
            Self::Telecom => "中国电信",
        }
    }
}

/// Which carrier a prefix belongs to: an editable table, for carriers open new
/// prefixes. The longest prefix that fits wins, so a ported block can be told
/// apart. Serialised as an object of prefix → carrier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    try_from = "BTreeMap<String, Carrier>",
    into = "BTreeMap<String, Carrier>"
)]
#[ts(as = "BTreeMap<String, Carrier>")]
pub struct CarrierTable(BTreeMap<String, Carrier>);

impl Default for CarrierTable {
    /// 4000 and 4006 中国联通, 4001 and 4007 中国移动, 4008 and 4009 中国电信.
    fn default() -> Self {
        let rows = [
            ("4000", Carrier::Unicom),
            ("4006", Carrier::Unicom),
            ("4001", Carrier::Mobile),
            ("4007", Carrier::Mobile),
            ("4008", Carrier::Telecom),
            ("4009", Carrier::Telecom),
        ];
        Self(
            rows.into_iter()
                .map(|(prefix, carrier)| (prefix.to_owned(), carrier))
                .collect(),
        )
    }
}

impl CarrierTable {
    /// A table of these rows.
    ///
    /// # Errors
    /// [`StockError::Prefix`] for a prefix that is not 400 and one to seven digits.
    pub fn new(rows: BTreeMap<String, Carrier>) -> Result<Self, StockError> {
        let sound = |prefix: &str| {
            (4..=10).contains(&prefix.len())
                && prefix.starts_with("400")
                && prefix.bytes().all(|b| b.is_ascii_digit())
        };
        match rows.keys().find(|prefix| !sound(prefix)) {
            Some(prefix) => Err(StockError::Prefix {
                prefix: prefix.chars().take(12).collect(),
            }),
            None => Ok(Self(rows)),
        }
    }

    /// The carrier of a number; `None` when no prefix fits.
    #[must_use]
    pub fn carrier_of(&self, number: &Number400) -> Option<Carrier> {
        (4..=10)
            .rev()
            .find_map(|length| self.0.get(&number.as_str()[..length]))
            .copied()
    }

    /// What is unusual about a number: nobody's prefix.
    #[must_use]
    pub fn warnings(&self, number: &Number400) -> Vec<Warning> {
        if self.carrier_of(number).is_some() {
            return Vec::new();
        }
        vec![Warning::Number400Carrier {
            prefix: number.prefix().to_owned(),
        }]
    }
}

impl TryFrom<BTreeMap<String, Carrier>> for CarrierTable {
    type Error = StockError;

    fn try_from(rows: BTreeMap<String, Carrier>) -> Result<Self, StockError> {
        Self::new(rows)
    }
}

impl From<CarrierTable> for BTreeMap<String, Carrier> {
    fn from(table: CarrierTable) -> Self {
        table.0
    }
}

/// Why the stock says no.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StockError {
    /// A row of the carrier table that is no prefix of a 400 number.
    #[error("no prefix: {prefix}")]
    Prefix {
        /// What stands there.
        prefix: String,
    },
    /// No number goes from that state into the other.
    #[error("no way from {from} to {to}")]
    Step {
        /// Where it stands.
        from: &'static str,
        /// Where it was to go.
        to: &'static str,
    },
    /// A closed number is cooling and may not be sold before that day.
    #[error("cooling until {until}")]
    Cooling {
        /// The first day on which it may be sold.
        until: NaiveDate,
    },
}

refusal_codes!(StockError {
    Prefix { prefix } => "StockPrefix",
    Step { from, to } => "StockStep",
    Cooling { until } => "StockCooling",
});

impl NumberState {
    /// Every state, in the order of a number's life.
    pub const ALL: [Self; 6] = [
        Self::Free,
        Self::Reserved,
        Self::InUse,
        Self::Suspended,
        Self::Closed,
        Self::Returned,
    ];

    /// 空闲, 预占, 在用, 停机, 已销户, 已退回.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Free => "空闲",
            Self::Reserved => "预占",
            Self::InUse => "在用",
            Self::Suspended => "停机",
            Self::Closed => "已销户",
            Self::Returned => "已退回",
        }
    }

    /// Whether somebody holds it: an order or a live agreement.
    #[must_use]
    pub fn is_held(self) -> bool {
        matches!(self, Self::Reserved | Self::InUse | Self::Suspended)
    }

    /// The state after a step in a number's life.
    ///
    /// # Errors
    /// [`StockError::Step`] when no number goes that way: a free one is not
    /// put to use without an order, one in use is not freed without closing.
    pub fn into_state(self, to: Self) -> Result<Self, StockError> {
        use NumberState::{Closed, Free, InUse, Reserved, Returned, Suspended};
        let leads_there = match self {
            Free => matches!(to, Reserved | Returned),
            Reserved => matches!(to, Free | InUse),
            InUse => matches!(to, Suspended | Closed),
            Suspended => matches!(to, InUse | Closed),
            Closed => matches!(to, Free | Returned),
            Returned => to == Free,
        };
        if leads_there {
            Ok(to)
        } else {
            Err(StockError::Step {
                from: self.chinese(),
                to: to.chinese(),
            })
        }
    }
}

/// Whether a number closed on that day may be sold again on this one.
///
/// # Errors
/// [`StockError::Cooling`] with the first day on which it may.
pub fn cooled(closed: NaiveDate, months: u32, today: NaiveDate) -> Result<(), StockError> {
    let until = add_months(closed, months);
    if today < until {
        Err(StockError::Cooling { until })
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
