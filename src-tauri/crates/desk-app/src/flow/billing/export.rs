//! Writing statements as files, on a thread of its own: PDF, workbook, table.
//! Refuses to write over a file that is there with other content.

use super::{ExportRun, StatementExport, StatementFormat, sheet, statement};
use crate::desk::Desk;
use crate::export as folder;
use crate::failure::{Failure, Situation};
use chrono::NaiveDate;
use desk_domain::period::CalendarMonth;
use desk_domain::staff::Permission;
use desk_paper::FontShelf;
use desk_store::{CustomerId, Store, Subject};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// An export, running or over.
pub(crate) struct ExportJob {
    cancel: AtomicBool,
    done: AtomicU32,
    total: u32,
    folder: PathBuf,
    outcome: Mutex<Option<Result<(), Failure>>>,
}

impl ExportJob {
    fn ended(&self) -> Option<Result<(), Failure>> {
        self.outcome
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn view(&self) -> ExportRun {
        let outcome = self.ended();
        ExportRun {
            done: self.done.load(Ordering::Relaxed),
            total: self.total,
            over: outcome.is_some(),
            folder: self.folder.display().to_string(),
            failure: outcome.and_then(Result::err),
        }
    }
}

/// What an export needs.
struct Work {
    customers: Vec<CustomerId>,
    month: CalendarMonth,
    formats: Vec<StatementFormat>,
    fonts: Arc<FontShelf>,
    today: NaiveDate,
}

/// Begins to write statements into a folder of the month.
///
/// # Errors
/// An export runs; the month is open; an unwritable folder.
pub fn begin(desk: &Desk, request: StatementExport) -> Result<ExportRun, Failure> {
    let into = folder::folder(desk)?.join(format!("账单-{}", request.month.trim()));
    let (store, work, job) = prepare(desk, request, into)?;
    {
        let mut jobs = desk.jobs();
        if jobs
            .export
            .as_ref()
            .is_some_and(|job| job.ended().is_none())
        {
            return Err(Situation::ExportRuns.into());
        }
        jobs.export = Some(Arc::clone(&job));
    }
    std::thread::spawn({
        let job = Arc::clone(&job);
        move || run(&store, &work, &job)
    });
    Ok(job.view())
}

/// Writes statements into a folder and waits, for the terminal.
///
/// # Errors
/// As [`begin`], and whatever stopped it.
pub fn write_all(desk: &Desk, request: StatementExport, into: &Path) -> Result<ExportRun, Failure> {
    let (store, work, job) = prepare(desk, request, into.to_owned())?;
    run(&store, &work, &job);
    match job.ended() {
        Some(Err(failure)) => Err(failure),
        _ => Ok(job.view()),
    }
}

fn prepare(
    desk: &Desk,
    request: StatementExport,
    into: PathBuf,
) -> Result<(Store, Work, Arc<ExportJob>), Failure> {
    let month = CalendarMonth::parse(&request.month)?;
    let fonts = desk.fonts()?;
    std::fs::create_dir_all(&into).map_err(|_| folder::unwritable(&into))?;
    let now = desk.now();
    let (store, customers) = desk.with_session(Permission::KeepAccounts, |session| {
        let customers = session.write(now, |writer| {
            let customers = match request.customer {
                Some(customer) => vec![CustomerId(customer)],
                None => statement::customers(writer, month)?,
            };
            if let Some(first) = customers.first() {
                statement::parts(writer, *first, month)?;
            }
            let detail = json!({ "statements": customers.len() });
            let subject = Subject::Month(month.to_string());
            writer
                .audit_mut()
                .record("statement_exported", &subject, &detail)?;
            Ok(customers)
        })?;
        Ok((session.store.beside()?, customers))
    })?;
    if customers.is_empty() {
        return Err(Situation::NothingToState(month.to_string()).into());
    }
    let job = Arc::new(ExportJob {
        cancel: AtomicBool::new(false),
        done: AtomicU32::new(0),
        total: u32::try_from(customers.len()).unwrap_or(u32::MAX),
        folder: into,
        outcome: Mutex::new(None),
    });
    let work = Work {
        customers,
        month,
        formats: request.formats,
        fonts,
        today: now.date(),
    };
    Ok((store, work, job))
}

fn run(store: &Store, work: &Work, job: &ExportJob) {
    let mut outcome = Ok(());
    for customer in &work.customers {
        if job.cancel.load(Ordering::Relaxed) {
            break;
        }
        outcome = one(store, work, *customer, &job.folder);
        if outcome.is_err() {
            break;
        }
        job.done.fetch_add(1, Ordering::Relaxed);
    }
    *job.outcome.lock().unwrap_or_else(PoisonError::into_inner) = Some(outcome);
}

fn one(store: &Store, work: &Work, customer: CustomerId, into: &Path) -> Result<(), Failure> {
    let (set, name) = store.read(|reader| {
        let set = sheet::read(reader, customer, work.month, work.today)?;
        let name = format!("账单-{}-{}", work.month, set.customer.name);
        Ok::<_, Failure>((set, name))
    })?;
    for format in &work.formats {
        let (ending, bytes) = match format {
            StatementFormat::Pdf => ("pdf", sheet::paper(&set)?.compose(&work.fonts)?.pdf),
            StatementFormat::Xlsx => ("xlsx", desk_billing::xlsx(&set.statement)?),
            StatementFormat::Csv => ("csv", desk_billing::csv(&set.statement)?),
        };
        folder::write_into(into, &format!("{name}.{ending}"), &bytes)?;
    }
    Ok(())
}

/// How the export stands; none has been since the desk was opened when `None`.
///
/// # Errors
/// None; commands answer alike.
pub fn state(desk: &Desk, (): ()) -> Result<Option<ExportRun>, Failure> {
    Ok(desk.jobs().export.as_ref().map(|job| job.view()))
}

/// Stops the export; files written stay.
///
/// # Errors
/// None; commands answer alike.
pub fn cancel(desk: &Desk, (): ()) -> Result<Option<ExportRun>, Failure> {
    if let Some(job) = &desk.jobs().export {
        job.cancel.store(true, Ordering::Relaxed);
    }
    state(desk, ())
}
