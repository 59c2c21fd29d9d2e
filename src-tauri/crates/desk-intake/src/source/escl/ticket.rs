//! The order for a scan, in XML.

use super::super::{Colour, Feed, ScanSettings};

/// Most scanners are content with 2.0 and refuse what they find too new.
pub(super) const OLDEST: &str = "2.0";

/// What a page is wanted as, in this order: photographs of paper compress well
/// and every scanner makes them.
pub(super) const WANTED: [&str; 4] = ["image/jpeg", "image/png", "image/tiff", "application/pdf"];

/// Writes the order. `version` is the scanner's own, `format` one of
/// [`WANTED`] that it offers.
pub(super) fn write(settings: &ScanSettings, version: &str, format: &str) -> String {
    let (source, duplex) = match settings.feed {
        Feed::Flatbed => ("Platen", ""),
        Feed::Feeder => ("Feeder", "<scan:Duplex>false</scan:Duplex>"),
        Feed::Duplex => ("Feeder", "<scan:Duplex>true</scan:Duplex>"),
    };
    let (width, height) = (units(settings.size.width), units(settings.size.height));
    let (colour, dpi) = (colour_word(settings.colour), settings.dpi);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
         <scan:ScanSettings xmlns:scan=\"http://schemas.hp.com/imaging/escl/2011/05/03\" \
         xmlns:pwg=\"http://www.pwg.org/schemas/2010/12/sm\">\
         <pwg:Version>{version}</pwg:Version>\
         <scan:Intent>Document</scan:Intent>\
         <pwg:ScanRegions><pwg:ScanRegion>\
         <pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>\
         <pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset>\
         <pwg:Width>{width}</pwg:Width><pwg:Height>{height}</pwg:Height>\
         </pwg:ScanRegion></pwg:ScanRegions>\
         <pwg:InputSource>{source}</pwg:InputSource>{duplex}\
         <scan:ColorMode>{colour}</scan:ColorMode>\
         <scan:XResolution>{dpi}</scan:XResolution><scan:YResolution>{dpi}</scan:YResolution>\
         <pwg:DocumentFormat>{format}</pwg:DocumentFormat>\
         <scan:DocumentFormatExt>{format}</scan:DocumentFormatExt>\
         </scan:ScanSettings>"
    )
}

/// eSCL's word for a colour mode.
pub(super) fn colour_word(colour: Colour) -> &'static str {
    match colour {
        Colour::Colour => "RGB24",
        Colour::Grey => "Grayscale8",
        Colour::BlackWhite => "BlackAndWhite1",
    }
}

/// Tenths of a millimetre in 1/300 inch, the protocol's unit, rounded down so
/// that nothing exceeds the glass.
pub(super) fn units(tenths: u32) -> u32 {
    u32::try_from(u64::from(tenths) * 300 / 254).unwrap_or(u32::MAX)
}

/// 1/300 inch in tenths of a millimetre, rounded down for the same reason.
pub(super) fn tenths(units: u32) -> u32 {
    u32::try_from(u64::from(units) * 254 / 300).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scanners_own_size_is_never_exceeded_on_the_way_back() {
        for size in 1..5000 {
            let back = units(tenths(size));
            assert!(back <= size && size - back <= 2, "{size} became {back}");
        }
        assert_eq!(units(2100), 2480, "A4 across");
        assert_eq!(units(2970), 3507, "A4 along");
    }
}
