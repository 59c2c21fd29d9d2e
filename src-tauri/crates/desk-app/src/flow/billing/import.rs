//! Taking in a carrier's file: looking at it, reading it on a thread of its
//! own into one transaction, telling how far it is. Refuses to leave anything
//! behind when it is stopped or fails.

use super::rerate::PriceBook;
use super::{CallFileLine, CallsImport, CallsMeaning, CallsRun, CallsSurvey, CallsUploadRef};
use super::{columns, entry, intake};
use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::show;
use chrono::NaiveDateTime;
use desk_billing::calls::{self, Layout, Limits, Proposal};
use desk_domain::staff::Permission;
use desk_store::{CallFileId, CallFileRow, Reader, Store};
use std::fs::File;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// An import, running or over.
pub(crate) struct ImportJob {
    file_name: String,
    pub(super) cancel: AtomicBool,
    bytes: AtomicU64,
    of_bytes: AtomicU64,
    rows: AtomicU64,
    outcome: Mutex<Option<Result<CallFileId, Failure>>>,
}

impl ImportJob {
    pub(super) fn new(file_name: &str) -> Self {
        Self {
            file_name: file_name.to_owned(),
            cancel: AtomicBool::new(false),
            bytes: AtomicU64::new(0),
            of_bytes: AtomicU64::new(0),
            rows: AtomicU64::new(0),
            outcome: Mutex::new(None),
        }
    }

    pub(super) fn progress(&self, now: calls::Progress) {
        self.bytes.store(now.bytes, Ordering::Relaxed);
        self.of_bytes.store(now.of_bytes, Ordering::Relaxed);
        self.rows.store(now.rows, Ordering::Relaxed);
    }

    /// Whether a person has stopped it.
    pub(super) fn is_cancelled(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }

    fn end(&self, outcome: Result<CallFileId, Failure>) {
        *self.outcome.lock().unwrap_or_else(PoisonError::into_inner) = Some(outcome);
    }

    fn ended(&self) -> Option<Result<CallFileId, Failure>> {
        self.outcome
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    #[allow(
        clippy::cast_precision_loss,
        reason = "a bar of a hundred steps needs no more"
    )]
    fn part(&self) -> f32 {
        let of = self.of_bytes.load(Ordering::Relaxed).max(1);
        (self.bytes.load(Ordering::Relaxed) as f32 / of as f32).min(1.0)
    }
}

/// Meanings a column may have.
///
/// # Errors
/// None; commands answer alike.
pub fn meanings(_: &Desk, (): ()) -> Result<Vec<CallsMeaning>, Failure> {
    Ok(columns::meanings())
}

/// Looks at a file that was handed over.
///
/// # Errors
/// It is no table of calls, or larger than the office takes.
pub fn survey(desk: &Desk, request: CallsUploadRef) -> Result<CallsSurvey, Failure> {
    let (file_name, mut file) = desk.jobs().uploads.get(request.upload)?;
    let proposal = calls::survey(&mut file, &Limits::default())?;
    let sha256 = calls::sha256(&mut file, &Limits::default())?;
    desk.read(Permission::KeepAccounts, |reader| {
        let fingerprint = proposal.layout.fingerprint();
        let known = remembered(reader, &proposal.layout, &fingerprint)?;
        let layout = known
            .as_ref()
            .map_or(&proposal.layout, |(_, layout)| layout);
        Ok(CallsSurvey {
            upload: request.upload,
            file_name,
            format: columns::format(layout),
            encoding: columns::encoding(layout),
            columns: columns::shown(layout, &proposal, known.is_some()),
            sample: proposal
                .sample
                .iter()
                .map(|row| row.cells.clone())
                .collect(),
            doubts: doubts(known.is_some(), &proposal),
            carrier: known.map(|(carrier, _)| carrier),
            known_file: reader.call_files().knows(&sha256)?,
        })
    })
}

/// What a person should look at, as sentences; nothing where a person has
/// confirmed such heads before.
pub(super) fn doubts(known: bool, proposal: &Proposal) -> Vec<String> {
    let doubts = proposal.doubts.iter().filter(|_| !known);
    doubts
        .map(|doubt| Failure::because(doubt).message)
        .collect()
}

/// The layout a person confirmed for such heads, for this file's bytes.
pub(super) fn remembered(
    reader: &Reader<'_>,
    layout: &Layout,
    fingerprint: &str,
) -> Result<Option<(String, Layout)>, Failure> {
    let Some((carrier, kept)) = reader.call_layouts().recognised(fingerprint)? else {
        return Ok(None);
    };
    let kept: Layout = serde_json::from_value(kept).map_err(|_| Failure::internal())?;
    let same = kept.recognises(&layout.heads);
    Ok(same.then(|| (carrier, kept.for_source(layout.source))))
}

