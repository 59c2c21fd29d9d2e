//! Writes synthetic files of call records and reads them, with figures:
//!
//! ```text
//! cargo run -p desk-billing --example call_files -- write march.csv 1000000
//! cargo run -p desk-billing --example call_files -- read march.csv
//! ```

#[allow(
    dead_code,
    unused_imports,
    reason = "the generator is shared with tests"
)]
#[path = "../../../../../tests/calls/mod.rs"]
mod synthetic;

use desk_billing::calls::{CallsError, Limits, Watch, read, survey};
use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::Instant;
use synthetic::{Kind, Letters, Style, calls, file, write_lines};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["write", path, count] => write(Path::new(path), count.parse()?),
        ["read", path] => look(Path::new(path)),
        _ => Err("write FILE COUNT, or read FILE".into()),
    }
}

/// Lines in GB 18030, unless the name says `.xlsx` or `.xls`.
fn write(path: &Path, count: u64) -> Result<(), Box<dyn Error>> {
    let style = Style {
        end: true,
        ..Style::PLAIN
    };
    let calls = calls(2026, count);
    let mut out = BufWriter::new(File::create(path)?);
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("xlsx") => out.write_all(&file(Kind::Xlsx, &style, &calls.collect::<Vec<_>>())?)?,
        Some("xls") => out.write_all(&file(Kind::Xls, &style, &calls.collect::<Vec<_>>())?)?,
        _ => write_lines(&mut out, Letters::Gb18030, ',', &style, calls)?,
    }
    Ok(out.flush()?)
}

fn look(path: &Path) -> Result<(), Box<dyn Error>> {
    let limits = Limits::default();
    let mut file = File::open(path)?;
    let begun = Instant::now();
    let proposal = survey(&mut file, &limits)?;
    println!(
        "{:?} {} {:?}",
        proposal.layout.source, proposal.confidence, proposal.doubts
    );
    println!("survey {:.3} s", begun.elapsed().as_secs_f64());
    let begun = Instant::now();
    let cancel = AtomicBool::new(false);
    let watch = Watch {
        cancel: &cancel,
        progress: &mut |_| {},
    };
    let summary = read(
        &mut file,
        &proposal.layout,
        &limits,
        &|_| true,
        watch,
        |_| Ok::<(), CallsError>(()),
    )?;
    let seconds = begun.elapsed().as_secs_f64();
    println!("{summary:?}");
    println!(
        "read {seconds:.2} s, {:.0} rows a second",
        summary.rows as f64 / seconds
    );
    Ok(())
}
