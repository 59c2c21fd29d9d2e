//! The sample data as tests use them: `assets/samples` for what is typed, and
//! small copies of the sample papers in `fixtures/papers`, so that tests which
//! only need *a* licence do not decode a large one. All of it is synthetic.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot read its own data has nothing better to do"
)]

use desk_domain::form::Form;
use desk_domain::paper::PaperKind;
use desk_domain::party::Firm;
use image::{ImageFormat, Rgb, RgbImage};
use serde::de::DeserializeOwned;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

/// The first manager. Also the name in the sample form's 说明解释 line.
pub const MANAGER: &str = "王敏";
/// The manager's password.
pub const MANAGER_PASSWORD: &str = "sample-manager-1";
/// A member of the front desk.
pub const FRONT_DESK: &str = "张样例";
/// The front desk's password.
pub const FRONT_DESK_PASSWORD: &str = "sample-front-2";
/// A member of accounts.
pub const ACCOUNTS: &str = "赵演示";
/// The password of accounts.
pub const ACCOUNTS_PASSWORD: &str = "sample-accounts-3";

/// The papers that the sample form needs, in the order they are handed in.
pub const PAPERS: [PaperKind; 5] = [
    PaperKind::Licence,
    PaperKind::IdPortrait,
    PaperKind::IdEmblem,
    PaperKind::Authorisation,
    PaperKind::LetterOfCommitment,
];

/// The firm's profile.
#[must_use]
pub fn firm() -> Firm {
    read_json("firm.json")
}

/// A form with nothing wrong and nothing missing on 2026-11-22.
#[must_use]
pub fn form() -> Form {
    read_json("ORDER.json")
}

/// The stock, one number a line.
#[must_use]
pub fn numbers() -> String {
    fs::read_to_string(samples().join("numbers.txt")).expect("the sample numbers")
}

/// Where the large sample papers and the JSON files lie.
#[must_use]
pub fn samples() -> PathBuf {
    house().join("assets/samples")
}

/// The small copy of a sample paper.
#[must_use]
pub fn paper_path(kind: PaperKind) -> PathBuf {
    house().join("tests/fixtures/papers").join(paper_name(kind))
}

/// The small copy of a sample paper, read.
#[must_use]
pub fn paper(kind: PaperKind) -> Vec<u8> {
    fs::read(paper_path(kind)).expect("a sample paper")
}

/// File name of a sample paper, `id-portrait.jpg`.
#[must_use]
pub fn paper_name(kind: PaperKind) -> String {
    let word = serde_json::to_value(kind).expect("a kind is a word");
    format!("{}.jpg", word.as_str().unwrap_or("other"))
}

/// A firm's round seal on slightly grey paper, as a telephone sees it, in PNG.
#[must_use]
pub fn seal_picture() -> Vec<u8> {
    let sheet = RgbImage::from_fn(700, 640, |x, y| {
        let (across, down) = (f64::from(x) - 350.0, f64::from(y) - 320.0);
        let away = across.hypot(down);
        let star = 60.0 + 24.0 * (5.0 * across.atan2(down)).cos();
        Rgb(if (240.0..=262.0).contains(&away) || away < star {
            [198, 32, 40]
        } else {
            [238, 236, 230]
        })
    });
    let mut bytes = Cursor::new(Vec::new());
    sheet
        .write_to(&mut bytes, ImageFormat::Png)
        .expect("memory takes it");
    bytes.into_inner()
}

/// Whether the company's seal is on the sample paper.
#[must_use]
pub fn is_sealed(kind: PaperKind) -> bool {
    matches!(
        kind,
        PaperKind::Licence | PaperKind::Authorisation | PaperKind::LetterOfCommitment
    )
}

fn read_json<T: DeserializeOwned>(name: &str) -> T {
    let text = fs::read_to_string(samples().join(name)).expect("a sample file");
    serde_json::from_str(&text).expect("a sample file holds what it should")
}

/// The root of the source tree.
fn house() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
