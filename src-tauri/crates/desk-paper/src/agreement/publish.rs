//! From a draft to a published edition. Owns the gate between them: a text in
//! which the checker finds errors is not published. The states themselves are
//! `desk_domain::edition`'s.

use super::parse;
use super::{Severity, TextFinding, check};
use chrono::NaiveDate;
use desk_domain::Refusal;
use desk_domain::edition::{EditionError, EditionId, EditionState, TextEdition};
use thiserror::Error;

/// Why an edition was not published.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PublishError {
    /// The checker found errors; all its findings come along.
    #[error("the text has {} finding(s), some of them errors", findings.len())]
    Faulty {
        /// Everything found, errors, warnings and hints.
        findings: Vec<TextFinding>,
    },
    /// The editions do not allow it.
    #[error(transparent)]
    Edition(#[from] EditionError),
}

impl Refusal for PublishError {
    fn code(&self) -> &'static str {
        match self {
            Self::Faulty { .. } => "TextFaulty",
            Self::Edition(error) => error.code(),
        }
    }

    fn details(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Faulty { findings } => {
                let errors = findings.iter().filter(|f| f.severity == Severity::Error);
                let line = errors.clone().next().map_or(1, |finding| finding.line);
                vec![
                    ("count", errors.count().to_string()),
                    ("line", line.to_string()),
                ]
            }
            Self::Edition(error) => error.details(),
        }
    }
}

/// A draft of this text. Its name and first day are those of the text's head;
/// where that cannot be read yet, `name` and `effective` stand in.
#[must_use]
pub fn draft(id: EditionId, text: &str, name: &str, effective: NaiveDate) -> TextEdition {
    let head = parse::read(text).edition;
    TextEdition {
        id,
        name: head.as_ref().map_or(name, |head| &head.name).to_owned(),
        effective: head.map_or(effective, |head| head.effective),
        text: text.to_owned(),
        state: EditionState::Draft,
    }
}

/// Publishes a draft among the other editions: its text is checked, its name
/// and first day taken from the text's head. Warnings and hints come back for
/// the window to show; they do not stop it.
///
/// # Errors
/// [`PublishError::Faulty`] where the checker finds errors; the refusals of
/// [`TextEdition::publish`].
pub fn publish(
    edition: &TextEdition,
    others: &[TextEdition],
) -> Result<(TextEdition, Vec<TextFinding>), PublishError> {
    let findings = check(&edition.text);
    if findings.iter().any(|f| f.severity == Severity::Error) {
        return Err(PublishError::Faulty { findings });
    }
    let fresh = draft(edition.id, &edition.text, &edition.name, edition.effective);
    let published = TextEdition {
        state: edition.state,
        ..fresh
    }
    .publish(others)?;
    Ok((published, findings))
}
