//! Coming in, and being kept out.

use crate::office;
use desk_tests::sample;
use desk_tests::window::{css, role, test_id, text};

const WRONG: &str = "不是这个密码";

#[test]
fn wrong_password_is_told_and_after_three_one_waits() {
    let desk = office::staffed();
    let window = office::open(&desk);
    window.wait_for(&test_id("sign-in-name"));
    window.screenshot("05-sign-in");
    let told = css("[data-testid=sign-in-failure][data-code=WrongPassword]");
    for _ in 0..2 {
        office::sign_in(&window, sample::FRONT_DESK, WRONG);
        window.wait_for(&told);
        assert!(
            !window.sees(&test_id("countdown")),
            "two slips of the finger cost nothing"
        );
    }
    office::sign_in(&window, sample::FRONT_DESK, WRONG);
    window.wait_for(&test_id("countdown"));
    window.screenshot("06-sign-in-wrong-password");
    window.wait_for(&css("[data-testid=sign-in-submit]:disabled"));

    window.wait_gone(&test_id("countdown"));
    office::sign_in(&window, sample::FRONT_DESK, sample::FRONT_DESK_PASSWORD);
    window.wait_for(&test_id("screen-today"));
    assert!(
        !window.sees(&test_id("nav-audit")),
        "the front desk does not read the log"
    );

    window.click(&test_id("lock"));
    office::sign_in(&window, sample::MANAGER, sample::MANAGER_PASSWORD);
    window.click(&test_id("nav-audit"));
    window.wait_for(&text("密码输错"));
    assert_eq!(
        window.count(&text("密码输错")),
        3,
        "every wrong password is on the record"
    );
    assert!(window.sees(&role("heading", "操作记录")));
    window.quit();
}
