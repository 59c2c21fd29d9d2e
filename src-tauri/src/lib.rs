//! The desktop shell: opens the window, hands each call to `desk-app` on a
//! worker thread and pictures to the `paper:` protocol. Refuses to know a
//! rule of the trade; a body here is one call.

mod commands;
mod pictures;

use desk_app::Desk;
use std::sync::Arc;
use tauri::webview::{PermissionKind, PermissionResponse};

/// Opens the window and runs until it is closed.
///
/// The data folder is the platform's own, or `DESK400_DATA` when set.
pub fn run() {
    let desk = Arc::new(Desk::at_default_place());
    let window = tauri::Builder::default()
        .manage(desk)
        .register_asynchronous_uri_scheme_protocol("paper", pictures::answer)
        .on_permission_request(|_, asked| permitted(&asked))
        .invoke_handler(commands::handler())
        .run(tauri::generate_context!());
    if let Err(error) = window {
        // Without a window there is nobody to show a dialog to.
        eprintln!("desk400: the window could not be opened: {error}");
        std::process::exit(1);
    }
}

/// The page may use the camera over the desk (高拍仪), and nothing else.
fn permitted(asked: &PermissionKind) -> PermissionResponse {
    match asked {
        PermissionKind::Camera => PermissionResponse::Allow,
        _ => PermissionResponse::Deny,
    }
}
