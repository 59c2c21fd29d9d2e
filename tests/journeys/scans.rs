//! Printed pages as they come back from a scanner: drawn by poppler, turned,
//! specked and saved as JPEG, so that nothing of the program that set them
//! takes part.

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, GrayImage};
use std::fs;
use std::process::Command;
use tempfile::tempdir;

/// Small random numbers, the same in every run.
pub struct Dice(pub u64);

impl Dice {
    /// A number below `n`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }

    /// Puts things in another order.
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            let other = usize::try_from(self.below(last as u64 + 1)).unwrap();
            things.swap(last, other);
        }
    }
}

/// The pages of a PDF in grey, at so many dots to the inch.
pub fn drawn(pdf: &[u8], dpi: u32, pages: (u32, u32)) -> Vec<GrayImage> {
    let folder = tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    fs::write(&file, pdf).unwrap();
    let drawn = Command::new("pdftoppm")
        .args(["-gray", "-png", "-r", &dpi.to_string()])
        .args(["-f", &pages.0.to_string(), "-l", &pages.1.to_string()])
        .arg(&file)
        .arg(folder.path().join("page"))
        .status()
        .unwrap();
    assert!(drawn.success());
    let mut names: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "png"))
        .collect();
    names.sort();
    names
        .into_iter()
        .map(|name| image::open(name).unwrap().into_luma8())
        .collect()
}

/// A page as a scanner gives it: in one of four turns, with specks of dust and
/// the losses of JPEG.
pub fn scanned(page: &GrayImage, dice: &mut Dice) -> Vec<u8> {
    let mut page = page.clone();
    let (width, height) = page.dimensions();
    for _ in 0..width * height / 400 {
        let x = u32::try_from(dice.below(width.into())).unwrap();
        let y = u32::try_from(dice.below(height.into())).unwrap();
        page.get_pixel_mut(x, y).0[0] = u8::try_from(dice.below(256)).unwrap();
    }
    let page = DynamicImage::ImageLuma8(page);
    let page = match dice.below(4) {
        0 => page,
        1 => page.rotate90(),
        2 => page.rotate180(),
        _ => page.rotate270(),
    };
    jpeg(&page, 60)
}

/// A picture as JPEG.
pub fn jpeg(page: &DynamicImage, quality: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality)
        .encode_image(page)
        .unwrap();
    bytes
}
