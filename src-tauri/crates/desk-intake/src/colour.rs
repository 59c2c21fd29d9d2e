//! What colours tell: whether a sheet came in colour at all, and where a round
//! red seal stands. A seal found is a hint for a person, never a proof that
//! 已盖公章.

use crate::clean::mask::close;
use crate::reading::{Seal, Tone};
use image::{GrayImage, Luma, Rgb, RgbImage};
use imageproc::region_labelling::{Connectivity, connected_components};

/// How much colour a picture holds; taken from pixels as they came, for
/// resampling turns black and white into grey.
pub(crate) fn tone(picture: &RgbImage) -> Tone {
    let step = (picture.as_raw().len() / 3 / 200_000).max(1);
    let (mut coloured, mut extreme, mut all) = (0_usize, 0_usize, 0_usize);
    // Of the raw bytes only those wanted are passed over; of pixels, all are.
    for colour in picture.as_raw().chunks_exact(3).step_by(step) {
        let most = colour.iter().copied().max().unwrap_or(0);
        let least = colour.iter().copied().min().unwrap_or(0);
        all += 1;
        coloured += usize::from(most - least > 28);
        extreme += usize::from(least > 247 || most < 8);
    }
    if coloured * 400 > all {
        Tone::Colour
    } else if extreme * 1000 >= all * 985 {
        Tone::Bilevel
    } else {
        Tone::Grey
    }
}

/// Smallest and largest diameter of a seal in parts of the sheet's shorter
/// side: 38 … 58 mm on A4, less on an enlarged copy, more on a card-sized one.
const DIAMETER: std::ops::Range<f32> = 0.08..0.45;
/// Share of a seal's disc that is red: a ring, letters and a star. The national
/// emblem is red nearly throughout.
const RED: std::ops::Range<f32> = 0.06..0.55;

/// Round red seals, largest first; sizes in pixels of the picture given.
pub(crate) fn seals(picture: &RgbImage) -> Vec<Seal> {
    let (width, height) = picture.dimensions();
    let shorter = width.min(height);
    if shorter < 64 {
        return Vec::new();
    }
    let red = GrayImage::from_fn(width, height, |x, y| {
        Luma([if is_red(picture.get_pixel(x, y)) {
            255
        } else {
            0
        }])
    });
    #[allow(clippy::cast_possible_truncation, reason = "clamped to a byte")]
    let reach = (shorter / 60).clamp(2, 40) as u8;
    let mut joined = red.clone();
    close(&mut joined, reach);
    let patches = connected_components(&joined, Connectivity::Eight, Luma([0]));
    let mut boxes: Vec<[u32; 4]> = Vec::new();
    for (x, y, Luma([label])) in patches.enumerate_pixels() {
        let Some(at) = (*label as usize).checked_sub(1) else {
            continue;
        };
        if at >= boxes.len() {
            boxes.resize(at + 1, [u32::MAX, u32::MAX, 0, 0]);
        }
        let [left, top, right, bottom] = boxes[at];
        boxes[at] = [left.min(x), top.min(y), right.max(x), bottom.max(y)];
    }
    let mut seals: Vec<Seal> = boxes
        .into_iter()
        .filter(|patch| patch[2] >= patch[0])
        .filter_map(|patch| seal(&red, patch, shorter as f32))
        .collect();
    seals.sort_by(|a, b| b.diameter.total_cmp(&a.diameter));
    seals
}

fn is_red(Rgb([red, green, blue]): &Rgb<u8>) -> bool {
    let other = (*green).max(*blue);
    let rest = (*green).min(*blue);
    // Red, and neither orange nor purple.
    red.saturating_sub(other) > 30 && other - rest < red.saturating_sub(rest) / 2
}

/// The seal in a patch, if the patch is about round and about as red as one.
fn seal(red: &GrayImage, [left, top, right, bottom]: [u32; 4], shorter: f32) -> Option<Seal> {
    let (width, height) = ((right - left + 1) as f32, (bottom - top + 1) as f32);
    let diameter = width.max(height);
    if width.min(height) < 0.75 * diameter || !DIAMETER.contains(&(diameter / shorter)) {
        return None;
    }
    let centre = [left as f32 + width / 2.0, top as f32 + height / 2.0];
    let (mut inside, mut red_inside, mut rim) = (0.0, 0.0, [false; 24]);
    for y in top..=bottom {
        for x in left..=right {
            let [dx, dy] = [x as f32 + 0.5 - centre[0], y as f32 + 0.5 - centre[1]];
            let radius = dx.hypot(dy) * 2.0 / diameter;
            if radius > 1.0 {
                continue;
            }
            inside += 1.0;
            if red.get_pixel(x, y).0[0] > 0 {
                red_inside += 1.0;
                if radius > 0.78 {
                    let turn = dy.atan2(dx) / std::f32::consts::TAU + 0.5;
                    #[allow(
                        clippy::cast_possible_truncation,
                        clippy::cast_sign_loss,
                        reason = "part of a turn, 0 … 1"
                    )]
                    let sector = (turn * 24.0) as usize;
                    rim[sector.min(23)] = true;
                }
            }
        }
    }
    let share = red_inside / f32::max(inside, 1.0);
    let closed = rim.iter().filter(|seen| **seen).count() >= 18;
    (RED.contains(&share) && closed).then_some(Seal {
        centre,
        diameter,
        red: share,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use imageproc::drawing::{draw_filled_circle_mut, draw_hollow_circle_mut};

    const PAPER: Rgb<u8> = Rgb([250, 248, 240]);
    const INK: Rgb<u8> = Rgb([205, 40, 45]);

    #[test]
    fn a_ring_is_a_seal_and_an_emblem_is_none() {
        let mut sheet = RgbImage::from_pixel(800, 560, PAPER);
        draw_filled_circle_mut(&mut sheet, (400, 80), 45, INK);
        for radius in 70..75 {
            draw_hollow_circle_mut(&mut sheet, (600, 420), radius, INK);
        }
        draw_filled_circle_mut(&mut sheet, (600, 420), 18, INK);
        let found = seals(&sheet);
        assert_eq!(found.len(), 1, "{found:?}");
        let [x, y] = found[0].centre;
        assert!(
            (x - 600.0).abs() < 3.0 && (y - 420.0).abs() < 3.0,
            "{found:?}"
        );
        assert!((found[0].diameter - 149.0).abs() < 5.0, "{found:?}");
    }

    #[test]
    fn a_copy_has_no_seal_and_no_colour() {
        let grey = RgbImage::from_fn(300, 200, |x, _| Rgb([(x % 250) as u8; 3]));
        assert!(seals(&grey).is_empty());
        assert_eq!(tone(&grey), Tone::Grey);
        let fax = RgbImage::from_fn(300, 200, |x, y| {
            Rgb([if (x + y) % 3 == 0 { 0 } else { 255 }; 3])
        });
        assert_eq!(tone(&fax), Tone::Bilevel);
        assert_eq!(tone(&RgbImage::from_pixel(10, 10, INK)), Tone::Colour);
    }
}
