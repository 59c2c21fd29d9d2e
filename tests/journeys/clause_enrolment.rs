//! 二 入网登记: enrolment and change need the licence copy with the company's
//! seal, the handler's ID copy (both sides), the handler's mobile, the
//! company's landline. A missing or expired one blocks printing and says which;
//! a manager may let it through with a reason, on the record.

use crate::desk::{self, blocked, log, print, print_because, told};
use crate::office::Office;
use desk_app::flow::paper::{self, PaperUpdate, PaperVerify};
use desk_domain::form::{Business, Form};
use desk_domain::paper::{Arrival, PaperKind, Verification};
use desk_tests::sample;

/// Without this paper, printing is refused and the paper is named.
fn is_demanded(kind: PaperKind, field: &str, name: &str) {
    let office = Office::open();
    let id = desk::complete_but(&office.desk, sample::form(), &[kind]);
    assert_eq!(blocked(&office.desk, id), [field]);
    let told = told(&office.desk, id, field);
    assert!(told.contains(name), "{told}");
    assert_eq!(print(&office.desk, id).unwrap_err().code, "OverrideNeeded");
}

#[test]
fn the_licence_copy_is_demanded() {
    is_demanded(PaperKind::Licence, "papers.licence", "营业执照");
}

#[test]
fn the_portrait_side_of_the_handlers_identity_card_is_demanded() {
    is_demanded(PaperKind::IdPortrait, "papers.id-portrait", "人像面");
}

#[test]
fn the_emblem_side_of_the_handlers_identity_card_is_demanded() {
    is_demanded(PaperKind::IdEmblem, "papers.id-emblem", "国徽面");
}

#[test]
fn an_authorisation_is_demanded_when_the_handler_is_not_the_legal_representative() {
    is_demanded(PaperKind::Authorisation, "papers.authorisation", "授权");
}

#[test]
fn no_authorisation_is_demanded_of_the_legal_representative_in_person() {
    let office = Office::open();
    let mut form = sample::form();
    form.handler_is_legal_representative = true;
    form.legal_representative = form.handler.clone();
    let id = desk::complete_but(&office.desk, form, &[PaperKind::Authorisation]);
    assert_eq!(blocked(&office.desk, id), Vec::<String>::new());
}

#[test]
fn the_licence_copy_must_bear_the_company_seal() {
    let office = Office::open();
    let id = desk::complete_but(&office.desk, sample::form(), &[PaperKind::Licence]);
    let licence = desk::attach(&office.desk, id, PaperKind::Licence, false);
    assert_eq!(blocked(&office.desk, id), ["papers.licence"]);
    assert!(told(&office.desk, id, "papers.licence").contains("公章"));
    assert_eq!(print(&office.desk, id).unwrap_err().code, "OverrideNeeded");

    let (rotation, crop) = (licence.rotation, licence.crop);
    let seen = PaperUpdate {
        id: licence.id,
        kind: licence.kind,
        arrival: licence.arrival,
        sealed: true,
        rotation,
        crop,
    };
    paper::update(&office.desk, seen).unwrap();
    assert!(print(&office.desk, id).is_ok());
}

/// A form changed by `spoil` is not printed because of `field`, whatever a
/// manager says.
fn is_required(field: &str, spoil: impl Fn(&mut Form)) {
    let office = Office::open();
    let mut form = sample::form();
    spoil(&mut form);
    let id = desk::complete(&office.desk, form);
    assert!(
        blocked(&office.desk, id).contains(&field.to_owned()),
        "{:?}",
        blocked(&office.desk, id)
    );
    assert!(!told(&office.desk, id, field).is_empty());
    let refused = print_because(&office.desk, id, Some("经理同意先打印")).unwrap_err();
    assert_eq!(refused.code, "NotPrintable");
}

#[test]
fn the_handlers_mobile_is_demanded() {
    is_required("handler.mobile", |form| form.handler.mobile.clear());
}

