//! How much a device may send and how long it may take.

use std::time::Duration;

/// Bounds for one scan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScanLimits {
    /// Largest page, in bytes.
    pub max_page_bytes: u64,
    /// Most pages of one scan.
    pub max_pages: u32,
    /// Largest answer that is no page, in bytes.
    pub max_answer: u64,
    /// How patient to be.
    pub pace: Pace,
}

impl Default for ScanLimits {
    fn default() -> Self {
        Self {
            max_page_bytes: crate::Limits::default().max_bytes,
            max_pages: 200,
            max_answer: 1024 * 1024,
            pace: Pace::default(),
        }
    }
}

/// Pauses and patience. Tests hurry; devices cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pace {
    /// How long looking for devices in the network takes.
    pub look: Duration,
    /// How long a device may take to accept a connection.
    pub connect: Duration,
    /// How long a device may say nothing before it is given up.
    pub silence: Duration,
    /// Pause before a busy device is asked again.
    pub busy_pause: Duration,
    /// How often a busy device is asked again.
    pub busy_tries: u32,
    /// Pause before each page is asked for: some devices answer "no more
    /// pages" when asked at once (Brother, noted by sane-airscan).
    pub page_pause: Duration,
    /// How long a helper that was asked to stop may take before it is ended.
    pub grace: Duration,
    /// How often a folder is looked at.
    pub folder_look: Duration,
    /// How long a file must not have changed before it is taken for whole.
    /// Four times that where its end proves nothing.
    pub folder_still: Duration,
    /// How long a telephone may send.
    pub phone_open: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            look: Duration::from_secs(3),
            connect: Duration::from_secs(5),
            silence: Duration::from_secs(60),
            busy_pause: Duration::from_secs(1),
            busy_tries: 30,
            page_pause: Duration::from_millis(200),
            grace: Duration::from_secs(5),
            folder_look: Duration::from_secs(2),
            folder_still: Duration::from_millis(1500),
            phone_open: Duration::from_secs(300),
        }
    }
}
