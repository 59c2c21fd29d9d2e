//! Which option of a driver means what. SANE names a few options in its
//! standard; the words they take are each maker's own.

use crate::library::Handle;
use crate::options::{Limit, Setting, Unit, Value};
use desk_intake::source::sane::Fault;
use desk_intake::source::{
    Capabilities, Colour, Feed, FeedCapabilities, Resolutions, ScanSettings, SheetSize,
};

/// Tenths of a millimetre in one.
const TENTHS: f64 = 10.0;

/// Millimetres in an inch.
const INCH: f64 = 25.4;

/// What a device can do, found out by trying where paper may lie.
pub fn describe(device: &Handle) -> Capabilities {
    let mut feeds = Vec::new();
    for feed in [Feed::Flatbed, Feed::Feeder, Feed::Duplex] {
        if choose_feed(device, feed).is_ok() {
            feeds.push(FeedCapabilities {
                feed,
                resolutions: resolutions(device),
                colours: colours(device),
                largest: largest(device),
            });
        }
    }
    Capabilities { feeds }
}

/// Sets a device up; the resolution it took.
pub fn settle(device: &Handle, settings: &ScanSettings) -> Result<u32, Fault> {
    choose_feed(device, settings.feed)?;
    choose_colour(device, settings.colour)?;
    let resolution = option(device, "resolution");
    if let Some(resolution) = &resolution {
        let nearest = resolution.nearest(f64::from(settings.dpi));
        device.set(resolution, &Value::Number(nearest))?;
    }
    // Drivers of old devices know one resolution and have no option.
    let taken = option(device, "resolution").and_then(|option| device.number(&option));
    let dpi = taken.map_or(settings.dpi, whole);
    choose_size(device, settings.size, dpi);
    Ok(dpi)
}

/// An option by its name.
fn option(device: &Handle, name: &str) -> Option<Setting> {
    let mut all = device.options();
    let at = all.iter().position(|option| option.name == name)?;
    Some(all.swap_remove(at))
}

/// Where paper lies, by the word of a driver. Slides and films are no papers.
fn feed_of(word: &str) -> Option<Feed> {
    let word = word.to_lowercase();
    let has = |parts: &[&str]| parts.iter().any(|part| word.contains(part));
    if has(&["trans", "tma", "tpu", "film", "slide", "negative"]) {
        None
    } else if has(&["duplex", "both sides"]) {
        Some(Feed::Duplex)
    } else if has(&["back"]) {
        None
    } else if has(&["adf", "feeder"]) {
        Some(Feed::Feeder)
    } else {
        Some(Feed::Flatbed)
    }
}

/// Colours, by the word of a driver. Halftones are for printing only.
fn colour_of(word: &str) -> Option<Colour> {
    let word = word.to_lowercase();
    let has = |parts: &[&str]| parts.iter().any(|part| word.contains(part));
    if has(&["halftone", "diffusion", "dither"]) {
        None
    } else if has(&["color", "colour", "rgb"]) {
        Some(Colour::Colour)
    } else if has(&["gray", "grey"]) {
        Some(Colour::Grey)
    } else if has(&["lineart", "line art", "binary", "black", "mono"]) {
        Some(Colour::BlackWhite)
    } else {
        None
    }
}

/// Sends paper where it was wished. A device without a choice has one place,
/// which counts as the glass.
fn choose_feed(device: &Handle, feed: Feed) -> Result<(), Fault> {
    let Some(source) = option(device, "source") else {
        return if feed == Feed::Flatbed {
            Ok(())
        } else {
            Err(Fault::Refused)
        };
    };
    let word = |feed| {
        source
            .listed()
            .iter()
            .find(|word| feed_of(word) == Some(feed))
    };
    if let Some(word) = word(feed) {
        device.set(&source, &Value::Word(word.clone()))?;
        if feed != Feed::Feeder {
            return Ok(());
        }
        // Where both sides are an option of its own, it may still be on.
        let _ = both_sides(device, false);
        return Ok(());
    }
    if feed == Feed::Duplex
        && let Some(word) = word(Feed::Feeder)
    {
        device.set(&source, &Value::Word(word.clone()))?;
        return both_sides(device, true);
    }
    Err(Fault::Refused)
}

