//! The recovery code.

use crate::support::{CLERK, CLERKS, MANAGER, actions, after, desk, desk_with_clerk, sign_in};
use desk_store::{RecoveryCode, Store, StoreError, Subject};

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
    let other = crate::support::desk();
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
