//! Renewals in the ledger (协议四（二）8): the floor follows from the entries, a
//! renewal that was taken back counts for nothing, and a manager may let a lower
//! one through with a reason.

use super::{Entry, EntryId, EntryKind};
use crate::agreement::{AgreementError, check_renewal, renewal_floor};
use crate::money::Money;
use std::collections::BTreeSet;

/// The least that the next renewal may amount to: the contract amount, and the
/// amount of the first renewal that stands, once there is one. `entries` are
/// those of the account, in the ledger's order.
#[must_use]
pub fn floor_of(contract: Money, entries: &[Entry]) -> Money {
    let reversed: BTreeSet<EntryId> = entries.iter().filter_map(|entry| entry.reverses).collect();
    let first = entries
        .iter()
        .find(|entry| entry.kind == EntryKind::Renewal && !reversed.contains(&entry.id))
        .map(|entry| entry.amount);
    renewal_floor(contract, first)
}

/// Whether a renewal may be booked. `reason` is a manager's for letting a lower
/// one through; a blank one is none.
///
/// # Errors
/// [`AgreementError::RenewalBelowFloor`].
pub fn check_renewal_payment(
    floor: Money,
    offered: Money,
    reason: Option<&str>,
) -> Result<(), AgreementError> {
    if reason.is_some_and(|reason| !reason.trim().is_empty()) {
        return Ok(());
    }
    check_renewal(floor, offered)
}
