//! An account as a whole: what is left, how it came to that, and whether every
//! entry keeps the rules. For one account at a time, in the order of the ledger.

use super::{Entry, EntryId, EntryKind, LedgerError};
use crate::money::{Money, MoneyError};
use std::collections::{BTreeMap, BTreeSet};

/// What is left: the sum of the entries, in whatever order.
///
/// # Errors
/// [`MoneyError::OutOfBounds`].
pub fn balance<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Result<Money, MoneyError> {
    Money::sum(entries.into_iter().map(|entry| entry.amount))
}

/// What was left after each entry, in the order given.
///
/// # Errors
/// [`MoneyError::OutOfBounds`].
pub fn running(entries: &[Entry]) -> Result<Vec<Money>, MoneyError> {
    let mut left = Money::ZERO;
    entries
        .iter()
        .map(|entry| {
            left = left.checked_add(entry.amount)?;
            Ok(left)
        })
        .collect()
}

/// Everything in one account that breaks a rule: signs, months, and reversals
/// that are not exactly the opposite of one earlier entry of the same number,
/// or come twice. Empty for a sound one. `entries` are in the ledger's order.
#[must_use]
pub fn verify(entries: &[Entry]) -> Vec<(EntryId, LedgerError)> {
    let mut seen: BTreeMap<EntryId, &Entry> = BTreeMap::new();
    let mut reversed: BTreeSet<EntryId> = BTreeSet::new();
    let mut faults = Vec::new();
    for entry in entries {
        let sound = entry
            .kind
            .check(entry.month, entry.amount)
            .and_then(|()| check_reversal(entry, &seen, &mut reversed));
        if let Err(fault) = sound {
            faults.push((entry.id, fault));
        }
        seen.insert(entry.id, entry);
    }
    faults
}

fn check_reversal(
    entry: &Entry,
    seen: &BTreeMap<EntryId, &Entry>,
    reversed: &mut BTreeSet<EntryId>,
) -> Result<(), LedgerError> {
    let original = match (entry.kind, entry.reverses) {
        (EntryKind::Reversal, Some(id)) => seen.get(&id).ok_or(LedgerError::NothingReversed)?,
        (EntryKind::Reversal, None) | (_, Some(_)) => return Err(LedgerError::NothingReversed),
        (_, None) => return Ok(()),
    };
    if original.number != entry.number {
        return Err(LedgerError::NothingReversed);
    }
    if original.kind == EntryKind::Reversal {
        return Err(LedgerError::ReversalOfReversal);
    }
    if original.amount.negated() != entry.amount {
        return Err(LedgerError::ReversalAmount);
    }
    if !reversed.insert(original.id) {
        return Err(LedgerError::ReversedTwice);
    }
    Ok(())
}
