//! What stands on a printed page, read by poppler, which shares no code with
//! the program that wrote it.

use std::io::Write;
use std::process::Command;
use tempfile::NamedTempFile;

/// The text of each page, without spaces and line ends, so that where a line
/// breaks does not matter.
pub fn pages(pdf: &[u8]) -> Vec<String> {
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(pdf).unwrap();
    let read = Command::new("pdftotext")
        .arg("-layout")
        .arg(file.path())
        .arg("-")
        .output()
        .unwrap();
    assert!(
        read.status.success(),
        "{}",
        String::from_utf8_lossy(&read.stderr)
    );
    let text = String::from_utf8(read.stdout).unwrap();
    let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
    pages
        .into_iter()
        .map(|page| page.chars().filter(|c| !c.is_whitespace()).collect())
        .collect()
}

/// The whole text.
pub fn text(pdf: &[u8]) -> String {
    pages(pdf).concat()
}