#[test]
fn the_companys_landline_is_demanded() {
    is_required("company.phone", |form| form.company.phone.clear());
}

/// An expired document blocks, and a manager may let it through.
fn is_expired(field: &str, expire: impl Fn(&mut Form)) {
    let office = Office::open();
    let mut form = sample::form();
    expire(&mut form);
    let id = desk::complete(&office.desk, form);
    assert_eq!(blocked(&office.desk, id), [field]);
    assert_eq!(print(&office.desk, id).unwrap_err().code, "OverrideNeeded");
    assert!(print_because(&office.desk, id, Some("新证件在办，凭受理回执")).is_ok());
}

#[test]
fn an_expired_identity_card_blocks_printing() {
    is_expired("handler.id_expiry", |form| {
        "2026-11-21".clone_into(&mut form.handler.id_expiry)
    });
}

#[test]
fn an_expired_licence_blocks_printing() {
    is_expired("company.term_until", |form| {
        "2026-11-21".clone_into(&mut form.company.term_until)
    });
}

#[test]
fn a_manager_lets_a_missing_paper_through_with_a_reason_on_the_record() {
    let office = Office::open();
    let id = desk::complete_but(&office.desk, sample::form(), &[PaperKind::IdEmblem]);
    assert_eq!(
        print_because(&office.desk, id, Some("  "))
            .unwrap_err()
            .code,
        "ReasonMissing"
    );

    let reason = "客户明天补交国徽面复印件";
    let view = print_because(&office.desk, id, Some(reason)).unwrap();
    assert_eq!(view.override_reason.as_deref(), Some(reason));
    let entry = format!("order_override agreement {}", view.line.number);
    assert!(
        log(&office.desk).contains(&entry),
        "{:?}",
        log(&office.desk)
    );
}

#[test]
fn a_change_needs_the_papers_as_enrolment_does() {
    let office = Office::open();
    let first = office.printed();
    desk::sign(&office.desk, &first, "2026-11-22").unwrap();
    let mut form = sample::form();
    form.business = Business::Change;
    form.cites.clone_from(&first.line.number);
    let id = desk::draft(&office.desk, form);
    let missing = blocked(&office.desk, id);
    for kind in ["licence", "id-portrait", "id-emblem", "authorisation"] {
        assert!(
            missing.contains(&format!("papers.{kind}")),
            "{kind} in {missing:?}"
        );
    }
}

#[test]
fn a_paper_found_untrue_counts_as_missing() {
    let office = Office::open();
    let id = desk::complete_but(&office.desk, sample::form(), &[PaperKind::Licence]);
    let licence = desk::attach(&office.desk, id, PaperKind::Licence, true);
    let how = "国家企业信用信息公示系统查无此企业".to_owned();
    let verification = Verification::FoundUntrue;
    paper::verify(
        &office.desk,
        PaperVerify {
            id: licence.id,
            verification,
            how,
        },
    )
    .unwrap();
    assert_eq!(blocked(&office.desk, id), ["papers.licence"]);
    print(&office.desk, id).unwrap_err();
}

#[test]
fn every_paper_records_how_it_arrived() {
    let office = Office::open();
    let id = desk::draft(&office.desk, sample::form());
    for arrival in [Arrival::Scan, Arrival::Fax, Arrival::Post, Arrival::Upload] {
        let page = desk::attach(&office.desk, id, PaperKind::Licence, true);
        let (kind, rotation, crop) = (page.kind, page.rotation, page.crop);
        let marks = PaperUpdate {
            id: page.id,
            kind,
            arrival,
            sealed: true,
            rotation,
            crop,
        };
        paper::update(&office.desk, marks).unwrap();
    }
    let papers = desk::show(&office.desk, id).papers;
    let arrivals: Vec<_> = papers.iter().map(|paper| paper.arrival).collect();
    assert_eq!(
        arrivals,
        [Arrival::Scan, Arrival::Fax, Arrival::Post, Arrival::Upload]
    );
}
