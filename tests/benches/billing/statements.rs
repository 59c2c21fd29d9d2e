//! A thousand statements with all their calls as PDF, page by page beside pages
//! of the same kind written with nothing between. `DESK400_BENCH_STATEMENTS`
//! asks for another number of statements.
use crate::pair::Pair;
use crate::spent::Spent;
use crate::{bare, large, memory};
use desk_app::flow::billing::{MonthRef, StatementExport, StatementFormat, export, month};
use desk_domain::identifier::{DisplayForm, Number400};
use desk_domain::money::Rate;
use desk_domain::period::{CalendarMonth, last_day_to_dispute};
use desk_domain::{Charge, Money};
use desk_paper::FontShelf;
use desk_paper::sheets::{Addressee, CallLine, NumberAccount, StatementSheet};
use desk_tests::sample;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

const ROUNDS: u64 = 3;
const CALLS_A_NUMBER: u64 = 100;
const MONTH: &str = "2026-03";

/// Times it and tells.
pub fn time() {
    let statements = large::wanted("DESK400_BENCH_STATEMENTS", 1_000);
    let office = filled(statements);
    let pages = u32::try_from(pages_of(&written(&office))).unwrap();
    let shelf = FontShelf::open(&sample::samples().join("../fonts")).unwrap();
    let words = bare::words(&sheet().pages(&shelf).unwrap());
    let pages_each = u32::try_from(words.len()).unwrap();
    let count = pages / pages_each;
    println!("statements: {statements} with {pages} pages in all");
    let rounds = large::wanted("DESK400_BENCH_ROUNDS", ROUNDS);
    let (own, other) = (Spent::default(), Spent::default());
    Pair::time(
        usize::try_from(rounds).unwrap_or(1),
        || own.time(|| written(&office)).1 / pages,
        || {
            let write = || (0..count).for_each(|_| drop(black_box(bare::write(&shelf, &words))));
            other.time(write).1 / (count * pages_each)
        },
    )
    .tell("page of a statement", "bare page");
    own.tell(&other);
    filled(statements / 10);
    memory::line("statements", &[statements / 10, statements]);
}

/// All statements of a month alone, for their memory.
pub fn alone(statements: u64) {
    written(&filled(statements));
}

/// An office with March closed, a customer and a number for each statement.
fn filled(statements: u64) -> PathBuf {
    let schema = desk_store::SCHEMA_VERSION;
    let office = large::place(&format!("statements-office-{statements}-{schema}"));
    if office.is_dir() {
        return office;
    }
    let part = large::place("statements-part");
    large::found(&part, statements);
    let desk = large::desk(&part);
    let file = large::calls_file(statements * CALLS_A_NUMBER, statements);
    large::import(&desk, &file);
    for month in ["2026-02", MONTH] {
        let month = month.to_owned();
        month::close(&desk, MonthRef { month }).unwrap();
    }
    drop(desk);
    fs::rename(&part, &office).unwrap();
    office
}

/// Writes every statement of the month; where to.
fn written(office: &Path) -> PathBuf {
    let into = large::place("statements-out");
    let _ = fs::remove_dir_all(&into);
    let wanted = StatementExport {
        month: MONTH.to_owned(),
        customer: None,
        formats: vec![StatementFormat::Pdf],
    };
    export::write_all(&large::desk(office), wanted, &into).unwrap();
    into
}

fn pages_of(folder: &Path) -> usize {
    let files = fs::read_dir(folder).unwrap();
    files
        .map(|file| {
            let document = lopdf::Document::load(file.unwrap().path()).unwrap();
            document.get_pages().len()
        })
        .sum()
}

/// One statement of the same kind, for its words.
fn sheet() -> StatementSheet {
    let month = CalendarMonth::parse(MONTH).unwrap();
    let lines: Vec<CallLine> = large::synthetic::month(2026, CALLS_A_NUMBER, 1)
        .map(line)
        .collect();
    let charges = lines.iter().map(|line| line.charge);
    let calls = charges
        .into_iter()
        .try_fold(Charge::ZERO, Charge::checked_add)
        .unwrap()
        .round_half_up();
    StatementSheet {
        firm: sample::firm(),
        number: format!("ZD-{MONTH}-00001"),
        customer: Addressee {
            name: "样例00001有限公司".to_owned(),
            address: String::new(),
            contact: String::new(),
        },
        month,
        issued: large::today().date(),
        dispute_until: last_day_to_dispute(month.last_day()),
        accounts: vec![NumberAccount {
            number: Number400::parse(&large::synthetic::number(0)).unwrap(),
            shown: DisplayForm::default(),
            package: "标准".to_owned(),
            opening: Money::ZERO,
            payments: Money::ZERO,
            calls,
            top_up: Money::ZERO,
            fees: Money::ZERO,
            corrections: Money::ZERO,
            closing: calls.negated(),
            minimum: Money::ZERO,
            entries: Vec::new(),
            lines,
        }],
    }
}

fn line(call: large::synthetic::Call) -> CallLine {
    let minutes = call.seconds.div_ceil(60);
    let rate = Rate::parse("0.12").unwrap();
    CallLine {
        start: call.start,
        caller: call.caller,
        answered: call.delivered_to,
        class: "固话市话".to_owned(),
        seconds: call.seconds,
        counted: minutes * 60,
        rate,
        charge: rate.times(u64::from(minutes)).unwrap(),
    }
}
