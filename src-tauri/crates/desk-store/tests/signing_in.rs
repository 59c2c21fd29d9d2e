//! Who gets into the store, who does not, and what wrong passwords cost.

mod support;

use desk_store::{Store, StoreError};
use support::{MANAGER, PASSWORD, after, desk};

#[test]
fn a_founded_store_opens_again_with_its_password() {
    let desk = desk();
    let path = desk.path();
    let (_folder, _) = desk.close();
    let (store, row) = Store::sign_in(&path, MANAGER, PASSWORD, after(1)).unwrap();
    assert_eq!(row.name, MANAGER);
    assert_eq!(store.staff(), row.id);
}

#[test]
fn a_wrong_password_opens_nothing() {
    let desk = desk();
    let path = desk.path();
    let (_folder, _) = desk.close();
    let refused = Store::sign_in(&path, MANAGER, "something else", after(1)).unwrap_err();
    assert!(
        matches!(refused, StoreError::WrongPassword { seconds: 0 }),
        "{refused:?}"
    );
}
