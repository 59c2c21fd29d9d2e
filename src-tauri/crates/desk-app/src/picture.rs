//! Pictures the window asks for by path: `paper/12?side=1600&raw=1`,
//! `place/7/0/uscc`, `order/5/1?width=900`, `agreement/QF-2026-000001/3?width=900`. Refuses any
//! other path and any size beyond what a screen can show.

use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::flow::{agreement, order, paper, reading};
use std::str::FromStr;

/// No picture in the window is larger than this, in pixels.
const LARGEST: u32 = 4000;
/// Size where none is asked for.
const USUAL: u32 = 1200;

/// A picture ready to be shown.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Media type.
    pub media: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Which picture.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Wanted {
    Paper {
        id: i64,
        side: u32,
        raw: bool,
    },
    Place {
        reading: i64,
        document: u32,
        field: String,
    },
    OrderPage {
        id: i64,
        page: u32,
        width: u32,
    },
    AgreementPage {
        number: String,
        page: u32,
        width: u32,
    },
}

/// Fetches the picture named by a path and a query.
///
/// # Errors
/// Unknown paths, papers the role may not see, damaged files.
pub fn fetch(desk: &Desk, path: &str, query: &str) -> Result<Picture, Failure> {
    let wanted = parse(path, query).ok_or(Situation::PictureUnknown)?;
    match wanted {
        Wanted::Paper { id, side, raw } => paper::picture(desk, id, side, raw),
        Wanted::Place {
            reading,
            document,
            field,
        } => reading::place_picture(desk, reading, document, &field),
        Wanted::OrderPage { id, page, width } => order::preview_page(desk, id, page, width),
        Wanted::AgreementPage {
            number,
            page,
            width,
        } => agreement::page(desk, &number, page, width),
    }
}

fn parse(path: &str, query: &str) -> Option<Wanted> {
    let path = path.trim_start_matches('/').replace("%2F", "/");
    let parts: Vec<&str> = path.split('/').collect();
    let size = |name| {
        value::<u32>(query, name)
            .unwrap_or(USUAL)
            .clamp(16, LARGEST)
    };
    match parts.as_slice() {
        ["paper", id] => Some(Wanted::Paper {
            id: id.parse().ok()?,
            side: size("side"),
            raw: value::<u8>(query, "raw") == Some(1),
        }),
        ["place", reading, document, field] => Some(Wanted::Place {
            reading: reading.parse().ok()?,
            document: document.parse().ok()?,
            field: (*field).to_owned(),
        }),
        ["order", id, page] => Some(Wanted::OrderPage {
            id: id.parse().ok()?,
            page: page.parse().ok()?,
            width: size("width"),
        }),
        ["agreement", number, page] => Some(Wanted::AgreementPage {
            number: (*number).to_owned(),
            page: page.parse().ok()?,
            width: size("width"),
        }),
        _ => None,
    }
}

fn value<T: FromStr>(query: &str, name: &str) -> Option<T> {
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find(|(key, _)| *key == name)
        .and_then(|(_, value)| value.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_names_one_picture() {
        assert_eq!(
            parse("/paper/12", "side=99999&raw=1"),
            Some(Wanted::Paper {
                id: 12,
                side: LARGEST,
                raw: true
            })
        );
        assert_eq!(
            parse("/agreement/QF-2026-000001/3", ""),
            Some(Wanted::AgreementPage {
                number: "QF-2026-000001".to_owned(),
                page: 3,
                width: USUAL
            })
        );
    }

    #[test]
    fn any_other_path_is_refused() {
        for path in [
            "",
            "/",
            "/paper",
            "/paper/x",
            "/paper/1/2/3",
            "/../etc/passwd",
            "/order/1",
        ] {
            assert_eq!(parse(path, ""), None, "{path}");
        }
    }
}
