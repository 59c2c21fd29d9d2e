//! How calls are written into the cells of a table.

use super::Call;
use chrono::NaiveDateTime;

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Text.
    Text(String),
    /// A number, with the text a careful export shows for it.
    Number(f64, String),
    /// A moment, with the text an export shows for it.
    Moment(NaiveDateTime, String),
    /// A length of time in seconds, with the text an export shows for it.
    Span(u32, String),
}

impl Cell {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// What formats without types show.
    pub fn shown(&self) -> &str {
        match self {
            Self::Text(text)
            | Self::Number(_, text)
            | Self::Moment(_, text)
            | Self::Span(_, text) => text,
        }
    }
}

/// How moments are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeForm {
    /// `2026-03-01 09:05:07`; a typed cell in a workbook.
    Dashes,
    /// `2026/3/1 9:05:07`
    Slashes,
    /// `20260301090507`
    Run,
    /// `2026年3月1日 9时5分7秒`
    Chinese,
    /// `46082.3785532407`
    Serial,
    /// Date and time in two columns.
    Parted,
}

/// How lengths are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LengthForm {
    /// `95`
    Seconds,
    /// `00:01:35`; a typed cell in a workbook.
    Clock,
    /// `1分35秒`
    Words,
    /// `1.58`, minutes
    Minutes,
    /// Not at all: start and end only.
    EndOnly,
}

/// How fees are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeeForm {
    /// `0.12`
    Yuan,
    /// `12`
    Fen,
    /// `120`
    Li,
}

/// How telephone numbers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberForm {
    /// Digits as text.
    Text,
    /// A number in a workbook, digits elsewhere; zeros in front are lost.
    Number,
    /// `'0371…`
    Apostrophe,
    /// `="0371…"`
    Formula,
    /// `+86` before mobiles.
    Country,
    /// Full-width digits.
    Wide,
    /// A tab behind the digits.
    Tab,
}

/// How a carrier writes its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Moments.
    pub time: TimeForm,
    /// Lengths.
    pub length: LengthForm,
    /// Fees.
    pub fee: FeeForm,
    /// Telephone numbers.
    pub number: NumberForm,
    /// Whether lines of a title stand above the heads.
    pub titles: bool,
    /// Whether a row of sums stands at the end.
    pub totals: bool,
    /// Whether there is a column with the end.
    pub end: bool,
}

impl Style {
    /// The commonest.
    pub const PLAIN: Self = Self {
        time: TimeForm::Dashes,
        length: LengthForm::Seconds,
        fee: FeeForm::Yuan,
        number: NumberForm::Text,
        titles: false,
        totals: false,
        end: false,
    };
}

/// The whole table: titles, heads, calls, sums.
pub fn table(style: &Style, calls: &[Call]) -> Vec<Vec<Cell>> {
    let mut rows = Vec::with_capacity(calls.len() + 4);
    if style.titles {
        rows.push(vec![Cell::text("400业务话单明细")]);
        rows.push(vec![Cell::text(
            "账期：2026年3月  打印时间：2026-04-02 08:00:00",
        )]);
        rows.push(Vec::new());
    }
    rows.push(heads(style));
    rows.extend(calls.iter().map(|call| row(style, call)));
    if style.totals {
        rows.push(total(style, calls));
    }
    rows
}

/// The heads.
pub fn heads(style: &Style) -> Vec<Cell> {
    let mut heads = vec!["400号码", "来电号码"];
    match style.time {
        TimeForm::Parted => heads.extend(["通话日期", "开始时间"]),
        _ => heads.push("开始时间"),
    }
    if style.end || style.length == LengthForm::EndOnly {
        heads.push("结束时间");
    }
    match style.length {
        LengthForm::Seconds => heads.push("通话时长（秒）"),
        LengthForm::Minutes => heads.push("通话时长(分钟)"),
        LengthForm::EndOnly => {}
        LengthForm::Clock | LengthForm::Words => heads.push("通话时长"),
    }
    heads.push(match style.fee {
        FeeForm::Yuan => "费用(元)",
        FeeForm::Fen => "费用(分)",
        FeeForm::Li => "费用(厘)",
    });
    heads.extend(["接听号码", "主叫归属地", "接通状态"]);
    heads.into_iter().map(Cell::text).collect()
}

