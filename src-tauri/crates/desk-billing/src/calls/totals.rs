//! Rows of sums (合计, 小计). They are no calls; they are held against the rows
//! above them, so that a file cut short or read wrongly is seen. Refuses to
//! correct either side: a difference is reported.

use super::cell::bare;
use super::layout::Plan;
use super::value::{duration, fee, is_digits, without_thousands};
use super::{DurationUnit, Meaning};
use serde::{Deserialize, Serialize};

/// Words a row of sums begins one of its cells with; the first ones sum a part.
const WORDS: [(&str, TotalKind); 14] = [
    ("小计", TotalKind::Part),
    ("本页", TotalKind::Part),
    ("分计", TotalKind::Part),
    ("subtotal", TotalKind::Part),
    ("合计", TotalKind::Whole),
    ("总计", TotalKind::Whole),
    ("共计", TotalKind::Whole),
    ("总合计", TotalKind::Whole),
    ("累计", TotalKind::Whole),
    ("汇总", TotalKind::Whole),
    ("本月合计", TotalKind::Whole),
    ("费用合计", TotalKind::Whole),
    ("total", TotalKind::Whole),
    ("grandtotal", TotalKind::Whole),
];

/// Longest name of what is summed, in characters, with the word for it.
const LONGEST_NAME: usize = 16;

/// What a row of sums is the sum of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TotalKind {
    /// The rows since the last such row: 小计.
    Part,
    /// All rows: 合计, 总计.
    Whole,
}

/// One sum as the file states it, and as its rows give it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Compared {
    /// What the file states.
    pub stated: i64,
    /// What its rows give.
    pub summed: i64,
    /// Whether both are the same, the rounding of decimal minutes aside.
    pub agrees: bool,
}

/// A row of sums held against the rows above it. What the row does not state
/// is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TotalCheck {
    /// What it sums.
    pub kind: TotalKind,
    /// Number of calls.
    pub calls: Option<Compared>,
    /// Lengths, in thousandths of a second.
    pub millis: Option<Compared>,
    /// The carrier's fees, in ten-thousandths of a yuan.
    pub fee: Option<Compared>,
}

impl TotalCheck {
    /// Whether nothing it states differs from the rows.
    #[must_use]
    pub fn agrees(&self) -> bool {
        [self.calls, self.millis, self.fee]
            .into_iter()
            .flatten()
            .all(|sum| sum.agrees)
    }
}

/// Sums of rows, the ones set aside as far as they can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Sums {
    pub(crate) rows: i64,
    pub(crate) millis: i64,
    /// How far the lengths may be off by the rounding of decimal minutes.
    pub(crate) slack: i64,
    pub(crate) fee: i64,
}

impl Sums {
    fn add(&mut self, other: Self) {
        self.rows = self.rows.saturating_add(other.rows);
        self.millis = self.millis.saturating_add(other.millis);
        self.slack = self.slack.saturating_add(other.slack);
        self.fee = self.fee.saturating_add(other.fee);
    }
}

/// What the cells of one row add to the sums.
pub(crate) fn of_row(cells: &[String], plan: &Plan<'_>) -> Sums {
    let layout = plan.layout;
    let cell = |meaning| plan.cell(cells, meaning);
    let length = cell(Meaning::Duration).and_then(|c| duration::length(c, layout.duration_unit));
    let charge = cell(Meaning::Fee).and_then(|c| fee::fee(c, layout.fee_unit));
    // Whole minutes are summed exactly; decimal ones were rounded each.
    let rounded = layout.duration_unit == DurationUnit::Minute
        && length.is_some_and(|length| length.precision < 60_000);
    Sums {
        rows: 1,
        millis: length.map_or(0, |length| length.millis),
        slack: if rounded {
            length.map_or(0, |length| length.precision.min(6000) / 2)
        } else {
            0
        },
        fee: charge.map_or(0, |charge| charge.ten_thousandths()),
    }
}

