//! The check of everything the store promises.

use std::fs;
use std::ops::ControlFlow;

use crate::support::{Desk, after, backed_up, go_on, sign_in};
use desk_store::{PaperId, Progress, StoreError};

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
