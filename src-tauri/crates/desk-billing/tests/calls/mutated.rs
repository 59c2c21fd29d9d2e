//! A short run of what the fuzz targets do for hours: files of every format,
//! changed at random, are read or refused, and every row they have is counted.
//! The same each time; `DESK400_FUZZ_SEED` throws the dice anew, and
//! `DESK400_FUZZ_SECONDS` gives them longer.

use super::synthetic::{Call, Kind, Letters, Style, calls, file, nasty};
use desk_billing::calls::{CallsError, Layout, Limits, Meaning, Row, Watch, mend, read, survey};
use std::io::{Cursor, Read, Write};
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

/// Files of one format, at most.
const MOST: u64 = 4_000;
/// What readers trip over.
const TOKENS: [&str; 24] = [
    "\"",
    "\"\"",
    ",",
    "\t",
    "\r",
    "\n",
    "\0",
    "\u{feff}",
    "=\"",
    "1.38E+10",
    "合计",
    "-1",
    "99999999999999999999",
    "<table>",
    "</td>",
    "<td colspan=99>",
    "&#x0;",
    "]]>",
    "2026-02-30 25:61:61",
    "1分",
    "0x",
    "<c r=\"XFD9999999\">",
    "<v>1e308</v>",
    "400号码,",
];

/// Splitmix64.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }
}

/// Says which throw of the dice it was, when something panics.
struct Told(u64);

impl Drop for Told {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("repeat with DESK400_FUZZ_SEED={}", self.0);
        }
    }
}

fn asked(name: &str, usual: u64) -> u64 {
    let said = std::env::var(name).ok();
    said.and_then(|said| said.parse().ok()).unwrap_or(usual)
}

/// Throws until enough is thrown or the time is over.
fn throw(mut once: impl FnMut(&mut Dice)) {
    let seed = asked("DESK400_FUZZ_SEED", 2026);
    let time = Duration::from_secs(asked("DESK400_FUZZ_SECONDS", 3));
    let begun = Instant::now();
    for at in 0..MOST {
        if begun.elapsed() > time {
            return;
        }
        let told = Told(seed.wrapping_add(at));
        once(&mut Dice(told.0));
    }
}

/// One to eight changes: bytes, cuts, repeats, tokens, a piece of another.
fn changed(dice: &mut Dice, bytes: &[u8], other: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(8) {
        let at = dice.below(bytes.len() + 1);
        let end = (at + dice.below(64)).min(bytes.len());
        match dice.below(6) {
            0 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
            1 if at < bytes.len() => bytes[at] = dice.next() as u8,
            2 => drop(bytes.drain(at..end)),
            3 => {
                let piece = bytes[at..end].to_vec();
                let times = 1 + dice.below(20);
                bytes.splice(at..at, piece.repeat(times));
            }
            4 => {
                let from = dice.below(other.len());
                let piece = &other[from..(from + dice.below(256)).min(other.len())];
                bytes.splice(at..end, piece.iter().copied());
            }
            _ => {
                let token = TOKENS[dice.below(TOKENS.len())];
                bytes.splice(at..at, token.bytes());
            }
        }
    }
    bytes
}

fn limits() -> Limits {
    Limits {
        max_unpacked: 16 << 20,
        max_spanned: 200_000,
        ..Limits::default()
    }
}

/// Looks at a file and reads it; what is counted must be what was given out.
fn taken(bytes: &[u8]) {
    let Ok(proposal) = survey(&mut Cursor::new(bytes), &limits()) else {
        return;
    };
    read_by(bytes, &proposal.layout);
}

fn read_by(bytes: &[u8], layout: &Layout) {
    let (mut called, mut aside, mut sums) = (0, 0, 0);
    let watch = Watch {
        cancel: &AtomicBool::new(false),
        progress: &mut |_| {},
    };
    let input = &mut Cursor::new(bytes);
    let read = read(input, layout, &limits(), &|_| true, watch, |row| {
        match row {
            Row::Call { call, .. } => {
                assert!(call.seconds <= 86_400 && call.number.as_str().starts_with("400"));
                called += 1;
            }
            Row::Quarantined { .. } => aside += 1,
            Row::Total { .. } => sums += 1,
        }
        Ok::<(), CallsError>(())
    });
    if let Ok(summary) = read {
        let told = (summary.calls, summary.quarantined, summary.totals);
        assert_eq!(told, (called, aside, sums));
        assert_eq!(summary.rows, called + aside);
    }
}

