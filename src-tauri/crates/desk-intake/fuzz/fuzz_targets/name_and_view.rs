//! A sound file under any name, looked at in any way.

#![no_main]

use desk_domain::paper::{Crop, Rotation};
use desk_intake::{Limits, View, admit, page_image};
use libfuzzer_sys::fuzz_target;

const PAPER: &[u8] = include_bytes!("../../tests/fixtures/sound/pages.tif");

fuzz_target!(|wish: (u8, Option<[u16; 4]>, Option<u32>, u32, String)| {
    let (turn, crop, max_side, page, name) = wish;
    let rotations = [Rotation::Upright, Rotation::Right, Rotation::Upsidedown, Rotation::Left];
    let view = View {
        rotation: rotations[usize::from(turn % 4)],
        crop: crop.map(|[left, top, right, bottom]| Crop { left, top, right, bottom }),
        max_side,
    };
    let limits = Limits::default();
    let admitted = admit(&name, PAPER, &limits).expect("the file is sound");
    assert!(admitted.name.chars().count() <= 120 && !admitted.name.is_empty());
    assert!(!admitted.name.chars().any(|sign| sign.is_control() || sign == '/' || sign == '\\'));
    if let Ok(picture) = page_image(PAPER, page % 4, &view, &limits) {
        assert!(picture.width() > 0 && picture.height() > 0);
    }
});
