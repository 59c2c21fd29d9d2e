//! Reading papers beside Python's RapidOCR and beside onnxruntime alone, which
//! run the same networks over the same pictures: ours from a file to checked
//! fields, theirs from a file to lines of text. Then a card beside a licence,
//! and the most memory that reading one paper ever held.
//!
//! Papers are those in the folder that [`PAPERS`] names, else those that lie in
//! `shared/papers` beside this repository, else the tests' own. The peers are
//! left out where [`PYTHON`] names no Python that has them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a bench that cannot set itself up has nothing to tell"
)]

mod pair;

use desk_intake::reading::Reader;
use desk_intake::{Cancel, Limits, View, page_image};
use pair::Pair;
use std::hint::black_box;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

/// Names a folder of papers: licences begin with L, ID cards with I.
const PAPERS: &str = "DESK400_PAPERS";
/// Names a Python with what `peers/requirements.txt` lists.
const PYTHON: &str = "DESK400_PEERS_PYTHON";
/// In the environment of this very program when it is to read one paper alone
/// and say how much memory that took.
const ALONE: &str = "DESK400_READ_ALONE";
/// Each paper is read so often.
const ROUNDS: usize = 2;

fn main() {
    if let Some(paper) = std::env::var_os(ALONE) {
        read(&reader(), Path::new(&paper));
        println!("{}", peak_memory().unwrap_or_default());
        return;
    }
    let papers = papers();
    let ours = reader();
    beside_peers(&ours, &papers);
    let of_kind = |first: char| -> Vec<PathBuf> {
        let is_one = |name: &str| name.starts_with(first) && !name.contains("page");
        let known = papers.iter().filter(|paper| is_one(&name(paper)));
        known.cloned().collect()
    };
    let (cards, licences) = (of_kind('I'), of_kind('L'));
    if !cards.is_empty() && !licences.is_empty() {
        let rounds = cards.len().max(licences.len()) * ROUNDS;
        let (mut card, mut licence) = (cards.iter().cycle(), licences.iter().cycle());
        let pair = Pair::time(
            rounds,
            || read(&ours, card.next().unwrap()),
            || read(&ours, licence.next().unwrap()),
        );
        pair.tell("a card", "a licence");
    }
    drop(ours);
    tell_memory(&papers);
}

fn beside_peers(ours: &Reader, papers: &[PathBuf]) {
    let Some(python) = std::env::var_os(PYTHON) else {
        println!("reading: {PYTHON} names no Python; timed without peers");
        return;
    };
    let mut peers = Peers::start(Path::new(&python));
    for engine in ["rapidocr", "onnxruntime"] {
        let (mut mine, mut theirs) = (papers.iter().cycle(), papers.iter().cycle());
        let pair = Pair::time(
            papers.len() * ROUNDS,
            || read(ours, mine.next().unwrap()),
            || peers.read(engine, theirs.next().unwrap()),
        );
        pair.tell("reading", engine);
    }
}

/// The most memory that any paper took, each in a program of its own.
fn tell_memory(papers: &[PathBuf]) {
    let this = std::env::current_exe().unwrap();
    let most = papers
        .iter()
        .filter_map(|paper| {
            let said = Command::new(&this).env(ALONE, paper).output().unwrap();
            assert!(said.status.success(), "{}", name(paper));
            let megabytes = String::from_utf8(said.stdout).ok()?.trim().parse().ok()?;
            Some((megabytes, name(paper)))
        })
        .max();
    match most {
        Some((megabytes @ 1.., paper)) => println!("peak memory: {megabytes} MB ({paper})"),
        _ => println!("peak memory: this system does not tell"),
    }
}

/// Most memory this program ever held in megabytes, where the system tells.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1024)
}

fn reader() -> Reader {
    Reader::open(&models()).expect("the networks; `cargo xtask setup` fetches them")
}

fn models() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/models")
}

/// Pictures of papers, in order of their names.
fn papers() -> Vec<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let beside = here.join("../../../../shared/papers");
    let usual = if beside.is_dir() {
        beside
    } else {
        here.join("tests/fixtures/papers")
    };
    let folder = std::env::var_os(PAPERS).map_or(usual, PathBuf::from);
    let entries = std::fs::read_dir(&folder).unwrap();
    let mut papers: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    papers.retain(|path| path.extension().is_some_and(|end| end != "json"));
    papers.sort();
    papers
}

fn name(paper: &Path) -> String {
    paper
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into()
}

/// From a file to its fields.
fn read(reader: &Reader, paper: &Path) -> Duration {
    let start = Instant::now();
    let bytes = std::fs::read(paper).unwrap();
    let page = page_image(&bytes, 1, &View::default(), &Limits::default()).unwrap();
    let read = reader.read_page_with(&page, &mut |_| {}, &Cancel::default());
    black_box(read.unwrap());
    start.elapsed()
}

/// The peers, in a process of their own for the whole run: what opening their
/// networks takes does not count, nor does it for ours.
struct Peers {
    process: Child,
    ask: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Peers {
    fn start(python: &Path) -> Self {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut process = Command::new(python)
            .arg(here.join("../../../tests/benches/peers/read.py"))
            .arg(models())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        Self {
            ask: process.stdin.take().unwrap(),
            answers: BufReader::new(process.stdout.take().unwrap()),
            process,
        }
    }

    fn read(&mut self, engine: &str, paper: &Path) -> Duration {
        writeln!(self.ask, "{engine} {}", paper.display()).unwrap();
        let mut answer = String::new();
        self.answers.read_line(&mut answer).unwrap();
        let answer: serde_json::Value = serde_json::from_str(&answer).expect("an answer");
        Duration::from_secs_f64(answer["seconds"].as_f64().expect("seconds"))
    }
}

impl Drop for Peers {
    fn drop(&mut self) {
        // It has nothing to finish.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
