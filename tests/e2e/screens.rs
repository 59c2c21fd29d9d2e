//! Every screen, on the office's small screen: it opens without a refusal and
//! nothing stands beyond the right edge.

use crate::office;
use desk_tests::window::{Window, key, test_id};
use serde_json::json;

/// The manager's places beyond the desk.
const ACCOUNTS: [&str; 7] = [
    "calls", "months", "accounts", "arrears", "disputes", "tariffs", "texts",
];

fn assert_fits(window: &Window, name: &str) {
    assert!(!window.sees(&test_id("failure")), "{name} shows a refusal");
    let beyond = window.script(
        "const page = document.scrollingElement; return page.scrollWidth - page.clientWidth",
        &[],
    );
    assert_eq!(beyond, json!(0), "{name} scrolls sideways");
}

#[test]
fn every_screen_opens_and_fits_the_offices_screen() {
    let desk = office::staffed();
    let printed = office::begun(&desk, &office::form(), &[]);
    office::print(&desk, printed);
    let mut second = office::form();
    "4008000199".clone_into(&mut second.number.number);
    "西安演示甲子商贸有限公司".clone_into(&mut second.company.name);
    office::begun(&desk, &second, &[]);
    let window = office::open_manager(&desk);
    window.screenshot("21-today");
    for (place, name) in [
        "acceptance",
        "search",
        "agreements",
        "stock",
        "staff",
        "firm",
        "settings",
        "backup",
    ]
    .into_iter()
    .enumerate()
    {
        window.click(&test_id(&format!("nav-{name}")));
        window.wait_until("the screen to be drawn", office::PICTURES_STAND);
        window.screenshot(&format!("{}-{name}", 22 + place));
        assert_fits(&window, name);
    }
    window.click(&test_id("backup-verify"));
    window.wait_for(&test_id("backup-report"));
    window.screenshot("30-backup-verified");

    window.click(&test_id("nav-password"));
    window.wait_for(&test_id("screen-password"));
    window.screenshot("31-password");
    assert_fits(&window, "password");

    for (place, name) in ACCOUNTS.into_iter().enumerate() {
        window.click(&test_id(&format!("nav-{name}")));
        window.wait_for(&test_id(&format!("screen-{name}")));
        window.wait_until("the screen to be drawn", office::PICTURES_STAND);
        window.screenshot(&format!("{}-{name}", 53 + place));
        assert_fits(&window, name);
    }

    window.press(&[key::CONTROL, 'k']);
    window.type_into(&test_id("search-box"), "xayb");
    window.wait_for(&test_id("hits"));
    window.screenshot("32-search-box");

    window.resize(1100, 640);
    window.click(&test_id("nav-stock"));
    window.wait_until("the screen to be drawn", office::PICTURES_STAND);
    window.screenshot("33-narrow");
    assert_fits(&window, "the smallest window");
    window.quit();
}
