//! Owns the order in which everything is tried, and the account of it at the
//! end. A failed step does not stop the others, save those that need it, so
//! that one run tells all that is wrong.

use crate::house::{self, BUILD, cargo};
use crate::setup::{For, setup};
use crate::work::{Outcome, find_program, run, run_keeping};
use crate::{bindings, checks, fuzz, page};
use std::io::IsTerminal;
use std::time::{Duration, Instant};

/// One step of the test command.
struct Step {
    name: &'static str,
    needs: &'static [&'static str],
    does: fn(&Wishes, &mut Account) -> Outcome,
}

/// Cheap ones first. The page comes before all that compiles the shell, which
/// carries it inside itself.
const STEPS: [Step; 14] = [
    Step {
        name: "rooms",
        needs: &[],
        does: |_, _| checks::rooms::check(),
    },
    Step {
        name: "wording",
        needs: &[],
        does: |_, _| checks::wording::check(),
    },
    Step {
        name: "fmt",
        needs: &[],
        does: |_, _| run(&mut cargo(["fmt", "--all", "--check"])),
    },
    Step {
        name: "deny",
        needs: &[],
        does: |_, _| deny(),
    },
    Step {
        name: "ui-check",
        needs: &[],
        does: |_, _| page::check(),
    },
    Step {
        name: "ui-test",
        needs: &[],
        does: |_, _| page::test(),
    },
    Step {
        name: "ui-build",
        needs: &[],
        does: |_, _| page::build(),
    },
    Step {
        name: "clippy",
        needs: &["ui-build"],
        does: |_, _| clippy(),
    },
    Step {
        name: "fuzz-check",
        needs: &[],
        does: |_, _| fuzz::check(),
    },
    Step {
        name: "build",
        needs: &["ui-build"],
        does: |_, _| run(&mut cargo(BUILD)),
    },
    Step {
        name: "bindings",
        needs: &["build"],
        does: |_, _| bindings::check(),
    },
    Step {
        name: "tests",
        needs: &["build"],
        does: tests,
    },
    Step {
        name: "doc-tests",
        needs: &["build"],
        does: |_, _| doc_tests(),
    },
    Step {
        name: "window",
        needs: &["build"],
        does: window,
    },
];

/// What of it is wanted.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    only: Vec<String>,
    skip_window: bool,
    list: bool,
    /// What follows `--`: names of tests, for cargo-nextest.
    tests: Vec<String>,
}

/// What became of the steps so far.
#[derive(Default)]
struct Account {
    lines: Vec<(&'static str, Fate, Duration)>,
    closing: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Passed,
    Failed,
    Skipped,
}

impl Wishes {
    /// Reads them from the words after `test`.
    pub fn read(words: &[&str]) -> Outcome<Self> {
        let mut wishes = Self::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--list" => wishes.list = true,
                "--skip-window" => wishes.skip_window = true,
                "--only" => {
                    let name = words.next().copied().unwrap_or_default();
                    if !STEPS.iter().any(|step| step.name == name) {
                        return Err(format!("no step {name:?}; see `test --list`").into());
                    }
                    wishes.only.push(name.to_owned());
                }
                "--" => wishes.tests = words.by_ref().map(|name| (*name).to_owned()).collect(),
                other => return Err(format!("test: unknown {other:?}").into()),
            }
        }
        Ok(wishes)
    }

    fn want(&self, step: &Step) -> bool {
        let chosen = self.only.is_empty() || self.only.iter().any(|name| name == step.name);
        chosen && !(self.skip_window && step.name == "window")
    }
}

/// Sets up and tries everything wanted.
pub fn test(wishes: &Wishes) -> Outcome {
    if wishes.list {
        STEPS.iter().for_each(|step| println!("{}", step.name));
        return Ok(());
    }
    let mut account = Account::default();
    let start = Instant::now();
    setup(For::Testing)?;
    account.lines.push(("setup", Fate::Passed, start.elapsed()));
    for step in STEPS.iter().filter(|step| wishes.want(step)) {
        account.take(step, wishes);
    }
    account.tell()
}

