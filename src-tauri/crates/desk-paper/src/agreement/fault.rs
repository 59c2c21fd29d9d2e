//! What can be wrong with an agreement's text.

use thiserror::Error;

/// Why a line of a text was refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TextFault {
    /// One of the lines at the head of the text is missing.
    #[error("the head lacks {0}")]
    HeadLacks(&'static str),
    /// A line at the head that the markup does not know, or twice.
    #[error("unknown or repeated head line {0}")]
    HeadUnknown(String),
    /// The date in the head is none.
    #[error("{0} is no date YYYY-MM-DD")]
    HeadDate(String),
    /// A blank that no data fills.
    #[error("no data fills {0}")]
    BlankUnknown(String),
    /// `{` without `}`, or the other way round.
    #[error("a brace stands alone")]
    BraceAlone,
    /// `**` without its partner, or around nothing.
    #[error("a bold mark stands alone")]
    StrongAlone,
    /// More text than any agreement has.
    #[error("the text is too long")]
    TooLong,
    /// A line that starts with `@` and a word the markup does not know.
    #[error("unknown command {0}")]
    CommandUnknown(String),
    /// A row of the signature block without its two sides.
    #[error("a row of the signature block must have two sides")]
    SignatureSides,
    /// A mark with nothing after it.
    #[error("nothing stands after the mark")]
    Empty,
    /// The text has no article.
    #[error("the text has no article")]
    NoArticle,
    /// The text has no signature block, or more than one.
    #[error("the text must have one signature block")]
    NoSignatures,
}

impl TextFault {
    /// Key of the sentence in the wording table.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::HeadLacks(_) => "AgreementTextHeadLacks",
            Self::HeadUnknown(_) => "AgreementTextHeadUnknown",
            Self::HeadDate(_) => "AgreementTextHeadDate",
            Self::BlankUnknown(_) => "AgreementTextBlankUnknown",
            Self::BraceAlone => "AgreementTextBraceAlone",
            Self::StrongAlone => "AgreementTextStrongAlone",
            Self::TooLong => "AgreementTextTooLong",
            Self::CommandUnknown(_) => "AgreementTextCommandUnknown",
            Self::SignatureSides => "AgreementTextSignatureSides",
            Self::Empty => "AgreementTextEmpty",
            Self::NoArticle => "AgreementTextNoArticle",
            Self::NoSignatures => "AgreementTextNoSignatures",
        }
    }

    /// What was found, for the sentence.
    #[must_use]
    pub fn detail(&self) -> Option<String> {
        match self {
            Self::HeadLacks(found) => Some((*found).to_owned()),
            Self::HeadUnknown(found)
            | Self::HeadDate(found)
            | Self::BlankUnknown(found)
            | Self::CommandUnknown(found) => Some(found.clone()),
            _ => None,
        }
    }
}
