//! The firm's key and the certificate that names it.

use crate::PaperError;
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use der::asn1::{Any, BitString, GeneralizedTime, OctetString, SetOfVec, UtcTime, Utf8StringRef};
use der::oid::db::{rfc4519, rfc5912};
use der::oid::{AssociatedOid, ObjectIdentifier};
use der::{Decode, Encode, Sequence};
use p256::SecretKey;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{DerSignature, VerifyingKey};
use p256::pkcs8::spki::AlgorithmIdentifierOwned;
use p256::pkcs8::{EncodePrivateKey, EncodePublicKey};
use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;
use std::time::Duration;
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::certificate::{TbsCertificate, Version};
use x509_cert::ext::Extension;
use x509_cert::ext::pkix::{BasicConstraints, KeyUsage, KeyUsages, SubjectKeyIdentifier};
use x509_cert::name::{Name, RdnSequence, RelativeDistinguishedName};
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::SubjectPublicKeyInfoOwned;
use x509_cert::time::{Time, Validity};
use x509_cert::{Certificate, spki::DecodePublicKey};
use zeroize::Zeroizing;

/// Days a certificate holds: thirty years, longer than anything is kept.
const HOLDS: u64 = 30 * 365;
/// Letters of a name in a certificate, at most (RFC 5280, appendix A).
const LONGEST_NAME: usize = 64;

/// SHA-256 of a certificate: by it the firm knows its own key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub [u8; 32]);

impl Fingerprint {
    pub(super) fn of(certificate: &[u8]) -> Self {
        Self(Sha256::digest(certificate).into())
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02X}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

impl FromStr for Fingerprint {
    type Err = PaperError;

    /// Reads what [`fmt::Display`] wrote, in either case.
    fn from_str(text: &str) -> Result<Self, PaperError> {
        let bytes = super::cms::from_hex(text.as_bytes()).ok_or(UNUSABLE)?;
        bytes.try_into().map(Self).map_err(|_| UNUSABLE)
    }
}

pub(super) const UNUSABLE: PaperError = PaperError::SigningKeyUnusable;

/// The firm's key with its certificate.
pub struct SigningKey {
    secret: p256::ecdsa::SigningKey,
    pub(super) certificate: Certificate,
    encoded: Vec<u8>,
}

/// How a key is kept: its PKCS#8 form (RFC 5208) and its certificate.
#[derive(Sequence)]
struct Kept {
    key: Any,
    certificate: Certificate,
}

impl SigningKey {
    /// Makes a key from 32 bytes that nobody can guess, and a certificate with
    /// the firm's name that holds for thirty years from this day on.
    ///
    /// # Errors
    /// [`PaperError::SigningKeyUnusable`] for a firm without a name.
    pub fn make(random: &[u8; 32], firm: &str, day: NaiveDate) -> Result<Self, PaperError> {
        let secret = secret(random).ok_or(UNUSABLE)?;
        let name: String = firm.trim().chars().take(LONGEST_NAME).collect();
        if name.is_empty() {
            return Err(UNUSABLE);
        }
        let signing = p256::ecdsa::SigningKey::from(secret);
        let certificate = certificate(&signing, &name, day).map_err(|_| UNUSABLE)?;
        Self::of(signing, certificate)
    }

    /// Reads a key as [`Self::to_der`] wrote it.
    ///
    /// # Errors
    /// [`PaperError::SigningKeyUnusable`] for anything else, also for a key and
    /// a certificate that do not belong together.
    pub fn from_der(bytes: &[u8]) -> Result<Self, PaperError> {
        let kept = Kept::from_der(bytes).map_err(|_| UNUSABLE)?;
        let key = Zeroizing::new(kept.key.to_der().map_err(|_| UNUSABLE)?);
        let secret = <SecretKey as p256::pkcs8::DecodePrivateKey>::from_pkcs8_der(&key);
        let signing = p256::ecdsa::SigningKey::from(secret.map_err(|_| UNUSABLE)?);
        Self::of(signing, kept.certificate)
    }

    fn of(secret: p256::ecdsa::SigningKey, certificate: Certificate) -> Result<Self, PaperError> {
        if public_key(&certificate) != Some(*secret.verifying_key()) {
            return Err(UNUSABLE);
        }
        let encoded = certificate.to_der().map_err(|_| UNUSABLE)?;
        Ok(Self {
            secret,
            certificate,
            encoded,
        })
    }

    /// Key and certificate as DER, to be kept in the store. Whoever has these
    /// bytes can sign as the firm; they are wiped from memory when dropped.
    ///
    /// # Errors
    /// [`PaperError::SigningKeyUnusable`], never seen of a key in memory.
    pub fn to_der(&self) -> Result<Zeroizing<Vec<u8>>, PaperError> {
        let secret = SecretKey::from(self.secret.clone());
        let key = secret.to_pkcs8_der().map_err(|_| UNUSABLE)?;
        let kept = Kept {
            key: Any::from_der(key.as_bytes()).map_err(|_| UNUSABLE)?,
            certificate: self.certificate.clone(),
        };
        kept.to_der().map(Zeroizing::new).map_err(|_| UNUSABLE)
    }

    /// The certificate as DER (X.509), which may be given to anyone.
    #[must_use]
    pub fn certificate(&self) -> &[u8] {
        &self.encoded
    }

    /// By which a signature of this key is known.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&self.encoded)
    }

    /// The firm's name in the certificate.
    #[must_use]
    pub fn firm(&self) -> String {
        common_name(&self.certificate)
    }

