//! 甲方 / 乙方: both are copied into the agreement when it is printed, so a
//! later change of either never alters a printed agreement.

use crate::desk::{self, on_number, print};
use crate::office::Office;
use crate::pdf;
use desk_app::flow::customer::{self, CustomerIdentity, CustomerRef, Who};
use desk_app::flow::firm;
use desk_domain::party::Firm;
use desk_tests::sample;

#[test]
fn a_later_change_of_the_firm_never_alters_a_printed_agreement() {
    let office = Office::open();
    let before = office.printed();
    let archived = desk::archived(&office.desk, &before);
    let text = pdf::text(&archived);
    assert!(text.contains(&sample::firm().name) && text.contains(&sample::firm().phone));

    let moved = Firm {
        name: "郑州示例启明科技集团有限公司".to_owned(),
        address: "河南省郑州市金水区演示路1号".to_owned(),
        ..sample::firm()
    };
    firm::save(&office.desk, moved.clone()).unwrap();
    assert_eq!(
        desk::archived(&office.desk, &before),
        archived,
        "byte for byte"
    );

    let after = pdf::text(&desk::archived(
        &office.desk,
        &office.printed_on("4000000101"),
    ));
    assert!(
        after.contains(&moved.name) && after.contains(&moved.address),
        "the next one has it"
    );
}

#[test]
fn a_later_change_of_the_customer_never_alters_a_printed_agreement() {
    let office = Office::open();
    let before = office.printed();
    let archived = desk::archived(&office.desk, &before);
    let text = pdf::text(&archived);
    assert!(text.contains("西安样本泓新材料有限公司"));

    let mut form = on_number("4000000101");
    "西安样本泓科技有限公司".clone_into(&mut form.company.name);
    let after = print(&office.desk, desk::complete(&office.desk, form)).unwrap();
    let id = desk::show(&office.desk, after.order).customer.unwrap();
    let known = customer::show(&office.desk, CustomerRef { id }).unwrap();
    assert_eq!(
        known.company.name, "西安样本泓科技有限公司",
        "the customer has a new name"
    );
    assert_eq!(
        known.agreements.len(),
        2,
        "it is the same customer, by its code"
    );

    assert_eq!(
        desk::archived(&office.desk, &before),
        archived,
        "byte for byte"
    );
    let listed = known
        .agreements
        .iter()
        .find(|line| line.number == before.line.number)
        .unwrap();
    assert_eq!(
        listed.company, "西安样本泓新材料有限公司",
        "listed under the name it was printed with"
    );
}

#[test]
fn an_agreement_is_not_printed_for_a_firm_whose_profile_is_incomplete() {
    let office = Office::open();
    firm::save(
        &office.desk,
        Firm {
            representative: String::new(),
            ..sample::firm()
        },
    )
    .unwrap();
    let id = desk::complete(&office.desk, sample::form());
    let failure = print(&office.desk, id).unwrap_err();
    assert_eq!(failure.code, "FirmIncomplete");
    assert!(failure.message.contains("代表人"), "{}", failure.message);
}

#[test]
fn an_identity_number_is_seen_in_full_only_on_record() {
    let office = Office::open();
    let printed = office.printed();
    let id = desk::show(&office.desk, printed.order).customer.unwrap();
    let form = sample::form();

    let known = customer::show(&office.desk, CustomerRef { id }).unwrap();
    assert!(known.handler.id_number.contains("**********"));
    let seen = || {
        let log = desk::log(&office.desk);
        log.iter().any(|line| line.starts_with("identity_viewed"))
    };
    assert!(!seen());

    let who = Who::Handler;
    let number = customer::identity(&office.desk, CustomerIdentity { id, who }).unwrap();
    assert_eq!(number, form.handler.id_number);
    assert!(seen());
}
