//! Ready-made settings for what an office scans, fitted to what the device at
//! hand can do. What has to give way is told, never done in silence.

use super::device::{Capabilities, Colour, Feed, FeedCapabilities, ScanSettings, SheetSize};
use desk_domain::Refusal;
use serde::{Deserialize, Serialize};

/// What is going to be scanned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// A business licence on the glass, in colour at 300 dpi.
    Licence,
    /// An ID card on the glass, one scan for each side.
    IdCard,
    /// Signed papers through the feeder, both sides.
    Signed,
}

impl Profile {
    /// Every profile, in the order in which to offer them.
    pub const ALL: [Self; 3] = [Self::Licence, Self::IdCard, Self::Signed];

    /// What staff call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Licence => "执照彩色 300",
            Self::IdCard => "身份证两面",
            Self::Signed => "签字件 ADF 双面",
        }
    }

    /// How many scans belong to it: an ID card is turned over between two.
    #[must_use]
    pub const fn scans(self) -> u32 {
        match self {
            Self::IdCard => 2,
            Self::Licence | Self::Signed => 1,
        }
    }

    /// The settings on a device that can do everything. A card is looked for
    /// on the whole glass: nobody lays it exactly into the corner.
    #[must_use]
    pub const fn wish(self) -> ScanSettings {
        let (feed, colour, dpi) = match self {
            Self::Licence | Self::IdCard => (Feed::Flatbed, Colour::Colour, 300),
            // Seals on signed papers are red, so grey would not do.
            Self::Signed => (Feed::Duplex, Colour::Colour, 200),
        };
        ScanSettings {
            feed,
            dpi,
            colour,
            size: SheetSize::A4,
        }
    }

    /// The nearest to the wish that a device can do.
    #[must_use]
    pub fn fit(self, device: &Capabilities) -> Fitted {
        fit(self.wish(), device)
    }
}

/// Settings a device can do, and what gave way for them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fitted {
    /// What to scan with.
    pub settings: ScanSettings,
    /// What is otherwise than wished; to be shown.
    pub compromises: Vec<Compromise>,
}

/// One way in which a device falls short. Speaks like a refusal, for the same
/// table holds its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "compromise", rename_all = "snake_case")]
pub enum Compromise {
    /// No feeder: sheets go on the glass one by one.
    FeederAbsent,
    /// The feeder reads one side only.
    DuplexAbsent,
    /// No glass: the paper goes through the feeder.
    FlatbedAbsent,
    /// Another resolution.
    Resolution {
        /// Wished, in dots per inch.
        wished: u32,
        /// Taken, in dots per inch.
        taken: u32,
    },
    /// No colour: red seals will not be red.
    ColourAbsent,
    /// The paper is larger than the device.
    Cut {
        /// What is scanned, in whole millimetres.
        width: u32,
        /// What is scanned, in whole millimetres.
        height: u32,
    },
}

impl Refusal for Compromise {
    fn code(&self) -> &'static str {
        match self {
            Self::FeederAbsent => "FeederAbsent",
            Self::DuplexAbsent => "DuplexAbsent",
            Self::FlatbedAbsent => "FlatbedAbsent",
            Self::Resolution { .. } => "ScanResolutionOther",
            Self::ColourAbsent => "ScanColourAbsent",
            Self::Cut { .. } => "ScanAreaCut",
        }
    }

    fn details(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Resolution { wished, taken } => {
                vec![("wished", wished.to_string()), ("taken", taken.to_string())]
            }
            Self::Cut { width, height } => {
                vec![("width", width.to_string()), ("height", height.to_string())]
            }
            _ => Vec::new(),
        }
    }
}

/// Fits settings to a device. Places without settings take them as they are.
fn fit(wish: ScanSettings, device: &Capabilities) -> Fitted {
    let mut fitted = Fitted {
        settings: wish,
        compromises: Vec::new(),
    };
    let Some(place) = place(wish.feed, device) else {
        return fitted;
    };
    fitted.settings.feed = place.feed;
    fitted.compromises.extend(other_feed(wish.feed, place.feed));
    fitted.fit_resolution(place);
    fitted.fit_colour(place);
    fitted.fit_size(place);
    fitted
}

/// Where the paper goes, the wish first and then what comes nearest to it.
fn place(wish: Feed, device: &Capabilities) -> Option<&FeedCapabilities> {
    let order = match wish {
        Feed::Flatbed => [Feed::Flatbed, Feed::Feeder, Feed::Duplex],
        Feed::Feeder => [Feed::Feeder, Feed::Flatbed, Feed::Duplex],
        Feed::Duplex => [Feed::Duplex, Feed::Feeder, Feed::Flatbed],
    };
    order.into_iter().find_map(|feed| device.of(feed))
}

fn other_feed(wish: Feed, taken: Feed) -> Option<Compromise> {
    match (wish, taken) {
        (Feed::Flatbed, Feed::Feeder | Feed::Duplex) => Some(Compromise::FlatbedAbsent),
        (Feed::Feeder | Feed::Duplex, Feed::Flatbed) => Some(Compromise::FeederAbsent),
        (Feed::Duplex, Feed::Feeder) => Some(Compromise::DuplexAbsent),
        _ => None,
    }
}

impl Fitted {
    fn fit_resolution(&mut self, place: &FeedCapabilities) {
        let (wished, taken) = (
            self.settings.dpi,
            place.resolutions.nearest(self.settings.dpi),
        );
        if wished != taken {
            self.settings.dpi = taken;
            self.compromises
                .push(Compromise::Resolution { wished, taken });
        }
    }

    fn fit_colour(&mut self, place: &FeedCapabilities) {
        if place.colours.is_empty() || place.colours.contains(&self.settings.colour) {
            return;
        }
        let richest = place.colours.iter().min();
        self.settings.colour = richest.copied().unwrap_or(self.settings.colour);
        if self.settings.colour != Colour::Colour {
            self.compromises.push(Compromise::ColourAbsent);
        }
    }

    fn fit_size(&mut self, place: &FeedCapabilities) {
        // American glass is 8.5 inches wide and A4 8.27; devices that round
        // their own size down by a millimetre cut nothing that is printed.
        const MARGIN: u32 = 10;
        let Some(largest) = place.largest else { return };
        let size = self.settings.size.within(largest);
        let cut = |wished: u32, taken: u32| wished.saturating_sub(taken) > MARGIN;
        if cut(self.settings.size.width, size.width) || cut(self.settings.size.height, size.height)
        {
            self.compromises.push(Compromise::Cut {
                width: size.width / 10,
                height: size.height / 10,
            });
        }
        self.settings.size = size;
    }
}
