//! Runs the program: the window where there is a display, else the main job on
//! the sample papers.

use crate::house;
use crate::page;
use crate::setup::{For, setup};
use crate::work::{Outcome, call, run};

/// Sets up, builds and runs.
pub fn open(headless: bool) -> Outcome {
    setup(For::Running)?;
    if headless || !house::has_display() {
        return without_window(headless);
    }
    page::build()?;
    // The window looks for the scanners' driver program beside itself.
    run(&mut house::cargo([
        "build",
        "--package",
        "desk400",
        "--package",
        "desk-intake",
        "--bins",
    ]))?;
    let window = house::built("desk400-window");
    run(&mut call(&window.to_string_lossy(), [] as [&str; 0]))
}

fn without_window(asked: bool) -> Outcome {
    if !asked {
        println!(
            "No display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window \
             cannot open.\nThe main job runs on the sample papers instead."
        );
    }
    let out = house::target().join("demo");
    let place = out.to_string_lossy();
    let words = [
        "run",
        "--package",
        "desk-cli",
        "--bin",
        "desk400",
        "--",
        "demo",
        "--out",
        &place,
    ];
    run(&mut house::cargo(words))?;
    let papers = house::files(&out)?;
    let papers: Vec<_> = papers
        .iter()
        .filter(|file| file.extension().is_some_and(|kind| kind == "pdf"))
        .collect();
    if papers.is_empty() {
        return Err(format!("no PDF in {place}").into());
    }
    for paper in papers {
        println!("The papers lie here: {}", paper.display());
    }
    Ok(())
}
