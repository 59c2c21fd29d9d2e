//! Letting a file in: what it is, how many pages it has and what they look
//! like. The bytes themselves are the caller's to keep, as they came.

use crate::guard::guarded;
use crate::page::{PageImage, PageShape};
use crate::view::View;
use crate::{IntakeError, Limits, Media, heic, pdf, picture, tiff};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// Longest name kept, in characters.
const LONGEST_NAME: usize = 120;

/// A file that may come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Admitted {
    /// What it really is.
    pub media: Media,
    /// The file's own name, without folders and control characters.
    pub name: String,
    /// Its pages in their order, at least one.
    pub pages: Vec<PageShape>,
}

impl Admitted {
    /// How many pages it has.
    #[must_use]
    pub fn page_count(&self) -> u32 {
        u32::try_from(self.pages.len()).unwrap_or(u32::MAX)
    }
}

/// Reads a file from the disk, refusing one that is too large before it is read.
///
/// # Errors
/// `FileUnreadable`, `FileTooLarge`.
pub fn read_file(path: &Path, limits: &Limits) -> Result<Vec<u8>, IntakeError> {
    let file = File::open(path)?;
    let stated = file.metadata()?.len();
    let limit = limits.max_bytes;
    if stated > limit {
        return Err(IntakeError::FileTooLarge {
            bytes: stated,
            limit,
        });
    }
    let mut bytes = Vec::new();
    // What is no regular file states no length.
    file.take(limit + 1).read_to_end(&mut bytes)?;
    check_length(&bytes, limits)?;
    Ok(bytes)
}

/// Looks at a file as it came and says what it is. A picture, and the first
/// page of a TIFF, is decoded whole, so that a broken file is refused while
/// the customer still stands there; the later pages of a TIFF must be there in
/// full, those of a PDF must be readable.
///
/// # Errors
/// Every [`IntakeError`] about a file.
pub fn admit(name: &str, bytes: &[u8], limits: &Limits) -> Result<Admitted, IntakeError> {
    check_length(bytes, limits)?;
    let media = Media::sniff(bytes)?;
    let (file, bounds) = (Arc::new(bytes.to_vec()), limits.clone());
    let pages = guarded(limits, move || shapes(media, &file, &bounds))?;
    Ok(Admitted {
        media,
        name: own_name(name),
        pages,
    })
}

/// The picture of one page, counted from 1, for a way of looking at it.
///
/// # Errors
/// Every [`IntakeError`] about a file or a page.
pub fn page_image(
    bytes: &[u8],
    page: u32,
    view: &View,
    limits: &Limits,
) -> Result<PageImage, IntakeError> {
    check_length(bytes, limits)?;
    let media = Media::sniff(bytes)?;
    let (file, bounds, view) = (Arc::new(bytes.to_vec()), limits.clone(), *view);
    guarded(limits, move || draw(media, &file, page, &view, &bounds))
}

fn check_length(bytes: &[u8], limits: &Limits) -> Result<(), IntakeError> {
    let (bytes, limit) = (bytes.len() as u64, limits.max_bytes);
    if bytes > limit {
        Err(IntakeError::FileTooLarge { bytes, limit })
    } else {
        Ok(())
    }
}

fn shapes(
    media: Media,
    bytes: &Arc<Vec<u8>>,
    limits: &Limits,
) -> Result<Vec<PageShape>, IntakeError> {
    match media {
        Media::Pdf => pdf::shapes(bytes, limits),
        Media::Tiff => {
            let shapes = tiff::shapes(bytes, limits)?;
            tiff::decode(bytes, 1, limits)?;
            Ok(shapes)
        }
        Media::Heic => Ok(vec![heic::decode(bytes, limits)?.shape()]),
        _ => Ok(vec![picture::decode(media, bytes, limits)?.shape()]),
    }
}

fn draw(
    media: Media,
    bytes: &Arc<Vec<u8>>,
    page: u32,
    view: &View,
    limits: &Limits,
) -> Result<PageImage, IntakeError> {
    let stored = match media {
        Media::Pdf => return pdf::draw(bytes, page, view, limits),
        Media::Tiff => tiff::decode(bytes, page, limits)?,
        _ if page != 1 => return Err(IntakeError::PageUnknown { page, pages: 1 }),
        Media::Heic => heic::decode(bytes, limits)?,
        _ => picture::decode(media, bytes, limits)?,
    };
    stored.seen(view)
}

/// The last part of a path of any system, without what cannot be shown.
fn own_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let shown: String = last
        .chars()
        .filter(|sign| !is_invisible(*sign))
        .take(LONGEST_NAME)
        .collect();
    match shown.trim() {
        "" => "未命名".to_owned(),
        name => name.to_owned(),
    }
}

/// Control characters, and those that reverse the writing so that `fdp.exe`
/// reads `exe.pdf`.
fn is_invisible(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_keeps_its_own_name_and_nothing_else_of_its_path() {
        assert_eq!(own_name("C:\\客户\\营业执照 副本.jpg"), "营业执照 副本.jpg");
        assert_eq!(own_name("/tmp/../etc/身份证.pdf"), "身份证.pdf");
        assert_eq!(own_name("a\u{202e}fdp\n.exe"), "afdp.exe");
        assert_eq!(own_name("folder/"), "未命名");
        assert_eq!(own_name(&"长".repeat(500)).chars().count(), LONGEST_NAME);
    }

    #[test]
    fn a_file_too_large_is_refused_before_it_is_read() {
        let file = tempfile::NamedTempFile::new().unwrap();
        file.as_file().set_len(2 * 1024 * 1024 * 1024).unwrap();
        let limits = Limits::default();
        assert_eq!(
            read_file(file.path(), &limits),
            Err(IntakeError::FileTooLarge {
                bytes: 2 * 1024 * 1024 * 1024,
                limit: limits.max_bytes
            })
        );
        let missing = read_file(Path::new("/nowhere/paper.jpg"), &limits);
        assert_eq!(
            missing,
            Err(IntakeError::FileUnreadable(std::io::ErrorKind::NotFound))
        );
    }
}
