//! An archived paper bears the firm's signature: any change of it is seen, and
//! other people's tools see the same.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop where it stands"
)]

mod sample;
mod tools;

use chrono::{NaiveDate, NaiveDateTime};
use desk_paper::signing::{Fingerprint, SignatureState, SigningKey, sign, verify};
use desk_paper::{Edition, PaperError, compose};
use proptest::prelude::*;
use std::sync::OnceLock;
use tools::{sound, tool};

const FIRM: &str = "郑州启凡计算机软件有限公司";
const REASON: &str = "归档";

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn at() -> NaiveDateTime {
    day().and_hms_opt(10, 30, 5).unwrap()
}

fn key() -> &'static SigningKey {
    static KEY: OnceLock<SigningKey> = OnceLock::new();
    KEY.get_or_init(|| SigningKey::make(&[7; 32], FIRM, day()).unwrap())
}

fn paper() -> &'static [u8] {
    static PAPER: OnceLock<Vec<u8>> = OnceLock::new();
    PAPER.get_or_init(|| {
        let edition = Edition::built_in().unwrap();
        let contents = sample::usual();
        compose(sample::shelf(), &edition, &contents).unwrap().pdf
    })
}

fn signed() -> &'static [u8] {
    static SIGNED: OnceLock<Vec<u8>> = OnceLock::new();
    SIGNED.get_or_init(|| sign(paper(), key(), at(), REASON).unwrap())
}

#[test]
fn a_signed_paper_is_intact_and_tells_who_signed_it_and_when() {
    let SignatureState::Intact(found) = verify(signed()).unwrap() else {
        panic!("{:?}", verify(signed()));
    };
    assert_eq!(found.by, FIRM);
    assert_eq!(found.at, Some(at()));
    assert_eq!(found.fingerprint, key().fingerprint());
    assert!(verify(signed()).unwrap().is_intact_by(key().fingerprint()));
    assert_eq!(verify(paper()).unwrap(), SignatureState::Unsigned);
}

#[test]
fn a_signed_paper_begins_with_the_paper_as_it_was_and_signs_alike_twice() {
    assert!(signed().starts_with(paper()));
    assert_eq!(sign(paper(), key(), at(), REASON).unwrap(), signed());
    let later = at() + chrono::Duration::seconds(1);
    assert_ne!(sign(paper(), key(), later, REASON).unwrap(), signed());
}

#[test]
fn another_key_of_the_same_name_has_another_fingerprint() {
    let other = SigningKey::make(&[8; 32], FIRM, day()).unwrap();
    let forged = sign(paper(), &other, at(), REASON).unwrap();
    let state = verify(&forged).unwrap();
    assert!(matches!(state, SignatureState::Intact(_)));
    assert!(!state.is_intact_by(key().fingerprint()));
}

#[test]
fn a_key_comes_back_from_its_bytes_and_broken_bytes_are_refused() {
    let bytes = key().to_der().unwrap();
    let again = SigningKey::from_der(&bytes).unwrap();
    assert_eq!(again.fingerprint(), key().fingerprint());
    assert_eq!(again.firm(), FIRM);
    assert_eq!(sign(paper(), &again, at(), REASON).unwrap(), signed());
    assert_eq!(
        SigningKey::from_der(&bytes[..bytes.len() - 1]).unwrap_err(),
        PaperError::SigningKeyUnusable
    );
    let written = key().fingerprint().to_string();
    assert_eq!(written.parse::<Fingerprint>().unwrap(), key().fingerprint());
    assert!(SigningKey::make(&[7; 32], "  ", day()).is_err());
    assert!(!format!("{:?}", key()).contains("secret"));
}

#[test]
fn a_key_and_the_certificate_of_another_do_not_belong_together() {
    let other = SigningKey::make(&[9; 32], FIRM, day()).unwrap();
    let (mine, theirs) = (key().to_der().unwrap(), other.to_der().unwrap());
    let length = key().certificate().len();
    let mut mixed = mine.to_vec();
    let from = mixed.len() - length;
    if theirs.len() == mine.len() {
        mixed[from..].copy_from_slice(&theirs[theirs.len() - length..]);
        assert!(SigningKey::from_der(&mixed).is_err());
    }
}

