//! The pack for a carrier that takes agreement and form as documents of their
//! own (协议八（一）: each with the other, and never one alone).

use crate::desk::archived;
use crate::office::Office;
use crate::pdf;
use crate::scan_back::{look, original, put};
use desk_app::Desk;
use desk_app::flow::agreement::{self, AgreementRef, AgreementView, FilingPack};
use desk_app::flow::setting;
use desk_domain::page_mark::Original;
use std::fs;
use tempfile::{TempDir, tempdir};

/// A number of the carrier that wants them apart.
const TELECOM: &str = "4008000199";

fn export_folder(desk: &Desk) -> TempDir {
    let folder = tempdir().unwrap();
    let mut settings = setting::show(desk, ()).unwrap();
    settings.export_folder = folder.path().display().to_string();
    setting::save(desk, settings).unwrap();
    folder
}

fn pack(desk: &Desk, view: &AgreementView) -> FilingPack {
    let number = view.line.number.clone();
    agreement::save_pack(desk, AgreementRef { number }).unwrap()
}

fn file(pack: &FilingPack, at: usize) -> Vec<u8> {
    fs::read(format!("{}/{}", pack.folder, pack.files[at].name)).unwrap()
}

#[test]
fn a_carrier_that_wants_agreement_and_form_apart_gets_two_files() {
    let office = Office::open();
    let desk = &office.desk;
    let _folder = export_folder(desk);
    let view = office.printed_on(TELECOM);
    let pack = pack(desk, &view);
    let names: Vec<&str> = pack.files.iter().map(|file| file.name.as_str()).collect();
    assert!(names[0].starts_with("01-") && names[0].ends_with("业务协议.pdf"));
    assert!(names[1].starts_with("02-") && names[1].ends_with("业务受理单.pdf"));
    let (agreement, form) = (pdf::text(&file(&pack, 0)), pdf::text(&file(&pack, 1)));
    assert!(agreement.contains("第五条") && !form.contains("第五条"));
    assert!(form.contains(&format!("{}-01", view.line.number)));
    assert!(!agreement.contains(&format!("{}-01", view.line.number)));
    let numbered = u32::from(view.copies[0].pages);
    assert_eq!(pack.files[0].pages + pack.files[1].pages, numbered);
    assert!(archived(desk, &view).len() > file(&pack, 1).len());
}

#[test]
fn signed_pages_go_into_the_file_that_they_belong_to() {
    let office = Office::open();
    let desk = &office.desk;
    let _folder = export_folder(desk);
    let view = office.printed_on(TELECOM);
    let before = pack(desk, &view);
    put(desk, &original(desk, &view, Original::Firm), &[]);
    look(desk);
    let after = pack(desk, &view);
    let pages = |pack: &FilingPack| [pack.files[0].pages, pack.files[1].pages];
    assert_eq!(pages(&after), pages(&before));
    assert_eq!(after.files[0].what, "已签署的协议");
    assert_eq!(after.files[1].what, "已签署的受理单");
    assert!(after.missing.is_empty(), "{:?}", after.missing);
}
