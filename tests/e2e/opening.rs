//! The window opens and is the right one.

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
