//! How the desk says no to the window and to the terminal.

use desk_domain::Refusal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

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
