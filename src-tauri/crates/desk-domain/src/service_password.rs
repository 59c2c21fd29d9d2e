//! 用户服务密码 (协议第三条（二）): what a customer may choose, and how repeated
//! failures lock it. Keeps no password and no hash; that is the store's. A
//! password has no `Debug` and no serialised form, so that nothing can show it.

use crate::refusal::refusal_codes;
use chrono::{NaiveDateTime, TimeDelta};
use thiserror::Error;

/// Wrong tries in a row before it locks.
pub const TRIES: u32 = 5;
/// How long it stays locked.
pub const LOCK: TimeDelta = TimeDelta::minutes(30);

/// Fewest and most digits: what is said over the telephone must be short.
const LENGTH: std::ops::RangeInclusive<usize> = 6..=12;

/// A password a customer has chosen. Six to twelve digits.
pub struct ServicePassword(String);

/// Why a password is not taken or not tried.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ServicePasswordError {
    /// Something else than digits.
    #[error("not digits only")]
    Digits,
    /// Too short or too long.
    #[error("not {fewest} to {most} digits")]
    Length {
        /// Fewest digits.
        fewest: usize,
        /// Most digits.
        most: usize,
    },
    /// One digit over and over, or a run like 123456.
    #[error("trivial")]
    Trivial,
    /// Part of a number that others know: a telephone, an identity number, the
    /// 400 number, the company's code.
    #[error("part of a known number")]
    Known,
    /// Locked after repeated failures.
    #[error("locked until {until}")]
    Locked {
        /// When it may be tried again.
        until: NaiveDateTime,
    },
}

refusal_codes!(ServicePasswordError {
    Digits => "ServicePasswordDigits",
    Length { fewest, most } => "ServicePasswordLength",
    Trivial => "ServicePasswordTrivial",
    Known => "ServicePasswordKnown",
    Locked { until } => "ServicePasswordStillLocked",
});

impl ServicePassword {
    /// Takes a password, unless it is trivial or part of one of `known`:
    /// numbers that anyone may see on the customer's papers.
    ///
    /// # Errors
    /// [`ServicePasswordError`].
    pub fn choose(raw: &str, known: &[&str]) -> Result<Self, ServicePasswordError> {
        let text = raw.trim();
        if !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(ServicePasswordError::Digits);
        }
        if !LENGTH.contains(&text.len()) {
            let (fewest, most) = (*LENGTH.start(), *LENGTH.end());
            return Err(ServicePasswordError::Length { fewest, most });
        }
        if is_run(text) || is_repeated(text) {
            return Err(ServicePasswordError::Trivial);
        }
        let digits_of =
            |number: &&str| -> String { number.chars().filter(char::is_ascii_digit).collect() };
        if known.iter().any(|number| digits_of(number).contains(text)) {
            return Err(ServicePasswordError::Known);
        }
        Ok(Self(text.to_owned()))
    }

    /// The digits, to be hashed.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

/// 123456, 987654, 000000: each digit away from the last by the same −1, 0 or 1.
fn is_run(text: &str) -> bool {
    let steps: Vec<i32> = text
        .as_bytes()
        .windows(2)
        .map(|pair| i32::from(pair[1]) - i32::from(pair[0]))
        .collect();
    (-1..=1).any(|step| steps.iter().all(|s| *s == step))
}

/// 121212, 123123, 12341234: up to four digits over and over.
fn is_repeated(text: &str) -> bool {
    (1..=4).any(|length| {
        let (unit, _) = text.split_at(length);
        text.len() >= 2 * length
            && text
                .as_bytes()
                .chunks(length)
                .all(|part| unit.as_bytes().starts_with(part))
    })
}

/// How often a password was tried in vain, and until when it is locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lock {
    /// Wrong tries in a row.
    pub failures: u32,
    /// Until when nothing is tried.
    pub until: Option<NaiveDateTime>,
}

