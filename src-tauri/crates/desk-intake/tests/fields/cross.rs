//! Papers held against one another.

use chrono::NaiveDate;
use desk_intake::cross::{Authorisation, Circumstances, Finding, cross_check};
use desk_intake::reading::{
    DocumentKind, DocumentReading, FieldName, FieldReading, PrintedDate, Witness,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn paper(kind: DocumentKind, fields: &[(FieldName, &str)]) -> DocumentReading {
    let fields = fields
        .iter()
        .map(|(name, text)| {
            let date = match *text {
                "长期" => Some(PrintedDate::LongTerm),
                text => text.parse().ok().map(PrintedDate::Day),
            };
            let field = FieldReading {
                text: (*text).to_owned(),
                date,
                confidence: 0.99,
                witnesses: vec![Witness::Ocr],
                corners: [[0, 0]; 4],
                verify: false,
                doubts: Vec::new(),
            };
            (*name, field)
        })
        .collect();
    DocumentReading {
        kind,
        corners: [[0, 0]; 4],
        rotation: 0,
        fields,
    }
}

fn licence(representative: &str, founded: &str, issued: &str, term: &str) -> DocumentReading {
    paper(
        DocumentKind::Licence,
        &[
            (FieldName::Name, "福州蓝石网络科技有限公司"),
            (FieldName::LegalRepresentative, representative),
            (FieldName::Founded, founded),
            (FieldName::Issued, issued),
            (FieldName::Term, term),
            (FieldName::Scope, "软件开发；餐饮管理。"),
        ],
    )
}

fn portrait(name: &str, sex: &str, birth: &str) -> DocumentReading {
    paper(
        DocumentKind::IdPortrait,
        &[
            (FieldName::Name, name),
            (FieldName::Sex, sex),
            (FieldName::Birth, birth),
            (FieldName::CitizenId, "440000197902077474"),
        ],
    )
}

fn emblem(from: &str, to: &str) -> DocumentReading {
    paper(
        DocumentKind::IdEmblem,
        &[(FieldName::ValidFrom, from), (FieldName::ValidTo, to)],
    )
}

const NONE: Circumstances<'static> = Circumstances {
    contract_end: None,
    authorisation: None,
    purpose: None,
};

fn found(papers: &[DocumentReading], circumstances: &Circumstances<'_>) -> Vec<Finding> {
    cross_check(papers, day("2026-11-22"), circumstances)
}

#[test]
fn papers_that_agree_find_nothing() {
    let papers = [
        licence("林晓舟", "2010-09-13", "2015-09-17", "长期"),
        portrait("林晓舟", "男", "1979-02-07"),
        emblem("2017-09-21", "2037-09-21"),
    ];
    let purpose = Circumstances {
        contract_end: Some(day("2027-11-21")),
        purpose: Some("餐饮订座"),
        ..NONE
    };
    assert_eq!(found(&papers, &purpose), []);
}

#[test]
fn somebody_elses_card_needs_an_authorisation() {
    let papers = [
        licence("林晓舟", "2010-09-13", "2015-09-17", "长期"),
        portrait("陈一鸣", "男", "1979-02-07"),
    ];
    assert!(matches!(
        found(&papers, &NONE)[..],
        [Finding::RepresentativeIsAnother { .. }]
    ));
    let letter = Authorisation {
        enterprise: "福州蓝石网络科技有限公司",
        representative: "林晓舟",
        handler: "陈一鸣",
    };
    let with = |letter| Circumstances {
        authorisation: Some(letter),
        ..NONE
    };
    assert_eq!(found(&papers, &with(letter)), []);
    let other = Authorisation {
        enterprise: "别家有限公司",
        representative: "王五",
        handler: "赵六",
    };
    let findings = found(&papers, &with(other));
    assert!(matches!(
        findings[..],
        [
            Finding::AuthorisationOfAnother { .. },
            Finding::AuthorisationByAnother { .. },
            Finding::AuthorisedIsAnother { .. }
        ]
    ));
}

#[test]
fn a_partners_delegate_is_the_person_who_comes() {
    let papers = [
        licence(
            "福州青禾资本有限公司（委派代表：林晓舟）",
            "2010-09-13",
            "2015-09-17",
            "长期",
        ),
        portrait("林晓舟", "男", "1979-02-07"),
    ];
    assert_eq!(found(&papers, &NONE), []);
}

#[test]
fn sex_and_birth_are_held_against_the_number() {
    let findings = found(&[portrait("林晓舟", "女", "1979-02-08")], &NONE);
    assert!(matches!(
        findings[..],
        [
            Finding::SexAgainstNumber { .. },
            Finding::BirthAgainstNumber { .. }
        ]
    ));
}

#[test]
fn a_cards_term_follows_the_age_at_issue() {
    let term = |from, to| {
        found(
            &[portrait("林晓舟", "男", "1979-02-07"), emblem(from, to)],
            &NONE,
        )
    };
    assert_eq!(term("2017-09-21", "2037-09-21"), []);
    assert_eq!(term("2025-03-01", "长期"), [], "46 and over");
    assert_eq!(
        term("2025-03-01", "2045-03-01"),
        [],
        "asked for at 45, issued at 46"
    );
    assert!(matches!(
        term("2017-09-21", "长期")[..],
        [Finding::CardTermAgainstAge { age: 38, .. }]
    ));
    assert!(matches!(
        term("2017-09-21", "2027-09-21")[..],
        [Finding::CardTermAgainstAge { .. }]
    ));
}

#[test]
fn expiry_is_held_against_today_and_the_contract() {
    let ends = Circumstances {
        contract_end: Some(day("2027-11-21")),
        ..NONE
    };
    let card = |until| found(&[emblem("2017-01-01", until)], &ends);
    assert!(matches!(
        card("2026-11-21")[..],
        [Finding::CardExpired { .. }]
    ));
    assert!(matches!(
        card("2026-11-22")[..],
        [Finding::CardExpiresWithinContract { .. }]
    ));
    assert_eq!(card("2027-11-21"), []);
    let paper = |until| {
        found(
            &[licence("林晓舟", "2010-09-13", "2015-09-17", until)],
            &ends,
        )
    };
    assert!(matches!(
        paper("2026-11-21")[..],
        [Finding::LicenceExpired { .. }]
    ));
    assert!(matches!(
        paper("2027-01-01")[..],
        [Finding::LicenceExpiresWithinContract { .. }]
    ));
    assert_eq!(paper("长期"), []);
}

#[test]
fn days_that_cannot_be_are_found() {
    let paper = |founded, issued| found(&[licence("林晓舟", founded, issued, "长期")], &NONE);
    assert!(matches!(
        paper("2010-09-13", "2026-11-23")[..],
        [Finding::LicenceOfFuture { .. }]
    ));
    assert!(matches!(
        paper("2016-01-01", "2015-09-17")[..],
        [Finding::LicenceBeforeFounding { .. }]
    ));
    let card = found(&[emblem("2026-12-01", "2046-12-01")], &NONE);
    assert!(matches!(card[..], [Finding::CardNotYetValid { .. }]));
}

#[test]
fn a_purpose_far_from_the_scope_is_found_and_a_general_one_is_not() {
    let papers = [licence("林晓舟", "2010-09-13", "2015-09-17", "长期")];
    let purpose = |purpose| Circumstances {
        purpose: Some(purpose),
        ..NONE
    };
    assert!(matches!(
        found(&papers, &purpose("贵金属交易"))[..],
        [Finding::PurposeBeyondScope { .. }]
    ));
    assert_eq!(found(&papers, &purpose("客服热线")), []);
}
