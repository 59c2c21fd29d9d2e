//! What a command answers when it is done: the same thing as one JSON document
//! and as text for people.

use crate::refused::Refused;
use comfy_table::{CellAlignment, Table, presets};
use serde::Serialize;
use std::io::{Write, stdout};
use std::process::ExitCode;

/// The answer of a command.
#[derive(Debug)]
pub struct Answer {
    document: serde_json::Value,
    text: String,
    status: ExitCode,
}

impl Answer {
    /// An answer in both forms.
    ///
    /// # Errors
    /// Only when the document cannot be written as JSON.
    pub fn new(document: impl Serialize, text: impl Into<String>) -> Result<Self, Refused> {
        let document = serde_json::to_value(document).map_err(|_| desk_app::Failure::internal())?;
        Ok(Self {
            document,
            text: text.into(),
            status: ExitCode::SUCCESS,
        })
    }

    /// An answer that was told line by line already.
    pub fn told() -> Self {
        Self {
            document: serde_json::Value::Null,
            text: String::new(),
            status: ExitCode::SUCCESS,
        }
    }

    /// The same answer, of which a part was refused: the exit status is 1.
    pub fn with_refusals(mut self) -> Self {
        self.status = ExitCode::FAILURE;
        self
    }

    /// Prints the answer.
    pub fn tell(self, json: bool) -> ExitCode {
        if json && !self.document.is_null() {
            say(&format!("{:#}", self.document));
        } else if !json && !self.text.is_empty() {
            say(self.text.trim_end_matches('\n'));
        }
        self.status
    }
}

/// Prints lines on stdout. A reader that went away (`| head`) is no fault.
pub fn say(text: &str) {
    let _ = writeln!(stdout().lock(), "{text}");
}

/// A plain table; CJK characters count as two columns.
pub fn table(heads: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut table = Table::new();
    table
        .load_style(presets::NOTHING)
        .set_header(heads.iter().copied());
    for row in rows {
        table.add_row(row);
    }
    for column in table.column_iter_mut() {
        column
            .set_padding((0, 2))
            .set_cell_alignment(CellAlignment::Left);
    }
    table.trim_fmt()
}

/// Names and values under each other.
pub fn pairs(rows: &[(&str, String)]) -> String {
    let shown = rows.iter().filter(|(_, value)| !value.is_empty());
    shown
        .map(|(name, value)| format!("{name}：{value}\n"))
        .collect()
}
