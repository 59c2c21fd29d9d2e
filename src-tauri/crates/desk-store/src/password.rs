//! Owns which passwords and staff names are taken. Refuses what everyone
//! would guess first; asks for length, not for odd characters.

use crate::{StoreError, StoreResult};

/// Fewest characters of a password.
pub const PASSWORD_MINIMUM: usize = 8;
/// Most characters of a password.
pub const PASSWORD_MAXIMUM: usize = 256;
/// Most characters of a staff name.
pub const STAFF_NAME_MAXIMUM: usize = 40;

const EVERYONES: [&str; 12] = [
    "password",
    "passw0rd",
    "p@ssword",
    "p@ssw0rd",
    "qwertyuiop",
    "qwerty123",
    "1q2w3e4r",
    "1qaz2wsx",
    "a1b2c3d4",
    "admin123",
    "woaini1314",
    "iloveyou",
];

/// Checks a password that is about to be set for `name`.
///
/// # Errors
/// `PasswordTooShort`, `PasswordTooLong`, `PasswordIsName`, `PasswordTrivial`.
pub fn check_password(name: &str, password: &str) -> StoreResult<()> {
    let length = password.chars().count();
    if length < PASSWORD_MINIMUM {
        return Err(StoreError::PasswordTooShort {
            minimum: PASSWORD_MINIMUM,
        });
    }
    if length > PASSWORD_MAXIMUM {
        return Err(StoreError::PasswordTooLong {
            maximum: PASSWORD_MAXIMUM,
        });
    }
    let lower: Vec<char> = password.to_lowercase().chars().collect();
    let owner: Vec<char> = name.trim().to_lowercase().chars().collect();
    if is_repetition_of(&lower, &owner) {
        return Err(StoreError::PasswordIsName);
    }
    if is_repeated(&lower)
        || is_run(&lower)
        || EVERYONES
            .iter()
            .any(|p| lower.iter().copied().eq(p.chars()))
    {
        return Err(StoreError::PasswordTrivial);
    }
    Ok(())
}

/// Whether `text` is `unit` over and over (`王敏王敏王敏王敏`).
fn is_repetition_of(text: &[char], unit: &[char]) -> bool {
    !unit.is_empty() && text.chunks(unit.len()).all(|part| unit.starts_with(part))
}

/// Whether at most three characters are repeated all through (`aaaaaaaa`,
/// `12121212`, `abcabcab`), or four twice (`12341234`).
fn is_repeated(text: &[char]) -> bool {
    (1..=4).any(|n| is_repetition_of(text, &text[..n.min(text.len())]))
}

/// Whether the characters run up or down by one (`12345678`, `hgfedcba`,
/// `23456789`, `34567890`).
fn is_run(text: &[char]) -> bool {
    let step = |a: char, b: char| match (a, b) {
        ('9', '0') => 1,
        ('0', '9') => -1,
        _ => i64::from(u32::from(b)) - i64::from(u32::from(a)),
    };
    let steps: Vec<i64> = text.windows(2).map(|pair| step(pair[0], pair[1])).collect();
    steps.iter().all(|s| *s == 1) || steps.iter().all(|s| *s == -1)
}

/// The name a member of staff signs in with, trimmed.
///
/// # Errors
/// `StaffNameRefused`: empty, over 40 characters, or with control characters.
pub(crate) fn staff_name(name: &str) -> StoreResult<String> {
    let name = name.trim();
    let length = name.chars().count();
    if length == 0 || length > STAFF_NAME_MAXIMUM || name.chars().any(char::is_control) {
        return Err(StoreError::StaffNameRefused {
            maximum: STAFF_NAME_MAXIMUM,
        });
    }
    Ok(name.to_owned())
}
