//! Bounds around an `.xlsx`, which is a ZIP archive: it is unpacked once into
//! nothing before its reader sees it, because the sizes it states may lie.

use super::Input;
use crate::calls::sniff::holds;
use crate::calls::{CallsError, Limits};
use memchr::{memchr, memmem};
use std::io::Read;
use zip::ZipArchive;
use zip::result::ZipError;

/// Most parts of a workbook.
const MOST_PARTS: usize = 4096;
/// Below this size nothing is a bomb, however well it packs.
const HARMLESS: u64 = 16 * 1024 * 1024;

/// Refuses an archive that is no workbook, unpacks beyond the limits, is
/// damaged, or would make its reader reserve memory for what is not there.
pub(super) fn check(input: &mut dyn Input, limits: &Limits) -> Result<(), CallsError> {
    let packed = input.seek(std::io::SeekFrom::End(0))?;
    input.rewind()?;
    let mut archive = ZipArchive::new(&mut *input).map_err(damaged)?;
    check_kind(&archive)?;
    if archive.len() > MOST_PARTS {
        return Err(CallsError::TooHeavy);
    }
    let bound = limits
        .max_unpacked
        .min(packed.saturating_mul(limits.max_ratio).max(HARMLESS));
    let mut unpacked = 0;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(damaged)?;
        let is_xml = part
            .name()
            .map_err(damaged)?
            .to_lowercase()
            .ends_with(".xml");
        unpacked += drain(&mut part, is_xml, bound - unpacked, limits)?;
    }
    input.rewind()?;
    Ok(())
}

fn check_kind<R: Read + std::io::Seek>(archive: &ZipArchive<R>) -> Result<(), CallsError> {
    let has = |start: &str| {
        archive
            .file_names()
            .flatten()
            .any(|name| name.starts_with(start))
    };
    if has("xl/worksheets/") || has("xl/workbook.xml") {
        return Ok(());
    }
    Err(CallsError::KindRefused(match () {
        () if has("xl/workbook.bin") => "XLSB 表格",
        () if has("word/") => "Word 文档",
        () if has("content.xml") => "ODS 表格",
        () => "压缩包",
    }))
}

/// Unpacks one part into nothing; how many bytes it had.
fn drain(
    part: &mut impl Read,
    is_xml: bool,
    bound: u64,
    limits: &Limits,
) -> Result<u64, CallsError> {
    let (mut total, mut run) = (0_u64, 0_usize);
    let mut buffer = vec![0; 64 * 1024];
    let mut unique = None;
    loop {
        let read = part.read(&mut buffer).map_err(unpacking)?;
        if read == 0 {
            break;
        }
        total += read as u64;
        if total > bound {
            return Err(CallsError::TooHeavy);
        }
        let bytes = &buffer[..read];
        if is_xml {
            run = longest_run(bytes, run, limits.max_run)?;
            unique = unique.or_else(|| stated_strings(bytes));
        }
    }
    // The reader reserves room for as many strings as the part says it has.
    if unique.is_some_and(|count| count > total) {
        return Err(CallsError::Damaged(
            "it states more texts than it holds".to_owned(),
        ));
    }
    Ok(total)
}

/// Length of the text since the last tag; refuses one that is too long.
pub(super) fn longest_run(bytes: &[u8], before: usize, limit: usize) -> Result<usize, CallsError> {
    let (mut rest, mut run) = (bytes, before);
    while let Some(at) = memchr(b'<', rest) {
        if run + at > limit {
            return Err(CallsError::RowTooLong { row: 0, limit });
        }
        (rest, run) = (&rest[at + 1..], 0);
    }
    run += rest.len();
    if run > limit {
        return Err(CallsError::RowTooLong { row: 0, limit });
    }
    Ok(run)
}

fn stated_strings(bytes: &[u8]) -> Option<u64> {
    if !holds(bytes, "uniqueCount") {
        return None;
    }
    let at = memmem::find(bytes, b"uniqueCount")?;
    let digits: Vec<u8> = bytes[at..]
        .iter()
        .skip_while(|byte| !byte.is_ascii_digit())
        .take_while(|byte| byte.is_ascii_digit())
        .copied()
        .collect();
    Some(
        std::str::from_utf8(&digits)
            .ok()?
            .parse()
            .unwrap_or(u64::MAX),
    )
}

fn damaged(error: ZipError) -> CallsError {
    match error {
        ZipError::Io(error) => unpacking(error),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => CallsError::NeedsPassword,
        other => CallsError::Damaged(other.to_string()),
    }
}

/// A stop asked for from outside stays one; anything else is damage.
fn unpacking(error: std::io::Error) -> CallsError {
    let text = error.to_string();
    match CallsError::from(error) {
        CallsError::Unreadable(_) => CallsError::Damaged(text),
        refusal => refusal,
    }
}
