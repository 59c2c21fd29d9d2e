//! The office itself: staff, the firm's profile, settings, audit log, backups.

use super::commands;
use desk_app::flow::{audit, backup, firm, firm_mark, setting, staff};
use desk_app::{Desk, Failure};
use std::sync::Arc;
use tauri::ipc::Request;

commands! {
    staff_list => staff::list;
    staff_add => staff::add;
    staff_remove => staff::remove;
    staff_reset => staff::reset;
    firm_show => firm::show;
    firm_save => firm::save;
    firm_marks => firm_mark::show;
    firm_mark_remove => firm_mark::remove;
    setting_show => setting::show;
    setting_save => setting::save;
    audit_list => audit::list;
    backup_make => backup::make;
    store_verify => backup::verify;
}

/// Puts a picture of the firm's seal or signature in force; the bytes are the
/// body of the call.
#[tauri::command]
pub async fn firm_mark_set(
    desk: tauri::State<'_, Arc<Desk>>,
    request: Request<'_>,
) -> Result<firm_mark::FirmMarksView, Failure> {
    let set = firm_mark::FirmMarkSet {
        kind: super::word(&request, "x-kind").ok_or_else(Failure::internal)?,
        millimetres: super::header(&request, "x-millimetres")
            .and_then(|width| width.parse().ok())
            .unwrap_or(0),
        file_name: super::file_name(&request),
        bytes: super::body(&request)?,
    };
    super::at_desk(desk.inner().clone(), move |desk| firm_mark::set(desk, set)).await
}