impl Lock {
    /// Whether a try is looked at now.
    ///
    /// # Errors
    /// [`ServicePasswordError::Locked`].
    pub fn admit(self, now: NaiveDateTime) -> Result<(), ServicePasswordError> {
        match self.until {
            Some(until) if now < until => Err(ServicePasswordError::Locked { until }),
            _ => Ok(()),
        }
    }

    /// After a wrong try. A lock that has run out starts a new count.
    #[must_use]
    pub fn after_wrong(self, now: NaiveDateTime) -> Self {
        let failures = if self.until.is_some() {
            1
        } else {
            self.failures + 1
        };
        Self {
            failures,
            until: (failures >= TRIES).then(|| now + LOCK),
        }
    }

    /// After the right password, or a reset against the handler's ID.
    #[must_use]
    pub fn opened() -> Self {
        Self::default()
    }

    /// Wrong tries left before it locks.
    #[must_use]
    pub fn left(self) -> u32 {
        if self.until.is_some() {
            0
        } else {
            TRIES.saturating_sub(self.failures)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Refusal;
    use proptest::prelude::*;

    fn refused(raw: &str, known: &[&str]) -> Option<&'static str> {
        ServicePassword::choose(raw, known)
            .err()
            .map(|error| error.code())
    }

    fn noon() -> NaiveDateTime {
        "2026-11-22T12:00:00".parse().unwrap()
    }

    #[test]
    fn trivial_passwords_are_refused() {
        for raw in [
            "000000", "123456", "987654", "121212", "123123", "12341234", "1212121",
        ] {
            assert_eq!(refused(raw, &[]), Some("ServicePasswordTrivial"), "{raw}");
        }
        assert_eq!(refused("283746", &[]), None);
    }

    #[test]
    fn passwords_are_six_to_twelve_digits() {
        assert_eq!(refused("28374", &[]), Some("ServicePasswordLength"));
        assert_eq!(refused("2837462837461", &[]), Some("ServicePasswordLength"));
        assert_eq!(refused("28374a", &[]), Some("ServicePasswordDigits"));
        assert_eq!(refused("２８３７４６", &[]), Some("ServicePasswordDigits"));
    }

    #[test]
    fn numbers_on_the_customers_papers_are_no_passwords() {
        let known = ["11010519491231002X", "138-0013-8000", "400-812-3456"];
        for raw in ["491231", "00138000", "123456", "8123456"] {
            assert!(refused(raw, &known).is_some(), "{raw}");
        }
        assert_eq!(refused("283746", &known), None);
    }

    #[test]
    fn clause_3_2_it_locks_after_repeated_failures_and_opens_after_a_while() {
        let mut lock = Lock::default();
        for left in (0..TRIES).rev() {
            assert_eq!(lock.admit(noon()), Ok(()));
            lock = lock.after_wrong(noon());
            assert_eq!(lock.left(), left);
        }
        let until = noon() + LOCK;
        assert_eq!(
            lock.admit(noon()),
            Err(ServicePasswordError::Locked { until })
        );
        assert_eq!(lock.admit(until), Ok(()));
        assert_eq!(
            lock.after_wrong(until),
            Lock {
                failures: 1,
                until: None
            }
        );
        assert_eq!(Lock::opened().left(), TRIES);
    }

    proptest! {
        #[test]
        fn no_more_than_five_tries_are_looked_at_in_half_an_hour(
            gaps in prop::collection::vec(0_i64..900, 1..200),
        ) {
            let mut now = noon();
            let mut lock = Lock::default();
            let mut looked_at: Vec<NaiveDateTime> = Vec::new();
            for gap in gaps {
                now += TimeDelta::seconds(gap);
                if lock.admit(now).is_ok() {
                    lock = lock.after_wrong(now);
                    looked_at.push(now);
                }
            }
            // Six tries in a row are at least one lock apart.
            prop_assert!(looked_at.windows(6).all(|six| six[5] - six[0] >= LOCK));
        }
    }
}
