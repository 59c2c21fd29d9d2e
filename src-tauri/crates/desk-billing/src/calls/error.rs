//! Why a file of call records cannot be read at all. A single bad row is no
//! such reason; see [`Reason`](super::Reason).

use super::Meaning;
use desk_domain::Refusal;

/// A reason for refusing a whole file, or a layout for it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CallsError {
    /// The file could not be read from the disk.
    #[error("the file cannot be read: {0:?}")]
    Unreadable(std::io::ErrorKind),
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// More bytes than a month of calls needs.
    #[error("the file has {bytes} bytes, {limit} are allowed")]
    TooLarge {
        /// Size of the file in bytes.
        bytes: u64,
        /// Largest size allowed, in bytes.
        limit: u64,
    },
    /// A kind of file that is recognised and holds no call records; carries
    /// its Chinese name.
    #[error("{0} is not taken in")]
    KindRefused(&'static str),
    /// Neither text nor a workbook nor a page.
    #[error("the file is no table")]
    NotATable,
    /// The file contradicts itself.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// The workbook opens only with a password.
    #[error("the workbook needs a password")]
    NeedsPassword,
    /// The workbook unpacks to far more than its size lets expect.
    #[error("the workbook unpacks beyond its bounds")]
    TooHeavy,
    /// A line of a text file, or a run of text in a workbook or page, is
    /// longer than any row of calls.
    #[error("row {row} is longer than {limit} bytes")]
    RowTooLong {
        /// The row, from 1; 0 where it is not known.
        row: u64,
        /// Most bytes allowed.
        limit: usize,
    },
    /// More columns than any list of calls has.
    #[error("row {row} has more than {limit} columns")]
    TooManyColumns {
        /// The row, from 1.
        row: u64,
        /// Most columns allowed.
        limit: usize,
    },
    /// One cell is longer than anything a carrier writes into one.
    #[error("a cell of row {row} is longer than {limit} bytes")]
    CellTooLong {
        /// The row, from 1.
        row: u64,
        /// Most bytes allowed.
        limit: usize,
    },
    /// More rows than one file may have.
    #[error("more than {limit} rows")]
    TooManyRows {
        /// Most rows allowed.
        limit: u64,
    },
    /// More sheets or tables than one file may have.
    #[error("more than {limit} sheets or tables")]
    TooManySheets {
        /// Most allowed.
        limit: usize,
    },
    /// Tables inside tables inside tables.
    #[error("tables stand deeper than {limit} inside one another")]
    TooDeep {
        /// Deepest allowed.
        limit: usize,
    },
    /// No row looks like a call.
    #[error("no table of calls is found")]
    NoTable,
    /// The heads the layout names do not stand in this file.
    #[error("the heads of the layout are not in the file")]
    HeadsNotFound,
    /// The layout does not say where something stands that every call needs.
    #[error("the layout has no column for {0:?}")]
    LayoutLacks(Meaning),
    /// The layout gives one meaning to two columns.
    #[error("the layout has two columns for {0:?}")]
    LayoutDoubles(Meaning),
    /// A person asked to stop.
    #[error("the reading was stopped")]
    Cancelled,
}

impl From<std::io::Error> for CallsError {
    fn from(error: std::io::Error) -> Self {
        // A refusal that had to travel through a reader of somebody else's.
        match error.get_ref().and_then(|e| e.downcast_ref::<Self>()) {
            Some(refusal) => refusal.clone(),
            None => Self::Unreadable(error.kind()),
        }
    }
}

impl From<CallsError> for std::io::Error {
    fn from(refusal: CallsError) -> Self {
        Self::other(refusal)
    }
}

impl Refusal for CallsError {
    fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "CallsFileUnreadable",
            Self::Empty => "CallsFileEmpty",
            Self::TooLarge { .. } => "CallsFileTooLarge",
            Self::KindRefused(_) => "CallsFileKindRefused",
            Self::NotATable => "CallsFileNotATable",
            Self::Damaged(_) => "CallsFileDamaged",
            Self::NeedsPassword => "CallsFileNeedsPassword",
            Self::TooHeavy => "CallsFileTooHeavy",
            Self::RowTooLong { .. } => "CallsRowTooLong",
            Self::TooManyColumns { .. } => "CallsTooManyColumns",
            Self::CellTooLong { .. } => "CallsCellTooLong",
            Self::TooManyRows { .. } => "CallsTooManyRows",
            Self::TooManySheets { .. } => "CallsTooManySheets",
            Self::TooDeep { .. } => "CallsTooDeep",
            Self::NoTable => "CallsNoTable",
            Self::HeadsNotFound => "CallsHeadsNotFound",
            Self::LayoutLacks(_) => "CallsLayoutLacks",
            Self::LayoutDoubles(_) => "CallsLayoutDoubles",
            Self::Cancelled => "CallsCancelled",
        }
    }

    fn details(&self) -> Vec<(&'static str, String)> {
        let row_and_limit =
            |row: u64, limit: usize| vec![("row", row.to_string()), ("limit", limit.to_string())];
        match self {
            Self::TooLarge { bytes, limit } => {
                vec![("size", megabytes(*bytes)), ("limit", megabytes(*limit))]
            }
            Self::KindRefused(kind) => vec![("kind", (*kind).to_owned())],
            Self::RowTooLong { row, limit }
            | Self::TooManyColumns { row, limit }
            | Self::CellTooLong { row, limit } => row_and_limit(*row, *limit),
            Self::TooManyRows { limit } => vec![("limit", limit.to_string())],
            Self::TooManySheets { limit } | Self::TooDeep { limit } => {
                vec![("limit", limit.to_string())]
            }
            Self::LayoutLacks(meaning) | Self::LayoutDoubles(meaning) => {
                vec![("meaning", meaning.name().to_owned())]
            }
            _ => Vec::new(),
        }
    }
}

/// Whole mebibytes, rounded up, so that a file just over the limit does not
/// read as if it were just under.
fn megabytes(bytes: u64) -> String {
    bytes.div_ceil(1024 * 1024).to_string()
}
