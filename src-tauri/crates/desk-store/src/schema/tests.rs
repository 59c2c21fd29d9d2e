//! What upgrading keeps and what it refuses.

use chrono::NaiveDate;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use super::*;
use crate::connection;

const NEXT: &[&str] = &["CREATE TABLE next (id INTEGER PRIMARY KEY) STRICT;"];
const BROKEN: &[&str] = &[
    "CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT;",
    "CREATE NONSENSE;",
];

fn at() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 22)
        .unwrap()
        .and_hms_opt(9, 0, 0)
        .unwrap()
}

struct Old {
    folder: TempDir,
    key: StoreKey,
    conn: Connection,
}

fn old() -> Old {
    let folder = TempDir::new().unwrap();
    let key = StoreKey::generate().unwrap();
    let mut conn = connection::create(&folder.path().join("desk.db"), &key).unwrap();
    create(&mut conn).unwrap();
    conn.execute("INSERT INTO secret (name, value) VALUES ('a', 'b')", [])
        .unwrap();
    Old { folder, key, conn }
}

/// What a later program would know.
fn followed_by(more: &[&'static [&'static str]]) -> Vec<&'static [&'static str]> {
    VERSIONS.iter().chain(more).copied().collect()
}

fn has(conn: &Connection, table: &str) -> bool {
    conn.table_exists(None, table).unwrap()
}

#[test]
fn versions_that_have_shipped_never_change() {
    let shipped = [
        "8adf1a6a83828656fd11aa367578d9beed09c4f720d291773bf75da3d0ee6298",
        "84fd8661c6a208d0c3b04c9984dc4732488e6ff3f7e76b9c37cd86db123167d0",
        "7500368ebe4d8f2291d7be6f796dbcceb4ad4f515d582366b5647e3b818b122b",
        "1e4446f6acf9777627dcb44197e30118c738d33a66b49cb1b2fef6fc73302382",
        "08f3fdd7eb1c972ddd6d0357b4d99109d772970ecb769bd7dc5545fa0184a8b7",
    ];
    for (version, (steps, hash)) in VERSIONS.iter().zip(shipped).enumerate() {
        let now = HEXLOWER.encode(&Sha256::digest(steps.concat()));
        assert_eq!(
            now,
            hash,
            "version {} was changed; add another one",
            version + 1
        );
    }
    assert_eq!(VERSIONS.len(), shipped.len());
}

#[test]
fn upgrading_keeps_the_rows_and_puts_a_copy_aside_first() {
    let mut old = old();
    let backups = old.folder.path().join("backups");
    let versions = followed_by(&[NEXT]);
    upgrade_to(&mut old.conn, &old.key, &backups, at(), &versions).unwrap();
    assert_eq!(version(&old.conn).unwrap(), SCHEMA_VERSION + 1);
    assert!(has(&old.conn, "next"));
    let copy = format!("before-{}-20261122-090000.db", SCHEMA_VERSION + 1);
    let copy = backups.join(copy);
    let copy = connection::open(&copy, &old.key).unwrap();
    assert_eq!(version(&copy).unwrap(), SCHEMA_VERSION);
    let value: String = copy
        .query_row("SELECT value FROM secret WHERE name = 'a'", [], |r| {
            r.get(0)
        })
        .unwrap();
    assert_eq!(value, "b");
    assert!(!has(&copy, "next"));
}

#[test]
fn an_upgrade_that_fails_changes_nothing() {
    let mut old = old();
    let backups = old.folder.path().join("backups");
    let versions = followed_by(&[NEXT, BROKEN]);
    upgrade_to(&mut old.conn, &old.key, &backups, at(), &versions).unwrap_err();
    assert_eq!(version(&old.conn).unwrap(), SCHEMA_VERSION);
    assert!(!has(&old.conn, "next") && !has(&old.conn, "half"));
}

#[test]
fn a_store_of_a_newer_program_is_refused() {
    let mut old = old();
    old.conn
        .pragma_update(None, "user_version", SCHEMA_VERSION + 1)
        .unwrap();
    let refused = upgrade(&mut old.conn, &old.key, old.folder.path(), at()).unwrap_err();
    assert!(matches!(
        refused,
        StoreError::StoreTooNew { found, known: SCHEMA_VERSION } if found == SCHEMA_VERSION + 1
    ));
}

