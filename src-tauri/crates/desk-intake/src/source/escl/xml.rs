//! What a scanner says of itself. Comes from outside: no document types, a
//! limit on elements, and anything missing is simply not offered.

use super::super::trouble::short;
use super::super::{
    Capabilities, Colour, Feed, FeedCapabilities, Resolutions, ScanError, SheetSize,
};
use super::ticket::{OLDEST, WANTED, colour_word, tenths};
use roxmltree::{Document, Node, ParsingOptions};

/// Most elements and texts in one answer; real ones have a few hundred.
const MOST_NODES: u32 = 20_000;

/// Finest resolution believed, in dots per inch.
const FINEST: u32 = 9600;

/// A scanner's own description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Describes {
    /// Maker and model.
    pub name: String,
    /// Version of the protocol, to be given back to it.
    pub version: String,
    /// The best format it offers for pages.
    pub format: &'static str,
    /// What it can do.
    pub capabilities: Capabilities,
}

/// How a scanner is, told from `ScannerStatus`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScannerState {
    /// Nothing stands in the way.
    Ready,
    /// Occupied.
    Busy,
    /// The feeder is empty.
    NoPaper,
    /// Paper is stuck, or several sheets went in at once.
    Jam,
    /// The feeder's cover is open.
    CoverOpen,
    /// Out of order, in whatever way.
    Fault,
}

fn parse(text: &str) -> Result<Document<'_>, ScanError> {
    let options = ParsingOptions {
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(text, options).map_err(ScanError::unclear)
}

/// Reads `ScannerCapabilities`.
///
/// # Errors
/// `ScannerAnswerUnclear` if it is no XML or describes no way to scan.
pub fn describe(text: &str) -> Result<Describes, ScanError> {
    let document = parse(text)?;
    let root = document.root_element();
    let places = [
        ("PlatenInputCaps", Feed::Flatbed),
        ("AdfSimplexInputCaps", Feed::Feeder),
        ("AdfDuplexInputCaps", Feed::Duplex),
    ];
    let feeds: Vec<FeedCapabilities> = places
        .into_iter()
        .filter_map(|(tag, feed)| Some(place(below(root, tag)?, feed)))
        .collect();
    if feeds.is_empty() {
        return Err(ScanError::unclear("no way to scan is described"));
    }
    let version = word(root, "Version").filter(|text| is_version(text));
    Ok(Describes {
        name: short(word(root, "MakeAndModel").unwrap_or_default()),
        version: version.unwrap_or(OLDEST).to_owned(),
        format: format(root),
        capabilities: Capabilities { feeds },
    })
}

/// Reads `ScannerStatus`. What stands in the way of the feeder goes before
/// what is said of the whole scanner.
///
/// # Errors
/// `ScannerAnswerUnclear` if it is no XML.
pub fn state(text: &str) -> Result<ScannerState, ScanError> {
    let document = parse(text)?;
    let root = document.root_element();
    let of_feeder = match word(root, "AdfState").unwrap_or_default() {
        "ScannerAdfEmpty" => Some(ScannerState::NoPaper),
        "ScannerAdfJam" | "ScannerAdfMispick" | "ScannerAdfMultipickDetected" => {
            Some(ScannerState::Jam)
        }
        "ScannerAdfHatchOpen" => Some(ScannerState::CoverOpen),
        _ => None,
    };
    // Jobs have states as well; the scanner's own stands right below the root.
    let of_scanner = root
        .children()
        .find(|child| child.tag_name().name() == "State")
        .and_then(|child| child.text())
        .unwrap_or_default();
    Ok(of_feeder.unwrap_or(match of_scanner.trim() {
        "Processing" | "Testing" => ScannerState::Busy,
        "Stopped" | "Down" => ScannerState::Fault,
        _ => ScannerState::Ready,
    }))
}

fn place(node: Node<'_, '_>, feed: Feed) -> FeedCapabilities {
    let words = |tag: &'static str| named(node, tag).filter_map(|found| found.text());
    let colours = [Colour::Colour, Colour::Grey, Colour::BlackWhite]
        .into_iter()
        .filter(|colour| words("ColorMode").any(|text| text.trim() == colour_word(*colour)))
        .collect();
    let size = |tag| number(node, tag).filter(|size| *size > 0).map(tenths);
    FeedCapabilities {
        feed,
        resolutions: resolutions(node),
        colours,
        largest: size("MaxWidth")
            .zip(size("MaxHeight"))
            .map(|(width, height)| SheetSize { width, height }),
    }
}

/// Those listed for both directions, or a range if none is listed.
fn resolutions(node: Node<'_, '_>) -> Resolutions {
    let sound = |dpi: &u32| (1..=FINEST).contains(dpi);
    let mut listed: Vec<u32> = named(node, "DiscreteResolution")
        .filter(|each| number(*each, "XResolution") == number(*each, "YResolution"))
        .filter_map(|each| number(each, "XResolution").filter(sound))
        .collect();
    listed.sort_unstable();
    listed.dedup();
    let range = || {
        let range = below(node, "XResolutionRange")?;
        let least = number(range, "Min").filter(sound)?;
        Some((least, number(range, "Max").filter(sound)?))
    };
    match range() {
        Some((least, most)) if listed.is_empty() => Resolutions::Between(least, most),
        _ => Resolutions::Listed(listed),
    }
}

fn format(root: Node<'_, '_>) -> &'static str {
    let offered = |wanted: &str| {
        let all = named(root, "DocumentFormat").chain(named(root, "DocumentFormatExt"));
        all.filter_map(|found| found.text())
            .any(|text| text.trim().eq_ignore_ascii_case(wanted))
    };
    WANTED
        .into_iter()
        .find(|wanted| offered(wanted))
        .unwrap_or(WANTED[0])
}

/// Goes back to the scanner inside XML, so nothing but a number passes.
fn is_version(text: &str) -> bool {
    (1..=8).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}

fn named<'a, 'i: 'a>(node: Node<'a, 'i>, tag: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.descendants()
        .filter(move |found| found.tag_name().name() == tag)
}

fn below<'a, 'i: 'a>(node: Node<'a, 'i>, tag: &'static str) -> Option<Node<'a, 'i>> {
    named(node, tag).next()
}

fn word<'a>(node: Node<'a, '_>, tag: &'static str) -> Option<&'a str> {
    below(node, tag)?.text().map(str::trim)
}

fn number(node: Node<'_, '_>, tag: &'static str) -> Option<u32> {
    word(node, tag)?.parse().ok()
}
