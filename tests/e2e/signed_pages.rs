//! Signed pages come back in the window: dropped in any order, filed by their
//! marks, what is missing told, what could not be filed placed by hand; and
//! a customer signs on the screen.

use crate::office;
use desk_tests::window::{Desk, css, file_input, test_id, text};
use std::path::PathBuf;
use std::process::Command;

/// Pages of an agreement as a scanner gives them, by poppler.
fn scans(desk: &Desk, pdf: &[u8], pages: &[u32]) -> Vec<PathBuf> {
    let folder = desk.exports();
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("打印件.pdf");
    std::fs::write(&file, pdf).unwrap();
    let mut scans = Vec::new();
    for page in pages {
        let (n, out) = (page.to_string(), folder.join(format!("扫描{page:02}")));
        let drawn = Command::new("pdftoppm")
            .args(["-jpeg", "-r", "150", "-singlefile", "-f", &n, "-l", &n])
            .args([&file, &out])
            .status()
            .unwrap();
        assert!(drawn.success());
        scans.push(out.with_extension("jpg"));
    }
    scans
}

#[test]
fn signed_pages_dropped_in_any_order_file_themselves() {
    let desk = office::staffed();
    let id = office::begun(&desk, &office::form(), &[]);
    office::print(&desk, id);
    let (number, pdf) = office::newest_archive(&desk);
    let mut first = scans(&desk, &pdf, &[5, 1, 4, 2]);
    first.push(office::scanned(
        desk_domain::paper::PaperKind::LetterOfCommitment,
    ));
    let rest = scans(&desk, &pdf, &[3]);

    let window = office::open_manager(&desk);
    window.click(&test_id("nav-returned"));
    window.wait_for(&test_id("screen-returned"));
    window.wait_for(&css(&format!(
        "tr[data-testid='returned-waiting-{number}']"
    )));
    window.screenshot("60-returned-empty");
    let paths: Vec<_> = first.iter().map(PathBuf::as_path).collect();
    window.choose_files(&file_input("returned-input"), &paths);
    window.wait_for(&css("[data-testid^=returned-unplaced-]"));
    window.screenshot("61-returned-filed");
    window.click(&test_id(&format!("returned-confirm-{number}")));
    window.wait_for(&test_id("sign-short"));
    window.screenshot("62-returned-page-missing");
    window.press(&[desk_tests::window::key::ESCAPE]);
    let paths: Vec<_> = rest.iter().map(PathBuf::as_path).collect();
    window.choose_files(&file_input("returned-input"), &paths);
    window.wait_until(
        "all pages to be back",
        "return document.querySelectorAll('[data-page-state=missing]').length <= 5",
    );
    window.screenshot("63-returned-complete");
    window.quit();
}

#[test]
fn a_customer_signs_on_the_screen_and_the_agreement_takes_effect() {
    let desk = office::staffed();
    let id = office::begun(&desk, &office::form(), &[]);
    office::print(&desk, id);
    let window = office::open_manager(&desk);
    window.click(&test_id("nav-agreements"));
    window.open_row("tr[data-testid^=agreement-]");
    window.wait_for(&test_id("sign-on-screen"));
    window.click(&test_id("sign-on-screen"));
    window.wait_for(&test_id("sign-pad"));
    window.click(&test_id("sign-pad-read"));
    let wave: Vec<(i64, i64)> = (0..24).map(|i| (i * 10 - 120, (i % 5) * 14 - 30)).collect();
    let bar: Vec<(i64, i64)> = (0..12).map(|i| (i * 16 - 90, 40)).collect();
    window.draw(&test_id("sign-pad"), &[wave, bar]);
    window.screenshot("64-sign-on-screen");
    window.click(&test_id("sign-pad-keep"));
    window.wait_gone(&test_id("sign-pad"));
    window.wait_for(&text("屏幕签字"));
    window.screenshot("65-signed-on-screen");
    window.click(&test_id("agreement-verify"));
    window.wait_for(&test_id("agreement-verified"));
    window.click(&test_id("agreement-pack"));
    window.wait_for(&test_id("pack-folder"));
    window.screenshot("66-filing-pack");
    window.quit();
}
