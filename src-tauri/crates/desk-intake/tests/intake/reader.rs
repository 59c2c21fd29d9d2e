//! The whole way from a page to its fields, on synthetic papers.

use crate::clean::nothing_on_them;
use crate::make::{fixture, page_of, whole};
use desk_intake::reading::{DocumentKind, FieldName, ReadEvent, Reader};
use desk_intake::{Cancel, IntakeError};
use image::{Rgb, RgbImage};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn models() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/models");
    assert!(
        folder.join("PP-OCRv6_rec_small.onnx").is_file(),
        "the networks are not in assets/models; `cargo xtask setup` fetches them"
    );
    folder
}

fn reader() -> Reader {
    Reader::open(&models()).unwrap()
}

#[test]
fn documents_are_found_upright_and_where_they_lie() {
    let reader = reader();
    let truth: Value = serde_json::from_slice(&fixture("papers/truth.json")).unwrap();
    // One of each: turned, copied, faxed, photographed, on an open scanner.
    for file in [
        "L04_rot90.jpg",
        "I05_page_copy_gray200.jpg",
        "I12_page_fax.tif",
        "I13_front_photo_shadow_rot12.jpg",
        "I17_front_flatbed_black.jpg",
    ] {
        let paper = &truth[file];
        let mut places = 0;
        let mut told = 0;
        let read = reader
            .read_page_with(
                &whole(&fixture(&format!("papers/{file}"))),
                &mut |event| match event {
                    ReadEvent::Found(_) => places += 1,
                    ReadEvent::Read(_) => told += 1,
                },
                &Cancel::default(),
            )
            .unwrap();
        assert_eq!(
            (places, told),
            (1, read.len()),
            "{file}: every document is told once"
        );
        for wanted in paper["docs"].as_array().unwrap() {
            let kind = kind(wanted["kind"].as_str().unwrap());
            let document = read.iter().find(|d| d.reading.kind == kind);
            let document = document.unwrap_or_else(|| panic!("{file}: no {kind:?}"));
            let corners: [[f64; 2]; 4] = serde_json::from_value(wanted["quad"].clone()).unwrap();
            let along = |[a, b, ..]: [[f64; 2]; 4]| (b[1] - a[1]).atan2(b[0] - a[0]).to_degrees();
            let turned = along(corners) + f64::from(document.reading.rotation);
            let off = (turned + 180.0).rem_euclid(360.0) - 180.0;
            assert!(off.abs() < 5.0, "{file}: turned by {off}°");
            let photographed = paper["degrade"].as_str().unwrap().contains("photo ");
            let near = (0..4).all(|at| {
                let [x, y] = document.reading.corners[at].map(f64::from);
                (corners[at][0] - x).hypot(corners[at][1] - y) < 40.0
            });
            assert!(
                near || !photographed,
                "{file}: {:?}",
                document.reading.corners
            );
            let fields = &document.reading.fields;
            for (name, key) in [(FieldName::Uscc, "code"), (FieldName::CitizenId, "idno")] {
                let (Some(wanted), Some(read)) =
                    (wanted["fields"][key].as_str(), fields.get(&name))
                else {
                    continue;
                };
                assert!(
                    read.text == wanted || read.verify,
                    "{file}: {name:?} {}",
                    read.text
                );
            }
        }
    }
}

fn kind(name: &str) -> DocumentKind {
    match name {
        "licence" => DocumentKind::Licence,
        "id_front" => DocumentKind::IdPortrait,
        "id_back" => DocumentKind::IdEmblem,
        other => panic!("{other}"),
    }
}

#[test]
fn pages_with_nothing_on_them_are_read_without_harm() {
    let reader = reader();
    let noise = page_of(&RgbImage::from_fn(700, 500, |x, y| {
        let tone = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)) >> 7;
        Rgb([(tone % 256) as u8, (tone % 253) as u8, (tone % 251) as u8])
    }));
    for page in nothing_on_them().iter().chain([&noise]) {
        let read = reader
            .read_page_with(page, &mut |_| {}, &Cancel::default())
            .unwrap();
        assert!(
            read.iter().all(|d| d.reading.kind == DocumentKind::Other),
            "{read:?}"
        );
    }
}

#[test]
fn a_reading_stops_when_asked() {
    let cancel = Cancel::default();
    cancel.clone().cancel();
    let page = whole(&fixture("papers/I01_front_scan300.jpg"));
    let read = reader().read_page_with(&page, &mut |_| {}, &cancel);
    assert_eq!(read, Err(IntakeError::ReadingCancelled));
}

#[test]
fn a_folder_without_networks_is_refused_by_name() {
    let empty = tempfile::tempdir().unwrap();
    let file = "PP-OCRv6_det_small.onnx";
    assert_eq!(
        Reader::open(empty.path()).unwrap_err(),
        IntakeError::ModelMissing { file }
    );
    std::fs::write(empty.path().join(file), b"no network").unwrap();
    assert_eq!(
        Reader::open(empty.path()).unwrap_err(),
        IntakeError::ModelDamaged { file }
    );
}
