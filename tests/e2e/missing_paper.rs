//! A paper is missing: the front desk cannot print, a manager can with a
//! reason, and the reason stays.

use crate::office;
use desk_domain::paper::PaperKind;
use desk_tests::sample;
use desk_tests::window::{css, key, test_id, text};

const REASON: &str = "国徽面原件已核对，复印件明日补交";

#[test]
fn missing_paper_stops_the_front_desk_and_a_managers_reason_is_recorded() {
    let desk = office::staffed();
    let id = office::begun(&desk, &office::form(), &[PaperKind::IdEmblem]);
    let window = office::open_front_desk(&desk);
    office::open_order(&window, id);
    window.wait_for(&test_id("field-papers.id-emblem"));
    assert!(!window.sees(&test_id("order-ready")));
    window.wait_until("the pictures of the papers", office::PICTURES_STAND);
    window.screenshot("15-paper-missing");
    window.press(&[key::F9]);
    window.wait_for(&test_id("print-manager-needed"));
    window.screenshot("16-manager-needed");
    window.click(&test_id("print-manager-needed"));
    assert!(!window.sees(&test_id("print-summary")));

    window.click(&test_id("lock"));
    office::sign_in(&window, sample::MANAGER, sample::MANAGER_PASSWORD);
    office::open_order(&window, id);
    window.wait_for(&test_id("field-papers.id-emblem"));
    window.press(&[key::F9]);
    window.type_into(&test_id("override-text"), REASON);
    window.screenshot("17-manager-lets-through");
    window.click(&test_id("override-confirm"));
    window.click(&test_id("print-confirm"));
    window.wait_for(&test_id("order-done"));
    window.wait_for(&text(REASON));

    window.click(&test_id("nav-audit"));
    window.wait_for(&text("经理放行"));
    window.wait_for(&css("[data-testid^=audit-] .audit-detail"));
    window.wait_for(&text(&format!("原因：{REASON}")));
    window.screenshot("18-audit");
    window.quit();
}
