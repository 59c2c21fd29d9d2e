//! Tries the Windows halves of the program without Windows: builds for it with
//! mingw, runs the tests of the crates under Wine, and prints through Wine's
//! spooler. Not part of the test command, for its tools cannot be had everywhere.
//! Refuses to prove more than Wine can: what only Windows has stays untried.

mod office;

use crate::house::{self, cargo};
use crate::setup;
use crate::work::{On, Outcome, call, capture, find_program, run};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is built for.
const PLATFORM: &str = "x86_64-pc-windows-gnu";
const COMPILER: &str = "x86_64-w64-mingw32-gcc";
const RANDOM: &str = "bcryptprimitives.dll";

/// The crates that hold what only Windows has, and what all stand on.
const CRATES: [&str; 3] = ["desk-domain", "desk-paper", "desk-intake"];

/// Crates that are tried if they are named: OpenSSL is built for the first, and
/// all but one stand on it.
const FURTHER: [&str; 4] = ["desk-billing", "desk-store", "desk-app", "desk-cli"];

/// The crate that prints.
const PRINTS: &str = "desk-paper";

/// Sets up, builds for Windows and tries it: the crates that matter most, or those
/// named. Words after `--` choose tests.
pub fn wine(words: &[&str]) -> Outcome {
    let (named, tests) = match words.iter().position(|word| *word == "--") {
        Some(at) => (&words[..at], &words[at + 1..]),
        None => (words, &[][..]),
    };
    let known = CRATES.iter().chain(&FURTHER);
    if let Some(unknown) = named
        .iter()
        .find(|name| !known.clone().any(|one| one == *name))
    {
        let all: Vec<&str> = known.copied().collect();
        return Err(format!("wine: unknown {unknown:?}; there are {}", all.join(", ")).into());
    }
    let prefix = set_up()?;
    let chosen = if named.is_empty() { &CRATES[..] } else { named };
    let packages = chosen.iter().flat_map(|name| ["--package", *name]);
    let words = [
        "test",
        "--target",
        PLATFORM,
        "--no-fail-fast",
        "--lib",
        "--bins",
        "--tests",
    ];
    let mut command = cargo(words.into_iter().chain(packages));
    command.arg("--").args(tests);
    let tried = run(under_wine(&mut command, &prefix));
    let printed = if chosen.contains(&PRINTS) && tests.is_empty() {
        office::print(&prefix)
    } else {
        Ok(())
    };
    tried.and(printed)
}

/// Lets cargo run what it built for Windows.
fn under_wine<'a>(command: &'a mut Command, prefix: &Path) -> &'a mut Command {
    command
        .env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER", COMPILER)
        .env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER", "wine");
    at_home(command, prefix)
}

/// Gives Wine a home of its own and keeps it quiet.
fn at_home<'a>(command: &'a mut Command, prefix: &Path) -> &'a mut Command {
    command
        .env("WINEPREFIX", prefix)
        .env(
            "WINEDEBUG",
            std::env::var("WINEDEBUG").unwrap_or_else(|_| "-all".into()),
        )
        // Neither .NET nor a web browser is wanted, nor asked for on the screen.
        .env("WINEDLLOVERRIDES", "mscoree,mshtml=")
        .env("LC_ALL", "C.UTF-8")
}

/// Sees to the tools, and makes Wine's home below cargo's folder.
fn set_up() -> Outcome<PathBuf> {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        return Err("wine: only on Linux for x86_64; on Windows, use `cargo xtask test`".into());
    }
    setup::for_wine()?;
    for (program, what) in [
        (
            COMPILER,
            "the C compiler for Windows (Debian: gcc-mingw-w64-x86-64)",
        ),
        ("wine", "Wine (Debian: wine, wine64)"),
        ("gs", "Ghostscript (Debian: ghostscript)"),
        ("ippeveprinter", "a printer to try (Debian: cups-ipp-utils)"),
    ] {
        if find_program(program).is_none() && !Path::new("/usr/sbin").join(program).is_file() {
            return Err(format!("wine: {program} is missing: {what}").into());
        }
    }
    target()?;
    home()
}

/// The standard library for Windows.
fn target() -> Outcome {
    if find_program("rustup").is_none() {
        // A Rust of the system's own has it, or cargo will say what is missing.
        println!("no rustup: taking it that this Rust can build for {PLATFORM}");
        return Ok(());
    }
    let installed = capture(&mut call("rustup", ["target", "list", "--installed"]))?;
    if installed.lines().any(|name| name == PLATFORM) {
        return Ok(());
    }
    run(&mut call("rustup", ["target", "add", PLATFORM]))
}

fn home() -> Outcome<PathBuf> {
    let folder = house::target().join("wine");
    std::fs::create_dir_all(&folder).on(folder.display())?;
    // Wine takes no home whose path is not whole.
    let folder = folder.canonicalize().on(folder.display())?;
    let prefix = folder.join("prefix");
    let system = prefix.join("drive_c/windows/system32");
    if !system.is_dir() {
        run(at_home(&mut call("wineboot", ["--init"]), &prefix))?;
        run(at_home(&mut call("wineserver", ["--wait"]), &prefix))?;
    }
    let random = system.join(RANDOM);
    if !random.is_file() {
        let source = folder.join("bcryptprimitives.c");
        std::fs::write(&source, include_str!("bcryptprimitives.c")).on(source.display())?;
        let mut compile = call(COMPILER, ["-O2", "-shared", "-o"]);
        run(compile.arg(&random).arg(&source).arg("-ladvapi32"))?;
    }
    Ok(prefix)
}
