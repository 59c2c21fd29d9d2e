//! Why a sheet is not printed. Codes of its own; what the setting of any paper
//! refuses is passed on unchanged.

use crate::{PaperError, PictureError};
use desk_domain::money::MoneyError;
use desk_domain::{Money, Refusal};
use thiserror::Error;

/// Why a sheet was refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SheetError {
    /// The paper could not be set or written.
    #[error(transparent)]
    Paper(#[from] PaperError),
    /// A picture cannot go on paper.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// Opening balance and movements do not give the closing balance.
    #[error("the balance of {number} closes with {stated}, its movements give {found}")]
    StatementUneven {
        /// The 400 number.
        number: String,
        /// Closing balance as stated.
        stated: Money,
        /// What the movements give.
        found: Money,
    },
    /// The single calls do not cost what the statement says of them.
    #[error("the calls of {number} are stated as {stated} and add up to {found}")]
    StatementCallsUneven {
        /// The 400 number.
        number: String,
        /// As stated.
        stated: Money,
        /// What the calls add up to.
        found: Money,
    },
    /// The top-up is not what the calls lack to the minimum (协议四（二）9).
    #[error("the top-up of {number} is stated as {stated} instead of {found}")]
    StatementTopUpWrong {
        /// The 400 number.
        number: String,
        /// As stated.
        stated: Money,
        /// The minimum less the calls, never below nothing.
        found: Money,
    },
    /// Single payments, fees or corrections do not give their sum.
    #[error("the entries of {number} give {found} instead of {stated}")]
    StatementEntriesUneven {
        /// The 400 number.
        number: String,
        /// As stated.
        stated: Money,
        /// What the entries give.
        found: Money,
    },
    /// A statement without a single 400 number.
    #[error("a statement without a number")]
    StatementEmpty,
    /// An amount that a receipt or a credit cannot have: nothing, or less.
    #[error("nothing to be written on the sheet")]
    SheetAmountNotPositive,
    /// A reply without a call, or a rejection without a reason.
    #[error("nothing is said in the reply")]
    DisputeReplyEmpty,
    /// No paper to be copied.
    #[error("a set without a paper")]
    PaperSetEmpty,
    /// A sum beyond all bounds of the trade.
    #[error("an amount is out of bounds")]
    SheetAmountOutOfBounds,
}

impl From<MoneyError> for SheetError {
    /// Sums are all that a sheet does with money.
    fn from(_: MoneyError) -> Self {
        Self::SheetAmountOutOfBounds
    }
}

impl Refusal for SheetError {
    fn code(&self) -> &'static str {
        match self {
            Self::Paper(error) => error.code(),
            Self::Picture(error) => error.code(),
            Self::StatementUneven { .. } => "StatementUneven",
            Self::StatementCallsUneven { .. } => "StatementCallsUneven",
            Self::StatementTopUpWrong { .. } => "StatementTopUpWrong",
            Self::StatementEntriesUneven { .. } => "StatementEntriesUneven",
            Self::StatementEmpty => "StatementEmpty",
            Self::SheetAmountNotPositive => "SheetAmountNotPositive",
            Self::DisputeReplyEmpty => "DisputeReplyEmpty",
            Self::PaperSetEmpty => "PaperSetEmpty",
            Self::SheetAmountOutOfBounds => "SheetAmountOutOfBounds",
        }
    }

    fn details(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Paper(error) => error.details(),
            Self::StatementUneven {
                number,
                stated,
                found,
            }
            | Self::StatementCallsUneven {
                number,
                stated,
                found,
            }
            | Self::StatementTopUpWrong {
                number,
                stated,
                found,
            }
            | Self::StatementEntriesUneven {
                number,
                stated,
                found,
            } => vec![
                ("number", number.clone()),
                ("stated", stated.to_string()),
                ("found", found.to_string()),
            ],
            _ => Vec::new(),
        }
    }
}