impl Account {
    fn take(&mut self, step: &Step, wishes: &Wishes) {
        let blocked = |name: &str| {
            self.lines
                .iter()
                .any(|(known, fate, _)| *known == name && *fate != Fate::Passed)
        };
        if step.needs.iter().any(|name| blocked(name)) {
            self.lines.push((step.name, Fate::Skipped, Duration::ZERO));
            return;
        }
        println!("\n── {} ──", step.name);
        let start = Instant::now();
        let fate = match (step.does)(wishes, self) {
            Ok(()) => Fate::Passed,
            Err(trouble) => {
                eprintln!("{}: {trouble}", step.name);
                Fate::Failed
            }
        };
        self.lines.push((step.name, fate, start.elapsed()));
    }

    fn tell(&self) -> Outcome {
        println!("\n── summary ──");
        for (name, fate, time) in &self.lines {
            let word = match fate {
                Fate::Passed => "ok",
                Fate::Failed => "FAILED",
                Fate::Skipped => "skipped, for what it needs failed",
            };
            println!("{name:<10} {:>7.1} s  {word}", time.as_secs_f64());
        }
        let total: Duration = self.lines.iter().map(|(_, _, time)| time).sum();
        println!("{:<10} {:>7.1} s\n", "in all", total.as_secs_f64());
        self.closing.iter().for_each(|line| println!("{line}"));
        let failed: Vec<_> = self
            .lines
            .iter()
            .filter(|line| line.1 == Fate::Failed)
            .map(|line| line.0)
            .collect();
        if failed.is_empty() {
            Ok(())
        } else {
            Err(format!("failed: {}", failed.join(", ")).into())
        }
    }
}

fn deny() -> Outcome {
    // Advisories need the network and change by the day: not a property of a
    // commit. Crates that are there twice: `cargo deny check bans` lists them.
    let what = ["-A", "duplicate", "bans", "licenses", "sources"];
    run(&mut cargo(
        ["deny", "--workspace", "check"].into_iter().chain(what),
    ))
}

fn clippy() -> Outcome {
    run(&mut cargo([
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))
}

fn tests(wishes: &Wishes, account: &mut Account) -> Outcome {
    nextest(
        &mut cargo(["nextest", "run", "--workspace", "--no-fail-fast"]),
        wishes,
        account,
    )
}

/// The tests in the real window; the profile `window` chooses them.
fn window(wishes: &Wishes, account: &mut Account) -> Outcome {
    if !cfg!(target_os = "linux") {
        println!("the window is driven on Linux only; nothing tried");
        return Ok(());
    }
    let words = [
        "nextest",
        "run",
        "--workspace",
        "--no-fail-fast",
        "--profile",
        "window",
    ];
    let mut command = house::on_invisible_screen(&cargo(words));
    if let Some(driver) = find_program("tauri-driver") {
        command.env("DESK400_TAURI_DRIVER", driver);
    }
    nextest(&mut command, wishes, account)
}

fn nextest(command: &mut std::process::Command, wishes: &Wishes, account: &mut Account) -> Outcome {
    if std::io::stderr().is_terminal() {
        command.arg("--color=always");
    }
    command.args(&wishes.tests);
    let (closing, outcome) = run_keeping(command, "Summary");
    account.closing.extend(closing);
    outcome
}

/// Cargo builds every library once more for them, so only if there are any.
fn doc_tests() -> Outcome {
    for file in house::files(&house::root().join("src-tauri/crates"))? {
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        if text
            .lines()
            .any(|line| matches!(line.trim(), "/// ```" | "//! ```"))
        {
            return run(&mut cargo(["test", "--workspace", "--doc"]));
        }
    }
    println!("there are none");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_and_skip_choose_steps() {
        let wishes = Wishes::read(&["--only", "fmt", "--only", "window", "--skip-window"]);
        let wishes = wishes.unwrap();
        let names: Vec<_> = STEPS
            .iter()
            .filter(|step| wishes.want(step))
            .map(|step| step.name)
            .collect();
        assert_eq!(names, ["fmt"]);
    }

    #[test]
    fn unknown_step_is_refused_by_name() {
        let trouble = Wishes::read(&["--only", "fmtt"]).unwrap_err();
        assert!(trouble.to_string().contains("fmtt"));
    }

    #[test]
    fn every_need_is_an_earlier_step() {
        for (place, step) in STEPS.iter().enumerate() {
            let earlier = &STEPS[..place];
            assert!(
                step.needs
                    .iter()
                    .all(|need| earlier.iter().any(|step| step.name == *need))
            );
        }
    }
}
