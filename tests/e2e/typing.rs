//! A clerk who fills the whole form without touching the mouse: on by Tab,
//! a space for a tick, arrows for a choice.

use desk_domain::form::Form;
use desk_tests::window::{Window, css, key};
use serde_json::Value;

/// Fields between two that are filled are never more than this many.
const FAR: usize = 24;

/// The field that has the focus, by its name on the form.
const FOCUSED: &str = "
  const field = document.activeElement.closest('[data-field], [data-testid^=\"f\"]');
  return field ? field.dataset.field ?? field.dataset.testid.replace(/^field-/, '') : ''";

/// Types the whole form, in the order of the screen.
pub fn type_form(window: &Window, form: &Form) {
    let said = serde_json::to_value(form).unwrap();
    number(window, &said);
    texts(
        window,
        &said,
        "company",
        &[
            "code",
            "name",
            "type",
            "founded",
            "term_until",
            "address",
            "industry",
            "scope",
            "phone",
            "email",
            "postcode",
        ],
    );
    for person in ["legal_representative", "handler"] {
        texts(
            window,
            &said,
            person,
            &["name", "id_number", "id_expiry", "mobile", "office_phone"],
        );
    }
    texts(
        window,
        &said,
        "tariff",
        &[
            "package",
            "start",
            "end",
            "contract_amount",
            "first_payment",
            "minimum",
            "rates.landline",
            "rates.mobile",
            "gifts",
        ],
    );
    bound(window, &said);
    for feature in said["features"].as_array().unwrap() {
        tick(window, &format!("feature-{}", feature.as_str().unwrap()));
    }
    for sentence in ["declares_true", "read_and_explained", "lawful_use"] {
        tick(window, &format!("confirmations.{sentence}"));
    }
    enter(window, "remarks", said["remarks"].as_str().unwrap());
    window.press(&[key::TAB]);
}

/// The 400 number by four of its digits out of the stock, and what it is for.
fn number(window: &Window, said: &Value) {
    let number = said["number"]["number"].as_str().unwrap();
    enter(window, "number.number", &number[6..]);
    let first = format!(
        "return document.querySelector('.ant-select-item-option-active')
        ?.innerText.replace(/\\D/g, '') === {number:?}"
    );
    window.wait_until("the number in the stock", &first);
    window.press(&[key::ENTER]);
    enter(
        window,
        "number.purpose",
        said["number"]["purpose"].as_str().unwrap(),
    );
}

fn texts(window: &Window, said: &Value, part: &str, names: &[&str]) {
    for name in names {
        let pointer = format!("/{part}/{}", name.replace('.', "/"));
        let text = said
            .pointer(&pointer)
            .and_then(Value::as_str)
            .unwrap_or_default();
        if !text.is_empty() {
            enter(window, &format!("{part}.{name}"), as_typed(text));
        }
    }
}

/// Nobody types the form's own word for a term without end.
fn as_typed(text: &str) -> &str {
    if text == "long-term" { "长期" } else { text }
}

fn bound(window: &Window, said: &Value) {
    let rows = said["bound"].as_array().unwrap();
    go_to(window, "bound");
    for (place, row) in rows.iter().enumerate() {
        // The first is begun by the button, the next from within a row.
        window.press(&[key::ENTER]);
        let here = format!("bound.{place}");
        wait_for_focus(window, &format!("{here}.number"));
        window.type_into(&css(":focus"), row["number"].as_str().unwrap());
        if row["owner"] == "employee" {
            go_to(window, &format!("{here}.owner"));
            pick(window, "员工");
        }
        for name in ["proof", "proof_date", "concurrent"] {
            if let Some(text) = row[name].as_str().filter(|text| !text.is_empty()) {
                enter(window, &format!("{here}.{name}"), text);
            }
        }
    }
}

/// Opens the choice that has the focus and takes the word by arrow keys.
fn pick(window: &Window, word: &str) {
    // A choice made before leaves its list behind, hidden.
    let open =
        ".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active";
    let active = css(open);
    window.press(&[key::DOWN]);
    for _ in 0..FAR {
        let here = window.read(&active);
        if here.trim() == word {
            window.press(&[key::ENTER]);
            window.wait_gone(&active);
            return;
        }
        window.press(&[key::DOWN]);
        let moved = format!("return document.querySelector('{open}')?.innerText !== {here:?}");
        window.wait_until("the next word", &moved);
    }
    panic!("{word} cannot be chosen");
}

fn tick(window: &Window, field: &str) {
    go_to(window, field);
    window.press(&[' ']);
}

/// Types what the papers have not filled in already.
fn enter(window: &Window, field: &str, text: &str) {
    go_to(window, field);
    let said = window.script("return document.activeElement.value", &[]);
    let said = said.as_str().unwrap_or_default();
    if bare(said) != bare(text) {
        window.type_into(&css(":focus"), text);
    }
}

/// Fields show long digits in groups.
fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

/// On by Tab until the field is reached; fails when it can't be by keyboard.
fn go_to(window: &Window, field: &str) {
    let mut passed = Vec::new();
    for _ in 0..FAR {
        let here = focused(window);
        if here == field {
            return;
        }
        passed.push(here);
        window.press(&[key::TAB]);
    }
    panic!("no Tab leads to {field}; passed {passed:?}");
}

fn wait_for_focus(window: &Window, field: &str) {
    window.wait_for(&css(&format!("[data-field={field:?}]:focus")));
}

fn focused(window: &Window) -> String {
    window
        .script(FOCUSED, &[])
        .as_str()
        .unwrap_or_default()
        .to_owned()
}
