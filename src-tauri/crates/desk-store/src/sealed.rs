//! Owns the two envelopes: an identity under a password, and bytes under the
//! recipients who may open them. Both are `age` files. Refuses hand-made
//! formats; the only thing done here is to stretch the password first.

use std::io::{Read, Write};

use age::secrecy::{ExposeSecret, SecretString};
use age::{DecryptError, Decryptor, Encryptor, scrypt, x25519};
use data_encoding::BASE64;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::hardness::Hardness;
use crate::{StoreError, StoreResult, random};

/// `age` stretches passphrases by scrypt. Ours has been through Argon2id and
/// is 256 bits strong already, so scrypt need not cost anything.
const SCRYPT_LOG_N: u8 = 6;

/// An X25519 identity under a password.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct SealedIdentity {
    /// Public half; what the store's key is encrypted to.
    pub(crate) recipient: String,
    hardness: Hardness,
    /// Argon2 salt, base64.
    salt: String,
    /// The `age` file, base64.
    identity: String,
}

impl SealedIdentity {
    /// Puts `identity` under `password`.
    pub(crate) fn seal(
        identity: &x25519::Identity,
        password: &str,
        hardness: Hardness,
    ) -> StoreResult<Self> {
        let salt = random::secret::<16>()?;
        let mut recipient = scrypt::Recipient::new(passphrase(hardness, password, &*salt)?);
        recipient.set_work_factor(SCRYPT_LOG_N);
        let sealed = encrypt(
            &[&recipient],
            identity.to_string().expose_secret().as_bytes(),
        )?;
        Ok(Self {
            recipient: identity.to_public().to_string(),
            hardness,
            salt: BASE64.encode(&*salt),
            identity: BASE64.encode(&sealed),
        })
    }

    /// Takes the identity out again; `None` when the password is wrong.
    pub(crate) fn open(&self, password: &str) -> StoreResult<Option<x25519::Identity>> {
        let broken = |what: &str| StoreError::KeyringDamaged {
            what: what.to_owned(),
        };
        let salt = BASE64
            .decode(self.salt.as_bytes())
            .map_err(|_| broken("salt"))?;
        let sealed = BASE64
            .decode(self.identity.as_bytes())
            .map_err(|_| broken("identity"))?;
        let mut key = scrypt::Identity::new(passphrase(self.hardness, password, &salt)?);
        key.set_max_work_factor(SCRYPT_LOG_N);
        let plain = match decrypt(&key, &sealed) {
            Ok(plain) => plain,
            Err(DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed) => {
                return Ok(None);
            }
            Err(_) => return Err(broken("identity is no age file")),
        };
        let identity = std::str::from_utf8(&plain)
            .ok()
            .and_then(|text| text.parse::<x25519::Identity>().ok())
            .filter(|identity| identity.to_public().to_string() == self.recipient)
            .ok_or_else(|| broken("identity is not the recipient's"))?;
        Ok(Some(identity))
    }
}

fn passphrase(hardness: Hardness, password: &str, salt: &[u8]) -> StoreResult<SecretString> {
    let stretched = hardness.stretch(password, salt)?;
    Ok(SecretString::from(BASE64.encode(&*stretched)))
}

/// Encrypts a few bytes to all of `recipients`.
pub(crate) fn encrypt(recipients: &[&dyn age::Recipient], plain: &[u8]) -> StoreResult<Vec<u8>> {
    let encryptor = Encryptor::with_recipients(recipients.iter().copied())
        .map_err(|_| StoreError::KeyDamaged)?;
    let mut sealed = Vec::with_capacity(plain.len() + 256 * recipients.len());
    let mut writer = encryptor.wrap_output(&mut sealed)?;
    writer.write_all(plain)?;
    writer.finish()?;
    Ok(sealed)
}

/// Decrypts a few bytes.
pub(crate) fn decrypt(
    identity: &dyn age::Identity,
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, DecryptError> {
    let mut plain = Zeroizing::new(Vec::with_capacity(sealed.len()));
    let decryptor = Decryptor::new_buffered(sealed)?;
    decryptor
        .decrypt(std::iter::once(identity))?
        .read_to_end(&mut plain)?;
    Ok(plain)
}
