//! Why a file could not be imported. Carries no word of the file.

use desk_domain::Refusal;
use thiserror::Error;

/// Why a file could not be imported; nothing of it was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ImportError {
    /// There are no words in it.
    #[error("the file has no text")]
    Empty,
    /// The file is larger than any agreement.
    #[error("the file has more than {limit} MB")]
    TooLarge {
        /// What is taken, in MB.
        limit: usize,
    },
    /// More text than any agreement has.
    #[error("the text is too long for an agreement")]
    TextTooLong,
    /// Neither UTF-8 nor GB18030 nor UTF-16.
    #[error("the encoding is unknown")]
    EncodingUnknown,
    /// Word's format before 2007.
    #[error("an old .doc")]
    OldWord,
    /// A PDF, a picture or another file that is no text.
    #[error("not a text")]
    NotText,
    /// A .docx that cannot be read.
    #[error("the .docx cannot be read")]
    DocxBroken,
    /// A .docx that unpacks to more than any agreement has.
    #[error("the .docx unpacks beyond the limit")]
    DocxTooLarge,
}

impl Refusal for ImportError {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "ImportEmpty",
            Self::TooLarge { .. } => "ImportTooLarge",
            Self::TextTooLong => "ImportTextTooLong",
            Self::EncodingUnknown => "ImportEncodingUnknown",
            Self::OldWord => "ImportOldWord",
            Self::NotText => "ImportNotText",
            Self::DocxBroken => "ImportDocxBroken",
            Self::DocxTooLarge => "ImportDocxTooLarge",
        }
    }

    fn details(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge { limit } => vec![("limit", limit.to_string())],
            _ => Vec::new(),
        }
    }
}
