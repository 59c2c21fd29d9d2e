//! The very first time: who the firm is, who the manager is, and the code that
//! is shown once.

use crate::office;
use desk_tests::sample;
use desk_tests::window::{Desk, Window, key, test_id, text};

fn tell_the_firm(window: &Window) {
    let firm = sample::firm();
    for (field, said) in [
        ("firm-name", &firm.name),
        ("firm-code", &firm.code),
        ("firm-representative", &firm.representative),
        ("firm-address", &firm.address),
        ("firm-phone", &firm.phone),
        ("firm-number-prefix", &firm.number_prefix),
    ] {
        window.type_into(&test_id(field), said);
    }
}

#[test]
fn first_run_founds_the_desk_and_shows_the_recovery_code_once() {
    let desk = Desk::fresh();
    let window = office::open(&desk);
    window.wait_for(&test_id("firm-name"));
    window.screenshot("01-first-run-firm");
    tell_the_firm(&window);
    window.click(&test_id("first-run-next"));

    window.type_into(&test_id("manager-name"), sample::MANAGER);
    window.type_into(&test_id("manager-password"), sample::MANAGER_PASSWORD);
    window.type_into(&test_id("manager-again"), sample::MANAGER_PASSWORD);
    window.screenshot("02-first-run-manager");
    window.click(&test_id("first-run-create"));

    let code = window.read(&test_id("recovery-code"));
    assert!(
        code.len() >= 20,
        "a code that cannot be guessed: {} characters",
        code.len()
    );
    window.screenshot("03-first-run-recovery-code");
    window.click(&test_id("recovery-kept"));
    window.click(&test_id("first-run-enter"));
    window.wait_for(&test_id("screen-today"));
    window.wait_for(&text(&sample::firm().name));
    assert!(!window.sees(&text(&code)), "the code is not shown again");
    window.screenshot("04-today-empty");

    window.press(&[key::CONTROL, 'l']);
    office::sign_in(&window, sample::MANAGER, sample::MANAGER_PASSWORD);
    window.wait_for(&test_id("screen-today"));
    window.quit();
}
