//! Times what the program exists for, beside its peers.

use crate::house;
use crate::page;
use crate::setup::{For, setup};
use crate::work::{On, Outcome, call, find_program, run};
use std::path::PathBuf;

/// Sets up, builds optimised, and times.
pub fn bench() -> Outcome {
    setup(For::Testing)?;
    page::build()?;
    // One build for all; the window whose start is timed is built with it, as
    // it ships.
    let names = ["paper", "read", "start"].map(|name| ["--bench", name]);
    let packages = ["desk400", "desk-intake", "desk-paper"].map(|name| ["--package", name]);
    let words = std::iter::once("bench").chain(names.into_iter().chain(packages).flatten());
    let mut benches = house::cargo(words);
    match peers() {
        Ok(python) => {
            benches.env("DESK400_PEERS_PYTHON", python);
        }
        Err(trouble) => println!("reading is timed without its peers: {trouble}"),
    }
    if let Some(driver) = find_program("tauri-driver") {
        benches.env("DESK400_TAURI_DRIVER", driver);
    }
    if house::has_display() {
        return run(&mut benches);
    }
    run(&mut house::on_invisible_screen(&benches))
}

/// The Python that has what reading is timed beside, in a folder of its own
/// below cargo's, made anew when the list of it changes.
fn peers() -> Outcome<PathBuf> {
    let list = house::root().join("tests/benches/peers/requirements.txt");
    let wanted = std::fs::read(&list).on(list.display())?;
    let folder = house::target().join("peers");
    let python = folder.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });
    let made_of = folder.join("requirements.txt");
    if std::fs::read(&made_of).is_ok_and(|made| made == wanted) {
        return Ok(python);
    }
    let system = if cfg!(windows) { "python" } else { "python3" };
    run(call(system, ["-m", "venv", "--clear"]).arg(&folder))?;
    let words = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--only-binary",
        ":all:",
        "-r",
    ];
    run(call(&python.to_string_lossy(), words).arg(&list))?;
    std::fs::write(&made_of, wanted).on(made_of.display())?;
    Ok(python)
}
