//! Where anything is printed on a page that shows no edges: the page without
//! its blank margins, so that two small cards copied onto a large sheet are
//! looked at as closely as a licence that fills it.

use super::light::luma;
use super::mask::grow;
use super::placement::Placement;
use super::warp::Pyramid;
use crate::geometry::contains;
use image::{GrayImage, Luma};
use imageproc::filter::box_filter;
use imageproc::region_labelling::{Connectivity, connected_components};

/// Longest side of the picture searched, in pixels.
const SIDE: u32 = 700;
/// Ink differs from its surroundings by at least this many grey levels.
const INK: i16 = 22;
/// Print within this part of the page's sides joins one patch.
const JOIN: u32 = 90;
/// A patch smaller than this part of the page is dirt.
const DIRT: f64 = 0.002;

/// The printed part of a page; the whole page when print is everywhere, `None`
/// for a page too small to hold any.
pub(crate) fn content(page: &Pyramid<'_>) -> Option<Placement> {
    let full = page.page();
    let whole = Placement::whole(full.width(), full.height())?;
    let grey = seen(page)?;
    let Some([left, top, right, bottom]) = printed(&grey) else {
        return Some(whole);
    };
    let scale = f64::from(full.width()) / f64::from(grey.width());
    let margin = 0.03 * whole.width().max(whole.height());
    let low = |value: u32| (f64::from(value) * scale - margin).max(0.0);
    let (left, top) = (low(left), low(top));
    let right = (f64::from(right + 1) * scale + margin).min(whole.width());
    let bottom = (f64::from(bottom + 1) * scale + margin).min(whole.height());
    if (right - left) * (bottom - top) > 0.8 * whole.width() * whole.height() {
        return Some(whole);
    }
    whole.part(&[[left, top], [right, top], [right, bottom], [left, bottom]])
}

/// Print beside cards that takes less of the page is dirt or a remark.
const BESIDE: f64 = 0.01;
/// The rim of a sheet of paper is about so bright, whatever lies on it.
const PAPER: u8 = 200;

/// Whether a page is a sheet of paper rather than a desk: its rim is bright.
pub(crate) fn on_paper(page: &Pyramid<'_>) -> bool {
    let Some(grey) = seen(page) else {
        return false;
    };
    let (width, height) = grey.dimensions();
    let rim = |x: u32, y: u32| x < 8 || y < 8 || x + 8 >= width || y + 8 >= height;
    let mut tones: Vec<u8> = grey
        .enumerate_pixels()
        .filter(|(x, y, _)| rim(*x, *y))
        .map(|(_, _, Luma([tone]))| *tone)
        .collect();
    tones.sort_unstable();
    tones.get(tones.len() / 2).is_some_and(|tone| *tone > PAPER)
}

/// Whether more than a remark is printed beside some sheets.
pub(crate) fn prints_beside(page: &Pyramid<'_>, sheets: &[Placement]) -> bool {
    let Some(grey) = seen(page) else {
        return false;
    };
    let scale = f64::from(page.page().width()) / f64::from(grey.width());
    let all = f64::from(grey.width()) * f64::from(grey.height());
    let beside = patches(&grey).into_iter().filter(|patch| {
        let [left, top, right, bottom] = patch.edges.map(f64::from);
        let middle = [(left + right) / 2.0 * scale, (top + bottom) / 2.0 * scale];
        !sheets.iter().any(|sheet| contains(sheet.corners(), middle))
    });
    beside.map(|patch| patch.size).sum::<f64>() > BESIDE * all
}

/// The page, small and without its colours.
fn seen(page: &Pyramid<'_>) -> Option<GrayImage> {
    let full = page.page();
    if full.width().min(full.height()) < 16 {
        return None;
    }
    let whole = Placement::whole(full.width(), full.height())?;
    let picture = super::look(page, &whole, SIDE);
    Some(GrayImage::from_fn(
        picture.width(),
        picture.height(),
        |x, y| Luma([luma(picture.get_pixel(x, y))]),
    ))
}

/// Ink that hangs together.
struct Patch {
    /// In pixels.
    size: f64,
    /// Left, top, right, bottom.
    edges: [u32; 4],
}

/// The box around all patches of print that are no dirt.
fn printed(grey: &GrayImage) -> Option<[u32; 4]> {
    let around = |a: [u32; 4], b: [u32; 4]| {
        [
            a[0].min(b[0]),
            a[1].min(b[1]),
            a[2].max(b[2]),
            a[3].max(b[3]),
        ]
    };
    let patches = patches(grey).into_iter().map(|patch| patch.edges);
    patches.reduce(around)
}

/// All patches of print that are no dirt.
fn patches(grey: &GrayImage) -> Vec<Patch> {
    let (width, height) = grey.dimensions();
    let around = box_filter(grey, 12.min(width / 3), 12.min(height / 3));
    let rim = (width.min(height) / 70).max(1);
    let mut ink = GrayImage::from_fn(width, height, |x, y| {
        let inside = x >= rim && y >= rim && x + rim < width && y + rim < height;
        let (here, mean) = (grey.get_pixel(x, y).0[0], around.get_pixel(x, y).0[0]);
        let is_ink = inside && i16::from(mean) - i16::from(here) > INK;
        Luma([if is_ink { 255 } else { 0 }])
    });
    #[allow(clippy::cast_possible_truncation, reason = "clamped to a byte")]
    let reach = (width.max(height) / JOIN).clamp(1, 40) as u8;
    grow(&mut ink, reach);
    let patches = connected_components(&ink, Connectivity::Eight, Luma([0]));
    let mut sizes: Vec<(f64, [u32; 4])> = Vec::new();
    for (x, y, Luma([label])) in patches.enumerate_pixels() {
        let Some(at) = (*label as usize).checked_sub(1) else {
            continue;
        };
        if at >= sizes.len() {
            sizes.resize(at + 1, (0.0, [u32::MAX, u32::MAX, 0, 0]));
        }
        let (size, [left, top, right, bottom]) = sizes[at];
        sizes[at] = (
            size + 1.0,
            [left.min(x), top.min(y), right.max(x), bottom.max(y)],
        );
    }
    let least = DIRT * f64::from(width) * f64::from(height);
    sizes
        .into_iter()
        .filter(|(size, _)| *size >= least)
        .map(|(size, edges)| Patch { size, edges })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgb, RgbImage};

    #[test]
    fn blank_margins_and_dirt_are_left_out() {
        let mut page = RgbImage::from_pixel(1400, 2000, Rgb([252; 3]));
        for line in 0..6 {
            for x in 300..700 {
                for y in 400 + line * 40..420 + line * 40 {
                    let ink = (x / 6) % 2 == 0;
                    page.put_pixel(x, y, Rgb([if ink { 20 } else { 252 }; 3]));
                }
            }
        }
        page.put_pixel(1200, 1900, Rgb([0; 3]));
        let found = content(&Pyramid::new(&page)).unwrap();
        let [[left, top], _, [right, bottom], _] = *found.corners();
        assert!(
            (180.0..300.0).contains(&left) && (700.0..820.0).contains(&right),
            "{found:?}"
        );
        assert!(
            (280.0..400.0).contains(&top) && (620.0..740.0).contains(&bottom),
            "{found:?}"
        );
    }

    #[test]
    fn a_blank_page_is_looked_at_whole() {
        let page = RgbImage::from_pixel(200, 300, Rgb([252; 3]));
        let found = content(&Pyramid::new(&page)).unwrap();
        assert_eq!(found, Placement::whole(200, 300).unwrap());
    }
}
