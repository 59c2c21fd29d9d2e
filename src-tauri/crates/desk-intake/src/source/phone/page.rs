//! What a telephone is shown.

use std::io::Cursor;
use tiny_http::{Header, Response};

/// The page, with a place for the mark of its own script.
const PAGE: &str = include_str!("page.html");

/// An answer that is whole in memory.
pub(super) type Answer = Response<Cursor<Vec<u8>>>;

/// The page itself, for the telephone that is to be known by `guest`; `nonce`
/// tells its own script from any other.
pub(super) fn upload(token: &str, guest: &str, nonce: &str) -> Answer {
    let policy = format!(
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-{nonce}'; \
         connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    );
    let cookie = format!("desk400={guest}; HttpOnly; SameSite=Strict; Path=/{token}");
    let page = html(200, &PAGE.replace("{nonce}", nonce));
    with(
        with(page, "Content-Security-Policy", &policy),
        "Set-Cookie",
        &cookie,
    )
}

/// A sentence instead of the page.
pub(super) fn sentence(status: u16, text: &str) -> Answer {
    html(
        status,
        &format!(
            "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <title>拍照传到电脑</title>\
             <p style=\"font:1.2rem/1.6 system-ui,sans-serif;padding:1rem\">{text}"
        ),
    )
}

/// Nothing but a status, for the page's own script.
pub(super) fn status(status: u16) -> Answer {
    guarded(Response::from_data(Vec::new()).with_status_code(status))
}

fn html(status: u16, text: &str) -> Answer {
    let answer = Response::from_data(text.as_bytes().to_vec()).with_status_code(status);
    with(guarded(answer), "Content-Type", "text/html; charset=utf-8")
}

/// Nothing is to be kept by a telephone, and nobody to be told the address.
fn guarded(answer: Answer) -> Answer {
    let answer = with(answer, "Cache-Control", "no-store");
    let answer = with(answer, "Referrer-Policy", "no-referrer");
    with(answer, "X-Content-Type-Options", "nosniff")
}

fn with(answer: Answer, name: &str, value: &str) -> Answer {
    match Header::from_bytes(name, value) {
        Ok(header) => answer.with_header(header),
        // All are written here, in ASCII.
        Err(()) => answer,
    }
}
