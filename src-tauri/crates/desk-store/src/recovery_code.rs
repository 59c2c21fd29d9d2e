//! Owns the form of the recovery code: thirty characters in six groups, the
//! last of each group checking it. Refuses to let a slip of the finger look
//! like a wrong code.

use std::fmt;

use zeroize::{Zeroize, Zeroizing};

use crate::{StoreError, StoreResult, random};

/// Digits and capitals without 0, 1, I, L and O, which are misread; 31 of
/// them, a prime, so that the weighted sum below catches every single wrong
/// character and every swap of neighbours.
const ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const GROUPS: usize = 6;
const GROUP: usize = 5;
const LENGTH: usize = GROUPS * GROUP;

/// The code that lets a manager back in when a password is forgotten.
///
/// Shown once, when the store is founded or the code renewed; the store keeps
/// only what the code opens. It holds 24 free characters: 118 bits.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(Zeroizing<String>);

impl RecoveryCode {
    pub(crate) fn generate() -> StoreResult<Self> {
        let mut code = Zeroizing::new(String::with_capacity(LENGTH));
        for group in 0..GROUPS {
            let mut values = [0_usize; GROUP - 1];
            for value in &mut values {
                *value = any_symbol()?;
            }
            code.extend(values.iter().map(|v| char::from(ALPHABET[*v])));
            code.push(char::from(ALPHABET[check_symbol(group, &values)]));
            values.zeroize();
        }
        Ok(Self(code))
    }

    /// Reads a code as typed: small letters, spaces and dashes of any kind
    /// between the groups are fine.
    ///
    /// # Errors
    /// `RecoveryCodeLength`; `RecoveryCodeTypo` naming the first wrong group.
    pub fn parse(typed: &str) -> StoreResult<Self> {
        let code: Zeroizing<String> = Zeroizing::new(
            typed
                .chars()
                .filter(|c| !c.is_whitespace() && !"-—–－_·.".contains(*c))
                .map(narrow)
                .collect(),
        );
        let found = code.chars().count();
        if found != LENGTH {
            return Err(StoreError::RecoveryCodeLength {
                found,
                expected: LENGTH,
            });
        }
        let values: Vec<Option<usize>> = code.chars().map(value_of).collect();
        for (group, part) in values.chunks(GROUP).enumerate() {
            let known: Option<Vec<usize>> = part.iter().copied().collect();
            let right = known.is_some_and(|v| check_symbol(group, &v[..GROUP - 1]) == v[GROUP - 1]);
            if !right {
                return Err(StoreError::RecoveryCodeTypo { group: group + 1 });
            }
        }
        Ok(Self(code))
    }

    pub(crate) fn secret(&self) -> &str {
        &self.0
    }
}

/// Capital, and half-width where an input method made it full-width.
fn narrow(c: char) -> char {
    let half = match u32::from(c) {
        wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    half.to_ascii_uppercase()
}

fn value_of(c: char) -> Option<usize> {
    ALPHABET.iter().position(|a| char::from(*a) == c)
}

/// Weighted sum mod 31; the group's number goes in, so that two groups
/// written down in the wrong order are noticed too.
fn check_symbol(group: usize, values: &[usize]) -> usize {
    let sum: usize = values.iter().enumerate().map(|(i, v)| (i + 2) * v).sum();
    (sum + 7 * group + 1) % ALPHABET.len()
}

/// One unbiased symbol: bytes of 248 and above are thrown away.
fn any_symbol() -> StoreResult<usize> {
    loop {
        let byte = usize::from(random::secret::<1>()?[0]);
        if byte < ALPHABET.len() * 8 {
            return Ok(byte % ALPHABET.len());
        }
    }
}

impl fmt::Display for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, c) in self.0.chars().enumerate() {
            if i > 0 && i % GROUP == 0 {
                f.write_str("-")?;
            }
            write!(f, "{c}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}
