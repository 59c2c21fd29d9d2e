//! Scans of signed pages: their small code is read and their turn told, however
//! they lay on the glass.

use crate::make::page_of;
use desk_domain::paper::Rotation;
use desk_intake::{PageImage, SheetLook, look_at_sheet};
use image::{GrayImage, Luma, Rgb, RgbImage, imageops};
use imageproc::geometric_transformations::{Interpolation, rotate_about_center};
use proptest::prelude::*;
use qrcode::{Color, EcLevel, QrCode};
use std::time::Instant;

const MARK: &str = "D4:QF-2026-000123:2026-01:A3/8:9F3A61";
/// Where the code of a page stands on A4, in millimetres: left, top, side.
const PLACE: [f64; 3] = [170.6, 278.0, 14.0];
const TURNS: [Rotation; 4] = [
    Rotation::Upright,
    Rotation::Right,
    Rotation::Upsidedown,
    Rotation::Left,
];

/// How a page came to be scanned.
#[derive(Debug, Clone, Copy)]
struct Scan {
    dpi: u32,
    /// Quarter turns clockwise in which it lay on the glass.
    quarters: usize,
    /// Degrees askew.
    skew: f32,
    /// Swing of the noise, in tones.
    noise: u32,
    /// Quality of the grey JPEG file, none for colours as they are.
    quality: Option<u8>,
    /// Millimetres cut off all around.
    clipped: f64,
    seal: bool,
}

const PLAIN: Scan = Scan {
    dpi: 300,
    quarters: 0,
    skew: 0.0,
    noise: 0,
    quality: None,
    clipped: 0.0,
    seal: false,
};

/// A printed page at a resolution: blocks as dense as Chinese print, and codes.
fn printed(dpi: u32, codes: &[(&str, [f64; 3])]) -> GrayImage {
    let mm = f64::from(dpi) / 25.4;
    let length = |size: f64| (size * mm).round() as u32;
    let mut page = GrayImage::from_pixel(length(210.0), length(297.0), Luma([250]));
    let stroke = |x: f64, y: f64| {
        // Letters of 3.7 mm on lines of 6 mm, strokes of a third of a millimetre.
        let (row, column) = ((y / 6.0) as u32, (x / 3.9) as u32);
        let within = y % 6.0 < 3.7 && x % 3.9 < 3.7;
        let grain = ((x * 2.4) as u32).wrapping_mul(2_654_435_761) ^ ((y * 2.4) as u32 * 40_503);
        let text = (25.0..185.0).contains(&x) && (25.0..270.0).contains(&y);
        text && within && row % 7 != 6 && (grain ^ (row * 97 + column)) % 5 < 2
    };
    for (x, y, tone) in page.enumerate_pixels_mut() {
        if stroke(f64::from(x) / mm, f64::from(y) / mm) {
            tone.0[0] = 35;
        }
    }
    for (text, place) in codes {
        draw_code(&mut page, text, place.map(|value| value * mm));
    }
    page
}

/// Draws a code as a scanner sees it: pixels on an edge are grey.
fn draw_code(page: &mut GrayImage, text: &str, [left, top, side]: [f64; 3]) {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).unwrap();
    let (width, colours) = (code.width(), code.to_colors());
    let module = side / width as f64;
    let dark = |x: f64, y: f64| {
        let (column, row) = ((x - left) / module, (y - top) / module);
        let inside = |at: f64| at >= 0.0 && at < width as f64;
        inside(column)
            && inside(row)
            && colours[row as usize * width + column as usize] == Color::Dark
    };
    for y in top as u32 - 1..(top + side) as u32 + 2 {
        for x in left as u32 - 1..(left + side) as u32 + 2 {
            let samples = (0..9).filter(|at| {
                let [u, v] = [at % 3, at / 3].map(|part| (f64::from(part) + 0.5) / 3.0);
                dark(f64::from(x) + u, f64::from(y) + v)
            });
            let tone = 250 - 24 * samples.count() as u8;
            page.put_pixel(x, y, Luma([tone]));
        }
    }
}