#[test]
fn an_up_to_date_store_makes_no_copies() {
    let mut old = old();
    let backups = old.folder.path().join("backups");
    upgrade(&mut old.conn, &old.key, &backups, at()).unwrap();
    assert!(!backups.exists());
}

#[test]
fn a_store_of_the_first_version_learns_to_keep_readings() {
    let folder = TempDir::new().unwrap();
    let key = StoreKey::generate().unwrap();
    let mut conn = connection::create(&folder.path().join("desk.db"), &key).unwrap();
    apply_missing(&mut conn, &VERSIONS[..1]).unwrap();
    assert!(!has(&conn, "reading"));
    upgrade(&mut conn, &key, &folder.path().join("backups"), at()).unwrap();
    assert!(has(&conn, "reading") && has(&conn, "settlement"));
}

#[test]
fn a_store_without_accounts_learns_to_keep_them() {
    let folder = TempDir::new().unwrap();
    let key = StoreKey::generate().unwrap();
    let mut conn = connection::create(&folder.path().join("desk.db"), &key).unwrap();
    apply_missing(&mut conn, &VERSIONS[..2]).unwrap();
    assert!(!has(&conn, "ledger"));
    upgrade(&mut conn, &key, &folder.path().join("backups"), at()).unwrap();
    for table in [
        "tariff",
        "account",
        "ledger",
        "call",
        "month_closed",
        "edition",
    ] {
        assert!(has(&conn, table), "{table}");
    }
}

/// What stood in a store of version 4 that had opened an account and, maybe,
/// handed it over.
const BEFORE_HOLDERS: &str = "
INSERT INTO agreement (number, year, seq, order_id, customer_id, number400, edition, snapshot,
    blob, sha256, bytes, pages, cites, state, printed_at, printed_by, in_force_on)
VALUES
    ('QF-2026-000001', 2026, 1, 1, 1, '4006001234', 'x', '{\"form\": {\"business\": \"new\"}}',
        hex(zeroblob(32)), hex(zeroblob(32)), 1, 1, NULL, 'in_force', '2026-03-01T09:00:00', 1,
        '2026-03-12'),
    ('QF-2026-000002', 2026, 2, 2, 1, '4006001234', 'x',
        '{\"form\": {\"business\": \"change\"}}', hex(zeroblob(32)), hex(zeroblob(32)), 1, 1,
        'QF-2026-000001', 'in_force', '2026-04-01T09:00:00', 1, '2026-04-01'),
    ('QF-2026-000003', 2026, 3, 3, 2, '4006001234', 'x',
        '{\"form\": {\"business\": \"transfer\"}}', hex(zeroblob(32)), hex(zeroblob(32)), 1, 1,
        'QF-2026-000001', 'in_force', '2026-06-01T09:00:00', 1, '2026-06-01');
INSERT INTO account (id, number400, customer_id, agreement, contract_amount, opened)
VALUES (1, '4006001234', 2, 'QF-2026-000001', 48000, '2026-03-12');
";

#[test]
fn accounts_of_an_older_store_keep_their_former_and_present_holders() {
    let folder = TempDir::new().unwrap();
    let key = StoreKey::generate().unwrap();
    let mut conn = connection::create(&folder.path().join("desk.db"), &key).unwrap();
    apply_missing(&mut conn, &VERSIONS[..4]).unwrap();
    conn.pragma_update(None, "foreign_keys", false).unwrap();
    conn.execute_batch(BEFORE_HOLDERS).unwrap();
    upgrade(&mut conn, &key, &folder.path().join("backups"), at()).unwrap();
    let mut holders = conn
        .prepare("SELECT from_day, customer_id, agreement FROM account_holder ORDER BY id")
        .unwrap();
    let rows = holders
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap();
    let rows: Vec<(String, i64, String)> = rows.collect::<Result<_, _>>().unwrap();
    let row =
        |from: &str, customer, agreement: &str| (from.to_owned(), customer, agreement.to_owned());
    assert_eq!(
        rows,
        [
            row("2026-03-12", 1, "QF-2026-000001"),
            row("2026-06-01", 2, "QF-2026-000003"),
        ]
    );
}
