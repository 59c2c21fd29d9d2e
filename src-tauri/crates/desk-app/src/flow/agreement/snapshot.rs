//! What an agreement keeps of the world at the moment of printing. Owns the
//! JSON shape in the store; refuses nothing, since it was right when printed.

use crate::failure::Failure;
use chrono::NaiveDate;
use desk_domain::form::Form;
use desk_domain::paper::{Arrival, PaperKind, Verification};
use desk_domain::party::Firm;
use desk_paper::bundle::{Contents, Occasion, PaperLine};
use desk_store::AgreementRow;
use desk_store::StoreError;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Both parties, the form, and how it came to be printed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Snapshot {
    pub(crate) firm: Firm,
    pub(crate) form: Form,
    pub(crate) pages_per_copy: u32,
    /// Pages of a copy that carry a number; 0 when it was printed before that
    /// was kept.
    pub(crate) numbered_pages: u32,
    /// Of these, the pages of the agreement before its forms; `None` when it
    /// was printed before that was kept.
    pub(crate) agreement_pages: Option<u32>,
    /// The hash in the marks of the pages.
    pub(crate) mark_hash: Option<u32>,
    /// What else stood on the paper, to set it again with a signature.
    pub(crate) printed: Option<Printed>,
    pub(crate) override_reason: Option<String>,
}

/// What stood on the paper beside firm and form.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Printed {
    pub(crate) day: NaiveDate,
    pub(crate) staff_number: i64,
    pub(crate) staff_name: String,
    pub(crate) papers: Vec<PrintedPaper>,
    #[serde(default)]
    pub(crate) occasion: Option<Occasion>,
}

/// A paper as the form lists it.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) struct PrintedPaper {
    kind: PaperKind,
    arrival: Arrival,
    sealed: bool,
    verification: Verification,
}

impl Printed {
    pub(crate) fn of(contents: &Contents) -> Self {
        Self {
            day: contents.day,
            staff_number: contents.staff_number,
            staff_name: contents.staff_name.clone(),
            papers: contents.papers.iter().map(PrintedPaper::of).collect(),
            occasion: contents.occasion.clone(),
        }
    }
}

impl PrintedPaper {
    fn of(line: &PaperLine) -> Self {
        Self {
            kind: line.kind,
            arrival: line.arrival,
            sealed: line.sealed,
            verification: line.verification,
        }
    }

    fn line(self) -> PaperLine {
        PaperLine {
            kind: self.kind,
            arrival: self.arrival,
            sealed: self.sealed,
            verification: self.verification,
        }
    }
}

impl Snapshot {
    pub(crate) fn of(row: &AgreementRow) -> Self {
        serde_json::from_value(row.snapshot.clone()).unwrap_or_default()
    }

    /// What was printed, to be set again; nothing when it was printed before
    /// all of it was kept.
    pub(crate) fn contents(self, agreement: &str) -> Option<Contents> {
        let printed = self.printed?;
        Some(Contents {
            firm: self.firm,
            form: self.form,
            agreement: agreement.to_owned(),
            day: printed.day,
            staff_number: printed.staff_number,
            staff_name: printed.staff_name,
            papers: printed.papers.into_iter().map(PrintedPaper::line).collect(),
            occasion: printed.occasion,
        })
    }

    pub(crate) fn as_json(&self) -> Result<Value, Failure> {
        serde_json::to_value(self).map_err(|_| Failure::from(StoreError::TooLarge))
    }
}
