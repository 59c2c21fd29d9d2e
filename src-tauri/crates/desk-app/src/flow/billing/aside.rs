//! Rows set aside: shown with their reason, set right by hand or given up.
//! Refuses to drop one in silence.

use super::rerate::PriceBook;
use super::{QuarantineGiveUp, QuarantineLine, QuarantineList, QuarantineMend, intake};
use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::flow::number;
use crate::wording;
use desk_billing::calls::{self, Layout};
use desk_domain::identifier::Number400;
use desk_domain::staff::Permission;
use desk_store::{CallFileId, CallFileRow, CallKept, QuarantineId, QuarantineRow, QuarantineState};
use desk_store::{Reader, Writer};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Rows shown at most.
const MOST: u32 = 500;

/// Rows set aside.
///
/// # Errors
/// Only who keeps accounts may look.
pub fn list(desk: &Desk, request: QuarantineList) -> Result<Vec<QuarantineLine>, Failure> {
    desk.read(Permission::KeepAccounts, |reader| {
        let file = request.file.map(CallFileId);
        lines(reader, reader.quarantine().list(file, request.all, MOST)?)
    })
}

/// Takes a row in that was set right by hand.
///
/// # Errors
/// It still cannot be read for certain, or is decided already.
pub fn mend(desk: &Desk, request: QuarantineMend) -> Result<Vec<QuarantineLine>, Failure> {
    desk.write(Permission::KeepAccounts, |writer| {
        let row = waiting(writer, request.id)?;
        let file = writer.call_files().get(row.file)?;
        let layout: Layout =
            serde_json::from_value(file.file.layout).map_err(|_| Failure::internal())?;
        let book = PriceBook::read(writer)?;
        let known = |number: &Number400| book.knows(number.as_str());
        let call = calls::mend(&request.cells, &layout, &known)?;
        let priced = book.price(&call);
        let raw = request.cells.join("\t");
        let mut stream = writer.calls_mut().stream()?;
        let kept = intake::keep(&mut stream, row.file, row.row, &raw, &call, &priced)?;
        let id = match kept {
            CallKept::New(id) => Some(id),
            CallKept::Known => None,
            CallKept::Differs { seconds } => {
                return Err(Situation::CallSecondsDiffer(seconds, call.seconds).into());
            }
        };
        let state = QuarantineState::Mended;
        writer
            .quarantine_mut()
            .decide(row.id, state, id, &request.cells, "")?;
        lines(writer, vec![writer.quarantine().get(row.id)?])
    })
}

/// Gives a row up; it stays on record with the reason.
///
/// # Errors
/// No reason, or it is decided already.
pub fn give_up(desk: &Desk, request: QuarantineGiveUp) -> Result<Vec<QuarantineLine>, Failure> {
    let reason = number::reason(&request.reason)?;
    desk.write(Permission::KeepAccounts, |writer| {
        let row = waiting(writer, request.id)?;
        let state = QuarantineState::GivenUp;
        writer
            .quarantine_mut()
            .decide(row.id, state, None, &row.cells, &reason)?;
        lines(writer, vec![writer.quarantine().get(row.id)?])
    })
}

fn waiting(writer: &Writer<'_>, id: i64) -> Result<QuarantineRow, Failure> {
    let row = writer.quarantine().get(QuarantineId(id))?;
    if row.state == QuarantineState::Waiting {
        return Ok(row);
    }
    Err(Situation::RowDecidedAlready.into())
}

pub(super) fn lines(
    reader: &Reader<'_>,
    rows: Vec<QuarantineRow>,
) -> Result<Vec<QuarantineLine>, Failure> {
    let mut files: BTreeMap<CallFileId, CallFileRow> = BTreeMap::new();
    rows.into_iter()
        .map(|row| {
            let file = match files.entry(row.file) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => new.insert(reader.call_files().get(row.file)?),
            };
            Ok(line(row, file))
        })
        .collect()
}

fn line(row: QuarantineRow, file: &CallFileRow) -> QuarantineLine {
    let values = row.details.as_object().into_iter().flatten();
    let details = values
        .map(|(name, value)| {
            let text = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            (name.clone(), text)
        })
        .collect();
    QuarantineLine {
        id: row.id.0,
        file: row.file.0,
        file_name: file.file.name.clone(),
        row: row.row,
        heads: file.file.heads.clone(),
        message: wording::sentence(&row.reason, &details),
        reason: row.reason,
        cells: row.cells,
        state: match row.state {
            QuarantineState::Waiting => "waiting",
            QuarantineState::Mended => "mended",
            QuarantineState::GivenUp => "given_up",
        }
        .to_owned(),
    }
}