/// One call as a row.
pub fn row(style: &Style, call: &Call) -> Vec<Cell> {
    let mut cells = vec![digits(style, &call.number), digits(style, &call.caller)];
    match style.time {
        TimeForm::Parted => {
            cells.push(Cell::text(call.start.format("%Y-%m-%d").to_string()));
            cells.push(Cell::text(call.start.format("%H:%M:%S").to_string()));
        }
        form => cells.push(moment(form, call.start)),
    }
    if style.end || style.length == LengthForm::EndOnly {
        cells.push(match style.time {
            TimeForm::Parted => moment(TimeForm::Dashes, call.end()),
            form => moment(form, call.end()),
        });
    }
    cells.extend(length(style.length, call.seconds));
    cells.push(fee(style.fee, call.li));
    cells.push(digits(style, &call.delivered_to));
    cells.push(Cell::text(call.region));
    cells.push(Cell::text(if call.seconds > 0 {
        "已接通"
    } else {
        "未接通"
    }));
    cells
}

fn digits(style: &Style, number: &str) -> Cell {
    let text = match style.number {
        NumberForm::Text => number.to_owned(),
        NumberForm::Number => {
            let value = number.parse().unwrap_or_default();
            return Cell::Number(value, number.trim_start_matches('0').to_owned());
        }
        NumberForm::Apostrophe => format!("'{number}"),
        NumberForm::Formula => format!("=\"{number}\""),
        NumberForm::Country if number.starts_with('1') => format!("+86{number}"),
        NumberForm::Country => number.to_owned(),
        NumberForm::Wide => number.chars().map(wide).collect(),
        NumberForm::Tab => format!("{number}\t"),
    };
    Cell::Text(text)
}

fn wide(digit: char) -> char {
    char::from_u32(u32::from(digit) + 0xFEE0).unwrap_or(digit)
}

fn moment(form: TimeForm, at: NaiveDateTime) -> Cell {
    let written = |form: &str| at.format(form).to_string();
    match form {
        TimeForm::Dashes | TimeForm::Parted => Cell::Moment(at, written("%Y-%m-%d %H:%M:%S")),
        TimeForm::Slashes => Cell::Text(written("%Y/%-m/%-d %-H:%M:%S")),
        TimeForm::Run => Cell::Text(written("%Y%m%d%H%M%S")),
        TimeForm::Chinese => Cell::Text(written("%Y年%-m月%-d日 %-H时%-M分%-S秒")),
        TimeForm::Serial => {
            let days = serial(at);
            Cell::Number(days, format!("{days:.10}"))
        }
    }
}

/// Days since the end of 1899.
pub fn serial(at: NaiveDateTime) -> f64 {
    let epoch = chrono::NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default();
    let seconds = (at - epoch.and_time(chrono::NaiveTime::MIN)).num_seconds();
    seconds as f64 / 86_400.0
}

fn length(form: LengthForm, seconds: u32) -> Option<Cell> {
    let (h, m, s) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    Some(match form {
        LengthForm::Seconds => Cell::Number(f64::from(seconds), seconds.to_string()),
        LengthForm::Clock => Cell::Span(seconds, format!("{h:02}:{m:02}:{s:02}")),
        LengthForm::Words if h > 0 => Cell::Text(format!("{h}小时{m}分{s}秒")),
        LengthForm::Words => Cell::Text(format!("{m}分{s}秒")),
        LengthForm::Minutes => {
            let minutes = (f64::from(seconds) / 60.0 * 100.0).round() / 100.0;
            Cell::Number(minutes, format!("{minutes:.2}"))
        }
        LengthForm::EndOnly => return None,
    })
}

fn fee(form: FeeForm, li: i64) -> Cell {
    let value = li as f64;
    match form {
        FeeForm::Yuan => Cell::Number(value / 1000.0, format!("{:.3}", value / 1000.0)),
        FeeForm::Fen => Cell::Number(value / 10.0, format!("{:.1}", value / 10.0)),
        FeeForm::Li => Cell::Number(value, li.to_string()),
    }
}

/// The row of sums beneath the calls, as exact as its cells are.
pub fn total(style: &Style, calls: &[Call]) -> Vec<Cell> {
    let seconds: u32 = calls.iter().map(|call| call.seconds).sum();
    let li = calls.iter().map(|call| call.li).sum();
    let mut cells: Vec<Cell> = heads(style).iter().map(|_| Cell::text("")).collect();
    cells[0] = Cell::text(format!("合计：{}条", calls.len()));
    for (at, head) in heads(style).iter().enumerate() {
        if head.shown().contains("时长") {
            cells[at] = length(style.length, seconds).unwrap_or_else(|| Cell::text(""));
        }
        if head.shown().contains("费用") {
            cells[at] = fee(style.fee, li);
        }
    }
    cells
}
