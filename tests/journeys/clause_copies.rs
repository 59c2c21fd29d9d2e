//! 八（一）: the acceptance form carries the agreement's number and is printed,
//! archived and fetched together with it. 八（三）: two copies, marked for 甲方 and
//! 乙方, alike but for that mark; not in force before they are signed.

use crate::desk::{self, sign};
use crate::office::Office;
use crate::pdf;
use desk_app::flow::agreement::{self, AgreementSign};
use desk_domain::agreement::AgreementState;
use desk_domain::order::OrderState;

const FIRMS_MARK: &str = "甲方存";
const CUSTOMERS_MARK: &str = "乙方存";

#[test]
fn the_form_carries_the_agreements_number_and_is_archived_with_it() {
    let office = Office::open();
    let view = office.printed();
    let pages = pdf::pages(&desk::archived(&office.desk, &view));
    assert_eq!(pages.len(), view.pages as usize);
    let form = pages
        .iter()
        .find(|page| page.contains("受理单") && page.contains("绑定号码"));
    let form = form.expect("the acceptance form is in the archived file");
    assert!(form.contains(&view.line.number), "{form}");
}

#[test]
fn two_copies_are_alike_but_for_their_mark() {
    let office = Office::open();
    let view = office.printed();
    let pages = pdf::pages(&desk::archived(&office.desk, &view));
    assert_eq!(view.pages, 2 * view.pages_per_copy);
    let (firms, customers) = pages.split_at(view.pages_per_copy as usize);
    assert!(firms[0].contains(FIRMS_MARK) && !firms[0].contains(CUSTOMERS_MARK));
    assert!(customers[0].contains(CUSTOMERS_MARK) && !customers[0].contains(FIRMS_MARK));
    for (ours, theirs) in firms.iter().zip(customers) {
        assert_eq!(ours, &theirs.replace(CUSTOMERS_MARK, FIRMS_MARK));
    }
}

#[test]
fn every_page_says_which_it_is_of_how_many() {
    let office = Office::open();
    let view = office.printed();
    let pages = pdf::pages(&desk::archived(&office.desk, &view));
    assert!(pages[0].contains("诚实守信合作共赢"));
    for page in pages.iter().filter(|page| !page.contains("此页无正文")) {
        assert!(page.contains('第') && page.contains("页/共"), "{page}");
    }
}

#[test]
fn an_agreement_is_not_in_force_before_it_is_signed() {
    let office = Office::open();
    let view = office.printed();
    assert_eq!(view.line.state, AgreementState::Printed);
    assert_eq!(
        desk::show(&office.desk, view.order).state,
        OrderState::Printed
    );

    let number = view.line.number.clone();
    let unsigned = AgreementSign {
        number,
        signed_on: "2026-11-22".to_owned(),
        despite: None,
    };
    let refused = agreement::sign(&office.desk, unsigned).unwrap_err();
    assert_eq!(refused.code, "SignedScanMissing");

    let signed = sign(&office.desk, &view, "2026-11-22").unwrap();
    assert_eq!(signed.line.state, AgreementState::InForce);
    assert_eq!(signed.line.signed_on.as_deref(), Some("2026-11-22"));
    assert_eq!(signed.signed_papers.len(), 1);
    assert_eq!(
        desk::show(&office.desk, view.order).state,
        OrderState::InForce
    );
}

#[test]
fn a_day_of_signing_before_printing_or_in_the_future_is_refused() {
    let office = Office::open();
    let view = office.printed();
    for on in ["2026-11-21", "2026-11-23", "2026-02-30", "昨天"] {
        let refused = sign(&office.desk, &view, on).unwrap_err();
        assert_eq!(refused.code, "SigningDateImpossible", "{on}");
    }
}

#[test]
fn an_agreement_in_force_is_neither_signed_again_nor_voided() {
    let office = Office::open();
    let view = office.printed();
    sign(&office.desk, &view, "2026-11-22").unwrap();
    let again = sign(&office.desk, &view, "2026-11-22").unwrap_err();
    assert_eq!(again.code, "AgreementStateForbids");
    let void = desk::void(&office.desk, &view.line.number, "客户反悔不要了").unwrap_err();
    assert_eq!(void.code, "AgreementStateForbids");
}
