//! The firm's signature over an archived PDF: evidence that the file is, bit by
//! bit, the one that was put away. A self-signed key of the firm's own signs it
//! in the manner of PAdES baseline B (ETSI EN 319 142-1): an invisible field, a
//! detached CMS with the signing certificate's hash among what is signed, P-256
//! and SHA-256.
//!
//! Proves no identity to a stranger and is no 可靠的电子签名 of any party: nobody
//! vouches for the certificate but the firm, which knows it by its
//! [`Fingerprint`]. Refuses to sign an encrypted file or one that is signed
//! already; takes randomness and the time from its caller, so that the same call
//! gives the same bytes.

mod cms;
mod key;
mod update;
mod verify;

pub use key::{Fingerprint, SigningKey};
pub use update::sign;
pub use verify::{SignatureState, Signed, verify};

/// The largest file that is signed or looked at, in megabytes.
const LIMIT: usize = 256;

/// # Errors
/// [`crate::PaperError::PdfTooLarge`].
fn within_limit(pdf: &[u8]) -> Result<(), crate::PaperError> {
    if pdf.len() > LIMIT * 1024 * 1024 {
        return Err(crate::PaperError::PdfTooLarge { limit: LIMIT });
    }
    Ok(())
}
