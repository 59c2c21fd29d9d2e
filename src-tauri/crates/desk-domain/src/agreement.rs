//! Agreement numbers and the states of a printed agreement. Refuses a number
//! that is not in its form and a renewal below the floor (协议四（二）8).

use crate::identifier::{TextFault, fold};
use crate::money::Money;
use crate::refusal::refusal_codes;
use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;
use ts_rs::TS;

/// Where a printed agreement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AgreementState {
    /// 待签: printed, not signed.
    Printed,
    /// 已签: signed, not yet in force.
    Signed,
    /// 已生效.
    InForce,
    /// 已作废: keeps its number and its reason.
    Void,
    /// 已终止: ended by closing the number.
    Ended,
}

/// Why an agreement, its number or its renewal is refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AgreementError {
    /// Not even looked at.
    #[error(transparent)]
    Text(#[from] TextFault),
    /// Not in the form `QF-2026-000001`.
    #[error("not in the form of an agreement number")]
    NumberForm,
    /// No agreement goes from that state into the other.
    #[error("no way from {from} to {to}")]
    Step {
        /// Where it stands.
        from: &'static str,
        /// Where it was to go.
        to: &'static str,
    },
    /// 协议四（二）8: no renewal below the first one, nor the first one below
    /// the contract amount.
    #[error("renewal of {offered} below the floor of {floor}")]
    RenewalBelowFloor {
        /// The least that may be paid.
        floor: Money,
        /// What was offered.
        offered: Money,
    },
}

refusal_codes!(AgreementError {
    NumberForm => "AgreementNumberForm",
    Step { from, to } => "AgreementStep",
    RenewalBelowFloor { floor, offered } => "RenewalBelowFloor",
} within Text);

impl AgreementState {
    /// Every state, in the order of an agreement's life.
    pub const ALL: [Self; 5] = [
        Self::Printed,
        Self::Signed,
        Self::InForce,
        Self::Void,
        Self::Ended,
    ];

    /// 待签字, 已签字, 已生效, 已作废, 已终止.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Printed => "待签字",
            Self::Signed => "已签字",
            Self::InForce => "已生效",
            Self::Void => "已作废",
            Self::Ended => "已终止",
        }
    }

    /// Whether it holds its 400 number: everything but void and ended
    /// (协议四（二）7: one number, one live agreement).
    #[must_use]
    pub fn is_live(self) -> bool {
        matches!(self, Self::Printed | Self::Signed | Self::InForce)
    }

    /// The state after a step in an agreement's life (协议八（三）: printed,
    /// signed by both sides, in force).
    ///
    /// # Errors
    /// [`AgreementError::Step`].
    pub fn into_state(self, to: Self) -> Result<Self, AgreementError> {
        let leads_there = matches!(
            (self, to),
            (Self::Printed, Self::Signed | Self::Void)
                | (Self::Signed, Self::InForce | Self::Void)
                | (Self::InForce, Self::Ended)
        );
        if leads_there {
            Ok(to)
        } else {
            Err(AgreementError::Step {
                from: self.chinese(),
                to: to.chinese(),
            })
        }
    }
}

/// 协议编号, `QF-2026-000001`: the firm's letters, the year, the place within it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct AgreementNumber {
    prefix: String,
    year: i32,
    sequence: u32,
}

impl AgreementNumber {
    /// Puts a number together: one to eight capital letters or digits, a year
    /// of four digits, a place from 1 to 999 999.
    ///
    /// # Errors
    /// [`AgreementError::NumberForm`].
    pub fn new(prefix: &str, year: i32, sequence: u32) -> Result<Self, AgreementError> {
        let prefix_fits = (1..=8).contains(&prefix.len())
            && prefix
                .bytes()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        if !prefix_fits || !(2000..=9999).contains(&year) || !(1..=999_999).contains(&sequence) {
            return Err(AgreementError::NumberForm);
        }
        Ok(Self {
            prefix: prefix.to_owned(),
            year,
            sequence,
        })
    }

    /// Reads a number; lower case, full-width forms and spaces are forgiven.
    ///
    /// # Errors
    /// [`AgreementError`].
    pub fn parse(raw: &str) -> Result<Self, AgreementError> {
        let text = fold(raw)?.replace(' ', "").to_ascii_uppercase();
        let mut parts = text.split('-');
        let (Some(prefix), Some(year), Some(sequence), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(AgreementError::NumberForm);
        };
        let digits = |text: &str, count: usize| {
            text.len() == count && text.bytes().all(|b| b.is_ascii_digit())
        };
        if !digits(year, 4) || !digits(sequence, 6) {
            return Err(AgreementError::NumberForm);
        }
        let year = year.parse().map_err(|_| AgreementError::NumberForm)?;
        let sequence = sequence.parse().map_err(|_| AgreementError::NumberForm)?;
        Self::new(prefix, year, sequence)
    }

    /// The firm's letters.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The year it was printed in.
    #[must_use]
    pub fn year(&self) -> i32 {
        self.year
    }

    /// Its place within the year, from 1, without gap.
    #[must_use]
    pub fn sequence(&self) -> u32 {
        self.sequence
    }
}

impl fmt::Display for AgreementNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!(
            "{}-{}-{:06}",
            self.prefix, self.year, self.sequence
        ))
    }
}

impl TryFrom<String> for AgreementNumber {
    type Error = AgreementError;

    fn try_from(raw: String) -> Result<Self, AgreementError> {
        Self::parse(&raw)
    }
}

impl From<AgreementNumber> for String {
    fn from(number: AgreementNumber) -> Self {
        number.to_string()
    }
}

/// The least that a renewal may amount to: the first renewal, or the contract
/// while there was none (协议四（二）8). A first renewal that a manager once let
/// through below the contract does not lower the floor.
#[must_use]
pub fn renewal_floor(contract: Money, first_renewal: Option<Money>) -> Money {
    first_renewal.map_or(contract, |first| first.max(contract))
}

/// Whether a renewal reaches the floor; the same amount does.
///
/// # Errors
/// [`AgreementError::RenewalBelowFloor`].
pub fn check_renewal(floor: Money, offered: Money) -> Result<(), AgreementError> {
    if offered < floor {
        return Err(AgreementError::RenewalBelowFloor { floor, offered });
    }
    Ok(())
}

#[cfg(test)]
mod tests;
