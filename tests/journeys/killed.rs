//! A process that dies in the middle loses nothing that was acknowledged.

use crate::desk::{self, today};
use crate::office::Office;
use desk_app::flow::order::{self, OrderRef, OrderSave};
use desk_app::flow::session::{self, SignIn};
use desk_app::{Clock, Desk, Place};
use desk_tests::sample;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

const STORE: &str = "DESK400_TEST_STORE";
const ORDER: &str = "DESK400_TEST_ORDER";
/// How many savings the victim is let live for.
const SAVINGS: usize = 12;

/// Another process at the same store, which types without end.
fn typist(office: &Office, order: i64) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "killed::types_without_end",
            "--nocapture",
            "--ignored",
        ])
        .env(STORE, office.data())
        .env(ORDER, order.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// The victim; does nothing unless it is told where.
#[test]
#[ignore = "is run by a_draft_survives_a_killed_process in a process of its own"]
fn types_without_end() {
    let Some(data) = std::env::var_os(STORE).map(PathBuf::from) else {
        return;
    };
    let id: i64 = std::env::var(ORDER).unwrap().parse().unwrap();
    let assets = sample::samples().join("..");
    let desk = Desk::new(Place { data, assets }, Clock::At(today()));
    let (name, password) = (
        sample::FRONT_DESK.to_owned(),
        sample::FRONT_DESK_PASSWORD.to_owned(),
    );
    session::open(&desk, SignIn { name, password }).unwrap();
    let mut stdout = std::io::stdout().lock();
    for count in 0.. {
        let shown = order::show(&desk, OrderRef { id }).unwrap();
        let mut form = shown.form;
        form.remarks = format!("备注 {count}");
        order::save(
            &desk,
            OrderSave {
                id,
                revision: shown.revision,
                form,
            },
        )
        .unwrap();
        // Only what was acknowledged may be relied on.
        writeln!(stdout, "saved 备注 {count}").unwrap();
        stdout.flush().unwrap();
    }
}

#[test]
fn a_draft_survives_a_killed_process() {
    let office = Office::open();
    let id = desk::complete(&office.desk, sample::form());

    let mut typist = typist(&office, id);
    let lines = BufReader::new(typist.stdout.take().unwrap()).lines();
    let saved: Vec<String> = lines
        .map_while(Result::ok)
        .filter_map(|line| {
            line.split_once("saved ")
                .map(|(_, remark)| remark.to_owned())
        })
        .take(SAVINGS)
        .collect();
    typist.kill().unwrap();
    typist.wait().unwrap();
    assert_eq!(saved.len(), SAVINGS, "the typist lived long enough");

    let count = |remark: &str| remark.trim_start_matches("备注 ").parse::<usize>().unwrap();
    let window = office.manager_at(today());
    let shown = desk::show(&window, id);
    assert!(
        count(&shown.form.remarks) >= count(saved.last().unwrap()),
        "the last acknowledged saving is there"
    );
    assert_eq!(
        shown.papers.len(),
        sample::PAPERS.len(),
        "so are the papers"
    );
    assert_eq!(desk::blocked(&window, id), Vec::<String>::new());
    let printed = desk::print(&window, id).unwrap();
    assert!(printed.line.number.ends_with("000001"));
    let report = desk_app::flow::backup::verify(&window, ()).unwrap();
    assert_eq!(report.faults, Vec::<String>::new());
}
