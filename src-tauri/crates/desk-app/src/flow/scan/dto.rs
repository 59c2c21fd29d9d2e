//! What the window and the desk say to each other about scanning.

use crate::failure::Failure;
use crate::flow::paper::PaperView;
use desk_intake::source::{Profile, SourceKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Devices that can be seen now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScanDevices {
    /// Scanners and folders, those of the network first.
    pub devices: Vec<ScanDevice>,
    /// What kept some place from being looked through.
    pub troubles: Vec<Failure>,
    /// Device that was used last.
    pub last: String,
    /// Profile that was used last.
    #[ts(type = "\"licence\" | \"id_card\" | \"signed\"")]
    pub profile: Profile,
}

/// A device to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScanDevice {
    /// Kind of place.
    #[ts(type = "\"escl\" | \"sane\" | \"wia\" | \"folder\" | \"phone\"")]
    pub kind: SourceKind,
    /// What its source knows it by.
    pub id: String,
    /// Its name as people know it.
    pub name: String,
}

/// Begins to scan into the tray of an order, or signed pages.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ScanStart {
    /// The order; none for signed pages, which find their agreement by
    /// themselves.
    pub order: Option<i64>,
    /// Kind of the device.
    #[ts(type = "\"escl\" | \"sane\" | \"wia\" | \"folder\" | \"phone\"")]
    pub kind: SourceKind,
    /// The device; for a telephone, the network it is in, or nothing.
    pub device: String,
    /// What lies on it.
    #[ts(type = "\"licence\" | \"id_card\" | \"signed\"")]
    pub profile: Profile,
}

/// Where a scan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ScanAt {
    /// The device is busy, warming up or waiting for paper.
    Waiting,
    /// A page is on its way.
    Scanning,
    /// Asked to stop.
    Cancelling,
    /// Ended before its end.
    Stopped,
    /// All pages are in.
    Done,
}

/// A scan as the window shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ScanView {
    /// The order it fills; none for signed pages.
    pub order: Option<i64>,
    /// Where it stands.
    pub at: ScanAt,
    /// The page on its way, from 1.
    pub page: u32,
    /// How much of that page has come, 0 … 1, where the device says so.
    pub part: Option<f32>,
    /// Papers it has become so far.
    pub papers: Vec<PaperView>,
    /// What the device could not do as wished.
    pub compromises: Vec<Failure>,
    /// Files that could not be taken.
    pub refused: Vec<RefusedFile>,
    /// Why it stopped.
    pub failure: Option<Failure>,
    /// The page that a telephone sends through, while it is open.
    pub upload: Option<PhonePage>,
}

/// A file that could not be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RefusedFile {
    /// Its name.
    pub name: String,
    /// Why not.
    pub why: Failure,
}

/// A short-lived page for a telephone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PhonePage {
    /// Its address.
    pub address: String,
    /// The address as a QR code, in SVG.
    pub qr: String,
    /// Whether what is sent is encrypted on its way.
    pub encrypted: bool,
    /// Seconds until it closes by itself.
    pub seconds_left: u32,
}
