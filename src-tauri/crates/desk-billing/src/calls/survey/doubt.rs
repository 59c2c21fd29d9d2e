//! What is not sure about a proposal. Each has its sentence in the wording.

use crate::calls::Meaning;
use desk_domain::Refusal;
use serde::{Deserialize, Serialize};

/// Something a person should look at before confirming a layout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Doubt {
    /// No row of heads; the columns were told by their values.
    NoHeads,
    /// No column is known to say this, and every call needs it.
    ColumnMissing {
        /// What is missing.
        meaning: Meaning,
    },
    /// The head is no known name, but contains one.
    ColumnUnsure {
        /// The head.
        column: String,
        /// What it is taken for.
        meaning: Meaning,
    },
    /// Neither the head nor the values say whether lengths are seconds or minutes.
    DurationUnitAssumed,
    /// Neither the head nor the values say whether fees are 元, 分 or 厘.
    FeeUnitAssumed,
    /// The file has only the minutes that the carrier bills.
    OnlyBilledDuration,
    /// Some of the first rows cannot be read.
    RowsUnread {
        /// How many.
        rows: usize,
        /// Of how many.
        of: usize,
    },
    /// Sheets or tables without these heads will not be read.
    OtherSheets {
        /// How many.
        count: usize,
    },
    /// Some letters could not be read.
    TextDamaged,
    /// Times without seconds: the file was stored again by a spreadsheet.
    TimesWithoutSeconds,
    /// Every call begins at midnight: the time is missing.
    AllAtMidnight,
}

impl Doubt {
    /// What it takes off a confidence of a hundred.
    pub(crate) fn weight(&self) -> u32 {
        match self {
            Self::ColumnMissing { .. } => 40,
            Self::NoHeads | Self::AllAtMidnight => 30,
            Self::DurationUnitAssumed | Self::TextDamaged => 20,
            Self::RowsUnread { rows, of } if *rows * 4 > *of => 40,
            Self::ColumnUnsure { .. } | Self::FeeUnitAssumed | Self::OnlyBilledDuration => 10,
            Self::RowsUnread { .. } | Self::OtherSheets { .. } | Self::TimesWithoutSeconds => 5,
        }
    }
}

impl Refusal for Doubt {
    fn code(&self) -> &'static str {
        match self {
            Self::NoHeads => "LayoutNoHeads",
            Self::ColumnMissing { .. } => "LayoutColumnMissing",
            Self::ColumnUnsure { .. } => "LayoutColumnUnsure",
            Self::DurationUnitAssumed => "LayoutDurationUnitAssumed",
            Self::FeeUnitAssumed => "LayoutFeeUnitAssumed",
            Self::OnlyBilledDuration => "LayoutOnlyBilledDuration",
            Self::RowsUnread { .. } => "LayoutRowsUnread",
            Self::OtherSheets { .. } => "LayoutOtherSheets",
            Self::TextDamaged => "LayoutTextDamaged",
            Self::TimesWithoutSeconds => "LayoutTimesWithoutSeconds",
            Self::AllAtMidnight => "LayoutAllAtMidnight",
        }
    }

    fn details(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::ColumnMissing { meaning } => vec![("meaning", meaning.name().to_owned())],
            Self::ColumnUnsure { column, meaning } => {
                vec![
                    ("column", column.clone()),
                    ("meaning", meaning.name().to_owned()),
                ]
            }
            Self::RowsUnread { rows, of } => {
                vec![("rows", rows.to_string()), ("of", of.to_string())]
            }
            Self::OtherSheets { count } => vec![("count", count.to_string())],
            _ => Vec::new(),
        }
    }
}
