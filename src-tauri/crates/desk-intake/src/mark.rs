//! The firm's seal and signature as pictures for paper: the ground they stand
//! on becomes transparent, the empty rim is cut off. Refuses a picture on
//! which nothing stands.

use crate::clean::light::luma;
use crate::view::View;
use crate::{IntakeError, Limits, page_image};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder, Rgb, Rgba, RgbaImage, imageops};

/// Longest side kept: 45 mm at more than 600 dpi.
const SIDE: u32 = 1200;
/// How far a colour must be from the ground to be ink, and how far to cover it
/// wholly.
const FAINT: f32 = 28.0;
const FULL: f32 = 96.0;
/// Share of the picture that must be ink.
const LEAST: usize = 2000;

/// A seal or signature as a PNG with a transparent ground, cut to its edge.
///
/// # Errors
/// The file is no picture, damaged or too large, or nothing stands on it.
pub fn trimmed_mark(file: &[u8]) -> Result<Vec<u8>, IntakeError> {
    let wanted = View {
        max_side: Some(SIDE),
        ..View::default()
    };
    let page = page_image(file, 1, &wanted, &Limits::default())?;
    let picture = page.pixels();
    let ground = ground(picture);
    let mut cut = RgbaImage::new(picture.width(), picture.height());
    let (mut left, mut top, mut right, mut bottom) = (u32::MAX, u32::MAX, 0, 0);
    let mut inked = 0_usize;
    for (x, y, colour) in picture.enumerate_pixels() {
        let cover = cover(colour, &ground);
        if cover > 127 {
            inked += 1;
            (left, top) = (left.min(x), top.min(y));
            (right, bottom) = (right.max(x), bottom.max(y));
        }
        let Rgb([r, g, b]) = *colour;
        cut.put_pixel(x, y, Rgba([r, g, b, cover]));
    }
    let all = picture.width() as usize * picture.height() as usize;
    if inked * LEAST < all || inked == 0 {
        return Err(IntakeError::MarkEmpty);
    }
    let (width, height) = (right - left + 1, bottom - top + 1);
    let cut = imageops::crop_imm(&cut, left, top, width, height).to_image();
    let mut png = Vec::new();
    PngEncoder::new_with_quality(&mut png, CompressionType::Default, FilterType::Adaptive)
        .write_image(cut.as_raw(), width, height, ExtendedColorType::Rgba8)
        .map_err(|error| IntakeError::FileDamaged(error.to_string()))?;
    Ok(png)
}

/// The colour of the paper: the middle one of the lighter half of the rim.
fn ground(picture: &image::RgbImage) -> Rgb<u8> {
    let (width, height) = picture.dimensions();
    let rim = (0..width)
        .flat_map(|x| [(x, 0), (x, height - 1)])
        .chain((0..height).flat_map(|y| [(0, y), (width - 1, y)]));
    let mut colours: Vec<Rgb<u8>> = rim.map(|(x, y)| *picture.get_pixel(x, y)).collect();
    colours.sort_by_key(luma);
    colours
        .get(colours.len() * 3 / 4)
        .copied()
        .unwrap_or(Rgb([255; 3]))
}

/// How much ink covers the ground here.
fn cover(Rgb(colour): &Rgb<u8>, Rgb(ground): &Rgb<u8>) -> u8 {
    let away = colour
        .iter()
        .zip(ground)
        .map(|(own, ground)| f32::from(ground.saturating_sub(*own)))
        .fold(0.0, f32::max);
    let share = ((away - FAINT) / (FULL - FAINT)).clamp(0.0, 1.0);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of a byte"
    )]
    let cover = (share * 255.0).round() as u8;
    cover
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{DynamicImage, ImageFormat, RgbImage};
    use imageproc::drawing::draw_hollow_circle_mut;
    use std::io::Cursor;

    fn png(picture: RgbImage) -> Vec<u8> {
        let mut bytes = Vec::new();
        DynamicImage::ImageRgb8(picture)
            .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)
            .unwrap();
        bytes
    }

    #[test]
    fn a_seal_is_cut_to_its_edge_and_its_ground_is_transparent() {
        let mut sheet = RgbImage::from_pixel(600, 500, Rgb([244, 241, 235]));
        for radius in 140..=150 {
            draw_hollow_circle_mut(&mut sheet, (320, 260), radius, Rgb([200, 30, 40]));
        }
        let cut = image::load_from_memory(&trimmed_mark(&png(sheet)).unwrap()).unwrap();
        assert_eq!((cut.width(), cut.height()), (301, 301));
        let cut = cut.into_rgba8();
        assert_eq!(cut.get_pixel(150, 150).0[3], 0);
        assert_eq!(cut.get_pixel(150, 5).0[3], 255);
    }

    #[test]
    fn an_empty_sheet_is_no_seal() {
        let sheet = RgbImage::from_pixel(400, 400, Rgb([250, 250, 248]));
        assert!(matches!(
            trimmed_mark(&png(sheet)),
            Err(IntakeError::MarkEmpty)
        ));
        assert!(trimmed_mark(b"no picture").is_err());
    }
}
