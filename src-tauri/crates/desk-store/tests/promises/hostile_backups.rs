//! Backups that were cut off, changed or made to do harm.

use std::fs;
use std::path::Path;

use crate::support::{backed_up, go_on, restore, sign_in, target};
use desk_store::{DeskFolder, FolderState, StoreError};
use tar::{Builder, EntryType, Header};

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
    let step = whole.len() / 20;
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
