//! Offices as large as the program should bear, on real encrypted stores in
//! cargo's own folder for passing things. Owns how they are founded, filled and
//! copied. Everybody in them is made up.

#[allow(
    dead_code,
    unused_imports,
    reason = "the generator is shared with tests"
)]
#[path = "../../calls/mod.rs"]
pub mod synthetic;

use chrono::{NaiveDate, NaiveDateTime};
use desk_app::flow::billing::take::{CallsTake, CallsTaken, take};
use desk_app::flow::session::{self, SignIn};
use desk_app::{Clock, Desk, Hardness, Place};
use desk_domain::Money;
use desk_domain::form::Business;
use desk_domain::money::Rate;
use desk_domain::order::OrderState;
use desk_domain::stock::Carrier;
use desk_domain::tariff::{CallRates, Increment, LegRates, PartMonth, TariffVersion};
use desk_store::{
    AccountTerms, CustomerContent, NewAccount, NewAgreement, NewNumber, OrderContent, Store,
    StoreError, Writer,
};
use desk_tests::sample;
use serde_json::json;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use synthetic::{Letters, Style, month, number, write_lines};

const PLAN: &str = "标准";
/// Yuan a minute; no class costs another price, so that a peer can rate by
/// the telephone alone.
pub const RATES: [(&str, &str); 2] = [("landline", "0.12"), ("mobile", "0.15")];

/// Where all of it lies.
pub fn place(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// How many, unless the environment wants another number for a quick look.
pub fn wanted(name: &str, whole: u64) -> u64 {
    let said = std::env::var(name).ok();
    said.and_then(|count| count.parse().ok()).unwrap_or(whole)
}

/// The office's today.
pub fn today() -> NaiveDateTime {
    day(2026, 4, 2).and_hms_opt(10, 0, 0).unwrap_or_default()
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// Founds an office with so many numbers in service since February, a
/// customer each.
pub fn found(into: &Path, numbers: u64) {
    let _ = fs::remove_dir_all(into);
    let hardness = Hardness::FOR_TESTS;
    let (name, password) = (sample::MANAGER, sample::MANAGER_PASSWORD);
    let mut store = Store::found_with(into, name, password, today(), hardness)
        .unwrap()
        .store;
    store
        .write::<_, StoreError>(today(), |writer| {
            writer
                .firm_mut()
                .save(&sample::firm(), day(2026, 1, 1), None)?;
            let terms = serde_json::to_value(tariff()).unwrap();
            writer.tariffs_mut().add(PLAN, day(2026, 1, 1), &terms)?;
            let stock: Vec<NewNumber> = (0..numbers).map(in_stock).collect();
            writer.numbers_mut().add(&stock)?;
            let agreement = agreement(writer)?;
            for at in 0..numbers {
                account(writer, at, &agreement)?;
            }
            Ok(())
        })
        .unwrap();
}

fn tariff() -> TariffVersion {
    let [landline, mobile] = RATES.map(|(_, rate)| LegRates::flat(Rate::parse(rate).unwrap()));
    TariffVersion {
        effective: day(2026, 1, 1),
        rates: CallRates {
            landline,
            mobile,
            international: None,
        },
        increment: Increment::Minute,
        function_fees: Vec::new(),
        first_month: PartMonth::ActualOnly,
        last_month: PartMonth::ActualOnly,
    }
}

fn in_stock(at: u64) -> NewNumber {
    NewNumber {
        number400: number(at),
        carrier: Carrier::Unicom,
        note: String::new(),
    }
}

fn customer(at: u64) -> CustomerContent {
    CustomerContent {
        name: format!("样例{at:05}有限公司"),
        code: None,
        initials: String::new(),
        pinyin: String::new(),
        company: json!({}),
    }
}

/// One agreement for all: who signed what is not what is timed here.
fn agreement(writer: &mut Writer<'_>) -> Result<String, StoreError> {
    let customer = writer.customers_mut().add(&customer(99_999))?;
    let order = writer.orders_mut().add(&OrderContent {
        customer: Some(customer),
        business: Business::New,
        state: OrderState::InForce,
        number400: None,
        form: json!({}),
    })?;
    let row = writer
        .agreements_mut()
        .issue::<StoreError>("QF", 2026, |_| {
            Ok(NewAgreement {
                order,
                customer,
                number400: None,
                edition: "样例".to_owned(),
                snapshot: json!({}),
                pdf: b"%PDF-1.7".to_vec(),
                pages: 1,
                cites: None,
            })
        })?;
    Ok(row.number)
}

fn account(writer: &mut Writer<'_>, at: u64, agreement: &str) -> Result<(), StoreError> {
    let customer = writer.customers_mut().add(&customer(at))?;
    let amount = |yuan: &str| Money::parse(yuan).unwrap();
    writer.accounts_mut().open(&NewAccount {
        number400: number(at),
        customer,
        agreement: agreement.to_owned(),
        contract_amount: amount("480"),
        opened: day(2026, 2, 1),
        terms: AccountTerms {
            from: day(2026, 2, 1),
            plan: PLAN.to_owned(),
            minimum: amount("40"),
            features: Vec::new(),
            reason: agreement.to_owned(),
        },
    })?;
    Ok(())
}

/// The manager's way into the store itself.
pub fn store(at: &Path) -> Store {
    let (name, password) = (sample::MANAGER, sample::MANAGER_PASSWORD);
    Store::sign_in(at, name, password, today()).unwrap().0
}

/// The manager's window.
pub fn desk(at: &Path) -> Desk {
    let assets = sample::samples().join("..");
    let data = at.to_owned();
    let desk = Desk::new(Place { data, assets }, Clock::At(today()));
    let (name, password) = (
        sample::MANAGER.to_owned(),
        sample::MANAGER_PASSWORD.to_owned(),
    );
    session::open(&desk, SignIn { name, password }).unwrap();
    desk
}

/// A file of March's calls; written once.
pub fn calls_file(count: u64, numbers: u64) -> PathBuf {
    let path = place(&format!("calls-{count}-{numbers}.csv"));
    if !path.is_file() {
        let part = path.with_extension("part");
        let mut out = BufWriter::new(File::create(&part).unwrap());
        let calls = month(2026, count, numbers);
        write_lines(&mut out, Letters::Utf8, ',', &Style::PLAIN, calls).unwrap();
        out.flush().unwrap();
        fs::rename(part, &path).unwrap();
    }
    path
}

/// Takes a file in as the terminal does.
pub fn import(desk: &Desk, path: &Path) -> CallsTaken {
    let request = CallsTake {
        file_name: "三月.csv".to_owned(),
        file: File::open(path).unwrap(),
        carrier: Some("样例联通".to_owned()),
        dry_run: false,
    };
    take(desk, request).unwrap()
}

/// A copy of a store that nobody is signed in to.
pub fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let into = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &into);
        } else {
            fs::copy(entry.path(), into).unwrap();
        }
    }
}
