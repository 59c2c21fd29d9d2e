//! A scanner in the real window: SANE itself drives the device that its makers
//! try programs with.

use crate::office;
use desk_tests::sample;
use desk_tests::window::{Desk, Window, css, key, test_id, text};
use std::fs;
use std::path::Path;

/// Sheets in the test device's feeder.
const SHEETS: usize = 10;

/// A desk whose only scanner is SANE's test device, which behaves so.
fn with_scanner(folder: &Path, behaviour: &str) -> (Desk, Window) {
    fs::write(folder.join("dll.conf"), "test\n").unwrap();
    let device = "geometry_max 300.0\ntest-picture \"Color pattern\"\n";
    fs::write(folder.join("test.conf"), format!("{device}{behaviour}\n")).unwrap();
    let desk = office::staffed().with("SANE_CONFIG_DIR", folder);
    let id = office::begun(&desk, &office::form(), &sample::PAPERS);
    let window = office::open_front_desk(&desk);
    office::open_order(&window, id);
    window.press(&[key::F4]);
    window.wait_for(&css("[data-testid=scan-start]:not([disabled])"));
    (desk, window)
}

#[test]
fn a_feeders_sheets_come_into_the_tray_while_the_rest_still_scan() {
    let folder = tempfile::tempdir().unwrap();
    let (_desk, window) = with_scanner(folder.path(), "read-delay true\nread-delay-duration 2000");
    window.click(&text("签字件 ADF 双面"));
    window.click(&test_id("scan-start"));
    window.wait_for(&css("[data-testid=scan-state][data-at=scanning]"));
    office::wait_for_papers(&window, 2);
    assert!(window.sees(&test_id("scan-cancel")), "all came at once");
    window.screenshot("82-scanner-at-work");
    window.wait_for(&css("[data-testid=scan-state][data-at=done]"));
    office::wait_for_papers(&window, SHEETS);
    window.screenshot("83-feeder-empty");
    window.quit();
}

#[test]
fn a_scanner_without_paper_says_so_and_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let fault = "enable-test-options true\nread-status-code \"SANE_STATUS_NO_DOCS\"";
    let (_desk, window) = with_scanner(folder.path(), fault);
    window.click(&test_id("scan-start"));
    window.wait_for(&css("[data-testid=scan-state][data-at=stopped]"));
    window.screenshot("84-no-paper");
    assert!(window.read(&test_id("scan-dialog")).contains("没有纸"));
    window.quit();
}
