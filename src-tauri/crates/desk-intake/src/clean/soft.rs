//! Softening: the mean of each pixel and its surroundings, weighted by nearness
//! (Gauss). Works on whole rows, so that the compiler uses all the processor's
//! lanes: papers are looked for while a person waits.

use image::{GrayImage, RgbImage};

/// A softened picture; what lies beyond its border repeats the border.
pub(super) fn soft_rgb(picture: &RgbImage, sigma: f32) -> RgbImage {
    let (width, height) = picture.dimensions();
    let soft = soft::<3>(picture.as_raw(), width as usize, sigma);
    RgbImage::from_raw(width, height, soft).unwrap_or_default()
}

/// As [`soft_rgb`], without colours.
pub(super) fn soft_grey(picture: &GrayImage, sigma: f32) -> GrayImage {
    let (width, height) = picture.dimensions();
    let soft = soft::<1>(picture.as_raw(), width as usize, sigma);
    GrayImage::from_raw(width, height, soft).unwrap_or_default()
}

fn soft<const CHANNELS: usize>(raw: &[u8], width: usize, sigma: f32) -> Vec<u8> {
    let row = width * CHANNELS;
    if row == 0 {
        return Vec::new();
    }
    let weights = weights(sigma);
    let reach = weights.len() / 2;
    let height = raw.len() / row;
    let mut lines = Vec::with_capacity(raw.len());
    for line in raw.chunks_exact(row) {
        lines.extend_from_slice(&across::<CHANNELS>(line, &weights));
    }
    let mut soft = Vec::with_capacity(raw.len());
    let mut sum = vec![0.0; row];
    for y in 0..height {
        sum.fill(0.5);
        for (step, weight) in weights.iter().enumerate() {
            let at = (y + step).saturating_sub(reach).min(height - 1);
            add(&mut sum, &lines[at * row..(at + 1) * row], *weight);
        }
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a mean of bytes"
        )]
        soft.extend(sum.iter().map(|value| *value as u8));
    }
    soft
}

/// One row softened along itself.
fn across<const CHANNELS: usize>(line: &[u8], weights: &[f32]) -> Vec<f32> {
    let reach = weights.len() / 2;
    let (first, last) = (&line[..CHANNELS], &line[line.len() - CHANNELS..]);
    let beyond = |edge: &[u8]| edge.repeat(reach);
    let mut wide = Vec::with_capacity(line.len() + 2 * reach * CHANNELS);
    for part in [&beyond(first), line, &beyond(last)] {
        wide.extend(part.iter().map(|byte| f32::from(*byte)));
    }
    let mut sum = vec![0.0; line.len()];
    for (step, weight) in weights.iter().enumerate() {
        let from = step * CHANNELS;
        add(&mut sum, &wide[from..from + line.len()], *weight);
    }
    sum
}

fn add(sum: &mut [f32], values: &[f32], weight: f32) {
    for (sum, value) in sum.iter_mut().zip(values) {
        *sum += value * weight;
    }
}

/// Weights of a pixel's neighbours on either side and its own, together 1.
fn weights(sigma: f32) -> Vec<f32> {
    #[allow(clippy::cast_possible_truncation, reason = "a few pixels")]
    let reach = (2.0 * sigma).ceil() as i16;
    let bell: Vec<f32> = (-reach..=reach)
        .map(|off| (-f32::from(off).powi(2) / (2.0 * sigma * sigma)).exp())
        .collect();
    let all: f32 = bell.iter().sum();
    bell.into_iter().map(|weight| weight / all).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Luma, Rgb};

    #[test]
    fn an_even_picture_stays_as_it_was() {
        let even = RgbImage::from_pixel(9, 7, Rgb([3, 128, 255]));
        assert_eq!(soft_rgb(&even, 3.0), even);
    }

    #[test]
    fn a_point_becomes_a_round_patch_of_the_same_weight() {
        let mut point = GrayImage::new(21, 21);
        point.put_pixel(10, 10, Luma([255]));
        let soft = soft_grey(&point, 1.4);
        let tone = |x, y| soft.get_pixel(x, y).0[0];
        assert_eq!(tone(10, 10), 21);
        assert_eq!(tone(8, 10), tone(10, 12));
        assert_eq!(tone(0, 10), 0);
    }
}