    /// Signs these bytes, the same way every time (RFC 6979).
    pub(super) fn sign(&self, bytes: &[u8]) -> Vec<u8> {
        let signature: DerSignature = self.secret.sign(bytes);
        signature.as_bytes().to_vec()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SigningKey")
            .field("fingerprint", &self.fingerprint())
            .finish_non_exhaustive()
    }
}

/// A number of the curve's from random bytes. One draw in 2³² is no such number;
/// the next draw then is.
fn secret(random: &[u8; 32]) -> Option<SecretKey> {
    (0_u8..16).find_map(|draw| {
        let mut hash = Sha256::new();
        hash.update([draw]);
        hash.update(random);
        let bytes = Zeroizing::new(<[u8; 32]>::from(hash.finalize()));
        SecretKey::from_slice(bytes.as_slice()).ok()
    })
}

/// The P-256 key that a certificate names.
pub(super) fn public_key(certificate: &Certificate) -> Option<VerifyingKey> {
    let info = &certificate.tbs_certificate.subject_public_key_info;
    VerifyingKey::from_public_key_der(&info.to_der().ok()?).ok()
}

/// The name in a certificate; empty where there is none.
pub(super) fn common_name(certificate: &Certificate) -> String {
    let names = certificate.tbs_certificate.subject.0.iter();
    names
        .flat_map(|name| name.0.iter())
        .find(|part| part.oid == rfc4519::CN)
        .and_then(|part| part.value.decode_as::<Utf8StringRef<'_>>().ok())
        .map(|name| name.as_str().to_owned())
        .unwrap_or_default()
}

/// Algorithm of the signatures in certificates and files.
pub(super) fn ecdsa_with_sha256() -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned {
        oid: rfc5912::ECDSA_WITH_SHA_256,
        parameters: None,
    }
}

fn certificate(
    key: &p256::ecdsa::SigningKey,
    firm: &str,
    day: NaiveDate,
) -> der::Result<Certificate> {
    let public = p256::PublicKey::from(key.verifying_key()).to_public_key_der();
    let public = public.map_err(|_| der::ErrorKind::Failed)?;
    let subject = name(firm)?;
    let last = day.checked_add_days(Days::new(HOLDS)).unwrap_or(day);
    let tbs_certificate = TbsCertificate {
        version: Version::V3,
        serial_number: serial(public.as_bytes(), day)?,
        signature: ecdsa_with_sha256(),
        issuer: subject.clone(),
        validity: Validity {
            not_before: time(day.and_time(NaiveTime::MIN))?,
            not_after: time(last.and_time(NaiveTime::MIN))?,
        },
        subject,
        subject_public_key_info: SubjectPublicKeyInfoOwned::from_der(public.as_bytes())?,
        issuer_unique_id: None,
        subject_unique_id: None,
        extensions: Some(extensions(public.as_bytes())?),
    };
    let signature: DerSignature = key.sign(&tbs_certificate.to_der()?);
    Ok(Certificate {
        tbs_certificate,
        signature_algorithm: ecdsa_with_sha256(),
        signature: BitString::from_bytes(signature.as_bytes())?,
    })
}

/// C=CN, O=the firm, CN=the firm.
fn name(firm: &str) -> der::Result<Name> {
    let part = |oid: ObjectIdentifier, value: Any| {
        SetOfVec::try_from(vec![AttributeTypeAndValue { oid, value }])
            .map(RelativeDistinguishedName)
    };
    let firm = Any::from(Utf8StringRef::new(firm)?);
    let country = Any::from(der::asn1::PrintableStringRef::new("CN")?);
    Ok(RdnSequence(vec![
        part(rfc4519::C, country)?,
        part(rfc4519::O, firm.clone())?,
        part(rfc4519::CN, firm)?,
    ]))
}

/// Fifteen bytes that depend on key and day: no two certificates share them.
fn serial(public: &[u8], day: NaiveDate) -> der::Result<SerialNumber> {
    let mut hash = Sha256::new();
    hash.update(public);
    hash.update(day.to_string());
    let mut bytes = [1_u8; 16];
    bytes[1..].copy_from_slice(&hash.finalize()[..15]);
    SerialNumber::new(&bytes)
}

/// A moment of China's time.
fn time(local: NaiveDateTime) -> der::Result<Time> {
    const EIGHT_HOURS: i64 = 8 * 3600;
    let seconds = local.and_utc().timestamp() - EIGHT_HOURS;
    let seconds = u64::try_from(seconds).map_err(|_| der::ErrorKind::DateTime)?;
    let since = Duration::from_secs(seconds);
    UtcTime::from_unix_duration(since)
        .map(Time::UtcTime)
        .or_else(|_| GeneralizedTime::from_unix_duration(since).map(Time::GeneralTime))
}

/// A key for signatures that stands for no other certificate.
fn extensions(public: &[u8]) -> der::Result<Vec<Extension>> {
    fn extension<T: AssociatedOid + Encode>(critical: bool, value: &T) -> der::Result<Extension> {
        Ok(Extension {
            extn_id: T::OID,
            critical,
            extn_value: OctetString::new(value.to_der()?)?,
        })
    }
    let id = &Sha256::digest(public)[..20];
    Ok(vec![
        extension(
            true,
            &BasicConstraints {
                ca: false,
                path_len_constraint: None,
            },
        )?,
        extension(
            true,
            &KeyUsage(KeyUsages::DigitalSignature | KeyUsages::NonRepudiation),
        )?,
        extension(false, &SubjectKeyIdentifier(OctetString::new(id)?))?,
    ])
}
