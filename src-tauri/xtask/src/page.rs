//! Owns the window's page: its packages, its build, its own checks.

use crate::house;
use crate::work::{Outcome, call, run};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

fn folder() -> PathBuf {
    house::root().join("ui")
}

fn npm<'a>(words: impl IntoIterator<Item = &'a str>) -> Command {
    let mut command = call("npm", words);
    command.current_dir(folder());
    command
}

/// Installs the packages of the lock file, unless they are there.
pub fn packages() -> Outcome {
    let lock = changed(&folder().join("package-lock.json"));
    let installed = changed(&folder().join("node_modules/.package-lock.json"));
    if lock.is_some() && lock <= installed {
        return Ok(());
    }
    run(&mut npm(["ci", "--no-fund", "--no-audit"]))
}

/// Builds `ui/dist`, unless it is newer than all it is made of. The shell
/// carries these files inside itself, so an unneeded build would relink it.
pub fn build() -> Outcome {
    let made = changed(&folder().join("dist/index.html"));
    if made.is_some() && newest_source()? <= made {
        return Ok(());
    }
    run(&mut npm(["run", "--silent", "build"]))
}

/// Types and lint.
pub fn check() -> Outcome {
    run(&mut npm(["run", "--silent", "check"]))
}

/// The page's unit tests.
pub fn test() -> Outcome {
    run(&mut npm(["run", "--silent", "test"]))
}

fn newest_source() -> Outcome<Option<SystemTime>> {
    let mut sources = house::files(&folder())?;
    sources.extend(house::files(&house::root().join("assets/wording")).unwrap_or_default());
    Ok(sources.iter().filter_map(|file| changed(file)).max())
}

fn changed(file: &Path) -> Option<SystemTime> {
    std::fs::metadata(file)
        .and_then(|facts| facts.modified())
        .ok()
}
