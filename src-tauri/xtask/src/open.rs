//! Runs the program: the window where there is a display, else the main job on
//! the sample papers.

use crate::house;
use crate::page;
use crate::setup::{For, setup};
use crate::work::{Outcome, call, run};
use std::process::Command;

/// Sets up, builds and runs.
pub fn open(headless: bool) -> Outcome {
    setup(For::Running)?;
    page::build()?;
    // All programs, by the words of the test command: nothing is built twice,
    // and the scanners' driver lies beside the window, where it is looked for.
    run(&mut house::cargo(house::BUILD))?;
    if headless || !house::has_display() {
        return without_window(headless);
    }
    run(&mut program("desk400-window", &[]))
}

/// A program of this house, started where it finds what ships with it.
fn program(name: &str, words: &[&str]) -> Command {
    let mut command = call(&house::built(name).to_string_lossy(), words);
    command.current_dir(house::root());
    command
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
    run(&mut program("desk400", &["demo", "--out", &place]))?;
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
