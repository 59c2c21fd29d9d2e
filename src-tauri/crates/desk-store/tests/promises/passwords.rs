//! Passwords: what opens the store, what wrong ones cost.

use crate::support::{
    CLERK, MANAGER, PASSWORD, actions, after, desk, desk_with_clerk, sign_in, wrong,
};
use desk_domain::staff::Role;
use desk_store::{DeskFolder, FolderState, Store, StoreError, Subject};

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
    crate::support::add_customer(
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
