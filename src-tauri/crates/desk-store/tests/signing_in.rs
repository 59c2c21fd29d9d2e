//! Who gets into the store, who does not, and what wrong passwords cost.

mod support;

use desk_domain::staff::{Role, StaffId};
use desk_store::{DeskFolder, FolderState, RecoveryCode, Removal, Store, StoreError, Subject};
use support::{Desk, MANAGER, PASSWORD, after, desk, sign_in};

const CLERK: &str = "李强";
const CLERKS: &str = "曲径通幽处不知归";

fn desk_with_clerk() -> (Desk, StaffId) {
    let mut desk = desk();
    let clerk = desk
        .store
        .add_staff(CLERK, Role::FrontDesk, CLERKS, after(10))
        .unwrap();
    (desk, clerk)
}

fn actions(store: &Store, subject: &Subject) -> Vec<String> {
    let rows = store
        .read::<_, StoreError>(|r| r.audit().about(subject))
        .unwrap();
    rows.into_iter().map(|row| row.action).collect()
}

fn wrong(dir: &std::path::Path, at: i64) -> StoreError {
    Store::sign_in(dir, MANAGER, "something else", after(at)).unwrap_err()
}

#[test]
fn a_founded_store_opens_again_with_its_password() {
    let desk = desk();
    let path = desk.path();
    let (_folder, _) = desk.close();
    let (store, row) = Store::sign_in(&path, MANAGER, PASSWORD, after(1)).unwrap();
    assert_eq!(row.name, MANAGER);
    assert_eq!(row.role, Role::Manager);
    assert_eq!(store.staff(), row.id);
}

#[test]
fn the_sign_in_screen_knows_the_names_and_the_firm_only_if_shown() {
    let (mut desk, _) = desk_with_clerk();
    let staff = vec![MANAGER.to_owned(), CLERK.to_owned()];
    let hidden = FolderState::Locked {
        firm: None,
        staff: staff.clone(),
    };
    assert_eq!(DeskFolder::inspect(&desk.path()).unwrap(), hidden);
    desk.store
        .show_firm_at_sign_in(Some("河南海燕科技有限公司"))
        .unwrap();
    let shown = FolderState::Locked {
        firm: Some("河南海燕科技有限公司".to_owned()),
        staff,
    };
    assert_eq!(DeskFolder::inspect(&desk.path()).unwrap(), shown);
}

#[test]
fn nothing_in_the_folder_is_readable_but_the_names() {
    let (mut desk, _) = desk_with_clerk();
    support::add_customer(
        &mut desk.store,
        "郑州晨光商贸有限公司",
        Some("91350100M000100Y43"),
    );
    let path = desk.path();
    let (_folder, code) = desk.close();
    for entry in std::fs::read_dir(&path).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            continue;
        }
        let bytes = std::fs::read(entry.path()).unwrap();
        let grouped = code.to_string();
        let plain = grouped.replace('-', "");
        for secret in [
            "晨光",
            "91350100M000100Y43",
            PASSWORD,
            &grouped,
            &plain,
            "SQLite format",
        ] {
            let found = bytes.windows(secret.len()).any(|w| w == secret.as_bytes());
            assert!(!found, "{secret} stands in {:?}", entry.file_name());
        }
    }
}

#[test]
fn two_slips_cost_nothing_then_each_wrong_password_costs_more() {
    let desk = desk();
    let path = desk.path();
    let (_folder, _) = desk.close();
    for (at, wait) in [
        (0, 0),
        (1, 0),
        (2, 5),
        (10, 15),
        (30, 30),
        (70, 60),
        (140, 120),
    ] {
        let refused = wrong(&path, at);
        let StoreError::WrongPassword { seconds } = refused else {
            panic!("{refused:?}")
        };
        assert_eq!(seconds, wait, "after the try at {at} s");
    }
}

