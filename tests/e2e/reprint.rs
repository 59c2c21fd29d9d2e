//! A paper that is asked for again is the same paper, to the byte.

use crate::office;
use desk_tests::window::{Window, key, test_id};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Saves the agreement on the screen and takes the file away again.
fn saved(window: &Window, button: &str, told: &str, number: &str) -> Vec<u8> {
    window.click(&test_id(button));
    window.wait_for(&test_id(told));
    let pdf = window.exports.join(format!("{number}.pdf"));
    let bytes = fs::read(&pdf).unwrap();
    fs::remove_file(&pdf).unwrap();
    bytes
}

/// By a program that shares no code with ours.
fn sha256(bytes: &[u8], folder: &Path) -> String {
    let file = folder.join("again.pdf");
    fs::write(&file, bytes).unwrap();
    let summed = Command::new("sha256sum").arg(&file).output().unwrap();
    String::from_utf8(summed.stdout).unwrap()[..64].to_owned()
}

#[test]
fn reprint_is_byte_identical_to_what_was_archived() {
    let desk = office::staffed();
    let id = office::begun(&desk, &office::form(), &[]);
    let window = office::open_front_desk(&desk);
    office::open_order(&window, id);
    window.wait_for(&test_id("order-ready"));
    window.press(&[key::F9]);
    office::confirm_print(&window);
    let number = window.read(&test_id("agreement-number"));
    let first = saved(&window, "done-save", "done-saved", &number);
    window.quit();

    let window = office::open_manager(&desk);
    window.click(&test_id(&format!("waiting-{number}")));
    let archived = window.read(&test_id("agreement-sha256"));
    window.wait_until("the pages", office::PICTURES_STAND);
    window.screenshot("20-agreement");
    let again = saved(&window, "agreement-save", "agreement-saved", &number);
    assert!(
        first == again,
        "{} bytes, then {}",
        first.len(),
        again.len()
    );
    assert_eq!(sha256(&again, &window.exports), archived);
    window.quit();
}
