//! Who belongs to the desk: adding, removing, roles.

use crate::support::{CLERK, CLERKS, actions, after, desk_with_clerk, sign_in};
use desk_domain::staff::Role;
use desk_store::{Removal, Store, StoreError, Subject};

#[test]
fn added_staff_sign_in_with_their_own_password_while_others_work() {
    let (desk, clerk) = desk_with_clerk();
    let (store, row) = Store::sign_in(&desk.path(), CLERK, CLERKS, after(20)).unwrap();
    assert_eq!((row.id, row.role), (clerk, Role::FrontDesk));
    assert!(actions(&store, &Subject::Staff(clerk)).contains(&"staff_added".to_owned()));
}

#[test]
fn only_managers_keep_staff() {
    let (desk, clerk) = desk_with_clerk();
    let (mut store, _) = Store::sign_in(&desk.path(), CLERK, CLERKS, after(20)).unwrap();
    let add = store.add_staff("赵六", Role::Manager, "落霞与孤鹜齐飞翔", after(21));
    assert!(matches!(add.unwrap_err(), StoreError::NotAManager));
    let remove = store.remove_staff(desk.store.staff(), after(21));
    assert!(matches!(remove.unwrap_err(), StoreError::NotAManager));
    let reset = store.reset_password_of(clerk, "落霞与孤鹜齐飞翔", after(21));
    assert!(matches!(reset.unwrap_err(), StoreError::NotAManager));
    assert!(matches!(
        store.renew_recovery_code(after(21)),
        Err(StoreError::NotAManager)
    ));
}

#[test]
fn two_members_cannot_have_one_name_but_a_past_name_is_free() {
    let (mut desk, clerk) = desk_with_clerk();
    let again = desk
        .store
        .add_staff(CLERK, Role::Accounts, CLERKS, after(11))
        .unwrap_err();
    assert!(matches!(again, StoreError::StaffNameTaken { .. }));
    assert_eq!(
        desk.store.remove_staff(clerk, after(12)).unwrap(),
        Removal::Complete
    );
    let new = desk
        .store
        .add_staff(CLERK, Role::Accounts, CLERKS, after(13))
        .unwrap();
    assert_ne!(new, clerk, "numbers of staff are never used again");
}

#[test]
fn removed_staff_can_no_longer_open_the_store() {
    let (mut desk, clerk) = desk_with_clerk();
    assert_eq!(
        desk.store.remove_staff(clerk, after(12)).unwrap(),
        Removal::Complete
    );
    let refused = Store::sign_in(&desk.path(), CLERK, CLERKS, after(20)).unwrap_err();
    assert!(
        matches!(refused, StoreError::UnknownStaff { .. }),
        "{refused:?}"
    );
    assert!(
        sign_in(&desk.path()).is_ok(),
        "those who remain still get in"
    );
}

#[test]
fn removed_staff_cannot_open_it_with_the_keyring_and_key_they_copied() {
    let (mut desk, clerk) = desk_with_clerk();
    let path = desk.path();
    let keyring = std::fs::read(path.join("keyring.json")).unwrap();
    let key = std::fs::read(path.join("store.key.age")).unwrap();
    desk.store.remove_staff(clerk, after(12)).unwrap();
    let (_folder, _) = desk.close();
    std::fs::write(path.join("keyring.json"), keyring).unwrap();
    let with_new_key = Store::sign_in(&path, CLERK, CLERKS, after(20)).unwrap_err();
    assert!(
        matches!(with_new_key, StoreError::KeyDamaged),
        "{with_new_key:?}"
    );
    std::fs::write(path.join("store.key.age"), key).unwrap();
    let with_old_key = Store::sign_in(&path, CLERK, CLERKS, after(21)).unwrap_err();
    assert!(
        matches!(with_old_key, StoreError::NotAStore),
        "{with_old_key:?}"
    );
}

