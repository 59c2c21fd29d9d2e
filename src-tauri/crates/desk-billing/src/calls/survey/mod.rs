//! Looking at a file for the first time: what it is, where its heads stand,
//! what each column says and in which unit. Owns the proposal that a person
//! confirms, and what is said not to be sure. Refuses to be sure of what only
//! looks likely: every guess is a [`Doubt`].

mod columns;
mod doubt;
mod facts;
mod table;
mod units;

pub use doubt::Doubt;

use super::cell::is_blank_row;
use super::layout::Plan;
use super::rows::RawRow;
use super::{CallsError, Layout, Limits, Meaning, Source, interpret, sniff, totals};
use serde::Serialize;
use std::io::{Read, Seek};
use table::Table;

/// Rows shown to the person who confirms.
const SHOWN: usize = 20;

/// A row as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SampleRow {
    /// Its number, from 1.
    pub row: u64,
    /// Its cells.
    pub cells: Vec<String>,
}

/// A column and what it is taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ColumnSeen {
    /// Its head as the file writes it; empty where it has none.
    pub head: String,
    /// What it is taken for.
    pub meaning: Meaning,
    /// Whether its head is a known name for it.
    pub sure: bool,
}

/// A sheet of the workbook, or a table of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetSeen {
    /// Its name; empty for text.
    pub name: String,
    /// Whether its rows will be read: it has the heads.
    pub used: bool,
}

/// How a file could be read, for a person to confirm or correct.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Proposal {
    /// The layout, complete or not; see [`Layout::check`].
    pub layout: Layout,
    /// Row of the heads, from 1; `None` where the file has none.
    pub head_row: Option<u64>,
    /// Lines above the heads.
    pub titles: Vec<String>,
    /// The columns, in order.
    pub columns: Vec<ColumnSeen>,
    /// The sheets, in order.
    pub sheets: Vec<SheetSeen>,
    /// The first rows beneath the heads.
    pub sample: Vec<SampleRow>,
    /// How likely it is right, from 0 to 100.
    pub confidence: u8,
    /// What is not sure.
    pub doubts: Vec<Doubt>,
}

/// Looks at the beginning of every sheet and proposes a layout.
///
/// # Errors
/// Every [`CallsError`] about a file; [`CallsError::NoTable`] when nothing in
/// it looks like a list of calls.
pub fn survey(input: &mut (impl Read + Seek), limits: &Limits) -> Result<Proposal, CallsError> {
    let bytes = input.seek(std::io::SeekFrom::End(0))?;
    if bytes > limits.max_bytes {
        return Err(CallsError::TooLarge {
            bytes,
            limit: limits.max_bytes,
        });
    }
    let (format, encoding) = sniff::kind(input)?;
    let found = table::find(input, format, encoding, limits)?;
    let (source, tables) = (found.source, found.tables);
    let best = &tables[found.best];
    let assigned = columns::assign(best);
    let (layout, mut doubts) = units::settle(proposed(source, best, &assigned), best);
    doubts.extend(columns::doubts(best, &assigned, &layout));
    doubts.extend(about_rows(best, &layout));
    let sheets = seen(&tables, best);
    let unused = sheets.iter().filter(|sheet| !sheet.used).count();
    if unused > 0 {
        doubts.push(Doubt::OtherSheets { count: unused });
    }
    Ok(Proposal {
        head_row: best.head.map(|at| best.rows[at].place.row),
        titles: best.titles(),
        columns: columns::seen(best, &assigned),
        sheets,
        sample: sample(best),
        confidence: confidence(&doubts),
        layout,
        doubts,
    })
}

fn proposed(source: Source, table: &Table, assigned: &[columns::Assigned]) -> Layout {
    Layout {
        source,
        heads: table.heads(),
        columns: assigned.iter().map(|column| column.meaning).collect(),
        duration_unit: super::DurationUnit::default(),
        fee_unit: super::FeeUnit::default(),
    }
}

fn seen(tables: &[Table], best: &Table) -> Vec<SheetSeen> {
    let used = |table: &Table| match best.head {
        Some(_) => super::heads::same(&table.heads(), &best.heads()),
        None => true,
    };
    tables
        .iter()
        .filter(|table| !table.rows.is_empty())
        .map(|table| SheetSeen {
            name: table.name.clone(),
            used: used(table),
        })
        .collect()
}

fn sample(table: &Table) -> Vec<SampleRow> {
    let shown = table.below().take(SHOWN);
    shown
        .map(|row| SampleRow {
            row: row.place.row,
            cells: row.cells.clone(),
        })
        .collect()
}

/// How many of the first rows can be read under the layout, and what their
/// times and texts look like.
fn about_rows(table: &Table, layout: &Layout) -> Vec<Doubt> {
    let rows: Vec<&RawRow> = table.calls().collect();
    let mut doubts = Vec::new();
    if layout.check().is_ok() {
        let plan = Plan::new(layout);
        let unread = rows
            .iter()
            .filter(|row| interpret::call(&row.cells, &plan, &|_| true).is_err())
            .count();
        if unread > 0 {
            doubts.push(Doubt::RowsUnread {
                rows: unread,
                of: rows.len(),
            });
        }
    }
    let lost = |row: &&&RawRow| row.cells.iter().any(|cell| cell.contains('\u{fffd}'));
    if rows.iter().any(|row| lost(&row)) {
        doubts.push(Doubt::TextDamaged);
    }
    doubts.extend(facts::about_times(&rows, layout));
    doubts
}

/// Each doubt takes its weight off.
fn confidence(doubts: &[Doubt]) -> u8 {
    let weight: u32 = doubts.iter().map(Doubt::weight).sum();
    u8::try_from(100_u32.saturating_sub(weight)).unwrap_or(0)
}

/// Whether a row is a call or should be one.
pub(crate) fn is_call_row(row: &RawRow) -> bool {
    !is_blank_row(&row.cells) && totals::kind_of(&row.cells).is_none()
}
