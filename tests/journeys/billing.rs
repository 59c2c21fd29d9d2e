//! The accounts staff's month on a real store: tariff, calls, close,
//! statement. The figures are those of the worked account.

use crate::desk::{self, complete, day, print};
use crate::office::Office;
use desk_app::flow::billing::take::{CallsTake, CallsTaken, take};
use desk_app::flow::billing::{
    AccountLine, AccountList, AccountRef, AccountView, MonthRef, MonthSheet, PaymentAdd,
    StatementExport, StatementFormat, StatementRef,
};
use desk_app::flow::billing::{account, entry, export, month, statement};
use desk_app::{Desk, Failure};
use desk_domain::form::{Form, Means};
use desk_domain::ledger::{EntryKind, PaymentKind};
use desk_tests::sample;
use std::fmt::Write as _;
use std::io::{Seek, Write as _};

/// An agreement of the worked account: 0.12 a minute, minimum 40, prepaid 480,
/// opened on 12 March.
pub fn worked_form() -> Form {
    let mut form = sample::form();
    let tariff = &mut form.tariff;
    "2026-03-12".clone_into(&mut tariff.start);
    "40".clone_into(&mut tariff.minimum);
    "480".clone_into(&mut tariff.contract_amount);
    "480".clone_into(&mut tariff.first_payment);
    "0.12".clone_into(&mut tariff.rates.landline);
    "0.12".clone_into(&mut tariff.rates.mobile);
    form.features.clear();
    form
}

/// An office in which that agreement is in force, and its account.
pub fn worked() -> (Office, AccountLine) {
    let office = Office::open();
    let printed = print(&office.desk, complete(&office.desk, worked_form())).unwrap();
    desk::sign(&office.desk, &printed, "2026-11-22").unwrap();
    let line = accounts(&office.desk).remove(0);
    (office, line)
}

pub fn accounts(desk: &Desk) -> Vec<AccountLine> {
    account::list(desk, AccountList::default()).unwrap()
}

/// A carrier's file: so many calls of so many seconds on days of a month.
pub fn calls_file(number: &str, month: &str, calls: &[(u32, u32)]) -> String {
    let mut text = String::from("主叫号码,400号码,接听号码,开始时间,通话时长(秒)\n");
    for (at, (on, seconds)) in calls.iter().enumerate() {
        let (hour, minute) = (9 + at / 60 % 10, at % 60);
        writeln!(
            text,
            "03716555{at:04},{number},037165550100,{month}-{on:02} {hour:02}:{minute:02}:00,{seconds}"
        )
        .unwrap();
    }
    text
}

pub fn import(desk: &Desk, name: &str, text: &str) -> Result<CallsTaken, Failure> {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file.rewind().unwrap();
    let request = CallsTake {
        file_name: name.to_owned(),
        file,
        carrier: Some("样例电信".to_owned()),
        dry_run: false,
    };
    take(desk, request)
}

pub fn close(desk: &Desk, month: &str) -> Result<MonthSheet, Failure> {
    month::close(desk, named(month))
}

pub fn named(month: &str) -> MonthRef {
    MonthRef {
        month: month.to_owned(),
    }
}

pub fn pay(
    desk: &Desk,
    account: i64,
    kind: PaymentKind,
    amount: &str,
) -> Result<AccountView, Failure> {
    let request = PaymentAdd {
        account,
        kind,
        amount: amount.to_owned(),
        means: Means::Cash,
        note: String::new(),
        override_reason: None,
    };
    entry::pay(desk, request)
}

fn balance(desk: &Desk, account: i64) -> i64 {
    let view = account::show(desk, AccountRef { account }).unwrap();
    view.line.balance.fen()
}

/// The worked account through March, April and May, closed by accounts staff.
fn three_months() -> (Office, Desk, AccountLine) {
    let (office, line) = worked();
    // Paid in March, as the worked account has it.
    let march = office
        .try_window(
            day(2026, 3, 12),
            sample::ACCOUNTS,
            sample::ACCOUNTS_PASSWORD,
        )
        .unwrap();
    pay(&march, line.account, PaymentKind::First, "480").unwrap();
    let desk = office.accounts();
    for (month, minutes) in [("2026-03", 30), ("2026-04", 280), ("2026-05", 434)] {
        let calls: Vec<(u32, u32)> = (0..minutes).map(|at| (12 + at % 15, 60)).collect();
        let taken = import(
            &desk,
            &format!("{month}.csv"),
            &calls_file(&line.number, month, &calls),
        );
        assert_eq!(taken.unwrap().line.imported, u64::from(minutes), "{month}");
        close(&desk, month).unwrap();
    }
    (office, desk, line)
}

