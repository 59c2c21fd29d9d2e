//! Papers of an order.

use super::commands;
use desk_app::flow::{paper, reading};
use desk_app::{Desk, Failure};
use std::sync::Arc;
use tauri::ipc::Request;

commands! {
    paper_update => paper::update;
    paper_verify => paper::verify;
    paper_remove => paper::remove;
    paper_read => reading::read;
    reading_show => reading::show;
    reading_settle => reading::settle;
}

/// Takes a file into the tray. The bytes are the body of the call, untouched;
/// what is known about them stands in its headers.
#[tauri::command]
pub async fn paper_add(
    desk: tauri::State<'_, Arc<Desk>>,
    request: Request<'_>,
) -> Result<Vec<paper::PaperView>, Failure> {
    let added = read_request(&request)?;
    super::at_desk(desk.inner().clone(), move |desk| paper::add(desk, added)).await
}

fn read_request(request: &Request<'_>) -> Result<paper::PaperAdd, Failure> {
    Ok(paper::PaperAdd {
        order: super::header(request, "x-order")
            .and_then(|id| id.parse().ok())
            .ok_or_else(Failure::internal)?,
        file_name: super::file_name(request),
        arrival: super::word(request, "x-arrival").unwrap_or_default(),
        kind: super::word(request, "x-kind"),
        bytes: super::body(request)?,
    })
}
