//! Reading a whole file under a confirmed layout, row by row. Owns where the
//! calls begin in every sheet, what is passed over, and the figures about the
//! file. Refuses to stop at a bad row, and to pass over one in silence.

use super::cell::is_blank_row;
use super::layout::hex;
use super::rows::{self, Input, Onward, RawRow, Watched};
use super::totals::{self, Totals};
use super::{CallsError, Layout, Limits, Place, Reason, Row, Source, TotalCheck, heads, interpret};
use chrono::NaiveDateTime;
use desk_domain::call::CallRecord;
use desk_domain::identifier::Number400;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Seek};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

/// Rows among which the heads must stand.
pub(crate) const HEAD_ROWS: usize = 60;
/// Rows between two words of progress.
const STEP: u64 = 2048;

/// How far the reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Farthest byte of the file that was looked at.
    pub bytes: u64,
    /// Bytes of the file.
    pub of_bytes: u64,
    /// Rows read so far.
    pub rows: u64,
}

/// How a reading is watched from outside.
pub struct Watch<'a> {
    /// Set to stop the reading with [`CallsError::Cancelled`].
    pub cancel: &'a AtomicBool,
    /// Told every few thousand rows, and at the end.
    pub progress: &'a mut dyn FnMut(Progress),
}

/// A row of sums that differs from the rows above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Mismatch {
    /// Where it stands.
    pub place: Place,
    /// What differs.
    pub check: TotalCheck,
}

/// The figures about a file that was read to its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// How its bytes became rows.
    pub source: Source,
    /// Its size in bytes.
    pub bytes: u64,
    /// SHA-256 of the whole file, in hexadecimal.
    pub sha256: String,
    /// Rows that are calls or should be: `calls` and `quarantined` together.
    pub rows: u64,
    /// Rows read as calls.
    pub calls: u64,
    /// Rows set aside.
    pub quarantined: u64,
    /// Rows of sums, passed over.
    pub totals: u64,
    /// Those of them that differ from the rows above; the first hundred.
    pub mismatches: Vec<Mismatch>,
    /// Heads that stand again further down, as on every printed page.
    pub repeated_heads: u64,
    /// Sheets or tables with rows, but without the heads; passed over.
    pub skipped_sheets: Vec<String>,
    /// Start of the earliest call.
    pub from: Option<NaiveDateTime>,
    /// Start of the latest call.
    pub to: Option<NaiveDateTime>,
}

/// Reads a file from the disk; see [`read`].
///
/// # Errors
/// As [`read`].
pub fn read_file<E: From<CallsError>>(
    path: &Path,
    layout: &Layout,
    limits: &Limits,
    known: &dyn Fn(&Number400) -> bool,
    watch: Watch<'_>,
    sink: impl FnMut(Row) -> Result<(), E>,
) -> Result<Summary, E> {
    let mut file = File::open(path).map_err(CallsError::from)?;
    read(&mut file, layout, limits, known, watch, sink)
}

/// Reads every row under a layout and hands it to `sink`, in order; memory
/// stays flat but for `.xls`. `known` tells the office's own 400 numbers.
///
/// # Errors
/// Every [`CallsError`] about a file or a layout; [`CallsError::Cancelled`]
/// when asked to stop; whatever `sink` refuses. Rows already handed over are
/// the caller's to forget.
pub fn read<E: From<CallsError>>(
    input: &mut (impl Read + Seek),
    layout: &Layout,
    limits: &Limits,
    known: &dyn Fn(&Number400) -> bool,
    watch: Watch<'_>,
    mut sink: impl FnMut(Row) -> Result<(), E>,
) -> Result<Summary, E> {
    layout.check()?;
    let farthest = Cell::new(0);
    let mut refused = None;
    let (bytes, sha256) = {
        let mut watched = Watched::new(input, watch.cancel, &farthest);
        hash(&mut watched, limits)?
    };
    let mut run = Run::new(layout, known, bytes, sha256);
    let mut step = |run: &mut Run<'_>, row: RawRow| {
        if watch.cancel.load(Ordering::Relaxed) {
            return Err(CallsError::Cancelled);
        }
        let onward = run.take(row, &mut |row| {
            sink(row).map_err(|error| refused = Some(error))
        });
        run.seen += 1;
        if run.seen.is_multiple_of(STEP) {
            (watch.progress)(run.progress(farthest.get()));
        }
        Ok(onward)
    };
    let mut watched = Watched::new(input, watch.cancel, &farthest);
    let walked = rows::walk(&mut watched, &layout.source, limits, &mut |row| {
        step(&mut run, row)
    });
    if let Some(error) = refused {
        return Err(error);
    }
    let summary = run.finish(&walked?)?;
    (watch.progress)(Progress {
        bytes,
        of_bytes: bytes,
        rows: summary.rows,
    });
    Ok(summary)
}

