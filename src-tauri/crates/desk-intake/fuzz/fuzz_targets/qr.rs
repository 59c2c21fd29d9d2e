//! A sound code, damaged: blots over it, drawn at any size and turned, as stamps,
//! folds and cheap scanners leave it. And the sheet that carries it, looked at as
//! a signed page is.

#![no_main]

use desk_intake::{Limits, View, look_at_sheet, page_image, read_codes};
use image::{DynamicImage, GrayImage, ImageFormat, Luma, imageops};
use libfuzzer_sys::fuzz_target;
use qrcode::QrCode;
use std::io::Cursor;

type Blot = ([u8; 4], u8);

fuzz_target!(|code: (Vec<u8>, Vec<Blot>, u8)| {
    let (bytes, blots, turn) = code;
    let Ok(code) = QrCode::new(&bytes[..bytes.len().min(300)]) else {
        return;
    };
    let side = 2 + u32::from(turn >> 4);
    let mut drawn: GrayImage = code.render::<Luma<u8>>().module_dimensions(side, side).build();
    let (width, height) = drawn.dimensions();
    for ([x, y, across, down], tone) in blots.into_iter().take(64) {
        let part = |value: u8, whole: u32| u32::from(value) * whole / 256;
        for y in part(y, height)..(part(y, height) + part(down, height) / 4).min(height) {
            for x in part(x, width)..(part(x, width) + part(across, width) / 4).min(width) {
                drawn.put_pixel(x, y, Luma([tone]));
            }
        }
    }
    let drawn = match turn % 4 {
        0 => drawn,
        1 => imageops::rotate90(&drawn),
        2 => imageops::rotate180(&drawn),
        _ => imageops::flip_horizontal(&drawn),
    };
    let mut png = Cursor::new(Vec::new());
    if DynamicImage::ImageLuma8(drawn).write_to(&mut png, ImageFormat::Png).is_err() {
        return;
    }
    let Ok(page) = page_image(png.get_ref(), 1, &View::default(), &Limits::default()) else {
        return;
    };
    for text in read_codes(&page) {
        assert!(!text.is_empty() && text.len() <= 1024);
    }
    let _ = look_at_sheet(&page);
});
