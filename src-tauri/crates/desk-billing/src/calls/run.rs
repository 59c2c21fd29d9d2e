//! The state of one reading: where in the sheet it is, the sums so far, the
//! figures about the file.

use super::cell::is_blank_row;
use super::layout::Plan;
use super::read::HEAD_ROWS;
use super::rows::{Onward, RawRow};
use super::totals::{self, Totals};
use super::{CallsError, Layout, Mismatch, Progress, Reason, Row, Summary, heads, interpret};
use desk_domain::call::CallRecord;
use std::collections::BTreeMap;

/// Mismatched sums that are kept.
const MOST_MISMATCHES: usize = 100;

/// What is known while a file is read.
pub(crate) struct Run<'a> {
    layout: &'a Layout,
    plan: Plan<'a>,
    known: interpret::Known<'a>,
    summary: Summary,
    totals: Totals,
    sheet: u32,
    /// Whether the heads of this sheet were found, or it needs none.
    begun: bool,
    /// Rows of this sheet before its heads.
    before: usize,
    /// Rows of each sheet whose heads were not found.
    headless: BTreeMap<u32, usize>,
    any_begun: bool,
    pub(crate) seen: u64,
}

impl<'a> Run<'a> {
    pub(crate) fn new(layout: &'a Layout, known: interpret::Known<'a>, bytes: u64) -> Self {
        let summary = Summary {
            source: layout.source,
            bytes,
            rows: 0,
            calls: 0,
            quarantined: 0,
            totals: 0,
            mismatches: Vec::new(),
            repeated_heads: 0,
            skipped_sheets: Vec::new(),
            from: None,
            to: None,
        };
        Self {
            layout,
            plan: Plan::new(layout),
            known,
            summary,
            totals: Totals::default(),
            sheet: 0,
            begun: false,
            before: 0,
            headless: BTreeMap::new(),
            any_begun: false,
            seen: 0,
        }
    }

    pub(crate) fn progress(&self, bytes: u64) -> Progress {
        Progress {
            bytes,
            of_bytes: self.summary.bytes,
            rows: self.summary.rows,
        }
    }

    pub(crate) fn take(
        &mut self,
        row: &RawRow,
        sink: &mut dyn FnMut(Row) -> Result<(), ()>,
    ) -> Onward {
        if row.place.sheet != self.sheet {
            self.sheet = row.place.sheet;
            (self.begun, self.before) = (self.layout.heads.is_empty(), 0);
            self.totals.next_sheet();
        }
        if is_blank_row(&row.cells) {
            return Onward::Row;
        }
        if !self.begun {
            return self.before_heads(row);
        }
        self.any_begun = true;
        match self.judge(row).map_or(Ok(()), sink) {
            Ok(()) => Onward::Row,
            Err(()) => Onward::Enough,
        }
    }

    fn before_heads(&mut self, row: &RawRow) -> Onward {
        self.begun = heads_stand_in(&row.cells, self.layout);
        if self.begun {
            self.any_begun = true;
            self.headless.remove(&self.sheet);
            return Onward::Row;
        }
        self.before += 1;
        self.headless.insert(self.sheet, self.before);
        if self.before > HEAD_ROWS {
            Onward::Sheet
        } else {
            Onward::Row
        }
    }

    /// What a row is; `None` for heads that stand again.
    fn judge(&mut self, row: &RawRow) -> Option<Row> {
        let read = if row.unclosed {
            Err(Reason::UnclosedQuote)
        } else {
            interpret::call(&row.cells, &self.plan, self.known)
        };
        let (place, raw) = (row.place, row.raw());
        let reason = match read {
            Ok(call) => {
                self.totals.add(totals::of_row(&row.cells, &self.plan));
                self.count(&call);
                return Some(Row::Call { place, raw, call });
            }
            Err(reason) => reason,
        };
        if heads_stand_in(&row.cells, self.layout) {
            self.summary.repeated_heads += 1;
            return None;
        }
        if let Some(kind) = totals::kind_of(&row.cells) {
            let check = self.totals.check(kind, &row.cells, &self.plan);
            self.summary.totals += 1;
            if !check.agrees() && self.summary.mismatches.len() < MOST_MISMATCHES {
                self.summary.mismatches.push(Mismatch { place, check });
            }
            return Some(Row::Total { place, raw, check });
        }
        self.totals.add(totals::of_row(&row.cells, &self.plan));
        self.summary.rows += 1;
        self.summary.quarantined += 1;
        Some(Row::Quarantined {
            place,
            raw,
            cells: row.cells.clone(),
            reason,
        })
    }

    fn count(&mut self, call: &CallRecord) {
        let summary = &mut self.summary;
        summary.rows += 1;
        summary.calls += 1;
        summary.from = Some(
            summary
                .from
                .map_or(call.started, |from| from.min(call.started)),
        );
        summary.to = Some(summary.to.map_or(call.started, |to| to.max(call.started)));
    }

    pub(crate) fn finish(mut self, names: &[String]) -> Result<Summary, CallsError> {
        if !self.any_begun {
            return Err(if self.layout.heads.is_empty() {
                CallsError::NoTable
            } else {
                CallsError::HeadsNotFound
            });
        }
        let name = |sheet: &u32| {
            let at = usize::try_from(*sheet).ok()?.checked_sub(1)?;
            names.get(at).cloned()
        };
        self.summary.skipped_sheets = self.headless.keys().filter_map(name).collect();
        Ok(self.summary)
    }
}

fn heads_stand_in(cells: &[String], layout: &Layout) -> bool {
    !layout.heads.is_empty() && heads::same(&layout.heads, cells)
}
