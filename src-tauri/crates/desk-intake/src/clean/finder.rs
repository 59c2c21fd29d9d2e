//! Finds papers by their edges. Several ways of parting paper from desk are
//! tried, each proposes outlines, and the outlines are judged alike: edges
//! beneath all four sides, right angles, the proportions of a card or an A4
//! sheet, and rather a large outline than a frame printed within it.

use super::edge::Edges;
use super::mask::{close, grow, open};
use super::outline::{Outline, angles, ordered, outlines};
use super::placement::Placement;
use super::shape::{PROPORTIONS, placed, proportion};
use super::soft::soft_rgb;
use super::surface::parted;
use super::thin::Thin;
use super::warp::Pyramid;
use crate::geometry::{Corners4, area, contains, cross, extent, middle, minus};
use image::{GrayImage, Luma, RgbImage, imageops};
use imageproc::contrast::otsu_level;
use imageproc::filter::box_filter;

/// Longest side of the picture searched, in pixels.
const SIDE: u32 = 720;
/// Smallest part of the page a document takes.
const LEAST: f64 = 0.02;
/// A larger part than this is the page itself.
const MOST: f64 = 0.985;
/// A sheet of paper takes more of its page than this.
const SMALL: f64 = 0.2;
/// Documents on one page at most.
const DOCUMENTS: usize = 6;
/// An outline larger than this part of the page, with the same colour on both
/// sides of it, is a frame printed on a paper that fills the page.
const FRAME: f64 = 0.6;
/// Proportions this near to known ones (as a logarithm) are as good as the same:
/// of two such outlines the larger is the paper's edge, the other a line of print.
const NEAR: f64 = 0.08;
/// Proportions this far from known ones are not like them at all.
const UNLIKE: f64 = 0.25;

/// A page whose own proportions are as near as this to a card's (as a logarithm)
/// is a card cut out already, and what takes less than half of it is printed on
/// it: the portrait as a rule.
const CUT_OUT: f64 = 0.01;

/// A document found by its edges.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    /// Where it lies; which way up is not known yet.
    pub(crate) sheet: Placement,
    score: f64,
}

/// Documents on a page, from top to bottom.
pub(crate) fn find(page: &Pyramid<'_>) -> Vec<Found> {
    let full = page.page();
    let size = (f64::from(full.width()), f64::from(full.height()));
    let scale = (f64::from(SIDE) / size.0.max(size.1)).min(1.0);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at most SIDE"
    )]
    let length = |side: f64| (side * scale).round().max(1.0) as u32;
    let (width, height) = (length(size.0), length(size.1));
    if width.min(height) < 64 {
        return Vec::new();
    }
    let Some(whole) = Placement::whole(full.width(), full.height()) else {
        return Vec::new();
    };
    let mut found = judged(&page.glimpse(&whole, width, height));
    found.sort_by(|a, b| b.1.total_cmp(&a.1));
    let mut kept: Vec<(Corners4, f64)> = Vec::new();
    for (corners, score) in found {
        let clash = |other: &Corners4| {
            contains(other, middle(&corners)) || contains(&corners, middle(other))
        };
        if kept.len() < DOCUMENTS && !kept.iter().any(|(other, _)| clash(other)) {
            kept.push((corners, score));
        }
    }
    let mut found: Vec<Found> = kept
        .into_iter()
        .filter_map(|(corners, score)| {
            let corners = corners.map(|point| point.map(|value| value / scale));
            let sheet = placed(corners, size)?;
            Some(Found { sheet, score })
        })
        .collect();
    let least = if is_cut_out(size) {
        size.0 * size.1 / 2.0
    } else {
        0.0
    };
    found.retain(|found| found.score > 0.0 && area(found.sheet.corners()) > least);
    found.sort_by(|a, b| middle(a.sheet.corners())[1].total_cmp(&middle(b.sheet.corners())[1]));
    found
}

/// Whether a page of this size is a card without its surroundings.
fn is_cut_out((width, height): (f64, f64)) -> bool {
    let long = width.max(height) / width.min(height);
    (long / PROPORTIONS[0]).ln().abs() < CUT_OUT
}

/// Outlines that may be documents, each with its score.
fn judged(picture: &RgbImage) -> Vec<(Corners4, f64)> {
    let soft = soft_rgb(picture, 1.2);
    let grey = imageops::grayscale(&soft);
    let size = (f64::from(picture.width()), f64::from(picture.height()));
    let page = size.0 * size.1;
    let (edges, candidates) = std::thread::scope(|scope| {
        let candidates = scope.spawn(|| candidates(picture, &grey, page));
        (Edges::new(&soft), candidates.join().unwrap_or_default())
    });
    candidates
        .into_iter()
        .filter(|outline| outline.fill > 0.86 && area(&outline.corners) < MOST * page)
        .filter_map(|outline| {
            let corners = ordered(edges.fitted(&outline.corners, 6));
            let score = score(&corners, outline.fill, &edges, size)?;
            let parted = parted(picture, &corners);
            let is_frame = parted == 0.0 && area(&corners) > FRAME * page;
            // Without two colours only a line drawn all around makes a card of
            // a few lines of print.
            let is_print = parted < 0.5 && edges.support(&corners, 12.0) < 0.8;
            (!is_frame && !is_print).then_some((corners, score + 0.25 * parted))
        })
        .collect()
}

