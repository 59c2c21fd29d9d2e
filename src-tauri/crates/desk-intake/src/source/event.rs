//! What a source tells while it works.

use super::ScanError;
use crate::Media;

/// News from a source at work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The device is busy, warming up or waiting for paper; it is asked again.
    Waiting,
    /// A page is on its way.
    Progress {
        /// Which page, from 1.
        page: u32,
        /// Bytes that have come so far.
        bytes: u64,
        /// Bytes that will come, where the device says so.
        total: Option<u64>,
    },
    /// A page, whole, as the device made it.
    Page(ScannedPage),
    /// A telephone may now send: show this.
    Open(UploadPage),
    /// One file could not be taken; the source goes on.
    Refused {
        /// The file's own name.
        name: String,
        /// Why not.
        why: ScanError,
    },
}

/// A page, or a file with pages, from a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScannedPage {
    /// Which one of this scan, from 1.
    pub number: u32,
    /// A name for it: the file's own, or one made of the number.
    pub name: String,
    /// What it really is, told from its first bytes.
    pub media: Media,
    /// Resolution it was scanned at; unknown for files and photographs.
    pub dpi: Option<u32>,
    /// The bytes as they came.
    pub bytes: Vec<u8>,
}

/// The short-lived page that a telephone sends through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadPage {
    /// Its address, with the token that opens it once.
    pub url: String,
    /// The address as a QR code, a picture in SVG.
    pub svg: String,
    /// Whether what is sent is encrypted on its way. It is not, and the window
    /// must say so.
    pub encrypted: bool,
    /// How long it stays open, in seconds.
    pub seconds: u64,
}