/// Begins to import a file whose layout a person confirmed.
///
/// # Errors
/// An import runs; columns that cannot make a call; a carrier without a name.
pub fn begin(desk: &Desk, request: CallsImport) -> Result<CallsRun, Failure> {
    let (file_name, mut file) = desk.jobs().uploads.get(request.upload)?;
    let carrier = request.carrier.trim().to_owned();
    if carrier.is_empty() {
        return Err(Failure::because(&Situation::CarrierNameMissing).at("carrier"));
    }
    let proposal = calls::survey(&mut file, &Limits::default())?;
    let layout = columns::confirmed(proposal.layout, &request.columns)?;
    let store = desk.with_session(Permission::KeepAccounts, |session| {
        Ok(session.store.beside()?)
    })?;
    let job = Arc::new(ImportJob::new(&file_name));
    {
        let mut jobs = desk.jobs();
        if jobs
            .import
            .as_ref()
            .is_some_and(|job| job.ended().is_none())
        {
            return Err(Situation::ImportRuns.into());
        }
        jobs.import = Some(Arc::clone(&job));
        jobs.uploads.forget(request.upload);
    }
    let work = Work {
        file,
        file_name,
        carrier,
        layout,
        at: desk.now(),
    };
    std::thread::spawn({
        let job = Arc::clone(&job);
        move || job.end(run(store, work, &job))
    });
    run_view(desk, &job)
}

/// What an import needs.
pub(super) struct Work {
    pub(super) file: File,
    pub(super) file_name: String,
    pub(super) carrier: String,
    pub(super) layout: Layout,
    pub(super) at: NaiveDateTime,
}

fn run(mut store: Store, mut work: Work, job: &ImportJob) -> Result<CallFileId, Failure> {
    store.write_much(work.at, |writer| {
        let book = PriceBook::read(writer)?;
        intake::take_in(writer, &book, &mut work, job)
    })
}

/// How the import stands; none has been since the desk was opened when `None`.
///
/// # Errors
/// Nobody is signed in.
pub fn state(desk: &Desk, (): ()) -> Result<Option<CallsRun>, Failure> {
    let job = desk.jobs().import.clone();
    job.map(|job| run_view(desk, &job)).transpose()
}

/// Stops the import; nothing of it stays.
///
/// # Errors
/// Nobody is signed in.
pub fn cancel(desk: &Desk, (): ()) -> Result<Option<CallsRun>, Failure> {
    if let Some(job) = &desk.jobs().import {
        job.cancel.store(true, Ordering::Relaxed);
    }
    state(desk, ())
}

fn run_view(desk: &Desk, job: &ImportJob) -> Result<CallsRun, Failure> {
    let outcome = job.ended();
    let (done, failure) = match outcome.clone() {
        Some(Ok(id)) => {
            let line = desk.read(Permission::KeepAccounts, |reader| {
                let row = reader.call_files().get(id)?;
                line(reader, row)
            })?;
            (Some(line), None)
        }
        Some(Err(failure)) => (None, Some(failure)),
        None => (None, None),
    };
    Ok(CallsRun {
        file_name: job.file_name.clone(),
        part: if outcome.is_some() { 1.0 } else { job.part() },
        rows: job.rows.load(Ordering::Relaxed),
        over: outcome.is_some(),
        done,
        failure,
    })
}

/// Files that were imported, newest first.
///
/// # Errors
/// Only who keeps accounts may look.
pub fn files(desk: &Desk, (): ()) -> Result<Vec<CallFileLine>, Failure> {
    desk.read(Permission::KeepAccounts, |reader| {
        let rows = reader.call_files().all()?;
        rows.into_iter().map(|row| line(reader, row)).collect()
    })
}

/// A file as lists show it.
pub(super) fn line(reader: &Reader<'_>, row: CallFileRow) -> Result<CallFileLine, Failure> {
    let names = entry::staff_names(reader)?;
    let outcome = row.outcome;
    Ok(CallFileLine {
        id: row.id.0,
        name: row.file.name,
        carrier: row.file.carrier,
        at: show::minute(row.at),
        by: names.get(&row.by).cloned().unwrap_or_default(),
        rows: outcome.rows,
        imported: outcome.imported,
        duplicate: outcome.duplicate,
        waiting: reader.quarantine().waiting(Some(row.id))?,
        quarantined: outcome.quarantined,
        skipped_totals: outcome.skipped_totals,
        sums_differ: serde_json::from_value(outcome.sums).unwrap_or_default(),
        not_rated: reader.calls().not_rated(row.id)?,
        from: outcome.from.map(show::day),
        to: outcome.until.map(show::day),
    })
}
