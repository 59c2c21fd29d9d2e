//! The program run at a store of its own, signed in by the environment.

use chrono::{NaiveDate, TimeDelta};
use desk_app::flow::session::{self, FirstRun};
use desk_app::{Clock, Desk, Hardness, Place};
use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

pub const MANAGER: &str = "王敏";
pub const PASSWORD: &str = "sample-manager-1";

/// What the program said and how it ended.
pub struct Told {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Told {
    fn of(output: Output) -> Self {
        Self {
            status: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Asserts that the work was done.
    #[track_caller]
    pub fn done(self) -> Self {
        assert_eq!(self.status, 0, "{}{}", self.out, self.err);
        self
    }

    /// Asserts a refusal with a sentence on stderr.
    #[track_caller]
    pub fn refused(self) -> Self {
        assert_eq!(self.status, 1, "{}{}", self.out, self.err);
        assert!(
            !self.err.trim().is_empty() && !self.err.is_ascii(),
            "{}",
            self.err
        );
        self
    }

    /// The one JSON document on stdout.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|fault| panic!("{fault}: {}", self.out))
    }
}

/// An office with one store.
pub struct Office {
    folder: TempDir,
}

impl Office {
    /// A folder without a store.
    pub fn empty() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// A store with a firm and numbers in stock; its passwords are cheap.
    pub fn open() -> Self {
        let office = Self::empty();
        let place = Place {
            data: office.data(),
            assets: assets(),
        };
        let desk = Desk::new(place, Clock::Shanghai).with_hardness(Hardness::FOR_TESTS);
        let profile = std::fs::read_to_string(sample("firm.json")).unwrap();
        let firm = serde_json::from_str(&profile).unwrap();
        let (manager, password) = (MANAGER.to_owned(), PASSWORD.to_owned());
        session::found(
            &desk,
            FirstRun {
                firm,
                manager,
                password,
            },
        )
        .unwrap();
        drop(desk);
        office
            .run(&["number", "add", &sample("numbers.txt")])
            .done();
        office
    }

    /// The folder of the store.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("store")
    }

    /// A path beside the store.
    pub fn beside(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    /// Writes a file beside the store.
    pub fn write(&self, name: &str, text: &str) -> String {
        let path = self.beside(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// The program at this store, not run yet.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = program(words);
        command.arg("--data").arg(self.data());
        command
            .env("DESK400_STAFF", MANAGER)
            .env("DESK400_PASSWORD", PASSWORD);
        command
    }

    /// Runs the program at this store.
    pub fn run(&self, words: &[&str]) -> Told {
        Told::of(self.command(words).output().unwrap())
    }

    /// Runs the program under `--json` and reads what it answers.
    #[track_caller]
    pub fn json(&self, words: &[&str]) -> Value {
        self.run(&[words, &["--json"]].concat()).done().json()
    }

    /// The order of the samples with all papers but those of some kinds.
    pub fn print(&self, order: &str, out: &str, without: &[&str], more: &[&str]) -> Told {
        let kinds = [
            "licence",
            "id-portrait",
            "id-emblem",
            "authorisation",
            "letter-of-commitment",
        ];
        let mut words = vec!["order".to_owned(), "print".to_owned(), order.to_owned()];
        for kind in kinds.iter().filter(|kind| !without.contains(kind)) {
            words.extend([
                "--attach".to_owned(),
                format!("{kind}={}", small_paper(kind)),
            ]);
        }
        for kind in ["licence", "authorisation", "letter-of-commitment"] {
            words.extend(["--sealed".to_owned(), kind.to_owned()]);
        }
        words.extend(["--out".to_owned(), out.to_owned()]);
        words.extend(more.iter().map(|&word| word.to_owned()));
        self.run(&words.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// The sample order on another number, begun today, as a file.
    pub fn order(&self, number: &str) -> String {
        let text = std::fs::read_to_string(sample("ORDER.json")).unwrap();
        let mut order: Value = serde_json::from_str(&text).unwrap();
        let today = today();
        order["number"]["number"] = number.into();
        order["tariff"]["start"] = today.to_string().into();
        let year_later = today + TimeDelta::days(364);
        order["tariff"]["end"] = year_later.to_string().into();
        for bound in order["bound"].as_array_mut().unwrap() {
            bound["proof_date"] = today.to_string().into();
        }
        self.write("ORDER.json", &order.to_string())
    }
}

/// Runs the program without a store, feeding it lines.
pub fn feed(words: &[&str], input: &[u8]) -> Told {
    let mut child = program(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    Told::of(child.wait_with_output().unwrap())
}

/// Runs the program without a store.
pub fn run(words: &[&str]) -> Told {
    feed(words, b"")
}

fn program(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_desk400"));
    command
        .args(words)
        .env("DESK400_ASSETS", assets())
        .stdin(Stdio::null());
    command
        .env_remove("DESK400_STAFF")
        .env_remove("DESK400_PASSWORD")
        .env_remove("DESK400_DATA");
    command
}

/// A file of `assets/samples`.
pub fn sample(name: &str) -> String {
    assets().join("samples").join(name).display().to_string()
}

fn small_paper(kind: &str) -> String {
    house()
        .join("tests/fixtures/papers")
        .join(format!("{kind}.jpg"))
        .display()
        .to_string()
}

fn assets() -> PathBuf {
    house().join("assets")
}

fn house() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

/// The office's today, by the clock that the program under test reads.
fn today() -> NaiveDate {
    Clock::Shanghai.now().date()
}