fn score(corners: &Corners4, fill: f64, edges: &Edges, size: (f64, f64)) -> Option<f64> {
    let upright = |angle: f64| (58.0..=122.0).contains(&angle);
    if !is_convex(corners) || !angles(corners).into_iter().all(upright) {
        return None;
    }
    let part = area(corners) / (size.0 * size.1);
    let likeness = |known: f64| {
        // Hardly tilted, a few pixels turn the true proportions into nonsense;
        // then what is seen speaks for the paper.
        let (along, across) = extent(corners);
        [proportion(corners, size), along / across.max(1e-6)]
            .map(|ratio| (ratio.ln().abs() - known.ln()).abs() - NEAR)
            .map(|unlike| 1.0 - (unlike / (UNLIKE - NEAR)).clamp(0.0, 1.0))
            .into_iter()
            .fold(0.0, f64::max)
    };
    // What is small on its page is a card, or else the portrait on a card.
    let likeness = if part < SMALL {
        likeness(PROPORTIONS[0])
    } else {
        likeness(PROPORTIONS[0]).max(likeness(PROPORTIONS[1]))
    };
    let faint = edges.support(corners, 4.0);
    if likeness < if part < SMALL { 0.4 } else { 0.15 } || faint < 0.45 {
        return None;
    }
    let strong = edges.support(corners, 12.0);
    Some(0.45 * faint + 0.2 * strong + 0.35 * likeness + 0.1 * fill + 0.25 * part.sqrt())
}

pub(super) fn is_convex(corners: &Corners4) -> bool {
    let turns: [f64; 4] = std::array::from_fn(|at| {
        let [a, b, c] = [0, 1, 2].map(|offset| corners[(at + offset) % 4]);
        cross(minus(b, a), minus(c, b))
    });
    turns.iter().all(|turn| *turn > 0.5)
}

/// Outlines of all ways, each on a thread of its own: a person waits for them.
/// A way that fails proposes nothing.
fn candidates(picture: &RgbImage, grey: &GrayImage, page: f64) -> Vec<Outline> {
    std::thread::scope(|scope| {
        let ways = [
            scope.spawn(|| by_background(picture, page)),
            scope.spawn(|| by_edges(grey, page)),
            scope.spawn(|| by_brightness(grey, page)),
        ];
        ways.into_iter()
            .flat_map(|way| way.join().unwrap_or_default())
            .collect()
    })
}

/// What differs from the colour along the page's border: the lid of a scanner
/// or a desk, blurred so that the grain of wood does not matter.
fn by_background(picture: &RgbImage, page: f64) -> Vec<Outline> {
    let soft = soft_rgb(picture, 3.0);
    let (width, height) = soft.dimensions();
    let rim = (width.min(height) / 60).max(3);
    let mut border: [Vec<u8>; 3] = Default::default();
    for (x, y, pixel) in soft.enumerate_pixels() {
        if x < rim || y < rim || x >= width - rim || y >= height - rim {
            for (values, value) in border.iter_mut().zip(pixel.0) {
                values.push(value);
            }
        }
    }
    let desk = border.map(|mut values| {
        values.sort_unstable();
        f32::from(values.get(values.len() / 2).copied().unwrap_or(0))
    });
    let unlike = GrayImage::from_fn(width, height, |x, y| {
        let colour = soft.get_pixel(x, y).0;
        let sum: f32 = colour
            .iter()
            .zip(desk)
            .map(|(c, d)| (f32::from(*c) - d).powi(2))
            .sum();
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "clamped to a byte"
        )]
        let distance = sum.sqrt().min(255.0) as u8;
        Luma([distance])
    });
    let level = otsu_level(&unlike);
    [level, level / 2, 12]
        .into_iter()
        .flat_map(|level| {
            let mut mask = above(&unlike, |_, _| level.max(6));
            close(&mut mask, 4);
            open(&mut mask, 3);
            outlines(&mask, LEAST * page)
        })
        .collect()
}

/// Closed lines of edges.
fn by_edges(grey: &GrayImage, page: f64) -> Vec<Outline> {
    let thin = Thin::new(grey);
    [(15.0, 40.0, 1), (30.0, 80.0, 2), (8.0, 22.0, 2)]
        .into_iter()
        .flat_map(|(low, high, bold)| {
            let mut mask = thin.linked(low, high);
            grow(&mut mask, bold);
            outlines(&mask, LEAST * page)
        })
        .collect()
}

/// Paper brighter than its surroundings, under even and under uneven light.
fn by_brightness(grey: &GrayImage, page: f64) -> Vec<Outline> {
    let (width, height) = grey.dimensions();
    let reach = width.max(height) / 8;
    let around = box_filter(grey, reach, reach);
    let level = otsu_level(grey);
    let around = |x, y| around.get_pixel(x, y).0[0];
    let mut masks = [
        (above(grey, around), true),
        (above(grey, |x, y| around(x, y).saturating_add(12)), true),
        (above(grey, |_, _| level), false),
    ];
    masks
        .iter_mut()
        .flat_map(|(mask, open_first)| {
            if *open_first {
                open(mask, 2);
                close(mask, 5);
            } else {
                close(mask, 5);
                open(mask, 3);
            }
            outlines(mask, LEAST * page)
        })
        .collect()
}

/// Pixels brighter than a level that may differ from place to place.
fn above(grey: &GrayImage, level: impl Fn(u32, u32) -> u8) -> GrayImage {
    GrayImage::from_fn(grey.width(), grey.height(), |x, y| {
        let bright = grey.get_pixel(x, y).0[0] > level(x, y);
        Luma([if bright { 255 } else { 0 }])
    })
}