#[test]
fn an_early_try_is_not_looked_at_even_with_the_right_password() {
    let desk = desk();
    let path = desk.path();
    let (_folder, _) = desk.close();
    (0..3).for_each(|at| drop(wrong(&path, at)));
    // Each call opens the folder anew, as a restarted program would.
    let refused = Store::sign_in(&path, MANAGER, PASSWORD, after(4)).unwrap_err();
    assert!(
        matches!(refused, StoreError::TooManyAttempts { seconds: 3 }),
        "{refused:?}"
    );
    assert!(Store::sign_in(&path, MANAGER, PASSWORD, after(7)).is_ok());
}

#[test]
fn success_forgives_the_failures_before_it() {
    let desk = desk();
    let path = desk.path();
    let (_folder, _) = desk.close();
    (0..3).for_each(|at| drop(wrong(&path, at)));
    drop(Store::sign_in(&path, MANAGER, PASSWORD, after(10)).unwrap());
    assert!(matches!(
        wrong(&path, 11),
        StoreError::WrongPassword { seconds: 0 }
    ));
}

#[test]
fn a_clock_that_was_set_back_does_not_lock_anybody_out_for_long() {
    let desk = desk();
    let path = desk.path();
    let (_folder, _) = desk.close();
    let months = 90 * 24 * 3600;
    (0..4).for_each(|i| drop(wrong(&path, months + 20 * i)));
    let refused = Store::sign_in(&path, MANAGER, PASSWORD, after(0)).unwrap_err();
    assert!(
        matches!(refused, StoreError::TooManyAttempts { seconds: 15 }),
        "{refused:?}"
    );
    assert!(Store::sign_in(&path, MANAGER, PASSWORD, after(15)).is_ok());
}

#[test]
fn wrong_passwords_are_in_the_audit_log_after_the_next_opening_each_once() {
    let desk = desk();
    let path = desk.path();
    let me = Subject::Staff(desk.store.staff());
    let (_folder, _) = desk.close();
    drop(wrong(&path, 1));
    drop(wrong(&path, 2));
    drop(sign_in(&path).unwrap());
    let store = sign_in(&path).unwrap();
    let wrongs = actions(&store, &me)
        .into_iter()
        .filter(|a| a == "wrong_password")
        .count();
    assert_eq!(wrongs, 2);
}

#[test]
fn an_unknown_name_is_told_as_such() {
    let desk = desk();
    let refused = Store::sign_in(&desk.path(), "赵六", PASSWORD, after(1)).unwrap_err();
    assert!(matches!(refused, StoreError::UnknownStaff { name } if name == "赵六"));
}

#[test]
fn trivial_passwords_are_refused_when_set() {
    let mut desk = desk();
    let mut set = |password: &str| desk.store.change_password(PASSWORD, password, after(5));
    assert!(matches!(
        set("七个字的密码哦").unwrap_err(),
        StoreError::PasswordTooShort { .. }
    ));
    assert!(matches!(
        set(&"长".repeat(300)).unwrap_err(),
        StoreError::PasswordTooLong { .. }
    ));
    assert!(matches!(
        set("王敏王敏王敏王敏").unwrap_err(),
        StoreError::PasswordIsName
    ));
    for trivial in [
        "12345678", "34567890", "hgfedcba", "aaaaaaaa", "12121212", "Passw0rd",
    ] {
        assert!(
            matches!(set(trivial).unwrap_err(), StoreError::PasswordTrivial),
            "{trivial}"
        );
    }
    set("20261122-晨光").unwrap();
}

#[test]
fn after_a_change_only_the_new_password_opens() {
    let mut desk = desk();
    let me = Subject::Staff(desk.store.staff());
    desk.store
        .change_password(PASSWORD, "小桥流水人家 2", after(5))
        .unwrap();
    assert!(actions(&desk.store, &me).contains(&"password_changed".to_owned()));
    assert!(matches!(
        sign_in(&desk.path()).unwrap_err(),
        StoreError::WrongPassword { .. }
    ));
    assert!(Store::sign_in(&desk.path(), MANAGER, "小桥流水人家 2", after(6)).is_ok());
}

