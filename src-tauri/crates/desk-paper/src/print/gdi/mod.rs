//! Printers of Windows, through GDI: the pages are drawn here and handed to
//! the driver as pictures, so that any driver prints them, without a program
//! for PDF on the computer. Paper, copies and sides are the driver's business.

mod canvas;
mod fault;
mod pages;
mod queue;
mod settings;
mod status;

use super::{A4, Duplex, Job, JobId, JobReport, PrintError, Printer};
use canvas::Canvas;
use hayro::hayro_syntax::Pdf;
use pages::Drawn;
use queue::Queue;
use settings::Settings;

/// Finer than this, an eye sees no difference and the spooler chokes.
const FINEST_DPI: i32 = 600;

/// All printers, the usual one marked.
pub(super) fn printers() -> Result<Vec<Printer>, PrintError> {
    let usual = queue::usual();
    Ok(queue::names()?
        .into_iter()
        .map(|name| {
            let is_default = usual.as_deref() == Some(name.as_str());
            Printer {
                is_default,
                ..describe(&name)
            }
        })
        .collect())
}

fn describe(name: &str) -> Printer {
    let Ok((queue, facts)) =
        Queue::open(name).and_then(|queue| Ok((queue.clone(), queue.facts()?)))
    else {
        return super::unreachable_printer(name);
    };
    let (state, troubles) = status::of_printer(&facts);
    Printer {
        name: name.to_owned(),
        description: name.to_owned(),
        state,
        troubles,
        message: String::new(),
        accepting: true,
        is_default: false,
        duplex: queue.prints_both_sides(&facts),
        media: if queue.has_a4(&facts) == Some(true) {
            vec![A4.to_owned()]
        } else {
            Vec::new()
        },
    }
}

/// Draws the pages and hands them to the spooler.
pub(super) fn send(name: &str, job: &Job<'_>) -> Result<JobId, PrintError> {
    let pdf = Pdf::new(job.pdf.to_vec()).map_err(|_| PrintError::DocumentNotPdf)?;
    let queue = Queue::open(name)?;
    let facts = queue.facts()?;
    if queue.has_a4(&facts) == Some(false) {
        return Err(PrintError::A4NotSupported {
            printer: name.to_owned(),
        });
    }
    if job.duplex == Duplex::LongEdge && !queue.prints_both_sides(&facts) {
        return Err(PrintError::DuplexNotSupported {
            printer: name.to_owned(),
        });
    }
    // A driver that cannot count gets the document as often as it is wanted.
    let counts = queue.most_copies(&facts) >= job.copies;
    let (by_driver, by_us) = if counts {
        (job.copies, 1)
    } else {
        (1, job.copies)
    };
    let settings = Settings::of(&queue, by_driver, job.duplex)?;
    let mut canvas = Canvas::open(name, &settings)?;
    let dpi = canvas.dpi().clamp(72, FINEST_DPI);
    let job_id = canvas.begin(job.title)?;
    status::begin(name, job_id);
    for _ in 0..by_us {
        for page in pdf.pages().iter() {
            canvas.page(&Drawn::new(page, dpi))?;
        }
    }
    canvas.end()?;
    Ok(job_id)
}

/// Where a job stands. The spooler forgets a job the moment its last page is
/// out, so a job it does not know is done, unless it was last seen being
/// deleted.
pub(super) fn job_state(name: &str, job: JobId) -> Result<JobReport, PrintError> {
    let queue = Queue::open(name)?;
    let facts = queue.job(job)?;
    let seen = facts.as_ref().map(|facts| facts.status);
    let before = status::remember(name, job, seen);
    let Some(facts) = facts else {
        return Ok(JobReport {
            state: status::of_forgotten(before),
            troubles: Vec::new(),
            message: String::new(),
        });
    };
    let (_, mut troubles) = status::of_printer(&queue.facts()?);
    let (state, own) = status::of_job(facts.status);
    troubles.extend(own);
    troubles.sort_unstable();
    troubles.dedup();
    Ok(JobReport {
        state,
        troubles,
        message: facts.words,
    })
}

/// Takes a job back.
pub(super) fn cancel(name: &str, job: JobId) -> Result<(), PrintError> {
    if Queue::open(name)?.delete(job) {
        status::taken_back(name, job);
        Ok(())
    } else {
        Err(PrintError::PrintJobUnknown)
    }
}

/// Text as Windows wants it: UTF-16 with a zero at its end.
fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16()
        .filter(|unit| *unit != 0)
        .chain([0])
        .collect()
}
