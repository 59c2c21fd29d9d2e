//! Backups: what goes in comes out.

use std::fs;
use std::ops::ControlFlow;

use crate::support::{after, backed_up, desk, go_on, restore, sign_in, target};
use desk_store::{DeskFolder, FolderState, PaperId, Progress, Stage, Store, StoreError};

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
fn a_place_that_is_not_there_is_told_apart_from_the_store() {
    let (mut desk, file) = backed_up();
    let nowhere = desk.folder.path().join("no/such/folder/desk.backup");
    let refused = desk.store.backup(&nowhere, after(6), &mut go_on);
    assert!(
        matches!(refused, Err(StoreError::BackupNotWritable)),
        "{refused:?}"
    );
    let missing = restore(&file.with_extension("gone"), &target(&desk));
    assert!(
        matches!(missing, Err(StoreError::BackupNotReadable)),
        "{missing:?}"
    );
    assert!(!target(&desk).exists());
}
