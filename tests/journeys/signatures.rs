//! 八（三）: signatures on the screen and on paper, the firm's seal, the archive
//! that shows changes, and the pack for the carrier's file.

use crate::desk::{archived, log, sign};
use crate::office::Office;
use crate::pdf;
use crate::scans::{drawn, jpeg};
use desk_app::Desk;
use desk_app::flow::agreement::{
    self, AgreementRef, AgreementSign, AgreementView, ArchiveState, PenSpot, ScreenSign,
};
use desk_app::flow::firm_mark::{self, FirmMarkRef, FirmMarkSet, MarkKind};
use desk_app::flow::returned::{self, ReturnedAdd};
use desk_app::flow::setting;
use desk_domain::agreement::AgreementState;
use desk_domain::paper::Arrival;
use desk_tests::sample;
use image::{DynamicImage, Rgb, RgbImage};
use std::fs;
use std::process::Command;
use tempfile::tempdir;

fn named(view: &AgreementView) -> AgreementRef {
    AgreementRef {
        number: view.line.number.clone(),
    }
}

/// A name written in one stroke.
fn written() -> Vec<Vec<PenSpot>> {
    let spot = |i: u32| PenSpot {
        x: 20.0 + i as f32 * 4.0,
        y: 60.0 + (i as f32 / 3.0).sin() * 30.0,
        t: i * 8,
        pressure: 0.4,
    };
    vec![(0..60).map(spot).collect(), (0..20).map(spot).collect()]
}

fn on_screen(desk: &Desk, view: &AgreementView) -> Result<AgreementView, desk_app::Failure> {
    agreement::sign_on_screen(
        desk,
        ScreenSign {
            number: view.line.number.clone(),
            signer: "李晓明".to_owned(),
            strokes: written(),
        },
    )
}

fn keep_seal(desk: &Desk, across: bool) {
    let set = FirmMarkSet {
        kind: MarkKind::Seal,
        millimetres: 42,
        file_name: "公章.png".to_owned(),
        bytes: sample::seal_picture(),
    };
    firm_mark::set(desk, set).unwrap();
    let mut settings = setting::show(desk, ()).unwrap();
    settings.print_seal = true;
    settings.print_seal_across = across;
    setting::save(desk, settings).unwrap();
}

/// Red pixels on a page drawn in colour.
fn red(pdf: &[u8], page: u32) -> usize {
    let folder = tempdir().unwrap();
    let file = folder.path().join("a.pdf");
    fs::write(&file, pdf).unwrap();
    let (n, out) = (page.to_string(), folder.path().join("page"));
    let done = Command::new("pdftoppm")
        .args(["-png", "-r", "60", "-singlefile", "-f", &n, "-l", &n])
        .args([&file, &out])
        .status()
        .unwrap();
    assert!(done.success());
    let drawn = image::open(out.with_extension("png")).unwrap().into_rgb8();
    let is_red = |Rgb([r, g, b]): &&Rgb<u8>| *r > 150 && *g < 110 && *b < 110;
    drawn.pixels().filter(is_red).count()
}

#[test]
fn a_signature_on_the_screen_stands_under_the_words_that_were_printed() {
    let office = Office::open();
    let desk = &office.desk;
    let view = office.printed();
    let signed = on_screen(desk, &view).unwrap();
    assert_eq!(signed.on_screen.len(), 1);
    assert_eq!(
        signed.line.state,
        AgreementState::Printed,
        "not in force yet"
    );
    let bytes = paper_bytes(desk, &signed);
    let (before, after) = (pdf::text(&archived(desk, &view)), pdf::text(&bytes));
    assert!(after.contains("电子签名法"), "what it is stands beside it");
    assert!(after.len() > before.len());
    for page in pdf::pages(&archived(desk, &view)) {
        let head: String = page.chars().take(60).collect();
        assert!(after.contains(&head), "{head}");
    }
    let request = AgreementSign {
        number: view.line.number.clone(),
        signed_on: "2026-11-22".to_owned(),
        despite: None,
    };
    let in_force = agreement::sign(desk, request).unwrap();
    assert_eq!(in_force.line.state, AgreementState::InForce);
    assert!(
        log(desk)
            .iter()
            .any(|line| line.contains("screen_signature_taken"))
    );
}

/// The file of the paper that was signed on the screen.
fn paper_bytes(desk: &Desk, view: &AgreementView) -> Vec<u8> {
    let folder = tempdir().unwrap();
    let mut settings = setting::show(desk, ()).unwrap();
    settings.export_folder = folder.path().display().to_string();
    setting::save(desk, settings).unwrap();
    let pack = agreement::save_pack(desk, named(view)).unwrap();
    fs::read(format!("{}/{}", pack.folder, pack.files[0].name)).unwrap()
}

#[test]
fn an_empty_drawing_or_a_nameless_one_is_no_signature() {
    let office = Office::open();
    let view = office.printed();
    let try_with = |signer: &str, strokes| {
        let request = ScreenSign {
            number: view.line.number.clone(),
            signer: signer.to_owned(),
            strokes,
        };
        agreement::sign_on_screen(&office.desk, request)
            .unwrap_err()
            .code
    };
    assert_eq!(try_with("李晓明", Vec::new()), "SignatureNotDrawn");
    assert_eq!(try_with("  ", written()), "SignerMissing");
}

