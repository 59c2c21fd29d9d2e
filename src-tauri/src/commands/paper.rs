//! Papers of an order.

use super::commands;
use desk_app::flow::{paper, reading};
use desk_app::{Desk, Failure};
use std::sync::Arc;
use tauri::ipc::{InvokeBody, Request};

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
    let InvokeBody::Raw(bytes) = request.body() else {
        return Err(Failure::internal());
    };
    let text = |name: &str| super::header(request, name);
    let word = |name: &str| text(name).map(|word| serde_json::Value::String(word.to_owned()));
    Ok(paper::PaperAdd {
        order: text("x-order")
            .and_then(|id| id.parse().ok())
            .ok_or_else(Failure::internal)?,
        file_name: text("x-name").map(super::percent_decoded).unwrap_or_default(),
        arrival: word("x-arrival")
            .and_then(|word| serde_json::from_value(word).ok())
            .unwrap_or_default(),
        kind: word("x-kind").and_then(|word| serde_json::from_value(word).ok()),
        bytes: bytes.clone(),
    })
}
