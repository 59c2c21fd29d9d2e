//! DuckDB as a peer: a table of the same calls, each once, rated by the same
//! prices, from the same file into a database file of its own. It comes with
//! Python's pip into an environment under cargo's folder. It keeps neither the
//! carrier's rows nor anything encrypted, and serves as a measure of the file,
//! not as a goal.

use crate::large;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const VERSION: &str = "duckdb==1.4.1";

/// Prints calls, charge and seconds.
const SCRIPT: &str = r#"
import duckdb, os, sys, time
file, base, landline, mobile = sys.argv[1:]
if os.path.exists(base): os.remove(base)
start = time.perf_counter()
db = duckdb.connect(base)
db.execute("SET enable_progress_bar = false")
db.execute(f"""
    CREATE TABLE call AS
    SELECT DISTINCT ON (number, started, caller, delivered) *,
           (length(delivered) = 11 AND delivered LIKE '1%') AS mobile,
           (seconds + 59) // 60 AS minutes,
           (seconds + 59) // 60 * CASE WHEN length(delivered) = 11 AND delivered LIKE '1%'
               THEN {mobile} ELSE {landline} END AS charge
    FROM (SELECT "400号码" AS number, "来电号码" AS caller, "接听号码" AS delivered,
                 strptime("开始时间", '%Y-%m-%d %H:%M:%S') AS started,
                 CAST("通话时长（秒）" AS INTEGER) AS seconds
          FROM read_csv('{file}', header = true, all_varchar = true))
""")
db.execute("CHECKPOINT")
seconds = time.perf_counter() - start
print(*db.execute("SELECT count(*), sum(charge) FROM call").fetchone(), seconds)
"#;

/// What came out of a rating.
pub struct Told {
    /// How many calls.
    pub calls: u64,
    /// What they cost, in ten-thousandths of a yuan.
    pub charge: i64,
    /// How long it took.
    pub time: Duration,
}

/// Has DuckDB rate the file and says how that compares; that both come to the
/// same charge is checked.
pub fn tell(file: &Path, ours: &Told) {
    let Some(python) = environment() else {
        println!("calls: DuckDB could not be fetched; not compared");
        return;
    };
    let units = |rate: &str| {
        let rate = desk_domain::money::Rate::parse(rate).unwrap();
        rate.ten_thousandths().to_string()
    };
    let done = Command::new(python)
        .args(["-c", SCRIPT])
        .arg(file)
        .arg(large::place("calls.duckdb"))
        .args(large::RATES.map(|(_, rate)| units(rate)))
        .output()
        .unwrap();
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    let [calls, charge, seconds] = said.split_whitespace().collect::<Vec<_>>()[..] else {
        return println!("calls: DuckDB said {said:?}");
    };
    assert_eq!(calls.parse(), Ok(ours.calls), "both have every call once");
    assert_eq!(charge.parse(), Ok(ours.charge), "both charge the same");
    let theirs = Duration::from_secs_f64(seconds.parse().unwrap());
    println!(
        "calls ({calls}): {:.2} × DuckDB, which keeps no row as it stood and encrypts nothing",
        ours.time.as_secs_f64() / theirs.as_secs_f64()
    );
    println!(
        "  on this machine {:.1?} against {theirs:.1?}; both charge {} yuan",
        ours.time,
        ours.charge / 10_000
    );
}

/// A Python that has DuckDB.
fn environment() -> Option<PathBuf> {
    let folder = large::place("duckdb");
    let python = folder.join("bin/python");
    if !python.is_file() {
        let made = Command::new("python3")
            .args(["-m", "venv"])
            .arg(&folder)
            .status();
        made.ok().filter(|status| status.success())?;
    }
    let fetched = Command::new(&python)
        .args(["-m", "pip", "install", "--quiet", VERSION])
        .status();
    fetched.ok().filter(|status| status.success())?;
    Some(python)
}
