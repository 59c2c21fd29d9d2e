//! How a command says no: the sentence on stderr, and under `--json` the same
//! as a document on stdout.

use crate::answer::say;
use crate::situation::Situation;
use desk_app::Failure;
use desk_domain::form::{Finding, Gravity};
use serde::Serialize;
use std::process::ExitCode;

/// A refusal on its way to the terminal.
#[derive(Debug)]
pub struct Refused {
    failure: Failure,
    findings: Vec<ToldFinding>,
    report: serde_json::Map<String, serde_json::Value>,
}

/// A finding with its sentence.
#[derive(Debug, Serialize)]
struct ToldFinding {
    field: String,
    code: String,
    message: String,
    gravity: Gravity,
}

impl Refused {
    /// Lists what stands against printing, beneath the sentence.
    pub fn with_findings(mut self, findings: &[Finding]) -> Self {
        let blocking = findings
            .iter()
            .filter(|finding| finding.gravity != Gravity::Warning);
        self.findings = blocking
            .map(|finding| ToldFinding {
                field: finding.field.clone(),
                code: finding.code.clone(),
                message: desk_app::wording::sentence(&finding.code, &finding.details),
                gravity: finding.gravity,
            })
            .collect();
        self
    }

    /// Adds the keys of a report to the document.
    pub fn with_report(mut self, report: serde_json::Value) -> Self {
        if let serde_json::Value::Object(keys) = report {
            self.report = keys;
        }
        self
    }

    /// The situation.
    #[cfg(test)]
    pub fn code(&self) -> &str {
        &self.failure.code
    }

    /// Prints the refusal; the exit status is 1.
    pub fn tell(&self, json: bool) -> ExitCode {
        if json {
            say(&format!("{:#}", self.document()));
        }
        eprintln!("{}", self.failure.message);
        for finding in &self.findings {
            eprintln!("  {}：{}", finding.field, finding.message);
        }
        ExitCode::FAILURE
    }

    /// The sentence.
    pub fn message(&self) -> &str {
        &self.failure.message
    }

    /// The refusal as JSON.
    pub fn document(&self) -> serde_json::Value {
        let mut document = self.report.clone();
        document.insert("code".to_owned(), self.failure.code.clone().into());
        document.insert("message".to_owned(), self.failure.message.clone().into());
        document.insert("field".to_owned(), self.failure.field.clone().into());
        if !self.findings.is_empty() {
            document.insert("findings".to_owned(), serde_json::json!(self.findings));
        }
        document.into()
    }
}

impl From<Failure> for Refused {
    fn from(failure: Failure) -> Self {
        Self {
            failure,
            findings: Vec::new(),
            report: serde_json::Map::new(),
        }
    }
}

impl From<Situation> for Refused {
    fn from(situation: Situation) -> Self {
        Failure::because(&situation).into()
    }
}
