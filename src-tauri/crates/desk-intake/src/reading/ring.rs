//! The letters around a round red seal, rolled off onto a straight line: what a
//! licence's registrar often stands in and nowhere else.
//!
//! Refuses to say whose seal it is.

use super::Seal;
use crate::clean::placement::Placement;
use crate::clean::warp::Pyramid;
use image::{GrayImage, Luma, Rgb, RgbImage};
use std::f64::consts::TAU;

/// Where the letters stand, in parts of the seal's radius.
const RING: std::ops::Range<f64> = 0.56..0.93;
/// Part of a full turn that letters take at most, about the seal's top.
const ARC: f64 = 0.84;
/// Height of the line, in pixels.
const HEIGHT: u32 = 48;
/// Redder than this part of its pixels is a seal's ink at its strongest.
const STRONGEST: usize = 97;

/// The ring as a line of dark letters on white, from the seal's lower left
/// clockwise to its lower right; whatever is not red is left out.
pub(super) fn unrolled(page: &Pyramid<'_>, sheet: &Placement, seal: &Seal) -> Option<RgbImage> {
    let [x, y] = seal.centre.map(f64::from);
    let half = f64::from(seal.diameter) / 2.0;
    let square = sheet.part(&[
        [x - half, y - half],
        [x + half, y - half],
        [x + half, y + half],
        [x - half, y + half],
    ])?;
    let radius = f64::from(HEIGHT) / (RING.end - RING.start);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "some hundred pixels"
    )]
    let side = (2.0 * radius).ceil() as u32;
    let ink = ink(&page.picture(&square, side, side));
    let along = ARC * TAU * radius * f64::midpoint(RING.start, RING.end);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "some hundred pixels"
    )]
    let width = along.round() as u32;
    Some(RgbImage::from_fn(width, HEIGHT, |across, down| {
        let turn = ((f64::from(across) + 0.5) / f64::from(width) - 0.5) * ARC * TAU;
        let away = RING.end * radius - f64::from(down) - 0.5;
        let place = [radius + away * turn.sin(), radius - away * turn.cos()];
        Rgb([255 - between(&ink, place); 3])
    }))
}

/// How red each pixel is, from none to as red as the seal's ink.
fn ink(picture: &RgbImage) -> GrayImage {
    let redness = |Rgb([red, green, blue]): &Rgb<u8>| red.saturating_sub(*green.max(blue));
    let mut tones: Vec<u8> = picture.pixels().map(redness).collect();
    tones.sort_unstable();
    let most = tones.get(tones.len() * STRONGEST / 100).copied();
    let most = u32::from(most.unwrap_or(255).max(24));
    GrayImage::from_fn(picture.width(), picture.height(), |x, y| {
        let tone = u32::from(redness(picture.get_pixel(x, y))) * 255 / most;
        #[allow(clippy::cast_possible_truncation, reason = "at most 255")]
        let tone = tone.min(255) as u8;
        Luma([tone])
    })
}

/// The tone between four pixels.
fn between(picture: &GrayImage, [x, y]: [f64; 2]) -> u8 {
    let (right, bottom) = (picture.width() - 1, picture.height() - 1);
    let x = (x - 0.5).clamp(0.0, f64::from(right));
    let y = (y - 0.5).clamp(0.0, f64::from(bottom));
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to the picture"
    )]
    let (left, top) = (x as u32, y as u32);
    let (dx, dy) = (x - f64::from(left), y - f64::from(top));
    let tone = |x: u32, y: u32| f64::from(picture.get_pixel(x.min(right), y.min(bottom)).0[0]);
    let upper = tone(left, top) * (1.0 - dx) + tone(left + 1, top) * dx;
    let lower = tone(left, top + 1) * (1.0 - dx) + tone(left + 1, top + 1) * dx;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a mean of bytes"
    )]
    let tone = (upper * (1.0 - dy) + lower * dy).round() as u8;
    tone
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_at_the_top_of_a_seal_comes_to_the_middle_of_the_line() {
        let page = RgbImage::from_fn(400, 400, |x, y| {
            let [dx, dy] = [f64::from(x) - 199.5, f64::from(y) - 199.5];
            let away = dx.hypot(dy);
            let red = (110.0..130.0).contains(&away) && dx.abs() < 12.0 && dy < 0.0;
            let black = (110.0..130.0).contains(&away) && dy.abs() < 12.0;
            Rgb(match (red, black) {
                (true, _) => [205, 40, 45],
                (_, true) => [20; 3],
                _ => [250, 248, 240],
            })
        });
        let sheet = Placement::whole(400, 400).unwrap();
        let seal = Seal {
            centre: [200.0, 200.0],
            diameter: 300.0,
            red: 0.2,
        };
        let line = unrolled(&Pyramid::new(&page), &sheet, &seal).unwrap();
        let dark: Vec<u32> = (0..line.width())
            .filter(|x| line.get_pixel(*x, 20).0[0] < 100)
            .collect();
        assert!(!dark.is_empty(), "the red letter is seen");
        let middle = f64::from(line.width()) / 2.0;
        assert!(
            dark.iter().all(|x| (f64::from(*x) - middle).abs() < 30.0),
            "and nothing black: {dark:?}"
        );
    }
}
