//! Calls as lists show them: numbers of people with their middle hidden
//! (协议四（一）2), the charge with how it was reached.

use super::{CallLine, CallList, CallPage};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::show;
use desk_domain::identifier::mask;
use desk_domain::period::CalendarMonth;
use desk_domain::staff::Permission;
use desk_store::{AccountId, CallFileId, CallRow, CallsOf, Reader, Subject, TariffId};
use serde_json::json;
use std::collections::BTreeMap;

/// Calls of an account in a month. Seeing them is put on record.
///
/// # Errors
/// Only who keeps accounts may look; a month that is none.
pub fn list(desk: &Desk, request: CallList) -> Result<CallPage, Failure> {
    let month = CalendarMonth::parse(&request.month)?;
    let limit = match request.limit {
        0 => 100,
        limit => limit.min(1000),
    };
    let of = CallsOf {
        account: AccountId(request.account),
        month,
        leg: request.leg,
        class: request.caller_class,
    };
    desk.write(Permission::KeepAccounts, |writer| {
        let (rows, total) = writer.calls().list(of, request.offset, limit)?;
        if request.offset == 0 && total > 0 {
            let detail = json!({ "month": request.month });
            let subject = Subject::Account(of.account);
            writer
                .audit_mut()
                .record("calls_viewed", &subject, &detail)?;
        }
        Ok(CallPage {
            lines: lines(writer, rows)?,
            total,
        })
    })
}

/// Rows as lists show them.
pub(super) fn lines(reader: &Reader<'_>, rows: Vec<CallRow>) -> Result<Vec<CallLine>, Failure> {
    let mut files: BTreeMap<CallFileId, String> = BTreeMap::new();
    let tariffs: BTreeMap<TariffId, String> = reader
        .tariffs()
        .all()?
        .into_iter()
        .map(|row| (row.id, show::day(row.effective)))
        .collect();
    rows.into_iter()
        .map(|row| {
            let file_name = match files.get(&row.file) {
                Some(name) => name.clone(),
                None => {
                    let name = reader.call_files().get(row.file)?.file.name;
                    files.insert(row.file, name.clone());
                    name
                }
            };
            let dispute = reader.disputes().of_call(row.id)?.map(|id| id.0);
            Ok(line(row, &tariffs, file_name, dispute))
        })
        .collect()
}

fn line(
    row: CallRow,
    tariffs: &BTreeMap<TariffId, String>,
    file_name: String,
    dispute: Option<i64>,
) -> CallLine {
    let rating = row.rating;
    CallLine {
        id: row.id.0,
        started: show::second(row.started),
        caller: masked(&row.caller),
        delivered_to: masked(&row.delivered_to),
        leg: row.leg,
        caller_class: row.class,
        seconds: row.seconds,
        answered: row.answered,
        increments: rating.map_or(0, |rating| rating.increments),
        rate: rating.map_or_else(String::new, |rating| rating.rate.to_string()),
        charge: rating.map_or_else(String::new, |rating| rating.charge.to_string()),
        tariff: rating.and_then(|rating| tariffs.get(&rating.tariff).cloned()),
        file_name,
        row: row.row,
        dispute,
    }
}

/// A telephone number with its middle hidden; what is no number stays.
pub(super) fn masked(number: &str) -> String {
    mask::phone(number)
}
