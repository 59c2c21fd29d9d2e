//! Customers and orders: nothing overwritten, nothing forgotten.

use crate::support::{add_customer, add_order, after, company, desk, details, draft, nine, write};
use desk_domain::form::Business;
use desk_domain::order::OrderState;
use desk_store::{OrderId, StoreError, Subject, Writer};

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
    let mut theirs = crate::support::sign_in(&desk.path()).unwrap();
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
