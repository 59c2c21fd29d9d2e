//! The handlers the window may call, one file a flow. Names and types come
//! from `desk_app::contract`, so a handler cannot drift from the bindings.

mod agreement;
mod billing;
mod calls;
mod customer;
mod number;
mod office;
mod order;
mod paper;
mod returned;
mod scan;
mod session;
mod text;

use desk_app::{Desk, Failure};
use std::sync::Arc;

/// Runs a use case on a worker thread, so that the window never waits.
async fn at_desk<T: Send + 'static>(
    desk: Arc<Desk>,
    work: impl FnOnce(&Desk) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    tauri::async_runtime::spawn_blocking(move || work(&desk))
        .await
        .unwrap_or_else(|_| Err(Failure::internal()))
}

/// A header of a call, when it is there and readable.
fn header<'a>(request: &'a tauri::ipc::Request<'_>, name: &str) -> Option<&'a str> {
    let value = request.headers().get(name)?;
    value.to_str().ok()
}

/// Headers carry ASCII only, so the window sends names percent-encoded.
fn percent_decoded(name: &str) -> String {
    percent_encoding::percent_decode_str(name)
        .decode_utf8_lossy()
        .into_owned()
}

/// The bytes that are the body of a call, untouched.
fn body(request: &tauri::ipc::Request<'_>) -> Result<Vec<u8>, Failure> {
    match request.body() {
        tauri::ipc::InvokeBody::Raw(bytes) => Ok(bytes.clone()),
        tauri::ipc::InvokeBody::Json(_) => Err(Failure::internal()),
    }
}

/// A word in a header, read as one of a kind.
fn word<T: serde::de::DeserializeOwned>(
    request: &tauri::ipc::Request<'_>,
    name: &str,
) -> Option<T> {
    let word = serde_json::Value::String(header(request, name)?.to_owned());
    serde_json::from_value(word).ok()
}

/// The name of a file in a header.
fn file_name(request: &tauri::ipc::Request<'_>) -> String {
    header(request, "x-name")
        .map(percent_decoded)
        .unwrap_or_default()
}

/// Declares handlers: the command's name in the contract, the use case it calls.
macro_rules! commands {
    ($($name:ident => $flow:path;)+) => {$(
        #[tauri::command]
        pub async fn $name(
            desk: tauri::State<'_, std::sync::Arc<desk_app::Desk>>,
            request: <desk_app::contract::$name as desk_app::contract::Command>::Request,
        ) -> Result<
            <desk_app::contract::$name as desk_app::contract::Command>::Response,
            desk_app::Failure,
        > {
            super::at_desk(desk.inner().clone(), move |desk| $flow(desk, request)).await
        }
    )+};
}
use commands;

/// Every handler. A command missing here is found by the contract test.
pub fn handler<R: tauri::Runtime>() -> impl Fn(tauri::ipc::Invoke<R>) -> bool + Send + Sync + 'static
{
    tauri::generate_handler![
        session::desk_status,
        session::desk_found,
        session::session_open,
        session::session_close,
        session::session_recover,
        session::password_change,
        office::staff_list,
        office::staff_add,
        office::staff_remove,
        office::staff_reset,
        office::firm_show,
        office::firm_save,
        office::firm_marks,
        office::firm_mark_set,
        office::firm_mark_remove,
        office::setting_show,
        office::setting_save,
        office::audit_list,
        office::backup_make,
        office::store_verify,
        customer::desk_search,
        customer::customer_show,
        customer::customer_identity,
        number::number_list,
        number::number_add,
        number::number_set_state,
        order::order_list,
        order::order_new,
        order::order_show,
        order::order_save,
        order::order_discard,
        order::order_preview,
        order::order_print,
        paper::paper_add,
        paper::paper_update,
        paper::paper_verify,
        paper::paper_remove,
        paper::paper_read,
        paper::reading_show,
        paper::reading_settle,
        returned::returned_add,
        returned::returned_show,
        returned::returned_look,
        returned::returned_copies,
        returned::returned_place,
        returned::returned_drop,
        returned::returned_take_out,
        scan::scan_devices,
        scan::scan_networks,
        scan::scan_start,
        scan::scan_state,
        scan::scan_cancel,
        billing::tariff_list,
        billing::tariff_save,
        billing::tariff_try,
        billing::account_list,
        billing::account_show,
        billing::account_terms,
        billing::account_suspend,
        billing::account_resume,
        billing::account_close,
        billing::account_end,
        billing::payment_add,
        billing::entry_add,
        billing::entry_reverse,
        billing::receipt_save,
        billing::arrears_list,
        billing::notice_save,
        billing::month_list,
        billing::month_show,
        billing::month_close,
        billing::month_summary,
        billing::statement_show,
        billing::statement_export,
        billing::export_state,
        billing::export_cancel,
        billing::dispute_list,
        billing::dispute_open,
        billing::dispute_settle,
        billing::dispute_reply_save,
        calls::calls_meanings,
        calls::calls_survey,
        calls::calls_import,
        calls::calls_state,
        calls::calls_cancel,
        calls::calls_files,
        calls::calls_list,
        calls::quarantine_list,
        calls::quarantine_mend,
        calls::quarantine_give_up,
        calls::calls_receive,
        text::text_list,
        text::text_show,
        text::text_check,
        text::text_save,
        text::text_publish,
        text::text_retire,
        text::text_discard,
        text::text_import,
        text::text_compare,
        agreement::agreement_list,
        agreement::agreement_show,
        agreement::agreement_sign,
        agreement::agreement_sign_on_screen,
        agreement::agreement_verify,
        agreement::agreement_pack,
        agreement::agreement_void,
        agreement::agreement_save,
        agreement::agreement_papers,
        agreement::agreement_send,
        agreement::printer_list,
        agreement::print_state,
    ]
}
