//! A folder that may not be written to, and a disk that is full. Each runs in
//! a process of its own, under limits that end with it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::support::{add_order, nine, paper, sign_in};
use desk_domain::paper::PaperKind;
use desk_store::{DeskFolder, FolderState, Progress, Store, StoreError};
use std::ops::ControlFlow;
use tempfile::TempDir;

/// Not a test of its own: what the processes started below do.
#[test]
fn child() {
    let (Ok(work), Ok(dir)) = (std::env::var("DESK_CHILD"), std::env::var("DESK_DIR")) else {
        return;
    };
    let dir = Path::new(&dir);
    let told = match work.as_str() {
        "sign_in" => format!("{:?}", sign_in(dir).map(drop)),
        "found" => format!("{:?}", crate::support::found_in(dir).map(drop)),
        "fill_settings" => fill(dir, |store, n| {
            let value = "x".repeat(50_000);
            store.write(nine(), |w| {
                w.settings_mut().set(&format!("filler{n}"), &value)
            })
        }),
        "fill_papers" => fill(dir, |store, n| {
            let order = desk_store::OrderId(1);
            let bytes = vec![n.to_le_bytes()[0]; 100_000];
            let new = paper(Some(order), PaperKind::Licence);
            store
                .write(nine(), |w| w.papers_mut().add(&new, &mut bytes.as_slice()))
                .map(drop)
        }),
        other => panic!("no such work: {other}"),
    };
    println!("\n={told}");
}

/// Writes until the store refuses; tells how often it did not, and why.
fn fill(dir: &Path, work: impl Fn(&mut Store, u32) -> Result<(), StoreError>) -> String {
    let mut store = sign_in(dir).unwrap();
    for n in 0..200 {
        if let Err(error) = work(&mut store, n) {
            return format!("{n} then {error:?}");
        }
    }
    "never refused".to_owned()
}

/// Runs the child after `before` in a shell of its own; `None` where the
/// system does not let this user do that.
fn run(shell: &str, before: &str, work: &str, dir: &Path) -> Option<String> {
    let program = std::env::current_exe().unwrap();
    let script = format!("{before} && exec \"$0\" \"$@\"");
    let mut words = shell.split(' ');
    let output = Command::new(words.next().unwrap())
        .args(words)
        .args(["-c", &script])
        .arg(program)
        .args([
            "--exact",
            "hard_places::child",
            "--nocapture",
            "--test-threads=1",
        ])
        .env("DESK_CHILD", work)
        .env("DESK_DIR", dir)
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines()
        .find_map(|line| line.strip_prefix('=').map(str::to_owned))
}

fn founded() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let dir = folder.path().join("desk");
    let (mut store, _) = crate::support::found_in(&dir).unwrap();
    add_order(&mut store, None);
    (folder, dir)
}

fn is_sound(dir: &Path) -> bool {
    let mut go_on = |_: Progress| ControlFlow::Continue(());
    sign_in(dir).unwrap().verify(&mut go_on).unwrap().is_sound()
}

const OWN_MOUNTS: &str = "unshare -rm sh";

#[test]
fn a_read_only_folder_is_told_as_such_and_stays_as_it_was() {
    let (_folder, dir) = founded();
    let mount = "mount --bind \"$DESK_DIR\" \"$DESK_DIR\" \
                 && mount -o remount,ro,bind \"$DESK_DIR\"";
    let Some(told) = run(OWN_MOUNTS, mount, "sign_in", &dir) else {
        eprintln!("not tried: this user may not mount");
        return;
    };
    assert_eq!(told, "Err(FolderNotWritable)");
    let empty = TempDir::new().unwrap();
    let told = run(OWN_MOUNTS, mount, "found", empty.path()).unwrap();
    assert_eq!(told, "Err(FolderNotWritable)");
    assert!(is_sound(&dir));
}

#[test]
fn a_full_disk_refuses_and_loses_nothing_that_was_there() {
    for work in ["fill_settings", "fill_papers"] {
        let (_folder, dir) = founded();
        // The store is copied onto a disk of one megabyte and back.
        let place = "cp -r \"$DESK_DIR\" \"$DESK_DIR.was\" \
             && mount -t tmpfs -o size=1500k tmpfs \"$DESK_DIR\" \
             && cp -r \"$DESK_DIR.was\"/. \"$DESK_DIR\" \
             && (\"$0\" \"$@\"; cp -r \"$DESK_DIR\"/. \"$DESK_DIR.was\")";
        let Some(told) = run(OWN_MOUNTS, place, work, &dir) else {
            eprintln!("not tried: this user may not mount");
            return;
        };
        assert!(told.ends_with("then DiskFull"), "{work}: {told}");
        assert!(
            !told.starts_with("0 "),
            "{work}: something must have fitted: {told}"
        );
        assert!(is_sound(&dir.with_extension("was")), "{work}");
    }
}

#[test]
fn a_file_that_may_not_grow_refuses_and_loses_nothing_that_was_there() {
    for work in ["fill_settings", "fill_papers"] {
        let (_folder, dir) = founded();
        // Blocks of 512 bytes; the signal is ignored, so the write fails.
        let limit = "trap '' XFSZ; ulimit -f 1200";
        let limit = if work == "fill_papers" {
            "trap '' XFSZ; ulimit -f 500"
        } else {
            limit
        };
        let told = run("sh", limit, work, &dir).unwrap();
        let full = told.ends_with("then DiskFull");
        assert!(
            full || told == "never refused" && work == "fill_papers",
            "{work}: {told}"
        );
        assert!(is_sound(&dir), "{work}");
    }
}

#[test]
fn founding_on_a_full_disk_leaves_a_folder_that_counts_as_empty() {
    let folder = TempDir::new().unwrap();
    let dir = folder.path().join("desk");
    let told = run("sh", "trap '' XFSZ; ulimit -f 100", "found", &dir).unwrap();
    assert_eq!(told, "Err(DiskFull)");
    assert_eq!(DeskFolder::inspect(&dir).unwrap(), FolderState::Empty);
    crate::support::found_in(&dir).unwrap();
}
