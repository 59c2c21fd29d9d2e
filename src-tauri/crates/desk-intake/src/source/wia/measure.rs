//! WIA's properties in the measures of this house: it counts in thousandths of
//! an inch and in pixels, and lists what a property can be set to as bare numbers
//! (wiadef.h).

use super::super::{Colour, FeedCapabilities, Resolutions, SheetSize};
use super::super::{Feed, ScanSettings};

/// Flags of a property whose values are a range, and of one whose are listed.
const IS_RANGE: u32 = 0x10;
const IS_LIST: u32 = 0x20;
/// Where the ends of a range stand among its numbers: least, usual, most, step.
const LEAST: usize = 0;
const MOST: usize = 2;
/// Where the values of a list begin: behind their number and the usual one.
const VALUES: usize = 2;

/// Colours, as `WIA_IPA_DATATYPE` numbers them.
const COLOURS: [(Colour, i32); 3] = [
    (Colour::Colour, 3),
    (Colour::Grey, 2),
    (Colour::BlackWhite, 0),
];

/// What a property can be set to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Choice {
    /// One of these.
    Listed(Vec<i32>),
    /// Anything between these.
    Between(i32, i32),
    /// The driver does not say.
    Unknown,
}

impl Choice {
    /// From the flags of a property and the numbers that come with them.
    pub(super) fn read(flags: u32, numbers: &[i32]) -> Self {
        if flags & IS_LIST != 0 {
            return Self::Listed(numbers.get(VALUES..).unwrap_or_default().to_vec());
        }
        match (numbers.get(LEAST), numbers.get(MOST)) {
            (Some(least), Some(most)) if flags & IS_RANGE != 0 => Self::Between(*least, *most),
            _ => Self::Unknown,
        }
    }
}

/// What a driver says of a place where paper lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) feed: Feed,
    pub(super) resolutions: Choice,
    pub(super) colours: Choice,
    /// Across and along, in thousandths of an inch.
    pub(super) largest: [Option<i32>; 2],
}

impl Place {
    pub(super) fn capabilities(self) -> FeedCapabilities {
        let resolutions = match self.resolutions {
            Choice::Between(least, most) => {
                Resolutions::Between(whole(least).unwrap_or(1), whole(most).unwrap_or(1))
            }
            Choice::Listed(mut listed) => {
                listed.sort_unstable();
                Resolutions::Listed(listed.into_iter().filter_map(whole).collect())
            }
            Choice::Unknown => Resolutions::Listed(Vec::new()),
        };
        let offered = match self.colours {
            Choice::Listed(listed) => listed,
            Choice::Between(..) | Choice::Unknown => Vec::new(),
        };
        let colours = COLOURS
            .into_iter()
            .filter(|(_, number)| offered.contains(number))
            .map(|(colour, _)| colour)
            .collect();
        let [width, height] = self.largest.map(|length| tenths(length?));
        FeedCapabilities {
            feed: self.feed,
            resolutions,
            colours,
            largest: width
                .zip(height)
                .map(|(width, height)| SheetSize { width, height }),
        }
    }
}

/// WIA's number for colours.
pub(super) fn data_type(colour: Colour) -> i32 {
    let known = COLOURS.into_iter().find(|(one, _)| *one == colour);
    known.map(|(_, number)| number).unwrap_or_default()
}

/// What is scanned, across and along, in pixels.
pub(super) fn extents(settings: &ScanSettings) -> [i32; 2] {
    let pixels = |tenths: u32| {
        let pixels = u64::from(tenths) * u64::from(settings.dpi) / 254;
        i32::try_from(pixels).unwrap_or(i32::MAX)
    };
    [pixels(settings.size.width), pixels(settings.size.height)]
}

/// Tenths of a millimetre from thousandths of an inch.
fn tenths(thousandths: i32) -> Option<u32> {
    Some(whole(thousandths)?.checked_mul(254)? / 1000)
}

fn whole(number: i32) -> Option<u32> {
    u32::try_from(number).ok().filter(|number| *number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_and_lists_are_told_apart_by_their_flags() {
        assert_eq!(
            Choice::read(IS_RANGE, &[75, 300, 1200, 1]),
            Choice::Between(75, 1200)
        );
        assert_eq!(
            Choice::read(IS_LIST, &[3, 300, 150, 300, 600]),
            Choice::Listed(vec![150, 300, 600])
        );
        assert_eq!(Choice::read(IS_RANGE, &[75]), Choice::Unknown);
        assert_eq!(Choice::read(IS_LIST, &[0]), Choice::Listed(Vec::new()));
        assert_eq!(Choice::read(0, &[1, 2, 3]), Choice::Unknown);
    }

    #[test]
    fn what_a_driver_says_becomes_what_a_place_can_do() {
        let place = Place {
            feed: Feed::Feeder,
            resolutions: Choice::Listed(vec![600, -1, 150, 300]),
            colours: Choice::Listed(vec![2, 3, 4]),
            largest: [Some(8500), Some(14000)],
        };
        let able = place.clone().capabilities();
        assert_eq!(able.resolutions, Resolutions::Listed(vec![150, 300, 600]));
        assert_eq!(able.colours, [Colour::Colour, Colour::Grey]);
        let legal = SheetSize {
            width: 2159,
            height: 3556,
        };
        assert_eq!(able.largest, Some(legal));
        let silent = Place {
            resolutions: Choice::Unknown,
            colours: Choice::Unknown,
            largest: [Some(i32::MAX), None],
            ..place
        };
        let able = silent.capabilities();
        assert_eq!(able.resolutions, Resolutions::Listed(Vec::new()));
        assert_eq!((able.colours.len(), able.largest), (0, None));
    }

    #[test]
    fn a4_at_300_dpi_has_as_many_pixels_as_paper_has() {
        let settings = ScanSettings {
            feed: Feed::Flatbed,
            dpi: 300,
            colour: Colour::Colour,
            size: SheetSize::A4,
        };
        assert_eq!(extents(&settings), [2480, 3507]);
        assert_eq!(data_type(Colour::Colour), 3);
        assert_eq!(data_type(Colour::BlackWhite), 0);
    }

    #[cfg(windows)]
    #[test]
    fn the_numbers_are_those_of_windows() {
        use windows::Win32::Devices::ImageAcquisition as wia;

        assert_eq!(
            (IS_RANGE, IS_LIST),
            (wia::WIA_PROP_RANGE, wia::WIA_PROP_LIST)
        );
        let places = [wia::WIA_RANGE_MIN, wia::WIA_RANGE_MAX, wia::WIA_LIST_VALUES];
        assert_eq!([LEAST, MOST, VALUES], places.map(|place| place as usize));
        for (colour, number) in [
            (Colour::Colour, wia::WIA_DATA_COLOR),
            (Colour::Grey, wia::WIA_DATA_GRAYSCALE),
            (Colour::BlackWhite, wia::WIA_DATA_THRESHOLD),
        ] {
            assert_eq!(data_type(colour).cast_unsigned(), number);
        }
    }
}