/// A red ring with a star's worth of red in it, 40 mm, over the print.
fn stamp(page: &mut RgbImage, dpi: u32) {
    let mm = f64::from(dpi) / 25.4;
    for (x, y, pixel) in page.enumerate_pixels_mut() {
        let away = (f64::from(x) / mm - 140.0).hypot(f64::from(y) / mm - 230.0);
        if (18.6..20.0).contains(&away) || away < 5.0 {
            let Rgb([red, green, blue]) = *pixel;
            *pixel = Rgb([red.max(60) - 30, green / 4, blue / 4]);
        }
    }
}

fn scanned(scan: Scan, codes: &[(&str, [f64; 3])]) -> PageImage {
    let printed = printed(scan.dpi, codes);
    let mut page = RgbImage::from_fn(printed.width(), printed.height(), |x, y| {
        Rgb([printed.get_pixel(x, y).0[0]; 3])
    });
    if scan.seal {
        stamp(&mut page, scan.dpi);
    }
    if scan.skew != 0.0 {
        let turn = scan.skew.to_radians();
        page = rotate_about_center(
            &page,
            turn,
            Interpolation::Bilinear,
            imageproc::geometric_transformations::Border::Constant(Rgb([238; 3])),
        );
    }
    let cut = (scan.clipped * f64::from(scan.dpi) / 25.4) as u32;
    let (width, height) = (page.width() - 2 * cut, page.height() - 2 * cut);
    page = imageops::crop_imm(&page, cut, cut, width, height).to_image();
    page = match scan.quarters {
        0 => page,
        1 => imageops::rotate90(&page),
        2 => imageops::rotate180(&page),
        _ => imageops::rotate270(&page),
    };
    if scan.noise > 0 {
        let mut state = 0x9E37_79B9_u32;
        for pixel in page.pixels_mut() {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let swing = (state >> 16) % (2 * scan.noise);
            let tone = |value: u8| {
                (u32::from(value) + swing)
                    .saturating_sub(scan.noise)
                    .min(255)
            };
            pixel.0 = pixel.0.map(|value| tone(value) as u8);
        }
    }
    match scan.quality {
        None => page_of(&page),
        Some(quality) => {
            let grey = image::DynamicImage::from(imageops::grayscale(&page));
            let mut file = Vec::new();
            let coder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut file, quality);
            grey.write_with_encoder(coder).unwrap();
            crate::make::whole(&file)
        }
    }
}

/// Looks at a scan of a page of ours and checks code, turn and place.
fn seen(scan: Scan) -> SheetLook {
    let page = scanned(scan, &[(MARK, PLACE)]);
    let started = Instant::now();
    let look = look_at_sheet(&page);
    println!("{scan:?}: {:.0} ms", started.elapsed().as_secs_f64() * 1e3);
    let texts: Vec<&str> = look.codes.iter().map(|code| code.text.as_str()).collect();
    assert_eq!(texts, [MARK], "{scan:?}");
    let back = TURNS[(4 - scan.quarters) % 4];
    assert_eq!(look.turn, Some(back), "{scan:?}");
    assert_eq!(look.codes[0].turn, back, "{scan:?}");
    let place = |value: f64| (value - scan.clipped) / 25.4 * f64::from(scan.dpi);
    let [x, y] = [place(PLACE[0]), place(PLACE[1])];
    if scan.quarters == 0 && scan.skew == 0.0 {
        let [u, v] = look.codes[0].corners[0].map(f64::from);
        let module = PLACE[2] / 25.0 / 25.4 * f64::from(scan.dpi);
        assert!(
            (u - x).hypot(v - y) < 3.0 * module,
            "{scan:?}: {u} {v}, not {x} {y}"
        );
    }
    look
}

#[test]
fn the_code_of_a_page_is_read_at_every_resolution_and_turn() {
    for (dpi, quarters) in [(150, 0), (150, 1), (150, 2), (150, 3), (200, 3), (300, 1)] {
        seen(Scan {
            dpi,
            quarters,
            ..PLAIN
        });
    }
}

