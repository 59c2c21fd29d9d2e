//! Call records of carriers.

use super::commands;
use desk_app::flow::billing::upload::{self, CallsPiece};
use desk_app::flow::billing::{CallsUpload, aside, call_line, import};
use desk_app::{Desk, Failure};
use std::sync::Arc;
use tauri::ipc::{InvokeBody, Request};

commands! {
    calls_meanings => import::meanings;
    calls_survey => import::survey;
    calls_import => import::begin;
    calls_state => import::state;
    calls_cancel => import::cancel;
    calls_files => import::files;
    calls_list => call_line::list;
    quarantine_list => aside::list;
    quarantine_mend => aside::mend;
    quarantine_give_up => aside::give_up;
}

/// Takes a piece of a file. The bytes are the body of the call, untouched;
/// `x-upload` says to which file they belong (0 for a new one).
#[tauri::command]
pub async fn calls_receive(
    desk: tauri::State<'_, Arc<Desk>>,
    request: Request<'_>,
) -> Result<CallsUpload, Failure> {
    let piece = read_request(&request)?;
    super::at_desk(desk.inner().clone(), move |desk| {
        upload::receive(desk, piece)
    })
    .await
}

fn read_request(request: &Request<'_>) -> Result<CallsPiece, Failure> {
    let InvokeBody::Raw(bytes) = request.body() else {
        return Err(Failure::internal());
    };
    let upload = super::header(request, "x-upload").and_then(|id| id.parse().ok());
    Ok(CallsPiece {
        upload: upload.filter(|id| *id > 0),
        file_name: super::header(request, "x-name")
            .map(super::percent_decoded)
            .unwrap_or_default(),
        bytes: bytes.clone(),
    })
}
