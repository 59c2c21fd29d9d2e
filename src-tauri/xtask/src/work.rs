//! Owns how other programs are called: shown before, judged by their exit
//! status, never fed from a keyboard unless asked for.

use std::ffi::OsStr;
use std::fmt;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};

/// Why a task stopped, in words for the developer at the terminal.
#[derive(Debug)]
pub struct Trouble(String);

/// What a task comes to.
pub type Outcome<T = ()> = Result<T, Trouble>;

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<String> for Trouble {
    fn from(words: String) -> Self {
        Self(words)
    }
}

impl From<&str> for Trouble {
    fn from(words: &str) -> Self {
        Self(words.to_owned())
    }
}

/// Says on what an input or output error happened.
pub trait On<T> {
    /// Turns the error into a [`Trouble`] that names `what`.
    fn on(self, what: impl fmt::Display) -> Outcome<T>;
}

impl<T, E: fmt::Display> On<T> for Result<T, E> {
    fn on(self, what: impl fmt::Display) -> Outcome<T> {
        self.map_err(|error| Trouble(format!("{what}: {error}")))
    }
}

/// A command from its words.
pub fn call<S: AsRef<OsStr>>(program: &str, words: impl IntoIterator<Item = S>) -> Command {
    // npm and npx are scripts there, and CreateProcess finds only programs by bare name.
    let scripted = cfg!(windows) && matches!(program, "npm" | "npx");
    let mut command = Command::new(if scripted {
        format!("{program}.cmd")
    } else {
        program.into()
    });
    command.args(words);
    command
}

/// Shows the command and does it; an exit status other than 0 is trouble.
pub fn run(command: &mut Command) -> Outcome {
    let line = shown(command);
    println!("$ {line}");
    let status = command.stdin(Stdio::null()).status().on(&line)?;
    judged(status, &line)
}

/// As [`run`], but the program may ask the person at the terminal something.
pub fn run_asking(command: &mut Command) -> Outcome {
    let line = shown(command);
    println!("$ {line}");
    let status = command.stdin(Stdio::inherit()).status().on(&line)?;
    judged(status, &line)
}

/// As [`run`], but hands back the closing lines of its standard error, from the
/// first that holds `mark` on, after having shown all of them.
pub fn run_keeping(command: &mut Command, mark: &str) -> (Vec<String>, Outcome) {
    let line = shown(command);
    println!("$ {line}");
    let child = command.stdin(Stdio::null()).stderr(Stdio::piped()).spawn();
    let mut child = match child.on(&line) {
        Ok(child) => child,
        Err(trouble) => return (Vec::new(), Err(trouble)),
    };
    let mut kept = Vec::new();
    if let Some(stream) = child.stderr.take() {
        for said in BufReader::new(stream).lines().map_while(Result::ok) {
            eprintln!("{said}");
            if !kept.is_empty() || said.contains(mark) {
                kept.push(said);
            }
        }
    }
    let outcome = child
        .wait()
        .on(&line)
        .and_then(|status| judged(status, &line));
    (kept, outcome)
}

/// Does the command silently and hands back its standard output.
pub fn capture(command: &mut Command) -> Outcome<String> {
    let line = shown(command);
    let output = command.stdin(Stdio::null()).output().on(&line)?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(format!("`{line}` failed: {}", said.trim()).into());
    }
    String::from_utf8(output.stdout).on(&line)
}

/// Where a program lies: on the path, or among those cargo has installed.
pub fn find_program(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let cargo_home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    std::env::split_paths(&path)
        .chain(cargo_home.map(|home| home.join("bin")))
        .map(|folder| folder.join(&file))
        .find(|candidate| candidate.is_file())
}

fn judged(status: ExitStatus, line: &str) -> Outcome {
    // The status tells a program that found fault from one that was killed.
    if status.success() {
        Ok(())
    } else {
        Err(format!("`{line}`: {status}").into())
    }
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}
