//! Who may come in: whoever has the token, first, and in time.

use super::super::ScanError;
use std::time::{Duration, Instant};

/// Bytes of a secret; written, two signs each.
const SECRET: usize = 16;

/// The gate of one upload page.
pub(super) struct Gate {
    token: String,
    /// What the telephone that came first was given to be known by.
    guest: Option<String>,
    end: Instant,
}

/// Whether somebody may come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Entry {
    /// Yes, and is to be known by this from now on.
    Welcome(String),
    /// The token was used by another telephone.
    Taken,
    /// There is nothing here to see.
    Unknown,
}

impl Gate {
    pub(super) fn new(open: Duration) -> Result<Self, ScanError> {
        Ok(Self {
            token: secret()?,
            guest: None,
            end: Instant::now() + open,
        })
    }

    pub(super) fn token(&self) -> &str {
        &self.token
    }

    /// How long it stays open.
    pub(super) fn left(&self) -> Duration {
        self.end.saturating_duration_since(Instant::now())
    }

    /// Somebody asks for the page.
    pub(super) fn enter(&mut self, token: &str, known: Option<&str>) -> Result<Entry, ScanError> {
        if self.left().is_zero() || !same(token, &self.token) {
            return Ok(Entry::Unknown);
        }
        if let Some(guest) = &self.guest {
            let returns = known.is_some_and(|known| same(known, guest));
            return Ok(if returns {
                Entry::Welcome(guest.clone())
            } else {
                Entry::Taken
            });
        }
        let guest = secret()?;
        self.guest = Some(guest.clone());
        Ok(Entry::Welcome(guest))
    }

    /// Whether somebody may send: the guest alone.
    pub(super) fn admits(&self, token: &str, known: Option<&str>) -> bool {
        !self.left().is_zero()
            && same(token, &self.token)
            && match (&self.guest, known) {
                (Some(guest), Some(known)) => same(known, guest),
                _ => false,
            }
    }
}

/// Something nobody can guess.
pub(super) fn secret() -> Result<String, ScanError> {
    let mut bytes = [0; SECRET];
    getrandom::fill(&mut bytes).map_err(|error| ScanError::PageUnopened(error.to_string()))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Compares in a time that does not tell how much was right.
fn same(one: &str, other: &str) -> bool {
    let differ = one
        .bytes()
        .zip(other.bytes())
        .fold(0, |sum, (a, b)| sum | (a ^ b));
    one.len() == other.len() && differ == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_token_opens_for_one_telephone() {
        let mut gate = Gate::new(Duration::from_secs(60)).unwrap();
        let token = gate.token().to_owned();
        assert_eq!(gate.enter("wrong", None).unwrap(), Entry::Unknown);
        assert!(!gate.admits(&token, None), "before anybody came");
        let Entry::Welcome(guest) = gate.enter(&token, None).unwrap() else {
            panic!("the first one comes in");
        };
        assert_eq!(gate.enter(&token, None).unwrap(), Entry::Taken);
        assert_eq!(
            gate.enter(&token, Some(&guest)).unwrap(),
            Entry::Welcome(guest.clone())
        );
        assert!(gate.admits(&token, Some(&guest)));
        assert!(!gate.admits("wrong", Some(&guest)));
        assert!(!gate.admits(&token, Some("")));
    }

    #[test]
    fn nobody_comes_in_when_time_is_up() {
        let mut gate = Gate::new(Duration::ZERO).unwrap();
        let token = gate.token().to_owned();
        assert_eq!(gate.enter(&token, None).unwrap(), Entry::Unknown);
    }
}