fn corpus(wanted: impl Fn(Kind) -> bool) -> Vec<Vec<u8>> {
    let style = Style {
        titles: true,
        totals: true,
        end: true,
        ..Style::PLAIN
    };
    let given: Vec<Call> = calls(7, 12).collect();
    let kinds = Kind::ALL.into_iter().filter(|kind| wanted(*kind));
    kinds
        .flat_map(|kind| [style, Style::PLAIN].map(|style| file(kind, &style, &given).unwrap()))
        .collect()
}

fn any_change(corpus: &[Vec<u8>]) {
    throw(|dice| {
        let (one, other) = (dice.below(corpus.len()), dice.below(corpus.len()));
        taken(&changed(dice, &corpus[one], &corpus[other]));
    });
}

#[test]
fn changed_lines_are_read_or_refused() {
    any_change(&corpus(|kind| matches!(kind, Kind::Lines(..))));
}

#[test]
fn changed_pages_are_read_or_refused() {
    any_change(&corpus(|kind| matches!(kind, Kind::Page(..))));
}

#[test]
fn changed_old_workbooks_are_read_or_refused() {
    any_change(&corpus(|kind| kind == Kind::Xls));
}

#[test]
fn changed_nasty_files_are_read_or_refused() {
    let given: Vec<Call> = calls(1, 12).collect();
    let nasty = nasty(&given).unwrap();
    let small = nasty
        .into_iter()
        .filter(|nasty| nasty.bytes.len() < 64 << 10);
    any_change(&small.map(|nasty| nasty.bytes).collect::<Vec<_>>());
}

/// Its parts are packed and summed, so the change is made inside.
#[test]
fn changed_new_workbooks_are_read_or_refused() {
    let corpus = corpus(|kind| kind == Kind::Xlsx);
    let books: Vec<Vec<(String, Vec<u8>)>> = corpus.iter().map(|book| parts(book)).collect();
    throw(|dice| {
        if dice.below(8) == 0 {
            return taken(&changed(dice, &corpus[0], &corpus[1]));
        }
        let mut book = books[dice.below(books.len())].clone();
        let other = dice.below(book.len());
        let other = book[other].1.clone();
        let at = dice.below(book.len());
        book[at].1 = changed(dice, &book[at].1, &other);
        taken(&packed(&book));
    });
}

fn parts(book: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut book = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    (0..book.len())
        .map(|at| {
            let mut part = book.by_index(at).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (part.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut book = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default();
    for (name, bytes) in parts {
        let stored = stored.compression_method(zip::CompressionMethod::Stored);
        book.start_file(name, stored).unwrap();
        book.write_all(bytes).unwrap();
    }
    book.finish().unwrap().into_inner()
}

/// As if a person had mended a row: any cells under any meanings.
#[test]
fn changed_cells_are_read_or_refused() {
    let lines = corpus(|kind| kind == Kind::Lines(Letters::Utf8, ','));
    let text = String::from_utf8(lines[0].clone()).unwrap();
    let rows: Vec<&str> = text.lines().filter(|line| line.contains("400")).collect();
    let layout = survey(&mut Cursor::new(&lines[0]), &limits())
        .unwrap()
        .layout;
    throw(|dice| {
        let row = rows[dice.below(rows.len())].as_bytes();
        let row = changed(dice, row, text.as_bytes());
        let cells: Vec<String> = String::from_utf8_lossy(&row)
            .split(',')
            .map(str::to_owned)
            .collect();
        let mut layout = layout.clone();
        for meaning in &mut layout.columns {
            if dice.below(6) == 0 {
                *meaning = Meaning::ALL[dice.below(Meaning::ALL.len())];
            }
        }
        if let Ok(call) = mend(&cells, &layout, &|_| true) {
            assert!(call.seconds <= 86_400 && call.number.as_str().starts_with("400"));
        }
    });
}