#[test]
fn an_open_window_of_removed_staff_refuses_everything() {
    let (mut desk, clerk) = desk_with_clerk();
    let (mut theirs, _) = Store::sign_in(&desk.path(), CLERK, CLERKS, after(11)).unwrap();
    let removal = desk.store.remove_staff(clerk, after(12)).unwrap();
    assert_eq!(
        removal,
        Removal::KeyChangeDue,
        "their window still has the store open"
    );
    let read = theirs
        .read::<_, StoreError>(|r| r.staff().all())
        .unwrap_err();
    assert!(matches!(read, StoreError::StaffRemoved));
    let write = theirs.write::<_, StoreError>(after(13), |w| w.settings_mut().set("a", &1));
    assert!(matches!(write.unwrap_err(), StoreError::StaffRemoved));
    let back = Store::sign_in(&desk.path(), CLERK, CLERKS, after(14)).unwrap_err();
    assert!(matches!(back, StoreError::UnknownStaff { .. }));
}

#[test]
fn a_key_change_that_was_due_happens_when_the_last_window_has_closed() {
    let (mut desk, clerk) = desk_with_clerk();
    let path = desk.path();
    let old_key = std::fs::read(path.join("store.key.age")).unwrap();
    let (theirs, _) = Store::sign_in(&path, CLERK, CLERKS, after(11)).unwrap();
    assert_eq!(
        desk.store.remove_staff(clerk, after(12)).unwrap(),
        Removal::KeyChangeDue
    );
    drop(theirs);
    let (_folder, _) = desk.close();
    let store = sign_in(&path).unwrap();
    assert!(actions(&store, &Subject::Store).contains(&"store_key_changed".to_owned()));
    drop(store);
    std::fs::write(path.join("store.key.age"), old_key).unwrap();
    assert!(matches!(sign_in(&path).unwrap_err(), StoreError::NotAStore));
}

#[test]
fn the_last_manager_stays() {
    let (mut desk, clerk) = desk_with_clerk();
    let me = desk.store.staff();
    assert!(matches!(
        desk.store.remove_staff(me, after(12)),
        Err(StoreError::LastManager)
    ));
    let demote = |w: &mut desk_store::Writer<'_>| w.staff_mut().set_role(me, Role::Accounts);
    let refused = desk
        .store
        .write::<_, StoreError>(after(12), demote)
        .unwrap_err();
    assert!(matches!(refused, StoreError::LastManager));
    desk.store
        .write::<_, StoreError>(after(13), |w| w.staff_mut().set_role(clerk, Role::Manager))
        .unwrap();
    desk.store
        .write::<_, StoreError>(after(14), demote)
        .unwrap();
}

#[test]
fn a_reset_password_opens_and_the_forgotten_one_does_not() {
    let (mut desk, clerk) = desk_with_clerk();
    desk.store
        .reset_password_of(clerk, "落霞与孤鹜齐飞翔", after(12))
        .unwrap();
    let old = Store::sign_in(&desk.path(), CLERK, CLERKS, after(13)).unwrap_err();
    assert!(matches!(old, StoreError::WrongPassword { .. }));
    assert!(Store::sign_in(&desk.path(), CLERK, "落霞与孤鹜齐飞翔", after(14)).is_ok());
}

#[test]
fn an_entry_moved_within_the_keyring_does_not_make_a_clerk_a_manager() {
    let (desk, _) = desk_with_clerk();
    let path = desk.path();
    let (_folder, _) = desk.close();
    let file = path.join("keyring.json");
    let mut keyring: serde_json::Value =
        serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    keyring["staff"][1]["id"] = keyring["staff"][0]["id"].clone();
    keyring["staff"].as_array_mut().unwrap().remove(0);
    std::fs::write(&file, keyring.to_string()).unwrap();
    let refused = Store::sign_in(&path, CLERK, CLERKS, after(20)).unwrap_err();
    assert!(
        matches!(refused, StoreError::IdentityMismatch),
        "{refused:?}"
    );
}
