//! 过户 walked to its end: from the order for an agreement in force to the new
//! owner's agreement, with the number, the account and the money where the
//! signed form says, and the former owner's papers as they were made out.

use crate::billing::{accounts, close, named, pay, worked_form};
use crate::desk::{self, archived, blocked, complete, day, print, sign, stock, told};
use crate::office::Office;
use crate::pdf;
use desk_app::Desk;
use desk_app::flow::agreement::{self, AgreementRef, AgreementView};
use desk_app::flow::billing::letters;
use desk_app::flow::billing::{AccountRef, AccountView, EntryRef, StatementRef, StatementView};
use desk_app::flow::billing::{account, month, statement};
use desk_app::flow::customer::{self, CustomerRef};
use desk_app::flow::order::{self, OrderNew, OrderView};
use desk_domain::agreement::AgreementState;
use desk_domain::form::{Business, Form, RestOfBalance};
use desk_domain::ledger::{EntryKind, PaymentKind};
use desk_domain::stock::NumberState;
use std::fs;

const BUYER: &str = "深圳样例贸易有限公司";

/// Another company, with a number of its own, known to the office.
fn buyer(desk: &Desk) -> AgreementView {
    let mut form = desk::on_number("4008000199");
    BUYER.clone_into(&mut form.company.name);
    "914403001922038216".clone_into(&mut form.company.code);
    BUYER.clone_into(&mut form.payment.invoice_title);
    "914403001922038216".clone_into(&mut form.payment.tax_number);
    print(desk, complete(desk, form)).unwrap()
}

fn shown(desk: &Desk, number: &str) -> AgreementView {
    let number = number.to_owned();
    agreement::show(desk, AgreementRef { number }).unwrap()
}

/// An office with an agreement in force since October, 480 paid, October
/// closed; and the order that hands its number over to a known company.
struct Sale {
    office: Office,
    first: AgreementView,
    account: i64,
    seller: i64,
    buyer: i64,
}

fn sale() -> Sale {
    let office = Office::open();
    let desk = &office.desk;
    let mut form = worked_form();
    form.tariff.start = "2026-10-01".to_owned();
    form.tariff.end = "2027-09-30".to_owned();
    let first = print(desk, complete(desk, form)).unwrap();
    let first = sign(desk, &first, "2026-11-22").unwrap();
    let line = accounts(desk).remove(0);
    pay(desk, line.account, PaymentKind::First, "480").unwrap();
    close(desk, "2026-10").unwrap();
    let known = buyer(desk);
    let buyer = desk::show(desk, known.order).customer.unwrap();
    Sale {
        account: line.account,
        seller: line.customer,
        office,
        first,
        buyer,
    }
}

fn begun(desk: &Desk, sale: &Sale) -> OrderView {
    let request = OrderNew {
        business: Business::Transfer,
        cites: Some(sale.first.line.number.clone()),
        customer: Some(sale.buyer),
    };
    order::begin(desk, request).unwrap()
}

/// The order as the desk completes it, with the buyer's papers.
fn filled(desk: &Desk, sale: &Sale, rest: RestOfBalance, fill: impl FnOnce(&mut Form)) -> i64 {
    let view = begun(desk, sale);
    let mut form = view.form;
    let sample = desk_tests::sample::form();
    form.confirmations = sample.confirmations;
    form.bound = sample.bound;
    form.payment = sample.payment;
    form.payment.invoice_title.clone_from(&form.company.name);
    form.payment.tax_number.clone_from(&form.company.code);
    form.later.day = "2026-12-01".to_owned();
    form.later.rest = rest;
    fill(&mut form);
    desk::save(desk, view.id, form).unwrap();
    for kind in desk_tests::sample::PAPERS {
        desk::attach(desk, view.id, kind, desk_tests::sample::is_sealed(kind));
    }
    view.id
}

fn the_account(desk: &Desk, account: i64) -> AccountView {
    account::show(desk, AccountRef { account }).unwrap()
}

fn stated(desk: &Desk, customer: i64, month: &str) -> Result<StatementView, desk_app::Failure> {
    let month = month.to_owned();
    statement::show(desk, StatementRef { customer, month })
}

#[test]
fn a_known_new_owner_stands_on_the_form_of_a_transfer_from_the_start() {
    let sale = sale();
    let form = begun(&sale.office.desk, &sale).form;
    assert_eq!(form.company.name, BUYER);
    assert_eq!(form.company.code, "914403001922038216");
    assert!(!form.handler.name.is_empty() && !form.handler.id_number.is_empty());
    assert_eq!(form.number.number, worked_form().number.number);
    let own = OrderNew {
        business: Business::Transfer,
        cites: Some(sale.first.line.number.clone()),
        customer: Some(sale.seller),
    };
    let own = order::begin(&sale.office.desk, own).unwrap();
    assert!(own.form.company.name.is_empty(), "not to its own owner");
}

#[test]
fn a_transfer_signed_gives_number_account_and_money_to_the_new_owner() {
    let sale = sale();
    let desk = &sale.office.desk;
    let before = the_account(desk, sale.account);
    let id = filled(desk, &sale, RestOfBalance::Moved, |form| {
        form.tariff.minimum = "60".to_owned();
    });
    let new = print(desk, id).unwrap();
    let text = pdf::text(&archived(desk, &new));
    for said in [BUYER, "过户", "第五条", sale.first.line.company.as_str()] {
        assert!(text.contains(said), "{said}");
    }
    assert!(text.contains(&sale.first.line.number), "cites the first");
    let line = the_account(desk, sale.account).line;
    assert_eq!(line.customer, sale.seller, "not before it is signed");
    let new = sign(desk, &new, "2026-11-22").unwrap();
    assert_eq!(new.line.state, AgreementState::InForce);
    let former = shown(desk, &sale.first.line.number);
    assert_eq!(former.line.state, AgreementState::Ended);
    let after = the_account(desk, sale.account);
    assert_eq!(after.line.company, BUYER);
    assert_eq!(after.line.agreement, new.line.number);
    assert_eq!(after.line.balance, before.line.balance, "it goes along");
    assert_eq!(after.line.minimum.fen(), 6_000, "what was signed");
    let former: Vec<i64> = after.former.iter().map(|one| one.customer).collect();
    assert_eq!(former, [sale.seller]);
    let number = stock(desk, &new.line.number_400);
    assert_eq!(number.state, NumberState::InUse);
    assert_eq!(number.agreement.as_deref(), Some(new.line.number.as_str()));
}

