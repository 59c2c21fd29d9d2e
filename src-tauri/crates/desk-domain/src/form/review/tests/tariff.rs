//! 协议四（一）7、四（二）8、9: amounts and terms.

use super::*;
use crate::form::{Means, Tariff};
use crate::money::Money;

fn amounts(change: impl FnOnce(&mut Tariff)) -> Vec<String> {
    spoilt(|form| change(&mut form.tariff))
}

#[test]
fn clause_4_2_8_the_contract_amount_is_a_positive_amount() {
    for (typed, expected) in [
        ("", "ContractAmountMissing Missing"),
        ("0", "ContractAmountZero Wrong"),
        ("-1200", "MoneyNegative Wrong"),
        ("1200.005", "MoneyDecimals Wrong"),
        ("壹仟贰佰元整", "MoneyCharacter Wrong"),
    ] {
        let findings = amounts(|tariff| tariff.contract_amount = typed.to_owned());
        assert_eq!(findings, [format!("tariff.contract_amount {expected}")]);
    }
}

#[test]
fn clause_4_2_8_a_renewal_below_the_floor_needs_a_manager() {
    let (form, context) = later(Business::Renewal);
    let with_floor = |yuan| ReviewContext {
        renewal_floor: Some(Money::yuan(yuan)),
        ..context.clone()
    };
    assert_eq!(found(&form, &with_floor(1200)), [""; 0]);
    let review = review(&form, &with_floor(1201));
    assert_eq!(review.findings[0].code, "RenewalBelowFloor");
    assert_eq!(review.findings[0].details["floor"], "1,201.00");
    assert!(!review.allows_printing(false) && review.allows_printing(true));
    let expected = ["tariff.contract_amount RenewalFloorUnknown Warning"];
    assert_eq!(found(&form, &context), expected);
}

#[test]
fn clause_4_2_9_the_minimum_is_said_even_when_there_is_none() {
    let findings = amounts(|tariff| tariff.minimum.clear());
    assert_eq!(findings, ["tariff.minimum MinimumMissing Missing"]);
    assert_eq!(amounts(|tariff| tariff.minimum = "0".to_owned()), [""; 0]);
}

#[test]
fn clause_4_1_7_the_first_payment_covers_the_first_month() {
    for (typed, expected) in [
        ("", "FirstPaymentMissing Missing"),
        ("0", "FirstPaymentZero Wrong"),
        ("39.99", "FirstPaymentBelowMinimum Waivable"),
        ("40", "FirstPaymentBelowContract Warning"),
    ] {
        let findings = amounts(|tariff| tariff.first_payment = typed.to_owned());
        assert_eq!(findings, [format!("tariff.first_payment {expected}")]);
    }
    assert_eq!(
        amounts(|tariff| tariff.first_payment = "2400".to_owned()),
        [""; 0]
    );
}

#[test]
fn the_term_runs_forward_and_is_not_over() {
    let findings = amounts(|tariff| tariff.end = tariff.start.clone());
    assert_eq!(findings, ["tariff.end TermOrder Wrong"]);
    let findings = amounts(|tariff| {
        (tariff.start, tariff.end) = ("2026-09-01".to_owned(), "2026-11-21".to_owned());
    });
    assert_eq!(findings, ["tariff.end TermOver Wrong"]);
    let findings = amounts(|tariff| tariff.start = "2026-02-30".to_owned());
    assert_eq!(findings, ["tariff.start DateForm Wrong"]);
    let findings = amounts(|tariff| tariff.start = "2026-08-21".to_owned());
    assert_eq!(findings, ["tariff.start StartLongPast Warning"]);
    let findings = amounts(|tariff| tariff.start = "2027-02-23".to_owned());
    assert_eq!(findings, ["tariff.start StartFarAhead Warning"]);
    let findings = amounts(|tariff| tariff.end.clear());
    assert_eq!(findings, ["tariff.end EndMissing Missing"]);
}

#[test]
fn rates_are_prices_a_minute() {
    let findings = amounts(|tariff| tariff.rates.mobile = "0.12345".to_owned());
    assert_eq!(findings, ["tariff.rates.mobile MoneyDecimals Wrong"]);
    assert_eq!(amounts(|tariff| tariff.rates.mobile.clear()), [""; 0]);
}

#[test]
fn collection_needs_its_account_whole() {
    let findings = spoilt(|form| form.payment.means = Means::Collection);
    assert_eq!(
        findings,
        [
            "payment.collection.bank CollectionBankMissing Missing",
            "payment.collection.account_name CollectionNameMissing Missing",
            "payment.collection.account CollectionAccountMissing Missing",
        ]
    );
    let findings = spoilt(|form| {
        form.payment.means = Means::Collection;
        form.payment.collection.bank = "样本银行西安分行".to_owned();
        form.payment.collection.account_name = "别的公司".to_owned();
        form.payment.collection.account = "6222 000A".to_owned();
    });
    assert_eq!(
        findings,
        [
            "payment.collection.account CollectionAccountForm Wrong",
            "payment.collection.account_name CollectionNameAgainstCompany Warning",
        ]
    );
}

#[test]
fn an_invoice_to_somebody_else_is_told() {
    let findings = spoilt(|form| {
        form.payment.invoice_title = "别的公司".to_owned();
        form.payment.tax_number = "91350100M000100Y43".to_owned();
    });
    assert_eq!(
        findings,
        [
            "payment.invoice_title InvoiceTitleAgainstCompany Warning",
            "payment.tax_number TaxNumberAgainstCode Warning",
        ]
    );
    let findings = spoilt(|form| form.payment.tax_number = "91350100M000100Y44".to_owned());
    assert_eq!(findings, ["payment.tax_number UsccCheckDigit Wrong"]);
    let findings = spoilt(|form| form.payment.tax_number = "123".to_owned());
    assert_eq!(findings, ["payment.tax_number TaxNumberForm Wrong"]);
}
