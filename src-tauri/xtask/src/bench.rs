//! Times what the program exists for, beside its peers.

use crate::house;
use crate::page;
use crate::setup::{For, setup};
use crate::work::{On, Outcome, call, find_program, run};
use std::path::PathBuf;

/// Every bench, the package it belongs to and the program it is in.
const BENCHES: [(&str, &str, &str); 6] = [
    ("paper", "desk-paper", "paper"),
    ("read", "desk-intake", "read"),
    ("start", "desk400", "start"),
    ("calls", "desk-tests", "billing"),
    ("close", "desk-tests", "billing"),
    ("statements", "desk-tests", "billing"),
];

/// Sets up, builds optimised, and times: all benches, or those named.
pub fn bench(named: &[&str]) -> Outcome {
    if let Some(unknown) = named.iter().find(|name| !is_one(name)) {
        let all: Vec<_> = BENCHES.iter().map(|(name, ..)| *name).collect();
        return Err(format!("bench: unknown {unknown:?}; there are {}", all.join(", ")).into());
    }
    setup(For::Testing)?;
    let wanted = |name: &str| named.is_empty() || named.contains(&name);
    // The window whose start is timed is built as it ships, its page inside.
    if wanted("start") {
        page::build()?;
    }
    let chosen = || BENCHES.iter().filter(|(name, ..)| wanted(name));
    let programs =
        chosen().flat_map(|(_, package, program)| ["--package", package, "--bench", program]);
    let words = std::iter::once("bench").chain(programs);
    let names = chosen().map(|(name, ..)| *name);
    let mut benches = house::cargo(words.chain(["--"]).chain(names));
    if wanted("read") {
        match peers() {
            Ok(python) => {
                benches.env("DESK400_PEERS_PYTHON", python);
            }
            Err(trouble) => println!("reading is timed without its peers: {trouble}"),
        }
    }
    if let Some(driver) = find_program("tauri-driver") {
        benches.env("DESK400_TAURI_DRIVER", driver);
    }
    if house::has_display() || !wanted("start") {
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

fn is_one(name: &str) -> bool {
    BENCHES.iter().any(|(known, ..)| *known == name)
}
