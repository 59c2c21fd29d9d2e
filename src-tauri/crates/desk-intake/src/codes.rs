//! Two-dimensional codes on a sheet. A code's text is a witness and nothing
//! else: an address in it is never opened.

use crate::PageImage;
use crate::clean::light::luma;
use crate::clean::placement::Placement;
use crate::clean::warp::Pyramid;
use crate::geometry::{Corners4, Point, contains, extent, middle, minus};
use image::{GrayImage, RgbImage};
use rxing::common::{DetectorRXingResult, HybridBinarizer};
use rxing::multi::qrcode::detector::MultiDetector;
use rxing::qrcode::QRCodeReader;
use rxing::qrcode::decoder::qrcode_decoder::decode_bitmatrix_with_hints;
use rxing::{BarcodeFormat, BinaryBitmap, DecodeHints, Luma8LuminanceSource, Reader};
use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A code's text longer than this is no paper's.
const LONGEST: usize = 1024;

/// Marks like a code's corners that are gone into for one code; the print of a
/// page has some hundred.
const MARKS: usize = 1000;
/// The same where every three of them may be a code of their own.
const MARKS_OF_MANY: usize = 200;

type Binarizer = HybridBinarizer<Luma8LuminanceSource>;

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
    Placement::whole(page.width(), page.height())
        .map(|whole| codes_on(&Pyramid::new(page.pixels()), &whole))
        .unwrap_or_default()
}

/// Longest side of a sheet on the half of its page on which codes are looked
/// for first. Most are read there, in a tenth of the time.
const SMALL: f64 = 1200.0;
/// And on the last of them: a finer page tells no more of a code.
const LARGE: f64 = 2560.0;

/// Texts of the QR codes on a sheet. They are looked for on the page as it
/// came, on larger and larger halves of it: a sheet that is cut out and put
/// straight has lost the sharpness that small modules need.
pub(crate) fn codes_on(page: &Pyramid<'_>, sheet: &Placement) -> Vec<String> {
    let (across, down) = extent(sheet.corners());
    let side = |level: &RgbImage| across.max(down) * shrunk(level, page);
    let levels: Vec<&RgbImage> = page.levels().filter(|level| side(level) <= LARGE).collect();
    let first = levels.iter().position(|level| side(level) <= SMALL);
    let mut looks = levels[..first.map_or(levels.len(), |first| first + 1)]
        .iter()
        .rev();
    let found = looks.find_map(|level| code_on(level, shrunk(level, page), sheet));
    found.map(|code| code.text).into_iter().collect()
}

/// How much smaller than its page a half of it is.
fn shrunk(level: &RgbImage, page: &Pyramid<'_>) -> f64 {
    f64::from(level.width()) / f64::from(page.page().width())
}

/// The code of a sheet on one half of its page, which shows it this much smaller.
fn code_on(level: &RgbImage, shrunk: f64, sheet: &Placement) -> Option<Code> {
    let corners = sheet.corners().map(|corner| corner.map(|at| at * shrunk));
    let edge = |axis: usize, most: u32| {
        let along = corners.map(|corner| corner[axis].clamp(0.0, f64::from(most)));
        let start = along.into_iter().fold(f64::from(most), f64::min);
        let end = along.into_iter().fold(0.0, f64::max);
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "within the page"
        )]
        [start as u32, end as u32]
    };
    let ([left, right], [top, bottom]) = (edge(0, level.width()), edge(1, level.height()));
    let around = grey_part(level, [left, top], [right - left, bottom - top]);
    let mut codes = one_code(&around).into_iter();
    // Of two sheets side by side each lies in the corners of the other's.
    codes.find(|code| {
        let [x, y] = middle(&code.corners);
        contains(&corners, [x + f64::from(left), y + f64::from(top)])
    })
}

/// A picture without its colours.
pub(crate) fn grey(picture: &RgbImage) -> GrayImage {
    grey_part(picture, [0, 0], [picture.width(), picture.height()])
}

/// A part of a picture without its colours, from its left and top on, as far as
/// the picture goes.
pub(crate) fn grey_part(
    picture: &RgbImage,
    [left, top]: [u32; 2],
    [width, height]: [u32; 2],
) -> GrayImage {
    let width = width.min(picture.width().saturating_sub(left));
    let height = height.min(picture.height().saturating_sub(top));
    let mut tones = Vec::with_capacity(width as usize * height as usize);
    for row in picture.rows().skip(top as usize).take(height as usize) {
        tones.extend(row.skip(left as usize).take(width as usize).map(luma));
    }
    GrayImage::from_raw(width, height, tones).unwrap_or_default()
}

/// What the decoder finds. Damaged codes have made decoders panic; a paper
/// without a code is the worst that may come of it.
fn tried(decode: impl FnOnce() -> Vec<Code>) -> Vec<Code> {
    let mut found = catch_unwind(AssertUnwindSafe(decode)).unwrap_or_default();
    found.retain(|code| !code.text.is_empty() && code.text.len() <= LONGEST);
    found
}

/// One code: the likeliest.
pub(crate) fn one_code(grey: &GrayImage) -> Vec<Code> {
    tried(|| {
        let hints = hints(MARKS);
        let found = black(grey).map(|mut bitmap| {
            let found = QRCodeReader::new()
                .decode_with_hints(&mut bitmap, &hints)
                .ok()?;
            code(found.getText(), found.getPoints())
        });
        found.flatten().into_iter().collect()
    })
}

