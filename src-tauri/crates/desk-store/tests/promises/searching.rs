//! The one search box.

use crate::support::{add_order, agreement, desk, nine};
use desk_domain::stock::Carrier;
use desk_store::{CustomerContent, Hit, NewNumber, Store, StoreError};

fn add(store: &mut Store, name: &str, code: Option<&str>, initials: &str, pinyin: &str) {
    let content = CustomerContent {
        name: name.to_owned(),
        code: code.map(str::to_owned),
        initials: initials.to_owned(),
        pinyin: pinyin.to_owned(),
        company: serde_json::Value::Null,
    };
    store
        .write::<_, StoreError>(nine(), |w| w.customers_mut().add(&content))
        .unwrap();
}

fn office() -> crate::support::Desk {
    let mut desk = desk();
    let store = &mut desk.store;
    add(
        store,
        "郑州晨光商贸有限公司",
        Some("91350100M000100Y43"),
        "zzcgsm",
        "zhengzhouchenguangshangmao",
    );
    add(
        store,
        "晨光文具（郑州）",
        None,
        "cgwjzz",
        "chenguangwenjuzhengzhou",
    );
    add(store, "百分之百%有限公司", None, "bfzb", "baifenzhibai");
    let numbers = ["4006001234", "4006123400", "4008881234"].map(|number| NewNumber {
        number400: number.to_owned(),
        carrier: Carrier::Unicom,
        note: String::new(),
    });
    store
        .write::<_, StoreError>(nine(), |w| w.numbers_mut().add(&numbers))
        .unwrap();
    let customer = desk_store::CustomerId(1);
    let order = add_order(store, Some(customer));
    store
        .write::<_, StoreError>(nine(), |w| {
            w.agreements_mut().issue("QF", 2026, |_| {
                let mut new = agreement(order, customer, b"%PDF");
                new.number400 = Some("4006001234".to_owned());
                Ok(new)
            })
        })
        .unwrap();
    desk
}

fn found(desk: &crate::support::Desk, text: &str) -> Vec<String> {
    let hits = desk
        .store
        .read::<_, StoreError>(|r| r.search(text, 10))
        .unwrap();
    hits.into_iter()
        .map(|hit| match hit {
            Hit::Customer { name, .. } => name,
            Hit::Number { number400, .. } => number400,
            Hit::Agreement { number, .. } => number,
        })
        .collect()
}

#[test]
fn customers_are_found_by_any_part_of_the_name_the_beginning_first() {
    let desk = office();
    assert_eq!(
        found(&desk, "晨光"),
        ["晨光文具（郑州）", "郑州晨光商贸有限公司"]
    );
    assert_eq!(found(&desk, " 商贸 "), ["郑州晨光商贸有限公司"]);
}

#[test]
fn customers_are_found_by_pinyin_and_its_initials_in_any_case() {
    let desk = office();
    assert_eq!(found(&desk, "CGWJ"), ["晨光文具（郑州）"]);
    assert_eq!(
        found(&desk, "cg"),
        ["晨光文具（郑州）", "郑州晨光商贸有限公司"]
    );
    assert_eq!(found(&desk, "zheng zhou chen"), ["郑州晨光商贸有限公司"]);
}

#[test]
fn customers_are_found_by_a_part_of_their_code() {
    assert_eq!(found(&office(), "m000100y"), ["郑州晨光商贸有限公司"]);
}

#[test]
fn numbers_and_their_agreements_are_found_by_the_last_four_digits_first() {
    let desk = office();
    let expected = ["4006001234", "4008881234", "4006123400", "QF-2026-000001"];
    assert_eq!(found(&desk, "1234"), expected);
    assert_eq!(
        found(&desk, "400-600-１２３４"),
        ["4006001234", "QF-2026-000001"]
    );
}

#[test]
fn agreements_are_found_by_a_part_of_their_number() {
    assert_eq!(found(&office(), "qf-2026"), ["QF-2026-000001"]);
}

#[test]
fn wildcards_are_just_characters_and_nothing_is_found_for_nothing() {
    let desk = office();
    for text in ["", "  ", "%", "_", "\\", "%%", "'", "\""] {
        assert!(found(&desk, text).is_empty(), "{text:?}");
    }
    assert_eq!(found(&desk, "百%"), ["百分之百%有限公司"]);
    assert!(found(&desk, "晨_").is_empty());
    assert!(found(&desk, "晨光'; DROP TABLE customer; --").is_empty());
}

#[test]
fn results_are_bounded_and_long_texts_cut() {
    let mut desk = desk();
    for n in 0..30 {
        add(
            &mut desk.store,
            &format!("测试公司{n}"),
            None,
            "csgs",
            "ceshigongsi",
        );
    }
    assert_eq!(found(&desk, "测试").len(), 10);
    assert!(found(&desk, &"长".repeat(100_000)).is_empty());
}
