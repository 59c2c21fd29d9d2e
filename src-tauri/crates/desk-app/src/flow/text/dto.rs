//! What the window and the desk say to each other about the agreement's text.

use desk_domain::edition::EditionState;
use desk_paper::agreement::import::Found;
use desk_paper::agreement::{Preview, Severity, TextRule};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An edition in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TextLine {
    /// Its number; 0 for the one that comes with the program.
    #[ts(type = "number")]
    pub id: i64,
    /// Its name, `2026-01`.
    pub name: String,
    /// First day on which it is printed, `YYYY-MM-DD`.
    pub effective: String,
    /// Where it stands.
    pub state: EditionState,
    /// Whether it is the one printed today.
    pub in_force: bool,
}

/// Names an edition.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TextRef {
    /// Its number; 0 for the one that comes with the program.
    #[ts(type = "number")]
    pub id: i64,
}

/// Something found in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TextFindingView {
    /// What was looked for.
    pub rule: TextRule,
    /// Line of the markup, from 1.
    pub line: usize,
    /// How grave it is.
    pub severity: Severity,
    /// As a sentence.
    pub message: String,
}

/// A text looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TextChecked {
    /// As it will look.
    pub preview: Preview,
    /// What was found.
    pub findings: Vec<TextFindingView>,
}

/// One edition, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TextView {
    /// As in the list.
    pub line: TextLine,
    /// Its text in the markup.
    pub text: String,
    /// What looking at it says.
    pub checked: TextChecked,
}

/// A text to look at while it is typed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TextCheck {
    /// The text in the markup.
    pub text: String,
}

/// A draft to keep; its name and first day stand in its head.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TextSave {
    /// The draft; `None` for a new one.
    #[ts(type = "number | null")]
    pub id: Option<i64>,
    /// The text in the markup.
    pub text: String,
}

/// A firm's own text to read.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TextImport {
    /// Name of the edition it becomes.
    pub name: String,
    /// First day, `YYYY-MM-DD`.
    pub effective: String,
    /// The file's bytes.
    pub bytes: Vec<u8>,
}

/// A firm's own text as it was read, for a person to confirm. Nothing is kept
/// until the draft is saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TextImported {
    /// The text in the markup.
    pub text: String,
    /// What was found in the file, by line.
    pub found: Vec<Found>,
    /// What looking at it says.
    pub checked: TextChecked,
}

/// Two editions to hold against each other.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TextCompare {
    /// The old one.
    #[ts(type = "number")]
    pub old: i64,
    /// The new one.
    #[ts(type = "number")]
    pub new: i64,
}
