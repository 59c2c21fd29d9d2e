//! Two-dimensional codes on a sheet. A code's text is a witness and nothing
//! else: an address in it is never opened.

use crate::PageImage;
use crate::clean::light::luma;
use image::{GrayImage, RgbImage, imageops};
use rxing::{BarcodeFormat, DecodeHints};
use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A code's text longer than this is no paper's.
const LONGEST: usize = 1024;

/// Texts of the two-dimensional codes (QR) on a page, to be shown and never
/// opened.
#[must_use]
pub fn read_codes(page: &PageImage) -> Vec<String> {
    codes(page.pixels())
}

/// Texts of the QR codes on a picture. Two decoders in turn, then once more at
/// half the size, where blur and noise vanish.
pub(crate) fn codes(picture: &RgbImage) -> Vec<String> {
    let grey = GrayImage::from_fn(picture.width(), picture.height(), |x, y| {
        image::Luma([luma(picture.get_pixel(x, y))])
    });
    // Damaged codes have made both decoders panic; a paper without a code is
    // the worst that may come of it.
    let tried = |decode: fn(&GrayImage) -> Vec<String>, grey: &GrayImage| {
        catch_unwind(AssertUnwindSafe(|| decode(grey))).unwrap_or_default()
    };
    let mut texts = tried(first_decoder, &grey);
    if texts.is_empty() {
        texts = tried(second_decoder, &grey);
    }
    if texts.is_empty() && grey.width().min(grey.height()) >= 400 {
        let (width, height) = (grey.width() / 2, grey.height() / 2);
        let half = imageops::resize(&grey, width, height, imageops::FilterType::Triangle);
        texts = tried(first_decoder, &half);
    }
    texts.retain(|text| !text.is_empty() && text.len() <= LONGEST);
    texts
}

fn first_decoder(grey: &GrayImage) -> Vec<String> {
    let mut hints = DecodeHints {
        PossibleFormats: Some(HashSet::from([BarcodeFormat::QR_CODE])),
        TryHarder: Some(true),
        CharacterSet: Some("UTF-8".to_owned()),
        ..DecodeHints::default()
    };
    let (width, height) = grey.dimensions();
    rxing::helpers::detect_in_luma_with_hints(
        grey.as_raw().clone(),
        width,
        height,
        Some(BarcodeFormat::QR_CODE),
        &mut hints,
    )
    .map(|found| vec![found.getText().to_owned()])
    .unwrap_or_default()
}

fn second_decoder(grey: &GrayImage) -> Vec<String> {
    let (width, height) = (grey.width() as usize, grey.height() as usize);
    let raw = grey.as_raw();
    rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| raw[y * width + x])
        .detect_grids()
        .iter()
        .filter_map(|grid| grid.decode().ok())
        .map(|(_, text)| text)
        .collect()
}
