//! The accounts staff's month in the window: a carrier's file comes in, the
//! month is closed, and every figure of a statement leads down to its calls.

use crate::office;
use chrono::{Datelike, Months, NaiveDate};
use desk_app::Clock;
use desk_domain::form::Form;
use desk_tests::sample;
use desk_tests::window::{Desk, css, file_input, key, test_id, text};
use std::fmt::Write as _;

/// First day of the month before this one.
fn last_month() -> NaiveDate {
    let today = Clock::Shanghai.now().date();
    let first = today.with_day(1).unwrap();
    first.checked_sub_months(Months::new(1)).unwrap()
}

/// In service since the first day of last month, 0.12 a minute, minimum 40.
fn form() -> Form {
    let mut form = office::form();
    let tariff = &mut form.tariff;
    tariff.start = last_month().to_string();
    "40".clone_into(&mut tariff.minimum);
    "0.12".clone_into(&mut tariff.rates.landline);
    "0.12".clone_into(&mut tariff.rates.mobile);
    form.features.clear();
    form
}

/// A carrier's file as Windows writes it: 500 calls of a minute, one whose
/// caller lost its digits, and a sum.
fn carriers_file(desk: &Desk, number: &str) -> std::path::PathBuf {
    let month = last_month().format("%Y-%m");
    let mut text = String::from("主叫号码\t被叫号码\t接听号码\t开始时间\t通话时长\r\n");
    for at in 0..500 {
        let (day, hour, minute) = (1 + at % 28, 8 + at / 60, at % 60);
        write!(
            text,
            "03716555{at:04}\t{number}\t037165550100\t{month}-{day:02} {hour:02}:{minute:02}:00\t00:01:00\r\n"
        )
        .unwrap();
    }
    write!(
        text,
        "1.38E+10\t{number}\t037165550100\t{month}-02 09:00:00\t00:01:35\r\n合计\t\t\t\t\r\n"
    )
    .unwrap();
    let (bytes, _, _) = encoding_rs::GB18030.encode(&text);
    let path = desk.exports().join("样例话单.csv");
    std::fs::create_dir_all(desk.exports()).unwrap();
    std::fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn a_months_calls_become_a_statement_that_leads_down_to_each_call() {
    let desk = office::staffed();
    let form = form();
    let number: String = form
        .number
        .number
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    office::in_force(&desk, &form);
    let file = carriers_file(&desk, &number);
    let month = last_month().format("%Y-%m").to_string();

    let window = office::open_as(&desk, sample::ACCOUNTS, sample::ACCOUNTS_PASSWORD);
    window.screenshot("40-accounts-today");
    window.click(&test_id("nav-calls"));
    window.wait_for(&test_id("screen-calls"));
    window.choose_files(&file_input("calls-input"), &[&file]);
    window.wait_for(&css("[data-testid^=queued-check]"));
    window.click(&css("[data-testid^=queued-check]"));
    window.wait_for(&test_id("layout-carrier"));
    window.screenshot("41-calls-layout");
    window.type_into(&css("[data-testid=layout-carrier] input"), "样例联通");
    window.press(&[key::ENTER]);
    window.wait_for(&css("[data-testid^=result-]"));
    window.wait_for(&text("500"));
    window.screenshot("42-calls-imported");

    window.click(&css("[data-testid^=result-waiting-]"));
    window.wait_for(&test_id("screen-quarantine"));
    window.wait_for(&text("科学计数"));
    window.screenshot("43-quarantine");

    window.click(&test_id("nav-months"));
    window.wait_for(&test_id("screen-months"));
    window.open_row(&format!("tr[data-testid='month-{month}']"));
    window.wait_for(&test_id("month-close"));
    window.screenshot("44-month-dry-run");
    window.click(&test_id("month-close"));
    window.wait_for(&test_id("close-dialog"));
    window.screenshot("45-month-close");
    window.click(&test_id("close-agree"));
    window.click(&test_id("close-confirm"));
    window.wait_for(&test_id("month-summary"));
    window.screenshot("46-month-closed");

    window.open_row("tr[data-testid^=month-line-]");
    window.wait_for(&test_id("statement-capitals"));
    window.wait_for(&text("60.00"));
    window.screenshot("47-statement");
    window.wait_for(&text("陆拾元整"));
    window.click(&css("[data-testid^=all-calls-]"));
    window.wait_for(&css("[data-testid^=call-choose-]"));
    window.wait_for(&text("样例话单.csv"));
    window.screenshot("48-statement-calls");
    window.script("window.history.back()", &[]);
    window.wait_for(&test_id("statement-export"));
    window.click(&test_id("statement-export"));
    window.wait_for(&test_id("export-dialog"));
    window.click(&test_id("export-xlsx"));
    window.press(&[key::ENTER]);
    window.wait_for(&css("[data-testid=export-progress][data-over=true]"));
    window.screenshot("49-statement-exported");
    let folder = desk.exports().join(format!("账单-{month}"));
    let endings: std::collections::BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .filter_map(|entry| {
            entry
                .unwrap()
                .path()
                .extension()?
                .to_str()
                .map(str::to_owned)
        })
        .collect();
    assert_eq!(endings, ["pdf", "xlsx"].map(str::to_owned).into());
    window.quit();
}

#[test]
fn money_is_taken_and_its_receipt_is_written() {
    let desk = office::staffed();
    office::in_force(&desk, &form());
    let window = office::open_as(&desk, sample::ACCOUNTS, sample::ACCOUNTS_PASSWORD);
    window.click(&test_id("nav-accounts"));
    window.wait_for(&test_id("screen-accounts"));
    window.screenshot("50-accounts");
    window.open_row("tr[data-testid^=account-]");
    window.wait_for(&test_id("account-pay"));
    window.click(&test_id("account-pay"));
    window.wait_for(&css("[data-testid^=pay-kind-]"));
    window.type_into(&css("[role=dialog] input:focus"), "1200");
    window.wait_for(&text("壹仟贰佰元整"));
    window.screenshot("51-payment");
    window.press(&[key::ENTER]);
    window.wait_for(&test_id("pay-done"));
    window.click(&test_id("pay-receipt"));
    window.wait_for(&text("收据-SJ-"));
    window.screenshot("52-payment-receipt");
    window.quit();
    let receipts = std::fs::read_dir(desk.exports()).unwrap();
    assert_eq!(receipts.count(), 1, "one receipt for one payment");
}
