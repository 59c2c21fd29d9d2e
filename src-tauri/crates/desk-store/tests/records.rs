//! What the tables keep and what they refuse.

mod support;

use desk_domain::form::Business;
use desk_domain::order::OrderState;
use desk_domain::paper::{PaperKind, Verification};
use desk_domain::party::Firm;
use desk_domain::stock::{Carrier, NumberState};
use desk_store::{
    CustomerId, Holder, Knock, NewNumber, OrderId, PaperId, Store, StoreError, Subject, Writer,
};
use support::{add_customer, add_order, after, agreement, company, desk, draft, nine, paper};

fn write<T>(
    store: &mut Store,
    work: impl FnOnce(&mut Writer<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    store.write(nine(), work)
}

fn add_paper(store: &mut Store, order: OrderId, bytes: &[u8]) -> Result<PaperId, StoreError> {
    write(store, |w| {
        w.papers_mut()
            .add(&paper(Some(order), PaperKind::Licence), &mut &bytes[..])
    })
}

fn details(store: &Store, subject: &Subject) -> String {
    let rows = store
        .read::<_, StoreError>(|r| r.audit().about(subject))
        .unwrap();
    rows.iter()
        .map(|row| format!("{} {}\n", row.action, row.detail))
        .collect()
}

#[test]
fn a_correction_of_a_customer_keeps_the_old_value() {
    let mut desk = desk();
    let id = add_customer(&mut desk.store, "郑州晨光商贸有限公司", None);
    let corrected = company("郑州辰光商贸有限公司", Some("91350100M000100Y43"));
    let save = |w: &mut Writer<'_>| w.customers_mut().save(id, 1, &corrected);
    assert_eq!(
        desk.store.write::<_, StoreError>(after(60), save).unwrap(),
        2
    );
    let (now, history) = desk
        .store
        .read::<_, StoreError>(|r| Ok((r.customers().get(id)?, r.customers().history(id)?)))
        .unwrap();
    assert_eq!(now.content, corrected);
    assert_eq!(history.len(), 1);
    assert_eq!(history[0].name, "郑州晨光商贸有限公司");
    assert_eq!(
        (history[0].saved_at, history[0].replaced_at),
        (nine(), after(60))
    );
}

#[test]
fn saving_the_same_customer_again_changes_nothing() {
    let mut desk = desk();
    let id = add_customer(&mut desk.store, "郑州晨光商贸有限公司", None);
    let same = company("郑州晨光商贸有限公司", None);
    assert_eq!(
        write(&mut desk.store, |w| w.customers_mut().save(id, 1, &same)).unwrap(),
        1
    );
}

#[test]
fn two_customers_cannot_have_one_code_but_many_may_have_none() {
    let mut desk = desk();
    let code = Some("91350100M000100Y43");
    let first = add_customer(&mut desk.store, "甲公司", code);
    let twice = write(&mut desk.store, |w| {
        w.customers_mut().add(&company("乙公司", code))
    });
    assert!(
        matches!(twice, Err(StoreError::CustomerCodeTaken { id }) if id == first.0),
        "{twice:?}"
    );
    let third = add_customer(&mut desk.store, "丙公司", None);
    add_customer(&mut desk.store, "丁公司", None);
    let taken = write(&mut desk.store, |w| {
        w.customers_mut().save(third, 1, &company("丙公司", code))
    });
    assert!(matches!(taken, Err(StoreError::CustomerCodeTaken { .. })));
    let found = desk
        .store
        .read::<_, StoreError>(|r| r.customers().by_code("91350100M000100Y43"))
        .unwrap();
    assert_eq!(found.map(|row| row.id), Some(first));
}

#[test]
fn what_another_window_saved_is_not_overwritten() {
    let mut desk = desk();
    let id = add_order(&mut desk.store, None);
    let mut theirs = support::sign_in(&desk.path()).unwrap();
    let mut content = draft(None);
    content.form = serde_json::json!({ "remarks": "他们写的" });
    write(&mut theirs, |w| w.orders_mut().save(id, 1, &content)).unwrap();
    content.form = serde_json::json!({ "remarks": "我写的" });
    let refused = write(&mut desk.store, |w| w.orders_mut().save(id, 1, &content));
    assert!(
        matches!(
            refused,
            Err(StoreError::Stale {
                found: 2,
                expected: 1
            })
        ),
        "{refused:?}"
    );
    let kept = desk
        .store
        .read::<_, StoreError>(|r| r.orders().get(id))
        .unwrap();
    assert_eq!(kept.content.form["remarks"], "他们写的");
    assert_eq!(
        write(&mut desk.store, |w| w.orders_mut().save(id, 2, &content)).unwrap(),
        3
    );
}

#[test]
fn the_log_tells_which_sections_changed_but_not_what_was_typed() {
    let mut desk = desk();
    let id = add_order(&mut desk.store, None);
    let mut content = draft(None);
    content.form = serde_json::json!({ "remarks": "", "handler": { "id_number": "秘密" } });
    content.state = OrderState::Ready;
    write(&mut desk.store, |w| w.orders_mut().save(id, 1, &content)).unwrap();
    let log = details(&desk.store, &Subject::Order(id));
    assert!(log.contains(r#""form":["handler"]"#), "{log}");
    assert!(log.contains(r#""state":"ready""#), "{log}");
    assert!(!log.contains("秘密"), "{log}");
}

#[test]
fn orders_are_listed_by_state_last_saved_first() {
    let mut desk = desk();
    let customer = add_customer(&mut desk.store, "甲公司", None);
    let first = add_order(&mut desk.store, Some(customer));
    let second = add_order(&mut desk.store, None);
    let mut content = draft(Some(customer));
    content.state = OrderState::Ready;
    content.business = Business::Renewal;
    let save = |w: &mut Writer<'_>| w.orders_mut().save(first, 1, &content);
    desk.store.write::<_, StoreError>(after(9), save).unwrap();
    let list = |states: &[OrderState]| -> Vec<OrderId> {
        let rows = desk
            .store
            .read::<_, StoreError>(|r| r.orders().list(states, 10))
            .unwrap();
        rows.iter().map(|row| row.id).collect()
    };
    assert_eq!(list(&[]), [first, second]);
    assert_eq!(list(&[OrderState::Draft]), [second]);
    assert_eq!(list(&[OrderState::Ready, OrderState::Printed]), [first]);
    let theirs = desk
        .store
        .read::<_, StoreError>(|r| r.orders().of_customer(customer))
        .unwrap();
    assert_eq!(theirs.len(), 1);
    assert_eq!(theirs[0].content, content);
}

#[test]
fn a_void_order_stays_void() {
    let mut desk = desk();
    let id = add_order(&mut desk.store, None);
    let mut content = draft(None);
    content.state = OrderState::Void;
    write(&mut desk.store, |w| w.orders_mut().save(id, 1, &content)).unwrap();
    let back = write(&mut desk.store, |w| {
        w.orders_mut().save(id, 2, &draft(None))
    });
    assert!(
        matches!(back, Err(StoreError::AppendOnly { .. })),
        "{back:?}"
    );
}

#[test]
fn what_a_failed_write_did_is_undone() {
    let mut desk = desk();
    let refused = desk.store.write::<(), StoreError>(nine(), |w| {
        w.customers_mut().add(&company("甲公司", None))?;
        w.orders_mut().save(OrderId(99), 1, &draft(None))?;
        Ok(())
    });
    assert!(matches!(
        refused,
        Err(StoreError::NotFound { kind: "order", .. })
    ));
    let rows = desk
        .store
        .read::<_, StoreError>(|r| r.customers().recent(9))
        .unwrap();
    assert!(rows.is_empty());
}

#[test]
fn numbers_in_stock_already_are_left_alone_when_a_list_comes_twice() {
    let mut desk = desk();
    let new = |number: &str| NewNumber {
        number400: number.to_owned(),
        carrier: Carrier::Unicom,
        note: String::new(),
    };
    let list = [new("4006001234"), new("4006001235")];
    let first = write(&mut desk.store, |w| w.numbers_mut().add(&list)).unwrap();
    assert_eq!((first.added, first.known.len()), (2, 0));
    let list = [new("4006001235"), new("4006001236")];
    let second = write(&mut desk.store, |w| w.numbers_mut().add(&list)).unwrap();
    assert_eq!(
        (second.added, second.known),
        (1, vec!["4006001235".to_owned()])
    );
    let free = desk
        .store
        .read::<_, StoreError>(|r| r.numbers().list(&[NumberState::Free], "123", 10))
        .unwrap();
    assert_eq!(free.len(), 3);
}

#[test]
fn a_number_taken_by_another_window_is_not_taken_again() {
    let mut desk = desk();
    let order = add_order(&mut desk.store, None);
    let number = NewNumber {
        number400: "4006001234".to_owned(),
        carrier: Carrier::Unicom,
        note: String::new(),
    };
    write(&mut desk.store, |w| w.numbers_mut().add(&[number])).unwrap();
    let holder = Holder {
        order: Some(order),
        agreement: None,
    };
    let reserve = |w: &mut Writer<'_>| {
        let (free, reserved) = (NumberState::Free, NumberState::Reserved);
        w.numbers_mut()
            .move_to("4006001234", free, reserved, &holder, "选号")
    };
    write(&mut desk.store, reserve).unwrap();
    let twice = write(&mut desk.store, reserve);
    assert!(
        matches!(twice, Err(StoreError::NumberStateChanged { .. })),
        "{twice:?}"
    );
    let (row, history) = desk
        .store
        .read::<_, StoreError>(|r| {
            Ok((
                r.numbers().get("4006001234")?,
                r.numbers().history("4006001234")?,
            ))
        })
        .unwrap();
    assert_eq!((row.state, row.holder), (NumberState::Reserved, holder));
    let steps: Vec<_> = history.iter().map(|step| (step.from, step.to)).collect();
    let (free, reserved) = (NumberState::Free, NumberState::Reserved);
    assert_eq!(steps, [(None, free), (Some(free), reserved)]);
}

#[test]
fn one_number_has_one_live_agreement() {
    let mut desk = desk();
    let customer = add_customer(&mut desk.store, "甲公司", None);
    let order = add_order(&mut desk.store, Some(customer));
    let issue = |store: &mut Store, cites: Option<&str>| {
        write(store, |w| {
            w.agreements_mut().issue::<StoreError>("QF", 2026, |_| {
                let mut new = agreement(order, customer, b"%PDF");
                new.number400 = Some("4006001234".to_owned());
                new.cites = cites.map(str::to_owned);
                Ok(new)
            })
        })
    };
    assert_eq!(
        issue(&mut desk.store, None).unwrap().number,
        "QF-2026-000001"
    );
    let second = issue(&mut desk.store, None);
    assert!(
        matches!(&second, Err(StoreError::NumberAlreadyTaken { agreement, .. })
            if agreement == "QF-2026-000001"),
        "{second:?}"
    );
    let renewal = issue(&mut desk.store, Some("QF-2026-000001")).unwrap();
    assert_eq!(
        renewal.number, "QF-2026-000002",
        "the refused one used up no number"
    );
    write(&mut desk.store, |w| {
        w.agreements_mut().void("QF-2026-000001", "重印")
    })
    .unwrap();
    assert_eq!(
        issue(&mut desk.store, None).unwrap().number,
        "QF-2026-000003"
    );
    let citing = desk
        .store
        .read::<_, StoreError>(|r| r.agreements().citing("QF-2026-000001"))
        .unwrap();
    assert_eq!(citing.len(), 1);
}

#[test]
fn an_agreement_that_could_not_be_printed_uses_up_no_number() {
    let mut desk = desk();
    let customer = add_customer(&mut desk.store, "甲公司", None);
    let order = add_order(&mut desk.store, Some(customer));
    let failed = write(&mut desk.store, |w| {
        w.agreements_mut()
            .issue::<StoreError>("QF", 2026, |_| Err(StoreError::Cancelled))
    });
    assert!(matches!(failed, Err(StoreError::Cancelled)));
    let next = |store: &mut Store, year: i32| {
        write(store, |w| {
            w.agreements_mut()
                .issue::<StoreError>("QF", year, |_| Ok(agreement(order, customer, b"%PDF")))
        })
        .unwrap()
        .number
    };
    assert_eq!(next(&mut desk.store, 2026), "QF-2026-000001");
    assert_eq!(
        next(&mut desk.store, 2027),
        "QF-2027-000001",
        "each year begins anew"
    );
    assert_eq!(next(&mut desk.store, 2026), "QF-2026-000002");
}

#[test]
fn a_printed_agreement_is_archived_byte_for_byte_and_moves_along_in_order() {
    let mut desk = desk();
    let customer = add_customer(&mut desk.store, "甲公司", None);
    let order = add_order(&mut desk.store, Some(customer));
    let pdf = b"%PDF-1.7 \x00\x01\x02 the pages";
    let number = write(&mut desk.store, |w| {
        w.agreements_mut()
            .issue::<StoreError>("QF", 2026, |_| Ok(agreement(order, customer, pdf)))
    })
    .unwrap()
    .number;
    let again = desk
        .store
        .read::<_, StoreError>(|r| r.agreements().pdf(&number))
        .unwrap();
    assert_eq!(again, pdf);
    let today = nine().date();
    let early = write(&mut desk.store, |w| {
        w.agreements_mut().bring_into_force(&number, today)
    });
    assert!(
        matches!(early, Err(StoreError::AgreementStateChanged { .. })),
        "协议八（三）"
    );
    write(&mut desk.store, |w| {
        w.agreements_mut().sign(&number, today)?;
        w.agreements_mut().bring_into_force(&number, today)?;
        w.agreements_mut().end(&number, today)
    })
    .unwrap();
    let late = write(&mut desk.store, |w| {
        w.agreements_mut().void(&number, "太晚了")
    });
    assert!(matches!(
        late,
        Err(StoreError::AgreementStateChanged { .. })
    ));
}

#[test]
fn odd_prefixes_are_refused() {
    let mut desk = desk();
    for prefix in ["", "qf", "QF-1", "企服", "ABCDEFGHI"] {
        let refused = write(&mut desk.store, |w| {
            w.agreements_mut()
                .issue::<StoreError>(prefix, 2026, |_| Err(StoreError::Cancelled))
        });
        assert!(
            matches!(refused, Err(StoreError::AgreementPrefixRefused)),
            "{prefix}"
        );
    }
}

#[test]
fn papers_come_back_as_they_were_and_equal_ones_are_kept_once() {
    let mut desk = desk();
    let order = add_order(&mut desk.store, None);
    let scan: Vec<u8> = (0..300_000_u32)
        .map(|i| i.to_le_bytes()[i as usize % 4])
        .collect();
    let first = add_paper(&mut desk.store, order, &scan).unwrap();
    let second = add_paper(&mut desk.store, order, &scan).unwrap();
    let rows = desk
        .store
        .read::<_, StoreError>(|r| r.papers().of_order(order))
        .unwrap();
    assert_eq!(
        rows.iter().map(|row| row.id).collect::<Vec<_>>(),
        [first, second]
    );
    assert_eq!(rows[0].blob, rows[1].blob);
    assert_ne!(
        rows[0].blob.name, rows[0].blob.sha256,
        "the name tells nothing"
    );
    let bytes = desk
        .store
        .read::<_, StoreError>(|r| r.papers().bytes(first))
        .unwrap();
    assert_eq!(bytes, scan);
}

fn blob_file(desk: &support::Desk, id: PaperId) -> std::path::PathBuf {
    let row = desk
        .store
        .read::<_, StoreError>(|r| r.papers().get(id))
        .unwrap();
    let name = row.blob.name;
    desk.path()
        .join("papers")
        .join(&name[..2])
        .join(format!("{name}.age"))
}

#[test]
fn a_paper_that_was_changed_or_lost_is_told_as_such_and_mends_when_put_in_again() {
    let mut desk = desk();
    let order = add_order(&mut desk.store, None);
    let scan = vec![7_u8; 200_000];
    let id = add_paper(&mut desk.store, order, &scan).unwrap();
    let file = blob_file(&desk, id);
    let sound = std::fs::read(&file).unwrap();
    let read = |desk: &support::Desk| desk.store.read::<_, StoreError>(|r| r.papers().bytes(id));
    for damage in [sound.len() - 1, sound.len() / 2, 10] {
        let mut bytes = sound.clone();
        bytes[damage] ^= 1;
        std::fs::write(&file, bytes).unwrap();
        let damaged = matches!(read(&desk), Err(StoreError::PaperDamaged { .. }));
        assert!(damaged, "a bit turned at {damage}");
        std::fs::write(&file, &sound[..damage]).unwrap();
        let damaged = matches!(read(&desk), Err(StoreError::PaperDamaged { .. }));
        assert!(damaged, "cut off at {damage}");
    }
    std::fs::remove_file(&file).unwrap();
    assert!(matches!(read(&desk), Err(StoreError::PaperLost { .. })));
    std::fs::write(&file, b"rubbish").unwrap();
    add_paper(&mut desk.store, order, &scan).unwrap();
    assert_eq!(read(&desk).unwrap(), scan);
}

#[test]
fn empty_and_enormous_papers_are_refused_and_leave_nothing() {
    let mut desk = desk();
    let order = add_order(&mut desk.store, None);
    let empty = add_paper(&mut desk.store, order, b"");
    assert!(matches!(empty, Err(StoreError::PaperEmpty)));
    let large = write(&mut desk.store, |w| {
        let paper = paper(Some(order), PaperKind::Licence);
        w.papers_mut().add(&paper, &mut std::io::repeat(1))
    });
    assert!(
        matches!(large, Err(StoreError::PaperTooLarge { .. })),
        "{large:?}"
    );
    assert_eq!(
        std::fs::read_dir(desk.path().join("papers"))
            .unwrap()
            .count(),
        0
    );
}

#[test]
fn every_viewing_of_a_paper_is_on_the_record() {
    let mut desk = desk();
    let order = add_order(&mut desk.store, None);
    let id = add_paper(&mut desk.store, order, b"scan").unwrap();
    let bytes = write(&mut desk.store, |w| w.papers_mut().view(id, "核对经办人")).unwrap();
    assert_eq!(bytes, b"scan");
    let log = details(&desk.store, &Subject::Paper(id));
    assert!(
        log.contains(r#"paper_viewed {"kind":"licence","purpose":"核对经办人"}"#),
        "{log}"
    );
}

#[test]
fn marks_verification_and_removal_of_a_paper_keep_what_was_before() {
    let mut desk = desk();
    let order = add_order(&mut desk.store, None);
    let id = add_paper(&mut desk.store, order, b"scan").unwrap();
    let mut marks = paper(None, PaperKind::Licence).marks;
    marks.sealed = true;
    marks.crop = Some(desk_domain::paper::Crop {
        left: 0,
        top: 0,
        right: 5000,
        bottom: 9999,
    });
    write(&mut desk.store, |w| {
        w.papers_mut().set_marks(id, &marks)?;
        w.papers_mut()
            .set_verification(id, Verification::FoundUntrue, "电话回访")?;
        w.papers_mut().remove(id, "客户重新提供")
    })
    .unwrap();
    let row = desk
        .store
        .read::<_, StoreError>(|r| r.papers().get(id))
        .unwrap();
    assert_eq!(row.marks, marks);
    assert_eq!(row.verification, Verification::FoundUntrue);
    assert_eq!(row.verified_how.as_deref(), Some("电话回访"));
    assert_eq!(row.removed_at, Some(nine()));
    let listed = desk
        .store
        .read::<_, StoreError>(|r| r.papers().of_order(order))
        .unwrap();
    assert!(listed.is_empty());
    let log = details(&desk.store, &Subject::Paper(id));
    assert!(
        log.contains(r#""sealed":false"#) && log.contains("客户重新提供"),
        "{log}"
    );
    let bytes = desk
        .store
        .read::<_, StoreError>(|r| r.papers().bytes(id))
        .unwrap();
    assert_eq!(bytes, b"scan", "the original stays");
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

fn with_service_password(desk: &mut support::Desk) -> CustomerId {
    let customer = add_customer(&mut desk.store, "甲公司", None);
    let order = add_order(&mut desk.store, Some(customer));
    let id_copy = add_paper(&mut desk.store, order, b"id").unwrap();
    write(&mut desk.store, |w| {
        w.service_passwords_mut().set(customer, "482913", id_copy)
    })
    .unwrap();
    customer
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
    assert_eq!(row.unwrap().failures, 0);
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
    let huge = "字".repeat(6 << 20);
    let refused = write(&mut desk.store, |w| w.settings_mut().set("huge", &huge));
    assert!(matches!(refused, Err(StoreError::TooLarge)), "{refused:?}");
}
