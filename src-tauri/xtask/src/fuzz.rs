//! Lets machines look for bytes from outside that the parsers cannot bear.
//! Running them is not part of the test command: it needs a compiler with
//! sanitizers, and what it finds depends on luck.

use crate::house;
use crate::work::{On, Outcome, find_program, run};
use std::path::PathBuf;
use std::process::Command;

/// Installed when it is missing.
const CARGO_FUZZ: &str = "0.13.2";
/// No parser may take more memory than this, in megabytes, or more seconds.
const MOST_MEMORY: &str = "-rss_limit_mb=1500";
const MOST_TIME: &str = "-timeout=10";
/// What threads still at work hold for their end looks like a leak to the
/// sanitizer; a true one meets the limit of memory.
const LEAKS: (&str, &str) = ("ASAN_OPTIONS", "detect_leaks=0");
/// Each target runs so long, in seconds, unless told otherwise.
const SECONDS: u32 = 60;

/// What is fuzzed: the crate, the target, the longest input in bytes, and the
/// folders of the crate that it begins with.
struct Target {
    owner: &'static str,
    name: &'static str,
    longest: u32,
    seeds: &'static [&'static str],
}

const fn target(
    owner: &'static str,
    name: &'static str,
    longest: u32,
    seeds: &'static [&'static str],
) -> Target {
    Target {
        owner,
        name,
        longest,
        seeds,
    }
}

const TARGETS: [Target; 11] = [
    target(
        "desk-intake",
        "picture",
        65_536,
        &["tests/fixtures/sound", "tests/fixtures/nasty"],
    ),
    target("desk-intake", "pdf", 65_536, &["tests/fixtures/sound"]),
    target(
        "desk-intake",
        "clean_up",
        65_536,
        &["tests/fixtures/sound", "tests/fixtures/papers"],
    ),
    target("desk-intake", "qr", 4_096, &[]),
    target("desk-intake", "fields", 16_384, &[]),
    target("desk-intake", "name_and_view", 4_096, &[]),
    target("desk-intake", "escl_xml", 65_536, &[]),
    target("desk-intake", "sane_frames", 16_384, &[]),
    target("desk-billing", "file", 65_536, &["tests/fixtures"]),
    target("desk-billing", "lines", 8_192, &[]),
    target("desk-billing", "cells", 4_096, &[]),
];

/// Sees whether all targets still compile, as any compiler can tell: they are
/// run seldom and would rot.
pub fn check() -> Outcome {
    let mut owners: Vec<&str> = TARGETS.iter().map(|target| target.owner).collect();
    owners.dedup();
    // What they need is compiled for the tests as well, and shared with them.
    let shared = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| house::root().join("target"), PathBuf::from);
    for owner in owners {
        let manifest = house::root()
            .join("src-tauri/crates")
            .join(owner)
            .join("fuzz/Cargo.toml");
        let mut command = house::cargo(["check", "--locked", "--manifest-path"]);
        command.arg(manifest).arg("--target-dir").arg(&shared);
        run(&mut command)?;
    }
    Ok(())
}

/// Runs all targets, or those named, one after another; `--seconds N` each.
pub fn fuzz(words: &[&str]) -> Outcome {
    let (seconds, named) = wishes(words)?;
    if find_program("cargo-fuzz").is_none() {
        run(&mut house::cargo([
            "install",
            "--locked",
            "--version",
            CARGO_FUZZ,
            "cargo-fuzz",
        ]))?;
    }
    let chosen = TARGETS
        .iter()
        .filter(|target| named.is_empty() || named.contains(&target.name));
    for target in chosen {
        println!("\n{} / {}: {seconds} s", target.owner, target.name);
        run(&mut command(target, seconds)?)?;
    }
    Ok(())
}

/// Seconds for each target, and the names of those wanted.
fn wishes<'a>(words: &[&'a str]) -> Outcome<(u32, Vec<&'a str>)> {
    let (mut seconds, mut named) = (SECONDS, Vec::new());
    let mut words = words.iter();
    while let Some(word) = words.next() {
        if *word == "--seconds" {
            let told = words.next().ok_or("fuzz: --seconds wants a number")?;
            seconds = told
                .parse()
                .map_err(|_| format!("fuzz: no number of seconds: {told}"))?;
        } else if TARGETS.iter().any(|target| target.name == *word) {
            named.push(*word);
        } else {
            let all: Vec<_> = TARGETS.iter().map(|target| target.name).collect();
            return Err(format!("fuzz: unknown {word:?}; there are {}", all.join(", ")).into());
        }
    }
    Ok((seconds, named))
}

fn command(target: &Target, seconds: u32) -> Outcome<Command> {
    let folder = house::root().join("src-tauri/crates").join(target.owner);
    // What it learns is kept beside the target, for the next time.
    let learnt = format!("fuzz/corpus/{}", target.name);
    std::fs::create_dir_all(folder.join(&learnt)).on(&learnt)?;
    let seeds = target
        .seeds
        .iter()
        .copied()
        .filter(|seeds| folder.join(seeds).is_dir());
    let mut command = house::cargo(
        ["fuzz", "run", target.name, &learnt]
            .into_iter()
            .chain(seeds),
    );
    command.args([
        "--",
        &format!("-max_len={}", target.longest),
        &format!("-max_total_time={seconds}"),
        MOST_MEMORY,
        MOST_TIME,
    ]);
    // A stable compiler has the sanitizers too, when it is told to say so.
    command
        .current_dir(folder)
        .env("RUSTC_BOOTSTRAP", "1")
        .env(LEAKS.0, LEAKS.1);
    Ok(command)
}
