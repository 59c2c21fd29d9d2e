//! 四（二）7 号码: numbers come from a stock with states; one number, one live
//! agreement.

use crate::desk::{self, blocked, on_number, print, stock, void};
use crate::office::Office;
use desk_app::flow::number::{self, NumberSetState};
use desk_app::flow::order::{self, OrderRef};
use desk_domain::stock::NumberState;
use desk_tests::sample;

const NUMBER: &str = "4006000186";

#[test]
fn a_number_chosen_on_one_order_is_refused_to_another() {
    let office = Office::open();
    let first = desk::complete(&office.desk, on_number(NUMBER));
    assert_eq!(stock(&office.desk, NUMBER).state, NumberState::Reserved);

    let second = desk::complete(&office.front_desk(), on_number(NUMBER));
    assert_eq!(blocked(&office.desk, second), ["number.number"]);
    assert_eq!(
        stock(&office.desk, NUMBER).order,
        Some(first),
        "it stays with the first"
    );
    print(&office.desk, second).unwrap_err();
    assert!(print(&office.desk, first).is_ok());
}

#[test]
fn a_number_in_use_is_refused_to_a_new_agreement() {
    let office = Office::open();
    let view = office.printed_on(NUMBER);
    let line = stock(&office.desk, NUMBER);
    assert_eq!(
        (line.state, line.agreement),
        (NumberState::InUse, Some(view.line.number))
    );

    let second = desk::complete(&office.desk, on_number(NUMBER));
    assert_eq!(blocked(&office.desk, second), ["number.number"]);
    print(&office.desk, second).unwrap_err();
}

#[test]
fn a_number_that_is_not_in_stock_is_refused() {
    let office = Office::open();
    let id = desk::complete(&office.desk, on_number("4008123456"));
    assert_eq!(blocked(&office.desk, id), ["number.number"]);
}

#[test]
fn a_number_given_back_to_the_carrier_is_refused() {
    let office = Office::open();
    let (state, reason) = (NumberState::Returned, "已退回联通".to_owned());
    number::set_state(
        &office.desk,
        NumberSetState {
            number: NUMBER.into(),
            state,
            reason,
        },
    )
    .unwrap();
    let id = desk::complete(&office.desk, on_number(NUMBER));
    assert_eq!(blocked(&office.desk, id), ["number.number"]);
}

#[test]
fn another_choice_lets_the_first_number_go() {
    let office = Office::open();
    let id = desk::complete(&office.desk, on_number(NUMBER));
    desk::save(&office.desk, id, on_number("4000000101")).unwrap();
    assert_eq!(stock(&office.desk, NUMBER).state, NumberState::Free);
    assert_eq!(
        stock(&office.desk, "4000000101").state,
        NumberState::Reserved
    );
}

#[test]
fn giving_up_a_draft_puts_its_number_back() {
    let office = Office::open();
    let id = desk::complete(&office.desk, sample::form());
    order::discard(&office.desk, OrderRef { id }).unwrap();
    assert_eq!(stock(&office.desk, NUMBER).state, NumberState::Free);
}

#[test]
fn voiding_an_agreement_puts_its_number_back() {
    let office = Office::open();
    let view = office.printed_on(NUMBER);
    void(&office.desk, &view.line.number, "客户放弃办理").unwrap();
    assert_eq!(stock(&office.desk, NUMBER).state, NumberState::Free);
    assert_eq!(office.printed_on(NUMBER).line.number, "QM-2026-000002");
}

#[test]
fn a_state_that_follows_an_agreement_is_not_set_by_hand() {
    let office = Office::open();
    office.printed_on(NUMBER);
    let (state, reason) = (NumberState::Free, "收回号码重新销售".to_owned());
    let request = NumberSetState {
        number: NUMBER.into(),
        state,
        reason,
    };
    let refused = number::set_state(&office.desk, request).unwrap_err();
    assert_eq!(refused.code, "NumberStateFollowsAgreement");
}
