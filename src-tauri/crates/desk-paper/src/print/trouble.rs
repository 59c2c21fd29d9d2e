//! What keeps a printer from printing, told from the reasons it gives
//! (RFC 8011, 5.4.12, and PWG 5100.9), in words for the person who walks over.

use desk_domain::Refusal;

/// What is wrong with a printer, or soon will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Trouble {
    /// No paper in the tray.
    OutOfPaper,
    /// Paper is stuck.
    Jam,
    /// A cover or door is open.
    CoverOpen,
    /// No toner or ink.
    OutOfToner,
    /// Toner or ink for a few pages yet.
    TonerLow,
    /// The tray is not in its place.
    TrayMissing,
    /// The pages that came out must be taken away.
    OutputFull,
    /// Off, asleep or out of the network.
    Offline,
    /// Paused by someone.
    Paused,
    /// Something else that a person must look at.
    Other,
}

impl Trouble {
    /// Every trouble there is.
    pub const ALL: [Self; 10] = [
        Self::OutOfPaper,
        Self::Jam,
        Self::CoverOpen,
        Self::OutOfToner,
        Self::TonerLow,
        Self::TrayMissing,
        Self::OutputFull,
        Self::Offline,
        Self::Paused,
        Self::Other,
    ];

    /// Whether nothing is printed until it is mended.
    #[must_use]
    pub const fn stops_printing(self) -> bool {
        !matches!(self, Self::TonerLow)
    }

    /// The troubles that a printer's reasons stand for, each once. What is
    /// merely reported (paper running low, a sleeping panel) is no trouble.
    pub(super) fn from_reasons<'a>(reasons: impl IntoIterator<Item = &'a str>) -> Vec<Self> {
        let mut troubles: Vec<_> = reasons.into_iter().filter_map(Self::from_reason).collect();
        troubles.sort_unstable();
        troubles.dedup();
        troubles
    }

    /// CUPS gives no reason while a printer does not answer, only these words,
    /// in the language that is asked for, which is English.
    pub(super) fn from_message(message: &str) -> Option<Self> {
        const NO_ANSWER: [&str; 3] = [
            "may not exist or is unavailable",
            "is not responding",
            "Unable to locate printer",
        ];
        NO_ANSWER
            .iter()
            .any(|words| message.contains(words))
            .then_some(Self::Offline)
    }

    fn from_reason(reason: &str) -> Option<Self> {
        let (word, severity) = ["-error", "-warning", "-report"]
            .iter()
            .find_map(|ending| Some((reason.strip_suffix(ending)?, *ending)))
            .unwrap_or((reason, ""));
        Some(match word {
            "media-empty" | "media-needed" => Self::OutOfPaper,
            "media-jam" => Self::Jam,
            "cover-open" | "door-open" | "interlock-open" => Self::CoverOpen,
            "toner-empty" | "marker-supply-empty" => Self::OutOfToner,
            "toner-low" | "marker-supply-low" => Self::TonerLow,
            "input-tray-missing" => Self::TrayMissing,
            "output-area-full" | "output-tray-missing" | "marker-waste-full" => Self::OutputFull,
            "offline" | "shutdown" | "timed-out" => Self::Offline,
            "paused" | "moving-to-paused" => Self::Paused,
            _ if severity == "-error" => Self::Other,
            _ => return None,
        })
    }
}

impl Refusal for Trouble {
    fn code(&self) -> &'static str {
        match self {
            Self::OutOfPaper => "PrinterOutOfPaper",
            Self::Jam => "PrinterJam",
            Self::CoverOpen => "PrinterCoverOpen",
            Self::OutOfToner => "PrinterOutOfToner",
            Self::TonerLow => "PrinterTonerLow",
            Self::TrayMissing => "PrinterTrayMissing",
            Self::OutputFull => "PrinterOutputFull",
            Self::Offline => "PrinterOffline",
            Self::Paused => "PrinterPaused",
            Self::Other => "PrinterNeedsLook",
        }
    }
}
