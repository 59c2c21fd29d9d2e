//! The signature itself: a CMS (RFC 5652) without its content, in exactly one
//! form. What is not in that form was not made here, or was changed since.

use super::key::{common_name, ecdsa_with_sha256, public_key};
use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    CertificateSet, EncapsulatedContentInfo, SignedAttributes, SignedData, SignerIdentifier,
    SignerInfo, SignerInfos,
};
use der::asn1::{Any, OctetString, SetOfVec};
use der::oid::ObjectIdentifier;
use der::oid::db::{rfc5911, rfc5912};
use der::{Decode, Encode, Sequence};
use p256::ecdsa::DerSignature;
use p256::ecdsa::signature::Verifier;
use p256::pkcs8::spki::AlgorithmIdentifierOwned;
use sha2::{Digest, Sha256};
use x509_cert::Certificate;
use x509_cert::attr::Attribute;

/// id-aa-signingCertificateV2 (RFC 5035).
const SIGNING_CERTIFICATE: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");

/// SigningCertificateV2, its hash being SHA-256 as is usual.
#[derive(Sequence)]
struct SigningCertificate {
    certificates: Vec<CertificateHash>,
}

#[derive(Sequence)]
struct CertificateHash {
    hash: OctetString,
}

/// What a signature is found to be.
pub(super) enum Found {
    /// Right, and made with the key of this certificate.
    Right(Box<Certificate>),
    /// Of other bytes, or broken.
    Wrong,
    /// Made in a way that is not checked here.
    Foreign,
}

/// What is signed in place of the file: its kind, its digest and the hash of
/// the certificate. No time: PAdES has it in the file, where it is signed too.
pub(super) fn attributes(digest: &[u8; 32], certificate: &[u8]) -> der::Result<SignedAttributes> {
    let attribute = |oid: ObjectIdentifier, value: Any| -> der::Result<Attribute> {
        let values = SetOfVec::try_from(vec![value])?;
        Ok(Attribute { oid, values })
    };
    let hash = CertificateHash {
        hash: OctetString::new(Sha256::digest(certificate).as_slice())?,
    };
    let named = SigningCertificate {
        certificates: vec![hash],
    };
    let kind = Any::encode_from(&rfc5911::ID_DATA)?;
    let digest = Any::encode_from(&OctetString::new(digest.as_slice())?)?;
    SetOfVec::try_from(vec![
        attribute(rfc5911::ID_CONTENT_TYPE, kind)?,
        attribute(rfc5911::ID_MESSAGE_DIGEST, digest)?,
        attribute(SIGNING_CERTIFICATE, Any::encode_from(&named)?)?,
    ])
}

/// Puts the CMS together.
pub(super) fn build(
    certificate: &Certificate,
    attributes: SignedAttributes,
    signature: &[u8],
) -> der::Result<Vec<u8>> {
    let sha256 = AlgorithmIdentifierOwned {
        oid: rfc5912::ID_SHA_256,
        parameters: None,
    };
    let signer = SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
            issuer: certificate.tbs_certificate.issuer.clone(),
            serial_number: certificate.tbs_certificate.serial_number.clone(),
        }),
        digest_alg: sha256.clone(),
        signed_attrs: Some(attributes),
        signature_algorithm: ecdsa_with_sha256(),
        signature: OctetString::new(signature)?,
        unsigned_attrs: None,
    };
    let carried = CertificateChoices::Certificate(certificate.clone());
    let signed = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: SetOfVec::try_from(vec![sha256])?,
        encap_content_info: EncapsulatedContentInfo {
            econtent_type: rfc5911::ID_DATA,
            econtent: None,
        },
        certificates: Some(CertificateSet(SetOfVec::try_from(vec![carried])?)),
        crls: None,
        signer_infos: SignerInfos(SetOfVec::try_from(vec![signer])?),
    };
    let info = ContentInfo {
        content_type: rfc5911::ID_SIGNED_DATA,
        content: Any::encode_from(&signed)?,
    };
    info.to_der()
}

/// Holds a CMS against the digest of the bytes it should be of.
pub(super) fn check(encoded: &[u8], digest: &[u8; 32]) -> Found {
    let Some((certificate, signer)) = parts(encoded) else {
        return Found::Wrong;
    };
    let told = signer.signed_attrs.iter().flat_map(|all| all.iter());
    let told = told.filter(|attribute| attribute.oid == rfc5911::ID_MESSAGE_DIGEST);
    let told: Vec<_> = told.flat_map(|attribute| attribute.values.iter()).collect();
    if !matches!(told.as_slice(), [value] if value.value() == digest) {
        return Found::Wrong;
    }
    let Ok(carried) = certificate.to_der() else {
        return Found::Foreign;
    };
    let signature = signer.signature.as_bytes();
    let again = attributes(digest, &carried)
        .and_then(|attributes| build(&certificate, attributes, signature));
    let (Ok(again), Some(key)) = (again, public_key(&certificate)) else {
        return Found::Foreign;
    };
    if again != encoded || common_name(&certificate).is_empty() {
        return Found::Foreign;
    }
    let signed = signer.signed_attrs.as_ref().map(Encode::to_der);
    let signature = DerSignature::try_from(signature);
    match (signed, signature) {
        (Some(Ok(signed)), Ok(signature)) if key.verify(&signed, &signature).is_ok() => {
            Found::Right(Box::new(certificate))
        }
        _ => Found::Wrong,
    }
}

/// The one certificate and the one signer of a CMS.
fn parts(encoded: &[u8]) -> Option<(Certificate, SignerInfo)> {
    let info = ContentInfo::from_der(encoded).ok()?;
    let signed: SignedData = info.content.decode_as().ok()?;
    let certificates = signed.certificates?;
    let signers = signed.signer_infos;
    let certificate = certificates.0.iter().find_map(|choice| match choice {
        CertificateChoices::Certificate(certificate) => Some(certificate.clone()),
        CertificateChoices::Other(_) => None,
    })?;
    let signer = signers.0.get(0)?.clone();
    Some((certificate, signer))
}

/// Capital hexadecimal.
pub(super) fn to_hex(bytes: &[u8]) -> Vec<u8> {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |nibble: u8| DIGITS[usize::from(nibble & 15)];
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(*byte)])
        .collect()
}

/// Bytes of hexadecimal digits; `None` for anything else.
pub(super) fn from_hex(digits: &[u8]) -> Option<Vec<u8>> {
    let value = |digit: u8| char::from(digit).to_digit(16);
    let pairs = digits.chunks_exact(2);
    if !pairs.remainder().is_empty() {
        return None;
    }
    pairs
        .map(|pair| u8::try_from(value(pair[0])? << 4 | value(pair[1])?).ok())
        .collect()
}
