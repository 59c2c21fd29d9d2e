//! What was typed and reported as saved is there after the power is cut.

use crate::office;
use crate::typing::type_form;
use desk_domain::form::Form;
use desk_tests::sample;
use desk_tests::window::{Window, css, key, test_id};

/// What a person sees in the form's fields, gaps between groups of digits
/// taken out.
fn shown(window: &Window, field: &str) -> String {
    let said = window.read(&css(&format!("[data-testid=\"field-{field}\"]")));
    said.chars()
        .filter(|letter| !letter.is_whitespace())
        .collect()
}

fn assert_shown(window: &Window, form: &Form) {
    for (field, typed) in [
        ("company.name", &form.company.name),
        ("company.scope", &form.company.scope),
        (
            "legal_representative.id_number",
            &form.legal_representative.id_number,
        ),
        ("handler.mobile", &form.handler.mobile),
        ("tariff.contract_amount", &form.tariff.contract_amount),
        ("tariff.end", &form.tariff.end),
        ("bound.1.number", &form.bound[1].number),
        ("remarks", &form.remarks),
    ] {
        assert_eq!(shown(window, field), *typed, "{field}");
    }
}

#[test]
fn draft_is_back_with_every_field_after_kill_9() {
    let desk = office::staffed();
    let mut form = office::form();
    sample::FRONT_DESK.clone_into(&mut form.confirmations.explained_by);
    let window = office::open_front_desk(&desk);
    window.press(&[key::F2]);
    window.wait_for(&css("[data-testid=new-order-search]:focus"));
    window.press(&[key::ENTER]);
    window.wait_for(&test_id("acceptance"));
    window.click(&test_id("tab-number"));
    type_form(&window, &form);
    window.wait_for(&css("[data-testid=order-save-state][data-state=saved]"));
    window.kill9();

    let window = office::open_front_desk(&desk);
    window.wait_for(&test_id("today-drafts"));
    window.screenshot("19-today-after-power-cut");
    office::open_order(&window, 1);
    assert_shown(&window, &form);
    window.quit();
    assert_eq!(office::kept(&desk, 1), form, "every field as it was typed");
}
