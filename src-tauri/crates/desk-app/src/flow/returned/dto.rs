//! What the window and the desk say to each other about pages that came back
//! signed.

use crate::flow::agreement::AgreementLine;
use crate::flow::paper::PaperView;
use desk_domain::page_mark::Original;
use desk_domain::paper::Arrival;
use desk_domain::returned::{CopyState, Place};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A file of signed pages handed in by the window.
#[derive(Debug, Clone)]
pub struct ReturnedAdd {
    /// Name of the file.
    pub file_name: String,
    /// How it came in.
    pub arrival: Arrival,
    /// The file, untouched.
    pub bytes: Vec<u8>,
}

/// Everything about signed pages: what waits for them and what came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReturnedDesk {
    /// Pages that nobody has looked at yet.
    pub unseen: u32,
    /// Pages that the desk looked at for this answer.
    pub looked: u32,
    /// Printed agreements that wait for their signed pages, oldest first.
    pub waiting: Vec<WaitingAgreement>,
    /// Pages that could not be filed by themselves.
    pub unplaced: Vec<ReturnedPage>,
    /// Days after which an unsigned agreement is on the day's list.
    pub patience_days: u32,
}

/// A printed agreement that is not signed yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WaitingAgreement {
    /// The agreement.
    pub line: AgreementLine,
    /// Days since it was printed.
    pub days: u32,
    /// Whether that is longer than it should be.
    pub overdue: bool,
    /// What is back of the firm's and of the customer's original.
    pub copies: Vec<CopyState>,
    /// Signed scans filed by a person whose page is not known.
    pub loose: u32,
    /// Whether the customer signed on the screen.
    pub on_screen: bool,
    /// Whether it may be confirmed as signed.
    pub enough: bool,
}

/// Why a page was not filed by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WhyUnplaced {
    /// No mark of ours was found on it.
    NoMark,
    /// Its agreement is not in this store.
    UnknownAgreement,
    /// Its agreement is void.
    VoidAgreement,
    /// It has fewer pages than that.
    NoSuchPage,
    /// A person took it out of where it was filed.
    TakenOut,
}

/// A page that came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReturnedPage {
    /// The scan.
    pub paper: PaperView,
    /// What its mark says, if it has one.
    pub mark: Option<Place>,
    /// Where it is filed.
    pub place: Option<Place>,
    /// Whether a person filed it.
    pub by_hand: bool,
    /// Whether it was printed together with the pages in the archive.
    pub same_print: bool,
    /// Whether a red seal was seen on it.
    pub red_seal: bool,
    /// Why it is not filed.
    pub why: Option<WhyUnplaced>,
    /// What was said when it was taken out of where it was filed.
    pub taken_out: Option<String>,
}

/// The signed pages of one agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReturnedCopies {
    /// What is back of each original.
    pub copies: Vec<CopyState>,
    /// The pages, by original and page.
    pub pages: Vec<ReturnedPage>,
    /// Whether it may be confirmed as signed.
    pub enough: bool,
}

/// Says where a page belongs.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReturnedPlacing {
    /// The scan.
    pub paper: i64,
    /// Number of the agreement.
    pub agreement: String,
    /// Which of the two originals.
    pub original: Original,
    /// Page of it, from 1.
    pub page: u16,
    /// Why it is filed anew, where it was filed already.
    #[serde(default)]
    pub reason: Option<String>,
}

/// A page that does not belong here.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReturnedDrop {
    /// The scan.
    pub paper: i64,
    /// Why it is taken off.
    pub reason: String,
}
