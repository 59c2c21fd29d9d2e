//! Owns the one door to randomness. Refuses to go on without it.

use data_encoding::HEXLOWER;
use zeroize::Zeroizing;

use crate::{StoreError, StoreResult};

/// `N` bytes that nobody can guess.
/// Random bytes that a key can be made of.
///
/// # Errors
/// `RandomnessMissing`, when the system gives none.
pub fn random_32() -> StoreResult<Zeroizing<[u8; 32]>> {
    secret()
}

pub(crate) fn secret<const N: usize>() -> StoreResult<Zeroizing<[u8; N]>> {
    let mut bytes = Zeroizing::new([0_u8; N]);
    getrandom::fill(&mut *bytes).map_err(|_| StoreError::NoRandomness)?;
    Ok(bytes)
}

/// A name that no other file has.
pub(crate) fn file_tag() -> StoreResult<String> {
    Ok(HEXLOWER.encode(&*secret::<8>()?))
}
