//! 协议第二、三、四（一）条 as far as a form shows them.

use super::*;

fn without(kind: PaperKind) -> Vec<String> {
    let mut context = context();
    context.papers.retain(|paper| paper.kind != kind);
    found(&sample(), &context)
}

#[test]
fn clause_2_each_paper_that_is_missing_blocks_and_is_named() {
    for (kind, expected) in [
        (PaperKind::Licence, "papers.licence PaperMissing Waivable"),
        (
            PaperKind::IdPortrait,
            "papers.id-portrait PaperMissing Waivable",
        ),
        (
            PaperKind::IdEmblem,
            "papers.id-emblem PaperMissing Waivable",
        ),
        (
            PaperKind::Authorisation,
            "papers.authorisation PaperMissing Waivable",
        ),
        (
            PaperKind::LetterOfCommitment,
            "papers.letter-of-commitment PaperAdvised Warning",
        ),
    ] {
        assert_eq!(without(kind), [expected]);
    }
    let finding = &review(
        &sample(),
        &ReviewContext {
            papers: vec![],
            ..context()
        },
    )
    .findings[0];
    assert_eq!(finding.details["paper"], "营业执照副本");
}

#[test]
fn clause_2_a_licence_copy_without_the_company_seal_blocks() {
    let mut context = context();
    context.papers[0].sealed = false;
    assert_eq!(
        found(&sample(), &context),
        ["papers.licence PaperNotSealed Waivable"]
    );
}

#[test]
fn clause_2_a_change_needs_the_same_papers_as_enrolment() {
    let (form, mut context) = later(Business::Change);
    context.papers.clear();
    let findings = found(&form, &context);
    for kind in ["licence", "id-portrait", "id-emblem", "authorisation"] {
        let expected = format!("papers.{kind} PaperMissing Waivable");
        assert!(findings.contains(&expected), "{findings:?}");
    }
}

#[test]
fn clause_2_the_handlers_mobile_and_the_companys_landline_are_demanded() {
    let findings = spoilt(|form| form.handler.mobile.clear());
    assert_eq!(findings, ["handler.mobile HandlerMobileMissing Missing"]);
    let findings = spoilt(|form| form.company.phone = "  ".to_owned());
    assert_eq!(findings, ["company.phone CompanyPhoneMissing Missing"]);
    let findings = spoilt(|form| form.company.phone = "13800138000".to_owned());
    assert_eq!(findings, ["company.phone LandlineIsMobile Wrong"]);
}

#[test]
fn clause_2_an_expired_licence_blocks_and_says_since_when() {
    let mut form = sample();
    form.company.term_until = "2026-11-21".to_owned();
    let review = review(&form, &context());
    assert_eq!(review.findings[0].code, "LicenceExpired");
    assert_eq!(review.findings[0].gravity, Gravity::Waivable);
    assert_eq!(review.findings[0].details["expired"], "2026-11-21");
    let findings = spoilt(|form| form.company.term_until = "2026-11-22".to_owned());
    assert_eq!(findings, ["company.term_until LicenceEndsInTerm Warning"]);
}

#[test]
fn clause_3_1_a_paper_found_untrue_blocks_until_a_verified_one_replaces_it() {
    let mut context = context();
    context.papers[0].verification = Verification::FoundUntrue;
    assert_eq!(
        found(&sample(), &context),
        ["papers.licence PaperFoundUntrue Wrong"]
    );
    context.papers.push(paper(PaperKind::Licence));
    assert_eq!(found(&sample(), &context), [""; 0]);
}

#[test]
fn clause_3_1_unverified_papers_are_told_in_one_line() {
    let mut context = context();
    for paper in &mut context.papers {
        paper.verification = Verification::Unverified;
    }
    assert_eq!(
        found(&sample(), &context),
        ["papers PapersUnverified Warning"]
    );
}

#[test]
fn clause_4_1_1_the_form_cannot_be_printed_incomplete() {
    let findings = found(&Form::default(), &context());
    for expected in [
        "company.name CompanyNameMissing Missing",
        "company.code CompanyCodeMissing Missing",
        "company.scope CompanyScopeMissing Missing",
        "legal_representative.name LegalNameMissing Missing",
        "handler.id_number HandlerIdMissing Missing",
        "number.number NumberMissing Missing",
        "tariff.contract_amount ContractAmountMissing Missing",
        "bound BoundNone Missing",
        "confirmations.declares_true DeclarationMissing Missing",
    ] {
        assert!(findings.contains(&expected.to_owned()), "{expected}");
    }
}

#[test]
fn clause_4_1_3_the_confirmation_is_a_required_tick_with_the_name_of_staff() {
    let findings = spoilt(|form| form.confirmations.read_and_explained = false);
    assert_eq!(
        findings,
        ["confirmations.read_and_explained ReadingMissing Missing"]
    );
    let findings = spoilt(|form| form.confirmations.explained_by.clear());
    assert_eq!(
        findings,
        ["confirmations.explained_by ExplainerMissing Missing"]
    );
}

#[test]
fn clause_4_1_4_and_5_the_purpose_is_declared_lawful_and_within_the_scope() {
    let findings = spoilt(|form| form.number.purpose.clear());
    assert_eq!(findings, ["number.purpose PurposeMissing Missing"]);
    let findings = spoilt(|form| form.number.purpose = "网络电话回拨".to_owned());
    assert_eq!(findings, ["number.purpose PurposeForbidden Waivable"]);
    let findings = spoilt(|form| form.number.purpose = "口腔门诊预约".to_owned());
    assert_eq!(findings, ["number.purpose PurposeOutsideScope Warning"]);
    let findings = spoilt(|form| form.confirmations.lawful_use = false);
    assert_eq!(
        findings,
        ["confirmations.lawful_use LawfulUseMissing Missing"]
    );
}

#[test]
fn the_company_is_checked_against_its_code_and_the_calendar() {
    let findings = spoilt(|form| form.company.code = "916100007441031769".to_owned());
    assert_eq!(findings, ["company.code UsccCheckDigit Wrong"]);
    let findings = spoilt(|form| form.company.code = "110108000000016".to_owned());
    assert_eq!(findings, [""; 0]);
    let findings = spoilt(|form| form.company.company_type = "个体工商户".to_owned());
    assert_eq!(findings, ["company.type CompanyTypeAgainstCode Warning"]);
    let findings = spoilt(|form| form.company.founded = "2026-11-23".to_owned());
    assert_eq!(findings, ["company.founded FoundedInFuture Wrong"]);
    let findings = spoilt(|form| form.company.term_until = "2016-04-19".to_owned());
    assert_eq!(
        findings,
        ["company.term_until LicenceTermBeforeFounding Wrong"]
    );
    let findings = spoilt(|form| form.company.founded = "2016年4月19日".to_owned());
    assert_eq!(findings, ["company.founded DateForm Wrong"]);
    let findings = spoilt(|form| form.company.email = "service".to_owned());
    assert_eq!(findings, ["company.email EmailAtSign Wrong"]);
}
