//! Writing files for people: into the export folder, whole or not at all, and
//! never over a file that is there with other content.

use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::flow::setting;
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
    let path = free_name(folder, name, bytes);
    write_whole(&path, bytes).map_err(|_| unwritable(folder))?;
    Ok(path.display().to_string())
}

pub(crate) fn unwritable(folder: &Path) -> Failure {
    Situation::ExportFolderUnwritable(folder.display().to_string()).into()
}

/// `name`, or `name (2)` … when something else has that name. The same bytes
/// under the same name are left as they are.
fn free_name(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let plain = folder.join(name);
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let numbered = (2..100).map(|n| folder.join(format!("{stem} ({n}).{ending}")));
    let usable =
        |path: &PathBuf| !path.exists() || fs::read(path).is_ok_and(|there| there == bytes);
    std::iter::once(plain.clone())
        .chain(numbered)
        .find(usable)
        .unwrap_or(plain)
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
