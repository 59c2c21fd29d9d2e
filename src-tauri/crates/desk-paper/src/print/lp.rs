//! The print system by its commands (`lp`, `lpstat`, `cancel`), for computers
//! where it listens only at a socket file. They know less than the protocol:
//! what a printer can do is not asked, and its troubles are those it tells
//! CUPS in words.

use super::fitness::sides;
use super::{A4, Job, JobId, JobReport, JobState, PrintError, Printer, PrinterState, Trouble};
use std::io::Write;
use std::process::{Command, Output, Stdio};

/// All printers.
pub(super) fn printers() -> Result<Vec<Printer>, PrintError> {
    let names = text(&run("lpstat", &["-e"], &[])?);
    let usual = text(&run("lpstat", &["-d"], &[])?);
    let usual = usual
        .rsplit_once(": ")
        .map(|(_, name)| name.trim().to_owned());
    let described = |name: &str| {
        let state = text(&run("lpstat", &["-p", name], &[])?);
        let taken = text(&run("lpstat", &["-a", name], &[])?);
        let is_default = usual.as_deref() == Some(name);
        Ok(Printer {
            is_default,
            ..described(name, &state, &taken)
        })
    };
    names
        .lines()
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(described)
        .collect()
}

/// From `lpstat -p` (`printer X is idle. …` or `printer X disabled since … -\n\treason`)
/// and `lpstat -a` (`X accepting requests since …` or `X not accepting …`).
pub(super) fn described(name: &str, state: &str, taken: &str) -> Printer {
    let first = state.lines().next().unwrap_or_default();
    let message = state.lines().nth(1).unwrap_or_default().trim().to_owned();
    let state = if first.contains("disabled since") {
        PrinterState::Stopped
    } else if first.contains("now printing") {
        PrinterState::Printing
    } else {
        PrinterState::Idle
    };
    let troubles = match state {
        PrinterState::Stopped => vec![Trouble::Paused],
        _ => Trouble::from_message(&message).into_iter().collect(),
    };
    Printer {
        name: name.to_owned(),
        description: name.to_owned(),
        state,
        troubles,
        message,
        accepting: !taken.contains("not accepting"),
        is_default: false,
        duplex: false,
        media: Vec::new(),
    }
}

/// Hands a document to a queue.
pub(super) fn send(name: &str, job: &Job<'_>) -> Result<JobId, PrintError> {
    let copies = job.copies.to_string();
    let sides = format!("sides={}", sides(job.duplex));
    let media = format!("media={A4}");
    let words = [
        "-d", name, "-n", &copies, "-t", job.title, "-o", &sides, "-o", &media, "--", "-",
    ];
    let output = run("lp", &words, job.pdf)?;
    if output.status.success() {
        return number(&text(&output), name).ok_or_else(|| unclear(name, &text(&output)));
    }
    let answer = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    Err(if answer.contains("does not exist") {
        PrintError::PrinterUnknown {
            printer: name.to_owned(),
        }
    } else {
        PrintError::PrinterRefuses {
            printer: name.to_owned(),
            answer,
        }
    })
}

/// From `request id is X-12 (1 file(s))`.
pub(super) fn number(answer: &str, name: &str) -> Option<JobId> {
    answer
        .split_whitespace()
        .find_map(|word| word.strip_prefix(name)?.strip_prefix('-')?.parse().ok())
        .map(JobId)
}

/// A job is in the list of those not finished, in that of those finished, or unknown.
pub(super) fn job_state(name: &str, job: JobId) -> Result<JobReport, PrintError> {
    let id = format!("{name}-{}", job.0);
    let listed = |which| -> Result<Option<JobState>, PrintError> {
        let list = text(&run("lpstat", &["-l", "-W", which, "-o", name], &[])?);
        Ok(outcome(&list, &id))
    };
    if listed("not-completed")?.is_some() {
        let printer = printers()?.into_iter().find(|printer| printer.name == name);
        let state = match printer.as_ref().map(|printer| printer.state) {
            Some(PrinterState::Printing) => JobState::Printing,
            _ => JobState::Waiting,
        };
        let (troubles, message) = printer
            .map(|one| (one.troubles, one.message))
            .unwrap_or_default();
        return Ok(JobReport {
            state,
            troubles,
            message,
        });
    }
    let state = listed("completed")?.ok_or(PrintError::PrintJobUnknown)?;
    Ok(JobReport {
        state,
        troubles: Vec::new(),
        message: String::new(),
    })
}

/// What became of a job in `lpstat -l -W completed`: a line that starts with its
/// name, then lines set in, one of them its reasons (`Alerts: job-canceled-by-user`;
/// RFC 8011, 5.3.8). A job that was taken back is in that list too.
pub(super) fn outcome(list: &str, id: &str) -> Option<JobState> {
    let mut lines = list.lines();
    lines.find(|line| line.split_whitespace().next() == Some(id))?;
    let alerts = lines
        .take_while(|line| line.starts_with(char::is_whitespace))
        .find_map(|line| line.trim().strip_prefix("Alerts:"))
        .unwrap_or_default();
    let any = |start: &str| {
        alerts
            .split_whitespace()
            .any(|word| word.starts_with(start))
    };
    Some(if any("job-canceled") {
        JobState::Cancelled
    } else if any("aborted") || any("job-aborted") || any("job-completed-with-errors") {
        JobState::Failed
    } else {
        JobState::Done
    })
}

/// Takes a job back.
pub(super) fn cancel(name: &str, job: JobId) -> Result<(), PrintError> {
    let output = run("cancel", &[&format!("{name}-{}", job.0)], &[])?;
    if output.status.success() {
        Ok(())
    } else {
        Err(PrintError::PrintJobUnknown)
    }
}

/// Runs a command in plain English, so that its words can be read.
fn run(command: &str, words: &[&str], input: &[u8]) -> Result<Output, PrintError> {
    let absent = |_| PrintError::PrintSystemAbsent;
    let mut child = Command::new(command)
        .args(words)
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(absent)?;
    if let Some(mut pipe) = child.stdin.take() {
        // A command that refuses closes its end before it has read all.
        let _ = pipe.write_all(input);
    }
    child.wait_with_output().map_err(absent)
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn unclear(name: &str, answer: &str) -> PrintError {
    PrintError::PrinterAnswerUnclear {
        printer: name.to_owned(),
        answer: answer.trim().to_owned(),
    }
}
