//! 四（一）1 真实完整 and 四（一）3 已详细阅读: the form is not printed incomplete,
//! and carries the customer's declaration and confirmation.

use crate::desk::{self, blocked, print_because};
use crate::office::Office;
use crate::pdf;
use desk_domain::form::Form;
use desk_tests::sample;

/// Spoils the complete form and asks that the field blocks, also for a manager.
fn blocks(field: &str, spoil: impl Fn(&mut Form)) {
    let office = Office::open();
    let mut form = sample::form();
    spoil(&mut form);
    let id = desk::complete(&office.desk, form);
    let missing = blocked(&office.desk, id);
    assert!(
        missing.contains(&field.to_owned()),
        "{field} in {missing:?}"
    );
    let refused = print_because(&office.desk, id, Some("经理同意先打印")).unwrap_err();
    assert_eq!(refused.code, "NotPrintable");
}

#[test]
fn an_incomplete_form_is_not_printed() {
    let office = Office::open();
    type Spoil = fn(&mut Form) -> &mut String;
    let required: [(&str, Spoil); 14] = [
        ("company.name", |form| &mut form.company.name),
        ("company.code", |form| &mut form.company.code),
        ("company.address", |form| &mut form.company.address),
        ("company.phone", |form| &mut form.company.phone),
        ("legal_representative.name", |form| {
            &mut form.legal_representative.name
        }),
        ("handler.name", |form| &mut form.handler.name),
        ("handler.id_number", |form| &mut form.handler.id_number),
        ("handler.id_expiry", |form| &mut form.handler.id_expiry),
        ("handler.mobile", |form| &mut form.handler.mobile),
        ("number.number", |form| &mut form.number.number),
        ("number.purpose", |form| &mut form.number.purpose),
        ("tariff.contract_amount", |form| {
            &mut form.tariff.contract_amount
        }),
        ("tariff.start", |form| &mut form.tariff.start),
        ("tariff.end", |form| &mut form.tariff.end),
    ];
    let id = desk::complete(&office.desk, sample::form());
    for (field, of) in required {
        let mut form = sample::form();
        of(&mut form).clear();
        desk::save(&office.desk, id, form).unwrap();
        let missing = blocked(&office.desk, id);
        assert!(
            missing.contains(&field.to_owned()),
            "{field} in {missing:?}"
        );
        assert_eq!(
            desk::print(&office.desk, id).unwrap_err().code,
            "NotPrintable",
            "{field}"
        );
    }
    desk::save(&office.desk, id, sample::form()).unwrap();
    assert!(
        desk::print(&office.desk, id).is_ok(),
        "complete again, it is printed"
    );
}

#[test]
fn a_code_that_fails_its_check_digit_is_not_printed() {
    blocks("company.code", |form| {
        "916100007441031769".clone_into(&mut form.company.code)
    });
}

#[test]
fn the_customers_declaration_is_a_required_tick() {
    blocks("confirmations.declares_true", |form| {
        form.confirmations.declares_true = false
    });
}

#[test]
fn the_promise_of_lawful_use_is_a_required_tick() {
    blocks("confirmations.lawful_use", |form| {
        form.confirmations.lawful_use = false
    });
}

#[test]
fn the_confirmation_of_having_read_is_a_required_tick() {
    blocks("confirmations.read_and_explained", |form| {
        form.confirmations.read_and_explained = false;
    });
}

#[test]
fn who_explained_the_agreement_must_be_named() {
    blocks("confirmations.explained_by", |form| {
        form.confirmations.explained_by.clear()
    });
}

#[test]
fn declaration_and_confirmation_stand_on_the_printed_form() {
    let office = Office::open();
    let text = pdf::text(&desk::archived(&office.desk, &office.printed()));
    for words in ["真实", "详细阅读", "说明和解释", sample::MANAGER] {
        assert!(text.contains(words), "{words}");
    }
}

#[test]
fn contract_amount_stands_in_figures_and_capitals() {
    let office = Office::open();
    let text = pdf::text(&desk::archived(&office.desk, &office.printed()));
    assert!(text.contains("人民币壹仟贰佰元整"));
    assert!(text.contains("1,200.00") || text.contains("1200.00"));
}
