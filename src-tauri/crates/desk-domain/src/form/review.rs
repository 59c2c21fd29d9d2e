//! What is wrong with a form and what is missing. Owns the entry to the rules,
//! which stand in the files of this folder, one a section. Changes nothing and
//! looks nothing up: what it must know comes in [`ReviewContext`].

mod bound;
mod company;
pub(crate) mod fault;
mod later;
mod notes;
mod number;
mod papers;
mod payment;
mod person;
mod purpose;
mod tariff;
mod window;

use self::fault::Fault;
use self::notes::{Notes, SHORT, date};
use super::{Business, Form};
use crate::agreement::{AgreementNumber, AgreementState};
use crate::paper::{PaperKind, Verification};
use crate::stock::NumberState;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Gravity {
    /// Worth a look; does not block.
    Warning,
    /// Blocks printing unless a manager lets it through with a reason.
    Waivable,
    /// Blocks printing because something required is still empty.
    Missing,
    /// Blocks printing because what stands there is wrong.
    Wrong,
}

/// One thing to tell the person at the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Finding {
    /// Path of the field as in the form's JSON: `company.code`, `bound.2.number`,
    /// or `papers.licence` for a paper, `` for the form as a whole.
    pub field: String,
    /// The situation; key of the sentence in the wording table.
    pub code: String,
    /// Values for the sentence's placeholders.
    pub details: BTreeMap<String, String>,
    /// How much it weighs.
    pub gravity: Gravity,
}

/// All that the review found, in the order of the form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Review {
    /// The findings.
    pub findings: Vec<Finding>,
    /// RMB capitals of the amounts that could be read, by field path.
    pub capitals: BTreeMap<String, String>,
}

impl Review {
    /// Whether the form may be printed; `waived` says that a manager lets the
    /// waivable findings through.
    #[must_use]
    pub fn allows_printing(&self, waived: bool) -> bool {
        !self.findings.iter().any(|f| match f.gravity {
            Gravity::Warning => false,
            Gravity::Waivable => !waived,
            Gravity::Missing | Gravity::Wrong => true,
        })
    }
}

/// What the review must know beside the form itself.
#[derive(Debug, Clone)]
pub struct ReviewContext {
    /// The office's today.
    pub today: NaiveDate,
    /// The papers attached.
    pub papers: Vec<AttachedPaper>,
    /// State of the chosen number in stock; `None` when it is not in stock.
    pub number_state: Option<NumberState>,
    /// Whether the number is held by this very order.
    pub number_held_by_this_order: bool,
    /// The amount of the first renewal, or of the contract when there was no
    /// renewal yet; only for renewals (四（二）8).
    pub renewal_floor: Option<crate::money::Money>,
    /// The form of the agreement cited, as it stood last.
    pub before: Option<Box<Form>>,
    /// State of the agreement cited; `None` when it is not in the store.
    pub cited: Option<AgreementState>,
    /// Which papers are demanded, by carrier and business.
    pub demand: crate::demand::Demand,
    /// Which carrier a prefix belongs to.
    pub carriers: crate::stock::CarrierTable,
}

/// A paper as far as the review cares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachedPaper {
    /// What it is.
    pub kind: PaperKind,
    /// Whether staff saw the company seal on it.
    pub sealed: bool,
    /// How far it is trusted.
    pub verification: Verification,
}

/// Looks a form through and says what is wrong, missing or odd, in the order of
/// the form. A field that is wrong is told once, by its first fault.
#[must_use]
pub fn review(form: &Form, context: &ReviewContext) -> Review {
    let scene = Scene {
        form,
        context,
        end: date(form.tariff.end.trim()),
    };
    let mut notes = Notes::default();
    business(&mut notes, &scene);
    company::review(&mut notes, &scene);
    person::review(&mut notes, &scene);
    number::review(&mut notes, &scene);
    tariff::review(&mut notes, &scene);
    bound::review(&mut notes, &scene);
    later::review(&mut notes, &scene);
    payment::review(&mut notes, &scene);
    payment::confirmations(&mut notes, &scene);
    papers::review(&mut notes, &scene);
    notes.finish()
}

/// What every section looks at.
struct Scene<'a> {
    form: &'a Form,
    context: &'a ReviewContext,
    /// The contract's last day, if it can be read.
    end: Option<NaiveDate>,
}

/// 八（二）: whatever is not new cites the agreement that it changes.
fn business(notes: &mut Notes, scene: &Scene<'_>) {
    let form = scene.form;
    let cites = notes.text("cites", &form.cites, SHORT);
    match (form.business.cites_agreement(), cites) {
        (true, None) => notes.missing("cites", &Fault::CitesMissing),
        (false, Some(_)) => notes.wrong("cites", &Fault::CitesOnNew),
        // Agreements older than this program are numbered otherwise.
        (true, Some(number)) if AgreementNumber::parse(number).is_err() => {
            notes.warn("cites", &Fault::CitesUnusual);
        }
        _ => {}
    }
    // What is over takes nothing but the form that closes it.
    if let Some(over @ (AgreementState::Void | AgreementState::Ended)) = scene.context.cited
        && form.business != Business::Closing
    {
        let state = over.chinese();
        notes.wrong("cites", &Fault::CitesOver { state });
    }
}

/// Reads an expiry: a date, or `long-term` (`Some(None)`).
fn expiry(notes: &mut Notes, field: &str, text: &str) -> Option<Option<NaiveDate>> {
    if text == super::LONG_TERM {
        return Some(None);
    }
    notes.date(field, Some(text)).map(Some)
}

#[cfg(test)]
pub(crate) mod tests;
