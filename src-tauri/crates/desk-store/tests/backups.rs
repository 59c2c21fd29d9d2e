//! Backups: what goes in comes out, and a backup from anywhere does no harm.

mod support;

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use desk_domain::paper::PaperKind;
use desk_store::{DeskFolder, FolderState, PaperId, Progress, Stage, Store, StoreError};
use support::{Desk, add_customer, add_order, after, agreement, desk, nine, paper, sign_in};
use tar::{Builder, EntryType, Header};

fn go_on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// A store with papers, an agreement and a customer, and a backup of it.
fn backed_up() -> (Desk, PathBuf) {
    let mut desk = desk();
    let customer = add_customer(&mut desk.store, "甲公司", None);
    let order = add_order(&mut desk.store, Some(customer));
    desk.store
        .write::<_, StoreError>(nine(), |w| {
            for scan in [&b"one"[..], b"two", b"three"] {
                let new = paper(Some(order), PaperKind::Licence);
                w.papers_mut().add(&new, &mut &scan[..])?;
            }
            w.agreements_mut()
                .issue("QF", 2026, |_| Ok(agreement(order, customer, b"%PDF")))
        })
        .unwrap();
    let file = desk.folder.path().join("desk.backup");
    let made = desk.store.backup(&file, after(5), &mut go_on).unwrap();
    assert_eq!(made.papers, 4);
    assert_eq!(made.bytes, fs::metadata(&file).unwrap().len());
    (desk, file)
}

fn target(desk: &Desk) -> PathBuf {
    desk.folder.path().join("restored")
}

fn restore(file: &Path, dir: &Path) -> Result<(), StoreError> {
    Store::restore(file, dir, &mut go_on)
}

#[test]
fn a_restored_store_is_the_store_that_was_saved() {
    let (desk, file) = backed_up();
    let dir = target(&desk);
    restore(&file, &dir).unwrap();
    let store = sign_in(&dir).unwrap();
    let report = store.verify(&mut go_on).unwrap();
    assert!(report.is_sound(), "{report:?}");
    assert_eq!(
        (report.papers, report.agreements, report.leftover_files),
        (4, 1, 0)
    );
    let two = store
        .read::<_, StoreError>(|r| r.papers().bytes(PaperId(2)))
        .unwrap();
    assert_eq!(two, b"two");
    let pdf = store
        .read::<_, StoreError>(|r| r.agreements().pdf("QF-2026-000001"))
        .unwrap();
    assert_eq!(pdf, b"%PDF");
}

#[test]
fn a_backup_made_while_another_window_writes_is_whole() {
    let (mut desk, file) = backed_up();
    let mut theirs = sign_in(&desk.path()).unwrap();
    let mut n = 0;
    let mut write_between = |_: Progress| {
        n += 1;
        let value = "x".repeat(30_000);
        let key = format!("filler{n}");
        theirs
            .write::<_, StoreError>(after(6), |w| w.settings_mut().set(&key, &value))
            .unwrap();
        ControlFlow::Continue(())
    };
    desk.store
        .backup(&file, after(7), &mut write_between)
        .unwrap();
    let dir = target(&desk);
    restore(&file, &dir).unwrap();
    assert!(
        sign_in(&dir)
            .unwrap()
            .verify(&mut go_on)
            .unwrap()
            .is_sound()
    );
}

#[test]
fn a_backup_tells_how_far_it_is() {
    let (mut desk, file) = backed_up();
    let mut seen = Vec::new();
    let mut watch = |progress: Progress| {
        seen.push(progress);
        ControlFlow::Continue(())
    };
    desk.store.backup(&file, after(6), &mut watch).unwrap();
    assert!(
        seen.iter()
            .any(|p| p.stage == Stage::Database && p.done == p.total)
    );
    let last = seen.last().unwrap();
    assert_eq!((last.stage, last.done, last.total), (Stage::Papers, 4, 4));
}

