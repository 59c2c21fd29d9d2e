//! The beginnings of all sheets, and where the heads stand. Owns the choice of
//! the separator: the one under which the most heads are known.

use super::is_call_row;
use crate::calls::cell::{is_blank_row, width};
use crate::calls::heads::{LOOSE, guesses};
use crate::calls::read::HEAD_ROWS;
use crate::calls::rows::{Input, Onward, RawRow, walk};
use crate::calls::{CallsError, Encoding, Format, Limits, Meaning, Separator, Source};
use std::collections::BTreeMap;

/// Rows looked at in each sheet.
const LOOKED_AT: usize = 260;
/// Fewer known heads than this are a sentence that happens to hold them.
const FEWEST: usize = 3;

/// The beginning of one sheet, its empty rows left out.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) name: String,
    pub(crate) rows: Vec<RawRow>,
    /// Which of the rows has the heads.
    pub(crate) head: Option<usize>,
    score: usize,
}

impl Table {
    fn of(rows: Vec<RawRow>) -> Self {
        let scored = rows
            .iter()
            .take(HEAD_ROWS)
            .enumerate()
            .map(|(at, row)| (score(&row.cells), at))
            // Of two equal rows the first is the head and the other a repeat.
            .max_by_key(|(score, at)| (*score, usize::MAX - *at));
        let head = scored.filter(|(score, _)| *score >= 2 * FEWEST);
        Self {
            name: String::new(),
            head: head.map(|(_, at)| at),
            score: head.map_or(0, |(score, _)| score),
            rows,
        }
    }

    /// The heads, up to the last that says something.
    pub(crate) fn heads(&self) -> Vec<String> {
        self.head.map_or_else(Vec::new, |at| {
            let cells = &self.rows[at].cells;
            cells[..width(cells)].to_vec()
        })
    }

    /// Rows beneath the heads.
    pub(crate) fn below(&self) -> impl Iterator<Item = &RawRow> {
        self.rows.iter().skip(self.head.map_or(0, |at| at + 1))
    }

    /// Rows beneath the heads that are calls or should be.
    pub(crate) fn calls(&self) -> impl Iterator<Item = &RawRow> {
        self.below().filter(|row| is_call_row(row))
    }

    /// Lines above the heads.
    pub(crate) fn titles(&self) -> Vec<String> {
        let above = &self.rows[..self.head.unwrap_or(0)];
        above
            .iter()
            .map(|row| row.raw().trim().to_owned())
            .collect()
    }

    /// How many columns there are: heads, or without them the usual width.
    pub(crate) fn columns(&self) -> usize {
        if self.head.is_some() {
            self.heads().len()
        } else {
            self.usual_width().0
        }
    }

    /// The commonest width of its rows, and how many rows have it.
    fn usual_width(&self) -> (usize, usize) {
        let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
        for row in self.below() {
            *widths.entry(width(&row.cells)).or_default() += 1;
        }
        widths
            .into_iter()
            .max_by_key(|(_, rows)| *rows)
            .unwrap_or((0, 0))
    }

    /// How much it looks like a list of calls: known heads first, then the
    /// number of columns most rows share.
    fn likeness(&self) -> (usize, usize) {
        let (width, rows) = self.usual_width();
        (self.score, if width > 1 { width * rows } else { 0 })
    }
}

/// A file's sheets as rows, and the one to go by.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) source: Source,
    pub(crate) tables: Vec<Table>,
    pub(crate) best: usize,
}

/// Reads the beginning of every sheet under every separator that could be.
pub(crate) fn find(
    input: &mut dyn Input,
    format: Format,
    encoding: Encoding,
    limits: &Limits,
) -> Result<Found, CallsError> {
    let separators: Vec<Option<Separator>> = match format {
        Format::Text => Separator::ALL.into_iter().map(Some).collect(),
        _ => vec![None],
    };
    let (mut best, mut refusal): (Option<((usize, usize), Found)>, _) = (None, None);
    for separator in separators {
        let source = Source {
            format,
            encoding,
            separator,
        };
        let tables = match tables(input, &source, limits) {
            Ok(tables) => tables,
            // Too many columns under one separator may be none under another.
            Err(error @ CallsError::TooManyColumns { .. }) => {
                refusal = Some(error);
                continue;
            }
            Err(error) => return Err(error),
        };
        let likeness = tables
            .iter()
            .enumerate()
            .map(|(at, table)| (table.likeness(), at));
        // Of equals the first is kept: sheets in order, separators by custom.
        let Some((likeness, at)) = likeness.max_by_key(|(l, at)| (*l, usize::MAX - *at)) else {
            continue;
        };
        if best.as_ref().is_none_or(|(other, _)| likeness > *other) {
            best = Some((
                likeness,
                Found {
                    source,
                    tables,
                    best: at,
                },
            ));
        }
    }
    match best {
        Some((likeness, found)) if likeness > (0, 0) => Ok(found),
        _ => Err(refusal.unwrap_or(CallsError::NoTable)),
    }
}

fn tables(
    input: &mut dyn Input,
    source: &Source,
    limits: &Limits,
) -> Result<Vec<Table>, CallsError> {
    let mut sheets: BTreeMap<u32, Vec<RawRow>> = BTreeMap::new();
    let names = walk(input, source, limits, &mut |row| {
        let rows = sheets.entry(row.place.sheet).or_default();
        if !is_blank_row(&row.cells) {
            rows.push(row.clone());
        }
        Ok(if rows.len() < LOOKED_AT {
            Onward::Row
        } else {
            Onward::Sheet
        })
    })?;
    let named = |(sheet, rows)| {
        let at = usize::try_from(sheet).unwrap_or(usize::MAX).wrapping_sub(1);
        let name = names.get(at).cloned().unwrap_or_default();
        Table {
            name,
            ..Table::of(rows)
        }
    };
    Ok(sheets.into_iter().map(named).collect())
}

/// How many different meanings a row's cells name; whole names count twice.
fn score(cells: &[String]) -> usize {
    let mut found: BTreeMap<Meaning, usize> = BTreeMap::new();
    for guess in cells
        .iter()
        .filter_map(|cell| guesses(cell).first().copied())
    {
        let worth = if guess.rank < LOOSE { 2 } else { 1 };
        let known = found.entry(guess.meaning).or_default();
        *known = worth.max(*known);
    }
    found.values().sum()
}
