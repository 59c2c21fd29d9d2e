//! The firm, settings and service passwords.

use crate::support::{add_customer, add_order, add_paper, after, desk, details, nine, write};
use desk_domain::party::Firm;
use desk_domain::service_password::ServicePassword;
use desk_domain::stock::Carrier;
use desk_store::{CustomerId, Knock, NewNumber, StoreError, Subject, Writer};

fn with_service_password(desk: &mut crate::support::Desk) -> CustomerId {
    let customer = add_customer(&mut desk.store, "甲公司", None);
    let order = add_order(&mut desk.store, Some(customer));
    let id_copy = add_paper(&mut desk.store, order, b"id").unwrap();
    let chosen = ServicePassword::choose("482913", &[]).unwrap();
    write(&mut desk.store, |w| {
        w.service_passwords_mut().set(customer, &chosen, id_copy)
    })
    .unwrap();
    customer
}

#[test]
fn a_new_profile_of_the_firm_counts_from_its_day_and_the_old_one_stays() {
    let mut desk = desk();
    let named = |name: &str| Firm {
        name: name.to_owned(),
        ..Firm::default()
    };
    let today = nine().date();
    let later = today + chrono::TimeDelta::days(10);
    write(&mut desk.store, |w| {
        w.firm_mut().save(&named("旧名"), today, None)
    })
    .unwrap();
    write(&mut desk.store, |w| {
        w.firm_mut().save(&named("新名"), later, None)
    })
    .unwrap();
    let on = |day| {
        let row = desk
            .store
            .read::<_, StoreError>(|r| r.firm().on(day))
            .unwrap();
        row.map(|row| row.profile.name)
    };
    assert_eq!(on(today - chrono::TimeDelta::days(1)), None);
    assert_eq!(on(today).as_deref(), Some("旧名"));
    assert_eq!(on(later).as_deref(), Some("新名"));
    let versions = desk
        .store
        .read::<_, StoreError>(|r| r.firm().versions())
        .unwrap();
    assert_eq!(versions.len(), 2);
}

#[test]
fn settings_keep_any_value_and_forget_types_they_do_not_know() {
    let mut desk = desk();
    write(&mut desk.store, |w| {
        w.settings_mut().set("idle_minutes", &10)
    })
    .unwrap();
    write(&mut desk.store, |w| {
        w.settings_mut().set("idle_minutes", &15)
    })
    .unwrap();
    let minutes: Option<u32> = desk
        .store
        .read::<_, StoreError>(|r| r.settings().get("idle_minutes"))
        .unwrap();
    assert_eq!(minutes, Some(15));
    let text: Option<String> = desk
        .store
        .read::<_, StoreError>(|r| r.settings().get("idle_minutes"))
        .unwrap();
    assert_eq!(text, None);
}

#[test]
fn a_service_password_locks_after_five_wrong_tries_and_opens_again_in_time() {
    let mut desk = desk();
    let customer = with_service_password(&mut desk);
    let mut try_at = |password: &str, at: i64| {
        let check = |w: &mut Writer<'_>| w.service_passwords_mut().check(customer, password);
        desk.store.write::<_, StoreError>(after(at), check).unwrap()
    };
    assert_eq!(try_at("482913", 0), Knock::Right);
    for left in [4, 3, 2, 1] {
        assert_eq!(try_at("000000", 1), Knock::Wrong { left });
    }
    let until = after(1) + chrono::TimeDelta::minutes(30);
    assert_eq!(try_at("000000", 1), Knock::Locked { until });
    assert_eq!(
        try_at("482913", 2),
        Knock::Locked { until },
        "not even looked at"
    );
    assert_eq!(try_at("482913", 1801), Knock::Right);
}

#[test]
fn a_service_password_is_kept_as_a_hash_only() {
    let mut desk = desk();
    let customer = with_service_password(&mut desk);
    let row = desk
        .store
        .read::<_, StoreError>(|r| r.service_passwords().get(customer))
        .unwrap();
    assert_eq!(row.unwrap().lock.failures, 0);
    assert!(!details(&desk.store, &Subject::Customer(customer)).contains("482913"));
    let none = add_customer(&mut desk.store, "乙公司", None);
    let unset = write(&mut desk.store, |w| {
        w.service_passwords_mut().check(none, "1")
    });
    assert!(matches!(unset, Err(StoreError::ServicePasswordNotSet)));
}

#[test]
fn a_value_beyond_all_measure_is_refused() {
    let mut desk = desk();
    let number = NewNumber {
        number400: "4006001234".to_owned(),
        carrier: Carrier::Unicom,
        note: String::new(),
    };
    write(&mut desk.store, |w| w.numbers_mut().add(&[number])).unwrap();
    let huge = "x".repeat(17 << 20);
    let refused = write(&mut desk.store, |w| {
        w.numbers_mut().set_note("4006001234", &huge)
    });
    assert!(matches!(refused, Err(StoreError::TooLarge)), "{refused:?}");
}
