//! What the window and the desk say to each other about agreements.

use super::ScreenSigned;
use crate::flow::paper::PaperView;
use desk_domain::agreement::AgreementState;
use desk_domain::form::Business;
use desk_domain::returned::CopyState;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which agreements to list.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AgreementList {
    /// Only this state.
    pub state: Option<AgreementState>,
    /// Only those whose number, company or 400 number contains this.
    pub text: String,
    /// How many at most; 0 means 100.
    pub limit: u32,
}

/// One agreement in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgreementLine {
    /// Agreement number.
    pub number: String,
    /// Company's name as printed.
    pub company: String,
    /// 400 number as shown.
    pub number_400: String,
    /// What the customer came for.
    pub business: Business,
    /// Where it stands.
    pub state: AgreementState,
    /// When it was printed, `YYYY-MM-DD HH:MM`.
    pub printed_at: String,
    /// Who printed it.
    pub printed_by: String,
    /// The day it was signed.
    pub signed_on: Option<String>,
}

/// Names an agreement.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AgreementRef {
    /// Agreement number.
    pub number: String,
}

/// One agreement, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgreementView {
    /// As in lists.
    pub line: AgreementLine,
    /// The order it was printed from.
    pub order: i64,
    /// Pages in all, both copies.
    pub pages: u32,
    /// Pages of one copy.
    pub pages_per_copy: u32,
    /// SHA-256 of the archived PDF, in hex.
    pub sha256: String,
    /// Edition of the text it was printed with.
    pub edition: String,
    /// A manager's reason for printing against a finding.
    pub override_reason: Option<String>,
    /// Why it was voided.
    pub void_reason: Option<String>,
    /// Scans of the signed paper.
    pub signed_papers: Vec<PaperView>,
    /// What is back of the firm's and of the customer's original.
    pub copies: Vec<CopyState>,
    /// Signatures that the customer drew on the screen.
    pub on_screen: Vec<ScreenSigned>,
    /// Agreements that change or renew this one.
    pub cited_by: Vec<AgreementLine>,
    /// The agreement this one changes or renews.
    pub cites: Option<String>,
}

/// The signed papers are in.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AgreementSign {
    /// Agreement number.
    pub number: String,
    /// The day both sides signed, `YYYY-MM-DD`.
    pub signed_on: String,
    /// A manager's reason for taking it with pages missing.
    #[serde(default)]
    pub despite: Option<String>,
}

/// Gives an agreement up.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AgreementVoid {
    /// Agreement number.
    pub number: String,
    /// Why.
    pub reason: String,
}

/// A file was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedFile {
    /// Where it lies.
    pub path: String,
}

/// The pack that goes to the carrier's file: a folder of files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FilingPack {
    /// Where it lies.
    pub folder: String,
    /// Its files, in the order that the carrier demands.
    pub files: Vec<PackedFile>,
    /// What the carrier demands and the office does not have, in words.
    pub missing: Vec<String>,
}

/// A file of the pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PackedFile {
    /// Its name.
    pub name: String,
    /// What it holds, in words.
    pub what: String,
    /// Its size in thousands of bytes, rounded up.
    pub kilobytes: u32,
    /// Its pages.
    pub pages: u32,
    /// Whether it is larger than the carrier takes.
    pub too_large: bool,
}
