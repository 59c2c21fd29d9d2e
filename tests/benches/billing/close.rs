//! Closing a month of ten thousand numbers and five million calls, beside the
//! one aggregate over the same calls. The store is filled once and kept under
//! cargo's folder; every round closes a copy. `DESK400_BENCH_CLOSE` asks for
//! another number of calls.

use crate::pair::Pair;
use crate::spent::Spent;
use crate::{large, memory};
use desk_app::Desk;
use desk_app::flow::billing::{MonthRef, MonthSheet, month};
use desk_domain::period::CalendarMonth;
use std::path::{Path, PathBuf};

/// A round copies gigabytes; more would tell little.
const ROUNDS: u64 = 3;
const CALLS_A_NUMBER: u64 = 500;
const MONTH: &str = "2026-03";

/// Times it and tells.
pub fn time() {
    let calls = large::wanted("DESK400_BENCH_CLOSE", 5_000_000);
    let (office, numbers) = (filled(calls), calls / CALLS_A_NUMBER);
    let rounds = large::wanted("DESK400_BENCH_ROUNDS", ROUNDS);
    let (own, other) = (Spent::default(), Spent::default());
    Pair::time(
        usize::try_from(rounds).unwrap_or(1),
        || {
            let desk = large::desk(&fresh(&office));
            let (sheet, time) = own.time(|| close(&desk, MONTH));
            assert_eq!((sheet.total.calls, sheet.not_rated), (calls, 0));
            assert_eq!(sheet.lines.len() as u64, numbers);
            time
        },
        || {
            let store = large::store(&office);
            let month = CalendarMonth::parse(MONTH).unwrap();
            let (sums, time) = other.time(|| store.bare_sums(month).unwrap());
            assert!(sums as u64 >= numbers);
            time
        },
    )
    .tell(
        &format!("close ({numbers} numbers, {calls} calls)"),
        "aggregate",
    );
    own.tell(&other);
    memory::line("close", &[calls]);
}

/// One month closed alone, for its memory.
pub fn alone(calls: u64) {
    close(&large::desk(&fresh(&filled(calls))), MONTH);
}

fn close(desk: &Desk, month: &str) -> MonthSheet {
    let month = MonthRef {
        month: month.to_owned(),
    };
    month::close(desk, month).unwrap()
}

/// An office with February closed and March's calls in, filled unless an
/// earlier run has left it there.
fn filled(calls: u64) -> PathBuf {
    let schema = desk_store::SCHEMA_VERSION;
    let office = large::place(&format!("close-office-{calls}-{schema}"));
    if office.is_dir() {
        return office;
    }
    let numbers = calls / CALLS_A_NUMBER;
    let part = large::place("close-part");
    large::found(&part, numbers);
    let desk = large::desk(&part);
    close(&desk, "2026-02");
    large::import(&desk, &large::calls_file(calls, numbers));
    drop(desk);
    std::fs::rename(&part, &office).unwrap();
    office
}

fn fresh(office: &Path) -> PathBuf {
    let run = large::place("close-run");
    large::copy(office, &run);
    run
}
