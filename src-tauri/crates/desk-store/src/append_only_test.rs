//! What happened stays: the triggers refuse, whoever writes the SQL.

use chrono::{NaiveDate, NaiveDateTime};
use desk_domain::party::Firm;
use desk_domain::stock::{Carrier, NumberState};
use serde_json::{Value, json};
use tempfile::TempDir;

mod accounts;

use crate::*;

fn at() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 22)
        .unwrap()
        .and_hms_opt(9, 0, 0)
        .unwrap()
}

/// A store in which every append-only table has a row.
fn full() -> (TempDir, Store) {
    let folder = TempDir::new().unwrap();
    let dir = folder.path().join("desk");
    let founded =
        Store::found_with(&dir, "王敏", "柳暗花明又一村啊", at(), Hardness::FOR_TESTS).unwrap();
    let mut store = founded.store;
    store.write::<_, StoreError>(at(), fill).unwrap();
    (folder, store)
}

fn fill(w: &mut Writer<'_>) -> StoreResult<()> {
    let mut content = CustomerContent {
        name: "郑州晨光商贸有限公司".into(),
        code: None,
        initials: "zzcg".into(),
        pinyin: "zhengzhouchenguang".into(),
        company: json!({}),
    };
    let customer = w.customers_mut().add(&content)?;
    content.company = json!({ "phone": "0371-00000000" });
    w.customers_mut().save(customer, 1, &content)?;
    w.firm_mut().save(&Firm::default(), at().date(), None)?;
    let order = w.orders_mut().add(&OrderContent {
        customer: Some(customer),
        business: desk_domain::form::Business::New,
        state: desk_domain::order::OrderState::Draft,
        number400: None,
        form: json!({}),
    })?;
    let number = NewNumber {
        number400: "4006001234".into(),
        carrier: Carrier::Unicom,
        note: String::new(),
    };
    w.numbers_mut().add(&[number])?;
    let holder = Holder {
        order: Some(order),
        agreement: None,
    };
    w.numbers_mut().move_to(
        "4006001234",
        NumberState::Free,
        NumberState::Reserved,
        &holder,
        "",
    )?;
    w.agreements_mut().issue::<StoreError>("QF", 2026, |_| {
        Ok(NewAgreement {
            order,
            customer,
            number400: None,
            edition: "1".into(),
            snapshot: Value::Null,
            pdf: b"%PDF".to_vec(),
            pages: 1,
            cites: None,
        })
    })?;
    let scan = NewPaper {
        order: Some(order),
        customer: Some(customer),
        marks: PaperMarks {
            kind: desk_domain::paper::PaperKind::Licence,
            arrival: desk_domain::paper::Arrival::Scan,
            sealed: false,
            rotation: desk_domain::paper::Rotation::Upright,
            crop: None,
        },
        file_name: "licence.png".into(),
        media_type: "image/png".into(),
    };
    let paper = w.papers_mut().add(&scan, &mut b"PNG".as_slice())?;
    let reading = w.readings_mut().add(paper, &json!([]))?;
    let question = Question {
        reading,
        document: 0,
        field: "name".into(),
    };
    w.settlements_mut()
        .add(order, &question, "郑州辰光", "郑州晨光")?;
    accounts::fill(w, customer)
}

fn refused(store: &Store, sql: &str) {
    let error = StoreError::from(store.conn.execute_batch(sql).expect_err(sql));
    assert!(
        matches!(error, StoreError::AppendOnly { .. }),
        "{sql}: {error:?}"
    );
}

#[test]
fn nothing_that_happened_is_deleted() {
    let (_folder, store) = full();
    for table in [
        "audit",
        "firm",
        "customer",
        "customer_revision",
        "orders",
        "agreement",
        "agreement_sequence",
        "number",
        "number_history",
        "staff",
        "paper_key",
        "reading",
        "settlement",
        "tariff",
        "account",
        "account_terms",
        "account_holder",
        "suspension",
        "ledger",
        "call_layout",
        "call_file",
        "call_file_outcome",
        "call",
        "quarantine",
        "quarantine_outcome",
        "month_closed",
        "month_line",
        "dispute",
        "dispute_call",
        "dispute_outcome",
        "edition",
    ] {
        let rows: i64 = store
            .conn
            .query_row(&format!("SELECT count(*) FROM {table}"), [], |row| {
                row.get(0)
            })
            .unwrap();
        assert!(rows > 0, "{table} is empty: nothing would be tested");
        store
            .conn
            .pragma_update(None, "foreign_keys", false)
            .unwrap();
        refused(&store, &format!("DELETE FROM {table}"));
    }
}