/// The two ways in which drivers offer both sides besides the source.
fn both_sides(device: &Handle, wished: bool) -> Result<(), Fault> {
    if let Some(duplex) = option(device, "duplex") {
        return device.set(&duplex, &Value::Bool(wished));
    }
    let mode = option(device, "adf-mode").ok_or(Fault::Refused)?;
    let is_duplex = |word: &String| word.to_lowercase().contains("duplex");
    let word = mode.listed().iter().find(|word| is_duplex(word) == wished);
    let word = word.cloned().ok_or(Fault::Refused)?;
    device.set(&mode, &Value::Word(word))
}

fn choose_colour(device: &Handle, colour: Colour) -> Result<(), Fault> {
    if let Some(mode) = option(device, "mode") {
        let word = mode
            .listed()
            .iter()
            .find(|word| colour_of(word) == Some(colour));
        let word = word.cloned().ok_or(Fault::Refused)?;
        device.set(&mode, &Value::Word(word))?;
    }
    if let Some(depth) = option(device, "depth") {
        let bits = if colour == Colour::BlackWhite {
            1.0
        } else {
            8.0
        };
        // Some drivers list a depth they then refuse; what comes is looked at.
        let _ = device.set(&depth, &Value::Number(depth.nearest(bits)));
    }
    Ok(())
}

/// Scans from the corner. A driver without these options scans what it scans.
fn choose_size(device: &Handle, size: SheetSize, dpi: u32) {
    let (width, height) = (millimetres(size.width), millimetres(size.height));
    for (name, at) in [
        ("tl-x", 0.0),
        ("tl-y", 0.0),
        ("br-x", width),
        ("br-y", height),
    ] {
        if let Some(edge) = option(device, name) {
            let wished = match edge.unit {
                Unit::Pixel => at / INCH * f64::from(dpi),
                Unit::Millimetre | Unit::Other => at,
            };
            let _ = device.set(&edge, &Value::Number(edge.nearest(wished)));
        }
    }
}

fn resolutions(device: &Handle) -> Resolutions {
    match option(device, "resolution").map(|option| option.limit) {
        Some(Limit::Range(least, most)) => Resolutions::Between(whole(least), whole(most)),
        Some(Limit::Numbers(listed)) => {
            let mut listed: Vec<u32> = listed.into_iter().map(whole).collect();
            listed.sort_unstable();
            listed.dedup();
            Resolutions::Listed(listed)
        }
        _ => Resolutions::Listed(Vec::new()),
    }
}

fn colours(device: &Handle) -> Vec<Colour> {
    let mode = option(device, "mode");
    let words = mode.as_ref().map(Setting::listed).unwrap_or_default();
    let offered: Vec<Colour> = words.iter().filter_map(|word| colour_of(word)).collect();
    [Colour::Colour, Colour::Grey, Colour::BlackWhite]
        .into_iter()
        .filter(|colour| offered.contains(colour))
        .collect()
}

fn largest(device: &Handle) -> Option<SheetSize> {
    let edge = |name| match option(device, name)? {
        Setting {
            limit: Limit::Range(_, most),
            unit: Unit::Millimetre,
            ..
        } => Some(whole(most * TENTHS)),
        _ => None,
    };
    Some(SheetSize {
        width: edge("br-x")?,
        height: edge("br-y")?,
    })
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "saturates, and no device has so many of anything"
)]
fn whole(number: f64) -> u32 {
    number.round() as u32
}

fn millimetres(tenths: u32) -> f64 {
    f64::from(tenths) / TENTHS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drivers_have_many_words_for_the_same_place() {
        for (word, feed) in [
            ("Flatbed", Some(Feed::Flatbed)),
            ("Normal", Some(Feed::Flatbed)),
            ("Automatic Document Feeder", Some(Feed::Feeder)),
            ("ADF Front", Some(Feed::Feeder)),
            ("ADF Back", None),
            ("ADF Duplex", Some(Feed::Duplex)),
            ("Transparency Adapter", None),
        ] {
            assert_eq!(feed_of(word), feed, "{word}");
        }
    }

    #[test]
    fn drivers_have_many_words_for_the_same_colours() {
        for (word, colour) in [
            ("24bit Color[Fast]", Some(Colour::Colour)),
            ("True Gray", Some(Colour::Grey)),
            ("Black & White", Some(Colour::BlackWhite)),
            ("Gray[Error Diffusion]", None),
            ("Halftone", None),
        ] {
            assert_eq!(colour_of(word), colour, "{word}");
        }
    }
}
