//! Made-up calls and packages for the tests of this crate.

use crate::rating::rate;
use crate::statement::{AccountInput, CallLine};
use chrono::NaiveDate;
use desk_domain::call::CallRecord;
use desk_domain::identifier::{DisplayForm, Number400};
use desk_domain::ledger::{Entry, EntryDraft, EntryId, EntryKind};
use desk_domain::money::{Money, Rate};
use desk_domain::period::CalendarMonth;
use desk_domain::tariff::{CallRates, Increment, PartMonth, TariffPlan, TariffVersion};

pub(crate) fn number() -> Number400 {
    Number400::parse("4001234567").unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn month(text: &str) -> CalendarMonth {
    CalendarMonth::parse(text).unwrap()
}

pub(crate) fn fen(fen: i64) -> Money {
    Money::from_fen(fen).unwrap()
}

pub(crate) fn call(started: &str, seconds: u32) -> CallRecord {
    CallRecord {
        number: number(),
        caller: "13800138000".to_owned(),
        delivered_to: Some("0371-65650000".to_owned()),
        started: started.parse().unwrap(),
        seconds,
        answered: true,
        caller_class: None,
        leg: None,
        carrier_charge: None,
        caller_place: Some("河南郑州".to_owned()),
    }
}

pub(crate) fn version(effective: &str, rate: &str) -> TariffVersion {
    TariffVersion {
        effective: day(effective),
        rates: CallRates::flat(Rate::parse(rate).unwrap()),
        increment: Increment::Minute,
        function_fees: Vec::new(),
        first_month: PartMonth::ActualOnly,
        last_month: PartMonth::ActualOnly,
    }
}

/// 0.12 a minute from New Year 2026 on, part-months actual only.
pub(crate) fn plan() -> TariffPlan {
    TariffPlan::new("标准套餐", vec![version("2026-01-01", "0.12")]).unwrap()
}

fn entry(id: i64, on: &str, kind: EntryKind, amount: i64, note: &str) -> Entry {
    let on = format!("{on}T10:00:00").parse().unwrap();
    let charged = kind.charges_month().then(|| month("2026-04"));
    EntryDraft::new(number(), on, charged, kind, fen(amount), note)
        .unwrap()
        .written_as(EntryId(id))
}

fn entries() -> Vec<Entry> {
    vec![
        entry(1, "2026-04-10", EntryKind::Renewal, 50_000, "续费一年"),
        entry(2, "2026-04-20", EntryKind::Credit, 500, "=异议成立"),
        entry(3, "2026-05-02", EntryKind::Calls, -36, ""),
        entry(4, "2026-05-02", EntryKind::TopUp, -3_964, ""),
        entry(5, "2026-05-02", EntryKind::FunctionFee, -1_000, "通话录音"),
    ]
}

/// April 2026: 476.40 + 500.00 − 0.36 − 39.64 − 10.00 + 5.00 = 931.40.
pub(crate) fn statement_input() -> AccountInput {
    let mut mobile = call("2026-04-30T12:00:00", 60);
    mobile.delivered_to = Some("13900139000".to_owned());
    mobile.caller = "=1+1".to_owned();
    let mut unanswered = call("2026-04-12T09:00:00", 20);
    unanswered.answered = false;
    let calls = [mobile, call("2026-04-03T08:00:00", 61), unanswered]
        .into_iter()
        .map(|call| {
            let rated = rate(&call, &plan()).unwrap();
            CallLine { call, rated }
        })
        .collect();
    AccountInput {
        number: number(),
        display: DisplayForm::default(),
        package: "标准套餐".to_owned(),
        minimum: Money::yuan(40),
        opening: fen(47_640),
        entries: entries(),
        calls,
        closing: fen(93_140),
    }
}
