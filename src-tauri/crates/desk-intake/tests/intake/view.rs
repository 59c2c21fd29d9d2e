//! Turning, cutting and shrinking are ways of looking; any order of the
//! machine's shortcuts must give what turning the whole and cutting then gives.

use crate::make::{GREEN, QUADRANTS, RED, at, close, fixture, pdf, whole, with_orientation};
use desk_domain::paper::{Crop, Rotation};
use desk_intake::{Limits, View, page_image};
use image::{DynamicImage, imageops};
use proptest::prelude::*;

const ROTATIONS: [Rotation; 4] = [
    Rotation::Upright,
    Rotation::Right,
    Rotation::Upsidedown,
    Rotation::Left,
];

fn turn(picture: DynamicImage, rotation: Rotation) -> DynamicImage {
    match rotation {
        Rotation::Upright => picture,
        Rotation::Right => picture.rotate90(),
        Rotation::Upsidedown => picture.rotate180(),
        Rotation::Left => picture.rotate270(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_cut_out_is_what_is_seen_whichever_way_the_page_was_turned(
        orientation in 1_u8..=8,
        rotation in prop::sample::select(&ROTATIONS[..]),
        left in 0_u32..32, top in 0_u32..32, across in 1_u32..32, down in 1_u32..32,
    ) {
        let file = with_orientation(&fixture("sound/quad.jpg"), orientation);
        let seen = turn(DynamicImage::ImageRgb8(whole(&file).into_pixels()), rotation).into_rgb8();
        let part = |pixel: u32, length: u32| u16::try_from((pixel * 10_000).div_ceil(length)).unwrap();
        let crop = Crop {
            left: part(left, seen.width()),
            top: part(top, seen.height()),
            right: part(left + across, seen.width()),
            bottom: part(top + down, seen.height()),
        };
        let view = View { rotation, crop: Some(crop), max_side: None };
        let picture = page_image(&file, 1, &view, &Limits::default()).unwrap();
        let expected = imageops::crop_imm(&seen, left, top, across, down).to_image();
        prop_assert_eq!(picture.pixels(), &expected);
    }
}

#[test]
fn a_page_is_shrunk_to_the_size_asked_and_never_enlarged() {
    let limits = Limits::default();
    let file = fixture("sound/quad.png");
    let small = page_image(&file, 1, &View::whole(24), &limits).unwrap();
    assert_eq!((small.width(), small.height()), (24, 16));
    assert!(
        close(at(small.pixels(), 0.25, 0.25), RED) && close(at(small.pixels(), 0.75, 0.25), GREEN)
    );
    let same = page_image(&file, 1, &View::whole(5000), &limits).unwrap();
    assert_eq!((same.width(), same.height()), (96, 64));
}

#[test]
fn a_pdf_is_drawn_at_the_size_asked_cut_out_or_not() {
    let file = pdf(&[QUADRANTS], &[]);
    let limits = Limits::default();
    let draw = |view: View| page_image(&file, 1, &view, &limits).unwrap().into_pixels();
    assert_eq!(draw(View::whole(300)).dimensions(), (300, 200));
    let crop = Some(Crop {
        left: 5000,
        top: 0,
        right: 10_000,
        bottom: 5000,
    });
    let corner = draw(View {
        crop,
        ..View::whole(300)
    });
    assert_eq!(
        corner.dimensions(),
        (300, 200),
        "a cut-out is drawn anew, not enlarged"
    );
    assert!(
        corner.pixels().all(|pixel| close(pixel.0, GREEN)),
        "and holds the green corner alone"
    );
    let turned = draw(View {
        rotation: Rotation::Right,
        crop,
        max_side: Some(300),
    });
    assert!(
        turned.pixels().all(|pixel| close(pixel.0, RED)),
        "after a turn red is above right"
    );
    let longest = draw(View::whole(60_000)).dimensions().0;
    assert_eq!(longest, 800, "600 dpi at most");
}

#[test]
fn what_the_window_gets_is_the_picture_again() {
    let page = whole(&fixture("sound/quad.png"));
    assert_eq!(
        whole(&page.to_png().unwrap()).pixels(),
        page.pixels(),
        "PNG loses nothing"
    );
    let photo = whole(&page.to_jpeg(90).unwrap());
    assert!(close(at(photo.pixels(), 0.25, 0.25), RED));
}
