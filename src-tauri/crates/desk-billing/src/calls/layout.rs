//! How a carrier's file is to be read: bytes into rows ([`Source`]) and
//! columns into meanings ([`Layout`]). A person confirms a layout once; it is
//! stored by the carrier's name and recognised by its heads. Refuses a layout
//! that lacks what every call needs.

use super::{CallsError, heads, rows};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Lines with a separator between the cells.
    Text,
    /// A page with a table, whatever its name.
    Html,
    /// A workbook of Excel 97–2003.
    Xls,
    /// A workbook of Excel 2007 and later.
    Xlsx,
}

/// How text is written as bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// UTF-8 without a mark.
    Utf8,
    /// UTF-8 that begins with its mark.
    Utf8Bom,
    /// GB 18030, of which GBK and GB 2312 are parts.
    Gb18030,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
}

/// What stands between two cells of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Separator {
    /// `,`
    Comma,
    /// A tab.
    Tab,
    /// `;`
    Semicolon,
    /// `|`
    Pipe,
}

impl Separator {
    /// Every separator, the usual ones first.
    pub const ALL: [Self; 4] = [Self::Comma, Self::Tab, Self::Semicolon, Self::Pipe];

    pub(crate) const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Tab => b'\t',
            Self::Semicolon => b';',
            Self::Pipe => b'|',
        }
    }
}

/// How the bytes of one file become rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Source {
    /// What the file is.
    pub format: Format,
    /// How its text is written; UTF-8 for workbooks, which say it themselves.
    pub encoding: Encoding,
    /// What parts its cells; only text has one.
    pub separator: Option<Separator>,
}

/// What a column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// The 400 number that was called.
    Number400,
    /// Who called.
    Caller,
    /// The telephone that rang.
    AnsweredBy,
    /// When the call began, date and time.
    Start,
    /// The day it began, where the time stands in a column of its own.
    StartDate,
    /// The time of day it began.
    StartTime,
    /// When it ended; a time of day alone will do.
    End,
    /// How long it was.
    Duration,
    /// What the carrier asks for it.
    Fee,
    /// Kind of call.
    CallType,
    /// Where the caller is from.
    Region,
    /// Whether somebody answered.
    Outcome,
    /// Nothing that is needed.
    Ignored,
}

impl Meaning {
    /// Every meaning, for lists.
    pub const ALL: [Self; 13] = [
        Self::Number400,
        Self::Caller,
        Self::AnsweredBy,
        Self::Start,
        Self::StartDate,
        Self::StartTime,
        Self::End,
        Self::Duration,
        Self::Fee,
        Self::CallType,
        Self::Region,
        Self::Outcome,
        Self::Ignored,
    ];

    /// Its Chinese name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number400 => "400号码",
            Self::Caller => "主叫号码",
            Self::AnsweredBy => "接听号码",
            Self::Start => "开始时间",
            Self::StartDate => "开始日期",
            Self::StartTime => "开始时刻",
            Self::End => "结束时间",
            Self::Duration => "通话时长",
            Self::Fee => "费用",
            Self::CallType => "话单类型",
            Self::Region => "归属地",
            Self::Outcome => "接通状态",
            Self::Ignored => "不使用",
        }
    }
}

/// What a plain number in the duration column counts. `1分35秒` and
/// `00:01:35` say it themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DurationUnit {
    /// Seconds.
    #[default]
    Second,
    /// Minutes, perhaps with decimals.
    Minute,
}

/// What a plain number in the fee column counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FeeUnit {
    /// 元.
    #[default]
    Yuan,
    /// 分, a hundredth.
    Fen,
    /// 厘, a thousandth.
    Li,
}

/// How a carrier's file is read. Stored by the carrier's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// How the bytes become rows; found anew for every file.
    pub source: Source,
    /// The heads as the file writes them, one for each column; empty where the
    /// file has none.
    pub heads: Vec<String>,
    /// What each column says, one for each column.
    pub columns: Vec<Meaning>,
    /// What a plain number in the duration column counts.
    pub duration_unit: DurationUnit,
    /// What a plain number in the fee column counts.
    pub fee_unit: FeeUnit,
}

impl Layout {
    /// The same columns for another file of the same carrier, whose bytes may
    /// be written in another way.
    #[must_use]
    pub fn for_source(&self, source: Source) -> Self {
        Self {
            source,
            ..self.clone()
        }
    }

