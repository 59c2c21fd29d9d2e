//! Light: evens out shade and stretches contrast, gently, by one factor for
//! all three colours of a pixel, so that a red seal stays as red as it was.

use crate::reading::Look;
use image::{GrayImage, Luma, Rgb, RgbImage, imageops};
use imageproc::filter::{box_filter, gaussian_blur_f32};

/// Paper brighter than this is white enough.
const WHITE: f32 = 245.0;
/// The most a shaded place is brightened.
const MOST: f32 = 3.5;

/// Evens out the light of a sheet: the paper becomes about equally white
/// everywhere, colours keep their hue, and what is dark stays dark.
pub(crate) fn evened(mut picture: RgbImage) -> RgbImage {
    let paper = paper_light(&picture);
    let (width, height) = picture.dimensions();
    let across = (paper.width().max(2) - 1) as f32 / (width.max(2) - 1) as f32;
    let down = (paper.height().max(2) - 1) as f32 / (height.max(2) - 1) as f32;
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        let light = at(&paper, x as f32 * across, y as f32 * down);
        let gain = (WHITE / light.max(1.0)).clamp(1.0, MOST);
        *pixel = Rgb(pixel.0.map(|value| byte(f32::from(value) * gain)));
    }
    picture
}

/// How bright the bare paper is, place by place, on a small grid.
fn paper_light(picture: &RgbImage) -> GrayImage {
    const GRID: u32 = 48;
    let longest = picture.width().max(picture.height()).max(1);
    let side =
        |length: u32| (u64::from(length) * u64::from(GRID) / u64::from(longest)).max(2) as u32;
    let (across, down) = (side(picture.width()), side(picture.height()));
    let mut brightest = GrayImage::from_fn(across, down, |x, y| {
        let span = |at: u32, of: u32, length: u32| {
            let from = at * length / of;
            from..((at + 1) * length / of).max(from + 1).min(length)
        };
        let mut tones: Vec<u8> = span(y, down, picture.height())
            .step_by(2)
            .flat_map(|v| {
                span(x, across, picture.width())
                    .step_by(2)
                    .map(move |u| (u, v))
            })
            .map(|(u, v)| luma(picture.get_pixel(u, v)))
            .collect();
        tones.sort_unstable();
        Luma([tones.get(tones.len() * 9 / 10).copied().unwrap_or(255)])
    });
    // A dark field, a photograph or a seal is no shade: its surroundings say
    // how light the paper is there.
    for _ in 0..3 {
        let means = box_filter(&brightest, 2, 2);
        for (pixel, mean) in brightest.pixels_mut().zip(means.pixels()) {
            pixel.0[0] = pixel.0[0].max(mean.0[0]);
        }
    }
    gaussian_blur_f32(&brightest, 2.0)
}

/// Value of a grid between its points.
fn at(grid: &GrayImage, x: f32, y: f32) -> f32 {
    let (right, bottom) = (grid.width() - 1, grid.height() - 1);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to the grid"
    )]
    let (left, top) = ((x as u32).min(right), (y as u32).min(bottom));
    let (dx, dy) = (x - left as f32, y - top as f32);
    let value = |x: u32, y: u32| f32::from(grid.get_pixel(x.min(right), y.min(bottom)).0[0]);
    let upper = value(left, top) * (1.0 - dx) + value(left + 1, top) * dx;
    let lower = value(left, top + 1) * (1.0 - dx) + value(left + 1, top + 1) * dx;
    upper * (1.0 - dy) + lower * dy
}

/// A line as one of the ways of looking shows it.
pub(crate) fn seen_as(mut line: RgbImage, look: Look) -> RgbImage {
    match look {
        Look::Plain => line,
        Look::WithoutRed => {
            for pixel in line.pixels_mut() {
                pixel.0 = [pixel.0[0]; 3];
            }
            line
        }
        Look::Contrast => stretched(line),
        Look::Soft => imageops::blur(&line, 1.0),
    }
}

/// Grey, from the darkest twentieth to the lightest twentieth.
fn stretched(mut line: RgbImage) -> RgbImage {
    let mut tones: Vec<u8> = line.pixels().map(luma).collect();
    tones.sort_unstable();
    let tone = |part: usize| tones.get(tones.len() * part / 20).copied().unwrap_or(0);
    let (dark, light) = (f32::from(tone(1)), f32::from(tone(18)));
    let scale = 255.0 / (light - dark).max(16.0);
    for pixel in line.pixels_mut() {
        pixel.0 = [byte((f32::from(luma(pixel)) - dark) * scale); 3];
    }
    line
}

pub(crate) fn luma(pixel: &Rgb<u8>) -> u8 {
    let [red, green, blue] = pixel.0.map(u32::from);
    #[allow(clippy::cast_possible_truncation, reason = "a weighted mean of bytes")]
    let light = ((red * 77 + green * 150 + blue * 29) >> 8) as u8;
    light
}

fn byte(value: f32) -> u8 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped"
    )]
    let byte = value.clamp(0.0, 255.0).round() as u8;
    byte
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shade_is_evened_out_and_a_seal_stays_red() {
        let shaded = |x: u32, value: u32| (value * (100 - x / 4) / 100) as u8;
        let picture = RgbImage::from_fn(200, 120, |x, y| {
            let in_seal = (80..110).contains(&x) && (50..80).contains(&y);
            let colour = if in_seal {
                [200, 40, 40]
            } else {
                [240, 240, 238]
            };
            Rgb(colour.map(|value| shaded(x, value)))
        });
        let even = evened(picture);
        let (left, right) = (luma(even.get_pixel(5, 5)), luma(even.get_pixel(195, 110)));
        assert!(left.abs_diff(right) < 15, "{left} {right}");
        let Rgb([red, green, blue]) = *even.get_pixel(95, 65);
        assert!(red > 150 && green < 70 && blue < 70, "{red} {green} {blue}");
    }
}
