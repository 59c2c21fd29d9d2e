//! Papers in the real window: read by themselves, held against the form, and
//! coming from a folder and from a telephone.

use crate::office;
use desk_domain::paper::PaperKind;
use desk_tests::sample;
use desk_tests::window::{Window, css, key, test_id};
use std::fs;

/// Says whether a device stands in the dialog.
const FOLDER_CHOSEN: &str = "
  const start = document.querySelector('[data-testid=scan-start]');
  return start !== null && !start.disabled";

const READ: &str = "return document.querySelector('[data-testid^=reading-]') === null";

/// Waits until every paper of the order on the screen has been read.
fn wait_until_read(window: &Window) {
    window.wait_for(&test_id("read-company.code"));
    window.wait_until("the papers to be read", READ);
}

#[test]
fn a_value_that_the_licence_contradicts_is_settled_before_it_is_printed() {
    let desk = office::staffed();
    let mut form = office::form();
    form.company.name.push_str("西安分公司");
    let id = office::begun(&desk, &form, &[]);
    let window = office::open_front_desk(&desk);
    office::open_order(&window, id);
    wait_until_read(&window);
    assert!(!window.sees(&test_id("order-ready")));
    window.click(&css("[data-field='company.name']"));
    window.wait_for(&test_id("look-company.name"));
    window.wait_for(&test_id("paper-picture"));
    window.wait_until("the pictures", office::PICTURES_STAND);
    window.screenshot("34-reading-differs");
    window.click(&test_id("take-company.name"));
    window.wait_for(&test_id("order-ready"));
    window.quit();
    let kept = office::kept(&desk, id);
    assert_eq!(kept.company.name, office::form().company.name);
}

#[test]
fn a_person_may_stand_by_what_is_on_the_form_with_enter() {
    let desk = office::staffed();
    let mut form = office::form();
    form.company.address.push_str("（东门）");
    let id = office::begun(&desk, &form, &[]);
    let window = office::open_front_desk(&desk);
    office::open_order(&window, id);
    wait_until_read(&window);
    window.click(&css("[data-field='company.address']"));
    window.wait_for(&test_id("look-company.address"));
    window.press(&[key::ENTER]);
    window.wait_for(&test_id("order-ready"));
    window.quit();
    assert_eq!(
        office::kept(&desk, id).company.address,
        form.company.address
    );
}

#[test]
fn pages_that_another_program_scans_come_into_the_tray_while_one_waits() {
    let desk = office::staffed();
    let id = office::begun(&desk, &office::form(), &sample::PAPERS);
    let folder = tempfile::tempdir().unwrap();
    office::scans_into(&desk, folder.path());
    let window = office::open_front_desk(&desk);
    office::open_order(&window, id);
    window.press(&[key::F4]);
    window.wait_for(&test_id("scan-dialog"));
    window.wait_until("the folder to be offered", FOLDER_CHOSEN);
    window.screenshot("35-scan");
    window.click(&test_id("scan-start"));
    window.wait_for(&test_id("scan-cancel"));
    let licence = office::scanned(PaperKind::Licence);
    fs::copy(licence, folder.path().join("扫描0001.jpg")).unwrap();
    office::wait_for_papers(&window, 1);
    window.click(&test_id("scan-cancel"));
    window.wait_for(&css(
        "[data-testid=scan-state][data-at=stopped], [data-testid=scan-state][data-at=done]",
    ));
    window.screenshot("36-scanned");
    window.click(&test_id("scan-close"));
    office::wait_for_papers(&window, 1);
    window.quit();
}
