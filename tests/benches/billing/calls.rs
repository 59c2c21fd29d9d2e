//! A month of calls on its way from the carrier's file into the ledger's table,
//! rated: beside bare inserts of the same rows, and beside DuckDB rating the
//! same file. `DESK400_BENCH_CALLS` asks for another number of calls.

use crate::pair::Pair;
use crate::spent::Spent;
use crate::{duck, large, memory};
use desk_domain::period::CalendarMonth;
use desk_store::bare::BareCall;
use desk_store::{NewCallFile, StoreError};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A round takes a minute; more would tell little.
const ROUNDS: u64 = 3;
const CALLS_A_NUMBER: u64 = 500;

/// Times it and tells.
pub fn time() {
    let (calls, numbers) = size();
    let office = large::place("calls-office");
    large::found(&office, numbers);
    let file = large::calls_file(calls, numbers);
    let (rows, told) = taken(&office, &file);
    assert_eq!(told.calls, calls);
    against_inserts(&office, &file, &rows);
    drop(rows);
    duck::tell(&file, &told);
    memory::line("calls", &[calls / 10, calls]);
}

/// One import alone, for its memory; into the same office, however many rows.
pub fn alone(calls: u64) {
    let desk = large::desk(&fresh(&large::place("calls-office")));
    large::import(&desk, &large::calls_file(calls, size().1));
}

/// How many calls on how many numbers.
fn size() -> (u64, u64) {
    let calls = large::wanted("DESK400_BENCH_CALLS", 1_000_000);
    (calls, (calls / CALLS_A_NUMBER).max(1))
}

fn fresh(office: &Path) -> PathBuf {
    let run = large::place("calls-run");
    large::copy(office, &run);
    run
}

fn against_inserts(office: &Path, file: &Path, rows: &[BareCall]) {
    let rounds = large::wanted("DESK400_BENCH_ROUNDS", ROUNDS);
    let (own, other) = (Spent::default(), Spent::default());
    Pair::time(
        usize::try_from(rounds).unwrap_or(1),
        || {
            let desk = large::desk(&fresh(office));
            own.time(|| large::import(&desk, file)).1
        },
        || {
            let mut store = large::store(&fresh(office));
            begin_file(&mut store);
            other.time(|| store.bare_insert(rows).unwrap()).1
        },
    )
    .tell(&format!("calls ({})", rows.len()), "bare inserts");
    own.tell(&other);
}

/// Every row names its file, which has to be there.
fn begin_file(store: &mut desk_store::Store) {
    let file = NewCallFile {
        name: "三月.csv".to_owned(),
        carrier: "样例联通".to_owned(),
        sha256: String::new(),
        heads: Vec::new(),
        layout: serde_json::Value::Null,
    };
    store
        .write::<_, StoreError>(large::today(), |writer| {
            writer.call_files_mut().begin(&file)
        })
        .unwrap();
}

/// The rows as they are kept, for the peer to insert; and what they come to,
/// for the other peer to agree with.
fn taken(office: &Path, file: &Path) -> (Vec<BareCall>, duck::Told) {
    let run = fresh(office);
    let desk = large::desk(&run);
    let (_, time) = Spent::default().time(|| large::import(&desk, file));
    let store = large::store(&run);
    let month = CalendarMonth::parse("2026-03").unwrap();
    let sums = store
        .read::<_, StoreError>(|reader| reader.calls().sums(month, None))
        .unwrap();
    let told = duck::Told {
        calls: sums.iter().map(|sum| sum.calls).sum(),
        charge: sums.iter().map(|sum| sum.charge.ten_thousandths()).sum(),
        time: time.max(Duration::from_millis(1)),
    };
    (store.bare_calls().unwrap(), told)
}
