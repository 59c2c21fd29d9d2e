//! Amounts of money. [`Money`] is whole fen, as it stands in the ledger and on
//! paper; [`Rate`] and [`Charge`] are ten-thousandths of a yuan, as a call costs
//! them. Refuses floats, more than two decimals, and amounts no contract of
//! this trade has; rounds in one place only, [`Charge::round_half_up`].

mod charge;

pub use charge::{Charge, Rate};

use crate::refusal::refusal_codes;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;
use ts_rs::TS;

/// The largest amount either way: 10^13 fen, a hundred thousand million yuan.
const LIMIT_FEN: i64 = 10_000_000_000_000;

/// An amount in fen. Serialised as the whole number of fen.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize, TS,
)]
#[serde(try_from = "i64", into = "i64")]
#[ts(type = "number")]
pub struct Money(i64);

/// Why a text or a number is no amount of money.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MoneyError {
    /// Nothing stands there.
    #[error("empty")]
    Empty,
    /// Something that does not belong into an amount.
    #[error("{found} cannot stand in an amount")]
    Character {
        /// What stands there.
        found: char,
    },
    /// The characters are right and in no order of an amount.
    #[error("not in the form of an amount")]
    Form,
    /// Parts of a fen (or, for a rate, of 1/10 000 yuan).
    #[error("more than {allowed} decimals")]
    Decimals {
        /// How many there may be.
        allowed: u32,
    },
    /// A minus where amounts have none.
    #[error("negative")]
    Negative,
    /// Beyond 10^13 fen either way.
    #[error("out of bounds")]
    OutOfBounds,
}

refusal_codes!(MoneyError {
    Empty => "MoneyEmpty",
    Character { found } => "MoneyCharacter",
    Form => "MoneyForm",
    Decimals { allowed } => "MoneyDecimals",
    Negative => "MoneyNegative",
    OutOfBounds => "MoneyOutOfBounds",
});

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// Whole yuan, for constants. Every `u32` of yuan is in bounds.
    #[must_use]
    pub const fn yuan(yuan: u32) -> Self {
        Self(yuan as i64 * 100)
    }

    /// That many fen, negative ones too: the way out of the store.
    ///
    /// # Errors
    /// [`MoneyError::OutOfBounds`].
    pub const fn from_fen(fen: i64) -> Result<Self, MoneyError> {
        if fen < -LIMIT_FEN || fen > LIMIT_FEN {
            return Err(MoneyError::OutOfBounds);
        }
        Ok(Self(fen))
    }

    /// Reads an amount as people write it: `1409.5`, `1,409.50`, `￥1,409.50元`,
    /// full-width. Thousands separators must stand where they belong.
    ///
    /// # Errors
    /// [`MoneyError`]; a minus is refused, see [`Money::parse_signed`].
    pub fn parse(raw: &str) -> Result<Self, MoneyError> {
        let amount = Self::parse_signed(raw)?;
        if amount.is_negative() {
            Err(MoneyError::Negative)
        } else {
            Ok(amount)
        }
    }

    /// As [`Money::parse`], and takes a minus in front.
    ///
    /// # Errors
    /// [`MoneyError`].
    pub fn parse_signed(raw: &str) -> Result<Self, MoneyError> {
        parse_scaled(raw, 2).and_then(Self::from_fen)
    }

    /// An exact decimal of yuan, for spreadsheets.
    ///
    /// # Errors
    /// [`MoneyError::Decimals`] when it has parts of a fen.
    pub fn from_decimal(yuan: Decimal) -> Result<Self, MoneyError> {
        let fen = yuan
            .checked_mul(Decimal::ONE_HUNDRED)
            .ok_or(MoneyError::OutOfBounds)?;
        if !fen.fract().is_zero() {
            return Err(MoneyError::Decimals { allowed: 2 });
        }
        Self::from_fen(fen.to_i64().ok_or(MoneyError::OutOfBounds)?)
    }

    /// The amount in yuan with two decimals, for spreadsheets.
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.0, 2)
    }

    /// The amount in fen.
    #[must_use]
    pub const fn fen(self) -> i64 {
        self.0
    }

    /// Whether it is less than nothing.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Whether it is nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The other sign: how a ledger takes money off.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self(-self.0)
    }

    /// The sum.
    ///
    /// # Errors
    /// [`MoneyError::OutOfBounds`].
    pub fn checked_add(self, other: Self) -> Result<Self, MoneyError> {
        Self::from_fen(self.0 + other.0)
    }

    /// The difference; may be negative.
    ///
    /// # Errors
    /// [`MoneyError::OutOfBounds`].
    pub fn checked_sub(self, other: Self) -> Result<Self, MoneyError> {
        Self::from_fen(self.0 - other.0)
    }

    /// So many times the amount, for example months of a minimum.
    ///
    /// # Errors
    /// [`MoneyError::OutOfBounds`].
    pub fn times(self, count: u32) -> Result<Self, MoneyError> {
        let fen = self
            .0
            .checked_mul(i64::from(count))
            .ok_or(MoneyError::OutOfBounds)?;
        Self::from_fen(fen)
    }

    /// The sum of many.
    ///
    /// # Errors
    /// [`MoneyError::OutOfBounds`] as soon as a partial sum is out of bounds.
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Result<Self, MoneyError> {
        amounts.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }
}

