//! Any picture: its papers found, cut out and straightened with corners dragged
//! anywhere, its codes read.

#![no_main]

use desk_domain::paper::Rotation;
use desk_intake::{Limits, Media, Straight, View, crop, find_documents, page_image, read_codes, straighten};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|wish: (u8, [[i16; 2]; 4], Vec<u8>)| {
    let (turn, dragged, bytes) = wish;
    if matches!(Media::sniff(&bytes), Ok(Media::Pdf)) {
        return;
    }
    let Ok(page) = page_image(&bytes, 1, &View::whole(1200), &Limits::default()) else {
        return;
    };
    let rotations = [Rotation::Upright, Rotation::Right, Rotation::Upsidedown, Rotation::Left];
    let wanted = Straight {
        turn: rotations[usize::from(turn % 4)],
        max_side: 600,
        even_light: turn & 4 != 0,
    };
    let dragged = dragged.map(|point| point.map(i32::from));
    for corners in find_documents(&page).into_iter().map(|found| found.corners).chain([dragged]) {
        if let Ok(picture) = straighten(&page, &corners, &wanted) {
            assert!(picture.width() <= 600 && picture.height() <= 600);
        }
        let _ = crop(&page, &corners);
    }
    for text in read_codes(&page) {
        assert!(!text.is_empty());
    }
});
