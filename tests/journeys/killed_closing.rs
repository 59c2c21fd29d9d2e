//! A process that dies while it takes calls in and closes a month leaves all of
//! it or nothing, and the next one goes on from there.

use crate::billing::{calls_file, close, import, named, worked};
use crate::office::Office;
use desk_app::flow::billing::{AccountRef, account, month};
use desk_app::flow::session::{self, SignIn};
use desk_app::{Clock, Desk, Place};
use desk_tests::sample;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

const STORE: &str = "DESK400_TEST_STORE";
const MONTH: &str = "DESK400_TEST_MONTH";
const NUMBER: &str = "DESK400_TEST_NUMBER";
/// Calls of each month: 48.00, above the minimum.
const CALLS: u32 = 400;
/// The months, each with the milliseconds after which its process dies.
const DEATHS: [(&str, u64); 8] = [
    ("2026-03", 0),
    ("2026-04", 3),
    ("2026-05", 8),
    ("2026-06", 15),
    ("2026-07", 25),
    ("2026-08", 40),
    ("2026-09", 60),
    ("2026-10", 90),
];

fn accountant(office: &Office, number: &str, month: &str) -> Child {
    let name = "killed_closing::takes_calls_in_and_closes";
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", name, "--nocapture", "--ignored"])
        .env(STORE, office.data())
        .env(MONTH, month)
        .env(NUMBER, number)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn calls_of(number: &str, month: &str) -> String {
    let calls: Vec<(u32, u32)> = (0..CALLS).map(|at| (12 + at % 15, 60)).collect();
    calls_file(number, month, &calls)
}

/// The victim; does nothing unless it is told where.
#[test]
#[ignore = "is run by a_month_closed_by_a_process_that_dies in processes of its own"]
fn takes_calls_in_and_closes() {
    let Some(data) = std::env::var_os(STORE).map(PathBuf::from) else {
        return;
    };
    let (month, number) = (
        std::env::var(MONTH).unwrap(),
        std::env::var(NUMBER).unwrap(),
    );
    let assets = sample::samples().join("..");
    let desk = Desk::new(Place { data, assets }, Clock::At(crate::desk::today()));
    let (name, password) = (
        sample::ACCOUNTS.to_owned(),
        sample::ACCOUNTS_PASSWORD.to_owned(),
    );
    session::open(&desk, SignIn { name, password }).unwrap();
    let text = calls_of(&number, &month);
    let mut stdout = std::io::stdout().lock();
    writeln!(stdout, "ready").unwrap();
    stdout.flush().unwrap();
    import(&desk, "话单.csv", &text).unwrap();
    close(&desk, &month).unwrap();
}

#[test]
fn a_month_closed_by_a_process_that_dies_is_closed_wholly_or_not_at_all() {
    let (office, line) = worked();
    let desk = office.accounts();
    for (of, milliseconds) in DEATHS {
        let mut victim = accountant(&office, &line.number, of);
        let lines = BufReader::new(victim.stdout.take().unwrap()).lines();
        let ready = lines
            .map_while(Result::ok)
            .any(|said| said.ends_with("ready"));
        assert!(ready, "the victim began");
        std::thread::sleep(Duration::from_millis(milliseconds));
        victim.kill().unwrap();
        victim.wait().unwrap();

        let report = desk_app::flow::backup::verify(&desk, ()).unwrap();
        assert_eq!(report.faults, Vec::<String>::new(), "{of}");
        let found = month::show(&desk, named(of)).unwrap();
        assert!(
            matches!(found.total.calls, 0 | 400),
            "{of}: {}",
            found.total.calls
        );
        let taken = import(&desk, "话单.csv", &calls_of(&line.number, of));
        if found.closed {
            assert_eq!(
                taken.unwrap().line.imported,
                0,
                "{of} was closed with its calls"
            );
        }
        let closed = close(&desk, of).unwrap();
        assert_eq!(closed.total.rated.fen(), 4_800, "{of}");
    }
    let account = line.account;
    let balance = account::show(&desk, AccountRef { account })
        .unwrap()
        .line
        .balance;
    assert_eq!(balance.fen(), -8 * 4_800, "each month charged once");
}
