//! The firm's signature under what goes into the archive: by it anyone can tell
//! that a file was not changed since. It says nothing of who agreed to what;
//! that stands on the paper. Refuses nothing that the archive itself takes.

use super::{AgreementRef, pdf};
use crate::desk::Desk;
use crate::failure::Failure;
use desk_domain::staff::Permission;
use desk_paper::signing::{self, Fingerprint, SignatureState, SigningKey};
use desk_store::{FirmKeyRow, Reader, Writer};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why a file was signed, as a viewer shows it.
const REASON: &str = "归档防篡改";

/// What the signature of an archived file tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ArchiveState {
    /// Bit by bit the file that this firm put into its archive.
    Intact,
    /// Unchanged since it was signed, but by a key that is not this firm's.
    OtherKey,
    /// Something was put behind what was signed.
    Extended,
    /// Changed after it was signed.
    Altered,
    /// Signed by another program in a way that is not checked here.
    Foreign,
    /// It has no signature: archived by an older program, or no paper of ours.
    Unsigned,
}

/// What checking a file found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ArchiveCheck {
    /// What its signature tells.
    pub state: ArchiveState,
    /// Name in the certificate that it was signed with.
    pub signed_by: Option<String>,
    /// When, by this desk's clock, `YYYY-MM-DD HH:MM:SS`.
    pub signed_at: Option<String>,
    /// SHA-256 of the certificate, in hex.
    pub fingerprint: Option<String>,
}

/// Signs a file on its way into the archive. The firm's key is made when it is
/// first needed.
pub(crate) fn signed(writer: &mut Writer<'_>, firm: &str, pdf: &[u8]) -> Result<Vec<u8>, Failure> {
    let key = key(writer, firm)?;
    Ok(signing::sign(pdf, &key, writer.act().at, REASON)?)
}

fn key(writer: &mut Writer<'_>, firm: &str) -> Result<SigningKey, Failure> {
    if let Some(row) = writer.firm_keys().get()? {
        return Ok(SigningKey::from_der(&row.key)?);
    }
    let day = writer.act().at.date();
    // Not every 32 bytes make a key; nearly all do.
    let key = SigningKey::make(&*desk_store::random_32()?, firm, day).or_else(|_| {
        SigningKey::make(&*desk_store::random_32()?, firm, day).map_err(Failure::from)
    })?;
    writer.firm_keys_mut().keep(&FirmKeyRow {
        key: key.to_der()?,
        certificate: key.certificate().to_vec(),
    })?;
    Ok(key)
}

/// Checks the archived file of an agreement: its hash and its signature.
///
/// # Errors
/// There is no such agreement, or its file is not what was put in.
pub fn verify(desk: &Desk, request: AgreementRef) -> Result<ArchiveCheck, Failure> {
    let bytes = pdf(desk, &request.number)?;
    verify_file(desk, &bytes)
}

/// Checks a file that somebody brings.
///
/// # Errors
/// The file is too large to be one of ours.
pub fn verify_file(desk: &Desk, bytes: &[u8]) -> Result<ArchiveCheck, Failure> {
    let own = desk.read(Permission::TakeOrders, own_key)?;
    let state = signing::verify(bytes)?;
    let (kind, signed) = match state {
        SignatureState::Unsigned => (ArchiveState::Unsigned, None),
        SignatureState::Altered => (ArchiveState::Altered, None),
        SignatureState::Foreign => (ArchiveState::Foreign, None),
        SignatureState::Appended(signed) => (ArchiveState::Extended, Some(signed)),
        SignatureState::Intact(signed) if Some(signed.fingerprint) == own => {
            (ArchiveState::Intact, Some(signed))
        }
        SignatureState::Intact(signed) => (ArchiveState::OtherKey, Some(signed)),
    };
    let signed = signed.as_ref();
    Ok(ArchiveCheck {
        state: kind,
        signed_by: signed.map(|signed| signed.by.clone()),
        signed_at: signed.and_then(|signed| signed.at).map(crate::show::second),
        fingerprint: signed.map(|signed| signed.fingerprint.to_string()),
    })
}

fn own_key(reader: &Reader<'_>) -> Result<Option<Fingerprint>, Failure> {
    Ok(match reader.firm_keys().get()? {
        Some(row) => Some(SigningKey::from_der(&row.key)?.fingerprint()),
        None => None,
    })
}
