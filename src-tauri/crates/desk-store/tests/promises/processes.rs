//! What holds when several windows work at once and when the power fails:
//! real processes on one folder, ended by `kill -9` at any moment.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::support::{MANAGER, PASSWORD, after, agreement, nine, sign_in};
use desk_domain::staff::Role;
use desk_store::{DeskFolder, FolderState, Progress, Store, StoreError, VerifyReport};
use std::ops::ControlFlow;
use tempfile::TempDir;

const OTHER: &str = "长风破浪会有时啊";

/// Not a test of its own: what the processes started below do.
#[test]
fn child() {
    let (Ok(work), Ok(dir)) = (std::env::var("DESK_CHILD"), std::env::var("DESK_DIR")) else {
        return;
    };
    let dir = Path::new(&dir);
    match work.as_str() {
        "issue_ten" => issue(dir, 10),
        "issue" => issue(dir, u32::MAX),
        "change_password" => change_passwords(dir),
        "staff" => change_staff(dir),
        "found" => drop(crate::support::found_in(dir)),
        other => panic!("no such work: {other}"),
    }
}

fn start(work: &str, dir: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "processes::child",
            "--nocapture",
            "--test-threads=1",
        ])
        .env("DESK_CHILD", work)
        .env("DESK_DIR", dir)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Says on stdout what has been committed.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "\n={line}").unwrap();
    out.flush().unwrap();
}

/// What a child said until it ended.
fn said(child: &mut Child) -> Vec<String> {
    let out = BufReader::new(child.stdout.take().unwrap());
    let lines = out.lines().map_while(Result::ok);
    lines
        .filter_map(|line| line.strip_prefix('=').map(str::to_owned))
        .collect()
}

fn issue(dir: &Path, how_many: u32) {
    let mut store = sign_in(dir).unwrap();
    let customer = crate::support::add_customer(&mut store, "郑州晨光商贸有限公司", None);
    let order = crate::support::add_order(&mut store, Some(customer));
    for _ in 0..how_many {
        let number = store
            .write::<_, StoreError>(nine(), |w| {
                w.agreements_mut().issue("QF", 2026, |number| {
                    let pdf = format!("%PDF {number} {}", "x".repeat(40_000));
                    Ok(agreement(order, customer, pdf.as_bytes()))
                })
            })
            .unwrap()
            .number;
        say(&number);
    }
}

fn change_passwords(dir: &Path) {
    let mut store = sign_in(dir).unwrap();
    loop {
        store.change_password(PASSWORD, OTHER, nine()).unwrap();
        store.change_password(OTHER, PASSWORD, nine()).unwrap();
    }
}

fn change_staff(dir: &Path) {
    let mut store = sign_in(dir).unwrap();
    loop {
        let id = store
            .add_staff("李强", Role::FrontDesk, OTHER, nine())
            .unwrap();
        say("added");
        store.remove_staff(id, nine()).unwrap();
        say("removed");
    }
}

fn verify(store: &Store) -> VerifyReport {
    store
        .verify(&mut |_: Progress| ControlFlow::Continue(()))
        .unwrap()
}

fn numbers(store: &Store) -> Vec<String> {
    let rows = store
        .read::<_, StoreError>(|r| r.agreements().list(&[], 10_000))
        .unwrap();
    let mut numbers: Vec<String> = rows.into_iter().map(|row| row.number).collect();
    numbers.sort();
    numbers
}

fn one_to(last: usize) -> Vec<String> {
    (1..=last).map(|n| format!("QF-2026-{n:06}")).collect()
}

/// Moments spread over the work, the same in every run.
fn moments(rounds: u64, most: u64) -> impl Iterator<Item = Duration> {
    (0..rounds).map(move |i| Duration::from_millis(15 + (i * 7919 + 31) % most))
}

fn founded() -> (TempDir, std::path::PathBuf) {
    let folder = TempDir::new().unwrap();
    let dir = folder.path().join("desk");
    drop(crate::support::found_in(&dir).unwrap());
    (folder, dir)
}

#[test]
fn three_windows_at_once_give_every_agreement_the_next_number() {
    let (_folder, dir) = founded();
    let mut children: Vec<Child> = (0..3).map(|_| start("issue_ten", &dir)).collect();
    let mut all: Vec<String> = children.iter_mut().flat_map(said).collect();
    for child in &mut children {
        assert!(child.wait().unwrap().success());
    }
    all.sort();
    assert_eq!(all, one_to(30), "each number once, none left out");
    let store = sign_in(&dir).unwrap();
    assert_eq!(numbers(&store), all);
    assert!(verify(&store).is_sound());
}

