//! Synthetic seals, signatures and scans.

use super::sample;
use desk_paper::Picture;
use desk_paper::bundle::{Seal, Signatures};
use desk_paper::strokes::{PenPoint, Strokes};
use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;

/// A paper of the samples that ship.
pub fn scan(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/samples");
    std::fs::read(folder.join(name)).expect("a sample")
}

pub fn picture(name: &str) -> Arc<Picture> {
    Arc::new(Picture::read(&scan(name)).expect("a picture"))
}

fn png(drawn: RgbaImage) -> Vec<u8> {
    let mut png = Cursor::new(Vec::new());
    DynamicImage::ImageRgba8(drawn)
        .write_to(&mut png, ImageFormat::Png)
        .expect("written");
    png.into_inner()
}

/// A red ring with a star on a transparent ground.
pub fn seal_png() -> Vec<u8> {
    const SIDE: u32 = 480;
    let middle = SIDE as f32 / 2.0;
    png(RgbaImage::from_fn(SIDE, SIDE, |x, y| {
        let (dx, dy) = (x as f32 + 0.5 - middle, y as f32 + 0.5 - middle);
        let (far, turn) = (dx.hypot(dy) / middle, dy.atan2(dx));
        let ray = (turn * 2.5 + 0.8).cos().abs().powf(0.4);
        let red = (0.93..0.995).contains(&far) || far < 0.12 + 0.16 * (1.0 - ray);
        Rgba(if red {
            [208, 22, 30, 225]
        } else {
            [255, 255, 255, 0]
        })
    }))
}

/// A line of ink on a transparent ground.
pub fn signature_png() -> Vec<u8> {
    const SIZE: (u32, u32) = (400, 120);
    png(RgbaImage::from_fn(SIZE.0, SIZE.1, |x, y| {
        let line = 60.0 + 40.0 * (x as f32 / 22.0).sin() * (1.0 - x as f32 / 500.0);
        let ink = (y as f32 - line).abs() < 3.5;
        Rgba(if ink { [20, 20, 40, 255] } else { [0, 0, 0, 0] })
    }))
}

/// A drawing of three strokes with pressure.
pub fn strokes() -> Strokes {
    let stroke = |from: (f32, f32), way: &dyn Fn(f32) -> (f32, f32)| {
        (0..40_u32)
            .map(|i| {
                let t = i as f32 / 39.0;
                let (dx, dy) = way(t);
                PenPoint {
                    x: from.0 + dx,
                    y: from.1 + dy,
                    milliseconds: i * 11,
                    pressure: 0.25 + 0.6 * (t * 3.1).sin(),
                }
            })
            .collect()
    };
    Strokes {
        strokes: vec![
            stroke((0.0, 40.0), &|t| (90.0 * t, 30.0 * (t * 6.0).sin())),
            stroke((60.0, 0.0), &|t| (-20.0 * t, 95.0 * t)),
            stroke((110.0, 20.0), &|t| {
                (120.0 * t, 40.0 * (t * 9.0).cos() * (1.0 - t))
            }),
        ],
    }
}

/// Everything that can be on the paper before it is printed.
pub fn signatures() -> Signatures {
    let read = |png: &[u8]| Arc::new(Picture::read(png).expect("a picture"));
    Signatures {
        seal: Some(Seal {
            picture: read(&seal_png()),
            millimetres: 40.0,
        }),
        signature: Some(read(&signature_png())),
        across: true,
        customer: Some(strokes()),
    }
}

/// The papers of a customer.
pub fn set() -> desk_paper::sheets::PaperSet {
    use desk_paper::sheets::{PaperSet, PaperSheet};
    PaperSet {
        firm: sample::firm().name,
        customer: super::customer().name,
        number400: super::number("4001234567"),
        shown: Default::default(),
        day: super::day(2026, 11, 22),
        papers: vec![
            PaperSheet::Whole {
                title: "营业执照（副本）复印件".into(),
                picture: picture("licence.jpg"),
            },
            PaperSheet::Card {
                title: "经办人身份证件复印件".into(),
                portrait: picture("id-portrait.jpg"),
                emblem: picture("id-emblem.jpg"),
            },
            PaperSheet::Whole {
                title: "授权委托书".into(),
                picture: picture("authorisation.jpg"),
            },
        ],
    }
}
