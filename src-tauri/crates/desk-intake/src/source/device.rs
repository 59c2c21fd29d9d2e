//! Devices, what they can do, and the settings of a scan.

use serde::{Deserialize, Serialize};

/// Kind of place that pages come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// A scanner in the network that speaks eSCL, also called AirScan.
    Escl,
    /// A scanner that SANE drives, on Linux.
    Sane,
    /// A scanner that WIA drives, on Windows.
    Wia,
    /// A folder that another program scans into.
    Folder,
    /// A telephone that sends photographs.
    Phone,
}

/// A device to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Device {
    /// Kind of its source.
    pub kind: SourceKind,
    /// What its source knows it by: an address, a driver's name, a folder.
    pub id: String,
    /// Its name as people know it.
    pub name: String,
}

/// Where the paper lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Feed {
    /// On the glass.
    Flatbed,
    /// In the feeder, read on one side.
    Feeder,
    /// In the feeder, read on both sides.
    Duplex,
}

/// Colours of a scan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Colour {
    /// 24 bits a pixel; red seals stay red.
    Colour,
    /// 8 bits a pixel.
    Grey,
    /// 1 bit a pixel, as a fax.
    BlackWhite,
}

/// Size of what is scanned, in tenths of a millimetre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SheetSize {
    /// Across the scanner.
    pub width: u32,
    /// Along the scanner.
    pub height: u32,
}

impl SheetSize {
    /// A4, upright (ISO 216).
    pub const A4: Self = Self {
        width: 2100,
        height: 2970,
    };

    /// No larger than `other` in either direction.
    #[must_use]
    pub fn within(self, other: Self) -> Self {
        Self {
            width: self.width.min(other.width),
            height: self.height.min(other.height),
        }
    }
}

/// Resolutions a device offers, in dots per inch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Resolutions {
    /// These and no others; ascending.
    Listed(Vec<u32>),
    /// Any between these, both included.
    Between(u32, u32),
}

impl Resolutions {
    /// The one nearest to the wish; of two equally near, the finer. A device
    /// that lists none is taken at its word that it knows what it does.
    #[must_use]
    pub fn nearest(&self, wished: u32) -> u32 {
        match self {
            Self::Between(least, most) => wished.max(*least).min(*most),
            Self::Listed(listed) => listed
                .iter()
                .copied()
                .min_by_key(|dpi| (dpi.abs_diff(wished), std::cmp::Reverse(*dpi)))
                .unwrap_or(wished),
        }
    }
}

/// What a device can do with paper lying in one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedCapabilities {
    /// The place.
    pub feed: Feed,
    /// Resolutions it offers there.
    pub resolutions: Resolutions,
    /// Colours it offers there; empty if it does not say.
    pub colours: Vec<Colour>,
    /// Largest paper, if it says.
    pub largest: Option<SheetSize>,
}

/// What a device can do; no feeds for places without settings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capabilities {
    /// One entry for each place paper may lie in.
    pub feeds: Vec<FeedCapabilities>,
}

impl Capabilities {
    /// What it can do with paper lying there; nothing if it cannot lie there.
    #[must_use]
    pub fn of(&self, feed: Feed) -> Option<&FeedCapabilities> {
        self.feeds.iter().find(|each| each.feed == feed)
    }
}

/// Settings of one scan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScanSettings {
    /// Where the paper lies.
    pub feed: Feed,
    /// Dots per inch, in both directions.
    pub dpi: u32,
    /// Colours.
    pub colour: Colour,
    /// What is scanned, from the corner where scanners begin.
    pub size: SheetSize,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_equally_near_resolutions_the_finer_is_taken() {
        let listed = Resolutions::Listed(vec![75, 200, 400]);
        assert_eq!(listed.nearest(300), 400);
        assert_eq!(listed.nearest(90), 75);
        assert_eq!(Resolutions::Between(50, 200).nearest(300), 200);
        assert_eq!(Resolutions::Listed(Vec::new()).nearest(300), 300);
    }

    #[test]
    fn a_range_the_wrong_way_round_does_no_harm() {
        assert_eq!(Resolutions::Between(600, 100).nearest(300), 100);
    }
}
