//! First run, signing in, and what wrong passwords cost.

use crate::desk::today;
use crate::office::{Office, first_run, place};
use chrono::TimeDelta;
use desk_app::flow::session::{self, DeskState, FirstRun, PasswordChange, Recover, SignIn};
use desk_app::flow::staff::{self, StaffRef, StaffReset};
use desk_app::flow::{audit, firm};
use desk_app::{Clock, Desk};
use desk_domain::party::Firm;
use desk_tests::sample;

/// The only journey that founds a store with passwords as hard as in earnest.
#[test]
fn first_run_makes_a_store_a_firm_a_manager_and_a_recovery_code() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::new(place(&folder), Clock::At(today()));
    assert_eq!(session::status(&desk, ()).unwrap().state, DeskState::New);
    let founded = session::found(&desk, first_run()).unwrap();
    assert_eq!(founded.session.name, sample::MANAGER);
    assert_eq!(firm::show(&desk, ()).unwrap(), sample::firm());
    assert!(
        session::found(&desk, first_run()).is_err(),
        "a second first run is refused"
    );

    session::close(&desk, ()).unwrap();
    assert_eq!(session::status(&desk, ()).unwrap().state, DeskState::Locked);
    let new_password = "another-secret-4".to_owned();
    let name = sample::MANAGER.to_owned();
    let recovery_code = founded.recovery_code;
    session::recover(
        &desk,
        Recover {
            name,
            recovery_code,
            new_password,
        },
    )
    .unwrap();
    assert_eq!(session::status(&desk, ()).unwrap().state, DeskState::Open);
}

#[test]
fn a_firm_without_a_name_founds_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::new(place(&folder), Clock::At(today()));
    let firm = Firm {
        name: "  ".to_owned(),
        ..sample::firm()
    };
    let refused = session::found(
        &desk,
        FirstRun {
            firm,
            ..first_run()
        },
    );
    assert_eq!(refused.err().unwrap().field.as_deref(), Some("firm.name"));
    assert_eq!(session::status(&desk, ()).unwrap().state, DeskState::New);
}

#[test]
fn a_weak_password_founds_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::new(place(&folder), Clock::At(today()));
    for password in ["", "short", "12345678"] {
        let password = password.to_owned();
        assert!(
            session::found(
                &desk,
                FirstRun {
                    password,
                    ..first_run()
                }
            )
            .is_err()
        );
    }
    assert_eq!(session::status(&desk, ()).unwrap().state, DeskState::New);
}

#[test]
fn each_member_of_staff_signs_in_with_their_own_password() {
    let office = Office::open();
    for (name, password, others) in [
        (
            sample::MANAGER,
            sample::MANAGER_PASSWORD,
            sample::FRONT_DESK_PASSWORD,
        ),
        (
            sample::FRONT_DESK,
            sample::FRONT_DESK_PASSWORD,
            sample::MANAGER_PASSWORD,
        ),
    ] {
        assert!(office.try_window(today(), name, others).is_err());
        assert!(office.try_window(today(), name, password).is_ok());
    }
}

#[test]
fn wrong_passwords_slow_the_next_try_down_also_in_another_window() {
    let office = Office::open();
    let name = sample::FRONT_DESK;
    let code = |seconds: i64, password: &str| {
        let at = today() + TimeDelta::seconds(seconds);
        office
            .try_window(at, name, password)
            .err()
            .map(|failure| failure.code)
    };
    for _ in 0..3 {
        assert_eq!(code(0, "wrong-password").as_deref(), Some("WrongPassword"));
    }
    let slowed = Some("TooManyAttempts".to_owned());
    assert_eq!(
        code(1, sample::FRONT_DESK_PASSWORD),
        slowed,
        "the right one must wait too"
    );
    assert_eq!(
        code(60, sample::FRONT_DESK_PASSWORD),
        None,
        "after the wait it is taken"
    );
    let manager = office.try_window(today(), sample::MANAGER, sample::MANAGER_PASSWORD);
    assert!(manager.is_ok(), "nobody else is slowed down");
}

#[test]
fn wrong_passwords_are_on_the_record() {
    let office = Office::open();
    office
        .try_window(today(), sample::FRONT_DESK, "wrong-password")
        .err()
        .unwrap();
    office.front_desk();
    let lines = audit::list(
        &office.desk,
        audit::AuditList {
            before: None,
            limit: 50,
        },
    )
    .unwrap();
    let actions: Vec<_> = lines.into_iter().map(|line| line.action).collect();
    assert!(
        actions.iter().any(|action| action == "wrong_password"),
        "{actions:?}"
    );
}

#[test]
fn a_changed_password_replaces_the_old_one() {
    let office = Office::open();
    let front = office.front_desk();
    let change = |old: &str, new: &str| PasswordChange {
        old: old.to_owned(),
        new: new.to_owned(),
    };
    assert!(session::change_password(&front, change("not-the-old-1", "a-new-secret-5")).is_err());
    let old = sample::FRONT_DESK_PASSWORD;
    session::change_password(&front, change(old, "a-new-secret-5")).unwrap();
    assert!(office.try_window(today(), sample::FRONT_DESK, old).is_err());
    assert!(
        office
            .try_window(today(), sample::FRONT_DESK, "a-new-secret-5")
            .is_ok()
    );
}

#[test]
fn a_manager_gives_a_forgetful_colleague_a_new_password() {
    let office = Office::open();
    let everyone = staff::list(&office.desk, ()).unwrap();
    let id = everyone
        .iter()
        .find(|person| person.name == sample::FRONT_DESK)
        .unwrap()
        .id;
    staff::reset(
        &office.desk,
        StaffReset {
            id,
            password: "a-new-secret-6".to_owned(),
        },
    )
    .unwrap();
    assert!(
        office
            .try_window(today(), sample::FRONT_DESK, "a-new-secret-6")
            .is_ok()
    );
    assert!(staff::remove(&office.desk, StaffRef { id }).is_ok());
}

#[test]
fn signing_in_anew_signs_the_other_person_out() {
    let office = Office::open();
    let wrong = SignIn {
        name: sample::FRONT_DESK.to_owned(),
        password: "wrong-password".to_owned(),
    };
    assert!(session::open(&office.desk, wrong).is_err());
    assert_eq!(
        session::status(&office.desk, ()).unwrap().state,
        DeskState::Locked
    );
}
