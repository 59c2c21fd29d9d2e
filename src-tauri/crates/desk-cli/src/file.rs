//! Files named on the command line. Owns reading them within limits and
//! writing the answer whole or not at all; refuses by naming the file.

use crate::refused::Refused;
use crate::situation::Situation;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Most bytes of a paper; the same as at the window's door.
const MOST_BYTES: u64 = 64 * MEBIBYTE;
/// Most bytes of a list or a JSON file.
const MOST_TEXT: u64 = 16 * MEBIBYTE;
const MEBIBYTE: u64 = 1024 * 1024;

/// A file's name without its folders, for messages and for the record.
pub fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

/// Opens a file to be read as it goes, however large it is.
pub fn open(path: &Path) -> Result<File, Refused> {
    File::open(path).map_err(|_| Situation::InputFileUnreadable { file: name(path) }.into())
}

/// Reads a paper, untouched.
pub fn read(path: &Path) -> Result<Vec<u8>, Refused> {
    read_within(path, MOST_BYTES)
}

/// Reads a text as UTF-8, UTF-16 with a mark, or else as GB18030, which is what
/// Chinese Windows writes.
pub fn read_text(path: &Path) -> Result<String, Refused> {
    let bytes = read_within(path, MOST_TEXT)?;
    let fallback = match std::str::from_utf8(&bytes) {
        Ok(_) => encoding_rs::UTF_8,
        Err(_) => encoding_rs::GB18030,
    };
    // Follows a byte order mark where there is one, and takes it off.
    Ok(fallback.decode(&bytes).0.into_owned())
}

/// Reads a JSON file; keys that begin with `//` are explanations and passed over.
pub fn read_json<T: DeserializeOwned>(path: &Path) -> Result<T, Refused> {
    let mut value: Value =
        serde_json::from_str(&read_text(path)?).map_err(|fault| Situation::InputFileNotJson {
            file: name(path),
            line: fault.line(),
        })?;
    strip_explanations(&mut value);
    serde_path_to_error::deserialize(value).map_err(|fault| {
        Situation::InputFileField {
            file: name(path),
            field: fault.path().to_string(),
        }
        .into()
    })
}

/// Takes off every key that begins with `//`, at any depth.
pub fn strip_explanations(value: &mut Value) {
    match value {
        Value::Object(keys) => {
            keys.retain(|key, _| !key.starts_with("//"));
            keys.values_mut().for_each(strip_explanations);
        }
        Value::Array(items) => items.iter_mut().for_each(strip_explanations),
        _ => {}
    }
}

/// A file to be written. Made before the work is done, so that a folder that
/// cannot be written is found out before an agreement number is spent.
#[derive(Debug)]
pub struct Destination {
    path: PathBuf,
    draft: NamedTempFile,
}

impl Destination {
    /// Finds out whether the file can be written, without touching it.
    pub fn prepare(path: &Path) -> Result<Self, Refused> {
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let draft = NamedTempFile::new_in(folder).map_err(|_| unwritable(path))?;
        if path.is_dir() {
            return Err(unwritable(path));
        }
        Ok(Self {
            path: path.to_owned(),
            draft,
        })
    }

    /// Puts the file in its place, whole.
    pub fn write(mut self, bytes: &[u8]) -> Result<(), Refused> {
        let written = self
            .draft
            .write_all(bytes)
            .and_then(|()| self.draft.as_file().sync_all());
        written.map_err(|_| unwritable(&self.path))?;
        self.draft
            .persist(&self.path)
            .map_err(|_| unwritable(&self.path))?;
        Ok(())
    }
}

fn unwritable(path: &Path) -> Refused {
    Situation::OutputFileUnwritable {
        file: path.display().to_string(),
    }
    .into()
}

fn read_within(path: &Path, limit: u64) -> Result<Vec<u8>, Refused> {
    let unreadable = |_| Situation::InputFileUnreadable { file: name(path) };
    let file = File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    // One byte more than allowed tells a file that is too large from one that
    // just fits, also where the length is not known beforehand (a pipe).
    file.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > limit) {
        return Err(Situation::InputFileTooLarge {
            file: name(path),
            limit: limit / MEBIBYTE,
        }
        .into());
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(bytes: &[u8]) -> NamedTempFile {
        let mut file = NamedTempFile::new().unwrap();
        file.write_all(bytes).unwrap();
        file
    }

    #[test]
    fn a_list_from_chinese_windows_is_read() {
        let (bytes, _, _) = encoding_rs::GB18030.encode("4001234567,联通");
        assert_eq!(
            read_text(written(&bytes).path()).unwrap(),
            "4001234567,联通"
        );
    }

    #[test]
    fn a_byte_order_mark_is_taken_off() {
        assert_eq!(
            read_text(written(b"\xEF\xBB\xBF4001234567").path()).unwrap(),
            "4001234567"
        );
        assert_eq!(
            read_text(written(b"\xFF\xFE4\x000\x00").path()).unwrap(),
            "40"
        );
    }

    #[test]
    fn explanations_are_passed_over_at_any_depth() {
        let mut value = serde_json::json!({"//": 1, "a": [{"//b": 2, "b": 3}]});
        strip_explanations(&mut value);
        assert_eq!(value, serde_json::json!({"a": [{"b": 3}]}));
    }

    #[test]
    fn a_wrong_key_is_named_by_its_path() {
        let file = written(r#"{"company": {"nmae": "x"}}"#.as_bytes());
        let refused = read_json::<desk_domain::form::Form>(file.path()).unwrap_err();
        assert_eq!(refused.code(), "InputFileField");
    }

    #[test]
    fn a_file_in_a_folder_that_is_not_there_is_refused_before_the_work() {
        let folder = tempfile::tempdir().unwrap();
        let refused = Destination::prepare(&folder.path().join("none/a.pdf")).unwrap_err();
        assert_eq!(refused.code(), "OutputFileUnwritable");
    }

    #[test]
    fn a_file_is_put_in_place_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pdf");
        std::fs::write(&path, "older and longer").unwrap();
        Destination::prepare(&path).unwrap().write(b"new").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