#[test]
fn a_cancelled_backup_leaves_the_earlier_one_and_nothing_else() {
    let (mut desk, file) = backed_up();
    let before = fs::read(&file).unwrap();
    for stage in [Stage::Database, Stage::Papers] {
        let mut stop = |progress: Progress| {
            if progress.stage == stage {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        let refused = desk.store.backup(&file, after(6), &mut stop);
        assert!(matches!(refused, Err(StoreError::Cancelled)));
    }
    assert_eq!(fs::read(&file).unwrap(), before);
    let mut names: Vec<_> = fs::read_dir(desk.folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["desk", "desk.backup"]);
}

#[test]
fn a_cancelled_restore_leaves_an_empty_folder() {
    let (desk, file) = backed_up();
    let dir = target(&desk);
    let mut stop = |progress: Progress| {
        if progress.done > 0 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    let refused = Store::restore(&file, &dir, &mut stop);
    assert!(matches!(refused, Err(StoreError::Cancelled)));
    assert_eq!(DeskFolder::inspect(&dir).unwrap(), FolderState::Empty);
    restore(&file, &dir).unwrap();
    assert!(sign_in(&dir).is_ok());
}

#[test]
fn a_backup_does_not_go_into_the_folder_it_saves() {
    let mut desk = desk();
    for place in ["x.backup", "papers/../x.backup"] {
        let _ = fs::create_dir(desk.path().join("papers"));
        let refused = desk
            .store
            .backup(&desk.path().join(place), after(5), &mut go_on);
        assert!(
            matches!(refused, Err(StoreError::BackupInsideStore)),
            "{place}"
        );
    }
}

#[test]
fn a_backup_of_a_store_with_a_lost_paper_says_so() {
    let (mut desk, file) = backed_up();
    fs::remove_dir_all(desk.path().join("papers")).unwrap();
    let refused = desk.store.backup(&file, after(6), &mut go_on);
    assert!(matches!(refused, Err(StoreError::PaperLost { .. })));
}

#[test]
fn nothing_is_restored_over_a_store_or_other_files() {
    let (desk, file) = backed_up();
    let over = restore(&file, &desk.path());
    assert!(matches!(over, Err(StoreError::StoreAlreadyThere)));
    let beside = restore(&file, desk.folder.path());
    assert!(matches!(beside, Err(StoreError::FolderNotEmpty)));
}

#[test]
fn a_backup_that_was_cut_off_anywhere_is_refused() {
    let (desk, file) = backed_up();
    let whole = fs::read(&file).unwrap();
    let dir = target(&desk);
    for keep in [0, 100, 512, 5000, whole.len() / 2, whole.len() - 3000] {
        fs::write(&file, &whole[..keep]).unwrap();
        let refused = restore(&file, &dir);
        assert!(
            matches!(refused, Err(StoreError::BackupDamaged { .. })),
            "cut to {keep}"
        );
        assert_eq!(
            DeskFolder::inspect(&dir).unwrap(),
            FolderState::Empty,
            "cut to {keep}"
        );
    }
}

#[test]
fn a_backup_with_a_bit_turned_anywhere_is_refused() {
    let (desk, file) = backed_up();
    let whole = fs::read(&file).unwrap();
    let dir = target(&desk);
    let step = whole.len() / 40;
    for at in (0..whole.len() - 2048).step_by(step) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x20;
        fs::write(&file, bytes).unwrap();
        // Turned in padding that means nothing, it may still be accepted.
        if restore(&file, &dir).is_ok() {
            assert!(
                sign_in(&dir)
                    .unwrap()
                    .verify(&mut go_on)
                    .unwrap()
                    .is_sound(),
                "at {at}"
            );
            fs::remove_dir_all(&dir).unwrap();
        } else {
            assert_eq!(
                DeskFolder::inspect(&dir).unwrap(),
                FolderState::Empty,
                "at {at}"
            );
        }
    }
}

/// A hostile archive; names go in as raw bytes, unchecked.
fn archive(file: &Path, entries: &[(&str, EntryType, &[u8])]) {
    let mut tar = Builder::new(fs::File::create(file).unwrap());
    for (name, kind, content) in entries {
        let mut header = Header::new_ustar();
        header.as_ustar_mut().unwrap().name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_size(content.len() as u64);
        header.set_entry_type(*kind);
        if *kind == EntryType::Symlink {
            header.set_link_name("/etc/passwd").unwrap();
        }
        header.set_cksum();
        tar.append(&header, *content).unwrap();
    }
    tar.finish().unwrap();
}

#[test]
fn an_archive_that_reaches_out_of_the_folder_is_refused() {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("hostile");
    let dir = folder.path().join("desk");
    let hash = "a".repeat(64);
    let into_etc = format!("papers/../../{hash}.age");
    let wrong_folder = format!("papers/bb/{hash}.age");
    let cases: Vec<(&str, EntryType)> = vec![
        ("../evil", EntryType::Regular),
        ("/tmp/evil", EntryType::Regular),
        ("desk.db/../../evil", EntryType::Regular),
        (&into_etc, EntryType::Regular),
        (&wrong_folder, EntryType::Regular),
        ("papers", EntryType::Directory),
        ("desk.db", EntryType::Symlink),
        ("desk.db", EntryType::Link),
        ("store.lock", EntryType::Regular),
        ("unfinished", EntryType::Regular),
        ("C:\\evil", EntryType::Regular),
    ];
    for (name, kind) in cases {
        archive(
            &file,
            &[(
                name,
                kind,
                if kind == EntryType::Regular {
                    b"evil"
                } else {
                    b""
                },
            )],
        );
        let refused = restore(&file, &dir);
        assert!(
            matches!(refused, Err(StoreError::BackupDamaged { .. })),
            "{name}: {refused:?}"
        );
        assert_eq!(
            DeskFolder::inspect(&dir).unwrap(),
            FolderState::Empty,
            "{name}"
        );
    }
    let mut left: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort();
    assert_eq!(left, ["desk", "hostile"]);
}

#[test]
fn the_same_file_twice_or_a_false_or_missing_list_is_refused() {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("hostile");
    let dir = folder.path().join("desk");
    let list = br#"{"format":1,"made_at":"2026-11-22T09:00:00","entries":[]}"#;
    let newer = br#"{"format":2,"made_at":"2026-11-22T09:00:00","entries":[]}"#;
    let regular = EntryType::Regular;
    archive(
        &file,
        &[("desk.db", regular, b"a"), ("desk.db", regular, b"b")],
    );
    assert!(matches!(
        restore(&file, &dir),
        Err(StoreError::BackupDamaged { .. })
    ));
    archive(
        &file,
        &[("desk.db", regular, b"a"), ("backup.json", regular, list)],
    );
    assert!(matches!(
        restore(&file, &dir),
        Err(StoreError::BackupDamaged { .. })
    ));
    archive(&file, &[("backup.json", regular, list)]);
    assert!(matches!(
        restore(&file, &dir),
        Err(StoreError::BackupDamaged { .. })
    ));
    archive(&file, &[("backup.json", regular, newer)]);
    assert!(matches!(
        restore(&file, &dir),
        Err(StoreError::BackupTooNew { found: 2, .. })
    ));
    fs::write(&file, b"not a tar at all".repeat(100)).unwrap();
    assert!(matches!(
        restore(&file, &dir),
        Err(StoreError::BackupDamaged { .. })
    ));
}

#[test]
fn the_check_names_every_fault_it_finds() {
    let (mut desk, _) = backed_up();
    let row = |desk: &Desk, id: i64| {
        desk.store
            .read::<_, StoreError>(|r| r.papers().get(PaperId(id)))
            .unwrap()
            .blob
            .name
    };
    let (one, two) = (row(&desk, 1), row(&desk, 2));
    let path = |name: &str| {
        desk.path()
            .join("papers")
            .join(&name[..2])
            .join(format!("{name}.age"))
    };
    fs::remove_file(path(&one)).unwrap();
    fs::write(path(&two), b"rubbish").unwrap();
    fs::write(desk.path().join("papers/.left.part"), b"half").unwrap();
    let report = desk.store.verify(&mut go_on).unwrap();
    assert!(!report.is_sound());
    assert_eq!(
        (report.lost_papers, report.damaged_papers),
        (vec![one], vec![two])
    );
    assert_eq!(report.leftover_files, 1);
    assert_eq!(desk.store.sweep(after(9)).unwrap(), 1);
}

#[test]
fn the_check_can_be_cancelled() {
    let (desk, _) = backed_up();
    let mut stop = |_: Progress| ControlFlow::Break(());
    assert!(matches!(
        desk.store.verify(&mut stop),
        Err(StoreError::Cancelled)
    ));
}

#[test]
fn the_check_finds_a_page_that_was_changed_without_the_key() {
    let (desk, file) = backed_up();
    drop(file);
    let path = desk.path();
    let (_folder, _) = desk.close();
    let mut bytes = fs::read(path.join("desk.db")).unwrap();
    let last_page = bytes.len() - 2000;
    bytes[last_page] ^= 1;
    fs::write(path.join("desk.db"), bytes).unwrap();
    match sign_in(&path) {
        Err(StoreError::NotAStore | StoreError::StoreDamaged { .. }) => {}
        Ok(store) => match store.verify(&mut go_on) {
            Ok(report) => assert!(!report.is_sound()),
            Err(StoreError::NotAStore | StoreError::StoreDamaged { .. }) => {}
            Err(other) => panic!("{other:?}"),
        },
        Err(other) => panic!("{other:?}"),
    }
}
