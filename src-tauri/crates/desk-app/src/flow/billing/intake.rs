//! One file of call records on its way into the store: every row a call, a
//! row set aside or a sum, nothing dropped. Refuses the same call twice, so
//! that importing again changes nothing.

use super::import::{ImportJob, Work};
use super::rerate::{PriceBook, Priced};
use crate::failure::Failure;
use crate::wording;
use desk_billing::calls::{self, Limits, Row, Summary, Watch};
use desk_domain::Refusal;
use desk_domain::call::CallRecord;
use desk_domain::identifier::Number400;
use desk_store::{CallFileId, CallFileOutcome, CallKept, CallStream, NewCall, NewCallFile, Writer};
use serde_json::{Map, Value, json};

/// What came of the rows.
#[derive(Default)]
struct Tally {
    imported: u64,
    duplicate: u64,
    quarantined: u64,
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
    let layout = serde_json::to_value(&work.layout).map_err(|_| Failure::internal())?;
    let fingerprint = work.layout.fingerprint();
    let known = writer.call_layouts().recognised(&fingerprint)?;
    if known.is_none_or(|(carrier, kept)| carrier != work.carrier || kept != layout) {
        writer
            .call_layouts_mut()
            .remember(&fingerprint, &work.carrier, &layout)?;
    }
    let file = writer.call_files_mut().begin(&NewCallFile {
        name: work.file_name.clone(),
        carrier: work.carrier.clone(),
        sha256: calls::sha256(&mut work.file, &Limits::default())?,
        heads: work.layout.heads.clone(),
        layout,
    })?;
    let mut stream = writer.calls_mut().stream()?;
    let mut aside = writer.quarantine_mut();
    let mut tally = Tally::default();
    let known = |number: &Number400| book.knows(number.as_str());
    let mut progress = |now| job.progress(now);
    let watch = Watch {
        cancel: &job.cancel,
        progress: &mut progress,
    };
    let limits = Limits::default();
    let summary = calls::read(&mut work.file, &work.layout, &limits, &known, watch, |row| {
        match row {
            Row::Call { place, raw, call } => {
                let priced = book.price(&call);
                match keep(&mut stream, file, place.row, &raw, &call, &priced)? {
                    CallKept::New(_) => tally.imported += 1,
                    CallKept::Known => tally.duplicate += 1,
                    CallKept::Differs { seconds } => {
                        tally.quarantined += 1;
                        let details = json!({ "known": seconds, "seconds": call.seconds });
                        aside.add(file, place.row, &[raw], "CallSecondsDiffer", &details)?;
                    }
                }
            }
            Row::Quarantined {
                place,
                cells,
                reason,
                ..
            } => {
                tally.quarantined += 1;
                aside.add(file, place.row, &cells, reason.code(), &details(&reason))?;
            }
            Row::Total { .. } => {}
        }
        Ok::<(), Failure>(())
    })?;
    let outcome = outcome(&summary, &tally);
    writer.call_files_mut().end(file, &outcome)?;
    Ok(file)
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
