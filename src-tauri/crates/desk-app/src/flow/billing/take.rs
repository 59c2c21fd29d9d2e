//! Taking a file in and waiting for it, for the terminal and its scripts; also
//! as a trial that leaves nothing. Refuses a file whose columns do not make a
//! call: the window is where a person tells what they mean.

use super::import::{ImportJob, Work, doubts, line, remembered};
use super::rerate::PriceBook;
use super::{CallFileLine, QuarantineLine, aside, columns, intake};
use crate::desk::Desk;
use crate::failure::Failure;
use desk_billing::calls::{self, Limits};
use desk_domain::staff::Permission;
use desk_store::{StoreError, Writer};
use serde::Serialize;
use std::fs::File;

/// Rows set aside that are named at most.
const MOST: u32 = 10_000;

/// A file to take in at once.
#[derive(Debug)]
pub struct CallsTake {
    /// Its name.
    pub file_name: String,
    /// The file, open for reading.
    pub file: File,
    /// The carrier's name; the one remembered for such heads when absent.
    pub carrier: Option<String>,
    /// Whether to leave nothing.
    pub dry_run: bool,
}

/// What became of it.
#[derive(Debug, Clone, Serialize)]
pub struct CallsTaken {
    /// How the text is written; empty for workbooks.
    pub encoding: String,
    /// Kind of file.
    pub format: String,
    /// Its line in the list of files.
    pub line: CallFileLine,
    /// Rows set aside.
    pub quarantined: Vec<QuarantineLine>,
    /// What was not sure about its columns, as sentences.
    pub doubts: Vec<String>,
}

/// Why nothing was kept.
enum Undone {
    Trial(Box<CallsTaken>),
    Failed(Failure),
}

impl From<StoreError> for Undone {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}

impl From<Failure> for Undone {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// Takes a file in and waits.
///
/// # Errors
/// It is no table of calls, its columns do not make a call, it is too large.
pub fn take(desk: &Desk, request: CallsTake) -> Result<CallsTaken, Failure> {
    let now = desk.now();
    let mut file = request.file;
    let proposal = calls::survey(&mut file, &Limits::default())?;
    let taken = desk.with_session(Permission::KeepAccounts, |session| {
        let taken = session.store.write_much(now, |writer| {
            let known = remembered(writer, &proposal.layout, &proposal.layout.fingerprint())?;
            let doubts = doubts(known.is_some(), &proposal);
            let (remembered, layout) = known.unwrap_or_else(|| {
                let unnamed = String::from("未命名");
                (unnamed, proposal.layout.clone())
            });
            layout.check().map_err(Failure::from)?;
            let work = Work {
                file,
                file_name: request.file_name,
                carrier: request.carrier.unwrap_or(remembered),
                layout,
                at: now,
            };
            let taken = into_store(writer, work, doubts)?;
            match request.dry_run {
                true => Err(Undone::Trial(Box::new(taken))),
                false => Ok(taken),
            }
        });
        match taken {
            Ok(taken) => Ok(taken),
            Err(Undone::Trial(taken)) => Ok(*taken),
            Err(Undone::Failed(failure)) => Err(failure),
        }
    })?;
    Ok(taken)
}

fn into_store(
    writer: &mut Writer<'_>,
    mut work: Work,
    doubts: Vec<String>,
) -> Result<CallsTaken, Failure> {
    let book = PriceBook::read(writer)?;
    let job = ImportJob::new(&work.file_name);
    let id = intake::take_in(writer, &book, &mut work, &job)?;
    let rows = writer.quarantine().list(Some(id), true, MOST)?;
    Ok(CallsTaken {
        encoding: columns::encoding(&work.layout),
        format: columns::format(&work.layout),
        line: line(writer, writer.call_files().get(id)?)?,
        quarantined: aside::lines(writer, rows)?,
        doubts,
    })
}
