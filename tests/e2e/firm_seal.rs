//! The firm's seal: a manager puts its picture in, and it stands on what is printed.

use crate::office;
use desk_tests::sample;
use desk_tests::window::{css, file_input, key, test_id};
use std::fs;

#[test]
fn a_seal_that_a_manager_put_in_stands_on_the_next_agreement() {
    let desk = office::staffed();
    let id = office::begun(&desk, &office::form(), &[]);
    let folder = tempfile::tempdir().unwrap();
    let picture = folder.path().join("公章.png");
    fs::write(&picture, sample::seal_picture()).unwrap();

    let window = office::open_manager(&desk);
    window.click(&test_id("nav-firm"));
    window.wait_for(&test_id("firm-marks"));
    window.choose_files(&file_input("firm-seal-input"), &[&picture]);
    window.wait_for(&test_id("firm-seal-preview"));
    window.wait_until("the seal", office::PICTURES_STAND);
    let chosen = "return document.querySelector(
        '.ant-checkbox-checked [data-testid=firm-print-seal], [data-testid=firm-print-seal]:checked') !== null";
    window.click(&test_id("firm-print-seal"));
    window.wait_until("the seal to be printed", chosen);
    window.click(&css("[data-testid=firm-print-across]:not(:disabled)"));
    window.screenshot("74-firm-seal");

    window.click(&test_id("nav-today"));
    office::open_order(&window, id);
    window.wait_for(&test_id("order-ready"));
    window.press(&[key::F9]);
    office::confirm_print(&window);
    window.wait_until("the printed pages", office::PICTURES_STAND);
    window.screenshot("75-sealed");
    window.quit();
}