/// `1,409.50`, always with two decimals.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (yuan, fen) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        let sign = if self.0 < 0 { "-" } else { "" };
        f.pad(&format!("{sign}{}.{fen:02}", with_separators(yuan)))
    }
}

impl TryFrom<i64> for Money {
    type Error = MoneyError;

    fn try_from(fen: i64) -> Result<Self, MoneyError> {
        Self::from_fen(fen)
    }
}

impl From<Money> for i64 {
    fn from(amount: Money) -> Self {
        amount.0
    }
}

fn with_separators(number: u64) -> String {
    let digits = number.to_string();
    let mut shown = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

/// Reads a decimal number of yuan as an integer of 10^-`decimals` yuan.
fn parse_scaled(raw: &str, decimals: u32) -> Result<i64, MoneyError> {
    let text = folded(raw)?;
    let (negative, number) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.as_str()),
    };
    if let Some(found) = number
        .chars()
        .find(|c| !matches!(c, '0'..='9' | '.' | ',' | '-'))
    {
        return Err(MoneyError::Character { found });
    }
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    let whole = without_separators(whole).ok_or(MoneyError::Form)?;
    if part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit()) {
        return Err(MoneyError::Form);
    }
    let part = part.trim_end_matches('0');
    let width = decimals as usize;
    if part.len() > width {
        return Err(MoneyError::Decimals { allowed: decimals });
    }
    let scaled: i64 = format!("{whole}{part:0<width$}")
        .parse()
        .map_err(|_| MoneyError::OutOfBounds)?;
    Ok(if negative { -scaled } else { scaled })
}

/// Full-width forms, spaces and currency signs taken off.
fn folded(raw: &str) -> Result<String, MoneyError> {
    use crate::identifier::{TextFault, fold};
    let text = fold(raw).map_err(|fault| match fault {
        TextFault::Empty => MoneyError::Empty,
        TextFault::ControlCharacter { .. } => MoneyError::Character { found: '\u{FFFD}' },
        TextFault::TooLong { .. } => MoneyError::OutOfBounds,
    })?;
    // An input method in Chinese mode types 。 for the decimal point.
    let text: String = text
        .replace('。', ".")
        .chars()
        .filter(|c| *c != ' ')
        .collect();
    let text = text.strip_prefix("人民币").unwrap_or(&text);
    let text = text.strip_prefix(['¥', '￥']).unwrap_or(text);
    let text = text.strip_suffix('元').unwrap_or(text);
    if text.is_empty() {
        Err(MoneyError::Empty)
    } else {
        Ok(text.to_owned())
    }
}

/// Digits, with separators every three or none at all. `1,5` could be one and a
/// half or fifteen, so it is neither.
fn without_separators(whole: &str) -> Option<String> {
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let separated = !rest.is_empty();
    let sound = digits(first)
        && (!separated || first.len() <= 3)
        && rest.iter().all(|group| group.len() == 3 && digits(group));
    sound.then(|| format!("{first}{}", rest.concat()))
}

#[cfg(test)]
mod tests;
