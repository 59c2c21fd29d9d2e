//! Why no page comes.

use crate::IntakeError;
use desk_domain::Refusal;

/// A reason for a scan to stop, or not to begin. Pages delivered before are
/// not touched by it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ScanError {
    /// Somebody else scans, or the device does not get ready.
    #[error("the scanner is busy")]
    Busy,
    /// The feeder has no paper.
    #[error("the feeder is empty")]
    NoPaper,
    /// Paper is stuck.
    #[error("paper is jammed")]
    Jam,
    /// A cover is open.
    #[error("a cover is open")]
    CoverOpen,
    /// The device does not do what was asked.
    #[error("the scanner refuses these settings: {0}")]
    Refused(String),
    /// Nobody answers.
    #[error("the scanner does not answer")]
    Offline,
    /// The device, or this computer, forbids it.
    #[error("scanning is forbidden")]
    Denied,
    /// Stopped from here.
    #[error("cancelled")]
    Cancelled,
    /// Stopped at the device.
    #[error("the scanner dropped the job")]
    Aborted,
    /// A page ended before its end.
    #[error("the page broke off")]
    BrokenOff,
    /// The device answers, but not in its protocol.
    #[error("the scanner answers unclearly: {0}")]
    AnswerUnclear(String),
    /// A page beyond all measure.
    #[error("a page of more than {limit} bytes")]
    PageTooLarge {
        /// Most bytes a page may have.
        limit: u64,
    },
    /// The device does not stop sending.
    #[error("more than {limit} pages")]
    TooManyPages {
        /// Most pages one scan may have.
        limit: u32,
    },
    /// The device or its driver reports a fault of its own.
    #[error("the scanner reports a fault: {0}")]
    Io(String),
    /// There is no such device, or no longer.
    #[error("there is no such scanner")]
    DeviceUnknown,
    /// What was typed as an address is none.
    #[error("{address:?} is no scanner's address")]
    AddressInvalid {
        /// As it was typed.
        address: String,
    },
    /// The software that drives scanners is not installed.
    #[error("no scanner software: {0}")]
    DriverAbsent(String),
    /// The driver ended without a word.
    #[error("the scanner's driver crashed")]
    DriverCrashed,
    /// The driver hangs.
    #[error("the scanner's driver said nothing for {seconds} s")]
    DriverSilent {
        /// How long it was waited for, in seconds.
        seconds: u64,
    },
    /// The watched folder is gone, or may not be read.
    #[error("the folder cannot be read: {0:?}")]
    FolderUnreadable(std::io::ErrorKind),
    /// This computer is in no network that a telephone could reach it through.
    #[error("no network for a telephone")]
    NetworkAbsent,
    /// The upload page could not be opened on that network.
    #[error("the upload page cannot be opened: {0}")]
    PageUnopened(String),
    /// What came is no paper that can be taken in.
    #[error(transparent)]
    Intake(#[from] IntakeError),
}

impl ScanError {
    /// The device's own words, shortened: they come from outside.
    pub(super) fn unclear(words: impl std::fmt::Display) -> Self {
        Self::AnswerUnclear(short(&words.to_string()))
    }
}

/// The beginning of a text from outside, without control characters.
pub(super) fn short(words: &str) -> String {
    words
        .chars()
        .filter(|sign| !sign.is_control())
        .take(80)
        .collect()
}

impl Refusal for ScanError {
    fn code(&self) -> &'static str {
        match self {
            Self::Busy => "ScannerBusy",
            Self::NoPaper => "FeederEmpty",
            Self::Jam => "ScannerJam",
            Self::CoverOpen => "ScannerCoverOpen",
            Self::Refused(_) => "ScannerRefused",
            Self::Offline => "ScannerOffline",
            Self::Denied => "ScannerDenied",
            Self::Cancelled => "ScanCancelled",
            Self::Aborted => "ScanAborted",
            Self::BrokenOff => "ScanBrokenOff",
            Self::AnswerUnclear(_) => "ScannerAnswerUnclear",
            Self::PageTooLarge { .. } => "ScanPageTooLarge",
            Self::TooManyPages { .. } => "ScanTooManyPages",
            Self::Io(_) => "ScannerFault",
            Self::DeviceUnknown => "ScannerUnknown",
            Self::AddressInvalid { .. } => "ScannerAddressInvalid",
            Self::DriverAbsent(_) => "ScanDriverAbsent",
            Self::DriverCrashed => "ScanDriverCrashed",
            Self::DriverSilent { .. } => "ScanDriverSilent",
            Self::FolderUnreadable(_) => "ScanFolderUnreadable",
            Self::NetworkAbsent => "PhoneNetworkAbsent",
            Self::PageUnopened(_) => "PhonePageUnopened",
            Self::Intake(inner) => inner.code(),
        }
    }

    fn details(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::PageTooLarge { limit } => {
                vec![("limit", (limit / (1024 * 1024)).to_string())]
            }
            Self::TooManyPages { limit } => vec![("limit", limit.to_string())],
            Self::AddressInvalid { address } => vec![("address", short(address))],
            Self::DriverSilent { seconds } => vec![("seconds", seconds.to_string())],
            Self::Intake(inner) => inner.details(),
            _ => Vec::new(),
        }
    }
}
