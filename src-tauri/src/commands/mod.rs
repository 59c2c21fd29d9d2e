//! The handlers the window may call, one file a flow. Names and types come
//! from `desk_app::contract`, so a handler cannot drift from the bindings.

mod agreement;
mod customer;
mod number;
mod office;
mod order;
mod paper;
mod scan;
mod session;

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
        scan::scan_devices,
        scan::scan_start,
        scan::scan_state,
        scan::scan_cancel,
        agreement::agreement_list,
        agreement::agreement_show,
        agreement::agreement_sign,
        agreement::agreement_void,
        agreement::agreement_save,
        agreement::agreement_send,
        agreement::printer_list,
        agreement::print_state,
    ]
}
