//! Situations that only a terminal knows: files named on the command line,
//! and nobody there to ask for a password.

use desk_domain::Refusal;
use thiserror::Error;

/// What went wrong between the terminal and the desk.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Situation {
    /// No name or password given, and no terminal to ask at.
    #[error("nobody to ask for a name and password")]
    SignInNeeded,
    /// The two passwords typed are not alike.
    #[error("the passwords differ")]
    PasswordsDiffer,
    /// A file named on the command line cannot be read.
    #[error("an input file cannot be read")]
    InputFileUnreadable {
        /// Its name.
        file: String,
    },
    /// A file is larger than anything that could be meant.
    #[error("an input file is too large")]
    InputFileTooLarge {
        /// Its name.
        file: String,
        /// Most mebibytes that are taken.
        limit: u64,
    },
    /// A JSON file is not JSON.
    #[error("an input file is not JSON, line {line}")]
    InputFileNotJson {
        /// Its name.
        file: String,
        /// Where reading stopped.
        line: usize,
    },
    /// A key of a JSON file is unknown or holds what it cannot hold.
    #[error("an input file has a field that cannot be taken")]
    InputFileField {
        /// Its name.
        file: String,
        /// Path of the key.
        field: String,
    },
    /// The output file cannot be written.
    #[error("an output file cannot be written")]
    OutputFileUnwritable {
        /// Its name.
        file: String,
    },
    /// `verify` found faults.
    #[error("{count} faults found")]
    VerifyFoundFaults {
        /// How many.
        count: usize,
    },
    /// A draft is thrown away only when that is said twice.
    #[error("throwing away was not confirmed")]
    DiscardNotConfirmed,
    /// A line of stdin is not text.
    #[error("a line is not UTF-8")]
    LineNotText,
}

impl Refusal for Situation {
    fn code(&self) -> &'static str {
        match self {
            Self::SignInNeeded => "SignInNeeded",
            Self::PasswordsDiffer => "PasswordsDiffer",
            Self::InputFileUnreadable { .. } => "InputFileUnreadable",
            Self::InputFileTooLarge { .. } => "InputFileTooLarge",
            Self::InputFileNotJson { .. } => "InputFileNotJson",
            Self::InputFileField { .. } => "InputFileField",
            Self::OutputFileUnwritable { .. } => "OutputFileUnwritable",
            Self::VerifyFoundFaults { .. } => "VerifyFoundFaults",
            Self::DiscardNotConfirmed => "DiscardNotConfirmed",
            Self::LineNotText => "LineNotText",
        }
    }

    fn details(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::SignInNeeded
            | Self::PasswordsDiffer
            | Self::DiscardNotConfirmed
            | Self::LineNotText => Vec::new(),
            Self::InputFileUnreadable { file } | Self::OutputFileUnwritable { file } => {
                vec![("file", file.clone())]
            }
            Self::InputFileTooLarge { file, limit } => {
                vec![("file", file.clone()), ("limit", limit.to_string())]
            }
            Self::InputFileNotJson { file, line } => {
                vec![("file", file.clone()), ("line", line.to_string())]
            }
            Self::InputFileField { file, field } => {
                vec![("file", file.clone()), ("field", field.clone())]
            }
            Self::VerifyFoundFaults { count } => vec![("count", count.to_string())],
        }
    }
}
