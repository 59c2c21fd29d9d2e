//! Looking straight at a sheet: resamples its pixels from the page, at any
//! size, without ever copying the page at full size.

use super::placement::Placement;
use super::sampling::sample;
use crate::geometry::{Homography, distance};
use image::RgbImage;
use std::borrow::Cow;

/// A page and its halves: each level has half the width and height of the one
/// before, so that a small picture is the mean of what it shows.
#[derive(Debug)]
pub(crate) struct Pyramid<'a> {
    levels: Vec<Cow<'a, RgbImage>>,
}

/// Smallest side of a level worth keeping, in pixels.
const SMALLEST: u32 = 300;

impl<'a> Pyramid<'a> {
    pub(crate) fn new(page: &'a RgbImage) -> Self {
        let mut levels = vec![Cow::Borrowed(page)];
        while let Some(last) = levels.last()
            && last.width().min(last.height()) >= 2 * SMALLEST
            && levels.len() < 6
        {
            let half = halved(last);
            levels.push(Cow::Owned(half));
        }
        Self { levels }
    }

    /// The page at full size.
    pub(crate) fn page(&self) -> &RgbImage {
        &self.levels[0]
    }

    /// The page and its halves, the largest first.
    pub(crate) fn levels(&self) -> impl Iterator<Item = &RgbImage> {
        self.levels.iter().map(Cow::as_ref)
    }

    /// The page, or the largest of its halves whose longer side is no longer
    /// than this; the smallest if all are.
    pub(crate) fn at_most(&self, side: u32) -> &RgbImage {
        let fits = |level: &&Cow<'a, RgbImage>| level.width().max(level.height()) <= side;
        let last = self.levels.len() - 1;
        self.levels.iter().find(fits).unwrap_or(&self.levels[last])
    }

    /// A sheet as a picture of this size.
    pub(crate) fn picture(&self, sheet: &Placement, width: u32, height: u32) -> RgbImage {
        let (width, height) = (width.max(1), height.max(1));
        let (level, step) = self.level_for(sheet, (width, height));
        if step > 1.2 {
            // Between two levels: four samples a pixel instead of one.
            let fine = self.sampled(level, sheet, (width, height), 2);
            halved(&fine)
        } else {
            self.sampled(level, sheet, (width, height), 1)
        }
    }

    /// The same for whoever looks at the whole rather than at letters: between
    /// two levels, of the pixels of the larger some are left out.
    pub(crate) fn glimpse(&self, sheet: &Placement, width: u32, height: u32) -> RgbImage {
        let (width, height) = (width.max(1), height.max(1));
        let (level, _) = self.level_for(sheet, (width, height));
        self.sampled(level, sheet, (width, height), 1)
    }

    /// A sheet as a picture of this size, by so many samples a pixel across and
    /// down.
    fn sampled(
        &self,
        level: usize,
        sheet: &Placement,
        (width, height): (u32, u32),
        samples: u32,
    ) -> RgbImage {
        let (across, down) = (width * samples, height * samples);
        let Some(map) =
            Homography::of_rectangle(f64::from(width), f64::from(height), sheet.corners())
        else {
            return RgbImage::new(across, down);
        };
        let level = &self.levels[level];
        let scale = f64::from(level.width()) / f64::from(self.page().width());
        let step = 1.0 / f64::from(samples);
        sample(level, &map, scale, (across, down), step)
    }

    /// The level to read from for a picture of this size, and how many of the
    /// level's pixels one of the picture covers.
    fn level_for(&self, sheet: &Placement, (width, height): (u32, u32)) -> (usize, f64) {
        let [a, b, c, d] = *sheet.corners();
        let across = distance(a, b).max(distance(d, c)) / f64::from(width);
        let down = distance(a, d).max(distance(b, c)) / f64::from(height);
        let mut level = 0;
        let mut step = across.max(down);
        while step >= 1.9 && level + 1 < self.levels.len() {
            level += 1;
            step /= 2.0;
        }
        (level, step)
    }
}

/// Half the size, each pixel the mean of four.
fn halved(picture: &RgbImage) -> RgbImage {
    let (width, height) = ((picture.width() / 2).max(1), (picture.height() / 2).max(1));
    let row = picture.width() as usize * 3;
    let raw = picture.as_raw();
    let mut half = vec![0; width as usize * height as usize * 3];
    let pairs = raw
        .chunks(2 * row)
        .zip(half.chunks_exact_mut(width as usize * 3));
    for (rows, line) in pairs {
        let (upper, lower) = rows.split_at(row);
        // A page of one row or column is its own neighbour.
        let lower = if lower.is_empty() { upper } else { lower };
        if row < 6 {
            for (at, value) in line.iter_mut().enumerate() {
                *value = mean([upper[at], upper[at], lower[at], lower[at]]);
            }
            continue;
        }
        let fours = upper.chunks_exact(6).zip(lower.chunks_exact(6));
        for ((a, c), pixel) in fours.zip(line.chunks_exact_mut(3)) {
            pixel[0] = mean([a[0], a[3], c[0], c[3]]);
            pixel[1] = mean([a[1], a[4], c[1], c[4]]);
            pixel[2] = mean([a[2], a[5], c[2], c[5]]);
        }
    }
    RgbImage::from_raw(width, height, half).unwrap_or_default()
}

#[inline]
fn mean([a, b, c, d]: [u8; 4]) -> u8 {
    #[allow(clippy::cast_possible_truncation, reason = "a mean of bytes")]
    let mean = ((u16::from(a) + u16::from(b) + u16::from(c) + u16::from(d) + 2) / 4) as u8;
    mean
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::rectangle;
    use image::Rgb;

    fn chequered() -> RgbImage {
        RgbImage::from_fn(640, 620, |x, y| Rgb([(x / 3) as u8, (y / 3) as u8, 90]))
    }

    #[test]
    fn a_sheet_that_is_the_page_looks_like_the_page() {
        let page = chequered();
        let sheet = Placement::whole(640, 620).unwrap();
        assert_eq!(Pyramid::new(&page).picture(&sheet, 640, 620), page);
    }

    #[test]
    fn a_smaller_picture_shows_the_mean() {
        let page = chequered();
        let sheet = Placement::whole(640, 620).unwrap();
        let small = Pyramid::new(&page).picture(&sheet, 160, 155);
        let Rgb([red, green, blue]) = *small.get_pixel(80, 77);
        assert!(red.abs_diff(107) <= 1 && green.abs_diff(103) <= 1 && blue == 90);
    }

    #[test]
    fn a_turned_sheet_shows_the_page_turned() {
        let page = chequered();
        let sheet = Placement::whole(640, 620).unwrap().turned(1).unwrap();
        let picture = Pyramid::new(&page).picture(&sheet, 620, 640);
        assert_eq!(picture, image::imageops::rotate90(&page));
    }

    #[test]
    fn what_lies_beyond_the_page_repeats_its_edge() {
        let page = RgbImage::from_pixel(1, 1, Rgb([7, 8, 9]));
        let corners = rectangle(50.0, 50.0).map(|[x, y]| [x - 20.0, y - 20.0]);
        let sheet = Placement::as_seen(corners).unwrap();
        let picture = Pyramid::new(&page).picture(&sheet, 5, 5);
        assert!(picture.pixels().all(|pixel| *pixel == Rgb([7, 8, 9])));
    }
}