#[test]
fn clause_4_2_9_the_worked_account_comes_out_to_the_fen() {
    let (_office, desk, line) = three_months();
    let view = account::show(
        &desk,
        AccountRef {
            account: line.account,
        },
    )
    .unwrap();
    let booked: Vec<(EntryKind, i64, i64)> = view
        .entries
        .iter()
        .rev()
        .map(|entry| (entry.kind, entry.amount.fen(), entry.balance.fen()))
        .collect();
    assert_eq!(
        booked,
        [
            (EntryKind::FirstPayment, 48_000, 48_000),
            (EntryKind::Calls, -360, 47_640),
            (EntryKind::Calls, -3_360, 44_280),
            (EntryKind::TopUp, -640, 43_640),
            (EntryKind::Calls, -5_208, 38_432),
        ]
    );
}

#[test]
fn closing_a_month_twice_charges_once() {
    let (_office, desk, line) = three_months();
    let before = balance(&desk, line.account);
    let again = close(&desk, "2026-05").unwrap();
    assert!(again.closed);
    assert_eq!(balance(&desk, line.account), before);
}

#[test]
fn months_are_closed_in_order_and_after_their_end() {
    let (_office, line) = worked();
    let desk = _office.accounts();
    assert_eq!(
        close(&desk, "2026-04").unwrap_err().code,
        "EarlierMonthOpen"
    );
    for month in [
        "2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09",
    ] {
        close(&desk, month).unwrap();
    }
    close(&desk, "2026-10").unwrap();
    assert_eq!(close(&desk, "2026-11").unwrap_err().code, "MonthNotOver");
    // Part of March was free of the minimum; the seven months after were not.
    assert_eq!(balance(&desk, line.account), -7 * 4_000);
}

#[test]
fn importing_again_or_an_overlapping_export_changes_nothing() {
    let (office, line) = worked();
    let desk = office.accounts();
    let calls: Vec<(u32, u32)> = (0..50).map(|at| (12 + at % 15, 61)).collect();
    let whole = calls_file(&line.number, "2026-03", &calls);
    let half: String = whole
        .lines()
        .take(26)
        .map(|line| format!("{line}\n"))
        .collect();
    assert_eq!(import(&desk, "上半.csv", &half).unwrap().line.imported, 25);
    let rest = import(&desk, "全月.csv", &whole).unwrap().line;
    assert_eq!((rest.imported, rest.duplicate), (25, 25));
    let again = import(&desk, "全月.csv", &whole).unwrap().line;
    assert_eq!((again.imported, again.duplicate), (0, 50));
    let sheet = close(&desk, "2026-03").unwrap();
    assert_eq!(sheet.total.calls, 50);
    assert_eq!(
        sheet.total.rated.fen(),
        50 * 24,
        "a started minute counts as whole"
    );
}

#[test]
fn a_dry_run_leaves_nothing() {
    let (office, line) = worked();
    let desk = office.accounts();
    let mut file = tempfile::tempfile().unwrap();
    let text = calls_file(&line.number, "2026-03", &[(13, 60)]);
    file.write_all(text.as_bytes()).unwrap();
    let request = CallsTake {
        file_name: "三月.csv".to_owned(),
        file,
        carrier: None,
        dry_run: true,
    };
    assert_eq!(take(&desk, request).unwrap().line.imported, 1);
    let sheet = month::show(&desk, named("2026-03")).unwrap();
    assert_eq!(sheet.total.calls, 0);
}

#[test]
fn a_statement_is_the_chain_of_its_entries_and_is_written_in_three_forms() {
    let (office, desk, line) = three_months();
    let request = StatementRef {
        customer: line.customer,
        month: "2026-04".to_owned(),
    };
    let view = statement::show(&desk, request).unwrap();
    let total = &view.total;
    assert_eq!(
        (
            total.opening.fen(),
            total.rated.fen(),
            total.top_up.fen(),
            total.closing.fen()
        ),
        (47_640, 3_360, 640, 43_640)
    );
    assert_eq!(view.capitals, "人民币肆拾元整");
    let out = office.data().join("out");
    let run = export::write_all(
        &desk,
        StatementExport {
            month: "2026-04".to_owned(),
            customer: None,
            formats: vec![
                StatementFormat::Pdf,
                StatementFormat::Xlsx,
                StatementFormat::Csv,
            ],
        },
        &out,
    )
    .unwrap();
    assert_eq!((run.done, run.total), (1, 1));
    let files = std::fs::read_dir(&out).unwrap().count();
    assert_eq!(files, 3);
}

#[test]
fn a_month_that_is_open_has_no_statement() {
    let (office, line) = worked();
    let request = StatementRef {
        customer: line.customer,
        month: "2026-03".to_owned(),
    };
    let refused = statement::show(&office.accounts(), request).unwrap_err();
    assert_eq!(refused.code, "MonthStillOpen");
}
