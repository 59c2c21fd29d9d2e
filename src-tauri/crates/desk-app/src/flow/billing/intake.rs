//! One file of call records on its way into the store: every row a call, a
//! row set aside or a sum, nothing dropped. One thread reads and prices, the
//! other writes, for each alone takes about as long. Refuses the same call
//! twice, so that importing again changes nothing.

use super::import::{ImportJob, Work};
use super::rerate::{PriceBook, Priced};
use crate::failure::Failure;
use crate::wording;
use chrono::NaiveDateTime;
use desk_billing::calls::{self, CallsError, Limits, Reason, Row, Summary, Watch};
use desk_domain::Refusal;
use desk_domain::call::CallRecord;
use desk_domain::identifier::Number400;
use desk_store::Writer;
use desk_store::table::quarantine::QuarantineMut;
use desk_store::{CallFileId, CallFileOutcome, CallKept, CallStream, NewCall, NewCallFile};
use serde_json::{Map, Value, json};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// Rows that are handed from thread to thread at a time, sorted by number: the
/// indexes keep each number's calls together, and a file keeps them apart.
const BATCH: usize = 16_384;
/// Batches that may wait, so that memory stays flat however slow the disk is.
const WAITING: usize = 1;

/// A row on its way from the one who reads to the one who writes.
enum Taken {
    Call {
        row: u64,
        raw: String,
        call: Box<CallRecord>,
        priced: Priced,
    },
    Aside {
        row: u64,
        cells: Vec<String>,
        reason: Reason,
    },
}

impl Taken {
    /// Where it stands in its batch. Rows that say the same of one call stay in
    /// the file's order: the first of them is kept.
    fn place(&self) -> Option<(&str, NaiveDateTime)> {
        match self {
            Self::Call { call, .. } => Some((call.number.as_str(), call.started)),
            Self::Aside { .. } => None,
        }
    }
}

/// Takes a file in.
///
/// # Errors
/// The file cannot be read by the layout, the person stopped it, or the store
/// refuses; nothing stays then, since the transaction is given up.
pub(super) fn take_in(
    writer: &mut Writer<'_>,
    book: &PriceBook,
    work: &mut Work,
    job: &ImportJob,
) -> Result<CallFileId, Failure> {
    let file = begin(writer, work)?;
    let (send, receive) = sync_channel(WAITING);
    let (summary, tally) = std::thread::scope(|scope| {
        let reading = scope.spawn(move || read(work, book, job, send));
        let written = write(writer, job, file, receive);
        let read = reading.join().map_err(|_| Failure::internal())?;
        // Whoever stopped first says why: the other only noticed.
        let tally = written?;
        Ok::<_, Failure>((read?, tally))
    })?;
    writer
        .call_files_mut()
        .end(file, &outcome(&summary, &tally))?;
    Ok(file)
}

/// Writes the file's own row, and its layout where that is new.
fn begin(writer: &mut Writer<'_>, work: &mut Work) -> Result<CallFileId, Failure> {
    let layout = serde_json::to_value(&work.layout).map_err(|_| Failure::internal())?;
    let fingerprint = work.layout.fingerprint();
    let known = writer.call_layouts().recognised(&fingerprint)?;
    if known.is_none_or(|(carrier, kept)| carrier != work.carrier || kept != layout) {
        writer
            .call_layouts_mut()
            .remember(&fingerprint, &work.carrier, &layout)?;
    }
    Ok(writer.call_files_mut().begin(&NewCallFile {
        name: work.file_name.clone(),
        carrier: work.carrier.clone(),
        sha256: calls::sha256(&mut work.file, &Limits::default())?,
        heads: work.layout.heads.clone(),
        layout,
    })?)
}

/// Reads and prices every row and hands it on, a batch at a time.
fn read(
    work: &mut Work,
    book: &PriceBook,
    job: &ImportJob,
    send: SyncSender<Vec<Taken>>,
) -> Result<Summary, Failure> {
    let known = |number: &Number400| book.knows(number.as_str());
    let mut progress = |now| job.progress(now);
    let watch = Watch {
        cancel: &job.cancel,
        progress: &mut progress,
    };
    let mut batch: Vec<Taken> = Vec::with_capacity(BATCH);
    let (file, layout, limits) = (&mut work.file, &work.layout, Limits::default());
    let summary = calls::read(file, layout, &limits, &known, watch, |row| {
        batch.extend(taken(row, book));
        if batch.len() < BATCH {
            return Ok(());
        }
        let full = std::mem::replace(&mut batch, Vec::with_capacity(BATCH));
        hand_on(&send, full)
    })?;
    hand_on(&send, batch)?;
    Ok(summary)
}

