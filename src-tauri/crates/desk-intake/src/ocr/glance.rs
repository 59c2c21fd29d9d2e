//! Whether print stands on end, at a glance: without looking for a single line.

use crate::clean::glimpse;
use crate::clean::placement::Placement;
use crate::clean::warp::Pyramid;
use crate::codes::grey;
use image::{GrayImage, imageops};
use imageproc::filter::box_filter;

/// Whether print seems to stand on end: letters smeared along their line become
/// one long streak, smeared across it they stay apart.
pub(super) fn seems_on_end(page: &Pyramid<'_>, sheet: &Placement) -> bool {
    /// Longest side of the picture looked at, in pixels.
    const SIDE: u32 = 640;
    /// Ink is darker than its surroundings by so many tones.
    const INK: i16 = 20;
    /// So much more of it lies in streaks that stand.
    const CLEARLY: f64 = 1.4;
    let tones = grey(&glimpse(page, sheet, SIDE));
    let (width, height) = tones.dimensions();
    // The rim holds frames, not lines.
    let (rim_x, rim_y) = (width / 16, height / 16);
    if width < 64 || height < 64 {
        return false;
    }
    let around = box_filter(&tones, 12, 12);
    let both = around.as_raw().iter().zip(tones.as_raw());
    let ink = both.map(|(mean, tone)| u8::from(i16::from(*mean) - i16::from(*tone) > INK));
    let ink = GrayImage::from_raw(width, height, ink.collect()).unwrap_or_default();
    let (across, down) = (width - 2 * rim_x, height - 2 * rim_y);
    let ink = imageops::crop_imm(&ink, rim_x, rim_y, across, down).to_image();
    let lying = all_streaks(&ink);
    let standing = all_streaks(&imageops::rotate90(&ink));
    f64::from(standing) > CLEARLY * f64::from(lying)
}

/// How much of all rows lies in streaks of ink.
fn all_streaks(ink: &GrayImage) -> u32 {
    let rows = ink.as_raw().chunks_exact(ink.width().max(1) as usize);
    rows.map(|row| streaks(row.iter().map(|ink| *ink > 0)))
        .sum()
}

/// How much of a row of pixels lies in streaks of ink.
fn streaks(row: impl Iterator<Item = bool>) -> u32 {
    /// Gaps up to this are smeared over.
    const GAP: u32 = 8;
    /// A streak is at least so long: about three letters.
    const LONG: u32 = 25;
    let (mut all, mut length, mut gap) = (0, 0, 0);
    for ink in row.chain(std::iter::repeat_n(false, GAP as usize + 1)) {
        if ink {
            length += 1 + if length > 0 { gap } else { 0 };
            gap = 0;
        } else {
            gap += 1;
            if gap > GAP {
                all += if length >= LONG { length } else { 0 };
                length = 0;
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgb, RgbImage};

    /// Six lines of letters, 8 pixels high and 2 apart.
    fn print() -> RgbImage {
        RgbImage::from_fn(640, 448, |x, y| {
            let (row, column) = ((y - y % 64) / 64, x % 10);
            let within = y % 64 < 8 && column < 8 && (60..500 + 10 * row).contains(&x);
            Rgb([if within && (x + y) % 3 < 2 { 30 } else { 245 }; 3])
        })
    }

    #[test]
    fn lines_that_stand_are_told_from_lines_that_lie() {
        let on_end = |picture: &RgbImage| {
            let sheet = Placement::whole(picture.width(), picture.height()).unwrap();
            seems_on_end(&Pyramid::new(picture), &sheet)
        };
        assert!(!on_end(&print()));
        assert!(on_end(&image::imageops::rotate90(&print())));
        assert!(!on_end(&RgbImage::from_pixel(640, 448, Rgb([250; 3]))));
    }

    #[test]
    fn a_streak_bridges_gaps_between_letters_and_no_wider_ones() {
        let row = |gap: usize| {
            let letter = || std::iter::repeat_n(true, 10);
            let gap = || std::iter::repeat_n(false, gap);
            streaks(
                letter()
                    .chain(gap())
                    .chain(letter())
                    .chain(gap())
                    .chain(letter()),
            )
        };
        assert_eq!(row(4), 38);
        assert_eq!(row(9), 0);
    }
}
