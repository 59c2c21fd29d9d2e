//! Two-dimensional codes on a sheet. A code's text is a witness and nothing
//! else: an address in it is never opened.

use crate::PageImage;
use crate::clean::light::luma;
use crate::clean::look;
use crate::clean::placement::Placement;
use crate::clean::warp::Pyramid;
use crate::geometry::{Corners4, Point, minus};
use image::{GrayImage, RgbImage, imageops};
use rxing::common::HybridBinarizer;
use rxing::qrcode::QRCodeReader;
use rxing::{BarcodeFormat, BinaryBitmap, DecodeHints, Luma8LuminanceSource, Reader};
use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A code's text longer than this is no paper's.
const LONGEST: usize = 1024;

/// A code and where it stands in the picture given.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Code {
    pub(crate) text: String,
    /// Clockwise from the code's own top left.
    pub(crate) corners: Corners4,
}

/// Texts of the two-dimensional codes (QR) on a page, to be shown and never
/// opened.
#[must_use]
pub fn read_codes(page: &PageImage) -> Vec<String> {
    codes(page.pixels())
}

/// Longest side of the picture on which the codes of a sheet are looked for
/// first. Nearly all are read there, in a fifth of the time.
const SMALL: f64 = 1200.0;

/// Texts of the QR codes on a sheet.
pub(crate) fn codes_on(page: &Pyramid<'_>, sheet: &Placement) -> Vec<String> {
    let longest = sheet.width().max(sheet.height());
    // Halves of the page lie ready; any other size would have to be made.
    let small = longest / (longest / SMALL).log2().ceil().max(0.0).exp2();
    let sides = [small, (2.0 * small).min(longest)];
    let looks = sides[..if sides[1] > small { 2 } else { 1 }].iter();
    looks
        .map(|side| {
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "at most as long as the sheet"
            )]
            found(&grey(&look(page, sheet, side.round() as u32)))
        })
        .find(|found| !found.is_empty())
        .map(|found| found.into_iter().map(|code| code.text).collect())
        .unwrap_or_default()
}

/// Texts of the QR codes on a picture, then once more at half the size, where
/// blur and noise vanish.
fn codes(picture: &RgbImage) -> Vec<String> {
    let grey = grey(picture);
    let mut codes = found(&grey);
    if codes.is_empty() && grey.width().min(grey.height()) >= 400 {
        let (width, height) = (grey.width() / 2, grey.height() / 2);
        let half = imageops::resize(&grey, width, height, imageops::FilterType::Triangle);
        codes = one_code(&half);
    }
    codes.into_iter().map(|code| code.text).collect()
}

/// Codes on a picture by one decoder, or else by the other.
fn found(grey: &GrayImage) -> Vec<Code> {
    let found = one_code(grey);
    if found.is_empty() {
        all_codes(grey)
    } else {
        found
    }
}

/// A picture without its colours.
pub(crate) fn grey(picture: &RgbImage) -> GrayImage {
    let tones = picture.pixels().map(luma).collect();
    GrayImage::from_raw(picture.width(), picture.height(), tones).unwrap_or_default()
}

/// What one decoder finds. Damaged codes have made both decoders panic; a paper
/// without a code is the worst that may come of it.
fn tried(decode: impl FnOnce() -> Vec<Code>) -> Vec<Code> {
    let mut found = catch_unwind(AssertUnwindSafe(decode)).unwrap_or_default();
    found.retain(|code| !code.text.is_empty() && code.text.len() <= LONGEST);
    found
}

/// One code, by the decoder that bears blur, noise and low contrast best.
pub(crate) fn one_code(grey: &GrayImage) -> Vec<Code> {
    tried(|| patient(grey).into_iter().collect())
}

/// All codes, by the decoder that looks for many at once, and fastest.
pub(crate) fn all_codes(grey: &GrayImage) -> Vec<Code> {
    tried(|| {
        let (width, height) = (grey.width() as usize, grey.height() as usize);
        let raw = grey.as_raw();
        rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| raw[y * width + x])
            .detect_grids()
            .iter()
            .filter_map(|grid| {
                let (_, text) = grid.decode().ok()?;
                let corners = grid.bounds.map(|p| [f64::from(p.x), f64::from(p.y)]);
                Some(Code { text, corners })
            })
            .collect()
    })
}

fn patient(grey: &GrayImage) -> Option<Code> {
    let hints = DecodeHints {
        PossibleFormats: Some(HashSet::from([BarcodeFormat::QR_CODE])),
        TryHarder: Some(true),
        CharacterSet: Some("UTF-8".to_owned()),
        ..DecodeHints::default()
    };
    let (width, height) = grey.dimensions();
    let source = Luma8LuminanceSource::new(grey.as_raw().clone(), width, height).ok()?;
    let mut bitmap = BinaryBitmap::new(HybridBinarizer::new(source));
    let found = QRCodeReader::new()
        .decode_with_hints(&mut bitmap, &hints)
        .ok()?;
    let centres = found.getPoints().iter().take(3);
    let centres: Vec<Point> = centres.map(|p| [p.x.into(), p.y.into()]).collect();
    Some(Code {
        text: found.getText().to_owned(),
        corners: around(centres.as_slice().try_into().ok()?),
    })
}

/// The corners of a code around the middles of its finder patterns, bottom
/// left, top left and top right, as this decoder names them; right for a code
/// of 29 modules a side and near it for others.
fn around([bottom, top, right]: [Point; 3]) -> Corners4 {
    const BEYOND: f64 = 3.5 / (29.0 - 7.0);
    let (across, down) = (minus(right, top), minus(bottom, top));
    let at = |u: f64, v: f64| [0, 1].map(|axis| top[axis] + u * across[axis] + v * down[axis]);
    let (start, end) = (-BEYOND, 1.0 + BEYOND);
    [
        at(start, start),
        at(end, start),
        at(end, end),
        at(start, end),
    ]
}
