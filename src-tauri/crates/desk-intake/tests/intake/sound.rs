//! Every coding that papers come in gives the same picture.

use crate::make::{
    BLACK, BLUE, GREEN, Leaf, QUADRANTS, RED, WHITE, at, close, fixture, pdf, sound, whole,
    with_orientation,
};
use desk_intake::{IntakeError, Limits, Media, View, admit, page_image};
use image::RgbImage;

fn assert_quadrants(name: &str, picture: &RgbImage) {
    let found = [
        at(picture, 0.25, 0.25),
        at(picture, 0.75, 0.25),
        at(picture, 0.25, 0.75),
    ];
    let corner = at(picture, 0.95, 0.95);
    let mark = at(picture, 0.74, 0.74);
    let shades = |c: [u8; 3]| c[0] == c[1] && c[1] == c[2];
    if name.starts_with("quad-gray") {
        assert!(
            found
                .iter()
                .all(|c| shades(*c) && (40..150).contains(&c[0])),
            "{name}: {found:?}"
        );
    } else if name.starts_with("quad") {
        let expected = [RED, GREEN, BLUE];
        assert!(
            found.iter().zip(expected).all(|(a, b)| close(*a, b)),
            "{name}: {found:?}"
        );
    } else {
        assert_eq!(found, [BLACK, WHITE, WHITE], "{name}");
    }
    assert!(close(corner, WHITE), "{name}: white is {corner:?}");
    assert!(close(mark, BLACK), "{name}: the mark is {mark:?}");
}

#[test]
fn every_coding_gives_the_same_picture() {
    for (name, bytes) in sound().iter().filter(|(name, _)| !name.ends_with(".pdf")) {
        if name == "pages.tif" {
            continue;
        }
        let admitted = admit(name, bytes, &Limits::default())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let shape = admitted.pages[0];
        assert_eq!(admitted.page_count(), 1, "{name}");
        let picture = whole(bytes).into_pixels();
        assert_eq!(
            picture.dimensions(),
            (shape.width, shape.height),
            "{name}: shape and picture agree"
        );
        let height = if name == "fax-lowres.tif" { 67 } else { 64 };
        assert_eq!(picture.dimensions(), (96, height), "{name}");
        assert_quadrants(name, &picture);
    }
}

#[test]
fn the_kind_is_told_from_the_bytes_whatever_the_name_says() {
    let kind = |file: &str| {
        admit("licence.jpg", &fixture(file), &Limits::default())
            .unwrap()
            .media
    };
    assert_eq!(kind("sound/quad.png"), Media::Png);
    assert_eq!(kind("sound/quad.pdf"), Media::Pdf);
    assert_eq!(kind("sound/quad.heic"), Media::Heic);
    assert_eq!(kind("sound/fax-g4.tif"), Media::Tiff);
    assert_eq!(kind("sound/quad.webp"), Media::Webp);
    assert_eq!(kind("sound/quad.bmp"), Media::Bmp);
}

#[test]
fn a_photograph_stands_upright_however_the_telephone_was_held() {
    let upright = whole(&fixture("sound/quad.jpg")).into_pixels();
    // What the eight values of EXIF's orientation say of row 0 and column 0 (EXIF 2.3, 4.6.4).
    let first_corner = [RED, GREEN, WHITE, BLUE, RED, BLUE, WHITE, GREEN];
    for (value, expected) in (1..=8).zip(first_corner) {
        let file = with_orientation(&fixture("sound/quad.jpg"), value);
        let admitted = admit("photo.jpg", &file, &Limits::default()).unwrap();
        let picture = whole(&file).into_pixels();
        let lies = value >= 5;
        assert_eq!(
            picture.dimensions(),
            if lies { (64, 96) } else { (96, 64) },
            "{value}"
        );
        assert_eq!(
            picture.dimensions(),
            (admitted.pages[0].width, admitted.pages[0].height)
        );
        let found = at(&picture, 0.02, 0.02);
        assert!(
            close(found, expected),
            "orientation {value}: {found:?} at the first corner"
        );
    }
    assert_quadrants("quad.jpg", &upright);
}

#[test]
fn every_page_of_a_fax_is_a_page_and_stands_in_its_true_proportions() {
    let file = fixture("sound/pages.tif");
    let limits = Limits::default();
    let admitted = admit("fax.tif", &file, &limits).unwrap();
    let sizes: Vec<_> = admitted
        .pages
        .iter()
        .map(|p| (p.width, p.height, p.dpi))
        .collect();
    assert_eq!(sizes, [(96, 64, None), (96, 64, None), (96, 67, Some(204))]);
    for page in 1..=3 {
        let picture = page_image(&file, page, &View::default(), &limits).unwrap();
        assert_quadrants(if page == 1 { "quad" } else { "fax" }, picture.pixels());
    }
    for page in [0, 4] {
        let refused = page_image(&file, page, &View::default(), &limits);
        assert_eq!(refused, Err(IntakeError::PageUnknown { page, pages: 3 }));
    }
}

#[test]
fn a_pdf_page_is_drawn_as_it_is_read() {
    let turned = Leaf {
        entries: "/MediaBox [0 0 96 64] /Rotate 90",
        ..QUADRANTS
    };
    let cut = Leaf {
        entries: "/MediaBox [0 0 96 64] /CropBox [0 32 96 64]",
        ..QUADRANTS
    };
    let file = pdf(&[QUADRANTS, turned, cut], &[]);
    let limits = Limits::default();
    let admitted = admit("scan.pdf", &file, &limits).unwrap();
    let sizes: Vec<_> = admitted
        .pages
        .iter()
        .map(|p| (p.width, p.height, p.dpi))
        .collect();
    assert_eq!(
        sizes,
        [
            (400, 267, Some(300)),
            (267, 400, Some(300)),
            (400, 133, Some(300))
        ]
    );
    let draw = |page| {
        page_image(&file, page, &View::default(), &limits)
            .unwrap()
            .into_pixels()
    };
    assert_quadrants("quad.pdf", &draw(1));
    let turned = draw(2);
    assert!(close(at(&turned, 0.25, 0.25), BLUE) && close(at(&turned, 0.75, 0.25), RED));
    let cut = draw(3);
    assert!(close(at(&cut, 0.25, 0.95), RED) && close(at(&cut, 0.75, 0.95), GREEN));
}

#[test]
fn a_pdf_that_only_forbids_printing_opens() {
    let file = fixture("sound/owner-only.pdf");
    assert_eq!(
        admit("a.pdf", &file, &Limits::default())
            .unwrap()
            .page_count(),
        1
    );
    assert!(close(at(whole(&file).pixels(), 0.25, 0.25), RED));
}

#[test]
fn resolution_is_told_where_the_file_tells_it() {
    let scan = image::RgbImage::from_pixel(30, 20, image::Rgb(WHITE));
    let mut jpeg = Vec::new();
    let mut encoder = image::codecs::jpeg::JpegEncoder::new(&mut jpeg);
    encoder.set_pixel_density(image::codecs::jpeg::PixelDensity::dpi(300));
    encoder.encode_image(&scan).unwrap();
    assert_eq!(
        admit("a.jpg", &jpeg, &Limits::default()).unwrap().pages[0].dpi,
        Some(300)
    );
    let mut png = fixture("sound/quad.png");
    let density = [
        &11_811_u32.to_be_bytes()[..],
        &11_811_u32.to_be_bytes(),
        &[1],
    ]
    .concat();
    png.splice(33..33, crate::make::chunk(b"pHYs", &density));
    assert_eq!(
        admit("a.png", &png, &Limits::default()).unwrap().pages[0].dpi,
        Some(300)
    );
}
