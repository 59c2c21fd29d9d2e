//! The steps of a journey at one window: filling, attaching, printing, signing,
//! and looking at what came of it.

use chrono::{NaiveDate, NaiveDateTime};
use desk_app::flow::agreement::{self, AgreementSign, AgreementView, AgreementVoid};
use desk_app::flow::audit;
use desk_app::flow::number::{self, NumberLine, NumberList};
use desk_app::flow::order::{
    self, OrderNew, OrderPrint, OrderRef, OrderSave, OrderSaved, OrderView,
};
use desk_app::flow::paper::{self, PaperAdd, PaperUpdate, PaperView};
use desk_app::{Desk, Failure, wording};
use desk_domain::form::{Form, Gravity};
use desk_domain::paper::{Arrival, PaperKind};
use desk_tests::sample;

/// The office's today in every journey, a Sunday in November 2026, 10:00.
pub fn today() -> NaiveDateTime {
    day(2026, 11, 22)
}

/// A day at 10:00.
pub fn day(year: i32, month: u32, day: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(year, month, day)
        .unwrap()
        .and_hms_opt(10, 0, 0)
        .unwrap()
}

/// The sample form for another number of the stock.
pub fn on_number(number: &str) -> Form {
    let mut form = sample::form();
    number.clone_into(&mut form.number.number);
    form
}

/// Begins an order and saves `form` in it.
pub fn draft(desk: &Desk, form: Form) -> i64 {
    let cites = Some(form.cites.clone()).filter(|cites| !cites.is_empty());
    let begun = order::begin(
        desk,
        OrderNew {
            customer: None,
            business: form.business,
            cites,
        },
    )
    .unwrap();
    save(desk, begun.id, form).unwrap();
    begun.id
}

/// Saves `form` in an order, whatever its revision is.
pub fn save(desk: &Desk, id: i64, form: Form) -> Result<OrderSaved, Failure> {
    let revision = show(desk, id).revision;
    order::save(desk, OrderSave { id, revision, form })
}

/// An order as it stands.
pub fn show(desk: &Desk, id: i64) -> OrderView {
    order::show(desk, OrderRef { id }).unwrap()
}

/// A draft of `form` with all its papers.
pub fn complete(desk: &Desk, form: Form) -> i64 {
    complete_but(desk, form, &[])
}

/// A draft of `form` with all its papers except some.
pub fn complete_but(desk: &Desk, form: Form, without: &[PaperKind]) -> i64 {
    let id = draft(desk, form);
    for kind in sample::PAPERS {
        if !without.contains(&kind) {
            attach(desk, id, kind, sample::is_sealed(kind));
        }
    }
    id
}

/// Attaches the sample paper of a kind, scanned.
pub fn attach(desk: &Desk, order: i64, kind: PaperKind, sealed: bool) -> PaperView {
    let (arrival, bytes) = (Arrival::Scan, sample::paper(kind));
    let file_name = sample::paper_name(kind);
    let add = PaperAdd {
        order,
        file_name,
        arrival,
        kind: Some(kind),
        bytes,
    };
    let page = paper::add(desk, add).unwrap().remove(0);
    let (id, rotation, crop) = (page.id, page.rotation, page.crop);
    paper::update(
        desk,
        PaperUpdate {
            id,
            kind,
            arrival,
            sealed,
            rotation,
            crop,
        },
    )
    .unwrap()
}

/// Prints an order as it stands.
pub fn print(desk: &Desk, id: i64) -> Result<AgreementView, Failure> {
    print_because(desk, id, None)
}

/// Prints an order, with a reason for letting findings through.
pub fn print_because(desk: &Desk, id: i64, reason: Option<&str>) -> Result<AgreementView, Failure> {
    let revision = show(desk, id).revision;
    order::print(
        desk,
        OrderPrint {
            id,
            revision,
            override_reason: reason.map(str::to_owned),
        },
    )
}

/// Files a scan of the signed paper and signs on `on` (`YYYY-MM-DD`).
pub fn sign(desk: &Desk, view: &AgreementView, on: &str) -> Result<AgreementView, Failure> {
    attach(desk, view.order, PaperKind::Signed, true);
    let number = view.line.number.clone();
    agreement::sign(
        desk,
        AgreementSign {
            number,
            signed_on: on.to_owned(),
            despite: None,
        },
    )
}

/// Voids an agreement.
pub fn void(desk: &Desk, number: &str, reason: &str) -> Result<AgreementView, Failure> {
    let (number, reason) = (number.to_owned(), reason.to_owned());
    agreement::void(desk, AgreementVoid { number, reason })
}

/// One number of the stock.
pub fn stock(desk: &Desk, number: &str) -> NumberLine {
    let wanted = NumberList {
        text: number.to_owned(),
        ..NumberList::default()
    };
    number::list(desk, wanted).unwrap().lines.remove(0)
}

/// Fields that stand against printing an order, in the order of the form.
pub fn blocked(desk: &Desk, id: i64) -> Vec<String> {
    let findings = show(desk, id).review.findings;
    let blocking = findings
        .into_iter()
        .filter(|finding| finding.gravity != Gravity::Warning);
    blocking.map(|finding| finding.field).collect()
}

/// What the person at the desk is told about a field.
pub fn told(desk: &Desk, id: i64, field: &str) -> String {
    let findings = show(desk, id).review.findings;
    let about = findings.iter().filter(|finding| finding.field == field);
    about
        .map(|finding| wording::sentence(&finding.code, &finding.details))
        .collect()
}

/// The archived PDF of an agreement.
pub fn archived(desk: &Desk, view: &AgreementView) -> Vec<u8> {
    agreement::pdf(desk, &view.line.number).unwrap()
}

/// The log as `action subject`, newest first.
pub fn log(desk: &Desk) -> Vec<String> {
    let lines = audit::list(
        desk,
        audit::AuditList {
            before: None,
            limit: 1000,
        },
    )
    .unwrap();
    lines
        .into_iter()
        .map(|line| format!("{} {}", line.action, line.subject))
        .collect()
}
