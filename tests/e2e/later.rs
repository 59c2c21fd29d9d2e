//! What comes after an agreement, in the real window: from the agreement's
//! page to the printed form of a change, a suspension and a resumption.

use crate::office;
use desk_domain::paper::PaperKind;
use desk_tests::window::{Desk, Window, css, file_input, key, test_id, text};

/// An agreement in force, on the screen of the manager.
fn at_the_agreement(desk: &Desk) -> (Window, String) {
    office::in_force(desk, &office::form());
    let (number, _) = office::newest_archive(desk);
    let window = office::open_manager(desk);
    to_agreement(&window, &number);
    (window, number)
}

fn to_agreement(window: &Window, number: &str) {
    window.click(&test_id("nav-agreements"));
    window.open_row(&format!("tr[data-testid='agreement-{number}']"));
    window.wait_for(&test_id("agreement-follow"));
}

/// Begins a later business from the agreement on the screen.
fn follow(window: &Window, business: &str, shot: &str) {
    window.click(&test_id("agreement-follow"));
    window.click(&test_id(&format!("follow-{business}")));
    window.wait_for(&test_id("new-order-dialog"));
    window.screenshot(shot);
    window.click(&test_id("new-order-start"));
    window.wait_for(&test_id("acceptance"));
    window.wait_for(&test_id("later-cited"));
}

/// Has the customer declare that all is true, prints, and takes the number down.
fn printed(window: &Window) -> String {
    window.click(&css("[data-field='confirmations.declares_true']"));
    window.wait_for(&test_id("order-ready"));
    window.press(&[key::F9]);
    office::confirm_print(window);
    window.read(&test_id("agreement-number"))
}

/// Puts the scan of the signed form in and registers the signature.
fn sign(window: &Window, number: &str) {
    window.click(&test_id("done-sign"));
    window.click(&test_id("agreement-sign"));
    let scan = office::scanned(PaperKind::LetterOfCommitment);
    window.choose_files(&file_input("sign-file"), &[scan.as_path()]);
    window.wait_for(&text("已加入 1 页"));
    window.click(&test_id("sign-submit"));
    window.wait_gone(&test_id("sign-submit"));
    window.wait_for(&text(number));
}

#[test]
fn clause_8_2_a_change_is_printed_from_the_agreements_page() {
    let desk = office::staffed();
    let (window, first) = at_the_agreement(&desk);
    follow(&window, "change", "70-change-begins");
    window.screenshot("71-change-open");
    window.fill(&test_id("field-handler.mobile"), "13900139000");
    window.press(&[key::TAB]);
    window.wait_for(&text("13900139000"));
    for sentence in ["declares_true", "read_and_explained", "lawful_use"] {
        window.click(&css(&format!("[data-field='confirmations.{sentence}']")));
    }
    window.screenshot("72-change-filled");
    window.press(&[key::F9]);
    window.type_into(&test_id("override-text"), "登记资料没有变化，沿用原件");
    window.click(&test_id("override-confirm"));
    window.wait_for(&test_id("print-summary"));
    window.screenshot("73-change-read-over");
    window.click(&test_id("print-confirm"));
    window.wait_for(&test_id("order-done"));
    let change = window.read(&test_id("agreement-number"));
    window.wait_until("the pages", office::PICTURES_STAND);
    window.screenshot("74-change-printed");
    to_agreement(&window, &first);
    window.wait_for(&text(&change));
    window.wait_until("the pages", office::PICTURES_STAND);
    window.screenshot("75-change-listed");
    window.quit();
}

#[test]
fn clause_4_2_3_a_number_is_suspended_and_resumed_by_its_forms() {
    let desk = office::staffed();
    let (window, first) = at_the_agreement(&desk);
    follow(&window, "suspension", "76-suspension-begins");
    window.click(&test_id("quick-later.day-1"));
    window.click(&test_id("reason-arrears"));
    window.screenshot("77-suspension-filled");
    let stop = printed(&window);
    window.wait_until("the pages", office::PICTURES_STAND);
    window.screenshot("78-suspension-printed");
    sign(&window, &stop);
    to_agreement(&window, &first);
    follow(&window, "resumption", "79-resumption-begins");
    window.click(&test_id("quick-later.day-1"));
    window.screenshot("80-resumption-filled");
    let back = printed(&window);
    sign(&window, &back);
    to_agreement(&window, &first);
    window.wait_for(&text(&stop));
    window.wait_for(&text(&back));
    window.wait_until("the pages", office::PICTURES_STAND);
    window.screenshot("81-resumed");
    window.quit();
}
