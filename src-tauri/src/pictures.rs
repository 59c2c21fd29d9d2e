//! Pictures of papers and pages for the window, so that `<img>` fetches them
//! like any other picture and no bytes pass through JSON.

use desk_app::{Desk, Failure, picture};
use std::sync::Arc;
use tauri::http::{Request, Response, StatusCode, header};
use tauri::{Manager, Runtime, UriSchemeContext, UriSchemeResponder};

/// Answers `paper://localhost/<path>?<query>` on a worker thread.
pub fn answer<R: Runtime>(
    context: UriSchemeContext<'_, R>,
    request: Request<Vec<u8>>,
    responder: UriSchemeResponder,
) {
    let desk = context.app_handle().state::<Arc<Desk>>().inner().clone();
    tauri::async_runtime::spawn_blocking(move || {
        let uri = request.uri();
        let found = picture::fetch(&desk, uri.path(), uri.query().unwrap_or_default());
        responder.respond(found.map_or_else(|failure| refused(&failure), shown));
    });
}

/// A picture. It may be an identity card: no cache may keep it.
fn shown(picture: picture::Picture) -> Response<Vec<u8>> {
    respond(StatusCode::OK, picture.media, picture.bytes)
}

fn refused(failure: &Failure) -> Response<Vec<u8>> {
    let body = serde_json::to_vec(failure).unwrap_or_default();
    respond(StatusCode::NOT_FOUND, "application/json", body)
}

fn respond(status: StatusCode, media: &str, body: Vec<u8>) -> Response<Vec<u8>> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    if let Ok(value) = header::HeaderValue::from_str(media) {
        headers.insert(header::CONTENT_TYPE, value);
    }
    headers.insert(
        header::CACHE_CONTROL,
        header::HeaderValue::from_static("no-store"),
    );
    headers.insert(
        header::ACCESS_CONTROL_ALLOW_ORIGIN,
        header::HeaderValue::from_static("*"),
    );
    response
}