#[test]
fn changing_a_password_needs_the_old_one() {
    let mut desk = desk();
    let refused = desk
        .store
        .change_password("not it", "小桥流水人家 2", after(5))
        .unwrap_err();
    assert!(matches!(refused, StoreError::WrongPassword { .. }));
    assert!(sign_in(&desk.path()).is_ok());
}

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

#[test]
fn the_recovery_code_lets_a_manager_set_a_new_password() {
    let desk = desk();
    let path = desk.path();
    let me = Subject::Staff(desk.store.staff());
    let (_folder, code) = desk.close();
    let typed = RecoveryCode::parse(&code.to_string().to_lowercase().replace('-', " ")).unwrap();
    let (store, row) =
        Store::recover(&path, &typed, MANAGER, "大漠孤烟直长河落", after(30)).unwrap();
    assert_eq!(row.name, MANAGER);
    assert!(actions(&store, &me).contains(&"recovered".to_owned()));
    drop(store);
    assert!(Store::sign_in(&path, MANAGER, "大漠孤烟直长河落", after(31)).is_ok());
    assert!(matches!(
        sign_in(&path).unwrap_err(),
        StoreError::WrongPassword { .. }
    ));
}

#[test]
fn the_recovery_code_is_not_for_clerks() {
    let (desk, _) = desk_with_clerk();
    let refused = Store::recover(&desk.path(), &desk.code, CLERK, CLERKS, after(30)).unwrap_err();
    assert!(matches!(refused, StoreError::NotAManager));
}

#[test]
fn another_stores_recovery_code_is_wrong_and_slows_the_next_one_down() {
    let desk = desk();
    let other = support::desk();
    for at in 0..3 {
        let refused = Store::recover(
            &desk.path(),
            &other.code,
            MANAGER,
            "大漠孤烟直长河落",
            after(at),
        );
        assert!(matches!(
            refused.unwrap_err(),
            StoreError::RecoveryCodeWrong { .. }
        ));
    }
    let early = Store::recover(
        &desk.path(),
        &desk.code,
        MANAGER,
        "大漠孤烟直长河落",
        after(3),
    );
    assert!(matches!(
        early.unwrap_err(),
        StoreError::TooManyAttempts { .. }
    ));
}

#[test]
fn a_renewed_recovery_code_replaces_the_old_one() {
    let mut desk = desk();
    let new = desk.store.renew_recovery_code(after(5)).unwrap();
    let path = desk.path();
    let (_folder, old) = desk.close();
    let refused = Store::recover(&path, &old, MANAGER, "大漠孤烟直长河落", after(10)).unwrap_err();
    assert!(matches!(refused, StoreError::RecoveryCodeWrong { .. }));
    assert!(Store::recover(&path, &new, MANAGER, "大漠孤烟直长河落", after(20)).is_ok());
}

#[test]
fn a_typing_error_in_the_recovery_code_is_told_from_a_wrong_code() {
    let desk = desk();
    let text = desk.code.to_string();
    assert_eq!(text.len(), 35, "six groups of five: {text}");
    let third = text.chars().nth(13).unwrap();
    let swapped = if third == 'A' { 'B' } else { 'A' };
    let typo: String = text
        .chars()
        .enumerate()
        .map(|(i, c)| if i == 13 { swapped } else { c })
        .collect();
    let refused = RecoveryCode::parse(&typo).unwrap_err();
    assert!(
        matches!(refused, StoreError::RecoveryCodeTypo { group: 3 }),
        "{refused:?}"
    );
    let short = RecoveryCode::parse(&text[..30]).unwrap_err();
    assert!(matches!(
        short,
        StoreError::RecoveryCodeLength {
            found: 25,
            expected: 30
        }
    ));
}

#[cfg(unix)]
#[test]
fn files_of_the_store_are_private() {
    use std::os::unix::fs::PermissionsExt;
    let desk = desk();
    for entry in std::fs::read_dir(desk.path()).unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode() & 0o077;
        assert_eq!(mode, 0, "{:?} is open to others", entry.file_name());
    }
}