    /// Whether these are the heads this layout was confirmed for: the same
    /// words in the same order; spaces, brackets and width forms aside. A
    /// layout without heads recognises nothing.
    #[must_use]
    pub fn recognises<S: AsRef<str>>(&self, heads: &[S]) -> bool {
        !self.heads.is_empty() && heads::same(&self.heads, heads)
    }

    /// The heads in short, to look a layout up by: a SHA-256 in hexadecimal.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        for head in heads::trimmed(&self.heads) {
            hash.update(heads::plain(head));
            hash.update([0x1f]);
        }
        hex(&hash.finalize())
    }

    /// Cells of a row that was kept as it came, to be mended one by one.
    #[must_use]
    pub fn cells_of(&self, raw: &str) -> Vec<String> {
        rows::cells_of(raw, &self.source)
    }

    /// The column with this meaning, from 0.
    #[must_use]
    pub fn column(&self, meaning: Meaning) -> Option<usize> {
        self.columns.iter().position(|found| *found == meaning)
    }

    /// The head of a column, or its number where it has none.
    pub(crate) fn head_of(&self, column: usize) -> String {
        match self.heads.get(column).map(|head| head.trim()) {
            Some(head) if !head.is_empty() => head.to_owned(),
            _ => format!("第{}列", column + 1),
        }
    }

    /// Refuses a layout that cannot yield a call.
    ///
    /// # Errors
    /// [`CallsError::LayoutLacks`] without a 400 number, a caller, a beginning
    /// or a length (an end will do); [`CallsError::LayoutDoubles`] when two
    /// columns mean the same.
    pub fn check(&self) -> Result<(), CallsError> {
        let needed = [Meaning::Number400, Meaning::Caller];
        if let Some(missing) = needed.into_iter().find(|m| self.column(*m).is_none()) {
            return Err(CallsError::LayoutLacks(missing));
        }
        let parted =
            [Meaning::StartDate, Meaning::StartTime].map(|half| self.column(half).is_some());
        match (self.column(Meaning::Start), parted) {
            (Some(_), [false, false]) | (None, [true, true]) => {}
            (Some(_), _) => return Err(CallsError::LayoutDoubles(Meaning::Start)),
            (None, [true, false]) => return Err(CallsError::LayoutLacks(Meaning::StartTime)),
            (None, [false, true]) => return Err(CallsError::LayoutLacks(Meaning::StartDate)),
            (None, [false, false]) => return Err(CallsError::LayoutLacks(Meaning::Start)),
        }
        if self.column(Meaning::Duration).is_none() && self.column(Meaning::End).is_none() {
            return Err(CallsError::LayoutLacks(Meaning::Duration));
        }
        self.check_once()
    }

    fn check_once(&self) -> Result<(), CallsError> {
        let twice = Meaning::ALL.into_iter().find(|meaning| {
            let times = self.columns.iter().filter(|m| *m == meaning).count();
            *meaning != Meaning::Ignored && times > 1
        });
        twice.map_or(Ok(()), |meaning| Err(CallsError::LayoutDoubles(meaning)))
    }
}

/// A layout with its columns looked up, once for a million rows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plan<'l> {
    pub(crate) layout: &'l Layout,
    columns: [Option<usize>; Meaning::ALL.len()],
    /// The last column without which there is no call, counted from 1.
    pub(crate) needed: usize,
}

impl<'l> Plan<'l> {
    pub(crate) fn new(layout: &'l Layout) -> Self {
        use Meaning::{Number400, Start, StartDate, StartTime};
        let needed = [Number400, Start, StartDate, StartTime];
        Self {
            layout,
            columns: Meaning::ALL.map(|meaning| layout.column(meaning)),
            needed: needed
                .into_iter()
                .filter_map(|meaning| layout.column(meaning))
                .max()
                .map_or(0, |last| last + 1),
        }
    }

    pub(crate) fn column(&self, meaning: Meaning) -> Option<usize> {
        self.columns[meaning as usize]
    }

    /// The cell of a meaning; empty where the row ends before it, `None` where
    /// the file has no such column.
    pub(crate) fn cell<'c>(&self, cells: &'c [String], meaning: Meaning) -> Option<&'c str> {
        Some(cells.get(self.column(meaning)?).map_or("", String::as_str))
    }
}

/// Bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
