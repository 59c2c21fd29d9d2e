//! Folders that are not as they should be: nothing of them is harmed, and
//! each situation is told as what it is.

use std::fs;
use std::path::Path;

use crate::support::{MANAGER, PASSWORD, desk, found_in, nine, sign_in};
use desk_store::{DeskFolder, FolderState, Hardness, SCHEMA_VERSION, Store, StoreError};
use tempfile::TempDir;

/// A folder with a closed store.
fn closed() -> (TempDir, std::path::PathBuf) {
    let desk = desk();
    let path = desk.path();
    (desk.close().0, path)
}

fn damaged(dir: &Path) -> &'static str {
    match DeskFolder::inspect(dir).unwrap() {
        FolderState::Damaged { code } => code,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_folder_that_is_not_there_yet_counts_as_empty() {
    let folder = TempDir::new().unwrap();
    let dir = folder.path().join("a/b/desk");
    assert_eq!(DeskFolder::inspect(&dir).unwrap(), FolderState::Empty);
    assert!(matches!(sign_in(&dir).unwrap_err(), StoreError::NoStore));
    assert!(!dir.exists(), "looking creates nothing");
    found_in(&dir).unwrap();
}

#[test]
fn other_peoples_files_are_left_alone() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("letter.txt"), "dear").unwrap();
    assert_eq!(
        DeskFolder::inspect(folder.path()).unwrap(),
        FolderState::Foreign
    );
    assert!(matches!(
        found_in(folder.path()).unwrap_err(),
        StoreError::FolderNotEmpty
    ));
    assert!(matches!(
        sign_in(folder.path()).unwrap_err(),
        StoreError::NoStore
    ));
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        1,
        "nothing was put beside it"
    );
    let file = folder.path().join("letter.txt");
    assert_eq!(DeskFolder::inspect(&file).unwrap(), FolderState::Foreign);
}

#[test]
fn a_second_store_is_not_founded_over_the_first() {
    let (_folder, dir) = closed();
    assert!(matches!(
        found_in(&dir).unwrap_err(),
        StoreError::StoreAlreadyThere
    ));
    assert!(sign_in(&dir).is_ok());
}

#[test]
fn a_refused_password_founds_nothing() {
    let folder = TempDir::new().unwrap();
    let dir = folder.path().join("desk");
    let refused = Store::found_with(&dir, MANAGER, "12345678", nine(), Hardness::FOR_TESTS);
    assert!(matches!(refused.unwrap_err(), StoreError::PasswordTrivial));
    let nameless = Store::found_with(&dir, " \n", PASSWORD, nine(), Hardness::FOR_TESTS);
    assert!(matches!(
        nameless.unwrap_err(),
        StoreError::StaffNameRefused { .. }
    ));
    assert!(!dir.exists());
}

#[test]
fn a_database_of_rubbish_is_no_store() {
    let (_folder, dir) = closed();
    fs::write(dir.join("desk.db"), b"rubbish".repeat(4000)).unwrap();
    assert!(matches!(sign_in(&dir).unwrap_err(), StoreError::NotAStore));
    fs::write(dir.join("desk.db"), b"").unwrap();
    assert!(matches!(sign_in(&dir).unwrap_err(), StoreError::NotAStore));
    fs::remove_file(dir.join("desk.db")).unwrap();
    assert_eq!(damaged(&dir), "NotAStore");
    assert!(matches!(sign_in(&dir).unwrap_err(), StoreError::NotAStore));
    assert!(
        !dir.join("desk.db").exists(),
        "no empty one was made in its place"
    );
}

#[test]
fn a_database_that_was_cut_off_or_changed_is_told_as_damaged() {
    let (_folder, dir) = closed();
    let sound = fs::read(dir.join("desk.db")).unwrap();
    let told = |error: &StoreError| {
        matches!(
            error,
            StoreError::NotAStore | StoreError::StoreDamaged { .. }
        )
    };
    for keep in [sound.len() / 2, 5000, 4096, 100, 15] {
        fs::write(dir.join("desk.db"), &sound[..keep]).unwrap();
        let error = sign_in(&dir).unwrap_err();
        assert!(told(&error), "cut to {keep}: {error:?}");
    }
    let mut changed = sound.clone();
    changed[2000] ^= 1;
    fs::write(dir.join("desk.db"), changed).unwrap();
    assert!(told(&sign_in(&dir).unwrap_err()));
    fs::write(dir.join("desk.db"), sound).unwrap();
    assert!(sign_in(&dir).is_ok());
}

