//! Word's .docx out of its archive. Owns the limits: how many parts, how much
//! each may unpack to, whatever the archive says of itself. Refuses encrypted
//! and broken files.

use super::ImportError;
use super::document;
use super::numbering::Numbering;
use super::source::Source;
use roxmltree::{Document, ParsingOptions};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Parts of a .docx; Word writes some twenty, pictures included.
const PARTS: usize = 2_000;
/// What the text, and what any other part may unpack to, in bytes.
const TEXT: u64 = 24 * 1024 * 1024;
const PART: u64 = 6 * 1024 * 1024;
/// Elements of one part.
const NODES: u32 = 600_000;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

pub(super) fn read(file: &[u8]) -> Result<Source, ImportError> {
    let mut archive = ZipArchive::new(Cursor::new(file)).map_err(|_| ImportError::DocxBroken)?;
    if archive.len() > PARTS {
        return Err(ImportError::DocxTooLarge);
    }
    let Some(text) = part(&mut archive, "word/document.xml", TEXT)? else {
        return Err(ImportError::DocxBroken);
    };
    let numbering = part(&mut archive, "word/numbering.xml", PART)?;
    let styles = part(&mut archive, "word/styles.xml", PART)?;
    let mut numbering = Numbering::read(
        &parsed(numbering.as_deref().unwrap_or("<none/>"))?,
        &parsed(styles.as_deref().unwrap_or("<none/>"))?,
    );
    let lines = document::lines(&parsed(&text)?, &mut numbering);
    Ok(Source {
        header: header(&mut archive)?,
        lines,
        broken: false,
    })
}

/// The words over the pages, from the first header that has any.
fn header(archive: &mut Archive<'_>) -> Result<String, ImportError> {
    for number in 1..=3 {
        let name = format!("word/header{number}.xml");
        if let Some(xml) = part(archive, &name, PART)? {
            let words = document::words(&parsed(&xml)?);
            if !words.is_empty() {
                return Ok(words);
            }
        }
    }
    Ok(String::new())
}

/// A part as text, read no further than its limit.
fn part(archive: &mut Archive<'_>, name: &str, limit: u64) -> Result<Option<String>, ImportError> {
    let entry = match archive.by_name(name) {
        Ok(entry) => entry,
        Err(zip::result::ZipError::FileNotFound) => return Ok(None),
        Err(_) => return Err(ImportError::DocxBroken),
    };
    let mut bytes = Vec::new();
    let read = entry.take(limit + 1).read_to_end(&mut bytes);
    read.map_err(|_| ImportError::DocxBroken)?;
    if bytes.len() as u64 > limit {
        return Err(ImportError::DocxTooLarge);
    }
    String::from_utf8(bytes)
        .map(Some)
        .map_err(|_| ImportError::DocxBroken)
}

fn parsed(xml: &str) -> Result<Document<'_>, ImportError> {
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: NODES,
        ..ParsingOptions::default()
    };
    let xml = xml.trim_start_matches('\u{feff}');
    Document::parse_with_options(xml, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => ImportError::DocxTooLarge,
        _ => ImportError::DocxBroken,
    })
}
