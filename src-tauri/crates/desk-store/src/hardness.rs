//! Owns how much work one guess at a password costs. Refuses a keyring that
//! asks for so much that opening it would be an attack on the desk itself.

use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::{StoreError, StoreResult};

/// The cost of one Argon2id run (RFC 9106).
///
/// A store keeps the hardness it was founded with; every password set in it
/// is wrapped with that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hardness {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl Hardness {
    /// 64 MiB and three passes: the second recommendation of RFC 9106, about
    /// a quarter of a second on an office computer.
    pub const STANDARD: Self = Self {
        memory_kib: 64 * 1024,
        passes: 3,
        lanes: 1,
    };

    /// Next to nothing, so that tests with many passwords stay fast. Exists
    /// only under the `cheap-passwords` feature, which no program switches on.
    #[cfg(any(test, feature = "cheap-passwords"))]
    pub const FOR_TESTS: Self = Self {
        memory_kib: 8,
        passes: 1,
        lanes: 1,
    };

    const MOST: Self = Self {
        memory_kib: 1024 * 1024,
        passes: 16,
        lanes: 16,
    };

    fn bearable(self) -> bool {
        self.memory_kib <= Self::MOST.memory_kib
            && self.passes <= Self::MOST.passes
            && self.lanes <= Self::MOST.lanes
    }

    /// Argon2id of this hardness.
    pub(crate) fn argon2(self) -> StoreResult<Argon2<'static>> {
        if !self.bearable() {
            return Err(refused());
        }
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32))
            .map_err(|_| refused())?;
        Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
    }

    /// Stretches a password into 32 bytes.
    pub(crate) fn stretch(self, password: &str, salt: &[u8]) -> StoreResult<Zeroizing<[u8; 32]>> {
        let mut out = Zeroizing::new([0_u8; 32]);
        self.argon2()?
            .hash_password_into(password.as_bytes(), salt, &mut *out)
            .map_err(|_| refused())?;
        Ok(out)
    }
}

fn refused() -> StoreError {
    StoreError::KeyringDamaged {
        what: "argon2 parameters".to_owned(),
    }
}