#[test]
fn an_unencrypted_database_is_no_store() {
    let (_folder, dir) = closed();
    let mut plain = b"SQLite format 3\0\x10\0\x01\x01\0\x40\x20\x20".to_vec();
    plain.resize(4096, 0);
    fs::write(dir.join("desk.db"), plain).unwrap();
    assert!(matches!(sign_in(&dir).unwrap_err(), StoreError::NotAStore));
}

#[test]
fn keyrings_that_are_missing_or_rubbish_are_told_apart() {
    let (_folder, dir) = closed();
    let file = dir.join("keyring.json");
    let sound = fs::read_to_string(&file).unwrap();
    for rubbish in [
        "",
        "{",
        "[]",
        "{\"format\":1}",
        "\u{0}\u{1}",
        &sound[..sound.len() / 2],
    ] {
        fs::write(&file, rubbish).unwrap();
        assert_eq!(damaged(&dir), "KeyringDamaged", "{rubbish:.10}");
        assert!(matches!(
            sign_in(&dir).unwrap_err(),
            StoreError::KeyringDamaged { .. }
        ));
    }
    fs::write(&file, "x".repeat(5 << 20)).unwrap();
    assert_eq!(damaged(&dir), "KeyringDamaged", "too large to be one");
    fs::remove_file(&file).unwrap();
    assert_eq!(damaged(&dir), "KeyringMissing");
    assert!(matches!(
        sign_in(&dir).unwrap_err(),
        StoreError::KeyringMissing
    ));
    assert!(matches!(
        found_in(&dir).unwrap_err(),
        StoreError::StoreAlreadyThere
    ));
}

#[test]
fn a_keyring_that_asks_for_endless_work_is_refused() {
    let (_folder, dir) = closed();
    let file = dir.join("keyring.json");
    let mut keyring: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    keyring["staff"][0]["hardness"]["memory_kib"] = 4_000_000_000_u32.into();
    fs::write(&file, keyring.to_string()).unwrap();
    assert!(matches!(
        sign_in(&dir).unwrap_err(),
        StoreError::KeyringDamaged { .. }
    ));
}

#[test]
fn a_keyring_of_another_store_opens_nothing() {
    let (_folder, dir) = closed();
    let (_other, other) = closed();
    fs::copy(other.join("keyring.json"), dir.join("keyring.json")).unwrap();
    assert!(matches!(sign_in(&dir).unwrap_err(), StoreError::KeyDamaged));
}

#[test]
fn a_key_file_that_is_missing_or_rubbish_is_told_as_such() {
    let (_folder, dir) = closed();
    fs::write(dir.join("store.key.age"), "rubbish").unwrap();
    assert!(matches!(sign_in(&dir).unwrap_err(), StoreError::KeyDamaged));
    fs::remove_file(dir.join("store.key.age")).unwrap();
    assert_eq!(damaged(&dir), "KeyDamaged");
    assert!(matches!(sign_in(&dir).unwrap_err(), StoreError::KeyDamaged));
}

#[test]
fn a_store_of_a_newer_program_is_told_before_anybody_types_a_password() {
    let (_folder, dir) = closed();
    let file = dir.join("keyring.json");
    let sound = fs::read_to_string(&file).unwrap();
    let mut keyring: serde_json::Value = serde_json::from_str(&sound).unwrap();
    keyring["schema"] = (SCHEMA_VERSION + 3).into();
    fs::write(&file, keyring.to_string()).unwrap();
    let found = SCHEMA_VERSION + 3;
    let too_new = FolderState::TooNew {
        found,
        known: SCHEMA_VERSION,
    };
    assert_eq!(DeskFolder::inspect(&dir).unwrap(), too_new);
    assert!(matches!(
        sign_in(&dir).unwrap_err(),
        StoreError::StoreTooNew { .. }
    ));
    fs::write(&file, r#"{"format": 9, "anything": []}"#).unwrap();
    let too_new = FolderState::TooNew { found: 9, known: 1 };
    assert_eq!(DeskFolder::inspect(&dir).unwrap(), too_new);
}