#[test]
fn nothing_that_happened_is_changed() {
    let (_folder, store) = full();
    for sql in [
        "UPDATE audit SET action = 'nothing'",
        "UPDATE firm SET profile = '{}'",
        "UPDATE customer_revision SET name = 'x'",
        "UPDATE number_history SET reason = 'x'",
        "UPDATE agreement SET snapshot = '{}'",
        "UPDATE agreement SET seq = 9",
        "UPDATE agreement SET number = 'QF-2026-000009'",
        "UPDATE agreement SET blob = sha256",
        "UPDATE agreement_sequence SET last = 9",
        "UPDATE agreement_sequence SET last = last",
        "UPDATE paper_key SET identity = ''",
        "UPDATE reading SET documents = '[]'",
        "UPDATE settlement SET was_read = settled",
        "UPDATE tariff SET terms = '[]'",
        "UPDATE account SET opened = '2020-01-01'",
        "UPDATE account_terms SET minimum = 0",
        "UPDATE account_holder SET customer_id = 9",
        "UPDATE suspension SET until_day = '2030-01-01'",
        "UPDATE ledger SET amount = amount + 1",
        "INSERT INTO ledger (account, on_day, statement_month, kind, amount, reverses, note,
             source, at, by_staff)
         SELECT account, on_day, statement_month, 'reversal', amount, id, '', '{}', at, by_staff
         FROM ledger",
        "UPDATE call_layout SET carrier = ''",
        "UPDATE call_file SET name = ''",
        "UPDATE call_file_outcome SET imported = 9",
        "UPDATE call SET charge = 1",
        "UPDATE quarantine SET reason = 'x'",
        "UPDATE quarantine_outcome SET state = 'mended'",
        "UPDATE month_closed SET at = ''",
        "UPDATE month_line SET figures = '[]'",
        "INSERT INTO month_closed SELECT month - 1, shown, total, at, by_staff FROM month_closed",
        "UPDATE dispute SET claim = ''",
        "UPDATE dispute_call SET dispute = 2",
        "UPDATE dispute_outcome SET reply = ''",
        "UPDATE edition SET text = '改过'",
        "UPDATE edition SET state = 'draft'",
    ] {
        refused(&store, sql);
    }
}

#[test]
fn a_log_line_cannot_be_put_in_between_or_over_another() {
    let (_folder, store) = full();
    let line = |seq: &str| {
        format!(
            "INSERT OR REPLACE INTO audit
                 (seq, at, action, subject_kind, subject_id, detail, prev_hash, hash)
             VALUES ({seq}, '2026-11-22', 'x', 'store', '', 'null', 'y', 'z')"
        )
    };
    refused(&store, &line("1"));
    refused(&store, &line("NULL"));
}

#[test]
fn a_voided_agreement_stays_void() {
    let (_folder, mut store) = full();
    let void = |w: &mut Writer<'_>| w.agreements_mut().void("QF-2026-000001", "客户改主意");
    store.write::<_, StoreError>(at(), void).unwrap();
    refused(
        &store,
        "UPDATE agreement SET state = 'printed', void_reason = NULL",
    );
}

#[test]
fn the_log_is_a_chain_that_shows_where_it_was_broken() {
    let (_folder, store) = full();
    assert_eq!(table::audit::first_broken_line(&store.conn).unwrap(), None);
    store
        .conn
        .execute_batch("DROP TRIGGER audit_is_fixed; DROP TRIGGER audit_is_kept")
        .unwrap();
    let broken = |sql: &str| {
        let tx = store.conn.unchecked_transaction().unwrap();
        tx.execute_batch(sql).unwrap();
        table::audit::first_broken_line(&tx).unwrap()
    };
    assert_eq!(
        broken("UPDATE audit SET staff = NULL WHERE seq = 3"),
        Some(3)
    );
    assert_eq!(
        broken("UPDATE audit SET detail = '{}' WHERE seq = 2"),
        Some(2)
    );
    assert_eq!(broken("DELETE FROM audit WHERE seq = 4"), Some(4));
    let last: i64 = store
        .conn
        .query_row("SELECT max(seq) FROM audit", [], |row| row.get(0))
        .unwrap();
    let cut = format!("DELETE FROM audit WHERE seq = {last}");
    assert_eq!(broken(&cut), Some(last), "a missing end is noticed too");
}

#[test]
fn an_agreement_that_is_missing_shows_as_a_gap() {
    let (_folder, store) = full();
    let gaps = table::agreement_sequence::years_with_gaps;
    assert!(gaps(&store.conn).unwrap().is_empty());
    store
        .conn
        .execute_batch(
            "PRAGMA foreign_keys = OFF; DROP TRIGGER agreement_is_kept; DELETE FROM agreement",
        )
        .unwrap();
    assert_eq!(gaps(&store.conn).unwrap(), [2026]);
}

#[test]
fn every_change_leaves_a_line_in_the_log() {
    let (_folder, store) = full();
    let rows = store
        .read::<_, StoreError>(|r| r.audit().page(None, 100))
        .unwrap();
    let actions: Vec<&str> = rows.iter().rev().map(|row| row.action.as_str()).collect();
    assert_eq!(
        actions,
        [
            "store_founded",
            "customer_added",
            "customer_corrected",
            "firm_saved",
            "order_opened",
            "numbers_added",
            "number_moved",
            "agreement_printed",
            "paper_added",
            "paper_read",
            "reading_settled",
            "tariff_set",
            "account_terms_set",
            "account_opened",
            "account_suspended",
            "account_resumed",
            "entry_made",
            "row_decided",
            "calls_imported",
            "dispute_opened",
            "dispute_settled",
            "month_closed",
            "edition_drafted",
            "edition_published",
        ]
    );
    assert!(rows.iter().all(|row| row.staff == Some(store.staff())));
}