#[test]
fn something_put_behind_a_signed_paper_is_told() {
    let mut longer = signed().to_vec();
    longer.extend(b"\n% a note\n");
    assert!(matches!(
        verify(&longer).unwrap(),
        SignatureState::Appended(found) if found.by == FIRM
    ));
}

#[test]
fn a_signed_or_encrypted_or_broken_file_is_not_signed() {
    let refused = |pdf: &[u8]| sign(pdf, key(), at(), REASON).unwrap_err();
    assert_eq!(refused(signed()), PaperError::PdfSigned);
    assert_eq!(refused(b"%PDF-1.7 nothing"), PaperError::PdfUnreadable);
    assert_eq!(refused(b""), PaperError::PdfUnreadable);
}

#[test]
fn other_tools_find_the_signature_valid_and_the_file_sound() {
    sound(signed(), "signed");
    let Some(report) = tool("pdfsig", &["-nocert", "PDF"], signed()) else {
        return;
    };
    assert!(report.contains("Signature is Valid."), "{report}");
    assert!(report.contains("Total document signed"), "{report}");
    assert!(report.contains(FIRM), "{report}");
    assert!(report.contains("ETSI.CAdES.detached"), "{report}");
    let mut changed = signed().to_vec();
    changed[2000] ^= 1;
    let report = tool("pdfsig", &["-nocert", "PDF"], &changed).expect("runs");
    assert!(!report.contains("Signature is Valid."), "{report}");
}

#[test]
fn the_certificate_reads_in_other_tools() {
    let arguments = ["x509", "-inform", "DER", "-noout", "-text", "-in", "PDF"];
    let Some(report) = tool("openssl", &arguments, key().certificate()) else {
        return;
    };
    assert!(report.contains("prime256v1"), "{report}");
    assert!(
        report.contains("Digital Signature, Non Repudiation"),
        "{report}"
    );
}

fn is_intact(bytes: &[u8]) -> bool {
    matches!(verify(bytes), Ok(SignatureState::Intact(_)))
}

/// The smallest of papers, so that every bit can be tried.
fn slip() -> Vec<u8> {
    use lopdf::{Document, Object, dictionary};
    let mut slip = Document::with_version("1.7");
    let tree = slip.new_object_id();
    let page = slip.add_object(dictionary! { "Type" => "Page", "Parent" => tree });
    let kids: Vec<Object> = vec![page.into()];
    let pages = dictionary! {
        "Type" => "Pages", "Kids" => kids, "Count" => 1,
        "MediaBox" => vec![0.into(), 0.into(), 99.into(), 99.into()],
    };
    slip.set_object(tree, pages);
    let root = slip.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    slip.trailer.set("Root", root);
    let mut bytes = Vec::new();
    slip.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn no_bit_of_a_signed_paper_can_be_flipped() {
    let signed = sign(&slip(), key(), at(), REASON).unwrap();
    assert!(is_intact(&signed));
    sound(&signed, "slip");
    for at in 0..signed.len() {
        for bit in [1 << (at % 8), 0x20] {
            let mut changed = signed.clone();
            changed[at] ^= bit;
            assert!(!is_intact(&changed), "byte {at}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_flipped_bit_anywhere_is_seen(place in 0.0..1.0_f64, bit in 0..8_u32) {
        let mut changed = signed().to_vec();
        let at = ((changed.len() as f64 * place) as usize).min(changed.len() - 1);
        changed[at] ^= 1 << bit;
        prop_assert!(!is_intact(&changed));
    }

    #[test]
    fn a_cut_file_is_never_intact(place in 0.0..1.0_f64) {
        let length = (signed().len() as f64 * place) as usize;
        prop_assert!(!is_intact(&signed()[..length]));
    }

    #[test]
    fn any_bytes_are_looked_at_without_harm(
        bytes in prop::collection::vec(any::<u8>(), 0..600),
        range in "/ByteRange ?\\[[0-9 ]{0,40}\\]?",
    ) {
        let mixed = [&bytes, range.as_bytes(), b"/Contents<30>", &bytes].concat();
        prop_assert!(!is_intact(&mixed));
    }
}
