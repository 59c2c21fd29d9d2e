//! How the desk says no to the window and to the terminal. Every crate's
//! refusal becomes a [`Failure`] here and nowhere else.

use crate::wording;
use desk_domain::Refusal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

mod situation;

pub use situation::Situation;

/// A refusal on its way to a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Failure {
    /// The situation; key of the sentence in the wording table.
    pub code: String,
    /// The sentence, ready to be read.
    pub message: String,
    /// The field it is about, as a path in the request, when there is one.
    pub field: Option<String>,
    /// Values that stand in the sentence.
    pub details: BTreeMap<String, String>,
}

impl Failure {
    /// Turns any crate's refusal into one a person can read.
    #[must_use]
    pub fn because(refusal: &impl Refusal) -> Self {
        let details: BTreeMap<String, String> = refusal
            .details()
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        let code = refusal.code();
        Self {
            code: code.to_owned(),
            message: wording::sentence(code, &details),
            field: None,
            details,
        }
    }

    /// A refusal of which only the code is known.
    #[must_use]
    pub fn of_code(code: &str) -> Self {
        let details = BTreeMap::new();
        let message = wording::sentence(code, &details);
        Self {
            code: code.to_owned(),
            message,
            field: None,
            details,
        }
    }

    /// Something that should not happen did; the program goes on.
    #[must_use]
    pub fn internal() -> Self {
        Self::because(&Situation::Internal)
    }

    /// Names the field the refusal is about.
    #[must_use]
    pub fn at(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }
}

impl<R: Refusal> From<R> for Failure {
    fn from(refusal: R) -> Self {
        Self::because(&refusal)
    }
}