/// Reads the cells of one row that a person mended.
///
/// # Errors
/// What is still wrong with it.
pub fn mend(
    cells: &[String],
    layout: &Layout,
    known: &dyn Fn(&Number400) -> bool,
) -> Result<CallRecord, Reason> {
    interpret::call(cells, layout, known)
}

/// SHA-256 of the file in hexadecimal: whether its very bytes came in before.
///
/// # Errors
/// [`CallsError::TooLarge`], [`CallsError::Empty`], or it cannot be read.
pub fn sha256(input: &mut (impl Read + Seek), limits: &Limits) -> Result<String, CallsError> {
    Ok(hash(input, limits)?.1)
}

/// Size and SHA-256 of a file, refusing one that is empty or too large.
pub(crate) fn hash(input: &mut dyn Input, limits: &Limits) -> Result<(u64, String), CallsError> {
    let stated = input.seek(std::io::SeekFrom::End(0))?;
    input.rewind()?;
    let too_large = |bytes| CallsError::TooLarge {
        bytes,
        limit: limits.max_bytes,
    };
    if stated > limits.max_bytes {
        return Err(too_large(stated));
    }
    let (mut hash, mut bytes) = (Sha256::new(), 0_u64);
    let mut buffer = vec![0; 256 * 1024];
    loop {
        let read = input.read(&mut buffer)?;
        if read == 0 {
            break;
        }
        bytes += read as u64;
        if bytes > limits.max_bytes {
            return Err(too_large(bytes));
        }
        hash.update(&buffer[..read]);
    }
    input.rewind()?;
    if bytes == 0 {
        return Err(CallsError::Empty);
    }
    Ok((bytes, hex(&hash.finalize())))
}

/// What is known while a file is read.
struct Run<'a> {
    layout: &'a Layout,
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
    seen: u64,
}

impl<'a> Run<'a> {
    fn new(layout: &'a Layout, known: interpret::Known<'a>, bytes: u64, sha256: String) -> Self {
        let summary = Summary {
            source: layout.source,
            bytes,
            sha256,
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

    fn progress(&self, bytes: u64) -> Progress {
        Progress {
            bytes,
            of_bytes: self.summary.bytes,
            rows: self.summary.rows,
        }
    }

    fn take(&mut self, row: RawRow, sink: &mut dyn FnMut(Row) -> Result<(), ()>) -> Onward {
        if row.place.sheet != self.sheet {
            self.sheet = row.place.sheet;
            (self.begun, self.before) = (self.layout.heads.is_empty(), 0);
            self.totals.next_sheet();
        }
        if is_blank_row(&row.cells) {
            return Onward::Row;
        }
        if !self.begun {
            return self.before_heads(&row);
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
    fn judge(&mut self, row: RawRow) -> Option<Row> {
        let read = if row.unclosed {
            Err(Reason::UnclosedQuote)
        } else {
            interpret::call(&row.cells, self.layout, self.known)
        };
        let (place, raw) = (row.place, row.raw());
        let reason = match read {
            Ok(call) => {
                self.totals.add(totals::of_row(&row.cells, self.layout));
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
            let check = self.totals.check(kind, &row.cells, self.layout);
            self.summary.totals += 1;
            if !check.agrees() && self.summary.mismatches.len() < 100 {
                self.summary.mismatches.push(Mismatch { place, check });
            }
            return Some(Row::Total { place, raw, check });
        }
        self.totals.add(totals::of_row(&row.cells, self.layout));
        self.summary.rows += 1;
        self.summary.quarantined += 1;
        Some(Row::Quarantined {
            place,
            raw,
            cells: row.cells,
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

    fn finish(mut self, names: &[String]) -> Result<Summary, CallsError> {
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
