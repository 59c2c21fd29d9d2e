//! Reading a whole file under a confirmed layout, row by row. Owns where the
//! calls begin in every sheet, what is passed over, and the figures about the
//! file. Refuses to stop at a bad row, and to pass over one in silence.

use super::layout::{Plan, hex};
use super::rows::{self, Input, Watched};
use super::run::Run;
use super::{CallsError, Layout, Limits, Place, Reason, Row, Source, TotalCheck, interpret};
use chrono::NaiveDateTime;
use desk_domain::call::CallRecord;
use desk_domain::identifier::Number400;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::cell::Cell;
use std::io::{Read, Seek, SeekFrom};
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
    let mut watched = Watched::new(input, watch.cancel, &farthest);
    let bytes = size(&mut watched, limits)?;
    let mut run = Run::new(layout, known, bytes);
    let walked = rows::walk(&mut watched, &layout.source, limits, &mut |row| {
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
    });
    if let Some(error) = refused {
        return Err(error);
    }
    // However the formats' own readers have wrapped it: it was asked for.
    if walked.is_err() && watch.cancel.load(Ordering::Relaxed) {
        return Err(CallsError::Cancelled.into());
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
    interpret::call(cells, &Plan::new(layout), known)
}

/// SHA-256 of the file in hexadecimal: whether its very bytes came in before.
///
/// # Errors
/// [`CallsError::TooLarge`], [`CallsError::Empty`], or it cannot be read.
pub fn sha256(input: &mut (impl Read + Seek), limits: &Limits) -> Result<String, CallsError> {
    let stated = size(input, limits)?;
    let (mut hash, mut bytes) = (Sha256::new(), 0_u64);
    let mut buffer = vec![0; 256 * 1024];
    loop {
        let read = input.read(&mut buffer)?;
        if read == 0 {
            break;
        }
        bytes += read as u64;
        // It grows while it is read: another program still writes it.
        if bytes > limits.max_bytes.max(stated) {
            return Err(CallsError::TooLarge {
                bytes,
                limit: limits.max_bytes,
            });
        }
        hash.update(&buffer[..read]);
    }
    input.rewind()?;
    Ok(hex(&hash.finalize()))
}

/// Size of a file, refusing one that is empty or too large.
pub(crate) fn size(input: &mut dyn Input, limits: &Limits) -> Result<u64, CallsError> {
    let bytes = input.seek(SeekFrom::End(0))?;
    input.rewind()?;
    if bytes > limits.max_bytes {
        return Err(CallsError::TooLarge {
            bytes,
            limit: limits.max_bytes,
        });
    }
    if bytes == 0 {
        return Err(CallsError::Empty);
    }
    Ok(bytes)
}