fn hand_on(send: &SyncSender<Vec<Taken>>, mut batch: Vec<Taken>) -> Result<(), CallsError> {
    batch.sort_by(|one, other| one.place().cmp(&other.place()));
    // Nobody takes it: writing failed, which tells its own reason.
    send.send(batch).map_err(|_| CallsError::Cancelled)
}

/// A row as it is written; `None` for a row of sums.
fn taken(row: Row, book: &PriceBook) -> Option<Taken> {
    match row {
        Row::Call { place, raw, call } => Some(Taken::Call {
            row: place.row,
            raw,
            priced: book.price(&call),
            call: Box::new(call),
        }),
        Row::Quarantined {
            place,
            cells,
            reason,
            ..
        } => Some(Taken::Aside {
            row: place.row,
            cells,
            reason,
        }),
        Row::Total { .. } => None,
    }
}

/// What came of the rows.
#[derive(Default)]
struct Tally {
    imported: u64,
    duplicate: u64,
    quarantined: u64,
}

/// Writes what is handed over until there is no more.
fn write(
    writer: &mut Writer<'_>,
    job: &ImportJob,
    file: CallFileId,
    rows: Receiver<Vec<Taken>>,
) -> Result<Tally, Failure> {
    let mut stream = writer.calls_mut().stream()?;
    let mut aside = writer.quarantine_mut();
    let mut tally = Tally::default();
    for taken in rows.into_iter().flatten() {
        if job.is_cancelled() {
            return Err(CallsError::Cancelled.into());
        }
        write_one(&mut stream, &mut aside, &mut tally, file, taken)?;
    }
    Ok(tally)
}

fn write_one(
    stream: &mut CallStream<'_>,
    aside: &mut QuarantineMut<'_>,
    tally: &mut Tally,
    file: CallFileId,
    taken: Taken,
) -> Result<(), Failure> {
    match taken {
        Taken::Call {
            row,
            raw,
            call,
            priced,
        } => match keep(stream, file, row, &raw, &call, &priced)? {
            CallKept::New(_) => tally.imported += 1,
            CallKept::Known => tally.duplicate += 1,
            CallKept::Differs { seconds } => {
                tally.quarantined += 1;
                let details = json!({ "known": seconds, "seconds": call.seconds });
                aside.add(file, row, &[raw], "CallSecondsDiffer", &details)?;
            }
        },
        Taken::Aside { row, cells, reason } => {
            tally.quarantined += 1;
            aside.add(file, row, &cells, reason.code(), &details(&reason))?;
        }
    }
    Ok(())
}
/// Keeps one call with its price.
pub(super) fn keep(
    stream: &mut CallStream<'_>,
    file: CallFileId,
    row: u64,
    raw: &str,
    record: &CallRecord,
    priced: &Priced,
) -> Result<CallKept, Failure> {
    Ok(stream.keep(&NewCall {
        file,
        row,
        raw,
        record,
        leg: priced.leg,
        class: priced.class,
        month: priced.month,
        account: priced.account,
        rating: priced.rating,
    })?)
}

/// Values of a reason's sentence.
fn details(reason: &impl Refusal) -> Value {
    let named = reason.details().into_iter();
    let values: Map<String, Value> = named
        .map(|(name, value)| (name.to_owned(), Value::String(value)))
        .collect();
    Value::Object(values)
}

fn outcome(summary: &Summary, tally: &Tally) -> CallFileOutcome {
    let sums: Vec<String> = summary
        .mismatches
        .iter()
        .map(|mismatch| {
            let row = mismatch.place.row.to_string();
            wording::sentence("CallsSumDiffers", &[("row".to_owned(), row)].into())
        })
        .collect();
    CallFileOutcome {
        rows: summary.rows,
        imported: tally.imported,
        duplicate: tally.duplicate,
        quarantined: tally.quarantined,
        skipped_totals: summary.totals,
        sums: json!(sums),
        from: summary.from.map(|from| from.date()),
        until: summary.to.map(|to| to.date()),
    }
}
