//! The corners of a document, put right by hand where they were not found well.

use crate::office;
use desk_tests::window::{Window, file_input, test_id};
use serde_json::Value;
use std::path::Path;

const PHOTOGRAPHS: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../src-tauri/crates/desk-intake/tests/fixtures/papers"
);

/// Where the third corner lies, in parts of the page.
const CORNER: &str = "
  const corner = document.querySelector('[data-testid=corner-2]');
  return [corner.style.left, corner.style.top].map(Number.parseFloat)";

const READ: &str = "return document.querySelector('[data-testid^=reading-]') === null
  && document.querySelector('[data-testid=viewer-corners]:not([disabled])') !== null";

fn corner(window: &Window) -> [f64; 2] {
    let Value::Array(at) = window.script(CORNER, &[]) else {
        panic!("no corner");
    };
    [0, 1].map(|axis| at[axis].as_f64().unwrap())
}

#[test]
fn a_corner_dragged_by_hand_stays_where_it_was_put_and_the_paper_is_read_again() {
    let (_desk, window) = office::without_papers();
    let photograph = Path::new(PHOTOGRAPHS).join("I13_front_photo_shadow_rot12.jpg");
    window.choose_files(&file_input("papers-input"), &[&photograph]);
    office::wait_for_papers(&window, 1);
    window.wait_until("the paper to be read", READ);
    window.click(&test_id("viewer-corners"));
    window.wait_for(&test_id("corner-2"));
    window.wait_until("the pictures", office::PICTURES_STAND);
    window.screenshot("85-corners-found");
    let before = corner(&window);
    window.draw(&test_id("corner-2"), &[vec![(0, 0), (-6, -8), (-12, -16)]]);
    let put = corner(&window);
    assert!(
        put[0] < before[0] && put[1] < before[1],
        "{before:?} {put:?}"
    );
    window.screenshot("86-corner-dragged");
    window.click(&test_id("corners-save"));
    window.wait_gone(&test_id("corner-editor"));
    window.wait_until("the paper to be read again", READ);
    window.screenshot("87-read-again");
    window.click(&test_id("viewer-corners"));
    window.wait_for(&test_id("corner-2"));
    let kept = corner(&window);
    let off = (kept[0] - put[0]).hypot(kept[1] - put[1]);
    assert!(off < 0.5, "put at {put:?}, kept at {kept:?}");
    window.quit();
}
