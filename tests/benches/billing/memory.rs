//! The most memory a piece of work ever held: the same program is started once
//! more for that piece alone, and says at its end what the system counted.

use std::process::Command;

/// In the environment of a program that is to do one piece of work and tell:
/// name of the bench, a blank, how much of it.
const PIECE: &str = "DESK400_BENCH_PIECE";

/// The piece this program was started for, if for one.
pub fn piece() -> Option<(String, u64)> {
    let piece = std::env::var(PIECE).ok()?;
    let (bench, count) = piece.split_once(' ')?;
    Some((bench.to_owned(), count.parse().ok()?))
}

/// Has a piece of work done by a program of its own; the most it held, in MiB.
/// `None` where the system does not count.
fn of(bench: &str, count: u64) -> Option<u64> {
    let program = std::env::current_exe().ok()?;
    let piece = format!("{bench} {count}");
    let done = Command::new(program).env(PIECE, &piece).output().ok()?;
    assert!(
        done.status.success(),
        "{piece}: {}",
        String::from_utf8_lossy(&done.stderr)
    );
    String::from_utf8_lossy(&done.stdout).trim().parse().ok()
}

/// Tells what this program held at most.
pub fn tell() {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let most = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
    if let Some(kib) = most.and_then(|kib| kib.trim().parse::<u64>().ok()) {
        println!("{}", kib / 1024);
    }
}

/// Says it in one line, `calls: 61 MiB at most for 100000, 63 MiB for 1000000`.
pub fn line(bench: &str, counts: &[u64]) {
    let told: Vec<String> = counts
        .iter()
        .map(|count| match of(bench, *count) {
            Some(mib) => format!("{mib} MiB for {count}"),
            None => format!("not counted here for {count}"),
        })
        .collect();
    println!("{bench}: holds at most {}", told.join(", "));
}