#[test]
fn an_archived_agreement_shows_every_change_and_whose_it_is() {
    let office = Office::open();
    let desk = &office.desk;
    let view = office.printed();
    let check = agreement::verify(desk, named(&view)).unwrap();
    assert_eq!(check.state, ArchiveState::Intact);
    let mut bytes = archived(desk, &view);
    let state = |desk: &Desk, bytes: &[u8]| agreement::verify_file(desk, bytes).unwrap().state;
    assert_eq!(state(desk, &bytes), ArchiveState::Intact);
    let elsewhere = Office::open();
    elsewhere.printed();
    assert_eq!(state(&elsewhere.desk, &bytes), ArchiveState::OtherKey);
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    assert_eq!(state(desk, &bytes), ArchiveState::Altered);
    assert_eq!(state(desk, b"%PDF-1.7 nothing"), ArchiveState::Unsigned);
}

#[test]
fn poppler_finds_the_archives_signature_valid() {
    let office = Office::open();
    let view = office.printed();
    let folder = tempdir().unwrap();
    let file = folder.path().join("a.pdf");
    fs::write(&file, archived(&office.desk, &view)).unwrap();
    let told = Command::new("pdfsig")
        .arg("-nocert")
        .arg(&file)
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    assert!(told.contains("Signature is Valid"), "{told}");
    assert!(told.contains("Total document signed"), "{told}");
}

#[test]
fn the_firms_seal_stands_on_the_paper_and_in_strips_over_its_edges() {
    let office = Office::open();
    let desk = &office.desk;
    let plain = archived(desk, &office.printed());
    assert_eq!(red(&plain, 1), 0);
    keep_seal(desk, true);
    let view = office.printed_on("4006000103");
    let sealed = archived(desk, &view);
    let pages = view.pages_per_copy;
    let strips = (1..=pages).filter(|page| red(&sealed, *page) > 5).count();
    assert!(strips >= usize::from(view.copies[0].pages), "{strips}");
    let most = (1..=pages).map(|page| red(&sealed, page)).max().unwrap();
    assert!(most > 400, "the seal itself: {most}");
    firm_mark::remove(
        desk,
        FirmMarkRef {
            kind: MarkKind::Seal,
        },
    )
    .unwrap();
    assert!(firm_mark::show(desk, ()).unwrap().seal.is_none());
}

#[test]
fn only_a_manager_keeps_the_seal_and_no_picture_without_one() {
    let office = Office::open();
    let set = |bytes: Vec<u8>, millimetres| FirmMarkSet {
        kind: MarkKind::Seal,
        millimetres,
        file_name: "章.png".to_owned(),
        bytes,
    };
    let front = office.front_desk();
    let refused = firm_mark::set(&front, set(sample::seal_picture(), 42)).unwrap_err();
    assert_eq!(refused.code, "NotPermitted");
    let refused = firm_mark::set(&office.desk, set(sample::seal_picture(), 12)).unwrap_err();
    assert_eq!(refused.code, "SealSizeImpossible");
    let blank = jpeg(
        &DynamicImage::ImageRgb8(RgbImage::from_pixel(300, 300, Rgb([250; 3]))),
        90,
    );
    let refused = firm_mark::set(&office.desk, set(blank, 42)).unwrap_err();
    assert_eq!(refused.code, "MarkEmpty");
}

#[test]
fn the_pack_holds_agreement_and_papers_in_the_order_demanded() {
    let office = Office::open();
    let desk = &office.desk;
    let folder = tempdir().unwrap();
    let mut settings = setting::show(desk, ()).unwrap();
    settings.export_folder = folder.path().display().to_string();
    setting::save(desk, settings).unwrap();
    let view = office.printed();
    let before = agreement::save_pack(desk, named(&view)).unwrap();
    assert!(before.files[0].what.contains("未见签字件"));
    let numbered = u32::from(view.copies[0].pages);
    for page in drawn(&archived(desk, &view), 100, (1, numbered)) {
        let add = ReturnedAdd {
            file_name: "签字页.jpg".to_owned(),
            arrival: Arrival::Scan,
            bytes: jpeg(&DynamicImage::ImageLuma8(page), 70),
        };
        returned::add(desk, add).unwrap();
    }
    while returned::look(desk, ()).unwrap().unseen > 0 {}
    let pack = agreement::save_pack(desk, named(&view)).unwrap();
    let names: Vec<&str> = pack.files.iter().map(|file| file.name.as_str()).collect();
    assert!(
        names[0].starts_with("01-") && names[0].contains("协议及受理单"),
        "{names:?}"
    );
    assert!(
        names[1].starts_with("02-") && names[1].ends_with("营业执照.pdf"),
        "{names:?}"
    );
    assert!(names[2].ends_with("经办人身份证.pdf"), "{names:?}");
    assert_eq!(pack.files[0].pages, numbered);
    assert!(pack.missing.is_empty(), "{:?}", pack.missing);
    for file in &pack.files {
        assert!(!file.too_large, "{file:?}");
        let bytes = fs::read(format!("{}/{}", pack.folder, file.name)).unwrap();
        assert!(bytes.starts_with(b"%PDF"));
        // 身份证号 never stands in the name of a file.
        let digits = file.name.chars().filter(char::is_ascii_digit).count();
        assert!(digits < 18, "{}", file.name);
    }
    let licence = fs::read(format!("{}/{}", pack.folder, names[1])).unwrap();
    assert!(
        pdf::text(&licence).contains("无效"),
        "a paper leaves under its purpose"
    );
}

#[test]
fn scans_without_a_mark_filed_with_the_agreement_are_a_persons_word() {
    let office = Office::open();
    let view = office.printed();
    let signed = sign(&office.desk, &view, "2026-11-22").unwrap();
    assert_eq!(signed.line.state, AgreementState::InForce);
}