#[test]
fn killed_windows_leave_no_gap_no_repeat_and_no_row_without_its_pages() {
    let (_folder, dir) = founded();
    let mut promised = Vec::new();
    for moment in moments(10, 140) {
        let mut children = [start("issue", &dir), start("issue", &dir)];
        sleep(Duration::from_millis(120) + moment);
        for child in &mut children {
            child.kill().unwrap();
        }
        promised.extend(children.iter_mut().flat_map(said));
        for child in &mut children {
            child.wait().unwrap();
        }
    }
    let mut store = sign_in(&dir).unwrap();
    let found = numbers(&store);
    assert!(
        found.len() > 20,
        "the test must have issued something: {}",
        found.len()
    );
    assert_eq!(found, one_to(found.len()), "no gap, no repeat");
    for number in &promised {
        assert!(found.contains(number), "{number} was committed and is gone");
    }
    let report = verify(&store);
    assert!(report.is_sound(), "{report:?}");
    let swept = store.sweep(nine()).unwrap();
    assert_eq!(swept, report.leftover_files);
    assert_eq!(verify(&store).leftover_files, 0);
}

#[test]
fn a_password_change_cut_off_leaves_the_old_or_the_new_password() {
    let (_folder, dir) = founded();
    for (round, moment) in (0..).zip(moments(10, 90)) {
        let mut child = start("change_password", &dir);
        sleep(Duration::from_millis(90) + moment);
        child.kill().unwrap();
        child.wait().unwrap();
        let at = 1000 + 100 * round;
        let opens = |password: &str, at: i64| {
            Store::sign_in(&dir, MANAGER, password, after(at)).map(|(store, _)| store)
        };
        match opens(PASSWORD, at) {
            Ok(_) => {}
            Err(StoreError::WrongPassword { .. }) => {
                let mut store = opens(OTHER, at + 50).unwrap();
                store
                    .change_password(OTHER, PASSWORD, after(at + 51))
                    .unwrap();
            }
            Err(other) => panic!("locked out: {other:?}"),
        }
    }
    assert!(verify(&sign_in(&dir).unwrap()).is_sound());
}

#[test]
fn adding_and_removing_staff_cut_off_locks_nobody_out_and_keeps_the_removed_out() {
    let (_folder, dir) = founded();
    let mut store = sign_in(&dir).unwrap();
    // Enough pages for changing the key to take a while.
    for n in 0..40 {
        let value = format!("{n}").repeat(20_000);
        let key = format!("filler{n}");
        store
            .write::<_, StoreError>(nine(), |w| w.settings_mut().set(&key, &value))
            .unwrap();
    }
    drop(store);
    for moment in moments(14, 160) {
        let mut child = start("staff", &dir);
        sleep(Duration::from_millis(90) + moment);
        child.kill().unwrap();
        let last = said(&mut child).pop();
        child.wait().unwrap();
        let clerk = Store::sign_in(&dir, "李强", OTHER, after(60)).map(drop);
        if last.as_deref() == Some("added") {
            let known = matches!(clerk, Ok(()) | Err(StoreError::UnknownStaff { .. }));
            assert!(
                known || matches!(clerk, Err(StoreError::StaffRemoved)),
                "{clerk:?}"
            );
        }
        let mut store = sign_in(&dir).unwrap();
        assert!(verify(&store).is_sound());
        let staff = store.read::<_, StoreError>(|r| r.staff().all()).unwrap();
        for left in staff.iter().filter(|row| row.active && row.name == "李强") {
            store.remove_staff(left.id, after(61)).unwrap();
        }
        let out = Store::sign_in(&dir, "李强", OTHER, after(62)).unwrap_err();
        assert!(matches!(out, StoreError::UnknownStaff { .. }), "{out:?}");
        assert!(!dir.join("store.key.next.age").exists());
    }
}

#[test]
fn founding_cut_off_leaves_a_folder_in_which_a_store_can_be_founded() {
    let folder = TempDir::new().unwrap();
    for (round, moment) in (0..).zip(moments(12, 60)) {
        let dir = folder.path().join(format!("desk{round}"));
        let mut child = start("found", &dir);
        sleep(moment);
        child.kill().unwrap();
        child.wait().unwrap();
        match DeskFolder::inspect(&dir).unwrap() {
            FolderState::Empty => drop(crate::support::found_in(&dir).unwrap()),
            FolderState::Locked { .. } => {}
            other => panic!("{other:?}"),
        }
        assert!(sign_in(&dir).is_ok());
    }
}