#[test]
fn a_page_askew_noisy_and_grey_is_read_all_the_same() {
    for (dpi, quarters, skew) in [
        (150, 0, 3.0),
        (150, 1, -3.0),
        (200, 2, 1.7),
        (200, 3, -3.0),
        (300, 2, -0.8),
        (300, 1, 3.0),
    ] {
        seen(Scan {
            dpi,
            quarters,
            skew,
            noise: 24,
            quality: Some(55),
            ..PLAIN
        });
    }
}

#[test]
fn a_page_whose_edges_were_cut_off_is_read() {
    for (dpi, quarters) in [(150, 0), (200, 1), (300, 2)] {
        seen(Scan {
            dpi,
            quarters,
            clipped: 4.0,
            skew: 0.5,
            noise: 12,
            quality: Some(70),
            ..PLAIN
        });
    }
}

#[test]
fn a_red_seal_is_pointed_at_and_a_grey_one_is_not() {
    for (dpi, quarters) in [(150, 0), (200, 3)] {
        let scan = Scan {
            dpi,
            quarters,
            seal: true,
            noise: 12,
            ..PLAIN
        };
        let look = seen(scan);
        assert_eq!(look.seals.len(), 1, "{scan:?}: {:?}", look.seals);
        let mm = f64::from(dpi) / 25.4;
        let off = f64::from(look.seals[0].diameter()) / mm - 40.0;
        assert!(off.abs() < 3.0, "{scan:?}: off by {off} mm");
        if quarters == 0 {
            let [x, y] = look.seals[0].centre().map(|value| f64::from(value) / mm);
            assert!((x - 140.0).hypot(y - 230.0) < 2.0, "{x} {y}");
        }
        assert_eq!(
            seen(Scan {
                quality: Some(70),
                ..scan
            })
            .seals,
            []
        );
    }
}

#[test]
fn all_codes_of_a_sheet_are_told_and_each_turn_of_its_own() {
    let other = "https://example.com/a-code-of-the-customers";
    let page = scanned(PLAIN, &[(MARK, PLACE), (other, [90.0, 120.0, 25.0])]);
    let look = look_at_sheet(&page);
    let texts: Vec<&str> = look.codes.iter().map(|code| code.text.as_str()).collect();
    assert_eq!(texts, [MARK, other], "the page's own stands in its corner");
    assert_eq!(look.turn, Some(Rotation::Upright));
}

#[test]
fn two_pages_on_one_glass_are_both_told() {
    // A3 glass: two A4 pages side by side, one upside down.
    let left = scanned(
        Scan {
            dpi: 200,
            quarters: 2,
            ..PLAIN
        },
        &[(MARK, PLACE)],
    );
    let second = MARK.replace("A3/8", "A4/8");
    let right = scanned(Scan { dpi: 200, ..PLAIN }, &[(&second, PLACE)]);
    let mut both = RgbImage::new(left.width() * 2, left.height());
    imageops::replace(&mut both, left.pixels(), 0, 0);
    imageops::replace(&mut both, right.pixels(), left.width().into(), 0);
    let look = look_at_sheet(&page_of(&both));
    let mut told: Vec<_> = look
        .codes
        .iter()
        .map(|code| (code.text.as_str(), code.turn))
        .collect();
    told.sort_unstable_by_key(|(text, _)| *text);
    let wanted = [
        (MARK, Rotation::Upsidedown),
        (second.as_str(), Rotation::Upright),
    ];
    assert_eq!(told, wanted);
}

#[test]
fn a_sheet_without_a_code_has_no_turn() {
    let look = look_at_sheet(&scanned(
        Scan {
            dpi: 200,
            noise: 20,
            ..PLAIN
        },
        &[],
    ));
    assert_eq!(
        (look.codes.len(), look.turn, look.seals.len()),
        (0, None, 0)
    );
    let tiny = page_of(&RgbImage::new(1, 1));
    assert_eq!(look_at_sheet(&tiny).turn, None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn any_scan_of_a_page_tells_its_code_and_turn(
        dpi in 150_u32..=300,
        quarters in 0_usize..4,
        skew in -3.0_f32..3.0,
        noise in 0_u32..28,
        quality in 45_u8..95,
        clipped in 0.0_f64..3.0,
    ) {
        seen(Scan { dpi, quarters, skew, noise, quality: Some(quality), clipped, seal: false });
    }
}
