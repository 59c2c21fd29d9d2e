//! A call record: what the carrier says about one call to a 400 number. Owns
//! what makes two records the same call, and how its leg and class are told
//! when the file does not say. Refuses nothing: what cannot be a call is kept
//! back where files are read. The numbers of people are masked in `Debug`.

mod phone;

pub use phone::{canonical, class_of, leg_of};

use crate::identifier::{Number400, mask};
use crate::money::Charge;
use crate::period::last_day_to_dispute;
use crate::tariff::{CallerClass, Leg};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// One call, as the carrier recorded it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CallRecord {
    /// The 400 number that was called; it is the one that pays.
    pub number: Number400,
    /// Who called, as the file says; empty or stars when hidden.
    pub caller: String,
    /// The telephone that was rung, as the file says; `None` when it does not.
    pub delivered_to: Option<String>,
    /// When it started, in the office's civil time.
    #[ts(type = "string")]
    pub started: NaiveDateTime,
    /// How long it was talked, in seconds.
    pub seconds: u32,
    /// Whether anybody answered.
    pub answered: bool,
    /// 市话 or 长途, when the file says.
    pub caller_class: Option<CallerClass>,
    /// Where it was delivered, when the file says.
    pub leg: Option<Leg>,
    /// What the carrier asks of the firm, for comparison alone: it is never
    /// what the customer is charged.
    pub carrier_charge: Option<Charge>,
    /// 归属地 of the caller, as the file says.
    pub caller_place: Option<String>,
}

/// What tells a call from every other: equal for the same call in two files.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct CallIdentity(String);

/// How a leg or a class came to be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// 话单注明: the carrier's file says it.
    File,
    /// 按号码判断: the numbers show it.
    Numbers,
    /// 默认: neither does, and the milder one is taken.
    Assumed,
}

impl Basis {
    /// Every way, the surest first.
    pub const ALL: [Self; 3] = [Self::File, Self::Numbers, Self::Assumed];

    /// 话单注明, 按号码判断, 默认.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::File => "话单注明",
            Self::Numbers => "按号码判断",
            Self::Assumed => "默认",
        }
    }
}

impl CallRecord {
    /// The 400 number, the caller, the telephone rung and the second it started.
    ///
    /// The telephone rung belongs to it, because a call that is passed on when
    /// one line is busy leaves a record for each line, all with one start. The
    /// duration does not: carriers correct durations when they export again,
    /// and a corrected call is the same call, not a second one; whoever takes
    /// records in has to hold the durations against each other. Neither do leg,
    /// class, place and the carrier's charge, which some exports leave out.
    /// Callers and telephones stand in their canonical form, so that `+86`,
    /// dashes and full-width digits make no other call of it.
    #[must_use]
    pub fn identity(&self) -> CallIdentity {
        let caller = canonical(&self.caller);
        let delivered = canonical(self.delivered_to.as_deref().unwrap_or_default());
        // By hand, for a million calls: `%Y-%m-%dT%H:%M:%S` is read anew each time.
        let started = self.started.and_utc().timestamp();
        CallIdentity(format!(
            "{}|{caller}|{started}|{delivered}",
            self.number.as_str()
        ))
    }

    /// When it ended: the record was produced then.
    #[must_use]
    pub fn ended(&self) -> NaiveDateTime {
        self.started
            .checked_add_signed(TimeDelta::seconds(i64::from(self.seconds)))
            .unwrap_or(self.started)
    }

    /// The last day on which it may be disputed (协议四（一）6).
    #[must_use]
    pub fn last_day_to_dispute(&self) -> NaiveDate {
        last_day_to_dispute(self.ended().date())
    }

    /// Where it was delivered: as the file says, else as the telephone shows.
    /// Where neither tells (no such column, a seat's name), it is 固话, the
    /// basic leg: the firm that charges more has to be able to show why.
    #[must_use]
    pub fn settled_leg(&self) -> (Leg, Basis) {
        if let Some(leg) = self.leg {
            return (leg, Basis::File);
        }
        match self.delivered_to.as_deref().and_then(leg_of) {
            Some(leg) => (leg, Basis::Numbers),
            None => (Leg::Landline, Basis::Assumed),
        }
    }

    /// 市话 or 长途: as the file says, else as the numbers show. Where neither
    /// tells (a mobile, a hidden caller), it is 市话, for the same reason.
    #[must_use]
    pub fn settled_class(&self) -> (CallerClass, Basis) {
        if let Some(class) = self.caller_class {
            return (class, Basis::File);
        }
        let delivered = self.delivered_to.as_deref().unwrap_or_default();
        match class_of(&self.caller, delivered) {
            Some(class) => (class, Basis::Numbers),
            None => (CallerClass::Local, Basis::Assumed),
        }
    }
}

impl CallIdentity {
    /// The key itself, for an index. It contains telephone numbers.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for CallIdentity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.0.split('|').next().unwrap_or_default();
        f.debug_tuple("CallIdentity").field(&number).finish()
    }
}

impl fmt::Debug for CallRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let delivered = self.delivered_to.as_deref().map(mask::telephone);
        f.debug_struct("CallRecord")
            .field("number", &self.number.as_str())
            .field("caller", &mask::telephone(&self.caller))
            .field("delivered_to", &delivered)
            .field("started", &self.started)
            .field("seconds", &self.seconds)
            .field("answered", &self.answered)
            .field("caller_class", &self.caller_class)
            .field("leg", &self.leg)
            .field("carrier_charge", &self.carrier_charge)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
