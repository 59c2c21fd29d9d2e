//! Owns where things lie in the repository, and with which words cargo builds
//! them. One set of words for every step, so that nothing is built twice.

use crate::work::{On, Outcome, call};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The words of every build of the test command: the same packages, features
/// and profile as `cargo nextest run --workspace`, so that the window under
/// test comes out of the same build.
pub const BUILD: [&str; 5] = ["build", "--workspace", "--lib", "--bins", "--tests"];

/// The repository's top folder.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// Cargo's output folder.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// A program of this workspace, as the last debug build left it.
pub fn built(name: &str) -> PathBuf {
    target()
        .join("debug")
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// The cargo that started this program.
pub fn cargo<'a>(words: impl IntoIterator<Item = &'a str>) -> Command {
    let program = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut command = call(&program, words);
    command.current_dir(root());
    command
}

/// Whether a window could be shown here.
pub fn has_display() -> bool {
    let named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY")
}

/// Puts `command` behind an invisible screen of the office's size and a message
/// bus of its own.
pub fn on_invisible_screen(command: &Command) -> Command {
    let bus = format!(
        "--config-file={}",
        root().join("tests/e2e/bus.conf").display()
    );
    let screen = [
        "-a",
        "-s",
        "-screen 0 1366x768x24",
        "dbus-run-session",
        &bus,
        "--",
    ];
    let mut wrapped = call("xvfb-run", screen);
    wrapped.arg(command.get_program()).args(command.get_args());
    for (name, value) in command.get_envs() {
        if let Some(value) = value {
            wrapped.env(name, value);
        }
    }
    // The window draws with the processor there; looking for a graphics card
    // only costs time.
    wrapped
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .env("NO_AT_BRIDGE", "1");
    wrapped.current_dir(root());
    wrapped
}

/// Every file beneath `folder` that people write, in order of its path.
pub fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    const NOT_OURS: [&str; 5] = ["target", "node_modules", "dist", "gen", ".git"];
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(&folder).on(folder.display())? {
            let path = entry.on(folder.display())?.path();
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or_default();
            if NOT_OURS.contains(&name) {
                continue;
            }
            if path.is_dir() {
                waiting.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// A path as people write it: from the top folder, with slashes.
pub fn short(path: &Path) -> String {
    let inner = path.strip_prefix(root()).unwrap_or(path);
    inner.to_string_lossy().replace('\\', "/")
}
