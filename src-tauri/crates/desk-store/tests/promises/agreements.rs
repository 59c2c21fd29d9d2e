//! 400 numbers and the agreements over them.

use crate::support::{add_customer, add_order, agreement, desk, nine, write};
use desk_domain::stock::{Carrier, NumberState};
use desk_store::{Holder, NewNumber, Store, StoreError, Writer};

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
