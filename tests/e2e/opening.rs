//! The window opens and is the right one.

use crate::office;
use desk_tests::window::{Desk, css, text};

#[test]
fn window_opens_with_its_name() {
    let desk = Desk::fresh();
    let window = desk.open();
    window.wait_for(&text("400受理台"));
    assert_eq!(window.title(), "400受理台");
    window.wait_for(&css("#root > *"));
    window.screenshot("opening");
    window.quit();
}

#[test]
fn killed_window_opens_again() {
    let desk = Desk::fresh();
    desk.open().kill9();
    let window = desk.open();
    window.wait_for(&text("400受理台"));
    window.quit();
}

#[test]
fn a_store_of_a_newer_program_is_left_alone_and_said_so() {
    let desk = office::staffed();
    let path = desk.data().join("keyring.json");
    let keyring = std::fs::read_to_string(&path).unwrap();
    let mut newer: serde_json::Value = serde_json::from_str(&keyring).unwrap();
    newer["schema"] = 999.into();
    std::fs::write(&path, newer.to_string()).unwrap();
    let window = desk.open();
    window.wait_for(&css("[data-testid=stopped]"));
    window.wait_for(&css("[data-code=StoreTooNew]"));
    window.screenshot("opening-newer-store");
    window.quit();
    let after = std::fs::read_to_string(&path).unwrap();
    assert_eq!(after, newer.to_string(), "nothing was written");
}

#[test]
fn a_folder_of_something_else_is_not_taken_for_a_store() {
    let desk = Desk::fresh();
    std::fs::create_dir_all(desk.data()).unwrap();
    std::fs::write(desk.data().join("photos.txt"), "别人的文件").unwrap();
    let window = desk.open();
    window.wait_for(&css("[data-code=FolderNotEmpty]"));
    window.quit();
}
