//! `verify`: the great check of the store.

use crate::answer::Answer;
use crate::refused::Refused;
use crate::sign_in::sign_in;
use crate::situation::Situation;
use desk_app::Place;
use desk_app::flow::backup::{self, VerifyReport};
use serde_json::json;

/// Checks database, papers, audit chain and agreement numbers; faults are a
/// refusal, so that a nightly job notices.
pub fn verify(place: Place) -> Result<Answer, Refused> {
    let report = backup::verify(&sign_in(place)?, ())?;
    if report.faults.is_empty() {
        let text = told(&report);
        return Answer::new(report, text);
    }
    for fault in &report.faults {
        eprintln!("{fault}");
    }
    let found = Refused::from(Situation::VerifyFoundFaults {
        count: report.faults.len(),
    });
    Err(found.with_report(json!(report)))
}

/// One line for people.
pub fn told(report: &VerifyReport) -> String {
    format!(
        "检查通过：资料 {} 份、协议 {} 份、操作记录 {} 条，均完好。",
        report.papers, report.agreements, report.audit_entries
    )
}
