//! Synthetic files of call records in every format carriers use. Owns the
//! calls ([`calls`]), how they are written into cells ([`Style`]) and the
//! formats ([`Kind`]). Every number and every person in them is made up. Knows
//! nothing of the program that reads them, so that both cannot be wrong in the
//! same way.

mod biff;
mod cells;
mod nasty;
mod text;
mod workbook;

pub use biff::Biff;
pub use cells::{Cell, FeeForm, LengthForm, NumberForm, Style, TimeForm, table};
pub use nasty::{Nasty, nasty};
pub use text::write_lines;

use chrono::{Duration, NaiveDate, NaiveDateTime};
use std::error::Error;

/// One call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The 400 number.
    pub number: String,
    /// Who called.
    pub caller: String,
    /// The telephone that rang.
    pub delivered_to: String,
    /// When it began.
    pub start: NaiveDateTime,
    /// How long it was; 0 when nobody answered.
    pub seconds: u32,
    /// The carrier's fee, in 厘.
    pub li: i64,
    /// Where the caller is from.
    pub region: &'static str,
}

impl Call {
    /// When it ended.
    pub fn end(&self) -> NaiveDateTime {
        self.start + Duration::seconds(i64::from(self.seconds))
    }
}

const REGIONS: [(&str, &str); 5] = [
    ("郑州", "0371"),
    ("北京", "010"),
    ("上海", "021"),
    ("成都", "028"),
    ("广州", "020"),
];

/// The office's own numbers in these files: `4000000001` and its successors.
pub fn number(index: u64) -> String {
    format!("400{:07}", index + 1)
}

/// So many calls in the order they were made, the same for the same seed.
pub fn calls(seed: u64, count: u64) -> impl Iterator<Item = Call> {
    let mut dice = Dice(seed);
    let first = NaiveDate::from_ymd_opt(2026, 3, 1).and_then(|day| day.and_hms_opt(0, 0, 0));
    let gap = (31 * 86_400 / count.max(1)).max(2);
    let mut at = first.unwrap_or_default();
    (0..count).map(move |_| {
        at += Duration::seconds(1 + dice.below(2 * gap - 1).cast_signed());
        call(&mut dice, at)
    })
}

/// A month of a whole office: so many calls on so many numbers, spread evenly
/// over March, in the order they were made, the same for the same seed.
pub fn month(seed: u64, count: u64, numbers: u64) -> impl Iterator<Item = Call> {
    let mut dice = Dice(seed);
    let first = NaiveDate::from_ymd_opt(2026, 3, 1).and_then(|day| day.and_hms_opt(0, 0, 0));
    let first = first.unwrap_or_default();
    (0..count).map(move |at| {
        let seconds = at * 31 * 86_400 / count;
        let start = first + Duration::seconds(seconds.cast_signed());
        Call {
            number: number(dice.below(numbers)),
            ..call(&mut dice, start)
        }
    })
}

fn call(dice: &mut Dice, start: NaiveDateTime) -> Call {
    let (region, area) = REGIONS[dice.below(5) as usize];
    let local = |dice: &mut Dice| format!("{area}5555{:04}", dice.below(10_000));
    let mobile = |dice: &mut Dice| format!("1380000{:04}", dice.below(10_000));
    let answered = dice.below(10) > 0;
    let seconds = if answered { 1 + dice.below(900) } else { 0 };
    Call {
        number: number(dice.below(8)),
        caller: if dice.below(3) == 0 {
            local(dice)
        } else {
            mobile(dice)
        },
        delivered_to: if dice.below(2) == 0 {
            local(dice)
        } else {
            mobile(dice)
        },
        start,
        seconds: seconds as u32,
        li: (seconds.div_ceil(60) * 60).cast_signed(),
        region,
    }
}

/// What the file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Lines in an encoding, with a separator.
    Lines(Letters, char),
    /// A page with a table, in an encoding; carriers name it `.xls`.
    Page(Letters),
    /// A workbook of Excel 97–2003.
    Xls,
    /// A workbook of Excel 2007 and later.
    Xlsx,
}

/// How letters become bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// GB 18030.
    Gb18030,
    /// UTF-8 without a mark.
    Utf8,
    /// UTF-8 with its mark.
    Utf8Bom,
    /// UTF-16 with its mark, low byte first.
    Utf16Le,
    /// UTF-16 with its mark, high byte first.
    Utf16Be,
}

impl Kind {
    /// One of every format, with all encodings and separators among them.
    pub const ALL: [Self; 11] = [
        Self::Lines(Letters::Gb18030, ','),
        Self::Lines(Letters::Utf8, ','),
        Self::Lines(Letters::Utf8Bom, ','),
        Self::Lines(Letters::Utf16Le, '\t'),
        Self::Lines(Letters::Utf16Be, '\t'),
        Self::Lines(Letters::Utf8, ';'),
        Self::Lines(Letters::Gb18030, '|'),
        Self::Page(Letters::Gb18030),
        Self::Page(Letters::Utf8),
        Self::Xls,
        Self::Xlsx,
    ];

    /// The end of its name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Lines(_, '\t') => "tsv",
            Self::Lines(..) => "csv",
            Self::Page(_) | Self::Xls => "xls",
            Self::Xlsx => "xlsx",
        }
    }
}

/// A whole file.
///
/// # Errors
/// When the format cannot hold the calls.
pub fn file(kind: Kind, style: &Style, calls: &[Call]) -> Result<Vec<u8>, Box<dyn Error>> {
    write(kind, &[("话单", table(style, calls))])
}

/// A whole file of tables that are ready: sheets of a workbook, tables of a
/// page; lines have one only.
///
/// # Errors
/// When the format cannot hold the tables.
pub fn write(kind: Kind, tables: &[(&str, Vec<Vec<Cell>>)]) -> Result<Vec<u8>, Box<dyn Error>> {
    match kind {
        Kind::Lines(letters, separator) => {
            let rows = tables.iter().flat_map(|(_, rows)| rows.iter());
            let mut bytes = text::mark(letters).to_vec();
            for row in rows {
                bytes.extend(text::encoded(letters, &text::line(row, separator)));
            }
            Ok(bytes)
        }
        Kind::Page(letters) => Ok(text::encoded(letters, &text::page(tables))),
        Kind::Xls => biff::workbook(tables),
        Kind::Xlsx => workbook::workbook(tables),
    }
}

/// Splitmix64: numbers that look thrown and are the same every time.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound.max(1)
    }
}