/// The sums so far: since the last row of sums, of this sheet, of the file.
#[derive(Debug, Default)]
pub(crate) struct Totals {
    part: Sums,
    sheet: Sums,
    file: Sums,
}

impl Totals {
    pub(crate) fn add(&mut self, row: Sums) {
        self.part.add(row);
        self.sheet.add(row);
        self.file.add(row);
    }

    pub(crate) fn next_sheet(&mut self) {
        self.part = Sums::default();
        self.sheet = Sums::default();
    }

    /// Holds a row of sums against the rows above it. Carriers are not strict
    /// with their words, so 合计 may sum a page, a sheet or the file: the scope
    /// that agrees is taken, else the one the word names.
    pub(crate) fn check(
        &mut self,
        kind: TotalKind,
        cells: &[String],
        plan: &Plan<'_>,
    ) -> TotalCheck {
        let named = match kind {
            TotalKind::Part => self.part,
            TotalKind::Whole => self.file,
        };
        let scopes = [named, self.sheet, self.part, self.file];
        let mut checks = scopes
            .into_iter()
            .map(|scope| compare(kind, cells, plan, scope));
        let first = checks.next();
        let check = match first {
            Some(check) if !check.agrees() => checks.find(TotalCheck::agrees).unwrap_or(check),
            Some(check) => check,
            None => compare(kind, cells, plan, named),
        };
        self.part = Sums::default();
        check
    }
}

fn compare(kind: TotalKind, cells: &[String], plan: &Plan<'_>, sums: Sums) -> TotalCheck {
    let layout = plan.layout;
    let stated = of_row(cells, plan);
    let has = |meaning, reads: &dyn Fn(&str) -> bool| plan.cell(cells, meaning).is_some_and(reads);
    let length = has(Meaning::Duration, &|c| {
        duration::length(c, layout.duration_unit).is_some()
    });
    let charged = has(Meaning::Fee, &|c| fee::fee(c, layout.fee_unit).is_some());
    let held = |stated: i64, summed: i64, slack: i64| Compared {
        stated,
        summed,
        agrees: stated.abs_diff(summed) <= slack.unsigned_abs(),
    };
    TotalCheck {
        kind,
        calls: stated_calls(cells).map(|calls| held(calls, sums.rows, 0)),
        millis: length.then(|| held(stated.millis, sums.millis, sums.slack + stated.slack)),
        fee: charged.then(|| held(stated.fee, sums.fee, 0)),
    }
}

/// `共128条`, `128 次`: how many calls the row says there are.
fn stated_calls(cells: &[String]) -> Option<i64> {
    cells.iter().find_map(|cell| {
        let text = bare(cell);
        let end = ["条", "笔", "次", "通"]
            .into_iter()
            .find_map(|word| text.find(word))?;
        let before = text[..end].trim_end();
        let start = before
            .char_indices()
            .rev()
            .take_while(|(_, c)| c.is_ascii_digit() || *c == ',')
            .last()
            .map(|(at, _)| at)?;
        without_thousands(&before[start..])?.parse().ok()
    })
}

/// Whether a row is one of sums, and of what: one of its cells begins with a
/// word for it.
pub(crate) fn kind_of(cells: &[String]) -> Option<TotalKind> {
    cells.iter().find_map(|cell| {
        let text: String = bare(cell)
            .chars()
            .filter(|c| !c.is_whitespace())
            .take(40)
            .collect();
        let text = text.to_lowercase();
        // A cell of digits is the usual one; nothing to compare.
        if text.is_empty() || is_digits(&text) {
            return None;
        }
        let short = text.chars().count() <= LONGEST_NAME;
        let fits = |(word, _): &&(&str, TotalKind)| {
            // `4000000001小计`, `三月合计`.
            let ends = short && !word.is_ascii() && text.ends_with(word);
            let rest = text.strip_prefix(word);
            ends || rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphabetic()))
        };
        WORDS.iter().find(fits).map(|(_, kind)| *kind)
    })
}