/// All codes.
pub(crate) fn all_codes(grey: &GrayImage) -> Vec<Code> {
    tried(|| {
        let hints = hints(MARKS_OF_MANY);
        let found = black(grey).map(|bitmap| {
            let places = MultiDetector::new(bitmap.get_black_matrix()).detectMulti(&hints);
            let places = places.unwrap_or_default();
            let codes = places.iter().filter_map(|place| {
                let said = decode_bitmatrix_with_hints(place.getBits(), &hints).ok()?;
                code(said.getText(), place.getPoints())
            });
            codes.collect()
        });
        found.unwrap_or_default()
    })
}

/// What is black on a picture, for the decoder.
fn black(grey: &GrayImage) -> Option<BinaryBitmap<Binarizer>> {
    let (width, height) = grey.dimensions();
    let source = Luma8LuminanceSource::new(grey.as_raw().clone(), width, height).ok()?;
    Some(BinaryBitmap::new(HybridBinarizer::new(source)))
}

/// How to decode. The decoder tries every three marks that look like a code's
/// corners: a page strewn with them would keep it busy for hours, so that it is
/// left as soon as it has seen more than `most`.
fn hints(most: usize) -> DecodeHints {
    let seen = AtomicUsize::new(0);
    let count = move |_| {
        if seen.fetch_add(1, Ordering::Relaxed) >= most {
            // No panic: nothing is wrong that anyone should be told.
            resume_unwind(Box::new(()));
        }
    };
    DecodeHints {
        PossibleFormats: Some(HashSet::from([BarcodeFormat::QR_CODE])),
        TryHarder: Some(true),
        CharacterSet: Some("UTF-8".to_owned()),
        NeedResultPointCallback: Some(Arc::new(count)),
        ..DecodeHints::default()
    }
}

/// A code of which the decoder knows three corners.
fn code(text: &str, points: &[rxing::Point]) -> Option<Code> {
    let centres = points.iter().take(3);
    let centres: Vec<Point> = centres.map(|p| [p.x.into(), p.y.into()]).collect();
    Some(Code {
        text: text.to_owned(),
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

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Luma, imageops};

    /// Squares within squares, as they mark the corners of a code: 7 modules a
    /// side, each so many pixels.
    fn strewn_with_marks(module: u32) -> GrayImage {
        GrayImage::from_fn(1700, 1200, |x, y| {
            let ring = |at: u32| (at / module % 9).abs_diff(4);
            let black = matches!(ring(x).max(ring(y)), 0 | 1 | 3);
            Luma([if black { 0 } else { 255 }])
        })
    }

    #[test]
    fn a_page_strewn_with_marks_of_codes_is_left_soon() {
        for module in [2, 3, 6, 10] {
            let page = strewn_with_marks(module);
            assert_eq!(one_code(&page), Vec::new(), "{module} pixels a module");
            assert_eq!(all_codes(&page), Vec::new(), "{module} pixels a module");
        }
    }

    fn drawn(text: &str, module: u32) -> GrayImage {
        let code = qrcode::QrCode::new(text).unwrap();
        let side = module * code.width() as u32;
        GrayImage::from_fn(side, side, |x, y| {
            let dark = code[((x / module) as usize, (y / module) as usize)] == qrcode::Color::Dark;
            Luma([if dark { 0 } else { 255 }])
        })
    }

    #[test]
    fn a_code_belongs_to_the_sheet_that_it_stands_on() {
        let mut page = GrayImage::from_pixel(2600, 1800, Luma([255]));
        // Too small to be read on the first half of the page.
        imageops::replace(&mut page, &drawn("左", 2), 300, 1300);
        let page = image::DynamicImage::from(page).into_rgb8();
        let page = Pyramid::new(&page);
        // Both lean, so that the left one's code lies beside the right one too.
        let left = [
            [100.0, 100.0],
            [1000.0, 100.0],
            [1400.0, 1700.0],
            [50.0, 1700.0],
        ];
        let right = [
            [1050.0, 100.0],
            [2500.0, 200.0],
            [1500.0, 1700.0],
            [200.0, 1000.0],
        ];
        let codes = |corners| codes_on(&page, &Placement::as_seen(corners).unwrap());
        assert_eq!(codes(left), ["左"]);
        assert_eq!(codes(right), Vec::<String>::new());
    }

    #[test]
    fn all_codes_of_a_page_are_read_where_each_stands() {
        let mut page = GrayImage::from_pixel(1000, 600, Luma([255]));
        for (text, place) in [("a", [40, 60]), ("b", [640, 60]), ("c", [340, 350])] {
            imageops::replace(&mut page, &drawn(text, 6), place[0], place[1]);
        }
        let mut read = all_codes(&page);
        read.sort_by(|one, other| one.text.cmp(&other.text));
        let seen = read
            .iter()
            .map(|code| (code.text.as_str(), code.corners[0]));
        let whereabouts: Vec<_> = seen
            .map(|(text, corner)| (text, corner.map(|at| (at / 100.0) as u32)))
            .collect();
        assert_eq!(whereabouts, [("a", [0, 0]), ("b", [6, 0]), ("c", [3, 3])]);
    }
}