#[test]
fn papers_made_out_before_a_transfer_keep_their_customer() {
    let sale = sale();
    let desk = &sale.office.desk;
    let id = filled(desk, &sale, RestOfBalance::Moved, |_| ());
    let new = print(desk, id).unwrap();
    sign(desk, &new, "2026-11-22").unwrap();
    let seller = sale.first.line.company.as_str();
    let october = stated(desk, sale.seller, "2026-10").unwrap();
    assert_eq!(october.company, seller);
    assert_eq!(
        stated(desk, sale.buyer, "2026-10").unwrap_err().code,
        "NothingToState"
    );
    let sheet = month::show(desk, named("2026-10")).unwrap();
    assert_eq!(sheet.lines[0].company, seller);
    let entries = the_account(desk, sale.account).entries;
    let paid = entries
        .iter()
        .find(|entry| entry.kind == EntryKind::FirstPayment)
        .unwrap();
    let receipt = letters::receipt(desk, EntryRef { entry: paid.id }).unwrap();
    let receipt = pdf::text(&fs::read(receipt.path).unwrap());
    assert!(receipt.contains(seller) && !receipt.contains(BUYER));
    let later = sale.office.manager_at(day(2027, 1, 4));
    close(&later, "2026-11").unwrap();
    close(&later, "2026-12").unwrap();
    assert_eq!(
        stated(&later, sale.seller, "2026-11").unwrap().company,
        seller,
        "the new owner's first day is in December"
    );
    let december = stated(&later, sale.buyer, "2026-12").unwrap();
    assert_eq!(december.company, BUYER);
    assert!(
        december
            .numbers
            .iter()
            .any(|line| line.account == sale.account)
    );
}

#[test]
fn a_rest_goes_back_to_the_former_owner_only_when_all_is_charged() {
    let sale = sale();
    let desk = &sale.office.desk;
    let id = filled(desk, &sale, RestOfBalance::Refunded, |_| ());
    assert!(blocked(desk, id).contains(&"later.rest".to_owned()));
    let later = sale.office.manager_at(day(2026, 12, 3));
    close(&later, "2026-11").unwrap();
    let rest = the_account(&later, sale.account).line.balance;
    assert_eq!(rest.fen(), 48_000 - 2 * 4_000);
    let new = print(&later, id).unwrap();
    assert!(pdf::text(&archived(&later, &new)).contains(&rest.to_string()));
    sign(&later, &new, "2026-12-03").unwrap();
    let account = the_account(&later, sale.account);
    assert!(account.line.balance.is_zero());
    assert_eq!(account.entries[0].kind, EntryKind::Refund);
    assert_eq!(account.entries[0].amount, rest.negated());
}

#[test]
fn clause_5_1_debts_are_paid_before_a_number_changes_hands() {
    let sale = sale();
    let later = sale.office.manager_at(day(2027, 12, 2));
    for month in [
        "2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "2027-04", "2027-05", "2027-06",
        "2027-07", "2027-08", "2027-09", "2027-10", "2027-11",
    ] {
        close(&later, month).unwrap();
    }
    let id = filled(&later, &sale, RestOfBalance::Moved, |form| {
        form.later.day = "2027-12-01".to_owned();
        form.tariff.start = "2027-12-01".to_owned();
        form.tariff.end = "2028-11-30".to_owned();
    });
    assert!(told(&later, id, "later").contains("80.00"), "two months");
    assert_eq!(print(&later, id).unwrap_err().code, "NotPrintable");
    pay(&later, sale.account, PaymentKind::Other, "80").unwrap();
    assert!(!blocked(&later, id).contains(&"later".to_owned()));
}

#[test]
fn a_transfer_never_reaches_into_a_month_whose_statements_are_out() {
    let sale = sale();
    let desk = &sale.office.desk;
    let id = filled(desk, &sale, RestOfBalance::Moved, |form| {
        form.later.day = "2026-10-01".to_owned();
    });
    assert!(blocked(desk, id).contains(&"later.day".to_owned()));
}

#[test]
fn what_comes_after_a_transfer_cites_the_new_owners_agreement() {
    let sale = sale();
    let desk = &sale.office.desk;
    let id = filled(desk, &sale, RestOfBalance::Moved, |_| ());
    let new = print(desk, id).unwrap();
    let new = sign(desk, &new, "2026-11-22").unwrap();
    let request = |number: &str| OrderNew {
        business: Business::Change,
        cites: Some(number.to_owned()),
        ..OrderNew::default()
    };
    let change = order::begin(desk, request(&new.line.number)).unwrap();
    assert_eq!(change.form.cites, new.line.number);
    assert_eq!(change.form.company.name, BUYER);
    let refused = order::begin(desk, request(&sale.first.line.number));
    assert_eq!(refused.unwrap_err().code, "AgreementStateForbids");
    let view = customer::show(desk, CustomerRef { id: sale.buyer }).unwrap();
    assert_eq!(view.agreements.len(), 2, "its own and the one handed over");
}
