//! The house rules that no linter knows.

pub mod rooms;
pub mod wording;

use crate::work::Outcome;

/// Shows every finding; trouble if there is one.
fn verdict(findings: &[String]) -> Outcome {
    findings.iter().for_each(|finding| eprintln!("{finding}"));
    match findings.len() {
        0 => Ok(()),
        count => Err(format!("{count} findings").into()),
    }
}
