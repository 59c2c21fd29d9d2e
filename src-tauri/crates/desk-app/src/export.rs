//! Writing files for people: into the export folder, whole or not at all, never
//! over a file that is there with other content, and under names that every
//! system takes.

use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::flow::setting;
use desk_domain::file_name;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The export folder, made when it is not there yet.
pub(crate) fn folder(desk: &Desk) -> Result<PathBuf, Failure> {
    let settings = setting::show(desk, ())?;
    let folder = PathBuf::from(settings.export_folder);
    fs::create_dir_all(&folder).map_err(|_| unwritable(&folder))?;
    Ok(folder)
}

/// Writes a file into the export folder and returns where it lies.
pub(crate) fn write(desk: &Desk, name: &str, bytes: &[u8]) -> Result<String, Failure> {
    write_into(&folder(desk)?, name, bytes)
}

/// Writes a file into a folder that is there and returns where it lies.
pub(crate) fn write_into(folder: &Path, name: &str, bytes: &[u8]) -> Result<String, Failure> {
    let path = match free_name(folder, name, bytes) {
        // Left as it is: whoever has it open would keep it from being replaced.
        Place::Filled(path) => path,
        Place::Free(path) => {
            write_whole(&path, bytes).map_err(|_| unwritable(folder))?;
            path
        }
    };
    Ok(path.display().to_string())
}

pub(crate) fn unwritable(folder: &Path) -> Failure {
    Situation::ExportFolderUnwritable(folder.display().to_string()).into()
}

/// Where a file goes.
#[derive(Debug, PartialEq, Eq)]
enum Place {
    /// Nothing lies there.
    Free(PathBuf),
    /// The very same bytes lie there.
    Filled(PathBuf),
}

/// `name`, or `name (2)` … when something else has that name.
fn free_name(folder: &Path, name: &str, bytes: &[u8]) -> Place {
    let (text, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let stem = file_name::stem(text);
    let plain = folder.join(format!("{stem}.{ending}"));
    let numbered = (2..100).map(|n| folder.join(format!("{stem} ({n}).{ending}")));
    let place = |path: PathBuf| {
        if !path.exists() {
            return Some(Place::Free(path));
        }
        let same = fs::read(&path).is_ok_and(|there| there == bytes);
        same.then_some(Place::Filled(path))
    };
    std::iter::once(plain.clone())
        .chain(numbered)
        .find_map(place)
        .unwrap_or(Place::Free(plain))
}

fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let draft = path.with_extension("part");
    let mut file = fs::File::create(&draft)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    drop(file);
    let moved = written.and_then(|()| fs::rename(&draft, path));
    if moved.is_err() {
        let _ = fs::remove_file(&draft);
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_bytes_are_left_as_they_are_even_while_somebody_reads_them() {
        let folder = tempfile::tempdir().unwrap();
        let first = write_into(folder.path(), "账单-2026-11.pdf", b"one").unwrap();
        let open = fs::File::open(&first).unwrap();
        let again = write_into(folder.path(), "账单-2026-11.pdf", b"one").unwrap();
        assert_eq!(again, first);
        let other = write_into(folder.path(), "账单-2026-11.pdf", b"two").unwrap();
        assert!(other.ends_with("账单-2026-11 (2).pdf"), "{other}");
        drop(open);
        assert_eq!(fs::read(&first).unwrap(), b"one");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn every_file_has_a_name_that_windows_takes_and_stays_in_its_folder() {
        let folder = tempfile::tempdir().unwrap();
        for (asked, written) in [
            ("账单-晨光<商贸>:\"甲\".xlsx", "账单-晨光商贸甲.xlsx"),
            ("../../账单.pdf", "账单.pdf"),
            ("CON.pdf", "CON_.pdf"),
            ("收据-1. .pdf", "收据-1.pdf"),
        ] {
            let path = write_into(folder.path(), asked, asked.as_bytes()).unwrap();
            assert_eq!(Path::new(&path), folder.path().join(written));
            assert_eq!(fs::read(&path).unwrap(), asked.as_bytes());
        }
    }
}
