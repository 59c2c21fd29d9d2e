//! Pages that can be told apart: a frame, and as many bars as the page's number.

use image::{DynamicImage, GrayImage, ImageFormat, Luma};
use std::io::Cursor;

const INK: u8 = 0;
const PAPER: u8 = 250;

pub fn draw(number: usize, size: (u32, u32), dpi: u32, is_grey: bool, is_png: bool) -> Vec<u8> {
    let (width, height) = (size.0 * dpi / 300, size.1 * dpi / 300);
    let unit = width / 64;
    let page = GrayImage::from_fn(width, height, |x, y| {
        let edge = x < 4 || y < 4 || x + 4 >= width || y + 4 >= height;
        let (column, row) = (x / unit, y * 16 / height);
        let bar = row == 8 && column % 2 == 1 && column / 2 < u32::try_from(number).unwrap();
        Luma([if edge || bar { INK } else { PAPER }])
    });
    let page = DynamicImage::ImageLuma8(page);
    let page = if is_grey {
        page
    } else {
        DynamicImage::ImageRgb8(page.to_rgb8())
    };
    let mut file = Cursor::new(Vec::new());
    let format = if is_png {
        ImageFormat::Png
    } else {
        ImageFormat::Jpeg
    };
    page.write_to(&mut file, format).unwrap();
    file.into_inner()
}

/// How many bars a page has.
pub fn bars(file: &[u8]) -> usize {
    let page = image::load_from_memory(file).unwrap().to_luma8();
    let y = page.height() * 17 / 32;
    let inside: Vec<bool> = (4..page.width() - 4)
        .map(|x| page.get_pixel(x, y).0[0] < 128)
        .collect();
    inside.windows(2).filter(|pair| !pair[0] && pair[1]).count()
}
