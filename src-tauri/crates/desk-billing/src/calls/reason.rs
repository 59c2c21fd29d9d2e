//! Why one row is set aside. Owns the codes; each has its sentence in the
//! wording, and none ever carries what stands in the row.

use desk_domain::Refusal;
use serde::{Deserialize, Serialize};

/// What is wrong with a row. `column` is the head as the file writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Reason {
    /// The row ends before the columns every call needs.
    #[error("{found} cells, at least {expected} are needed")]
    TooFewCells {
        /// Cells there are.
        found: usize,
        /// Cells needed.
        expected: usize,
    },
    /// More cells than heads: a separator stands inside a value, and what
    /// follows it is in the wrong column.
    #[error("{found} cells under {expected} heads")]
    TooManyCells {
        /// Cells there are.
        found: usize,
        /// Heads there are.
        expected: usize,
    },
    /// A quotation mark is opened and never closed.
    #[error("a quotation mark is not closed")]
    UnclosedQuote,
    /// Nothing stands where a number must.
    #[error("no number in {column}")]
    NumberMissing {
        /// Head of the column.
        column: String,
    },
    /// A spreadsheet wrote the number as `1.38E+10`: its last digits are gone.
    #[error("digits are lost in {column}")]
    DigitsLost {
        /// Head of the column.
        column: String,
    },
    /// Too few digits, or some hidden behind asterisks.
    #[error("digits are missing in {column}")]
    MissingDigits {
        /// Head of the column.
        column: String,
    },
    /// No telephone number at all.
    #[error("no telephone number in {column}")]
    BadNumber {
        /// Head of the column.
        column: String,
    },
    /// A telephone number, but not one that begins with 400.
    #[error("no 400 number in {column}")]
    NotA400 {
        /// Head of the column.
        column: String,
    },
    /// A 400 number the office does not look after.
    #[error("the 400 number is not the office's")]
    UnknownNumber,
    /// Nothing stands where a time must.
    #[error("no time in {column}")]
    TimeMissing {
        /// Head of the column.
        column: String,
    },
    /// No moment that exists, or one that can be read in two ways.
    #[error("no certain time in {column}")]
    BadTime {
        /// Head of the column.
        column: String,
    },
    /// Nothing says how long the call was.
    #[error("no duration in {column}")]
    DurationMissing {
        /// Head of the column.
        column: String,
    },
    /// No length of time.
    #[error("no duration in {column}")]
    BadDuration {
        /// Head of the column.
        column: String,
    },
    /// Longer than a day.
    #[error("the call is longer than a day")]
    DurationTooLong,
    /// It ends before it begins.
    #[error("the call ends before it begins")]
    EndBeforeStart,
    /// Length, beginning and end do not fit together.
    #[error("{seconds} s given, {span} s between start and end")]
    DurationContradicts {
        /// Seconds the file gives.
        seconds: u32,
        /// Seconds from start to end.
        span: u32,
    },
    /// Said to be unanswered, and has a length.
    #[error("unanswered, with {seconds} s")]
    UnansweredWithDuration {
        /// Seconds the file gives.
        seconds: u32,
    },
    /// No amount.
    #[error("no amount in {column}")]
    BadFee {
        /// Head of the column.
        column: String,
    },
}

impl Refusal for Reason {
    fn code(&self) -> &'static str {
        match self {
            Self::TooFewCells { .. } => "CallTooFewCells",
            Self::TooManyCells { .. } => "CallTooManyCells",
            Self::UnclosedQuote => "CallUnclosedQuote",
            Self::NumberMissing { .. } => "CallNumberMissing",
            Self::DigitsLost { .. } => "CallDigitsLost",
            Self::MissingDigits { .. } => "CallMissingDigits",
            Self::BadNumber { .. } => "CallBadNumber",
            Self::NotA400 { .. } => "CallNotA400",
            Self::UnknownNumber => "CallUnknownNumber",
            Self::TimeMissing { .. } => "CallTimeMissing",
            Self::BadTime { .. } => "CallBadTime",
            Self::DurationMissing { .. } => "CallDurationMissing",
            Self::BadDuration { .. } => "CallBadDuration",
            Self::DurationTooLong => "CallDurationTooLong",
            Self::EndBeforeStart => "CallEndBeforeStart",
            Self::DurationContradicts { .. } => "CallDurationContradicts",
            Self::UnansweredWithDuration { .. } => "CallUnansweredWithDuration",
            Self::BadFee { .. } => "CallBadFee",
        }
    }

    fn details(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooFewCells { found, expected } | Self::TooManyCells { found, expected } => vec![
                ("found", found.to_string()),
                ("expected", expected.to_string()),
            ],
            Self::NumberMissing { column }
            | Self::DigitsLost { column }
            | Self::MissingDigits { column }
            | Self::BadNumber { column }
            | Self::NotA400 { column }
            | Self::TimeMissing { column }
            | Self::BadTime { column }
            | Self::DurationMissing { column }
            | Self::BadDuration { column }
            | Self::BadFee { column } => vec![("column", column.clone())],
            Self::DurationContradicts { seconds, span } => {
                vec![("seconds", seconds.to_string()), ("span", span.to_string())]
            }
            Self::UnansweredWithDuration { seconds } => vec![("seconds", seconds.to_string())],
            Self::UnknownNumber
            | Self::UnclosedQuote
            | Self::DurationTooLong
            | Self::EndBeforeStart => Vec::new(),
        }
    }
}
