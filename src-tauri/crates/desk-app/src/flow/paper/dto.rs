//! What the window and the desk say to each other about papers.

use desk_domain::paper::{Arrival, Crop, PaperKind, Rotation, Verification};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One page of a paper that was taken in. The pages of a longer file are
/// papers of their own that share the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperView {
    /// Paper's number in the store.
    pub id: i64,
    /// What it is.
    pub kind: PaperKind,
    /// How it came in.
    pub arrival: Arrival,
    /// Name of the file it came in.
    pub file_name: String,
    /// Page of that file, from 1.
    pub page: u32,
    /// Pages of that file.
    pub pages: u32,
    /// Whether staff saw the company seal on it.
    pub sealed: bool,
    /// Turn to the right.
    pub rotation: Rotation,
    /// The part that counts.
    pub crop: Option<Crop>,
    /// How far it is trusted.
    pub verification: Verification,
    /// How it was verified, by whom and when, as one line.
    pub verified: Option<String>,
}

/// A file handed in by the window.
#[derive(Debug, Clone)]
pub struct PaperAdd {
    /// The order it belongs to.
    pub order: i64,
    /// Name of the file.
    pub file_name: String,
    /// How it came in.
    pub arrival: Arrival,
    /// What it is, when known.
    pub kind: Option<PaperKind>,
    /// The file, untouched.
    pub bytes: Vec<u8>,
}

/// A change of what is known about a paper.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PaperUpdate {
    /// Paper's number in the store.
    pub id: i64,
    /// What it is.
    pub kind: PaperKind,
    /// How it came in.
    pub arrival: Arrival,
    /// Whether staff saw the company seal on it.
    pub sealed: bool,
    /// Turn to the right.
    pub rotation: Rotation,
    /// The part that counts.
    pub crop: Option<Crop>,
}

/// A check against the world.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PaperVerify {
    /// Paper's number in the store.
    pub id: i64,
    /// What was found.
    pub verification: Verification,
    /// How it was checked.
    pub how: String,
}

/// Takes a paper off an order.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PaperRemove {
    /// Paper's number in the store.
    pub id: i64,
    /// Why.
    pub reason: String,
}
