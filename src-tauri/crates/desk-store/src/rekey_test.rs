//! Changing the key, cut off at each of its steps.

use std::fs;

use chrono::{NaiveDate, NaiveDateTime};
use desk_domain::staff::Role;
use tempfile::TempDir;

use crate::store_key::StoreKey;
use crate::table::secret;
use crate::*;

const PASSWORD: &str = "柳暗花明又一村啊";

fn at() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 22)
        .unwrap()
        .and_hms_opt(9, 0, 0)
        .unwrap()
}

fn founded() -> (TempDir, Store) {
    let folder = TempDir::new().unwrap();
    let dir = folder.path().join("desk");
    let founded = Store::found_with(&dir, "王敏", PASSWORD, at(), Hardness::FOR_TESTS).unwrap();
    (folder, founded.store)
}

fn opens(store_folder: &TempDir) -> Store {
    let dir = store_folder.path().join("desk");
    Store::sign_in(&dir, "王敏", PASSWORD, at()).unwrap().0
}

fn due(store: &Store) -> Option<String> {
    secret::get(&store.conn, secret::ROTATION_DUE).unwrap()
}

#[test]
fn cut_off_before_the_database_changed_it_is_done_again() {
    let (folder, store) = founded();
    secret::set(&store.conn, secret::ROTATION_DUE, "1").unwrap();
    // The next key's file is written, the database is still under the old key.
    let recipient = table::staff::recipients(&store.conn).unwrap();
    StoreKey::generate()
        .unwrap()
        .write_for(&recipient, &store.folder.next_key())
        .unwrap();
    let before = fs::read(store.folder.key()).unwrap();
    drop(store);
    let store = opens(&folder);
    assert_eq!(due(&store).as_deref(), Some("0"));
    assert!(!store.folder.next_key().exists());
    assert_ne!(fs::read(store.folder.key()).unwrap(), before);
}

#[test]
fn cut_off_after_the_database_changed_the_next_key_is_taken() {
    let (folder, mut store) = founded();
    let clerk = store
        .add_staff("李强", Role::FrontDesk, "曲径通幽处不知归", at())
        .unwrap();
    let old = fs::read(store.folder.key()).unwrap();
    assert_eq!(store.remove_staff(clerk, at()).unwrap(), Removal::Complete);
    // As if the rename had not happened.
    let paths = store.folder.clone();
    drop(store);
    fs::rename(paths.key(), paths.next_key()).unwrap();
    fs::write(paths.key(), old).unwrap();
    let store = opens(&folder);
    assert!(!paths.next_key().exists());
    drop(store);
    drop(opens(&folder));
}

#[test]
fn cut_off_with_no_key_file_but_the_next_it_still_opens() {
    let (folder, store) = founded();
    let paths = store.folder.clone();
    drop(store);
    fs::rename(paths.key(), paths.next_key()).unwrap();
    drop(opens(&folder));
    assert!(paths.key().exists() && !paths.next_key().exists());
}

#[test]
fn papers_put_in_before_and_after_a_key_change_can_both_be_read() {
    let (_folder, mut store) = founded();
    let put = |w: &mut Writer<'_>| w.reader.vault.put(&mut &b"before"[..], 100);
    let before = store.write::<_, StoreError>(at(), put).unwrap();
    let clerk = store
        .add_staff("李强", Role::FrontDesk, "曲径通幽处不知归", at())
        .unwrap();
    assert_eq!(store.remove_staff(clerk, at()).unwrap(), Removal::Complete);
    let put = |w: &mut Writer<'_>| w.reader.vault.put(&mut &b"after"[..], 100);
    let after = store.write::<_, StoreError>(at(), put).unwrap();
    assert_eq!(store.vault.read(&before).unwrap(), b"before");
    assert_eq!(store.vault.read(&after).unwrap(), b"after");
    assert_eq!(table::paper_key::all(&store.conn).unwrap().len(), 2);
}
