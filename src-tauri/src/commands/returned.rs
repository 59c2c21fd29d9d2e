//! Pages that came back signed.

use super::commands;
use desk_app::flow::returned;
use desk_app::{Desk, Failure};
use std::sync::Arc;
use tauri::ipc::Request;

commands! {
    returned_show => returned::show;
    returned_look => returned::look;
    returned_copies => returned::copies;
    returned_place => returned::place;
    returned_drop => returned::drop;
    returned_take_out => returned::take_out;
}

/// Takes a file of signed pages in; the bytes are the body of the call.
#[tauri::command]
pub async fn returned_add(
    desk: tauri::State<'_, Arc<Desk>>,
    request: Request<'_>,
) -> Result<returned::ReturnedDesk, Failure> {
    let added = returned::ReturnedAdd {
        file_name: super::file_name(&request),
        arrival: super::word(&request, "x-arrival").unwrap_or_default(),
        bytes: super::body(&request)?,
    };
    super::at_desk(desk.inner().clone(), move |desk| returned::add(desk, added)).await
}
